package errgen

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// data makes the data of an entry that was found: nil if the entry has none, or
// if a required param could not be recovered (docs/spec.md#how-decoding-decides,
// step 10).
func (r *reading) data(c *candidate) any {
	e := c.entry
	if e == nil || !e.hasData() {
		return nil
	}
	data := e.newData()
	if len(e.Params) == 0 {
		return data
	}
	into, caps := fields(data), r.received(c)
	for i := range e.Params {
		if !r.recover(c, i, caps, into.Field(i)) {
			return nil
		}
	}
	return data
}

// received is what was received for the params of an entry.
func (r *reading) received(c *candidate) []capture {
	caps := r.captures[:0]
	for range c.entry.Params {
		caps = append(caps, capture{})
	}
	r.captures, r.taken = caps, r.taken[:0]
	for i := range c.read.Facts {
		r.noteAbsent(c, &c.read.Facts[i], caps)
	}
	if text, ok := r.textOf(c.fit.slots[SlotCode]); ok && len(c.read.Code) > 0 {
		r.t.matchText(c.entry, c.read.Code.under(c.fit.status), text, caps)
	}
	if r.recoverAlone(c, caps) {
		for i := range caps { // for the texts in which they stand with others
			if caps[i].given && caps[i].token >= 0 {
				caps[i].text = r.tokenText(caps[i].token)
			}
		}
		r.recoverFrom(c, caps, func(f *Fact) bool { return !c.isOthers(f) && f.holes() > 1 })
	}
	r.recoverFrom(c, caps, func(f *Fact) bool { return c.isOuter(f) && !c.isWithin(f) })
	return caps
}

// recoverAlone notes the params that facts tell which name one each. It reports
// whether there are facts that name several.
func (r *reading) recoverAlone(c *candidate, caps []capture) (several bool) {
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if c.isOthers(f) {
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
	return f.Want.longest(func(s *Segment) int { return toInt(s.IsText()) })
}

// isOthers reports whether what stands in a fact's place is the first item's, which this is
// not: outside the list, or in a header of params that stand in the item as well.
func (c *candidate) isOthers(f *Fact) bool {
	return c.isOuter(f) || c.fit.later && f.Slot == SlotHeader && c.isWithin(f)
}

// isWithin reports whether a param of a fact that stands outside the list stands
// in the item as well: then what the first item has is not this one's.
func (c *candidate) isWithin(f *Fact) bool {
	return f.eachParam(func(i int) bool {
		return slices.ContainsFunc(c.read.Facts, func(g Fact) bool {
			return !c.isOuter(&g) && g.Slot != SlotHeader && g.eachParam(func(j int) bool { return i == j })
		})
	})
}

// eachParam calls is for the fact's params until it returns true, and returns that.
func (f *Fact) eachParam(is func(i int) bool) bool {
	if f.Kind == ParamFact {
		return is(f.Param)
	}
	return f.Want.eachParam(is)
}

// eachParam calls is for the params of a text until it returns true, and returns that.
func (p Program) eachParam(is func(i int) bool) bool {
	return slices.ContainsFunc(p, func(s Segment) bool { return s.IsText() && is(s.Operand>>1) })
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
	want := c.want(f)
	if !want.hasWordings() {
		return
	}
	text, there := r.textAt(c, f)
	if !there {
		return
	}
	matched := make([]bool, len(caps)) // params of the wordings that match
	some := false
	want.anyWording(func(w Program) bool {
		if r.matchTrimmed(c.entry, w, text, nil) {
			some = true
			w.eachParam(func(i int) bool { matched[i] = true; return false })
		}
		return false
	})
	f.Want.eachParam(func(i int) bool {
		if some && !matched[i] && c.entry.Params[i].Flags&IsOptional != 0 {
			caps[i].absent = true
		}
		return false
	})
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
	at := r.walk(v.at, f.Path)
	switch {
	case at < 0:
		return "", false
	case r.doc.tokens[at].kind == '"':
		return r.doc.String(at), true
	}
	return "", true
}

// recover sets a param to what was received. It reports false if one that is
// required was not.
func (r *reading) recover(c *candidate, i int, caps []capture, v reflect.Value) bool {
	param := &c.entry.Params[i]
	if i == 0 && c.entry.is(HasStatus) {
		v.SetInt(int64(r.statusOf(c)))
		return true
	}
	if param.Flags&IsPrivate != 0 {
		return true
	}
	if r.set(c, param, caps[i], v) {
		return true
	}
	if caps[i].given { // of another type where it stands alone: a text may have it
		caps[i] = capture{}
		r.recoverFrom(c, caps, func(f *Fact) bool { return f.Kind == TextFact && f.eachParam(func(j int) bool { return i == j }) })
		if r.set(c, param, caps[i], v) {
			return true
		}
	}
	return param.Flags&(IsOptional|HasDefault) != 0
}

// set sets a param to what was received for it, and reports whether that can be.
func (r *reading) set(c *candidate, param *Param, got capture, v reflect.Value) bool {
	return got.given && (!r.t.overwrites(param) || r.parse(c, param, got, reflect.Value{})) && r.parse(c, param, got, v)
}

// overwrites reports whether a value that turns out to be of another type may have been
// read in part, over what is preset.
func (t *Table) overwrites(param *Param) bool {
	kind := t.Schemas[param.Schema].Kind
	return param.Flags&HasDefault != 0 && (kind == ObjectSchema || kind == OneOfSchema)
}

// parse reads what was received for a param.
func (r *reading) parse(c *candidate, param *Param, got capture, v reflect.Value) bool {
	switch {
	case got.token < 0 && param.Flags&IsOptional != 0 && r.t.Schemas[param.Schema].Null && v.IsValid(): // the outer pointer says that it is there
		return setPointer(v, func(v reflect.Value) bool { return r.parseText(got.text, param.Schema, v) })
	case got.token < 0:
		return r.parseText(got.text, param.Schema, v)
	case c.moreSlot(got.token) >= 0:
		return r.parseMore(c, got.token, param.Schema, v)
	case param.Flags&IsOptional != 0:
		return r.t.parseOptional(r.doc, got.token, param.Schema, v)
	}
	return r.t.parse(r.doc, got.token, param.Schema, v)
}

// statusOf is the status that an occurrence has been received with: the item's,
// the response's, else the entry's first.
func (r *reading) statusOf(c *candidate) int {
	own := c.entry.Status
	if n, ok := r.statusIn(c.fit); ok && own.contain(n) {
		return n
	}
	if r.status == 0 && len(own) > 0 {
		return int(own[0].Lo)
	}
	return r.status
}

// statusIn is the status that stands in a body, or in an item of it.
func (r *reading) statusIn(f *fitting) (int, bool) {
	text, ok := r.textOf(f.slots[SlotStatus])
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// moreSlot is the slot of the further members of the object that is token i, -1 if
// they are no field.
func (c *candidate) moreSlot(i int) int {
	return slices.IndexFunc(c.fit.slots, func(v slotValue) bool { return v.isMore && v.at == i })
}

// parseMore reads the further members of an object, those that are neither
// members of the envelope nor params by themselves.
func (r *reading) parseMore(c *candidate, i, s int, v reflect.Value) bool {
	n := r.t.Envelopes[c.fit.env].Root.openAt(c.moreSlot(i))
	taken := func(name string) bool {
		return slices.ContainsFunc(n.Members, func(m Node) bool { return m.Name == name }) ||
			slices.ContainsFunc(c.read.Facts, func(g Fact) bool {
				return g.Slot == n.More && len(g.Path) > 0 && strings.TrimPrefix(g.Path[0].Name, ".") == name
			})
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
