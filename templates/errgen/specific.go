package errgen

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
		if r.allAre(cs, cs[i].row) {
			return &cs[i]
		}
	}
	return nil
}

// allAre reports whether all candidates are kinds of an entry.
func (r *reading) allAre(cs []candidate, ancestor Row) bool {
	for i := range cs {
		row := cs[i].row
		for row != ancestor && row != 0 {
			row = r.t.lookup(row).Parent
		}
		if row != ancestor {
			return false
		}
	}
	return true
}

// score says how specific the facts of a candidate are.
type score struct{ facts, marks, literal, typed, statuses int }

func (s score) above(o score) bool {
	switch {
	case s.facts != o.facts:
		return s.facts > o.facts
	case s.marks != o.marks:
		return s.marks > o.marks
	case s.literal != o.literal:
		return s.literal > o.literal
	case s.typed != o.typed:
		return s.typed > o.typed
	}
	return s.statuses < o.statuses
}

// score checks the facts of a candidate on which the candidates differ.
func (r *reading) score(c *candidate, cs []candidate) (s score, ok bool) {
	lastSlot, lastHeader := SlotNone, ""
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if !f.Proof || c.isOuter(f) || !r.differs(c, f, cs) {
			continue
		}
		if !r.holds(c, f, nil) {
			return score{}, false
		}
		if f.Slot != lastSlot || f.Header != lastHeader {
			s.facts++
		}
		lastSlot, lastHeader = f.Slot, f.Header
		if f.Markup {
			s.marks += Marks(f.Want)
		}
		s.literal += LiteralLen(f.Want) + len(f.Value)
		s.typed += r.t.typedHoles(c.entry, f)
	}
	s.statuses = spanSize(c.spans())
	return s, true
}

// differs reports whether some other candidate lacks a fact.
func (r *reading) differs(c *candidate, f *Fact, cs []candidate) bool {
	for i := range cs {
		o := &cs[i]
		if o.row == c.row && o.read == c.read {
			continue
		}
		if !r.t.hasFact(o, c.entry, f) {
			return true
		}
	}
	return false
}

// hasFact reports whether a candidate has a fact of an entry.
func (t *Table) hasFact(o *candidate, e *Entry, f *Fact) bool {
	for i := range o.read.Facts {
		if t.sameFact(e, f, o.entry, &o.read.Facts[i]) {
			return true
		}
	}
	return false
}

// sameFact reports whether two facts say the same of the same place.
func (t *Table) sameFact(a *Entry, f *Fact, b *Entry, g *Fact) bool {
	if f.Slot != g.Slot || f.Markup != g.Markup || f.Header != g.Header || f.Kind != g.Kind || f.Value != g.Value || !slices.Equal(f.Want, g.Want) || !slices.Equal(f.Path, g.Path) {
		return false
	}
	if f.Kind == ParamFact {
		return a.Params[f.Param].Schema == b.Params[g.Param].Schema
	}
	for i := range f.Want {
		if s := &f.Want[i]; s.takesParam() && t.operandParam(a, s.Operand).Schema != t.operandParam(b, s.Operand).Schema {
			return false
		}
	}
	return true
}

// LiteralLen is the number of bytes of literal text in the longest wording.
func LiteralLen(p Program) int { return longest(p, func(literal string) int { return len(literal) }) }

// longest is the size of the literals of the wording that has most.
func longest(p Program, size func(literal string) int) int {
	most, n := 0, 0
	for i := range p {
		n += size(p[i].Literal)
		if p[i].Op == OpOr {
			most, n = max(most, n), 0
		}
	}
	return max(most, n)
}

// typedHoles counts the placeholders that are not plain strings.
func (t *Table) typedHoles(e *Entry, f *Fact) int {
	if f.Kind == ParamFact {
		return toInt(!t.isPlainString(e.Params[f.Param].Schema))
	}
	n := 0
	for i := range f.Want {
		if s := &f.Want[i]; s.IsText() && !t.isPlainString(t.operandParam(e, s.Operand).Schema) {
			n++
		}
	}
	return n
}

func (t *Table) isPlainString(s int) bool {
	sc := &t.Schemas[s]
	return sc.Kind == StringSchema && len(sc.Enum) == 0 && sc.Pattern == "" && sc.MinLen == 0 && sc.MaxLen == 0 && sc.Format == ""
}

// spanSize is the number of statuses in a set; an undocumented one is the widest.
func spanSize(s Spans) int {
	if len(s) == 0 {
		return 1000
	}
	n := 0
	for _, r := range s {
		n += int(r.Hi) - int(r.Lo) + 1
	}
	return n
}
