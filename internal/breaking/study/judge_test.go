package study

import (
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestWire: what one of two compiled packages writes and the other reads as something
// else is said to be an error, and where that is said it is so; and so is code that
// compiles with both and means something else.
func TestWire(t *testing.T) {
	all := bases(t)
	most, stride, batch := 6, 1, 40
	if !isLong() {
		all, most, stride = some(all, 4), 1, 9
	}
	var s statistics
	for i, b := range all {
		pairs := b.pairs(t, most, i, stride)
		for chunk := range slices.Chunk(pairs, batch) {
			t.Run(b.name, func(t *testing.T) { // its module is there until it ends
				results, sent := exchanged(t, chunk)
				s.sent += sent
				for i, p := range chunk {
					s.judge(t, p, slices.DeleteFunc(slices.Clone(results), func(r result) bool { return r.Pair != i }))
				}
			})
		}
	}
	t.Logf("%d pairs, %d errors sent; %d pairs in which errors are read as something else or without data, %d in which code means something else", s.pairs, s.sent, s.wire, s.source)
	for _, reason := range reasons {
		t.Logf("%s: %d", reason, s.excused[reason])
	}
	if s.wire < 5 {
		t.Error("the judge has nothing to do")
	}
}

// reasons are why what a judge sees need not be an error.
var reasons = []string{isAncestor, isGone, isNew}

const (
	isAncestor = "read as a kind of the error, which is a warning"
	isGone     = "sent by an old server of an error that is gone, of which error-removed tells"
	isNew      = "a new error, which is unlisted to clients that cannot know it"
)

// statistics are what the study has shown.
type statistics struct {
	pairs, sent, wire, source int
	excused                   map[string]int
}

// judge holds what is said of a pair to what its packages have shown.
func (s *statistics) judge(t *testing.T, p *pair, results []result) {
	s.pairs++
	wire, source := false, false
	for _, r := range results {
		if r.Kind == "source" {
			source = true
			if len(p.said(func(c breaking.Change) bool { return isSource(c) && slices.Contains(silently, c.Rule) })) == 0 {
				t.Errorf("%s: %s means something else, and nothing is said: %s", p, r.Entry, r.What)
			}
			continue
		}
		reason, breaks := p.excuse(r)
		if !breaks {
			continue
		}
		wire = true
		if reason != "" {
			if s.excused == nil {
				s.excused = map[string]int{}
			}
			s.excused[reason]++
			continue
		}
		if !p.isSaid(r) {
			t.Errorf("%s: %s of %s (back: %v) is read as %q, without %q, and nothing is said", p, r.What, r.Entry, r.Back, r.ID, r.Lost)
		}
	}
	if wire {
		s.wire++
	}
	if source {
		s.source++
	}
	s.unfounded(t, p, wire, source)
}

// unfounded reports errors that are said of a pair in which no judge sees anything.
func (s *statistics) unfounded(t *testing.T, p *pair, wire, source bool) {
	said := p.said(func(c breaking.Change) bool {
		return c.Level == breaking.Error && (c.Category == breaking.Wire || c.Category == breaking.WireBack)
	})
	if !wire && len(said) > 0 {
		c := said[0]
		t.Errorf("%s: no judge sees %s of %s: %s (%s)", p, c.Rule, c.Subject, c.Message, c.Response)
	}
	silent := p.said(func(c breaking.Change) bool { return isSource(c) && slices.Contains(silently, c.Rule) })
	if !source && len(silent) > 0 {
		t.Errorf("%s: no judge sees %s of %s: %s", p, silent[0].Rule, silent[0].Subject, silent[0].Message)
	}
}

// excuse reports whether a result is a break, and why it need not be an error; "" if it
// has to.
func (p *pair) excuse(r result) (reason string, breaks bool) {
	want, reader, writer := p.earlier(r.Entry), p.base.side, p.side
	if r.Back {
		want, reader, writer = p.later(r.Entry), p.side, p.base.side
	}
	switch {
	case want == "" && (!has(reader, r.ID) || isA(writer, r.Entry, r.ID)):
		return map[bool]string{false: isNew, true: isGone}[r.Back], !has(reader, r.ID)
	case want == "":
		return "", true
	case r.ID != want && isA(reader, want, r.ID):
		return isAncestor, true
	}
	return "", r.ID != want || r.Lost != "" && hasParams(reader, want)
}

// hasParams reports whether an entry has anything to lose.
func hasParams(s breaking.Side, name string) bool {
	return slices.ContainsFunc(s.Catalog.Entries, func(e *model.Entry) bool {
		return e.Name == name && slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Private })
	})
}

// isA reports whether an entry descends from another.
func isA(s breaking.Side, name, ancestor string) bool {
	for _, e := range s.Catalog.Entries {
		if e.Name == name {
			for a := e.Parent; a != nil; a = a.Parent {
				if a.Name == ancestor {
					return true
				}
			}
		}
	}
	return false
}

// isSaid reports whether an error is said of the entry of a result.
func (p *pair) isSaid(r result) bool {
	category, name := breaking.Wire, r.Entry
	if r.Back {
		category = breaking.WireBack
		if later := p.later(name); later != "" {
			name = later
		}
	}
	return len(p.said(func(c breaking.Change) bool {
		about := c.Subject == name && (c.Category == category || c.Rule == breaking.CloseChanged || c.Rule == breaking.ErrorRemoved)
		return c.Level == breaking.Error && about
	})) > 0
}

// later is the name of an entry in the later generation, "" if it has none.
func (p *pair) later(name string) string {
	if has(p.side, name) {
		return name
	}
	if p.mutation.number == 9 {
		return "BrandNew"
	}
	return ""
}

// earlier is the name of an entry in the earlier generation, "" if it has none.
func (p *pair) earlier(name string) string {
	if has(p.base.side, name) {
		return name
	}
	if p.mutation.number == 9 && name == "BrandNew" {
		for _, e := range p.base.side.Catalog.Entries {
			if !has(p.side, e.Name) {
				return e.Name
			}
		}
	}
	return ""
}

func has(s breaking.Side, name string) bool {
	for _, e := range s.Catalog.Entries {
		if e.Name == name {
			return true
		}
	}
	return false
}
