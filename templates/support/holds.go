package support

import (
	"slices"
	"strconv"
	"strings"
)

// holds reports whether a fact is so, and notes the params that it tells: those
// that stand alone even if they are out of bounds.
func (r *reading) holds(c *candidate, f *fact, caps []capture) bool {
	if f.slot == slotHeader {
		return r.holdsHeader(c, f, caps)
	}
	v := c.fit.slots[f.slot]
	if !v.given {
		return false
	}
	if v.isText {
		return r.holdsText(c.entry, f, r.texts[v.at], caps)
	}
	at := v.at
	for _, s := range f.path {
		if at = r.step(at, s); at < 0 {
			return r.mayBeAbsent(c.entry, f)
		}
	}
	return r.holdsToken(c.entry, f, at, caps)
}

// isOuter reports whether a fact's place stands outside the list and is the first
// item's, which this is not.
func (c *candidate) isOuter(f *fact) bool { return f.slot >= slotField0 && c.fit.slots[f.slot].outer }

// holdsHeader is holds for a header of the entry: some line of it is as the fact
// says. Where params are noted, each line is one fact's.
func (r *reading) holdsHeader(c *candidate, f *fact, caps []capture) bool {
	for i, text := range r.header.Values(f.header) {
		line := lineOf{f.header, i}
		if caps != nil && slices.Contains(r.taken, line) {
			continue
		}
		if r.holdsText(c.entry, f, text, caps) {
			if caps != nil {
				r.taken = append(r.taken, line)
			}
			return true
		}
	}
	return false
}

// mayBeAbsent reports whether a fact is an optional param's, standing alone.
func (r *reading) mayBeAbsent(e *entry, f *fact) bool {
	i := f.alone()
	return i >= 0 && e.params[i].flags&isOptional != 0
}

// alone is the param that is all there is in a place, as itself or as text; -1
// if none is.
func (f *fact) alone() int {
	if f.kind == paramFact {
		return f.param
	}
	if len(f.want) == 1 && f.want[0].literal == "" && f.want[0].op == opText {
		return f.want[0].operand >> 1
	}
	return -1
}

// step goes from token i to a value in it, -1 if there is none.
func (r *reading) step(i int, s step) int {
	switch {
	case s.name == "" && r.doc.tokens[i].kind == '[':
		return r.doc.item(i, s.index)
	case s.name != "" && r.doc.tokens[i].kind == '{':
		return r.doc.member(i, strings.TrimPrefix(s.name, "."))
	}
	return -1
}

func (r *reading) holdsText(e *entry, f *fact, text string, caps []capture) bool {
	switch f.kind {
	case textFact:
		return r.matchTrimmed(e, f.want, text, caps)
	//errgen:if params
	case paramFact:
		p := &e.params[f.param]
		if !r.parseText(text, p.schema, nil) || caps == nil && f.proof && !r.t.admits(&r.t.schemas[p.schema], text) {
			return false
		}
		keep(caps, f.param, capture{given: true, token: -1, text: text})
		return true
		//errgen:end
	}
	return sameJSON(text, f.value)
}

// matchTrimmed matches a header or a text body, which has come without the white
// space at its ends: there may have been some, between the template's words and a
// param without text.
func (r *reading) matchTrimmed(e *entry, want program, text string, caps []capture) bool {
	if literal, ok := want.constant(); ok {
		return literal == text || strings.TrimPrefix(strings.TrimSuffix(literal, " "), " ") == text
	}
	//errgen:if params
	if len(caps) > 0 {
		return r.matchCleaned(e, want, text, caps)
	}
	//errgen:end
	return r.t.matchText(e, want, text, caps) || r.t.matchText(e, want, text+" ", caps) ||
		r.t.matchText(e, want, " "+text, caps) || r.t.matchText(e, want, " "+text+" ", caps)
}

//errgen:if params

// matchCleaned is matchTrimmed where some params are known: in a header or a text
// body they stand without what it cannot hold.
func (r *reading) matchCleaned(e *entry, want program, text string, caps []capture) bool {
	cleaned := slices.Clone(caps)
	for i := range cleaned {
		cleaned[i].text = unixLines(cleaned[i].text)
		if !strings.Contains(text, "\n") {
			cleaned[i].text = headerLine(cleaned[i].text)
		}
	}
	for _, padded := range [...]string{text, text + " ", " " + text, " " + text + " "} {
		if !r.t.matchText(e, want, padded, cleaned) {
			continue
		}
		for i := range caps {
			if !caps[i].given {
				caps[i] = cleaned[i]
			}
		}
		return true
	}
	return false
}

//errgen:end

func (r *reading) holdsToken(e *entry, f *fact, i int, caps []capture) bool {
	switch f.kind {
	case textFact:
		return r.doc.tokens[i].kind == '"' && r.t.matchText(e, f.want, r.doc.string(i), caps)
	case sizeFact:
		return r.doc.tokens[i].kind == '[' && strconv.Itoa(r.doc.len(i)) == f.value
	case valueFact:
		return sameJSON(canonical(r.doc, i), f.value)
	}
	//errgen:if params
	p := &e.params[f.param]
	if caps == nil && f.proof && !r.t.admitsToken(p.schema, r.doc, i) {
		return false
	}
	keep(caps, f.param, capture{given: true, token: i})
	//errgen:end
	return true
}

//errgen:if params

// keep notes a param that nothing has told yet, or that a header has told with
// losses: a text that is the same but for what a header cannot hold is the whole.
func keep(caps []capture, i int, c capture) {
	if i >= len(caps) {
		return
	}
	if old := &caps[i]; !old.given || old.token < 0 && c.token < 0 && old.text != c.text && headerText([]byte(c.text)) == headerText([]byte(old.text)) {
		caps[i] = c
	}
}

//errgen:end
