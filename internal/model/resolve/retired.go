package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// resolveBreaking takes over which changes of the catalog may break whom.
func (r *resolver) resolveBreaking() {
	b := r.file.Breaking
	if b == nil {
		return
	}
	r.catalog.Policy = model.Policy{Codes: b.Codes.S, Texts: b.Texts.S, Removal: b.Removal.S}
	for _, s := range b.Unstable {
		r.catalog.Policy.Unstable = append(r.catalog.Policy.Unstable, s.S)
	}
	for _, a := range b.Accept {
		r.catalog.Accepted = append(r.catalog.Accepted, model.Acceptance{
			Rule: a.Rule.S, Of: a.Of.S, Because: a.Because.S, Until: a.Until.S, Version: a.Version.S,
		})
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
			r.Reportf(n.Pos, diag.BadRetired, "say its `code`, its `name` or both", "what is retired has neither `code` nor `name`")
		}
		if n.Code.Given() {
			codes[n.Code.S] = n.Code
		}
		if n.Name.Given() {
			names[n.Name.S] = n.Name
		}
		r.entryNamed(n.Replacement)
	}
	for _, e := range r.entries.All() {
		if t, ok := names[e.model.Name]; ok {
			r.reportRetired(e.syntax.Name.Pos, t, "name")
		}
		if t, ok := codes[e.model.Code.Text()]; ok && e.syntax.Code != nil {
			r.reportRetired(e.syntax.Code.Pos, t, "code")
		}
	}
}

func (r *resolver) reportRetired(pos diag.Pos, t load.Text, what string) {
	r.ReportfAt(pos, diag.RetiredInUse, diag.Related{Pos: t.Pos, Message: "retired here"},
		"choose another "+what+", or take it out of `retired`", "the %s %s is retired and must not be used again", what, diag.Quote(t.S))
}
