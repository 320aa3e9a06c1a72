package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// errors adds what errors a value can be. Where is a place that stands for it, if it
// has none of its own.
func (w *walk) errors(v ssa.Value, in *context, where token.Pos, set *Set) {
	if !w.once(v, in) {
		set.Open = set.Open || w.spent()
		return
	}
	if _, isPhi := v.(*ssa.Phi); !isPhi && v.Pos().IsValid() { // a Phi stands where its variable is declared
		where = v.Pos()
	}
	switch v := v.(type) {
	case *ssa.Const:
		if r, ok := w.p.Catalogs.OfConstant(v.Type(), v.Value); ok {
			set.raise(r, where)
		} else if !v.IsNil() {
			set.Open = true
		}
	case *ssa.MakeInterface:
		w.concrete(v.X, in, where, set)
	case *ssa.ChangeInterface:
		w.errors(v.X, in, where, set)
	case *ssa.ChangeType:
		w.errors(v.X, in, where, set)
	case *ssa.Phi:
		for _, e := range v.Edges {
			w.errors(e, in, where, set)
		}
	case *ssa.UnOp:
		w.loaded(v, in, where, set)
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			w.errors(b.value, b.in, where, set)
		} else {
			set.Open = true
		}
	case *ssa.TypeAssert:
		w.concrete(v, in, where, set)
	case *ssa.Extract:
		w.extracted(v, in, where, set)
	case *ssa.Call:
		w.called(v, 0, in, where, set)
	default:
		set.Open = true
	}
}

// concrete adds what a value of some type can be.
func (w *walk) concrete(v ssa.Value, in *context, where token.Pos, set *Set) {
	if r, ok := w.p.Catalogs.OfType(v.Type()); ok {
		set.raise(r, where)
		return
	}
	_, isID := w.p.Catalogs.IsID(v.Type())
	_, isOccurrence := w.p.Catalogs.IsError(v.Type())
	if _, asserted := v.(*ssa.TypeAssert); asserted || !isID && !isOccurrence {
		set.Open = true
		return
	}
	w.errors(v, in, where, set)
}

// loaded adds what is stored where a value is loaded from.
func (w *walk) loaded(v *ssa.UnOp, in *context, where token.Pos, set *Set) {
	if v.Op != token.MUL {
		set.Open = true
		return
	}
	values, ok := w.stored(v.X, in)
	if r, isData := w.p.Catalogs.OfType(v.Type()); isData && !ok { // what errors.As has set
		set.raise(r, where)
		return
	}
	set.Open = set.Open || !ok
	for _, s := range values {
		w.errors(s.value, s.in, s.pos, set)
	}
}

// extracted adds what one of several results can be.
func (w *walk) extracted(v *ssa.Extract, in *context, where token.Pos, set *Set) {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		w.called(tuple, v.Index, in, where, set)
	case *ssa.TypeAssert:
		w.concrete(v, in, where, set)
	default:
		set.Open = true
	}
}

// called adds what a call can return.
func (w *walk) called(call *ssa.Call, index int, in *context, where token.Pos, set *Set) {
	common := call.Common()
	if f := object(common.StaticCallee()); f != nil && (w.ofGenerated(f, common, in, where, set) || w.ofStandard(f, common, in, where, set)) {
		return
	}
	callees, known := w.callees(common, in)
	set.Open = set.Open || !known
	for _, callee := range callees {
		w.calledOne(callee, index, where, set)
	}
}

// calledOne adds what one of the functions that a call can call can return.
func (w *walk) calledOne(callee *context, index int, where token.Pos, set *Set) {
	if fact := new(Returns); !w.p.IsOwn(callee.fn) && w.p.fact(object(callee.fn), fact) {
		fact.addTo(set, w.p, where)
		return
	}
	known := w.returnedBy(callee, index, func(result ssa.Value, callee *context, at *ssa.Return) {
		one := &Set{}
		here := at.Pos()
		if !here.IsValid() { // in a function that the form adds: of a method within another type
			here = where
		}
		w.errors(result, callee, here, one)
		narrow(one, result, at.Block(), w.p)
		set.Add(one)
	})
	set.Open = set.Open || !known
}

