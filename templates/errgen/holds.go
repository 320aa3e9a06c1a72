package errgen

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// holds reports whether a fact is so, and notes the params that it tells: those
// that stand alone even if they are out of bounds.
func (r *reading) holds(c *candidate, f *Fact, caps []capture) bool {
	if f.Slot == SlotHeader {
		return r.holdsHeader(c, f, caps)
	}
	v := c.fit.slots[f.Slot]
	if !v.given {
		return false
	}
	if v.isText {
		return r.holdsText(c, f, r.texts[v.at], caps)
	}
	at := r.walk(v.at, f.Path)
	if at < 0 { // an optional param may be absent
		alone := f.Alone()
		return alone >= 0 && c.entry.Params[alone].Flags&IsOptional != 0
	}
	return r.holdsToken(c, f, at, caps)
}

// want is the text of a fact, under the status of the response or the item.
func (c *candidate) want(f *Fact) Program { return f.Want.under(c.fit.status) }

// isOuter reports whether a fact's place stands outside the list and is the first
// item's, which this is not.
func (c *candidate) isOuter(f *Fact) bool { return f.Slot >= SlotField0 && c.fit.slots[f.Slot].outer }

// holdsHeader is holds for a header of the entry: some line of it is as the fact
// says. Where params are noted, each line is one fact's.
func (r *reading) holdsHeader(c *candidate, f *Fact, caps []capture) bool {
	for i, text := range r.header.Values(f.Header) {
		line := lineOf{f.Header, i}
		if caps != nil && slices.Contains(r.taken, line) {
			continue
		}
		if r.holdsText(c, f, text, caps) {
			if caps != nil {
				r.taken = append(r.taken, line)
			}
			return true
		}
	}
	return false
}

// Alone is the param that is all there is in a place, as itself or as text; -1
// if none is.
func (f *Fact) Alone() int {
	if f.Kind == ParamFact {
		return f.Param
	}
	if len(f.Want) == 1 && f.Want[0].Literal == "" && f.Want[0].IsText() {
		return f.Want[0].Operand >> 1
	}
	return -1
}

// walk goes from token i along a path, to -1 if there is no such value.
func (r *reading) walk(i int, path []Step) int {
	for _, s := range path {
		switch kind := r.doc.tokens[i].kind; {
		case s.Name == "" && kind == '[':
			i = r.doc.item(i, s.Index)
		case s.Name != "" && kind == '{':
			i = r.doc.member(i, strings.TrimPrefix(s.Name, "."))
		default:
			i = -1
		}
		if i < 0 {
			break
		}
	}
	return i
}

func (r *reading) holdsText(c *candidate, f *Fact, text string, caps []capture) bool {
	switch f.Kind {
	case TextFact:
		return r.matchTrimmed(c.entry, c.want(f), text, caps)
	case ParamFact:
		p := &c.entry.Params[f.Param]
		if f.Markup {
			text = UnescapeMarkup(text)
		}
		if !r.parseText(text, p.Schema, reflect.Value{}) || caps == nil && f.Proof && !r.t.admits(&r.t.Schemas[p.Schema], text) {
			return false
		}
		keep(caps, f.Param, capture{given: true, token: -1, text: text})
		return true
	}
	return sameJSON(text, f.Value)
}

// lostSpaces may have been at the ends of a header or a text body.
var lostSpaces = [][2]string{{}, {"", " "}, {" ", ""}, {" ", " "}}

// mayMatchTrimmed reports whether a text begins and ends as some wording of a template
// does, spaces aside. It spares matching a page with each of many texts.
func mayMatchTrimmed(want Program, text string) bool {
	return want.anyWording(func(w Program) bool {
		before, after := w.ends()
		return strings.HasPrefix(strings.TrimLeft(text, " "), strings.Trim(before, " ")) &&
			strings.HasSuffix(strings.TrimRight(text, " "), strings.Trim(after, " "))
	})
}

// matchTrimmed matches a header or a text body, which has come without the white
// space at its ends: there may have been some, between the template's words and a
// param without text.
func (r *reading) matchTrimmed(e *Entry, want Program, text string, caps []capture) bool {
	if literal, ok := want.Constant(); ok {
		return literal == text || strings.TrimPrefix(strings.TrimSuffix(literal, " "), " ") == text
	}
	if !mayMatchTrimmed(want, text) {
		return false
	}
	cleaned := cleanedFor(text, caps)
	for _, space := range lostSpaces {
		if !r.t.matchText(e, want, space[0]+text+space[1], cleaned) {
			continue
		}
		for i := range caps {
			keep(caps, i, cleaned[i])
		}
		return true
	}
	return false
}

// cleanedFor is what is known of params as it stands in a header or a text body:
// without what that cannot hold.
func cleanedFor(text string, caps []capture) []capture {
	cleaned := slices.Clone(caps)
	for i := range cleaned {
		if strings.Contains(text, "\n") {
			cleaned[i].text = UnixLines(cleaned[i].text)
		} else {
			cleaned[i].text = headerLine(cleaned[i].text)
		}
	}
	return cleaned
}

func (r *reading) holdsToken(c *candidate, f *Fact, i int, caps []capture) bool {
	switch f.Kind {
	case TextFact:
		return r.doc.tokens[i].kind == '"' && r.t.matchText(c.entry, c.want(f), r.doc.String(i), caps)
	case SizeFact:
		return r.doc.tokens[i].kind == '[' && strconv.Itoa(r.doc.len(i)) == f.Value
	case ValueFact:
		return sameJSON(Canonical(r.doc, i), f.Value)
	}
	p := &c.entry.Params[f.Param]
	if caps == nil && f.Proof && !r.t.admitsToken(p.Schema, r.doc, i) {
		return false
	}
	got := capture{given: true, token: i}
	if f.Param < len(caps) && r.tellsType(caps[f.Param], p.Schema, i) {
		caps[f.Param] = got
	}
	keep(caps, f.Param, got)
	return true
}

// tellsType reports whether a token is what a text has told of a param, whose type the
// text leaves open.
func (r *reading) tellsType(known capture, schema int, i int) bool {
	return known.given && known.token < 0 && r.t.Schemas[schema].Kind == UnionSchema && known.text == r.tokenText(i) &&
		r.t.parse(r.doc, i, schema, reflect.Value{})
}
