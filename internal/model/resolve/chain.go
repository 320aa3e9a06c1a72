package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

func (r *resolver) linkParent(e *entry) {
	if e.syntax.Parent.Given() {
		e.model.Parent = r.entryNamed(e.syntax.Parent)
		e.broken = e.model.Parent == nil
	}
}

// depthLimit is how many ancestors an entry can have.
const depthLimit = 64

// breakCycles reports entries that are their own ancestors, each cycle once.
func (r *resolver) breakCycles(es []*entry) {
	seen := map[*model.Entry]bool{}
	for _, e := range es {
		var path []*model.Entry
		m := e.model
		for ; m != nil && !seen[m]; m = m.Parent {
			seen[m] = true
			path = append(path, m)
		}
		if i := slices.Index(path, m); i >= 0 {
			r.reportFamily(path[i:])
		}
	}
}

func (r *resolver) reportFamily(cycle []*model.Entry) {
	names := make([]string, 0, len(cycle))
	for _, m := range cycle {
		names = append(names, m.Name)
		r.entries.At(m.Name).broken = true
	}
	first := r.entries.At(cycle[0].Name)
	r.Reportf(first.syntax.Parent.Pos, diag.ParentCycle, "leave one `parent` out", "an entry is its own ancestor: %s", diag.Cycle(names, " has the parent "))
	for _, m := range cycle {
		m.Parent = nil
	}
}

// resolveChain collects the entry, its ancestors and the catalog's defaults.
func (r *resolver) resolveChain(e *entry) {
	e.link(e.syntax)
	ancestors := 0
	for m := e.model.Parent; m != nil; m = m.Parent {
		parent := r.entries.At(m.Name)
		e.broken = e.broken || parent.broken
		e.link(parent.syntax)
		if ancestors++; ancestors > depthLimit {
			r.Reportf(e.syntax.Parent.Pos, diag.ParentCycle, "let it inherit from an ancestor of its parent", "entry %s has more than %d ancestors", diag.Quote(e.model.Name), depthLimit)
			e.broken = true
			return
		}
	}
	if p := e.model.Parent; p != nil {
		p.Children = append(p.Children, e.model)
	}
	e.linkDefaults()
	for _, n := range e.chain {
		e.broken = e.broken || n.IsBroken("envelope", "status", "code", "parent", "fields", "omit", "headers", "match", "params") ||
			slices.ContainsFunc(n.Params, func(p load.Property) bool { return p.Schema.IsBroken() })
	}
}

// link appends an entry to the chain, and that of an included file which it refines.
func (e *entry) link(n *load.Entry) {
	e.chain = append(e.chain, n)
	if n.Refines != nil {
		e.chain = append(e.chain, n.Refines)
	}
}

// linkDefaults appends the defaults of the files that the links stand in, those of
// the eldest ancestor first: an entry inherits what its parent has of them.
func (e *entry) linkDefaults() {
	for _, n := range slices.Backward(slices.Clone(e.chain)) {
		if d := n.Defaults; d != nil && !slices.Contains(e.chain, d) {
			e.chain = append(e.chain, d)
		}
	}
}
