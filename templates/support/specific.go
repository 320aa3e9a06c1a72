package support

import "slices"

// mostSpecific compares the facts on which candidates differ. Of those whose
// facts all match it keeps the most specific; if none matches, their nearest
// common ancestor if it is among them, nil if it is not (steps 8 and 9).
func (r *reading) mostSpecific(cs []candidate) *candidate {
	var best *candidate
	var bestScore score
	for i := range cs {
		c := &cs[i]
		s, ok := r.score(c, cs)
		if ok && (best == nil || s.above(bestScore)) {
			best, bestScore = c, s
		}
	}
	if best != nil {
		return best
	}
	for i := range cs {
		if r.allAre(cs, cs[i].id) {
			return &cs[i]
		}
	}
	return nil
}

// allAre reports whether all candidates are kinds of an entry.
func (r *reading) allAre(cs []candidate, ancestor ID) bool {
	for i := range cs {
		id := cs[i].id
		for id != ancestor && id != 0 {
			id = r.t.lookup(id).parent
		}
		if id != ancestor {
			return false
		}
	}
	return true
}

// score says how specific the facts of a candidate are.
type score struct{ facts, literal, typed, statuses int }

func (s score) above(o score) bool {
	switch {
	case s.facts != o.facts:
		return s.facts > o.facts
	case s.literal != o.literal:
		return s.literal > o.literal
	case s.typed != o.typed:
		return s.typed > o.typed
	}
	return s.statuses < o.statuses
}

// score checks the facts of a candidate on which the candidates differ.
func (r *reading) score(c *candidate, cs []candidate) (s score, ok bool) {
	lastSlot, lastHeader := slotNone, ""
	for i := range c.read.facts {
		f := &c.read.facts[i]
		if !f.proof || c.isOuter(f) || !r.differs(c, f, cs) {
			continue
		}
		if !r.holds(c, f, nil) {
			return score{}, false
		}
		if f.slot != lastSlot || f.header != lastHeader {
			s.facts++
		}
		lastSlot, lastHeader = f.slot, f.header
		s.literal += literalLen(f.want) + len(f.value)
		//errgen:if params
		s.typed += r.t.typedHoles(c.entry, f)
		//errgen:end
	}
	s.statuses = spanSize(c.spans())
	return s, true
}

// differs reports whether some other candidate lacks a fact.
func (r *reading) differs(c *candidate, f *fact, cs []candidate) bool {
	for i := range cs {
		o := &cs[i]
		if o.id == c.id && o.read == c.read {
			continue
		}
		if !r.t.hasFact(o, c.entry, f) {
			return true
		}
	}
	return false
}

// hasFact reports whether a candidate has a fact of an entry.
func (t *table) hasFact(o *candidate, e *entry, f *fact) bool {
	for i := range o.read.facts {
		if t.sameFact(e, f, o.entry, &o.read.facts[i]) {
			return true
		}
	}
	return false
}

// sameFact reports whether two facts say the same of the same place.
func (t *table) sameFact(a *entry, f *fact, b *entry, g *fact) bool {
	if f.slot != g.slot || f.header != g.header || f.kind != g.kind || f.value != g.value || !slices.Equal(f.want, g.want) || !slices.Equal(f.path, g.path) {
		return false
	}
	//errgen:if params
	if f.kind == paramFact {
		return a.params[f.param].schema == b.params[g.param].schema
	}
	for i := range f.want {
		if s := &f.want[i]; s.takesParam() && t.operandParam(a, s.operand).schema != t.operandParam(b, s.operand).schema {
			return false
		}
	}
	//errgen:end
	return true
}

// literalLen is the number of bytes of literal text in the longest wording.
func literalLen(p program) int {
	most, n := 0, 0
	for i := range p {
		n += len(p[i].literal)
		if p[i].op == opOr {
			most, n = max(most, n), 0
		}
	}
	return max(most, n)
}

//errgen:if params

// typedHoles counts the placeholders that are not plain strings.
func (t *table) typedHoles(e *entry, f *fact) int {
	if f.kind == paramFact {
		return toInt(!t.isPlainString(e.params[f.param].schema))
	}
	n := 0
	for i := range f.want {
		if s := &f.want[i]; s.op == opText && !t.isPlainString(t.operandParam(e, s.operand).schema) {
			n++
		}
	}
	return n
}

func (t *table) isPlainString(s int) bool {
	sc := &t.schemas[s]
	return sc.kind == stringSchema && len(sc.enum) == 0 && sc.pattern == "" && sc.minLen == 0 && sc.maxLen == 0 && sc.format == ""
}

//errgen:end

// spanSize is the number of statuses in a set; an undocumented one is the widest.
func spanSize(s spans) int {
	if len(s) == 0 {
		return 1000
	}
	n := 0
	for _, r := range s {
		n += int(r.hi) - int(r.lo) + 1
	}
	return n
}
