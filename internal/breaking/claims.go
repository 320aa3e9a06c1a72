package breaking

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
)

// compareClaims says which responses later clients take for another error than earlier
// ones, though no entry writes them: replay does not see these.
func (c *comparison) compareClaims() {
	for _, e := range c.after.Catalog.Entries {
		if old := c.pairs.earlier[e]; takesAnyCode(e) && !takesAnyCode(old) {
			c.add(Change{Rule: CatchAllAdded, Level: Warning, Category: WireBack, Subject: e.Name, Entry: true,
				Message: "clients built after this change read errors that the catalog does not list as " + e.Name + ", and get no ErrUnlisted for them",
				Before:  "an error that is not listed", After: e.Name, Remedy: "let its code, or the `status` it goes with, be one that it alone has"})
		}
	}
	c.compareOrder()
}

// takesAnyCode reports whether an entry is what errors of unknown codes are read as.
func takesAnyCode(e *model.Entry) bool { return e != nil && e.Code != nil && e.Code.Any }

// compareOrder says which entries have changed places of which one response can be both
// (docs/spec.md#step-8-several-are-left).
func (c *comparison) compareOrder() {
	if c.keepsOrder() {
		return
	}
	before := c.before.Catalog.Entries
	for _, env := range c.after.Catalog.Envelopes {
		for _, pair := range identity.InFileOrder(env) {
			first, other := c.pairs.earlier[pair.First], c.pairs.earlier[pair.Other]
			if first == nil || other == nil || slices.Index(before, first) < slices.Index(before, other) {
				continue
			}
			c.add(Change{Rule: OrderChanged, Level: Warning, Category: WireBack, Subject: pair.Other.Name, Entry: true,
				Message: "a response that has its text and that of " + diag.Quote(pair.First.Name) + " is read by clients built after this change as that, which stands before it now",
				Before:  other.Name, After: pair.First.Name, Remedy: "keep the order, or give one of them a code or status of its own"})
		}
	}
}

// keepsOrder reports whether the entries that both generations have stand in one order.
func (c *comparison) keepsOrder() bool {
	places := map[*model.Entry]int{}
	for i, e := range c.before.Catalog.Entries {
		places[e] = i
	}
	last := -1
	for _, e := range c.after.Catalog.Entries {
		old := c.pairs.earlier[e]
		if old == nil {
			continue
		}
		if places[old] < last {
			return false
		}
		last = places[old]
	}
	return true
}
