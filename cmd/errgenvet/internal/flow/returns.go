package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Returns is a fact of a function: which errors it can return.
type Returns struct {
	Open    bool
	Entries []Name
	Decoded []string // paths of packages
}

// Name is an entry by the path of its package.
type Name struct{ Path, Entry string }

// AFact marks a fact.
func (*Returns) AFact() {}

// String is what tests compare.
func (r *Returns) String() string {
	var parts []string
	for _, e := range r.Entries {
		parts = append(parts, e.Entry)
	}
	for _, path := range r.Decoded {
		parts = append(parts, "decoded by "+path)
	}
	if r.Open {
		parts = append(parts, "others")
	}
	return "returns " + strings.Join(parts, ", ")
}

// addTo adds what a function of another package returns, as raised where it is called.
func (r *Returns) addTo(set *Set, p *Program, where token.Pos) {
	set.Open = set.Open || r.Open
	for _, e := range r.Entries {
		if pkg := p.imported(e.Path); pkg != nil {
			if c := p.Catalogs.Of(pkg); c != nil {
				set.raise(generated.Ref{Package: pkg, Catalog: c, Name: e.Entry}, where)
				continue
			}
		}
		set.Open = true
	}
	for _, path := range r.Decoded {
		if pkg := p.imported(path); pkg != nil {
			set.decode(pkg, where)
		}
	}
}

// imported is a package that the program has, by its path.
func (p *Program) imported(path string) *types.Package {
	for _, pkg := range p.prog.AllPackages() {
		if pkg.Pkg.Path() == path {
			return pkg.Pkg
		}
	}
	return nil
}

// exportReturns notes what the functions of the package return that return an error as
// their last result.
func (p *Program) exportReturns() {
	for _, f := range p.Funcs {
		o := object(f)
		n := f.Signature.Results().Len()
		if o == nil || n == 0 || !isError(f.Signature.Results().At(n-1).Type()) {
			continue
		}
		set := p.returned(f, nil)
		fact := &Returns{Open: set.Open}
		for _, r := range set.Raised() {
			fact.Entries = append(fact.Entries, Name{r.Package.Path(), r.Name})
		}
		for pkg := range set.Decoded() {
			fact.Decoded = append(fact.Decoded, pkg.Path())
		}
		p.pass.ExportObjectFact(o, fact)
	}
}

// returned is which errors a function can return as its last result, with what it has
// captured.
func (p *Program) returned(f *ssa.Function, free []bound) *Set {
	set := &Set{}
	w := &walk{p: p}
	in := &context{fn: f, free: free}
	for _, r := range returns(f) {
		if n := len(r.Results); n > 0 && isError(r.Results[n-1].Type()) {
			one := &Set{}
			w.errors(r.Results[n-1], in, r.Pos(), one)
			narrow(one, r.Results[n-1], r.Block(), p)
			set.Add(one)
		}
	}
	return set
}

// Operation is an operation of a catalog.
type Operation struct {
	Package *types.Package
	Catalog *generated.Catalog
	generated.Operation
}

// Does is a fact of a function that says of itself which operation it does or calls:
// "//errgen:operation GetOrder" above it.
type Does struct{ Path, Operation string }

// AFact marks a fact.
func (*Does) AFact() {}

// String is what tests compare.
func (d *Does) String() string { return "does " + d.Operation }

const directive = "//errgen:operation "

// readDirectives notes which operations functions do, as they say.
func (p *Program) readDirectives() {
	for _, s := range p.sources {
		for _, file := range s.Files {
			for _, decl := range file.Decls {
				d, ok := decl.(*ast.FuncDecl)
				if !ok || d.Doc == nil {
					continue
				}
				for _, line := range d.Doc.List {
					if name, ok := strings.CutPrefix(line.Text, directive); ok {
						p.directive(s, p.declared(s, d), strings.TrimSpace(name), line.Pos())
					}
				}
			}
		}
	}
}

// directive notes which operation a function does.
func (p *Program) directive(s source, f *ssa.Function, name string, pos token.Pos) {
	for _, pkg := range s.Pkg.Imports() {
		c := p.Catalogs.Of(pkg)
		if c == nil {
			continue
		}
		if o := c.Operation(name); o != nil && f != nil {
			p.does[f] = Operation{pkg, c, *o}
			if p.pass != nil {
				p.pass.ExportObjectFact(object(f), &Does{pkg.Path(), name})
			}
			return
		}
	}
	p.Unknown = append(p.Unknown, analysis.Diagnostic{Pos: pos, Message: "no catalog that is imported has an operation " + name})
}

// Done is the operation that a function says it does.
func (p *Program) Done(f *types.Func) (Operation, bool) {
	fact := new(Does)
	if !p.fact(f, fact) {
		return Operation{}, false
	}
	pkg := p.imported(fact.Path)
	c := p.Catalogs.Of(pkg)
	if c == nil {
		return Operation{}, false
	}
	o := c.Operation(fact.Operation)
	if o == nil {
		return Operation{}, false
	}
	return Operation{pkg, c, *o}, true
}

// declared is the function of a declaration, nil for any other declaration.
func (p *Program) declared(s source, decl ast.Decl) *ssa.Function {
	d, ok := decl.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	f, ok := s.Info.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	return p.prog.FuncValue(f)
}
