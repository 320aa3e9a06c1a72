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

// candidate is an entry that a response may be, or turned out to be.
type candidate struct {
	row     Row // Unlisted, Unexpected; 0: no error
	rank    Rank
	status  bool   // the response's is one of those in which it is read
	entry   *Entry // nil if it is none of the catalog
	read    *Read
	fit     *fitting // nil if only the status told
	literal int      // bytes of literal text in a code template
}

// identify finds out which errors a response holds: one, or for a repeated
// envelope one for each item (docs/spec.md#how-decoding-decides).
func (r *reading) identify() []candidate {
	fits := r.fits()
	r.tell(fitsFound, nil, nil)
	best := bestOf(fits, func(*fitting) bool { return true })
	if best == nil {
		return r.none()
	}
	var items []candidate
	if list := r.bestList(fits, best); list != nil {
		isEntry := func(c candidate) bool { return c.row >= First }
		isRival := func(f fitting) bool { return !r.t.Envelopes[f.env].List && f.isAs(best) }
		items = r.identifyItems(list)
		if slices.ContainsFunc(items, isEntry) || !slices.ContainsFunc(fits, isRival) {
			return r.several(items)
		}
	}
	switch got := r.choose(r.withoutLists(fits)); {
	case got.row >= First, got.row != 0 && len(items) == 0 && (!r.isSuccess() || r.proven):
		return r.only(got)
	}
	return r.several(items)
}

// several are the items of a list as the result. An empty list is no error of the API.
func (r *reading) several(items []candidate) []candidate {
	if len(items) == 0 {
		return r.none()
	}
	return items
}

// withoutLists are the fittings whose envelopes hold one error.
func (r *reading) withoutLists(fits []fitting) []fitting {
	n := 0
	for i := range fits {
		if r.t.Envelopes[fits[i].env].List && !r.head && !fits[i].success {
			continue
		}
		if n < i {
			fits[n] = fits[i]
		}
		n++
	}
	return fits[:n]
}

// only is one error as the result.
func (r *reading) only(f candidate) []candidate {
	r.all = append(r.all[:0], f)
	return r.all
}

// none is the result if nothing of the API was found.
func (r *reading) none() []candidate {
	if r.isSuccess() && !r.proven {
		return nil
	}
	return r.only(candidate{row: Unexpected})
}

// bestOf is the best of the fittings that are so, nil if there is none.
func bestOf(fits []fitting, is func(f *fitting) bool) *fitting {
	var best *fitting
	for i := range fits {
		f := &fits[i]
		if is(f) && (best == nil || f.strict && !best.strict || f.strict == best.strict && f.size > best.size) {
			best = f
		}
	}
	return best
}

// isAs reports whether a fitting is as good as another.
func (f *fitting) isAs(o *fitting) bool { return f.strict == o.strict && f.size == o.size }

// choose finds the entry among the candidates of the envelopes that fit.
func (r *reading) choose(fits []fitting) candidate {
	cs := r.candidates[:0]
	r.struck = slices.ContainsFunc(fits, func(f fitting) bool { return f.success }) // of the API, and none of its errors
	for i := range fits {
		if !fits[i].success {
			cs = r.appendCoded(cs, &fits[i])
		}
	}
	known := len(cs) > 0 // a code that is theirs is of the highest rank: no other is asked
	for i := range fits {
		if !known && !fits[i].success {
			cs = r.appendOthers(cs, &fits[i])
		}
	}
	r.candidates = cs
	r.tell(remaining, nil, cs)
	if len(cs) == 0 {
		return unlisted(fits, r.struck)
	}
	cs = highest(cs)
	r.tell(bestKept, nil, cs)
	only := r.mostSpecific(cs)
	r.tell(decided, only, cs)
	if only == nil {
		return unlisted(fits, !r.head)
	}
	return *only
}

// unlisted is the result if the API's format was found, but no entry: either
// there were candidates, be it only until their texts were read, or there is a code, or
// a value that means success.
func unlisted(fits []fitting, had bool) candidate {
	best := bestOf(fits, func(f *fitting) bool { return had || f.slots[SlotCode].given })
	if best == nil {
		return candidate{}
	}
	return candidate{row: Unlisted, fit: best}
}

// appendCoded appends the entries of an envelope that have just the code of a response.
func (r *reading) appendCoded(cs []candidate, f *fitting) []candidate {
	env := &r.t.Envelopes[f.env]
	code, coded := r.textOf(f.slots[SlotCode])
	if !coded {
		return cs
	}
	first := sort.Search(len(env.Codes), func(i int) bool { return env.Codes[i].Code >= code })
	for i := first; i < len(env.Codes) && env.Codes[i].Code == code; i++ {
		cs = append(cs, candidate{})
		c := &cs[len(cs)-1]
		c.begin(r.t, env.Codes[i].Row, f)
		if c.rank = RankConstant; !r.isProven(c) {
			r.tell(struckOut, c, nil)
			cs = cs[:len(cs)-1]
		}
	}
	return cs
}

// appendOthers appends the other entries that a response in an envelope proves to be.
func (r *reading) appendOthers(cs []candidate, f *fitting) []candidate {
	env := &r.t.Envelopes[f.env]
	code, coded := r.textOf(f.slots[SlotCode])
	others := env.Others
	if !coded && f.hidesCode(r.t) {
		others = slices.Clone(others)
		for i := range env.Codes {
			others = append(others, env.Codes[i].Row)
		}
	}
	for _, row := range others {
		cs = append(cs, candidate{})
		c := &cs[len(cs)-1]
		if c.begin(r.t, row, f); c.status && c.takesCode(r.t, code, coded) {
			proven := r.isProven(c)
			if proven && r.isSaid(c) {
				continue
			}
			r.tell(struckOut, c, nil)
			r.struck = r.struck || proven
			if proven && r.toOpen(c) && !slices.ContainsFunc(cs[:len(cs)-1], c.isSame) {
				continue
			}
		}
		cs = cs[:len(cs)-1]
	}
	return cs
}

// begin makes c, which is zero, an entry in an envelope; without a read if it is not
// read in that.
func (c *candidate) begin(t *Table, row Row, f *fitting) {
	c.row, c.entry, c.fit = row, t.lookup(row), f
	if c.read = c.entry.readIn(f.env); c.read == nil {
		return
	}
	spans := c.spans()
	c.status = f.status == 0 || len(spans) == 0 || spans.contain(f.status)
}

// takesCode notes by what sort of code an entry without a constant one is known, and
// reports whether that takes the code, if there is one.
func (c *candidate) takesCode(t *Table, code string, coded bool) bool {
	if c.rank = c.read.Rank; c.rank == RankNone {
		return true
	}
	if !coded && c.fit.hidesCode(t) {
		c.rank = RankNone
		return true
	}
	c.literal = LiteralLen(c.read.Code)
	return coded && t.matchText(c.entry, c.read.Code.under(c.fit.status), code, nil)
}

// spans are the statuses in which the candidate is read.
func (c *candidate) spans() Spans { return c.entry.statusIn(c.read) }

// highest keeps the candidates of the highest rank, of those the ones whose
// status fits, then whose envelope fits strictly, then the largest (step 6).
func highest(cs []candidate) []candidate {
	kept := cs[:1]
	for i := 1; i < len(cs); i++ {
		switch order := cs[i].compare(&kept[0]); {
		case order == 0:
			kept = append(kept, cs[i])
		case order > 0: // higher than all before
			kept = append(kept[:0], cs[i])
		}
	}
	return kept
}

// compare orders candidates by what a response has of them, what counts most first.
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
