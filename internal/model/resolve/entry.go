package resolve

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// entry is an entry with what its resolution needs to remember.
type entry struct {
	syntax *load.Entry
	model  *model.Entry
	goName string        // X of ErrX, XError, NewX
	end    diag.Pos      // where the next entry begins; no place after the last
	chain  []*load.Entry // itself, its ancestors, the catalog's defaults
	envs   []*envelope   // those it is read in, the written one first
	broken bool          // not all of it could be resolved
}

// declareEntries takes the names of the entries.
func (r *resolver) declareEntries() {
	for i, n := range r.file.Errors {
		e := &entry{syntax: n, model: &model.Entry{Name: n.Name.S}}
		if i+1 < len(r.file.Errors) {
			e.end = r.file.Errors[i+1].Name.Pos
		}
		e.goName = r.goNameOf(n.GoName, n.Name.S)
		e.model.Const = "Err" + e.goName
		if !r.entries.add(n.Name.S, e) {
			continue // a duplicate key
		}
		r.pkg.claim(e.model.Const, n.Name.Pos, "the constant of entry "+diag.Quote(n.Name.S))
		r.catalog.Entries = append(r.catalog.Entries, e.model)
	}
}

// resolveEntries resolves all entries.
func (r *resolver) resolveEntries() {
	es := r.entries.all()
	for _, e := range es {
		r.linkParent(e)
	}
	r.breakCycles(es)
	for _, e := range es {
		r.resolveChain(e)
		r.resolveReads(e)
	}
	r.checkDefaults()
	uses := map[*load.Schema]bool{}
	for _, e := range es {
		if e.broken {
			continue
		}
		s := newScope(r, e)
		s.resolve()
		for _, d := range s.declared {
			uses[d.syntax] = uses[d.syntax] || s.kept[d.name.S]
		}
	}
	r.checkDefaultParams(uses)
	for _, e := range es {
		r.claimEntry(e)
	}
}

func (r *resolver) linkParent(e *entry) {
	if p := e.syntax.Parent; p.Given() {
		parent, ok := r.entries.get(p.S)
		if !ok {
			r.unknown(p, diag.UnknownEntry, "entry", r.entries.names)
			e.broken = true
			return
		}
		e.model.Parent = parent.model
	}
}

// depthLimit is how many ancestors an entry can have.
const depthLimit = 64

// breakCycles reports entries that are their own ancestors, each cycle once.
func (r *resolver) breakCycles(es []*entry) {
	states := map[*model.Entry]state{}
	for _, e := range es {
		var path []*model.Entry
		m := e.model
		for ; m != nil && states[m] == untouched; m = m.Parent {
			states[m] = underway
			path = append(path, m)
		}
		if m != nil && states[m] == underway {
			r.reportFamily(path[slices.Index(path, m):])
		}
		for _, p := range path {
			states[p] = done
		}
	}
}

func (r *resolver) reportFamily(cycle []*model.Entry) {
	names := make([]string, 0, len(cycle)+1)
	for _, m := range append(slices.Clone(cycle), cycle[0]) {
		names = append(names, diag.Quote(m.Name))
		r.entries.by[m.Name].broken = true
	}
	first := r.entries.by[cycle[0].Name]
	r.report(first.syntax.Parent.Pos, diag.ParentCycle, "leave one `parent` out", "an entry is its own ancestor: %s", strings.Join(names, " has the parent "))
	for _, m := range cycle {
		m.Parent = nil
	}
}

// resolveChain collects the entry, its ancestors and the catalog's defaults.
func (r *resolver) resolveChain(e *entry) {
	e.chain = append(e.chain, e.syntax)
	for m := e.model.Parent; m != nil; m = m.Parent {
		parent := r.entries.by[m.Name]
		e.broken = e.broken || parent.broken
		e.chain = append(e.chain, parent.syntax)
		if len(e.chain) > depthLimit {
			r.report(e.syntax.Parent.Pos, diag.ParentCycle, "let it inherit from an elder entry", "entry %s has more than %d ancestors", diag.Quote(e.model.Name), depthLimit)
			e.broken = true
			return
		}
	}
	if p := e.model.Parent; p != nil {
		p.Children = append(p.Children, e.model)
	}
	if r.file.Defaults != nil {
		e.chain = append(e.chain, r.file.Defaults)
	}
}

