package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Sink is a place where errors of a catalog are written.
type Sink struct {
	Pos       token.Pos
	Package   *types.Package // the generated package that writes
	Operation *Operation     // of which, nil where that is not known
	Errors    *Set           // what can be written
	Said      bool           // nothing is written here: the function says that it does the operation, or that it calls it
}

// maxContexts is in how many contexts a function is looked at.
const maxContexts = 64

// sinks finds the places of the package where errors are written.
func (p *Program) sinks() (sinks []Sink) {
	for _, f := range p.Funcs {
		if o, ok := p.does[f]; ok {
			sinks = append(sinks, Sink{f.Pos(), o.Package, &o, p.returned(f, nil), true})
		}
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					sinks = append(sinks, p.sinksOf(f, call)...)
				}
			}
		}
	}
	return sinks
}

// sinksOf are those that a call is, in each context of its function.
func (p *Program) sinksOf(f *ssa.Function, call ssa.CallInstruction) (sinks []Sink) {
	common := call.Common()
	pkg, name := p.Catalogs.Func(object(common.StaticCallee()))
	var value ssa.Value // what is written, or the function that returns it
	switch name {
	case "Handler", "Encode":
		value = common.Args[0]
	case "WriteError", "Responder.Handler", "Operation.Handler":
		value = common.Args[1]
	case "Responder.WriteError":
		value = common.Args[3]
	case "Responder.Encode":
		value = common.Args[2]
	default:
		return nil
	}
	for _, in := range p.contexts(f, 4) {
		s := Sink{Pos: call.Pos(), Package: pkg, Errors: &Set{}}
		s.Operation = p.operationOf(call, pkg, name, in)
		w := &walk{p: p}
		if isError(value.Type()) {
			w.errors(value, in, call.Pos(), s.Errors)
			narrow(s.Errors, value, call.Block(), p)
		} else {
			for _, c := range w.functions(value, in) {
				s.Errors.Add(p.returned(c.fn, c.free))
			}
		}
		sinks = append(sinks, s)
	}
	return sinks
}

// contexts are those in which a function is called in the package, as far as they are
// known.
func (p *Program) contexts(f *ssa.Function, depth int) []*context {
	key := calledAt{f, depth}
	all, known := p.inContexts[key]
	if !known {
		all = p.findContexts(f, depth)
		if p.indexed {
			p.inContexts[key] = all
		}
	}
	return all
}

// calledAt is a function, and how many calls above it are looked at.
type calledAt struct {
	fn    *ssa.Function
	depth int
}

func (p *Program) findContexts(f *ssa.Function, depth int) (all []*context) {
	if depth > 0 {
		for _, call := range p.callers[f] {
			if len(all) < maxContexts {
				all = append(all, p.calledBy(f, call, depth)...)
			}
		}
	}
	if all != nil {
		return all[:min(len(all), maxContexts)]
	}
	m := p.closures[f]
	if m == nil || depth == 0 {
		return []*context{{fn: f}}
	}
	for _, outer := range p.contexts(m.Parent(), depth-1) {
		all = append(all, &context{fn: f, free: bindings(m, outer)})
	}
	return all
}

// calledBy are the contexts in which a call calls a function.
func (p *Program) calledBy(f *ssa.Function, call ssa.CallInstruction, depth int) (all []*context) {
	for _, caller := range p.contexts(call.Parent(), depth-1) {
		callees, _ := (&walk{p: p}).callees(call.Common(), caller)
		for _, in := range callees {
			if in.fn == f {
				all = append(all, in)
			}
		}
	}
	return all
}

// operationOf is the operation whose errors a call writes.
func (p *Program) operationOf(call ssa.CallInstruction, pkg *types.Package, name string, in *context) *Operation {
	var op *ssa.Const
	w := &walk{p: p}
	switch name {
	case "Operation.Handler":
		op = w.constant(call.Common().Args[0], in)
	case "Responder.Handler", "Responder.WriteError", "Responder.Encode":
		op = w.responder(call.Common().Args[0], in)
	}
	c := p.Catalogs.Of(pkg)
	if c == nil {
		return nil
	}
	if op != nil && op.Value != nil {
		if o := c.Operation(constant.StringVal(op.Value)); o != nil {
			return &Operation{pkg, c, *o}
		}
		return nil
	}
	for _, pattern := range patterns(call) {
		for _, o := range c.Operations {
			if o.Path != "" && pattern == o.Method+" "+o.Path {
				return &Operation{pkg, c, o}
			}
		}
	}
	return nil
}

// responder is the operation for which a responder writes.
func (w *walk) responder(v ssa.Value, in *context) *ssa.Const {
	if !w.once(v, in) {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Call:
		if _, name := w.p.Catalogs.Func(object(v.Common().StaticCallee())); name == "Responder.For" {
			return w.constant(v.Common().Args[1], in)
		}
		return w.ofResults(v, in, w.responder)
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			return w.responder(b.value, b.in)
		}
	case *ssa.UnOp:
		return w.ofStored(v, in, w.responder)
	}
	return nil
}

// constant is the constant that a value is, nil if it is none.
func (w *walk) constant(v ssa.Value, in *context) *ssa.Const {
	switch v := v.(type) {
	case *ssa.Const:
		return v
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			return w.constant(b.value, b.in)
		}
	case *ssa.UnOp:
		return w.ofStored(v, in, w.constant)
	}
	return nil
}

// ofStored is what find finds of the one value that is stored where v is loaded from.
func (w *walk) ofStored(v *ssa.UnOp, in *context, find func(ssa.Value, *context) *ssa.Const) *ssa.Const {
	if values, ok := w.stored(v.X, in); ok && len(values) == 1 {
		return find(values[0].value, values[0].in)
	}
	return nil
}

// ofResults is what find finds of the one value that a call returns.
func (w *walk) ofResults(call *ssa.Call, in *context, find func(ssa.Value, *context) *ssa.Const) (found *ssa.Const) {
	n := 0
	w.returned(call.Common(), 0, in, func(result ssa.Value, callee *context, _ *ssa.Return) {
		n++
		found = find(result, callee)
	})
	if n != 1 {
		return nil
	}
	return found
}

// patterns are those of http.ServeMux under which a handler that a call makes is
// registered.
func patterns(call ssa.CallInstruction) (all []string) {
	v := call.Value()
	if v == nil {
		return nil
	}
	for _, ref := range *v.Referrers() {
		use, ok := ref.(ssa.CallInstruction)
		if !ok {
			continue
		}
		f := object(use.Common().StaticCallee())
		if f == nil || f.FullName() != "net/http.Handle" && f.FullName() != "(*net/http.ServeMux).Handle" {
			continue
		}
		args := use.Common().Args
		if c, ok := args[len(args)-2].(*ssa.Const); ok && c.Value != nil {
			all = append(all, constant.StringVal(c.Value))
		}
	}
	return all
}
