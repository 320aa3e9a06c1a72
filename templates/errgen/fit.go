package errgen

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
	r     *reading
	env   int
	slots []slotValue

	status int  // under which it is read: the response's, or the item's own
	later  bool // it is an item after the first
	shape
	success bool // a leaf has a value that means success
	failure bool // a leaf that may say so has another
}

// shape is what a fitting has shown so far.
type shape struct {
	strict  bool
	loose   bool
	agrees  bool // a constant is there
	sure    bool // one that is true or false
	lacks   bool // a required object or list is not there
	differs bool // a constant is not what is there
	listed  bool // the repeated list has an element
	size    int  // constants, which count twice, and members found
}

// fits returns how the response fits the envelopes that are responses by
// themselves (docs/spec.md#how-decoding-decides, step 2).
func (r *reading) fits() []fitting {
	for i := range r.t.Envelopes {
		env := &r.t.Envelopes[i]
		if !r.mayFit(env) {
			continue
		}
		f := r.newFitting(i, nil)
		r.fit(f, env)
		if !f.strict && !f.loose || r.isSuccess() && !r.mayBeError(f, env) {
			r.dropFitting()
		}
	}
	if len(r.fittings) > 1 { // else there is nothing to choose between
		r.compareItems()
	}
	return r.fittings
}

// compareItems lets the lists that hold something fit strictly only if some item does.
func (r *reading) compareItems() {
	isStrict := func(item *fitting) bool { return item.strict }
	for i := range r.fittings {
		f := &r.fittings[i]
		if f.strict && f.listed && !r.hasItem(f, &r.t.Envelopes[f.env], isStrict) {
			r.fittings[i].strict = false // the fittings may have moved
		}
	}
}

// mayFit reports whether an envelope occurs under the status of the response, and has
// the kind of its body: one without a body may at least have its code in a header.
func (r *reading) mayFit(env *Envelope) bool {
	if env.Part || r.status != 0 && !env.Status.contain(r.status) || r.isSuccess() && !env.mayBe(mediaType(r.header)) {
		return false
	}
	return env.Kind != JSONBody || r.head || r.isJSON && isRoot(r.doc, &env.Root, 0) || r.isEmpty()
}

// isEmpty reports whether the response has no body.
func (r *reading) isEmpty() bool { return r.body == "" && !r.unread }

// fit compares the response with one envelope, of which the body has the root.
func (r *reading) fit(f *fitting, env *Envelope) {
	if r.head {
		f.head(env)
		return
	}
	if env.Kind == JSONBody && r.isJSON {
		f.root(&env.Root, 0)
	} else if env.Kind == JSONBody {
		f.strict = false
	}
	ofBody, coded := f.shape, f.slots[SlotCode].given
	for k := range env.Headers {
		f.header(&env.Headers[k])
	}
	switch {
	case env.Kind == EmptyBody:
		f.strict = f.strict && r.isEmpty()
		f.loose = false
	case env.Kind == TextBody:
		if !f.slots[SlotCode].given {
			f.shape = ofBody
		}
		r.fitText(env, f)
	case f.slots[SlotCode].given && !coded:
		f.loose = true
	default: // headers say nothing about the shape
		f.shape = ofBody
	}
}

// header compares the response with a header of the envelope.
func (f *fitting) header(n *Node) {
	values, strict := f.r.header[n.Name], f.strict
	if len(values) == 0 {
		f.strict = strict && (n.Optional || n.Alias)
		return
	}
	inBody := f.slots[n.Slot]
	f.text(n, strings.Join(values, ", "), lostSpaces)
	if inBody.given { // as it is, while a header has lost what it cannot hold
		f.slots[n.Slot] = inBody
	}
	f.strict = f.strict || strict && n.Optional && n.Kind == LeafNode // of another type: absent
}

