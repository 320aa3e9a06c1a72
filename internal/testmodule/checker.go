package testmodule

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
)

// A Checker type-checks packages as the compiler does, without compiling them. They
// may import the standard library and each other.
type Checker struct {
	std     types.Importer
	checked map[string]*types.Package
}

// NewChecker makes a checker that knows the standard library alone.
func NewChecker() *Checker {
	return &Checker{std: importer.ForCompiler(token.NewFileSet(), "gc", nil), checked: map[string]*types.Package{}}
}

// Check checks the files of a package, by their names, for the language of Go 1.21.
// Packages that are checked later may import it.
func (c *Checker) Check(path string, files map[string][]byte) error {
	fset := token.NewFileSet()
	var parsed []*ast.File
	for name, content := range files {
		file, err := parser.ParseFile(fset, name, content, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed = append(parsed, file)
	}
	config := types.Config{Importer: c, GoVersion: "go1.21"}
	pkg, err := config.Check(path, fset, parsed, nil)
	c.checked[path] = pkg
	return err
}

// Import implements types.Importer.
func (c *Checker) Import(path string) (*types.Package, error) {
	if pkg, ok := c.checked[path]; ok {
		return pkg, nil
	}
	return c.std.Import(path)
}
