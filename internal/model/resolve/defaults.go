package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// checkDefaults checks the names under `defaults` against all envelopes: each
// entry takes of them what its own envelopes have.
func (r *resolver) checkDefaults() {
	envs := r.envelopes.All()
	for _, f := range r.file.Joined() {
		d := f.Defaults
		if d == nil {
			continue
		}
		r.checkFieldNames(d, envs)
		for _, n := range d.Match {
			if envs.Field(n.S) == nil {
				r.envelopes.UnknownField(n, envs)
			}
		}
	}
}

// checkFieldNames reports fields that a link of a chain fills or omits itself
// and that no envelope has.
func (r *resolver) checkFieldNames(n *load.Entry, envs envelopes.Set) {
	for _, m := range n.Fields {
		if envs.Field(m.Key.S) == nil {
			r.envelopes.UnknownField(m.Key, envs)
		}
	}
	for _, name := range n.Omit {
		switch {
		case envs.Field(name.S) == nil && !envs.HasSpecial(name.S):
			r.envelopes.UnknownField(name, envs)
		case !envs.MayOmit(name.S):
			r.Reportf(name.Pos, diag.OmitRequired, "make its place in the body `optional`, or fill it", "field %s cannot be omitted: the envelope requires it", diag.Quote(name.S))
		}
	}
}

// checkDefaultParams reports params under `defaults` that no entry uses.
func (r *resolver) checkDefaultParams(uses map[*load.Schema]bool) {
	for _, f := range r.file.Joined() {
		if f.Defaults == nil {
			continue
		}
		for _, p := range f.Defaults.Params {
			if used, seen := uses[p.Schema]; seen && !used {
				r.reportUnused(p.Name)
			}
		}
	}
}

func (r *resolver) reportUnused(name load.Text) {
	r.Reportf(name.Pos, diag.UnusedParam, "let it stand in a field, header, text or code as {"+name.S+"}, say `in: f` for a field of further members, or `private: true` if it is for logs only",
		"nothing uses param %s", diag.Quote(name.S))
}
