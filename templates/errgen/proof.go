package errgen

// isProven reports whether a candidate has so much in common with the response that it
// stays (docs/spec.md#how-decoding-decides, step 5).
func (r *reading) isProven(c *candidate) bool {
	if !r.isMatched(c) {
		return false
	}
	needs := c.rank == RankNone && len(c.spans()) == 0 || c.rank < RankTemplate && !c.fit.strict
	if !needs {
		return true
	}
	facts := 0
	for i := range c.read.Facts {
		if f := &c.read.Facts[i]; f.Proof && !c.isOuter(f) {
			if !r.holds(c, f, nil) {
				return false
			}
			facts++
		}
	}
	return facts > 0
}

// isMatched reports whether the fields agree that must always.
func (r *reading) isMatched(c *candidate) bool {
	for _, slot := range c.read.Match {
		for i := range c.read.Facts {
			if f := &c.read.Facts[i]; f.Slot == slot && !c.isOuter(f) && (f.Proof || f.Kind != ParamFact) && !r.holds(c, f, nil) {
				return false
			}
		}
	}
	return true
}

// IsText reports whether a fact is a text of the format itself, not of a header that the
// entry adds.
func (f Fact) IsText() bool { return f.Proof && f.Kind == TextFact && f.Slot >= SlotField0 }

// isSaid reports whether a candidate that has texts and no code is told by them: one of
// them is there, and all that are there are its own. If something else tells it, that
// will do.
func (r *reading) isSaid(c *candidate) bool {
	if !c.read.ByText {
		return true
	}
	var texts, there, others int
	saysTexts, saysOthers := true, true
	for i := range c.read.Facts {
		f := &c.read.Facts[i]
		if !f.Proof || c.isOuter(f) {
			continue
		}
		if !f.IsText() {
			others++
			saysOthers = saysOthers && r.holds(c, f, nil)
			continue
		}
		texts++
		holds := r.holds(c, f, nil)
		given := holds
		if !holds || f.Alone() >= 0 { // of an optional param, absence holds as well
			_, given = r.textAt(c, f)
		}
		if given {
			there++
			saysTexts = saysTexts && holds
		}
	}
	return texts == 0 || there > 0 && saysTexts || others > 0 && saysOthers
}

// toOpen makes a candidate that its texts do not tell its nearest ancestor of which they
// need not: one that is read here under the status of the response. It reports false if
// there is none.
func (r *reading) toOpen(c *candidate) bool {
	env := c.fit
	for row := r.t.Parent(c.row); row != 0; row = r.t.Parent(row) {
		*c = candidate{}
		c.begin(r.t, row, env)
		if c.read != nil && c.read.Rank == RankNone && c.status && r.isSaid(c) && r.isMatched(c) {
			return true
		}
	}
	return false
}

// isSame reports whether two candidates are one entry in one envelope.
func (c *candidate) isSame(o candidate) bool { return c.row == o.row && c.fit == o.fit }
