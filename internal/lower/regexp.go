package lower

import "github.com/seed-1b9d9f04/errgen/templates/errgen"

// NeedsRegexp reports whether a text of a catalog takes an expression to match.
func NeedsRegexp(t *errgen.Table) bool {
	for i := range t.Schemas {
		if t.Schemas[i].Pattern != "" {
			return true
		}
	}
	for i := range t.Entries {
		for _, p := range matched(&t.Entries[i]) {
			if t.NeedsRegexp(&t.Entries[i], p) {
				return true
			}
		}
	}
	return false
}

// matched are the templates against which texts are matched.
func matched(e *errgen.Entry) []errgen.Program {
	var all []errgen.Program
	for i := range e.Causes {
		all = append(all, e.Causes[i].Want)
	}
	for i := range e.Reads {
		all = append(all, e.Reads[i].Code)
		for k := range e.Reads[i].Facts {
			all = append(all, e.Reads[i].Facts[k].Want)
		}
	}
	return all
}
