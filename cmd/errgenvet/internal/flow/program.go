// Package flow follows errors through a program: which entries of catalogs a function
// can return, which a handler can write. It follows values in static single assignment
// form, from where they are written back to where they are made; what it cannot follow
// it takes for unknown, and never for an entry.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Analyzer notes which errors functions return. Its result is a *Program, nil in a
// package that reaches no generated one: such a package costs nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "errgenflow",
	Doc:        "follow errors of catalogs through functions, for the other analyzers",
	Run:        run,
	Requires:   []*analysis.Analyzer{generated.Catalogs},
	FactTypes:  []analysis.Fact{new(Returns), new(Does)},
	ResultType: reflect.TypeFor[*Program](),
}

// Program is a package in static single assignment form, or several that are looked at
// together.
type Program struct {
	pass     *analysis.Pass // nil where there are several
	Catalogs *generated.Result
	prog     *ssa.Program
	sources  []source
	Funcs    []*ssa.Function // of the sources, with those within others
	callers  map[*ssa.Function][]ssa.CallInstruction
	closures map[*ssa.Function]*ssa.MakeClosure
	does     map[*ssa.Function]Operation // as functions say of themselves
	indexed  bool
	stores   func() storesAt

	inContexts map[calledAt][]*context
	asked      map[types.Object]bool // whose stores are being looked at

	// Sinks are the places of the package where errors are written: handlers, and calls
	// that write. They are looked for once, however many checks ask.
	Sinks func() []Sink

	Unknown []analysis.Diagnostic // operations that no catalog has, of which functions say that they do them
}

func run(pass *analysis.Pass) (any, error) {
	catalogs := pass.ResultOf[generated.Catalogs].(*generated.Result)
	if !catalogs.Reaches || catalogs.Own != nil {
		return (*Program)(nil), nil
	}
	p := newProgram(pass.Fset, catalogs, []Source{{pass.Pkg, pass.Files, pass.TypesInfo}})
	p.pass = pass
	p.readDirectives()
	p.exportReturns()
	return p, nil
}

// Source is a package with its syntax.
type Source struct {
	Pkg   *types.Package
	Files []*ast.File
	Info  *types.Info
}

// source is a package of which the bodies of functions are known.
type source struct {
	Source
	ssa *ssa.Package
}

// Whole is a program of several packages, in which what one calls of another is followed
// by what stands there: all that reach a generated package, and these.
func Whole(fset *token.FileSet, packages []Source) *Program {
	byPackage := map[*types.Package]Source{}
	var own []Source
	for _, s := range packages {
		byPackage[s.Pkg] = s
		if !generated.IsGenerated(s.Pkg) {
			own = append(own, s)
		}
	}
	catalogs := generated.Whole(func(pkg *types.Package) ([]*ast.File, *types.Info) {
		return byPackage[pkg].Files, byPackage[pkg].Info
	})
	p := newProgram(fset, catalogs, own)
	p.readDirectives()
	return p
}

func newProgram(fset *token.FileSet, catalogs *generated.Result, packages []Source) *Program {
	p := &Program{
		Catalogs: catalogs, prog: ssa.NewProgram(fset, 0),
		callers: map[*ssa.Function][]ssa.CallInstruction{}, closures: map[*ssa.Function]*ssa.MakeClosure{}, does: map[*ssa.Function]Operation{},
		asked: map[types.Object]bool{}, inContexts: map[calledAt][]*context{},
	}
	p.Sinks = sync.OnceValue(p.sinks)
	p.stores = sync.OnceValue(p.findStores)
	p.build(packages)
	p.index()
	p.indexed = true
	return p
}

// build makes the form of packages, of those that they import only what these declare.
func (p *Program) build(packages []Source) {
	seen := map[*types.Package]bool{}
	for _, s := range packages {
		seen[s.Pkg] = true
		p.sources = append(p.sources, source{s, p.prog.CreatePackage(s.Pkg, s.Files, s.Info, true)})
	}
	var declare func(pkgs []*types.Package)
	declare = func(pkgs []*types.Package) {
		for _, imported := range pkgs {
			if !seen[imported] {
				seen[imported] = true
				p.prog.CreatePackage(imported, nil, nil, true)
				declare(imported.Imports())
			}
		}
	}
	for _, s := range p.sources {
		declare(s.Pkg.Imports())
	}
	for _, s := range p.sources {
		s.ssa.Build()
	}
}

// index finds all functions of the sources, their callers in them, and where closures
// are made.
func (p *Program) index() {
	var add func(f *ssa.Function)
	add = func(f *ssa.Function) {
		p.Funcs = append(p.Funcs, f)
		for _, inner := range f.AnonFuncs {
			add(inner)
		}
	}
	for _, s := range p.sources {
		for _, file := range s.Files {
			for _, decl := range file.Decls {
				if f := p.declared(s, decl); f != nil {
					add(f)
				}
			}
		}
		if init := s.ssa.Func("init"); init != nil {
			add(init)
		}
	}
	for _, f := range p.Funcs {
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				p.note(instr)
			}
		}
	}
}

func (p *Program) note(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MakeClosure:
		p.closures[instr.Fn.(*ssa.Function)] = instr
	case ssa.CallInstruction:
		if callee := instr.Common().StaticCallee(); callee != nil {
			p.callers[callee] = append(p.callers[callee], instr)
			return
		}
		var in *context
		if m := p.closures[instr.Parent()]; m != nil {
			in = &context{fn: instr.Parent(), free: bindings(m, nil)}
		}
		for _, c := range (&walk{p: p}).functions(instr.Common().Value, in) { // a closure in a variable
			p.callers[c.fn] = append(p.callers[c.fn], instr)
		}
	}
}

// IsOwn reports whether a function stands in the sources.
func (p *Program) IsOwn(f *ssa.Function) bool { return f != nil && len(f.Blocks) > 0 }

// fact is what another package has noted of a function or says of itself.
func (p *Program) fact(f *types.Func, fact analysis.Fact) bool {
	return p.pass != nil && f != nil && p.pass.ImportObjectFact(f, fact)
}
