package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
)

// checkIdentity reports entries that no response can tell apart.
func (r *resolver) checkIdentity() {
	broken := func(e *model.Entry) bool { return r.entries.At(e.Name).broken }
	for _, t := range identity.FindTwins(r.catalog, broken) {
		what, remedy := "the same close code and reason", "give one of them another close code or reason, or make one the `parent` of the other"
		if t.Envelope != nil {
			what = "the same code, status and filled fields in envelope " + diag.Quote(t.Envelope.Name)
			remedy = "give one of them another code, status or text, or make one the `parent` of the other; where only the operation differs, keep one and name it under `operations`"
		}
		r.reportAlike(t.Other, t.First, remedy, "entries %s and %s have %s", diag.Quote(t.First.Name), diag.Quote(t.Other.Name), what)
	}
	for _, env := range r.catalog.Envelopes {
		for _, t := range identity.Hidden(env, broken, r.Checker) {
			r.reportAlike(t.Other, t.First, "declare it before the other, or let their params have no values in common",
				"each text of entry %s is one of entry %s, which stands before it", diag.Quote(t.Other.Name), diag.Quote(t.First.Name))
		}
	}
	for _, e := range r.entries.All() {
		if !e.broken {
			r.checkTold(e, broken)
		}
	}
}

// reportAlike reports an entry that no response can tell from another one.
func (r *resolver) reportAlike(e, other *model.Entry, remedy, format string, args ...any) {
	related := diag.Related{Pos: r.entries.At(other.Name).syntax.Name.Pos, Message: "the other entry"}
	r.ReportfAt(r.entries.At(e.Name).syntax.Name.Pos, diag.Indistinguishable, related, remedy, format, args...)
}

// checkTold reports an entry that is read as another one, since nothing tells it.
func (r *resolver) checkTold(e *entry, broken func(*model.Entry) bool) {
	if other := identity.MistakenFor(e.model, broken); other != nil {
		r.reportAlike(e.model, other, "give it a code, a status, or a text",
			"entry %s has no code, no status and no filled field: its responses are read as %s", diag.Quote(e.model.Name), diag.Quote(other.Name))
	}
}
