package support

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// data makes the data of an entry that was found: nil if the entry has none, or
// if a required param could not be recovered (docs/spec.md#how-decoding-decides,
// step 10).
func (r *reading) data(f found) Data {
	e := r.t.lookup(f.id)
	if e == nil || !e.hasData() {
		return nil
	}
	//errgen:if params
	if len(e.params) > 0 {
		return r.recovered(e, f)
	}
	//errgen:end
	return e.newData()
}

//errgen:if params

// recovered makes the data of an entry that has params; nil if a required one could
// not be recovered.
func (r *reading) recovered(e *entry, f found) Data {
	caps := r.captures[:0]
	for range e.params {
		caps = append(caps, capture{})
	}
	r.captures = caps
	c := candidate{id: f.id, entry: e, read: f.read, fit: f.fit}
	r.taken = r.taken[:0]
	for i := range f.read.facts {
		r.noteAbsent(&c, &f.read.facts[i], caps)
	}
	if text, ok := r.textOf(f.fit.slots[slotCode]); ok && len(f.read.code) > 0 {
		r.t.matchText(e, f.read.code, text, caps)
	}
	if r.recoverAlone(&c, caps) {
		for i := range caps { // for the texts in which they stand with others
			if caps[i].given && caps[i].token >= 0 {
				caps[i].text = r.tokenText(caps[i].token)
			}
		}
		r.recoverFrom(&c, caps, func(f *fact) bool { return !c.isOuter(f) && f.holes() > 1 })
	}
	//errgen:if repeated
	r.recoverFrom(&c, caps, func(f *fact) bool { return c.isOuter(f) && !c.isWithin(f) })
	//errgen:end
	data := e.newData()
	for i := range e.params {
		if !r.recover(e, i, caps[i], f, data) {
			return nil
		}
	}
	return data
}

// recoverAlone notes the params that facts tell which name one each. It reports
// whether there are facts that name several.
func (r *reading) recoverAlone(c *candidate, caps []capture) (several bool) {
	for i := range c.read.facts {
		f := &c.read.facts[i]
		if c.isOuter(f) {
			continue
		}
		switch holes := f.holes(); {
		case holes > 1:
			several = true
		case holes == 1, f.kind == paramFact, f.slot == slotHeader: // a constant line is no other's
			r.holds(c, f, caps)
		}
	}
	return several
}

// recoverFrom notes the params that some of the entry's facts tell.
func (r *reading) recoverFrom(c *candidate, caps []capture, from func(f *fact) bool) {
	for i := range c.read.facts {
		if f := &c.read.facts[i]; from(f) {
			r.holds(c, f, caps)
		}
	}
}

// holes is the number of placeholders of the longest wording. A text with one
// tells its param without doubt.
func (f *fact) holes() int {
	most, n := 0, 0
	for i := range f.want {
		switch s := &f.want[i]; {
		case s.isText():
			n++
		case s.op == opOr:
			most, n = max(most, n), 0
		}
	}
	return max(most, n)
}

//errgen:if repeated

// isWithin reports whether a param of a fact that stands outside the list stands
// in the item as well: then what the first item has is not this one's.
func (c *candidate) isWithin(f *fact) bool {
	for i := range c.read.facts {
		if g := &c.read.facts[i]; !c.isOuter(g) && g.names(f) {
			return true
		}
	}
	return false
}

// names reports whether two facts have a param in common.
func (f *fact) names(g *fact) bool {
	return f.eachParam(func(i int) bool { return g.eachParam(func(j int) bool { return i == j }) })
}

// eachParam calls is for the fact's params until it returns true, and returns that.
func (f *fact) eachParam(is func(i int) bool) bool {
	if f.kind == paramFact {
		return is(f.param)
	}
	for i := range f.want {
		if s := &f.want[i]; s.isText() && is(s.operand>>1) {
			return true
		}
	}
	return false
}

//errgen:end

// noteAbsent notes the optional params that a fact shows to be absent: nothing
// stands where one stands alone, or a text has a wording without it. Another text
// is then not read as if it held them, where it need not be.
func (r *reading) noteAbsent(c *candidate, f *fact, caps []capture) {
	if i := f.alone(); i >= 0 {
		if i < len(caps) && c.entry.params[i].flags&isOptional != 0 {
			_, there := r.textAt(c, f)
			caps[i].absent = caps[i].absent || !there
		}
		return
	}
	if _, next := f.want.wording(0); next < 0 {
		return
	}
	text, there := r.textAt(c, f)
	if !there {
		return
	}
	matched := make([]bool, len(caps))
	some := false
	for at := 0; at >= 0; {
		wording, next := f.want.wording(at)
		if r.matchTrimmed(c.entry, wording, text, nil) {
			some = true
			for i := range wording {
				if s := &wording[i]; s.isText() {
					matched[s.operand>>1] = true
				}
			}
		}
		at = next
	}
	for i := range f.want {
		if s := &f.want[i]; some && s.isText() {
			absent := !matched[s.operand>>1] && c.entry.params[s.operand>>1].flags&isOptional != 0
			caps[s.operand>>1].absent = caps[s.operand>>1].absent || absent
		}
	}
}

