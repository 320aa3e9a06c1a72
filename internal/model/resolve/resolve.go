// Package resolve turns a catalog's syntax into the model: inheritance, the
// types of values, templates, params, names, identity. It decides what
// docs/spec.md leaves to be decided, once, so that no emitter has to.
//
// It goes on after every finding, so that all of a file's are reported at once;
// what depends on something that was reported already is passed over in
// silence.
package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Catalog resolves a file, with those that it includes, and adds all that is
// wrong with it to l. It returns nil if anything was, be it found here or when the
// file was loaded.
func Catalog(f *load.File, l *diag.List) *model.Catalog {
	r := newResolver(f, l)
	r.preamble()
	r.declareGroups()
	r.envelopes.Declare(f)
	r.declareEntries()
	r.catalog.Envelopes = r.envelopes.Resolve()
	r.resolveEntries()
	r.schemas.CheckSizes()
	r.resolveNesting()
	r.catalog.Types = r.usedTypes(r.schemas.Types())
	r.checkCounts()
	r.resolveRetired()
	r.resolveBreaking()
	r.resolveFallback()
	r.resolveOperations()
	r.checkOmits()
	r.checkIdentity()
	r.resolveExamples()
	if r.isFaulty() {
		return nil
	}
	identity.MarkRecoverable(r.catalog)
	return r.catalog
}

// isFaulty reports whether anything was found in the file or those it includes.
func (r *resolver) isFaulty() bool {
	files := map[string]bool{}
	for _, f := range r.file.Joined() {
		files[f.Path] = true
	}
	return slices.ContainsFunc(r.List.Sorted(), func(d diag.Diagnostic) bool { return files[d.Pos.File] })
}

// resolver is the state of one catalog's resolution.
type resolver struct {
	*schemas.Literals
	file    *load.File
	catalog *model.Catalog
	schemas *schemas.Resolver

	envelopes *envelopes.Resolver
	pkg       *names.Space // identifiers of the generated package

	sources names.Table[*model.Source]
	groups  names.Table[*model.Group]
	entries names.Table[*entry]

	linkHeaders map[*load.Entry][]linkHeader
}

// lost says of which kinds of things some could not be read.
func lost(f *load.File) map[string]bool {
	lost := map[string]bool{}
	for what, key := range diag.Sections {
		lost[what] = f.Incomplete || slices.ContainsFunc(f.Joined(), func(f *load.File) bool { return f.IsBroken(key) })
	}
	if !slices.ContainsFunc(f.Joined(), func(f *load.File) bool { return f.Has("envelopes") }) {
		lost["envelope"] = true // that there are none was reported
	}
	return lost
}

func newResolver(f *load.File, l *diag.List) *resolver {
	generated := names.Generated
	if len(f.Operations) > 0 {
		generated = slices.Concat(generated, names.GeneratedForOperations)
	}
	r := &resolver{
		Literals:    &schemas.Literals{Reporter: &diag.Reporter{List: l, Lost: lost(f)}, Checker: values.NewChecker()},
		file:        f,
		catalog:     &model.Catalog{File: f.Path},
		pkg:         names.NewSpace(l, generated...),
		linkHeaders: map[*load.Entry][]linkHeader{},
	}
	r.envelopes = envelopes.New(r.Literals, r.pkg)
	r.schemas = r.envelopes.Resolver
	return r
}
