package flow

import "golang.org/x/tools/go/ssa"

// elements are the values in a list: of a literal, or of arguments that are many, and what
// append adds. It returns false if there can be others.
func (w *walk) elements(v ssa.Value, in *context) (all []store, known bool) {
	if !w.once(v, in) {
		return nil, !w.spent()
	}
	switch v := v.(type) {
	case *ssa.Const:
		return nil, true // nil
	case *ssa.Slice:
		if array, ok := v.X.(*ssa.Alloc); ok {
			return inArray(array, in), true
		}
		return w.elements(v.X, in)
	case *ssa.ChangeType:
		return w.elements(v.X, in)
	case *ssa.Phi:
		return w.elementsOf(v.Edges, in)
	case *ssa.Parameter, *ssa.FreeVar:
		if b, ok := resolve(v, in); ok {
			return w.elements(b.value, b.in)
		}
	case *ssa.UnOp:
		values, known := w.stored(v.X, in)
		for _, s := range values {
			of, ok := w.elements(s.value, s.in)
			all, known = append(all, of...), known && ok
		}
		return all, known
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return w.elementsOf(v.Call.Args, in)
		}
		known = true
		found := w.returned(v.Common(), 0, in, func(result ssa.Value, callee *context, _ *ssa.Return) {
			of, ok := w.elements(result, callee)
			all, known = append(all, of...), known && ok
		})
		return all, known && found
	}
	return nil, false
}

// elementsOf are the values in several lists.
func (w *walk) elementsOf(lists []ssa.Value, in *context) (all []store, known bool) {
	known = true
	for _, v := range lists {
		of, ok := w.elements(v, in)
		all, known = append(all, of...), known && ok
	}
	return all, known
}

// inArray are the values that are stored in an array.
func inArray(array *ssa.Alloc, in *context) (values []store) {
	for _, ref := range *array.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *at.Referrers() {
			if s, ok := r.(*ssa.Store); ok {
				values = append(values, store{bound{s.Val, in}, placeOf(s)})
			}
		}
	}
	return values
}
