package study

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"os"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// base is a catalog that is mutated.
type base struct {
	name  string
	tree  *node
	whole *node // with its examples
	read  load.ReadFunc
	side  breaking.Side
}

// generation makes a generation of a catalog; false if it has findings.
func generation(tree *node, read load.ReadFunc) (breaking.Side, bool) {
	var l diag.List
	f := load.BytesWith("catalog.yaml", []byte(text(tree)), read, &l)
	if f == nil {
		return breaking.Side{}, false
	}
	c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	return breaking.Side{Catalog: c, Program: program}, c != nil && l.Len() == 0
}

// bases are the four catalogs, those of vendors and those of the stress tests, without
// their examples: what a documented response is no longer would be a finding. Only
// packages for both sides can judge.
func bases(t *testing.T) []base {
	t.Helper()
	var all []base
	for _, pattern := range []string{"spec/*.yaml", "testdata/stress/*.yaml", "testdata/decode/vendors/*.yaml"} {
		files, _ := filepath.Glob("../../../" + pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b := base{name: strings.TrimPrefix(file, "../../../"), tree: parse(string(data)),
				whole: parse(string(data)), read: func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(filepath.Dir(file), name)) }}
			for _, tree := range []*node{b.tree, b.whole} {
				del(tree, "count")
				for _, g := range members(get(tree, "groups")) {
					del(g.value, "count")
				}
			}
			del(b.tree, "examples")
			side, ok := generation(b.tree, b.read)
			if b.side = side; ok && side.Catalog.Sides.Client() && side.Catalog.Sides.Server() {
				all = append(all, b)
			}
		}
	}
	if len(all) < 60 {
		t.Fatalf("only %d catalogs", len(all))
	}
	return all
}

// pair is a catalog and one mutation of it, with what is said of it.
type pair struct {
	base     base
	mutation mutation
	site     int
	tree     *node
	side     breaking.Side
	changes  []breaking.Change
}

func (p *pair) String() string {
	return fmt.Sprintf("%s, %d %s, site %d", p.base.name, p.mutation.number, p.mutation.name, p.site)
}

// pairs makes mutations of a catalog, those that are catalogs: of the kinds that are
// taken, at most most of a kind, evenly spread over its places.
func (b base) pairs(t *testing.T, most int, take selection) []*pair {
	t.Helper()
	var all []*pair
	for k, m := range mutations {
		if take(k, m) {
			all = append(all, b.of(m).mutated(t, m, most)...)
		}
	}
	return all
}

// selection says of a kind of changes, by its place in the list too, whether it is taken.
type selection func(k int, m mutation) bool

// everyNth takes one kind of so many, others for each first.
func everyNth(first, stride int) selection {
	return func(k int, _ mutation) bool { return (k+first)%stride == 0 }
}

// of is a base as a mutation is made of it: with its examples if it is about them.
func (b base) of(m mutation) base {
	if m.number == examplesChanged {
		if side, ok := generation(b.whole, b.read); ok {
			b.tree, b.side = b.whole, side
		}
	}
	return b
}

// mutated makes one mutation of a catalog, at most most times.
func (b base) mutated(t *testing.T, m mutation, most int) []*pair {
	t.Helper()
	var all []*pair
	before := text(b.tree)
	for tried, i := range spread(len(m.sites(clone(b.tree))), most) {
		if len(all) == most || tried == maxTried {
			break
		}
		tree := clone(b.tree)
		if !m.sites(tree)[i]() || text(tree) == before {
			continue
		}
		side, ok := generation(tree, b.read)
		if !ok {
			continue
		}
		changes, err := breaking.Compare([]breaking.Side{b.side}, []breaking.Side{side}, breaking.Terms{})
		if err != nil {
			t.Fatalf("%s, %s: %v", b.name, m.name, err)
		}
		all = append(all, &pair{b, m, i, tree, side, changes})
	}
	return all
}

// maxTried is at how many places a mutation is tried that is no catalog at most of them.
const maxTried = 60

// spread are the numbers below n in an order of which the first few lie far apart.
func spread(n, few int) []int {
	var all []int
	step := max(1, n/few)
	for first := range step {
		for i := first; i < n; i += step {
			all = append(all, i)
		}
	}
	return all
}

// said are the changes of some kind.
func (p *pair) said(of func(breaking.Change) bool) []breaking.Change {
	return slices.DeleteFunc(slices.Clone(p.changes), func(c breaking.Change) bool { return !of(c) })
}

// emitted are the files of the package of a tree under another name, by folders.
func emitted(t *testing.T, side breaking.Side) map[string]map[string][]byte {
	t.Helper()
	files, err := golang.New().Emit(side.Catalog, gen.Target{Catalog: "catalog.yaml", ImportPath: "judge/" + side.Catalog.Package})
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]map[string][]byte{}
	for _, f := range files {
		if path.Base(f.Path) == "example_test.go" {
			continue
		}
		dir := path.Dir(f.Path)
		if folders[dir] == nil {
			folders[dir] = map[string][]byte{}
		}
		folders[dir][path.Base(f.Path)] = f.Content
	}
	return folders
}
