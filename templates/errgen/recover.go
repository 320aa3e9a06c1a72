package errgen

import (
	"reflect"
	"slices"
	"strings"
)

// data makes the data of an entry that was found: nil if the entry has none, or
// if a required param could not be recovered (docs/spec.md#how-decoding-decides,
// step 10).
func (r *reading) data(f found) any {
	e := r.t.lookup(f.row)
	if e == nil || !e.hasData() {
		return nil
	}
	if len(e.Params) > 0 {
		return r.recovered(e, f)
	}
	return e.newData()
}

// recovered makes the data of an entry that has params; nil if a required one could
// not be recovered.
func (r *reading) recovered(e *Entry, f found) any {
	caps := r.captures[:0]
	for range e.Params {
		caps = append(caps, capture{})
	}
	r.captures = caps
	c := candidate{row: f.row, entry: e, read: f.read, fit: f.fit}
	r.taken = r.taken[:0]
	for i := range f.read.Facts {
		r.noteAbsent(&c, &f.read.Facts[i], caps)
	}
	if text, ok := r.textOf(f.fit.slots[SlotCode]); ok && len(f.read.Code) > 0 {
		r.t.matchText(e, f.read.Code, text, caps)
	}
	if r.recoverAlone(&c, caps) {
		for i := range caps { // for the texts in which they stand with others
			if caps[i].given && caps[i].token >= 0 {
				caps[i].text = r.tokenText(caps[i].token)
			}
		}
		r.recoverFrom(&c, caps, func(f *Fact) bool { return !c.isOuter(f) && f.holes() > 1 })
	}
	r.recoverFrom(&c, caps, func(f *Fact) bool { return c.isOuter(f) && !c.isWithin(f) })
	data := e.newData()
	into := fields(data)
	for i := range e.Params {
		if !r.recover(e, i, caps[i], f, into.Field(i)) {
			return nil
		}
	}
	return data
}

// recoverAlone notes the params that facts tell which name one each. It reports
// whether there are facts that name several.
func (r *reading) recoverAlone(c *candidate, caps []capture) (several bool) {
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if c.isOuter(f) {
			continue
		}
		switch holes := f.holes(); {
		case holes > 1:
			several = true
		case holes == 1, f.Kind == ParamFact, f.Slot == SlotHeader: // a constant line is no other's
			r.holds(c, f, caps)
		}
	}
	return several
}

// recoverFrom notes the params that some of the entry's facts tell.
func (r *reading) recoverFrom(c *candidate, caps []capture, from func(f *Fact) bool) {
	for i := range c.read.Facts {
		if f := &c.read.Facts[i]; from(f) {
			r.holds(c, f, caps)
		}
	}
}

// holes is the number of placeholders of the longest wording. A text with one
// tells its param without doubt.
func (f *Fact) holes() int {
	most, n := 0, 0
	for i := range f.Want {
		switch s := &f.Want[i]; {
		case s.IsText():
			n++
		case s.Op == OpOr:
			most, n = max(most, n), 0
		}
	}
	return max(most, n)
}

// isWithin reports whether a param of a fact that stands outside the list stands
// in the item as well: then what the first item has is not this one's.
func (c *candidate) isWithin(f *Fact) bool {
	for i := range c.read.Facts {
		if g := &c.read.Facts[i]; !c.isOuter(g) && g.names(f) {
			return true
		}
	}
	return false
}

// names reports whether two facts have a param in common.
func (f *Fact) names(g *Fact) bool {
	return f.eachParam(func(i int) bool { return g.eachParam(func(j int) bool { return i == j }) })
}

// eachParam calls is for the fact's params until it returns true, and returns that.
func (f *Fact) eachParam(is func(i int) bool) bool {
	if f.Kind == ParamFact {
		return is(f.Param)
	}
	for i := range f.Want {
		if s := &f.Want[i]; s.IsText() && is(s.Operand>>1) {
			return true
		}
	}
	return false
}

