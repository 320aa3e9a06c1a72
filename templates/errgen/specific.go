package errgen

import "slices"

// mostSpecific compares the facts on which candidates differ. Of those whose
// facts all match it keeps the most specific; if none matches, their nearest
// common ancestor if it is among them, nil if it is not (steps 8 and 9).
func (r *reading) mostSpecific(cs []candidate) *candidate {
	if len(cs) == 1 {
		return &cs[0]
	}
	var best *candidate
	var bestScore score
	n := 0
	for i := range cs {
		c := &cs[i]
		s, ok := r.score(c, cs)
		n += toInt(ok)
		if !ok {
			r.tell(ruledOut, c, cs)
		}
		if ok && (best == nil || r.isAbove(c, &s, best, &bestScore)) {
			best, bestScore = c, s
		}
	}
	isOther := func(c candidate) bool { return c.row != cs[0].row }
	switch {
	case best != nil && (!r.head || n == 1 || bestScore[0] > 0): // without a body, facts may be unseen
		return best
	case r.head && cs[0].rank == RankNone && slices.ContainsFunc(cs, isOther):
		return nil
	}
	for i := range cs {
		if !slices.ContainsFunc(cs, func(c candidate) bool { return !r.t.descends(c.row, cs[i].row) }) {
			return &cs[i]
		}
	}
	return nil
}

// score says how specific a candidate is: how many facts it has, the characters of
// markup in them, the bytes of literal text, the typed placeholders, as a negative
// number the required params that are missing, then the params that are there, and as
// a negative number its statuses.
type score [8]int

// score checks the facts of a candidate on which the candidates differ.
func (r *reading) score(c *candidate, cs []candidate) (s score, ok bool) {
	lastSlot, lastHeader := SlotNone, ""
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if !f.Proof || !r.differs(c, f, cs) {
			continue
		}
		if c.isOuter(f) { // it is the first item's, and most often that of all
			s[6] += 2*toInt(r.holds(c, f, nil)) - 1
			continue
		}
		if !r.holds(c, f, nil) {
			return score{}, false
		}
		if f.Slot != lastSlot || f.Header != lastHeader {
			s[0]++
		}
		lastSlot, lastHeader = f.Slot, f.Header
		if f.Markup {
			s[1] += Marks(f.Want)
		}
		s[2] += LiteralLen(f.Want) + len(f.Value)
		s[3] += r.t.typedHoles(c.entry, f)
	}
	s[7] = -spanSize(c.spans())
	return s, true
}

// params counts the params of a candidate that are there, of those that have a place
// of their own, and as a negative number the required ones that are not.
func (r *reading) params(c *candidate) (there, missing int) {
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if f.Kind != ParamFact || c.isOuter(f) {
			continue
		}
		if _, is := r.textAt(c, f); is && r.holds(c, f, nil) {
			there++
		} else if c.entry.Params[f.Param].Flags&(IsOptional|HasDefault) == 0 {
			missing--
		}
	}
	return there, missing
}

// isAbove reports whether a candidate is more specific than another. What params are
// there is counted where what comes before it does not decide.
func (r *reading) isAbove(c *candidate, s *score, other *candidate, than *score) bool {
	if order := slices.Compare(s[:4], than[:4]); order != 0 {
		return order > 0
	}
	s[5], s[4] = r.params(c)
	than[5], than[4] = r.params(other)
	return slices.Compare(s[4:], than[4:]) > 0
}

// differs reports whether some other candidate lacks a fact.
func (r *reading) differs(c *candidate, f *Fact, cs []candidate) bool {
	for i := range cs {
		if o := &cs[i]; (o.row != c.row || o.read != c.read) && !r.t.hasFact(o, c.entry, f) {
			return true
		}
	}
	return false
}

// hasFact reports whether a candidate has the same fact as an entry.
func (t *Table) hasFact(c *candidate, e *Entry, f *Fact) bool {
	for i := range c.read.Facts {
		if t.sameFact(e, f, c.entry, &c.read.Facts[i]) {
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
	return !slices.ContainsFunc(f.Want, func(s Segment) bool {
		return s.takesParam() && t.operandParam(a, s.Operand).Schema != t.operandParam(b, s.Operand).Schema
	})
}

// LiteralLen is the number of bytes of literal text in the longest wording.
func LiteralLen(p Program) int {
	return p.longest(func(s *Segment) int { return len(s.Literal) })
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
