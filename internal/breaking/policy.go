package breaking

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// The words of policies.
const (
	closed   = "closed"
	stable   = "stable"
	bySunset = "sunset"
)

// Terms are what a comparison goes by beside the catalogs.
type Terms struct {
	Policy  model.Policy      // what holds where a catalog says nothing else
	Levels  map[string]string // of rules: error, warning, info, or off
	Today   string            // 2027-01-31
	Against string            // the revision that is compared with; it may be a version
}

// policyOf is the policy that a comparison goes by: that of the later generation, and what
// the earlier one has promised to those who were built with it.
func policyOf(before, after *model.Catalog, terms Terms) model.Policy {
	policy, promised := after.Policy.Or(terms.Policy), before.Policy.Or(terms.Policy)
	if promised.Codes == closed {
		policy.Codes = closed
	}
	if promised.Texts == stable {
		policy.Texts = stable
	}
	if promised.Removal == bySunset {
		policy.Removal = bySunset
	}
	return policy
}

// settle gives the changes of a catalog the levels that its policy, the levels of rules
// and its acceptances ask for.
func (c *comparison) settle() {
	for i := range c.changes {
		c.judgeByPolicy(&c.changes[i])
	}
	c.changes = withLevels(c.changes, c.terms.Levels)
	c.changes = append(c.changes, c.terms.accept(c.changes, c.after.Catalog.Accepted, c.before.Catalog.Accepted)...)
}

// judgeByPolicy gives a change the level that the catalog's policy asks for.
func (c *comparison) judgeByPolicy(change *Change) {
	switch {
	case c.policy.Codes == closed && (change.Rule == OperationError || change.Rule == ErrorAdded && !c.isRefinement(change.Subject)):
		change.Level, change.Remedy = Error, "make it a child of an error that there is, with its code: clients read it as that"
	case c.policy.Texts == stable && change.Rule == TextChanged:
		change.Level, change.Remedy = Error, "keep the text; add an error that says the other one"
	}
	if len(c.policy.Unstable) > 0 && change.Entry && c.isUnstable(change.Subject) {
		change.Level = Info
	}
}

// isRefinement reports whether a new entry is a kind of an earlier one with its code, as
// which clients read it.
func (c *comparison) isRefinement(name string) bool {
	e := entryOf(c.after.Catalog, name)
	return e != nil && e.Parent != nil && c.pairs.earlier[e.Parent] != nil && codeOf(e) == codeOf(e.Parent) && codeOf(e) != ""
}

// isUnstable reports whether an entry was of a stability that may break.
func (c *comparison) isUnstable(name string) bool {
	old := c.pairs.earlier[entryOf(c.after.Catalog, name)]
	if old == nil {
		old = entryOf(c.before.Catalog, name)
	}
	return old != nil && old.Stability != "" && slices.Contains(c.policy.Unstable, old.Stability)
}

// entryOf is the entry of a name, nil if there is none.
func entryOf(c *model.Catalog, name string) *model.Entry {
	i := slices.IndexFunc(c.Entries, func(e *model.Entry) bool { return e.Name == name })
	if i < 0 {
		return nil
	}
	return c.Entries[i]
}

// hasPassed reports whether the day on which an entry was to be gone was announced, and
// is over.
func (c *comparison) hasPassed(e *model.Entry) bool {
	return e.Deprecated != nil && e.Deprecated.Sunset != "" && e.Deprecated.Sunset < c.terms.Today
}

// withLevels gives changes the levels that their rules have been given, and leaves out
// those of rules that are off.
func withLevels(changes []Change, levels map[string]string) []Change {
	var kept []Change
	for _, c := range changes {
		level, given := levels[string(c.Rule)]
		for _, l := range report.Levels() {
			if l.String() == level {
				c.Level = l
			}
		}
		if !given || level != "off" {
			kept = append(kept, c)
		}
	}
	return kept
}