// noteAbsent notes the optional params that a fact shows to be absent: nothing
// stands where one stands alone, or a text has a wording without it. Another text
// is then not read as if it held them, where it need not be.
func (r *reading) noteAbsent(c *candidate, f *Fact, caps []capture) {
	if i := f.Alone(); i >= 0 {
		if i < len(caps) && c.entry.Params[i].Flags&IsOptional != 0 {
			_, there := r.textAt(c, f)
			caps[i].absent = caps[i].absent || !there
		}
		return
	}
	if _, next := f.Want.wording(0); next < 0 {
		return
	}
	text, there := r.textAt(c, f)
	if !there {
		return
	}
	matched := make([]bool, len(caps))
	some := false
	for at := 0; at >= 0; {
		wording, next := f.Want.wording(at)
		if r.matchTrimmed(c.entry, wording, text, nil) {
			some = true
			for i := range wording {
				if s := &wording[i]; s.IsText() {
					matched[s.Operand>>1] = true
				}
			}
		}
		at = next
	}
	for i := range f.Want {
		if s := &f.Want[i]; some && s.IsText() {
			absent := !matched[s.Operand>>1] && c.entry.Params[s.Operand>>1].Flags&IsOptional != 0
			caps[s.Operand>>1].absent = caps[s.Operand>>1].absent || absent
		}
	}
}

// textAt is the text in the place of a fact, and whether anything is there.
func (r *reading) textAt(c *candidate, f *Fact) (string, bool) {
	if f.Slot == SlotHeader {
		lines := r.header.Values(f.Header)
		return strings.Join(lines, ", "), len(lines) > 0
	}
	v := c.fit.slots[f.Slot]
	if v.isText || !v.given {
		return r.textOf(v)
	}
	at := v.at
	for _, s := range f.Path {
		if at = r.step(at, s); at < 0 {
			return "", false
		}
	}
	if r.doc.tokens[at].kind == '"' {
		return r.doc.String(at), true
	}
	return "", true
}

// recover sets a param to what was received. It reports false if one that is
// required was not.
func (r *reading) recover(e *Entry, i int, c capture, f found, v reflect.Value) bool {
	param := &e.Params[i]
	if i == 0 && e.is(HasStatus) {
		v.SetInt(int64(r.statusOf(e, f)))
		return true
	}
	if param.Flags&IsPrivate != 0 {
		return true
	}
	optional := param.Flags&(IsOptional|HasDefault) != 0
	switch {
	case !c.given:
		return optional
	case c.token < 0:
		return r.parseText(c.text, param.Schema, v) || optional
	case f.moreSlot(c.token) >= 0:
		return r.parseMore(f, c.token, param.Schema, v)
	case optional:
		_ = r.t.parseOptional(r.doc, c.token, param.Schema, v) // of another type: absent
		return true
	}
	return r.t.parse(r.doc, c.token, param.Schema, v)
}

// statusOf is the status that an occurrence has been received with: the item's,
// the response's, else the entry's first.
func (r *reading) statusOf(e *Entry, f found) int {
	if text, ok := r.textOf(f.fit.slots[SlotStatus]); ok && isInteger(text) && len(text) == 3 {
		n := int(text[0]-'0')*100 + int(text[1]-'0')*10 + int(text[2]-'0')
		if e.Status.contain(n) {
			return n
		}
	}
	if r.status == 0 && len(e.Status) > 0 {
		return int(e.Status[0].Lo)
	}
	return r.status
}

// moreSlot is the slot of the further members of the object that is token i, -1 if
// they are no field.
func (f *found) moreSlot(i int) int {
	return slices.IndexFunc(f.fit.slots, func(v slotValue) bool { return v.isMore && v.at == i })
}

// parseMore reads the further members of an object, those that are neither
// members of the envelope nor params by themselves.
func (r *reading) parseMore(f found, i, s int, v reflect.Value) bool {
	n := r.t.Envelopes[f.fit.env].Root.openAt(f.moreSlot(i))
	taken := func(name string) bool {
		for k := range n.Members {
			if n.Members[k].Name == name {
				return true
			}
		}
		for k := range f.read.Facts {
			if g := &f.read.Facts[k]; g.Slot == n.More && len(g.Path) > 0 && strings.TrimPrefix(g.Path[0].Name, ".") == name {
				return true
			}
		}
		return false
	}
	return r.t.parseMap(r.doc, i, r.t.Schemas[s].Items, v, taken)
}

// openAt is the object whose further members stand in a slot, nil if there is none.
func (n *Node) openAt(slot int) *Node {
	if n.More == slot {
		return n
	}
	for i := range n.Members {
		if open := n.Members[i].openAt(slot); open != nil {
			return open
		}
	}
	return nil
}

// parseText reads a text that was received, among them an HTTP date (RFC 9110
// section 5.6.7) where seconds are expected.
func (r *reading) parseText(text string, s int, v reflect.Value) bool {
	if r.t.parseText(text, s, v) {
		return true
	}
	if r.t.Schemas[s].Kind == SecondsSchema {
		d, ok := untilDate(text, r.header)
		return ok && r.t.parseText(string(appendDuration(nil, d, &r.t.Schemas[s])), s, v)
	}
	return false
}