// resolveReads decides in which envelopes an entry is written and read.
func (r *resolver) resolveReads(e *entry) {
	var names []load.Text
	for _, link := range e.chain {
		if len(link.Envelope) > 0 {
			names = link.Envelope
			break
		}
	}
	if len(names) == 1 && names[0].S == "none" {
		return
	}
	if len(names) == 0 {
		r.onlyEnvelope(e)
	}
	for i, n := range names {
		env, ok := r.envelopes.get(n.S)
		if !ok {
			r.unknown(n, diag.UnknownEnvelope, "envelope", r.envelopes.names)
			e.broken = true
			continue
		}
		if slices.ContainsFunc(names[:i], func(m load.Text) bool { return m.S == n.S }) {
			r.report(n.Pos, diag.DuplicateName, "name each envelope once", "envelope %s is named twice", diag.Quote(n.S))
			continue
		}
		e.envs = append(e.envs, env)
	}
	for _, env := range e.envs {
		e.model.Reads = append(e.model.Reads, env.model)
		env.model.Entries = append(env.model.Entries, e.model)
	}
	if len(e.envs) > 0 {
		e.model.Envelope = e.envs[0].model
	}
}

// onlyEnvelope gives the entry the catalog's only envelope of responses.
func (r *resolver) onlyEnvelope(e *entry) {
	var whole []*envelope
	for _, env := range r.envelopes.all() {
		if !env.model.Part {
			whole = append(whole, env)
		}
	}
	if len(whole) == 1 {
		e.envs = whole
		return
	}
	e.broken = true
	r.report(e.syntax.Name.Pos, diag.EnvelopeNeeded, "say `envelope`, in the entry or under `defaults`; `none` for an entry without HTTP response",
		"the catalog has %d envelopes, and entry %s does not say which is its own", len(whole), diag.Quote(e.model.Name))
}

// checkDefaults checks the names under `defaults` against all envelopes: each
// entry takes of them what its own envelopes have.
func (r *resolver) checkDefaults() {
	d := r.file.Defaults
	if d == nil {
		return
	}
	envs := r.envelopes.all()
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
			r.report(name.Pos, diag.OmitRequired, "make its place in the body `optional`, or fill it", "field %s cannot be omitted: the envelope requires it", diag.Quote(name.S))
		}
	}
}

// mayOmit reports whether a field is optional in one of the envelopes.
func mayOmit(envs []*envelope, name string) bool {
	return slices.ContainsFunc(envs, func(e *envelope) bool {
		f, ok := e.fields.get(name)
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
	return slices.ContainsFunc(envs, func(e *envelope) bool { _, ok := e.fields.get(name); return ok })
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
	r.report(name.Pos, diag.UnusedParam, "let it stand in a field, header, text or code as {"+name.S+"}, say `in: f` for a field of further members, or `private: true` if it is for logs only",
		"nothing uses param %s", diag.Quote(name.S))
}

// claimEntry gives the entry its Go type and constructor, if it has them.
func (r *resolver) claimEntry(e *entry) {
	m := e.model
	if r.catalog.DataTypes && len(m.Params) == 0 && !m.StatusParam {
		return
	}
	m.TypeName, m.NewFunc = errorTypeName(e.goName), "New"+e.goName
	r.pkg.claim(m.TypeName, e.syntax.Name.Pos, "the type of entry "+diag.Quote(m.Name))
	r.pkg.claim(m.NewFunc, e.syntax.Name.Pos, "the constructor of entry "+diag.Quote(m.Name))
}
