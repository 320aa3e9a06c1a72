package support

import (
	"net/http"
	"strings"
)

// slotValue is what stands in a field: a token of the body, or a text. It has no
// pointers, so that the garbage collector need not be told of a copy.
type slotValue struct {
	given  bool
	isText bool
	isMore bool // the further members of the object
	outer  bool // it stands outside the list and is the first item's
	at     int  // a token, or of a text its number among the reading's texts
}

// fitting is how a response, or one item of it, fits an envelope.
type fitting struct {
	r      *reading
	env    int
	strict bool
	loose  bool
	size   int // constants, which count twice, and members found
	proof  bool
	slots  []slotValue

	missing []int // slots of required leaves that are not there
}

// fits returns how the response fits the envelopes that are responses by
// themselves (docs/spec.md#how-decoding-decides, step 2).
func (r *reading) fits() []fitting {
	for i := range r.t.envelopes {
		env := &r.t.envelopes[i]
		if env.part || r.status != 0 && !env.status.contain(r.status) || env.kind == jsonBody && !r.hasRoot(env) {
			continue
		}
		f := r.newFitting(i, nil)
		r.fit(f, env)
		if !f.strict && !f.loose || r.isSuccess() && !r.isProof(f, env) {
			r.dropFitting()
		}
	}
	return r.fittings
}

// hasRoot reports whether the body is JSON of the type of an envelope's root.
func (r *reading) hasRoot(env *envelope) bool { return r.isJSON && isRoot(r.doc, &env.root, 0) }

// isProof reports whether a response under 400 is an error: it fits strictly, with
// a constant, a code or, in a list, an item that does.
func (r *reading) isProof(f *fitting, env *envelope) bool {
	if !f.strict || !f.proof && !f.slots[slotCode].given {
		return false
	}
	//errgen:if repeated
	if env.list {
		return r.hasItem(f, env)
	}
	//errgen:end
	return true
}

// isSuccess reports whether a response has a status that is not of errors alone.
func (r *reading) isSuccess() bool { return r.status != 0 && r.status < 400 }

// fit compares the response with one envelope, of which the body has the root.
func (r *reading) fit(f *fitting, env *envelope) {
	if env.kind == jsonBody {
		f.root(&env.root, 0)
		r.missing = f.missing
	}
	strict, loose, size, proof, codeInBody := f.strict, f.loose, f.size, f.proof, f.slots[slotCode].given
	for k := range env.headers {
		n := &env.headers[k]
		strict := f.strict
		if values := r.header[n.name]; len(values) > 0 {
			inBody := f.slots[n.slot]
			f.text(n, strings.Join(values, ", "))
			if inBody.given { // as it is, while a header has lost what it cannot hold
				f.slots[n.slot] = inBody
			}
			f.strict = f.strict || strict && n.optional && n.kind == leafNode // of another type: absent
		} else if !n.optional {
			f.strict = false
		}
	}
	switch {
	case env.kind == emptyBody:
		f.strict = f.strict && r.body == ""
		f.loose = false
	case env.kind == textBody:
		r.fitText(env, f)
	case f.slots[slotCode].given && !codeInBody:
		f.loose = true
	default: // headers say nothing about the shape
		f.strict, f.loose, f.size, f.proof = strict, loose, size, proof
	}
}

// fitText compares a body that is text, but for outer white space and the ends
// of lines. An empty body is none.
func (r *reading) fitText(env *envelope, f *fitting) {
	text := strings.TrimSpace(unixLines(r.body))
	f.strict, f.loose = true, false
	if text == "" {
		f.strict = false
		return
	}
	if f.text(&env.root, text); !f.strict {
		return
	}
	if media := mediaType(r.header); media != "" && media != env.media {
		f.strict, f.loose = false, true
	}
}

// mediaType is a response's Content-Type without parameters, in lower case.
func mediaType(h http.Header) string {
	values := h["Content-Type"]
	if len(values) == 0 {
		return ""
	}
	media, _, _ := strings.Cut(values[0], ";")
	return strings.ToLower(strings.TrimSpace(media))
}

// root compares a JSON value with the root of a body, or of an item, of whose type it
// is.
func (f *fitting) root(n *node, i int) {
	f.node(n, i)
	f.complete()
	f.loose = f.proof || f.slots[slotCode].given
}

// isRoot reports whether the value of token i has the type of a root. A code may
// be digits in a string.
func isRoot(d document, n *node, i int) bool {
	switch n.kind {
	case objectNode:
		return d.tokens[i].kind == '{'
	case listNode:
		return d.tokens[i].kind == '['
	case leafNode:
		return hasType(d, n, i) || n.slot == slotCode && d.jsonType(i) == stringType && isInteger(d.string(i))
	}
	return true
}

// absent notes a required leaf that is not there.
func (f *fitting) absent(n *node) {
	if !n.optional && !n.alias {
		f.missing = append(f.missing, n.slot)
	}
}

// complete makes the fit loose unless every leaf that is missing stands at another place
// of its field.
func (f *fitting) complete() {
	for _, slot := range f.missing {
		if !f.slots[slot].given {
			f.strict = false
		}
	}
	f.missing = f.missing[:0]
}

