package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// entry is an entry with what its resolution needs to remember.
type entry struct {
	syntax *load.Entry
	model  *model.Entry
	goName string        // X of ErrX, XError, NewX
	end    diag.Pos      // where the next entry begins; no place after the last
	chain  []*load.Entry // itself, its ancestors, the defaults; each before what it refines
	envs   envelopes.Set // those it is read in, the written one first
	broken bool          // not all of it could be resolved
}

// nearest is the first link of the chain that says something, and how far it is; nil
// if none does.
func (e *entry) nearest(says func(*load.Entry) bool) (*load.Entry, int) {
	i := slices.IndexFunc(e.chain, says)
	if i < 0 {
		return nil, i
	}
	return e.chain[i], i
}

// maxEntries is how many errors a catalog may have: the Go type ID has 16 bits.
const maxEntries = 65_000

// declareEntries takes the names of the entries.
func (r *resolver) declareEntries() {
	all := r.file.AllErrors()
	if len(all) > maxEntries {
		r.Reportf(all[maxEntries].Name.Pos, diag.OverLimit, "make several catalogs of it", "more than %d errors in one catalog", maxEntries)
		all = all[:maxEntries]
	}
	ends := entryEnds(r.file)
	for _, n := range all {
		e := &entry{syntax: n, model: &model.Entry{Name: n.Name.S}, end: ends[n]}
		e.goName = n.GoName.Or(n.Name.S)
		e.model.Const = "Err" + e.goName
		if !r.entries.Add(n.Name.S, e) {
			continue // a duplicate key
		}
		r.pkg.Claim(e.model.Const, n.Name.Pos, "the constant of entry "+diag.Quote(n.Name.S))
		r.catalog.Entries = append(r.catalog.Entries, e.model)
	}
}

// entryEnds says of the entries of all files where the next one begins.
func entryEnds(f *load.File) map[*load.Entry]diag.Pos {
	ends := map[*load.Entry]diag.Pos{}
	for _, file := range f.Joined() {
		for i := 1; i < len(file.Errors); i++ {
			ends[file.Errors[i-1]] = file.Errors[i].Name.Pos
		}
	}
	return ends
}

// resolveEntries resolves all entries.
func (r *resolver) resolveEntries() {
	es := r.entries.All()
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

// claimEntry gives the entry its Go type and constructor, if it has them.
func (r *resolver) claimEntry(e *entry) {
	m := e.model
	if r.catalog.DataTypes && len(m.Params) == 0 && !m.StatusParam {
		return
	}
	m.TypeName, m.NewFunc = names.ErrorType(e.goName), "New"+e.goName
	r.pkg.Claim(m.TypeName, e.syntax.Name.Pos, "the type of entry "+diag.Quote(m.Name))
	r.pkg.Claim(m.NewFunc, e.syntax.Name.Pos, "the constructor of entry "+diag.Quote(m.Name))
}
