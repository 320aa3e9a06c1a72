package golang

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// TestNothingUnused holds that a package has only the support code that its
// catalog needs: no function or type that is neither exported nor used.
func TestNothingUnused(t *testing.T) {
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "gc", nil)
	for _, g := range goldenCases(t) {
		var parsed []*ast.File
		for _, f := range g.files {
			if strings.HasSuffix(f.Path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(fset, f.Path, f.Content, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			parsed = append(parsed, file)
		}
		info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
		config := types.Config{Importer: std, GoVersion: "go1.21"}
		if _, err := config.Check(g.name, fset, parsed, info); err != nil {
			t.Fatal(err)
		}
		for _, name := range unused(info) {
			t.Errorf("%s: %s is not used", g.name, name)
		}
	}
}

// unused lists the functions, methods and types that are neither exported nor
// used. Methods that a type has for an interface of the package are used.
func unused(info *types.Info) []string {
	used := map[types.Object]bool{}
	names := map[string]bool{} // of interfaces' methods
	for _, o := range info.Uses {
		used[o] = true
	}
	for _, o := range info.Defs {
		if o == nil {
			continue
		}
		if i, ok := o.Type().Underlying().(*types.Interface); ok {
			for m := range i.Methods() {
				names[m.Name()] = true
			}
		}
	}
	var found []string
	for id, o := range info.Defs {
		if o == nil || id.IsExported() || used[o] || names[id.Name] {
			continue
		}
		switch o.(type) {
		case *types.Func, *types.TypeName:
			found = append(found, o.String())
		}
	}
	slices.Sort(found)
	return found
}
