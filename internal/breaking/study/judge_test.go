package study

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestWire: what one of two compiled packages writes and the other reads as something
// else is said to be an error, and where that is said it is so; and so is code that
// compiles with both and means something else.
func TestWire(t *testing.T) {
	all := bases(t)
	parts, stride := 1, 1
	switch {
	case !isLong():
		all, stride = some(all, 4), 9
	case ledger() != "":
		parts, stride = 2, 9
	}
	broken := 0
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			for i, b := range all {
				inParts(t, fmt.Sprint("wire-", part), b, func(t *testing.T) []*record {
					records := b.exchanged(t, inPart(part, i, stride))
					broken += count(records, func(r *record) bool { return r.Wire || r.Back })
					return records
				})
			}
		})
	}
	t.Logf("in %d errors are read as something else or without data", broken)
	if !isPart() && broken < 5 {
		t.Error("the judge has nothing to do")
	}
}

// inPart takes the kinds of a part for the i-th catalog. A study that is kept judges
// packages in two: first a ninth of all kinds of changes in each catalog, others in each,
// and those that are rare wherever they apply, by itself a sample of the whole; then the
// rest.
func inPart(part, i, stride int) selection {
	usual := everyNth(i, stride)
	return func(k int, m mutation) bool {
		sampled := usual(k, m) || isLong() && slices.Contains(rare, m.number)
		return sampled == (part == 0)
	}
}

// rare are the kinds of changes that apply in nine catalogs at most, or have a variant
// that does.
var rare = []int{6, 13, 14, 18, 22, 30, 31, 32, 51, 52, 53, 60, 62, 63, 71, 73, 74, 78, 79, 92, 93, 99, 101, 102, 103, 104, 105, 106}

// exchanged judges mutations of a catalog by what the packages exchange: one of each kind
// that is taken.
func (b base) exchanged(t *testing.T, take selection) (records []*record) {
	const batch = 100
	for chunk := range slices.Chunk(b.pairs(t, 1, take), batch) {
		t.Run("", func(t *testing.T) { // its module is there until it ends
			for i, results := range exchanged(t, chunk) {
				records = append(records, chunk[i].judged(t, results))
			}
		})
	}
	return records
}

// Why what a judge sees need not be an error.
const (
	isAncestor = "read as a kind of the error, which is a warning"
	isGone     = "sent by an old server of an error that is gone, of which error-removed tells"
	isNewClose = "sent with a close code where there was none, of which close-changed tells"
	isWithheld = "a param that is private since, and that no later client is to have"
	isNew      = "a new error, which is unlisted to clients that cannot know it"
)

// judged holds what is said of a pair to what its packages have shown.
func (p *pair) judged(t *testing.T, results []result) *record {
	t.Helper()
	record := p.record()
	for _, r := range results {
		if r.Kind == "source" {
			record.Silent = true
			if len(p.said(func(c breaking.Change) bool { return isSource(c) && slices.Contains(silently, c.Rule) })) == 0 {
				t.Errorf("%s: %s means something else, and nothing is said: %s", p, r.Entry, r.What)
			}
			continue
		}
		record.Sent++
		reason, breaks := p.excuse(r)
		if !breaks {
			continue
		}
		record.Back, record.Wire = record.Back || r.Back, record.Wire || !r.Back
		switch {
		case reason != "":
			record.Excused[reason]++
		case !p.isSaid(r):
			t.Errorf("%s: %s of %s (back: %v) is read as %q, without %q, and nothing is said", p, r.What, r.Entry, r.Back, r.ID, r.Lost)
		}
	}
	p.unfounded(t, record)
	return record
}

// unfounded reports errors that are said of a pair in which no judge sees anything.
func (p *pair) unfounded(t *testing.T, r *record) {
	t.Helper()
	said := p.said(func(c breaking.Change) bool {
		return c.Level == breaking.Error && (c.Category == breaking.Wire && !r.Wire || c.Category == breaking.WireBack && !r.Back)
	})
	if len(said) > 0 {
		c := said[0]
		t.Errorf("%s: no judge sees %s %s of %s: %s (%s)", p, c.Category, c.Rule, c.Subject, c.Message, c.Response)
	}
	silent := p.said(func(c breaking.Change) bool { return isSource(c) && slices.Contains(silently, c.Rule) })
	if !r.Silent && len(silent) > 0 {
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
	case r.What == "frame" && !has(reader, want, func(e *model.Entry) bool { return e.Close != nil }):
		return isNewClose, true
	case r.ID != want && isA(reader, want, r.ID):
		return isAncestor, true
	case r.Back && r.ID == want && r.Lost != "" && arePrivate(reader, want, strings.Fields(r.Lost)):
		return isWithheld, true
	}
	return "", r.ID != want || r.Lost != "" && hasParams(reader, want)
}

// hasParams reports whether an entry has anything to lose.
func hasParams(s breaking.Side, name string) bool {
	return slices.ContainsFunc(s.Catalog.Entries, func(e *model.Entry) bool {
		return e.Name == name && slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Private })
	})
}

// arePrivate reports whether fields in Go are those of private params of an entry.
func arePrivate(s breaking.Side, name string, fields []string) bool {
	return has(s, name, func(e *model.Entry) bool {
		return !slices.ContainsFunc(fields, func(field string) bool {
			return !slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.GoName == field && p.Private })
		})
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

// inContract are the rules that tell a break of the wire as one of the contract: that
// an error is gone, has another close code, or is not written at all.
var inContract = []breaking.Rule{breaking.CloseChanged, breaking.ErrorRemoved, breaking.EnvelopeChanged}

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
		about := c.Subject == name && (c.Category == category || slices.Contains(inContract, c.Rule))
		return c.Level == breaking.Error && about
	})) > 0
}

// later is the name of an entry in the later generation, "" if it has none.
func (p *pair) later(name string) string {
	if has(p.side, name) {
		return name
	}
	for was, is := range p.renamed() {
		if was == name {
			return is
		}
	}
	return ""
}

// earlier is the name of an entry in the earlier generation, "" if it has none.
func (p *pair) earlier(name string) string {
	if has(p.base.side, name) {
		return name
	}
	for was, is := range p.renamed() {
		if is == name {
			return was
		}
	}
	return ""
}

// renamed are the later names of entries that are said to have others. One that is
// renamed and not known again, since nothing but its name tells it from others, is gone
// to clients, and another one is new.
func (p *pair) renamed() map[string]string {
	names := map[string]string{}
	for _, c := range p.said(func(c breaking.Change) bool { return c.Rule == breaking.ErrorRenamed }) {
		names[c.Before] = c.After
	}
	return names
}

// has reports whether a generation has an entry, of which something is so.
func has(s breaking.Side, name string, is ...func(*model.Entry) bool) bool {
	for _, e := range s.Catalog.Entries {
		if e.Name == name {
			return len(is) == 0 || is[0](e)
		}
	}
	return false
}
