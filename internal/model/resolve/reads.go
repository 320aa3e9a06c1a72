package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// resolveReads decides in which envelopes an entry is written and read.
func (r *resolver) resolveReads(e *entry) {
	var names []load.Text
	if link, _ := e.nearest(func(n *load.Entry) bool { return len(n.Envelope) > 0 }); link != nil {
		names = link.Envelope
	}
	if len(names) == 1 && names[0].S == "none" {
		return
	}
	if len(names) == 0 {
		r.onlyEnvelope(e)
	}
	for i, n := range names {
		env := r.envelopes.Named(n)
		if env == nil {
			e.broken = true
			continue
		}
		if slices.ContainsFunc(names[:i], func(m load.Text) bool { return m.S == n.S }) {
			r.Reportf(n.Pos, diag.DuplicateName, "name each envelope once", "envelope %s is named twice", diag.Quote(n.S))
			continue
		}
		e.envs = append(e.envs, env)
	}
	for _, env := range e.envs {
		e.model.Reads = append(e.model.Reads, env.Model)
		env.Model.Entries = append(env.Model.Entries, e.model)
	}
	if len(e.envs) > 0 {
		e.model.Envelope = e.envs[0].Model
	}
}

// onlyEnvelope gives the entry the catalog's only envelope of responses.
func (r *resolver) onlyEnvelope(e *entry) {
	var whole []*envelopes.Envelope
	for _, env := range r.envelopes.All() {
		if !env.Model.Part {
			whole = append(whole, env)
		}
	}
	if len(whole) == 1 {
		e.envs = whole
		return
	}
	e.broken = true
	if r.Lost["envelope"] {
		return
	}
	r.Reportf(e.syntax.Name.Pos, diag.EnvelopeNeeded, "say `envelope`, in the entry or under `defaults`; `none` for an entry without HTTP response",
		"the catalog has %d envelopes, and entry %s does not say which is its own", len(whole), diag.Quote(e.model.Name))
}