// textAt is the text in the place of a fact, and whether anything is there.
func (r *reading) textAt(c *candidate, f *fact) (string, bool) {
	if f.slot == slotHeader {
		lines := r.header.Values(f.header)
		return strings.Join(lines, ", "), len(lines) > 0
	}
	v := c.fit.slots[f.slot]
	if v.isText || !v.given {
		return r.textOf(v)
	}
	at := v.at
	for _, s := range f.path {
		if at = r.step(at, s); at < 0 {
			return "", false
		}
	}
	if r.doc.tokens[at].kind == '"' {
		return r.doc.string(at), true
	}
	return "", true
}

// recover sets a param to what was received. It reports false if one that is
// required was not.
func (r *reading) recover(e *entry, i int, c capture, f found, data Data) bool {
	param := &e.params[i]
	_, p := data.at(i)
	if i == 0 && e.is(hasStatus) {
		if n, ok := p.(*int); ok {
			*n = r.statusOf(e, f)
		}
		return true
	}
	if param.flags&isPrivate != 0 {
		return true
	}
	optional := param.flags&(isOptional|hasDefault) != 0
	switch {
	case !c.given:
		return optional
	case c.token < 0:
		return r.parseText(c.text, param.schema, p) || optional
	//errgen:if maps
	case f.moreSlot(c.token) >= 0:
		return r.parseMore(f, c.token, param.schema, p)
		//errgen:end
	case optional:
		_ = r.t.parseOptional(r.doc, c.token, param.schema, p) // of another type: absent
		return true
	}
	return r.t.parse(r.doc, c.token, param.schema, p)
}

// statusOf is the status that an occurrence has been received with: the item's,
// the response's, else the entry's first.
func (r *reading) statusOf(e *entry, f found) int {
	if text, ok := r.textOf(f.fit.slots[slotStatus]); ok && isInteger(text) && len(text) == 3 {
		n := int(text[0]-'0')*100 + int(text[1]-'0')*10 + int(text[2]-'0')
		if e.status.contain(n) {
			return n
		}
	}
	if r.status == 0 && len(e.status) > 0 {
		return int(e.status[0].lo)
	}
	return r.status
}

//errgen:if maps

// moreSlot is the slot of the further members of the object that is token i, -1 if
// they are no field.
func (f *found) moreSlot(i int) int {
	return slices.IndexFunc(f.fit.slots, func(v slotValue) bool { return v.isMore && v.at == i })
}

// parseMore reads the further members of an object, those that are neither
// members of the envelope nor params by themselves.
func (r *reading) parseMore(f found, i, s int, p any) bool {
	n := r.t.envelopes[f.fit.env].root.openAt(f.moreSlot(i))
	taken := func(name string) bool {
		for k := range n.members {
			if n.members[k].name == name {
				return true
			}
		}
		for k := range f.read.facts {
			if g := &f.read.facts[k]; g.slot == n.more && len(g.path) > 0 && strings.TrimPrefix(g.path[0].name, ".") == name {
				return true
			}
		}
		return false
	}
	sc := &r.t.schemas[s]
	//errgen:if generator
	if v, ok := p.(*dynamicValue); ok {
		return v.parseMap(r.t, r.doc, i, sc.items, taken)
	}
	//errgen:end
	r.t.parseMap(r.doc, i, sc.items, p, taken)
	return true
}

// openAt is the object whose further members stand in a slot, nil if there is none.
func (n *node) openAt(slot int) *node {
	if n.more == slot {
		return n
	}
	for i := range n.members {
		if open := n.members[i].openAt(slot); open != nil {
			return open
		}
	}
	return nil
}

//errgen:end

// parseText reads a text that was received, among them an HTTP date (RFC 9110
// section 5.6.7) where seconds are expected.
func (r *reading) parseText(text string, s int, p any) bool {
	if r.t.parseText(text, s, p) {
		return true
	}
	//errgen:if times
	if r.t.schemas[s].kind == secondsSchema {
		d, ok := untilDate(text, r.header)
		return ok && r.t.parseText(string(appendDuration(nil, d, &r.t.schemas[s])), s, p)
	}
	//errgen:end
	return false
}

//errgen:end

//errgen:if times || retryafter

// untilDate is the time from a response's date, now if it has none, to an HTTP
// date; 0 if that is past.
func untilDate(text string, header http.Header) (time.Duration, bool) {
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, at.Sub(now)), true
}

//errgen:end
