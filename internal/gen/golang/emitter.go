// Package golang emits a catalog as a Go package: the IDs and data types of its
// errors, the types of their params, the engine's table of them, and the functions
// that call the engine, which stands beside all packages of an output folder.
//
// It decides nothing: names, types and order are the model's, and the table is
// what package lower makes of the model.
package golang

import (
	"fmt"
	"path"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

type emitter struct {
	programs map[*model.Catalog]*lower.Program
}

// New returns the emitter of Go packages, "go" on the command line.
func New() gen.Emitter { return With(nil) }

// With returns the emitter for catalogs of which some have been lowered already.
func With(programs map[*model.Catalog]*lower.Program) gen.Emitter { return emitter{programs} }

// Name is "go".
func (emitter) Name() string { return "go" }

// Files are the paths of the files of the catalog's package, and of the engine.
func (emitter) Files(c *model.Catalog) []string {
	var paths []string
	for _, name := range []string{"errors.go", "table.go", "api.go", "operations.go", "types.go", "example_test.go"} {
		paths = append(paths, c.Package+"/"+name)
	}
	for _, f := range engineFiles() {
		paths = append(paths, f.Path)
	}
	return paths
}

// Emit returns the files of the catalog's package: errors.go, which users read,
// table.go, api.go, operations.go and types.go if there are any, and example_test.go; and the engine,
// which is the same for all catalogs of an output folder. The target needs an import
// path. An error is a fault of errgen.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	if t.ImportPath == "" {
		return nil, fmt.Errorf("package %s has no import path", c.Package)
	}
	program := e.programs[c]
	if program == nil {
		program = lower.Lower(c)
	}
	engine := path.Join(path.Dir(t.ImportPath), gen.EngineDir)
	sources := slices.Insert(declarationFiles(c, program, engine), 1, tableFile(c, program, engine))
	if examples := examplesFile(c, t.ImportPath); examples != nil {
		sources = append(sources, examples)
	}
	files, err := render(c, gen.Header(t.Catalog), sources)
	if err != nil {
		return nil, err
	}
	return append(files, engineFiles()...), nil
}

// Declarations returns those files of the catalog's package that declare what it
// exports, for those who compare two packages: all but the table and the examples.
// An error is a fault of errgen.
func Declarations(c *model.Catalog, program *lower.Program) ([]gen.File, error) {
	return render(c, "", declarationFiles(c, program, gen.EngineDir))
}

// declarationFiles are the files that declare what the package exports.
func declarationFiles(c *model.Catalog, program *lower.Program, engine string) []*source {
	parts := apiOf(c, program.Table, engine)
	sources := []*source{errorsFile(c), apiFile(parts), operationsFile(c, parts), typesFile(c, engine)}
	return slices.DeleteFunc(sources, func(s *source) bool { return s == nil })
}

// entriesAPiece is how many entries are formatted at a time.
const entriesAPiece = 256

// errorsFile has the package's documentation, the IDs, and each entry's data
// type and constructor.
func errorsFile(c *model.Catalog) *source {
	s := &source{name: "errors.go"}
	s.pieces = append(s.pieces,
		head(c, func() *comment { return packageDoc(c) }, when(paramsUseTime(c), "time")...),
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
func typesFile(c *model.Catalog, engine string) *source {
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
		head(c, nil, append(when(usesTime(types), "time"), when(slices.ContainsFunc(c.Types, isUnion), engine)...)...),
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
