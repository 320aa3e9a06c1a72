package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// checkDefaults checks the names under `defaults` against all envelopes: each
// entry takes of them what its own envelopes have.
func (r *resolver) checkDefaults() {
	d := r.file.Defaults
	if d == nil {
		return
	}
	envs := r.envelopes.All()
	r.checkFieldNames(d, envs)
	for _, n := range d.Match {
		if !hasField(envs, n.S) {
			r.unknownField(n, envs)
		}
	}
}

// checkFieldNames reports fields that a link of a chain fills or omits itself
// and that no envelope has.
func (r *resolver) checkFieldNames(n *load.Entry, envs []*envelope) {
	for _, m := range n.Fields {
		if !hasField(envs, m.Key.S) {
			r.unknownField(m.Key, envs)
		}
	}
	for _, name := range n.Omit {
		switch {
		case !hasField(envs, name.S) && !hasSpecial(envs, name.S):
			r.unknownField(name, envs)
		case !mayOmit(envs, name.S):
			r.Reportf(name.Pos, diag.OmitRequired, "make its place in the body `optional`, or fill it", "field %s cannot be omitted: the envelope requires it", diag.Quote(name.S))
		}
	}
}

// mayOmit reports whether a field is optional in one of the envelopes.
func mayOmit(envs []*envelope, name string) bool {
	return slices.ContainsFunc(envs, func(e *envelope) bool {
		f, ok := e.fields.Get(name)
		switch {
		case name == "status" && e.status != nil:
			f, ok = e.status, true
		case name == "code" && e.code != nil:
			f, ok = e.code, true
		}
		return ok && f.model.Optional
	})
}

func hasField(envs []*envelope, name string) bool {
	return slices.ContainsFunc(envs, func(e *envelope) bool { _, ok := e.fields.Get(name); return ok })
}

// hasSpecial reports whether a name is that of a status or code leaf.
func hasSpecial(envs []*envelope, name string) bool {
	return slices.ContainsFunc(envs, func(e *envelope) bool {
		return name == "status" && e.status != nil || name == "code" && e.code != nil
	})
}

// checkDefaultParams reports params under `defaults` that no entry uses.
func (r *resolver) checkDefaultParams(uses map[*load.Schema]bool) {
	if r.file.Defaults == nil {
		return
	}
	for _, p := range r.file.Defaults.Params {
		if used, seen := uses[p.Schema]; seen && !used {
			r.reportUnused(p.Name)
		}
	}
}

func (r *resolver) reportUnused(name load.Text) {
	r.Reportf(name.Pos, diag.UnusedParam, "let it stand in a field, header, text or code as {"+name.S+"}, say `in: f` for a field of further members, or `private: true` if it is for logs only",
		"nothing uses param %s", diag.Quote(name.S))
}
