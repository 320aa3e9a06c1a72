// Package golang emits a catalog as a Go package: the IDs and data types of its
// errors, the types of their params, the table that the support code reads, and
// a copy of that code.
//
// It decides nothing: names, types and order are the model's, and the table is
// what package support lowers the model to.
package golang

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/support"
)

type emitter struct {
	programs map[*model.Catalog]*support.Program
}

// New returns the emitter of Go packages, "go" on the command line.
func New() gen.Emitter { return With(nil) }

// With returns the emitter for catalogs of which some have been lowered already.
func With(programs map[*model.Catalog]*support.Program) gen.Emitter { return emitter{programs} }

// Name is "go".
func (emitter) Name() string { return "go" }

// Emit returns the files of the catalog's package: errors.go, table.go, methods.go
// if entries have types of their own, types.go if there are others, example_test.go
// if the package can be imported, and the support code. An error is a fault of
// errgen.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	program := e.programs[c]
	if program == nil {
		program = support.Lower(c)
	}
	sources := []*source{errorsFile(c), tableFile(c, program)}
	if methods := methodsFile(c); methods != nil {
		sources = append(sources, methods)
	}
	if types := typesFile(c); types != nil {
		sources = append(sources, types)
	}
	if examples := examplesFile(c, t.ImportPath, program); examples != nil {
		sources = append(sources, examples)
	}
	copies, err := supportFiles(c, program.Features())
	if err != nil {
		return nil, err
	}
	return render(c, gen.Header(t.Catalog), append(sources, copies...))
}

// entriesAPiece is how many entries are formatted at a time.
const entriesAPiece = 256

// errorsFile has the package's documentation, the IDs, and each entry's data
// type and constructor.
func errorsFile(c *model.Catalog) *source {
	s := &source{name: "errors.go"}
	s.pieces = append(s.pieces,
		head(c, func() *comment { return packageDoc(c) }, paramsUseTime(c)),
		declarations(func() []jen.Code { return []jen.Code{idConstants(c)} }))
	for entries := range slices.Chunk(c.Entries, entriesAPiece) {
		s.pieces = append(s.pieces, declarations(func() []jen.Code {
			var decls []jen.Code
			for _, e := range entries {
				decls = append(decls, entryDecls(e)...)
			}
			return decls
		}))
	}
	return s
}

// paramsUseTime reports whether the data types or the presets of params are
// written with package time.
func paramsUseTime(c *model.Catalog) bool {
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if usesTime([]model.GoType{p.Go}) || p.Default != nil && valueUsesTime(*p.Default, p.Go, p.Schema) {
				return true
			}
		}
	}
	return false
}

// typesFile has the types of params and the struct of exchange values; nil if
// there are none.
func typesFile(c *model.Catalog) *source {
	exchange := c.Exchanges()
	if len(c.Types) == 0 && len(exchange) == 0 {
		return nil
	}
	var types []model.GoType
	for _, t := range c.Types {
		types = append(types, memberTypes(t)...)
	}
	for _, x := range exchange {
		types = append(types, x.Go)
	}
	return &source{name: "types.go", pieces: []piece{
		head(c, nil, usesTime(types)),
		declarations(func() []jen.Code {
			var decls []jen.Code
			for _, t := range c.Types {
				decls = append(decls, typeDecls(t)...)
			}
			if len(exchange) > 0 {
				decls = append(decls, exchangeDecls(exchange)...)
			}
			return decls
		}),
	}}
}
