package errgen

import (
	"slices"
	"sort"
)

// Rank says by what sort of code an entry is known.
type Rank uint8

// Ranks of candidates (docs/spec.md#how-decoding-decides, step 4).
const (
	RankNone     Rank = iota // no code, or the envelope has no place for one
	RankAny                  // takes any code
	RankTemplate             // its code is a template, or a param that is narrowed
	RankConstant             // its code is the received one
)

// candidate is an entry that a response may be.
type candidate struct {
	row     Row
	entry   *Entry
	read    *Read
	fit     *fitting
	rank    Rank
	literal int  // bytes of literal text in a code template
	status  bool // the response's is one of those in which it is read
}

// found is what a response, or one item of it, turned out to be.
type found struct {
	row  Row // Unlisted, Unexpected; 0: no error
	fit  *fitting
	read *Read
}

// identify finds out which errors a response holds: one, or for a repeated
// envelope one for each item (docs/spec.md#how-decoding-decides).
func (r *reading) identify() []found {
	fits := r.fits()
	if len(fits) == 0 {
		return r.none()
	}
	best := &fits[0]
	for i := range fits[1:] {
		if f := &fits[i+1]; better(f, best) {
			best = f
		}
	}
	if list, ok := r.list(best); ok {
		return r.identifyItems(best, list)
	}
	fits = slices.DeleteFunc(fits, func(f fitting) bool { return r.t.Envelopes[f.env].List })
	if got := r.choose(fits, r.status); got.row != 0 {
		return r.only(got)
	}
	return r.none()
}

// only is one error as the result.
func (r *reading) only(f found) []found {
	r.all = append(r.all[:0], f)
	return r.all
}

// none is the result if nothing of the API was found.
func (r *reading) none() []found {
	if r.status != 0 && 100 <= r.status && r.status < 400 {
		return nil
	}
	return r.only(found{row: Unexpected})
}

// better reports whether f fits better than g.
func better(f, g *fitting) bool {
	if f.strict != g.strict {
		return f.strict
	}
	return f.size > g.size
}

// choose finds the entry among the candidates of the envelopes that fit.
func (r *reading) choose(fits []fitting, status int) found {
	cs := r.candidates[:0]
	for i := range fits {
		cs = r.appendCandidates(cs, &fits[i], status)
	}
	r.candidates = cs
	if cs = r.proven(cs); len(cs) == 0 {
		return r.unlisted(fits, false)
	}
	only := &cs[0]
	if cs = highest(cs); len(cs) > 1 {
		if only = r.mostSpecific(cs); only == nil {
			return r.unlisted(fits, true)
		}
	}
	return found{row: only.row, fit: only.fit, read: only.read}
}

// unlisted is the result if the API's format was found, but no entry: either
// there were candidates, or there is a code.
func (r *reading) unlisted(fits []fitting, had bool) found {
	var best *fitting
	for i := range fits {
		f := &fits[i]
		if (had || f.slots[SlotCode].given) && (best == nil || better(f, best)) {
			best = f
		}
	}
	if best == nil {
		return found{}
	}
	return found{row: Unlisted, fit: best}
}

// appendCandidates appends the entries that a response in an envelope may be.
func (r *reading) appendCandidates(cs []candidate, f *fitting, status int) []candidate {
	env := &r.t.Envelopes[f.env]
	code, coded := r.textOf(f.slots[SlotCode])
	if coded {
		for i := env.firstOf(code); i < len(env.Codes) && env.Codes[i].Code == code; i++ {
			cs = append(cs, candidate{})
			cs[len(cs)-1].begin(r, env.Codes[i].Row, f, status)
			cs[len(cs)-1].rank = RankConstant
		}
	}
	for _, row := range env.Others {
		cs = append(cs, candidate{})
		if c := &cs[len(cs)-1]; !c.begin(r, row, f, status) || !c.takesCode(r.t, code, coded) {
			cs = cs[:len(cs)-1]
		}
	}
	return cs
}

// firstOf is the index of the first row with a code, or where it would stand.
func (env *Envelope) firstOf(code string) int {
	return sort.Search(len(env.Codes), func(i int) bool { return env.Codes[i].Code >= code })
}

// begin makes c, which is zero, an entry in an envelope, and reports whether it is
// read there in the status.
func (c *candidate) begin(r *reading, row Row, f *fitting, status int) bool {
	c.row, c.entry, c.fit = row, r.t.lookup(row), f
	for i := range c.entry.Reads {
		if c.entry.Reads[i].Envelope == f.env {
			c.read = &c.entry.Reads[i]
		}
	}
	spans := c.spans()
	c.status = status == 0 || len(spans) == 0 || spans.contain(status)
	return c.status
}

// takesCode notes by what sort of code an entry without a constant one is known, and
// reports whether that takes the code, if there is one.
func (c *candidate) takesCode(t *Table, code string, coded bool) bool {
	if c.rank = c.read.Rank; c.rank == RankNone {
		return true
	}
	c.literal = LiteralLen(c.read.Code)
	return coded && t.matchText(c.entry, c.read.Code, code, nil)
}

// spans are the statuses in which the candidate is read.
func (c *candidate) spans() Spans {
	if len(c.read.Status) > 0 {
		return c.read.Status
	}
	return c.entry.Status
}

// proven keeps the candidates that are proven.
func (r *reading) proven(cs []candidate) []candidate {
	kept := 0
	for i := range cs {
		if r.isProven(&cs[i]) {
			kept = keepAt(cs, kept, i)
		}
	}
	return cs[:kept]
}

// keepAt moves the i'th candidate behind those that are kept, unless it is there.
func keepAt(cs []candidate, kept, i int) int {
	if kept != i {
		cs[kept] = cs[i]
	}
	return kept + 1
}

// isProven reports whether a candidate stays (step 5).
func (r *reading) isProven(c *candidate) bool {
	for _, slot := range c.read.Match {
		for i := range c.read.Facts {
			if f := &c.read.Facts[i]; f.Slot == slot && !c.isOuter(f) && (f.Proof || f.Kind != ParamFact) && !r.holds(c, f, nil) {
				return false
			}
		}
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

// highest keeps the candidates of the highest rank, of those the ones whose
// status fits, then whose envelope fits strictly, then the largest (step 6).
func highest(cs []candidate) []candidate {
	kept := 1
	for i := 1; i < len(cs); i++ {
		switch order := cs[i].compare(&cs[0]); {
		case order == 0:
			kept = keepAt(cs, kept, i)
		case order > 0: // higher than all before
			cs[0], kept = cs[i], 1
		}
	}
	return cs[:kept]
}

// compare orders candidates by what a response has of them.
func (c *candidate) compare(o *candidate) int {
	switch {
	case c.rank != o.rank:
		return int(c.rank) - int(o.rank)
	case c.literal != o.literal:
		return c.literal - o.literal
	case c.status != o.status:
		return toInt(c.status) - toInt(o.status)
	case c.fit.strict != o.fit.strict:
		return toInt(c.fit.strict) - toInt(o.fit.strict)
	}
	return c.fit.size - o.fit.size
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
