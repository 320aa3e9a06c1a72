// Package breaking compares two generations of a catalog and says who breaks by the
// change: clients and servers that are already built, Go code that uses the package,
// readers of the documentation.
//
// It compares resolved catalogs, so that what is written in another place of the
// catalog, and means the same, is no change. What clients make of the responses it
// does not conclude from the differences: it runs the engine. Everything that one
// generation writes is read with the other's table.
package breaking

import (
	"cmp"
	"path"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Side is one generation of a catalog.
type Side struct {
	Catalog *model.Catalog
	Program *replay.Program
}

// Compare returns what has changed from one generation of some catalogs to the next,
// the worst first, by the terms of the comparison. A catalog is the same in both if its package is, or, if its
// package is renamed, its file. An error is a fault of errgen.
func Compare(before, after []Side, terms Terms) ([]Change, error) {
	var changes []Change
	note := func(of Side, found ...Change) {
		for i := range found {
			found[i].Catalog = of.Catalog
		}
		changes = append(changes, found...)
	}
	earlier := pairCatalogs(before, after)
	kept := map[*model.Catalog]bool{}
	for _, s := range after {
		old, ok := earlier[s.Catalog]
		if !ok {
			note(s, withLevels([]Change{{Rule: CatalogAdded, Level: Info, Category: Contract, Subject: "package " + s.Catalog.Package,
				Message: "there is a new catalog"}}, terms.Levels)...)
			continue
		}
		kept[old.Catalog] = true
		found, err := compareSides(old, s, terms)
		if err != nil {
			return nil, err
		}
		note(s, found...)
	}
	for _, s := range before {
		if !kept[s.Catalog] {
			note(s, withLevels([]Change{{Rule: CatalogRemoved, Level: Error, Category: Source, Subject: "package " + s.Catalog.Package,
				Message: "Go code that imports the package does not find it, and nothing documents its errors", Remedy: "keep the catalog until nobody uses its package"}}, terms.Levels)...)
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(b.Level, a.Level) })
	return changes, nil
}

// pairCatalogs are the earlier generations of catalogs.
func pairCatalogs(before, after []Side) map[*model.Catalog]Side {
	earlier := map[*model.Catalog]Side{}
	taken := map[*model.Catalog]bool{}
	pair := func(same func(a, b *model.Catalog) bool) {
		for _, s := range after {
			i := slices.IndexFunc(before, func(old Side) bool { return !taken[old.Catalog] && same(old.Catalog, s.Catalog) })
			if _, paired := earlier[s.Catalog]; !paired && i >= 0 {
				earlier[s.Catalog] = before[i]
				taken[before[i].Catalog] = true
			}
		}
	}
	pair(func(a, b *model.Catalog) bool { return a.Package == b.Package })
	pair(func(a, b *model.Catalog) bool { return path.Base(a.File) == path.Base(b.File) })
	return earlier
}

// compareSides compares two generations of one catalog.
func compareSides(before, after Side, terms Terms) ([]Change, error) {
	c := &comparison{before: before, after: after, pairs: match(before.Catalog, after.Catalog), terms: terms, policy: policyOf(before.Catalog, after.Catalog, terms)}
	c.compareWire()
	c.compareClaims()
	if err := c.compareSource(); err != nil {
		return nil, err
	}
	c.compareEntries()
	c.compareEnvelopes()
	c.compareOperations()
	c.compareCatalogs()
	c.compareExamples()
	c.settle()
	return c.changes, nil
}

// comparison is two generations that are compared.
type comparison struct {
	before, after Side
	pairs         pairs
	terms         Terms
	policy        model.Policy
	changes       []Change
}

// add notes a change.
func (c *comparison) add(change Change) { c.changes = append(c.changes, change) }
