package study

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
)

// isLong reports whether the whole study is asked for.
func isLong() bool { return os.Getenv("ERRGEN_LONG") == "1" }

// isSource reports whether a change says that Go code breaks.
func isSource(c breaking.Change) bool {
	return c.Level == breaking.Error && c.Category == breaking.Source
}

// TestSource: Go code that go/types or apidiff sees break is said to, and code that is
// said to break does, but for what compiles and means something else, of which TestWire
// is the judge.
func TestSource(t *testing.T) {
	all := bases(t)
	most, stride := 6, 1
	if !isLong() {
		all, most, stride = some(all, 20), 1, 6
	}
	j := newSourceJudge(t, all[0].side)
	broken := 0
	for i, b := range all {
		inParts(t, "source", b, func(t *testing.T) (records []*record) {
			was := j.typed(t, b.side)
			for _, p := range b.pairs(t, most, everyNth(i, stride)) {
				r := p.record()
				why := j.breaks(t, was, p.side)
				if r.Source = len(why) > 0; r.Source {
					broken++
				}
				p.holdSource(t, why)
				records = append(records, r)
			}
			return append(records, b.gone(t), b.added(t), b.moved(t))
		})
	}
	t.Logf("%d break code that compiled", broken)
	if !isPart() && broken < 20 {
		t.Error("the judge has nothing to do")
	}
}

// holdSource holds what is said of Go code to why it breaks.
func (p *pair) holdSource(t *testing.T, why []string) {
	t.Helper()
	said := p.said(func(c breaking.Change) bool {
		return isSource(c) || c.Rule == breaking.ErrorRemoved && p.mutation.number == 8
	})
	loud := p.said(func(c breaking.Change) bool { return isSource(c) && !slices.Contains(silently, c.Rule) })
	switch {
	case len(why) > 0 && len(said) == 0:
		t.Errorf("%s: it breaks, and nothing is said: %s", p, why[0])
	case len(why) == 0 && len(loud) > 0:
		t.Errorf("%s: it is said to break, and compiles: %s %s: %s", p, loud[0].Rule, loud[0].Subject, loud[0].Message)
	}
}

// gone is what is said where a catalog is gone: no package, and no code that imports it
// compiles.
func (b base) gone(t *testing.T) *record {
	t.Helper()
	p := b.alone(t, []breaking.Side{b.side}, nil, 110, "catalog removed")
	if len(p.said(isSource)) == 0 {
		t.Errorf("%s: it breaks, and nothing is said", p)
	}
	r := p.record()
	r.Source = true
	return r
}

// moved is what is said where the package has another name, which no code imports.
func (b base) moved(t *testing.T) *record {
	t.Helper()
	after := named(t, b.tree, b.read, "brandnew")
	p := b.alone(t, []breaking.Side{b.side}, []breaking.Side{after}, 97, "package renamed")
	if len(p.said(isSource)) == 0 {
		t.Errorf("%s: it breaks, and nothing is said", p)
	}
	r := p.record()
	r.Source = true
	return r
}

// added is what is said where a catalog is new, by which nobody breaks.
func (b base) added(t *testing.T) *record {
	t.Helper()
	p := b.alone(t, nil, []breaking.Side{b.side}, 110, "catalog added")
	for _, c := range p.said(func(c breaking.Change) bool { return c.Level == breaking.Error }) {
		t.Errorf("%s: nobody breaks, and it is said: %s", p, c.Message)
	}
	return p.record()
}

// alone is a pair that no mutation has made.
func (b base) alone(t *testing.T, before, after []breaking.Side, number int, name string) *pair {
	t.Helper()
	changes, err := breaking.Compare(before, after, breaking.Terms{})
	if err != nil {
		t.Fatal(err)
	}
	return &pair{base: b, mutation: mutation{number: number, name: name}, changes: changes}
}

// silently are the rules of what compiles and means something else.
var silently = []breaking.Rule{breaking.GoArguments, breaking.DefaultChanged, breaking.ParentGone, breaking.GoValue}

// some are n things of a list, evenly spread.
func some[T any](all []T, n int) []T {
	var found []T
	for i := 0; i < n && i < len(all); i++ {
		found = append(found, all[i*len(all)/min(n, len(all))])
	}
	return found
}

// kinds are so many kinds of changes that are known to break somebody.
const kinds = 111

// TestKinds: each kind of change is made, but for 110, a catalog that is new or gone, of
// which there is no tree to change.
func TestKinds(t *testing.T) {
	made := map[int]bool{110: true}
	names := map[string]bool{}
	for _, m := range mutations {
		if names[m.name] {
			t.Errorf("two changes are called %s", m.name)
		}
		made[m.number], names[m.name] = true, true
	}
	for n := range kinds {
		if !made[n+1] {
			t.Errorf("no change is of kind %d", n+1)
		}
	}
}

// TestMutations says how often each mutation applies, and that each does somewhere.
func TestMutations(t *testing.T) {
	if !isLong() {
		t.Skip("makes all mutations")
	}
	made := map[string]int{}
	total := 0
	for _, b := range bases(t) {
		for _, p := range b.pairs(t, 25, everyNth(0, 1)) {
			made[p.mutation.name]++
			total++
		}
	}
	var lines []string
	for _, m := range mutations {
		lines = append(lines, fmt.Sprintf("%d %s: %d", m.number, m.name, made[m.name]))
		if made[m.name] == 0 {
			t.Errorf("%d %s applies nowhere", m.number, m.name)
		}
	}
	t.Logf("%d pairs\n%s", total, strings.Join(lines, "\n"))
}
