package resolve

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// declareGroups takes the catalog's sections, before entries name them.
func (r *resolver) declareGroups() {
	for _, n := range r.file.Groups {
		g := &model.Group{Name: n.Name.S, Title: n.Title.S, Description: n.Description.S, Source: r.sourceNamed(n.Source)}
		if r.groups.add(n.Name.S, g) {
			r.catalog.Groups = append(r.catalog.Groups, g)
		}
	}
}

// checkCounts compares the numbers of entries that the catalog claims.
func (r *resolver) checkCounts() {
	count := func(want load.Int, have int, what string) {
		if want.Given() && int(want.N) != have {
			r.report(want.Pos, diag.CountMismatch, "add what is missing, or correct the count", "%s has %s, not %d", what, plural(have), want.N)
		}
	}
	count(r.file.Count, len(r.catalog.Entries), "the catalog")
	for _, n := range r.file.Groups {
		if g, ok := r.groups.get(n.Name.S); ok {
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

// resolveOperations resolves what each operation can return.
func (r *resolver) resolveOperations() {
	for _, n := range r.file.Operations {
		o := &model.Operation{Name: n.Name.S, Description: n.Description.S, Method: n.Method.S, Path: n.Path.S}
		for _, name := range n.Errors {
			e := r.entryNamed(name)
			switch {
			case e == nil:
			case slices.Contains(o.Errors, e):
				r.report(name.Pos, diag.DuplicateName, "name each entry once", "entry %s is named twice", diag.Quote(name.S))
			default:
				o.Errors = append(o.Errors, e)
			}
		}
		r.catalog.Operations = append(r.catalog.Operations, o)
	}
}

// resolveRetired checks that nothing retired is used again.
func (r *resolver) resolveRetired() {
	codes, names := map[string]load.Text{}, map[string]load.Text{}
	for _, n := range r.file.Retired {
		r.catalog.Retired = append(r.catalog.Retired, model.Retired{
			Code: n.Code.S, Name: n.Name.S, Since: n.Since.S, Replacement: n.Replacement.S, Reason: n.Reason.S,
		})
		if !n.Code.Given() && !n.Name.Given() {
			r.report(n.Pos, diag.BadRetired, "say its `code`, its `name` or both", "what is retired has neither `code` nor `name`")
		}
		if n.Code.Given() {
			codes[n.Code.S] = n.Code
		}
		if n.Name.Given() {
			names[n.Name.S] = n.Name
		}
		r.entryNamed(n.Replacement)
	}
	for _, e := range r.entries.all() {
		if t, ok := names[e.model.Name]; ok {
			r.reportRetired(e.syntax.Name.Pos, t, "name")
		}
		if t, ok := codes[e.model.Code.Text()]; ok && e.syntax.Code != nil {
			r.reportRetired(e.syntax.Code.Pos, t, "code")
		}
	}
}

func (r *resolver) reportRetired(pos diag.Pos, t load.Text, what string) {
	r.reportAt(pos, diag.RetiredInUse, diag.Related{Pos: t.Pos, Message: "retired here"},
		"choose another "+what+", or take it out of `retired`", "the %s %s is retired and must not be used again", what, diag.Quote(t.S))
}

// resolveFallback resolves the entry that is written for an uncatalogued error:
// it must need no data and have exactly one status.
func (r *resolver) resolveFallback() {
	t := r.file.Fallback
	if !t.Given() {
		return
	}
	m := r.entryNamed(t)
	if m == nil || r.entries.by[m.Name].broken {
		return
	}
	r.catalog.Fallback = m
	why := ""
	_, single := m.Status.Only()
	switch {
	case m.Envelope == nil || m.Envelope.Part:
		why = "has no HTTP response"
	case !single:
		why = "does not have exactly one status"
	case !m.Static:
		why = "takes params, which nobody would give"
	default:
		return
	}
	r.reportAt(t.Pos, diag.BadFallback, diag.Related{Pos: r.entries.by[m.Name].syntax.Name.Pos, Message: "the entry"},
		"name an entry with one status and no required param", "the fallback %s %s", diag.Quote(m.Name), why)
}