// node compares the value of token i with a place of the body.
func (f *fitting) node(n *node, i int) {
	switch n.kind {
	case ignoredNode:
		f.size++
	case constantNode:
		f.constant(n, i)
	case leafNode:
		f.leaf(n, i)
	case objectNode:
		f.object(n, i)
	case listNode:
		if f.r.doc.tokens[i].kind != '[' {
			f.strict = false
			return
		}
		f.size++
		f.proof = f.proof || f.r.doc.item(i, 0) >= 0
	}
}

func (f *fitting) constant(n *node, i int) {
	if d := f.r.doc; d.source(i) != n.constant && !sameJSON(canonical(d, i), n.constant) {
		f.strict = false
		return
	}
	f.size += 2
	f.proof = true
}

func (f *fitting) leaf(n *node, i int) {
	d := f.r.doc
	if len(n.forms) > 0 {
		if d.tokens[i].kind != '"' {
			f.strict = false
			return
		}
		f.text(n, d.string(i))
		return
	}
	if !hasType(d, n, i) {
		f.strict = false
		if n.slot != slotCode || d.jsonType(i)&(stringType|integerType) == 0 {
			return
		}
	}
	f.size++
	if old := &f.slots[n.slot]; n.alias && old.given && !old.outer {
		return
	}
	f.slots[n.slot] = slotValue{given: true, at: i}
}

func (f *fitting) object(n *node, i int) {
	d := f.r.doc
	if d.tokens[i].kind != '{' {
		f.strict = false
		return
	}
	f.size++
	for k := range n.members {
		m := &n.members[k]
		at := d.member(i, m.name)
		switch {
		case at >= 0 && !(m.optional && isForeign(d, m, at)):
			f.node(m, at)
		case m.kind == leafNode:
			f.absent(m)
		case !m.optional:
			f.strict = false
		}
	}
	if n.more > 0 {
		f.slots[n.more] = slotValue{given: true, isMore: true, at: i}
	}
}

// hasType reports whether the value of token i has a type that a leaf admits, of
// an array also its elements.
func hasType(d document, n *node, i int) bool {
	if d.jsonType(i)&n.types == 0 {
		return false
	}
	if n.items != 0 && d.tokens[i].kind == '[' {
		for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
			if d.jsonType(k)&n.items == 0 {
				return false
			}
		}
	}
	return true
}

// isForeign reports whether the value of token i is of a type that an optional
// member has not: then the member is absent. Only required ones have to be of an
// admissible type. A code is one in any case.
func isForeign(d document, n *node, i int) bool {
	switch n.kind {
	case leafNode:
		isCode := n.slot == slotCode && d.jsonType(i)&(stringType|integerType) != 0
		return !hasType(d, n, i) && !isCode
	case objectNode:
		return d.tokens[i].kind != '{'
	case listNode:
		return d.tokens[i].kind != '['
	}
	return d.tokens[i].kind == 'n'
}

// text compares a text, of a header or a body, with a leaf or a constant.
func (f *fitting) text(n *node, text string) {
	switch n.kind {
	case constantNode:
		if text != n.constant {
			f.strict = false
			return
		}
		f.size += 2
		f.proof = true
	case leafNode:
		got, ok := formValue(n, text)
		if !ok || !textHasType(got, n.types) {
			f.strict = false
			return
		}
		f.size++
		if old := &f.slots[n.slot]; !n.alias || !old.given || old.outer {
			f.slots[n.slot] = slotValue{given: true, isText: true, at: len(f.r.texts)}
			f.r.texts = append(f.r.texts, got)
		}
	}
}

// formValue is the value in the first of a leaf's text forms that matches.
func formValue(n *node, text string) (string, bool) {
	//errgen:if forms
	for _, form := range n.forms {
		var caps [1]capture
		if formTable.matchText(&formEntry, form, text, caps[:]) {
			return caps[0].text, true
		}
	}
	//errgen:end
	return text, len(n.forms) == 0
}

//errgen:if forms

// maxFormHoles bounds the placeholders of a text form.
const maxFormHoles = 16

// In text forms, hole 0 is the value and the others are anything.
var (
	formEntry = entry{params: make([]param, maxFormHoles)}
	formTable = table{schemas: []schema{{kind: stringSchema}}}
)

//errgen:end

// textHasType reports whether a text can be a value of one of the types.
func textHasType(text string, types jsonTypes) bool {
	switch {
	case types&(stringType|arrayType|objectType) != 0:
		return true
	case types&numberType != 0 && numberLen(text) == len(text) && text != "":
		return true
	case types&integerType != 0 && isInteger(text):
		return true
	}
	return types&boolType != 0 && (text == "true" || text == "false") || types&nullType != 0 && text == "null"
}

// canonical is the JSON text of token i as the tables have constants: members in
// the order of their names, no space, strings escaped in one way.
func canonical(d document, i int) string { return string(appendAny(nil, toAny(d, i), 0)) }

// textOf is the value of a slot as text: a string's content, else its JSON.
func (r *reading) textOf(v slotValue) (string, bool) {
	switch {
	case !v.given:
		return "", false
	case v.isText:
		return r.texts[v.at], true
	}
	return r.tokenText(v.at), true
}

// tokenText is a value of the body as text.
func (r *reading) tokenText(i int) string {
	switch r.doc.tokens[i].kind {
	case '"':
		return r.doc.string(i)
	case '0':
		if whole, ok := integerText(r.doc.raw(i)); ok {
			return whole
		}
	}
	return r.doc.source(i)
}
