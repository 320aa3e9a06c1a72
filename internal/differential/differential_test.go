package differential

import (
	"bytes"

	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// engine is what the engine makes of a response.
func (s *subject) engine(r response) []replay.Decoded {
	var lines []model.SampleHeader
	for name, values := range r.header {
		for _, v := range values {
			lines = append(lines, model.SampleHeader{Name: name, Value: v})
		}
	}
	if r.head {
		return s.program.DecodeHead(r.status, lines)
	}
	return s.program.Decode(r.status, lines, r.body)
}

// difference is how the engine's answer differs from the manual's, "" if it does not.
func (s *subject) difference(r response) string {
	want, got := decode(s.catalog, r), s.engine(r)
	if w, g := wanted(want), given(got); w != g {
		return fmt.Sprintf("the manual has %s, the engine %s", w, g)
	}
	for i := range want {
		if d := paramsDiffer(want[i], got[i]); d != "" {
			return d
		}
		if w, g := withinWanted(want[i]), withinGiven(got[i]); w != g {
			return fmt.Sprintf("within it the manual has %s, the engine %s", w, g)
		}
	}
	return ""
}

func wanted(all []answer) string {
	var names []string
	for _, a := range all {
		names = append(names, outcome(a.kind, a.entry, a.code))
	}
	return fmt.Sprint(names)
}

func given(all []replay.Decoded) string {
	var names []string
	for _, d := range all {
		names = append(names, outcome(d.Outcome.Kind, d.Outcome.Entry, d.Code))
	}
	return fmt.Sprint(names)
}

// plainCode is a code, if it is a number in its shortest form.
func plainCode(code string) string {
	if v, ok := parse(code); ok && strings.TrimSpace(code) == code {
		if n, ok := v.(json.Number); ok {
			return number(n).RatString()
		}
	}
	return code
}

// withinWanted are the errors within an error, in some order.
func withinWanted(a answer) string {
	var names []string
	for _, one := range a.within() {
		names = append(names, outcome(one.kind, one.entry, one.code)+withinWanted(one))
	}
	slices.Sort(names)
	return fmt.Sprint(names)
}

func withinGiven(d replay.Decoded) string {
	var names []string
	for _, one := range d.Within {
		names = append(names, outcome(one.Outcome.Kind, one.Outcome.Entry, one.Code)+withinGiven(one))
	}
	slices.Sort(names)
	return fmt.Sprint(names)
}

func outcome(kind model.OutcomeKind, e *model.Entry, code string) string {
	switch kind {
	case model.ListedOutcome:
		return e.Name
	case model.UnknownOutcome:
		return "unlisted " + strconv.Quote(plainCode(code))
	}
	return []string{"", "", "unexpected", "none"}[kind]
}

func paramsDiffer(want answer, got replay.Decoded) string {
	if want.kind != model.ListedOutcome {
		return ""
	}
	if want.complete != got.Complete {
		return fmt.Sprintf("%s: complete is %v in the manual (%v), %v in the engine", want.entry.Name, want.complete, want.params, got.Complete)
	}
	if !want.complete || want.entry.TypeName == "" {
		return ""
	}
	for _, p := range want.entry.Params {
		if p.Schema.HoldsErrors() || p.Private {
			continue
		}
		w, ok := want.params[p.Name]
		v, has := got.Params[p.Name]
		g := any(nil)
		if has {
			g = plain(v)
		}
		if (ok && w != nil || g != nil) && !same(p.Schema, w, g) {
			return fmt.Sprintf("%s: %s is %v in the manual, %v in the engine", want.entry.Name, p.Name, text(w), text(g))
		}
	}
	return ""
}

func text(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// same compares values as their Go type holds them.
func same(s *model.Schema, a, b any) bool {
	if n, ok := a.(json.Number); ok {
		m, ok := b.(json.Number)
		x, _ := n.Float64()
		y, _ := m.Float64()
		return ok && (x == y || equal(a, b) || isCut(s, x, y))
	}
	if x, ok := a.(string); ok && s.Resolved().Format == "byte" {
		y, _ := b.(string)
		p, _ := bytesOf(x)
		q, _ := bytesOf(y)
		return bytes.Equal(p, q)
	}
	return equal(a, b)
}

// isCut reports whether a duration is longer than Go's type can hold.
func isCut(s *model.Schema, want, got float64) bool {
	switch s.Resolved().Format {
	case "seconds", "milliseconds":
		return math.Abs(want) > math.Abs(got) && math.Abs(got) > 9e9
	}
	return false
}

// pairs is how many responses are compared, which ERRGEN_PAIRS sets: of each catalog as
// many as it has of all that are known.
func pairs() int {
	if n, err := strconv.Atoi(os.Getenv("ERRGEN_PAIRS")); err == nil {
		return n
	}
	switch {
	case os.Getenv("ERRGEN_LONG") != "":
		return 1_000_000
	case testing.Short():
		return 5_000
	}
	return 15_000
}

func TestDocumented(t *testing.T) {
	r := newReport(t)
	for _, s := range subjects(t) {
		for i, response := range s.responses {
			r.compare(s, response, fmt.Sprint("response ", i))
		}
	}
	r.done()
}

func TestMutated(t *testing.T) {
	r := newReport(t)
	all := subjects(t)
	bases := 0
	for _, s := range all {
		bases += len(s.responses)
	}
	each := max(1, pairs()/bases)
	for _, s := range all {
		for i := range s.responses {
			for k := range each {
				m := newMutator(s, i, k)
				r.compare(s, m.mutated(), fmt.Sprintf("response %d, mutation %d", i, k))
			}
		}
	}
	r.done()
}

// TestClosed compares what close frames are: documented ones, with other reasons, and
// with other codes.
func TestClosed(t *testing.T) {
	n := 0
	for _, s := range subjects(t) {
		for i := range s.closes {
			for k := range max(1, pairs()/2000) {
				m := newMutator(s, i, k)
				frame := m.frame(i, k)
				want, got := decodeClose(s.catalog, frame), s.program.DecodeClose(frame.code, frame.reason)
				if w, g := outcome(want.kind, want.entry, ""), outcome(got.Outcome.Kind, got.Outcome.Entry, ""); w != g {
					t.Errorf("%s: %d %q: the manual has %s, the engine %s", s.name, frame.code, frame.reason, w, g)
				}
				n++
			}
		}
	}
	t.Logf("%d frames", n)
}

// report gathers differences, a few of each catalog.
type report struct {
	t     *testing.T
	pairs int
	seen  map[string]int
	total int
}

func newReport(t *testing.T) *report { return &report{t: t, seen: map[string]int{}} }

func (r *report) compare(s *subject, resp response, seed string) {
	r.pairs++
	d := s.difference(resp)
	if d == "" {
		return
	}
	r.total++
	if r.seen[s.name]++; r.seen[s.name] > 3 {
		return
	}
	small := s.minimised(resp)
	r.t.Errorf("%s (%s): %s\n\t%s", s.name, seed, s.difference(small), show(small))
}

func (r *report) done() {
	r.t.Logf("%d pairs, %d differences in %d catalogs", r.pairs, r.total, len(r.seen))
}

func show(r response) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d", r.status)
	if r.head {
		b.WriteString(" HEAD")
	}
	for _, name := range sorted(r.header) {
		fmt.Fprintf(&b, " %s: %q", name, r.header[name])
	}
	fmt.Fprintf(&b, " %q", r.body)
	return strings.ReplaceAll(b.String(), `\"`, `"`)
}

func sorted(h http.Header) []string {
	var names []string
	for name := range h {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
