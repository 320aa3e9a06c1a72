package checks

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Never finds clients that ask for errors which the operation they have called does
// not return.
var Never = check("never", `report questions for errors that the called operation does not list

A client's function says by a comment which operation it calls; who asks its errors for
an entry that the operation does not list asks in vain, or the catalog lacks it.

	//errgen:operation GetOrder
	func (c *Client) Order(ctx context.Context, id string) (Order, error)

	// bad
	if _, err := c.Order(ctx, id); errors.Is(err, shop.ErrOutOfStock) { ... }

	// good
	if _, err := c.Order(ctx, id); errors.Is(err, shop.ErrOrderNotFound) { ... }`, never)

func never(s *state) {
	each(s, func(fn *ast.FuncDecl) {
		if fn.Body != nil {
			s.questions(fn.Body)
		}
	})
}

// questions looks at what a function asks of errors.
func (s *state) questions(body *ast.BlockStmt) {
	called := s.calledOperations(body)
	if len(called) == 0 {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		ops := called[s.object(call.Args[0])]
		f := s.callee(call)
		if len(ops) == 0 || f == nil {
			return true
		}
		if r, ok := s.asked(f, call); ok && !slices.ContainsFunc(ops, func(o *flow.Operation) bool { return o == nil || canReturn(o, r) }) {
			s.report(call, fmt.Sprintf("%s never returns %s: the catalog does not list it", ops[0].Name, r))
		}
		return true
	})
}

// asked is the entry for which a call asks an error.
func (s *state) asked(f *types.Func, call *ast.CallExpr) (generated.Ref, bool) {
	switch f.FullName() {
	case "errors.Is":
		return s.id(call.Args[1])
	case "errors.As":
		if p, ok := s.TypesInfo.TypeOf(call.Args[1]).(*types.Pointer); ok {
			return s.catalogs.OfType(p.Elem())
		}
	case "errors.AsType":
		if t, ok := s.TypesInfo.TypeOf(call).(*types.Tuple); ok {
			return s.catalogs.OfType(t.At(0).Type())
		}
	}
	return generated.Ref{}, false
}

// canReturn reports whether an operation lists an entry or a kind of it. What is only
// decoded can come from any.
func canReturn(o *flow.Operation, r generated.Ref) bool {
	return r.Package != o.Package || r.Entry() == nil || slices.ContainsFunc(o.Errors, func(name string) bool { return o.Catalog.IsA(name, r.Name) })
}

// calledOperations are the operations whose errors the variables of a function hold;
// nil among them for what is of none.
func (s *state) calledOperations(body *ast.BlockStmt) map[types.Object][]*flow.Operation {
	called := map[types.Object][]*flow.Operation{}
	ast.Inspect(body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for i, left := range a.Lhs {
			o := s.object(left)
			if o == nil || !isErrorInterface(o.Type()) {
				continue
			}
			value := a.Rhs[0]
			if len(a.Rhs) == len(a.Lhs) {
				value = a.Rhs[i]
			}
			called[o] = append(called[o], s.operationOf(value))
		}
		return true
	})
	for o, ops := range called {
		if !slices.ContainsFunc(ops, func(op *flow.Operation) bool { return op != nil }) {
			delete(called, o)
		}
	}
	return called
}

// operationOf is the operation that an expression calls, nil if it says none.
func (s *state) operationOf(e ast.Expr) *flow.Operation {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if op, ok := s.program.Done(s.callee(call)); ok {
		return &op
	}
	return nil
}
