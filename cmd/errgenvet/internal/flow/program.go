// Package flow follows errors through a program: which entries of catalogs a function
// can return, which a handler can write. It follows values in static single assignment
// form, from where they are written back to where they are made; what it cannot follow
// it takes for unknown, and never for an entry.
package flow

import (
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

// Program is a package in static single assignment form.
type Program struct {
	pass     *analysis.Pass
	Catalogs *generated.Result
	pkg      *ssa.Package
	Funcs    []*ssa.Function // of the package, with those within others
	callers  map[*ssa.Function][]ssa.CallInstruction
	closures map[*ssa.Function]*ssa.MakeClosure
	does     map[*ssa.Function]Operation // as functions say of themselves

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
	p := &Program{
		pass: pass, Catalogs: catalogs, pkg: build(pass),
		callers: map[*ssa.Function][]ssa.CallInstruction{}, closures: map[*ssa.Function]*ssa.MakeClosure{}, does: map[*ssa.Function]Operation{},
	}
	p.Sinks = sync.OnceValue(p.sinks)
	p.index()
	p.readDirectives()
	p.exportReturns()
	return p, nil
}

// build makes the form of the package, of others only what they declare.
func build(pass *analysis.Pass) *ssa.Package {
	prog := ssa.NewProgram(pass.Fset, 0)
	seen := map[*types.Package]bool{}
	var declare func(pkgs []*types.Package)
	declare = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !seen[p] {
				seen[p] = true
				prog.CreatePackage(p, nil, nil, true)
				declare(p.Imports())
			}
		}
	}
	declare(pass.Pkg.Imports())
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
}

// index finds all functions of the package, their callers in it, and where closures
// are made.
func (p *Program) index() {
	var add func(f *ssa.Function)
	add = func(f *ssa.Function) {
		p.Funcs = append(p.Funcs, f)
		for _, inner := range f.AnonFuncs {
			add(inner)
		}
	}
	for _, file := range p.pass.Files {
		for _, decl := range file.Decls {
			if f := p.declared(decl); f != nil {
				add(f)
			}
		}
	}
	if init := p.pkg.Func("init"); init != nil {
		add(init)
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
		for _, c := range (&walk{p: p}).functions(instr.Common().Value, nil) { // a closure in a variable
			p.callers[c.fn] = append(p.callers[c.fn], instr)
		}
	}
}

// IsOwn reports whether a function stands in the package.
func (p *Program) IsOwn(f *ssa.Function) bool { return f != nil && f.Pkg == p.pkg && len(f.Blocks) > 0 }
