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
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Side is one generation of a catalog.
type Side struct {
	Catalog *model.Catalog
	Program *replay.Program
}

// Compare returns what has changed from one generation of a catalog to the next, the
// worst first. An error is a fault of errgen.
func Compare(before, after Side) ([]Change, error) {
	c := &comparison{before: before, after: after, pairs: match(before.Catalog, after.Catalog)}
	c.compareWire()
	if err := c.compareSource(); err != nil {
		return nil, err
	}
	c.compareEntries()
	c.compareEnvelopes()
	c.compareOperations()
	c.compareCatalogs()
	slices.SortStableFunc(c.changes, func(a, b Change) int { return cmp.Compare(b.Level, a.Level) })
	return c.changes, nil
}

// comparison is two generations that are compared.
type comparison struct {
	before, after Side
	pairs         pairs
	changes       []Change
}

// add notes a change.
func (c *comparison) add(change Change) { c.changes = append(c.changes, change) }