// object is the function that the program declares.
func object(f *ssa.Function) *types.Func {
	if f == nil {
		return nil
	}
	o, _ := f.Object().(*types.Func)
	if o != nil {
		o = o.Origin()
	}
	return o
}

// ofGenerated adds what a function of a generated package returns; false for any other.
func (w *walk) ofGenerated(f *types.Func, call *ssa.CallCommon, in *context, where token.Pos, set *Set) bool {
	pkg, name := w.p.Catalogs.Func(f)
	if pkg == nil {
		return false
	}
	if r, ok := w.p.Catalogs.OfConstructor(f); ok {
		set.raise(r, where)
		return true
	}
	switch name {
	case "New", "ID.WithCause", "Error.WithCause":
		w.errors(call.Args[0], in, where, set)
	case "Decode", "DecodeResponse", "DecodeClose", "Decoder.Decode", "Decoder.DecodeResponse":
		set.decode(pkg, where)
	default:
		set.Open = true
	}
	return true
}

// ofStandard adds what functions of the standard library make of errors; false for any
// other function.
func (w *walk) ofStandard(f *types.Func, call *ssa.CallCommon, in *context, where token.Pos, set *Set) bool {
	switch f.FullName() {
	case "fmt.Errorf":
		format, ok := call.Args[0].(*ssa.Const)
		switch {
		case !ok || format.Value == nil:
			set.Open = true
		case strings.Contains(constant.StringVal(format.Value), "%w"):
			w.each(call.Args[1], in, set, isErrorValue)
		}
	case "errors.Join":
		w.each(call.Args[0], in, set, func(ssa.Value) bool { return true })
	case "errors.New": // of no catalog, as is what fmt.Errorf makes that wraps nothing
	default:
		return false
	}
	return true
}

// isErrorValue reports whether what goes into an any is an error.
func isErrorValue(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return types.Implements(v.X.Type(), types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
	case *ssa.ChangeInterface:
		return isError(v.X.Type())
	}
	return false
}

// each adds what the values of a variadic argument can be.
func (w *walk) each(arg ssa.Value, in *context, set *Set, which func(ssa.Value) bool) {
	values, ok := w.another().elements(arg, in)
	set.Open = set.Open || !ok
	for _, v := range values {
		if which(v.value) {
			w.errors(v.value, v.in, v.pos, set)
		}
	}
}

// narrow takes from a set what its value is not where a block is: behind a question
// by errors.Is.
func narrow(set *Set, v ssa.Value, at *ssa.BasicBlock, p *Program) {
	for d := at.Idom(); d != nil; d = d.Idom() {
		cond, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		target, asked := p.isQuestion(cond.Cond, v)
		if !asked {
			continue
		}
		is := func(r generated.Ref) bool { return r.Package == target.Package && r.Catalog.IsA(r.Name, target.Name) }
		switch {
		case only(d.Succs[0], d) && d.Succs[0].Dominates(at):
			set.only(is)
		case only(d.Succs[1], d) && d.Succs[1].Dominates(at):
			set.only(func(r generated.Ref) bool { return !is(r) })
		}
	}
}

// only reports whether a block is entered from another one alone.
func only(b, from *ssa.BasicBlock) bool { return len(b.Preds) == 1 && b.Preds[0] == from }

// isQuestion reports whether a condition is errors.Is of a value, and of which entry.
func (p *Program) isQuestion(cond, v ssa.Value) (generated.Ref, bool) {
	call, ok := cond.(*ssa.Call)
	if !ok || len(call.Call.Args) != 2 || call.Call.Args[0] != v {
		return generated.Ref{}, false
	}
	if f := object(call.Call.StaticCallee()); f == nil || f.FullName() != "errors.Is" {
		return generated.Ref{}, false
	}
	target, ok := call.Call.Args[1].(*ssa.MakeInterface)
	if !ok {
		return generated.Ref{}, false
	}
	c, ok := target.X.(*ssa.Const)
	if !ok {
		return generated.Ref{}, false
	}
	return p.Catalogs.OfConstant(c.Type(), c.Value)
}
