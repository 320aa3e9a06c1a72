package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// resolveFallback resolves the entry that is written for an uncatalogued error:
// it must need no data and have exactly one status.
func (r *resolver) resolveFallback() {
	t := r.file.Fallback
	if !t.Given() {
		return
	}
	m := r.entryNamed(t)
	if m == nil || r.entries.At(m.Name).broken {
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
	r.ReportfAt(t.Pos, diag.BadFallback, diag.Related{Pos: r.entries.At(m.Name).syntax.Name.Pos, Message: "the entry"},
		"name an entry with one status and no required param", "the fallback %s %s", diag.Quote(m.Name), why)
}
