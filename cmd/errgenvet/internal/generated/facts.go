// Package generated knows the packages that errgen has made: which entries they have,
// what these need, and what their operations return. It reads the packages' own
// declarations, never a catalog, and hands on what it has read as facts.
package generated

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Catalog is what a generated package declares. It is a fact of the package.
type Catalog struct {
	Entries    []Entry // in the order of the catalog
	Operations []Operation
	Fallback   string // an entry's name, "" if there is none
}

// Entry is an error of a catalog.
type Entry struct {
	Name, Parent string
	Type         string   // the name of its Go type, "" if it has none
	Static       bool     // it can be raised without data
	Response     bool     // it has an HTTP response of its own; others are told within errors, or close connections
	Private      []string // the Go names of the params that no client sees, in lower case
}

// Operation is a thing that an API does.
type Operation struct {
	Name, Method, Path string
	Errors             []string // names of entries
}

// AFact marks a fact.
func (*Catalog) AFact() {}

// String is what tests compare.
func (c *Catalog) String() string {
	var names []string
	for _, e := range c.Entries {
		names = append(names, e.Name)
	}
	return "catalog " + strings.Join(names, " ")
}

// Entry is the entry with a name, nil if there is none.
func (c *Catalog) Entry(name string) *Entry {
	i := slices.IndexFunc(c.Entries, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		return nil
	}
	return &c.Entries[i]
}

// IsA reports whether an entry is another one, or a kind of it.
func (c *Catalog) IsA(name, ancestor string) bool {
	for range len(c.Entries) + 1 { // parents make no circle; should they, it ends
		if name == ancestor {
			return true
		}
		e := c.Entry(name)
		if e == nil || e.Parent == "" {
			return false
		}
		name = e.Parent
	}
	return false
}

// Operation is the operation with a name, nil if there is none.
func (c *Catalog) Operation(name string) *Operation {
	i := slices.IndexFunc(c.Operations, func(o Operation) bool { return o.Name == name })
	if i < 0 {
		return nil
	}
	return &c.Operations[i]
}

// Reaches is a fact of a package that imports a generated one, itself or by others.
type Reaches struct{}

// AFact marks a fact.
func (*Reaches) AFact() {}

// String is what tests compare.
func (*Reaches) String() string { return "reaches" }

// Catalogs finds the generated packages. Its result is a Result.
var Catalogs = &analysis.Analyzer{
	Name:       "errgencatalogs",
	Doc:        "find the packages that errgen has made, for the other analyzers",
	Run:        run,
	FactTypes:  []analysis.Fact{new(Catalog), new(Reaches)},
	ResultType: reflect.TypeFor[*Result](),
}

// Result is which generated packages the package that is analyzed can know.
type Result struct {
	catalog func(*types.Package) *Catalog // of a generated package, nil if it is not known

	Reaches bool // the package imports a generated one, itself or by others; or is one
	Direct  bool // it imports one itself
	Own     *Catalog
}

// Whole is what a program knows of which the packages are loaded together: files and
// info are those of a generated package.
func Whole(source func(*types.Package) (files []*ast.File, info *types.Info)) *Result {
	read := map[*types.Package]*Catalog{}
	return &Result{Reaches: true, catalog: func(pkg *types.Package) *Catalog {
		c, known := read[pkg]
		if files, info := source(pkg); !known && files != nil {
			c = newCatalog(pkg, files, info)
		}
		read[pkg] = c
		return c
	}}
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{catalog: func(pkg *types.Package) *Catalog {
		if c := new(Catalog); pass.ImportPackageFact(pkg, c) {
			return c
		}
		return nil
	}}
	if IsGenerated(pass.Pkg) {
		r.Own = newCatalog(pass.Pkg, pass.Files, pass.TypesInfo)
		pass.ExportPackageFact(r.Own)
		pass.ExportPackageFact(new(Reaches))
		r.Reaches = true
		return r, nil
	}
	for _, p := range pass.Pkg.Imports() {
		if pass.ImportPackageFact(p, new(Catalog)) {
			r.Direct = true
		}
		r.Reaches = r.Reaches || pass.ImportPackageFact(p, new(Reaches))
	}
	if r.Reaches {
		pass.ExportPackageFact(new(Reaches))
	}
	return r, nil
}

// Of is the catalog of a package, nil if errgen has not made it.
func (r *Result) Of(pkg *types.Package) *Catalog {
	if pkg == nil || !IsGenerated(pkg) {
		return nil
	}
	return r.catalog(pkg)
}

// IsGenerated reports whether a package is of the form that errgen makes.
func IsGenerated(pkg *types.Package) bool {
	scope := pkg.Scope()
	id, isType := scope.Lookup("ID").(*types.TypeName)
	_, isFunc := scope.Lookup("IDOf").(*types.Func)
	_, isError := scope.Lookup("Error").(*types.TypeName)
	_, isConst := scope.Lookup("ErrUnexpectedResponse").(*types.Const)
	return isType && isFunc && isError && isConst && types.Identical(id.Type().Underlying(), types.Typ[types.String]) &&
		slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return strings.HasSuffix(p.Path(), "/internal/errgen") })
}