// fitText compares a body that is text, but for outer white space and the ends
// of lines. An empty body is none.
func (r *reading) fitText(env *Envelope, f *fitting) {
	text := strings.TrimSpace(UnixLines(r.body))
	if f.strict, f.loose = text != "", false; f.strict {
		f.text(&env.Root, text, lostSpaces)
	}
	if media := mediaType(r.header); f.strict && media != "" && media != env.Media {
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
// is. A required leaf that is missing makes it loose, unless its field stands elsewhere.
func (f *fitting) root(n *Node, i int) {
	f.judgeToken(n, i)
	f.node(n, i)
	for _, slot := range f.r.missing {
		f.strict = f.strict && f.slots[slot].given
	}
	f.r.missing = f.r.missing[:0]
	f.loose = f.agrees || f.listed || f.slots[SlotCode].given
}

// isRoot reports whether the value of token i has the type of a root. A code may
// be digits in a string.
func isRoot(d Document, n *Node, i int) bool {
	switch n.Kind {
	case ObjectNode:
		return d.tokens[i].kind == '{'
	case ListNode:
		return d.tokens[i].kind == '['
	case LeafNode:
		return hasType(d, n, i) || n.Slot == SlotCode && d.jsonType(i) == StringType && isInteger(d.String(i))
	}
	return true
}

// node compares the value of token i with a place of the body.
func (f *fitting) node(n *Node, i int) {
	switch n.Kind {
	case IgnoredNode:
		f.size++
	case ConstantNode:
		d := f.r.doc
		f.constant(n, d.Source(i) == n.Constant || sameJSON(Canonical(d, i), n.Constant))
	case LeafNode:
		f.leaf(n, i)
	case ObjectNode:
		f.object(n, i)
	case ListNode:
		if f.r.doc.tokens[i].kind != '[' {
			f.strict, f.lacks = false, true
			return
		}
		f.size++
		f.listed = f.listed || f.r.doc.item(i, 0) >= 0
	}
}

// constant notes whether a constant is there.
func (f *fitting) constant(n *Node, is bool) {
	f.strict = f.strict && is
	f.differs = f.differs || !is
	if is {
		f.size += 2
		f.agrees = true
		f.sure = f.sure || n.Constant == "true" || n.Constant == "false"
	}
}

// leaf notes the value of a leaf. One of another type, or in none of its text forms, is
// as good as missing.
func (f *fitting) leaf(n *Node, i int) {
	d, strict := f.r.doc, f.strict
	switch fits := hasType(d, n, i); {
	case len(n.Forms) > 0 && d.tokens[i].kind == '"':
		if f.text(n, d.String(i), lostSpaces[:1]); f.strict || !strict {
			return
		}
	case len(n.Forms) == 0 && (fits || isCode(d, n, i)):
		f.strict = strict && fits
		if n.Slot != SlotCode || d.isScalar(i) {
			f.put(n, slotValue{given: true, at: i})
		}
		return
	}
	if f.strict = strict; !n.Optional && !n.Alias {
		f.r.missing = append(f.r.missing, n.Slot)
	}
}

// put notes the value of a leaf, an alias's if the field has none of its own.
func (f *fitting) put(n *Node, v slotValue) {
	f.size++
	if old := &f.slots[n.Slot]; !n.Alias || !old.given || old.outer {
		*old = v
	}
}

func (f *fitting) object(n *Node, i int) {
	d := f.r.doc
	if d.tokens[i].kind != '{' {
		f.strict, f.lacks = false, true
		return
	}
	f.size++
	for k := range n.Members {
		m := &n.Members[k]
		at := d.member(i, m.Name)
		f.judgeToken(m, at)
		switch {
		case at >= 0 && !(m.Optional && isForeign(d, m, at)):
			f.node(m, at)
		case m.Kind == LeafNode:
			if !m.Optional && !m.Alias {
				f.r.missing = append(f.r.missing, m.Slot)
			}
		case !m.Optional:
			f.strict = false
			f.lacks = f.lacks || m.Kind == ObjectNode || m.Kind == ListNode
		}
	}
	if n.More > 0 {
		f.slots[n.More] = slotValue{given: true, isMore: true, at: i}
	}
}

// hasType reports whether the value of token i has a type that a leaf admits, of
// an array also its elements. A leaf with text forms is a string, whatever they hold.
func hasType(d Document, n *Node, i int) bool {
	if len(n.Forms) > 0 {
		return d.tokens[i].kind == '"'
	}
	if d.jsonType(i)&n.Types == 0 {
		return false
	}
	if n.Items != 0 && d.tokens[i].kind == '[' {
		for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
			if d.jsonType(k)&n.Items == 0 {
				return false
			}
		}
	}
	return true
}

// isCode reports whether the value of token i is a code, if not of the admitted type.
func isCode(d Document, n *Node, i int) bool {
	return n.Slot == SlotCode && d.jsonType(i)&(StringType|IntegerType) != 0
}

// isForeign reports whether the value of token i is of a type that an optional
// member has not: then the member is absent. Only required ones have to be of an
// admissible type. A code is one in any case.
func isForeign(d Document, n *Node, i int) bool {
	switch n.Kind {
	case LeafNode:
		return !hasType(d, n, i) && !isCode(d, n, i)
	case ObjectNode:
		return d.tokens[i].kind != '{'
	case ListNode:
		return d.tokens[i].kind != '['
	}
	return d.tokens[i].kind == 'n'
}

// text compares a text, of a header or a body, with a leaf or a constant. At its ends
// there may have been some spaces.
func (f *fitting) text(n *Node, text string, spaces [][2]string) {
	switch n.Kind {
	case ConstantNode:
		f.constant(n, text == n.Constant)
	case LeafNode:
		got, ok := formValue(n, text, spaces)
		if !ok || !textHasType(got, n.Types) {
			f.strict = false
			return
		}
		if n.Slot == SlotCode && n.Types&StringType == 0 {
			got = PlainNumber(got)
		}
		f.judge(n, got, "")
		f.put(n, slotValue{given: true, isText: true, at: len(f.r.texts)})
		f.r.texts = append(f.r.texts, got)
	}
}

// formValue is the value in the first of a leaf's text forms that matches.
func formValue(n *Node, text string, spaces [][2]string) (string, bool) {
	for _, form := range n.Forms {
		for _, space := range spaces {
			var caps [1]capture
			if formTable.matchText(&formEntry, form, space[0]+text+space[1], caps[:]) {
				return caps[0].text, true
			}
		}
	}
	return text, len(n.Forms) == 0
}

// MaxFormHoles bounds the placeholders of a text form.
const MaxFormHoles = 16

// In text forms, hole 0 is the value and the others are anything.
var (
	formEntry = Entry{Params: make([]Param, MaxFormHoles)}
	formTable = Table{Schemas: []Schema{{Kind: StringSchema}}}
)

// textHasType reports whether a text can be a value of one of the types.
func textHasType(text string, types JSONTypes) bool {
	switch {
	case types&(StringType|ArrayType|ObjectType) != 0:
		return true
	case types&NumberType != 0 && isNumber(text):
		return true
	case types&IntegerType != 0 && isInteger(text):
		return true
	}
	return types&BoolType != 0 && (text == "true" || text == "false") || types&NullType != 0 && isNullText(text)
}

// Canonical is the JSON text of token i as the tables have constants: members in
// the order of their names, no space, strings escaped in one way.
func Canonical(d Document, i int) string { return string(appendAny(nil, toAny(d, i), 0)) }

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
		return r.doc.String(i)
	case '0':
		return PlainNumber(r.doc.raw(i))
	}
	return r.doc.Source(i)
}
