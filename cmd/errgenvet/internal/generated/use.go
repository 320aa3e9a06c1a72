package generated

import (
	"go/constant"
	"go/types"
	"strings"
)

// Ref is an entry of a catalog.
type Ref struct {
	Package *types.Package
	Catalog *Catalog
	Name    string
}

// Entry is what the catalog says of it; nil for those that are decoded only.
func (r Ref) Entry() *Entry { return r.Catalog.Entry(r.Name) }

// String is the entry as Go code has it: shop.ErrOutOfStock.
func (r Ref) String() string { return r.Package.Name() + ".Err" + r.Name }

// IsID reports whether a type is the ID of a generated package.
func (r *Result) IsID(t types.Type) (*types.Package, bool) { return r.named(t, "ID") }

// IsOperation reports whether a type is the Operation of a generated package.
func (r *Result) IsOperation(t types.Type) (*types.Package, bool) { return r.named(t, "Operation") }

// IsError reports whether a type is *Error of a generated package.
func (r *Result) IsError(t types.Type) (*types.Package, bool) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return r.named(p.Elem(), "Error")
	}
	return nil, false
}

// IsResponder reports whether a type is *Responder of a generated package.
func (r *Result) IsResponder(t types.Type) (*types.Package, bool) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return r.named(p.Elem(), "Responder")
	}
	return nil, false
}

// named reports whether a type is one of a generated package with a name.
func (r *Result) named(t types.Type, name string) (*types.Package, bool) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Name() != name || n.Obj().Pkg() == nil || !IsGenerated(n.Obj().Pkg()) {
		return nil, false
	}
	return n.Obj().Pkg(), true
}

// OfConstant is the entry of an ID that is constant.
func (r *Result) OfConstant(t types.Type, value constant.Value) (Ref, bool) {
	pkg, ok := r.IsID(t)
	if !ok || value == nil || value.Kind() != constant.String {
		return Ref{}, false
	}
	return r.ref(pkg, constant.StringVal(value))
}

// OfType is the entry whose data a type is: *OutOfStockError.
func (r *Result) OfType(t types.Type) (Ref, bool) {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return Ref{}, false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok {
		return Ref{}, false
	}
	c := r.Of(n.Obj().Pkg())
	if c == nil {
		return Ref{}, false
	}
	for _, e := range c.Entries {
		if e.Type == n.Obj().Name() {
			return Ref{n.Obj().Pkg(), c, e.Name}, true
		}
	}
	return Ref{}, false
}

// OfConstructor is the entry that a function raises: NewOutOfStock.
func (r *Result) OfConstructor(f *types.Func) (Ref, bool) {
	base, ok := strings.CutPrefix(f.Name(), "New")
	if !ok || base == "" || f.Signature().Recv() != nil {
		return Ref{}, false
	}
	c := r.Of(f.Pkg())
	if c == nil {
		return Ref{}, false
	}
	id, ok := f.Pkg().Scope().Lookup("Err" + base).(*types.Const)
	if !ok {
		return Ref{}, false
	}
	return r.ref(f.Pkg(), constant.StringVal(id.Val()))
}

// ref is the entry of a package with a name.
func (r *Result) ref(pkg *types.Package, name string) (Ref, bool) {
	c := r.Of(pkg)
	return Ref{pkg, c, name}, c != nil
}

// Func is a function or method of a generated package that is called, "" for any other:
// "Handler", "Responder.Handler", "ID.WithCause".
func (r *Result) Func(f *types.Func) (*types.Package, string) {
	if f == nil || f.Pkg() == nil || !IsGenerated(f.Pkg()) {
		return nil, ""
	}
	recv := f.Signature().Recv()
	if recv == nil {
		return f.Pkg(), f.Name()
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return f.Pkg(), n.Obj().Name() + "." + f.Name()
	}
	return f.Pkg(), f.Name()
}
