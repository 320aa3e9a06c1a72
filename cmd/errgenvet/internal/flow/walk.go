package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxDepth is how many calls deep values are followed.
const maxDepth = 12

// context is a function as it runs: with what its parameters and the variables that it
// has captured are bound to, where that is known.
type context struct {
	fn   *ssa.Function
	args []bound
	free []bound
}

// bound is a value in the context in which it is made.
type bound struct {
	value ssa.Value
	in    *context
}

// store is a value that is stored, and where.
type store struct {
	bound
	pos token.Pos
}

// closure is a function that a value can be, in a context that has no arguments yet.
type closure struct {
	fn   *ssa.Function
	free []bound
}

// walk follows values. Each value is looked at once in a context.
type walk struct {
	p      *Program
	depth  int
	seen   map[bound]bool
	looked *int // how many values it has looked at, with those that it has sent out
}

// maxValues is how many values a walk looks at.
const maxValues = 20_000

// once reports whether a value is looked at for the first time, and not too much has
// been looked at before.
func (w *walk) once(v ssa.Value, in *context) bool {
	key := bound{v, in}
	if w.seen == nil {
		w.seen = map[bound]bool{}
	}
	if w.looked == nil {
		w.looked = new(int)
	}
	if w.seen[key] || w.spent() {
		return false
	}
	w.seen[key] = true
	*w.looked++
	return true
}

// spent reports whether too much has been looked at.
func (w *walk) spent() bool { return w.looked != nil && *w.looked >= maxValues }

// another is a walk that answers a question on the way of this one: what this one has
// seen it can see again.
func (w *walk) another() *walk {
	if w.looked == nil {
		w.looked = new(int)
	}
	return &walk{p: w.p, depth: w.depth + 1, looked: w.looked}
}

// resolve is what a parameter or a captured variable is bound to.
func resolve(v ssa.Value, in *context) (bound, bool) {
	if in == nil {
		return bound{}, false
	}
	i, values := -1, []bound(nil)
	switch v := v.(type) {
	case *ssa.Parameter:
		i, values = slices.Index(in.fn.Params, v), in.args
	case *ssa.FreeVar:
		i, values = slices.Index(in.fn.FreeVars, v), in.free
	}
	if i < 0 || i >= len(values) || values[i].value == nil {
		return bound{}, false
	}
	return values[i], true
}

// stored are the values that are ever stored at an address; false if that is not known.
func (w *walk) stored(addr ssa.Value, in *context) ([]store, bool) {
	switch a := addr.(type) {
	case *ssa.Alloc:
		var values []store
		known := w.storesTo(a, in, &values)
		return values, known
	case *ssa.FreeVar:
		if b, ok := resolve(a, in); ok {
			return w.stored(b.value, b.in)
		}
	case *ssa.Global:
		return w.p.heldBy(a)
	}
	return nil, false
}

// storesTo adds what is stored to a variable in its function and by closures in it. It
// returns false if its address goes elsewhere.
func (w *walk) storesTo(v ssa.Value, in *context, values *[]store) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != v {
				return false
			}
			*values = append(*values, store{bound{ref.Val, in}, ref.Pos()})
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if b == v && !w.storesTo(fn.FreeVars[i], &context{fn: fn, free: bindings(ref, in)}, values) {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// bindings are what a closure captures.
func bindings(m *ssa.MakeClosure, in *context) []bound {
	free := make([]bound, len(m.Bindings))
	for i, b := range m.Bindings {
		free[i] = bound{b, in}
	}
	return free
}

// functions are the functions that a value can be, those that are known.
func (w *walk) functions(v ssa.Value, in *context) (all []closure) {
	if !w.once(v, in) {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Function:
		return []closure{{fn: v}}
	case *ssa.MakeClosure:
		return []closure{{v.Fn.(*ssa.Function), bindings(v, in)}}
	case *ssa.ChangeType:
		return w.functions(v.X, in)
	case *ssa.MakeInterface:
		return w.functions(v.X, in)
	case *ssa.Phi:
		for _, e := range v.Edges {
			all = append(all, w.functions(e, in)...)
		}
	case *ssa.UnOp:
		values, _ := w.stored(v.X, in)
		for _, b := range values {
			all = append(all, w.functions(b.value, b.in)...)
		}
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			return w.functions(b.value, b.in)
		}
	case *ssa.Call:
		w.returned(v.Common(), 0, in, func(result ssa.Value, callee *context, _ *ssa.Return) {
			all = append(all, w.functions(result, callee)...)
		})
	}
	return all
}

// callees are the functions that a call can call, in a context each; false if there can
// be others.
func (w *walk) callees(call *ssa.CallCommon, in *context) (all []*context, known bool) {
	if w.depth >= maxDepth {
		return nil, false
	}
	if call.IsInvoke() {
		return w.another().invoked(call, in)
	}
	args := w.arguments(call, in)
	for _, c := range w.another().functions(call.Value, in) {
		all = append(all, &context{fn: c.fn, args: args, free: c.free})
	}
	return all, len(all) > 0
}

// arguments are those of a call, in the context in which it is made.
func (w *walk) arguments(call *ssa.CallCommon, in *context) []bound {
	args := make([]bound, len(call.Args))
	for i, a := range call.Args {
		args[i] = bound{a, in}
	}
	return args
}

// returned calls do with each value that a call's functions return at an index, where
// their bodies are known. It returns false if one is not.
func (w *walk) returned(call *ssa.CallCommon, index int, in *context, do func(ssa.Value, *context, *ssa.Return)) bool {
	callees, known := w.callees(call, in)
	for _, callee := range callees {
		known = w.returnedBy(callee, index, do) && known
	}
	return known
}

// returnedBy calls do with each value that a function returns at an index. It returns
// false if its body is not known.
func (w *walk) returnedBy(callee *context, index int, do func(ssa.Value, *context, *ssa.Return)) bool {
	if len(callee.fn.Blocks) == 0 || w.depth >= maxDepth {
		return false
	}
	w.depth++
	for _, r := range returns(callee.fn) {
		if index < len(r.Results) {
			do(r.Results[index], callee, r)
		}
	}
	w.depth--
	return true
}

// returns are a function's return statements.
func returns(f *ssa.Function) (all []*ssa.Return) {
	for _, b := range f.Blocks {
		if n := len(b.Instrs); n > 0 {
			if r, ok := b.Instrs[n-1].(*ssa.Return); ok {
				all = append(all, r)
			}
		}
	}
	return all
}

// isError reports whether a type is error.
func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
