// Package resolve turns a catalog's syntax into the model: inheritance, the
// types of values, templates, params, names, identity. It decides what
// docs/spec.md leaves to be decided, once, so that no emitter has to.
//
// It goes on after every finding, so that all of a file's are reported at once;
// what depends on something that was reported already is passed over in
// silence.
package resolve

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// Catalog resolves a file, with those that it includes, and adds all that is
// wrong with it to l. It returns nil if anything was, be it found here or when the
// file was loaded.
func Catalog(f *load.File, l *diag.List) *model.Catalog {
	r := newResolver(f, l)
	r.preamble()
	r.declareGroups()
	r.declareTypes()
	r.declareEnvelopes()
	r.declareEntries()
	r.resolveTypes()
	r.resolveEnvelopes()
	r.resolveEntries()
	r.finishTypes()
	r.checkCounts()
	r.resolveOperations()
	r.resolveRetired()
	r.resolveFallback()
	r.checkIdentity()
	r.resolveExamples()
	if r.isFaulty() {
		return nil
	}
	r.runEngine()
	if r.isFaulty() {
		return nil
	}
	return r.catalog
}

// isFaulty reports whether anything was found in the file or those it includes.
func (r *resolver) isFaulty() bool {
	files := map[string]bool{}
	for _, f := range r.filesOf() {
		files[f.Path] = true
	}
	return slices.ContainsFunc(r.list.Sorted(), func(d diag.Diagnostic) bool { return files[d.Pos.File] })
}

// resolver is the state of one catalog's resolution.
type resolver struct {
	file    *load.File
	list    *diag.List
	catalog *model.Catalog

	pkg      *namespace // identifiers of the generated package
	exchange *namespace // fields of its struct Exchange

	sources   table[*model.Source]
	groups    table[*model.Group]
	types     table[*namedType]
	envelopes table[*envelope]
	entries   table[*entry]
	exchanges table[*exchange]

	made        []*model.Type // for inline schemas
	refined     map[refinement]*model.Schema
	linkHeaders map[*load.Entry][]linkHeader
	patterns    map[string]*regexp.Regexp // compiled; nil for what is none
	examples    []*example
	compared    int // names, in search of what was meant
}

func newResolver(f *load.File, l *diag.List) *resolver {
	return &resolver{
		file:        f,
		list:        l,
		catalog:     &model.Catalog{File: f.Path},
		pkg:         newNamespace(l, packageNames...),
		exchange:    newNamespace(l),
		refined:     map[refinement]*model.Schema{},
		linkHeaders: map[*load.Entry][]linkHeader{},
		patterns:    map[string]*regexp.Regexp{},
	}
}

// report adds a finding: what is wrong (a format) and what to do.
func (r *resolver) report(pos diag.Pos, code diag.Code, remedy, format string, args ...any) {
	r.list.Report(pos, code, fmt.Sprintf(format, args...), remedy)
}

// reportAt is report with a second place.
func (r *resolver) reportAt(pos diag.Pos, code diag.Code, other diag.Related, remedy, format string, args ...any) {
	r.list.Report(pos, code, fmt.Sprintf(format, args...), remedy, other)
}

// unknown reports a name that nothing has. known are the names there are, what
// says what they name ("type", "entry").
func (r *resolver) unknown(name load.Text, code diag.Code, what string, known []string) {
	otherwise := "declare it, or name one that is there"
	if len(known) == 0 {
		otherwise = "the catalog declares none"
	}
	r.report(name.Pos, code, r.didYouMean(name.S, known, otherwise), "there is no %s %s", what, diag.Quote(name.S))
}

// suggestBudget bounds the names that are compared in search of what was meant:
// thousands of unknown names among thousands of known ones are no misspellings.
const suggestBudget = 200_000

// didYouMean is diag.DidYouMean within the budget.
func (r *resolver) didYouMean(word string, known []string, otherwise string) string {
	if r.compared += len(known); r.compared > suggestBudget {
		return otherwise
	}
	return diag.DidYouMean(word, known, otherwise)
}

// table is a map of declared things that keeps their order.
type table[T any] struct {
	names []string
	by    map[string]T
}

// add declares a thing; the first of a name stays.
func (t *table[T]) add(name string, v T) bool {
	if _, ok := t.by[name]; ok {
		return false
	}
	if t.by == nil {
		t.by = map[string]T{}
	}
	t.by[name] = v
	t.names = append(t.names, name)
	return true
}

func (t *table[T]) get(name string) (T, bool) {
	v, ok := t.by[name]
	return v, ok
}

// all returns the things in the order in which they were declared.
func (t *table[T]) all() []T {
	vs := make([]T, len(t.names))
	for i, n := range t.names {
		vs[i] = t.by[n]
	}
	return vs
}
