package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// invoked are the functions that a call of an interface's method can call, in a context
// each; false if there can be others.
func (w *walk) invoked(call *ssa.CallCommon, in *context) (all []*context, known bool) {
	values, known := w.dynamic(call.Value, in)
	if !known {
		if of, closed := w.p.implementations(call.Value.Type()); closed {
			values, known = of, true
		}
	}
	done := map[*ssa.Function]bool{}
	for _, v := range values {
		f := w.p.method(v.typ, call.Method)
		switch {
		case f == nil:
			known = false
		case !done[f]:
			done[f] = true
			all = append(all, &context{fn: f, args: append([]bound{v.bound}, w.arguments(call, in)...)})
		}
	}
	return all, known
}

// concrete is what an interface holds: a type, and the value where that is known.
type concrete struct {
	bound
	typ types.Type
}

// dynamic is what the value of an interface holds; false if it can hold other things.
func (w *walk) dynamic(v ssa.Value, in *context) (all []concrete, known bool) {
	if !w.once(v, in) {
		return nil, !w.spent()
	}
	switch v := v.(type) {
	case *ssa.Const:
		return nil, true // nil: calling it panics
	case *ssa.MakeInterface:
		return []concrete{{bound{v.X, in}, v.X.Type()}}, true
	case *ssa.ChangeInterface:
		return w.dynamic(v.X, in)
	case *ssa.Phi:
		known = true
		for _, e := range v.Edges {
			of, ok := w.dynamic(e, in)
			all, known = append(all, of...), known && ok
		}
		return all, known
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			all, known = w.dynamic(b.value, b.in)
			return all, known && w.p.callersAreKnown(in.fn)
		}
	case *ssa.UnOp:
		values, known := w.stored(v.X, in)
		if !known {
			values, known = w.p.heldBy(v.X)
		}
		for _, s := range values {
			of, ok := w.dynamic(s.value, s.in)
			all, known = append(all, of...), known && ok
		}
		return all, known
	case *ssa.Call:
		known = true
		found := w.returned(v.Common(), 0, in, func(result ssa.Value, callee *context, _ *ssa.Return) {
			of, ok := w.dynamic(result, callee)
			all, known = append(all, of...), known && ok
		})
		return all, known && found
	}
	return nil, false
}

// callersAreKnown reports whether a function is called by what is looked at alone.
func (p *Program) callersAreKnown(f *ssa.Function) bool {
	o := object(f)
	return p.pass == nil || o == nil || !o.Exported()
}

// method is the method of a type that a call of an interface's method calls.
func (p *Program) method(t types.Type, method *types.Func) *ssa.Function {
	sel := p.prog.MethodSets.MethodSet(t).Lookup(method.Pkg(), method.Name())
	if sel == nil {
		return nil
	}
	return p.prog.MethodValue(sel)
}

// implementations are the types that an interface can hold, if all of them stand in what
// is looked at: its methods cannot be written elsewhere, or there is no elsewhere.
func (p *Program) implementations(t types.Type) (all []concrete, closed bool) {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !p.isOfSources(named.Obj().Pkg()) {
		return nil, false
	}
	of := named.Underlying().(*types.Interface)
	closed = p.pass == nil
	for m := range of.Methods() {
		closed = closed || !m.Exported()
	}
	if !closed {
		return nil, false
	}
	for _, s := range p.sources {
		for _, name := range s.Pkg.Scope().Names() {
			if t := implementing(s.Pkg.Scope().Lookup(name), of); t != nil {
				all = append(all, concrete{typ: t})
			}
		}
	}
	return all, len(all) > 0
}

// isOfSources reports whether a package is one of those that are looked at.
func (p *Program) isOfSources(pkg *types.Package) bool {
	for _, s := range p.sources {
		if s.Pkg == pkg {
			return true
		}
	}
	return false
}

// implementing is the type of a declaration that has an interface's methods, or the
// pointer to it; nil if neither has.
func implementing(o types.Object, of *types.Interface) types.Type {
	name, ok := o.(*types.TypeName)
	if !ok || name.IsAlias() || types.IsInterface(name.Type()) {
		return nil
	}
	if named, ok := name.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 {
		return nil
	}
	for _, t := range []types.Type{name.Type(), types.NewPointer(name.Type())} {
		if types.Implements(t, of) {
			return t
		}
	}
	return nil
}
