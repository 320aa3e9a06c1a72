package resolve

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// declareGroups takes the catalog's sections, before entries name them.
func (r *resolver) declareGroups() {
	for _, n := range r.file.AllGroups() {
		g := &model.Group{Name: n.Name.S, Title: n.Title.S, Description: n.Description.S, Source: r.sourceNamed(n.Source)}
		if r.groups.Add(n.Name.S, g) {
			r.catalog.Groups = append(r.catalog.Groups, g)
		}
	}
}

// checkCounts compares the numbers of entries that the catalog claims.
func (r *resolver) checkCounts() {
	count := func(want load.Int, have int, what string) {
		if want.Given() && int(want.N) != have {
			r.Reportf(want.Pos, diag.CountMismatch, "add what is missing, or correct the count", "%s has %s, not %d", what, plural(have), want.N)
		}
	}
	count(r.file.Count, len(r.catalog.Entries), "the catalog")
	for _, n := range r.file.AllGroups() {
		if g, ok := r.groups.Get(n.Name.S); ok {
			count(n.Count, len(g.Entries), "group "+diag.Quote(n.Name.S))
		}
	}
}

func plural(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return strconv.Itoa(n) + " entries"
}
