package checks

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Swapped finds arguments of constructors that have changed places.
var Swapped = check("swapped", `report arguments of one type whose names say that they change places

	// bad: NewVersionConflict(given, current string)
	return shop.NewVersionConflict(current, given)

	// good
	return shop.NewVersionConflict(given, current)`, swapped)

func swapped(s *state) {
	each(s, func(call *ast.CallExpr) {
		f := s.callee(call)
		if f == nil || call.Ellipsis.IsValid() {
			return
		}
		if _, ok := s.catalogs.OfConstructor(f); !ok {
			return
		}
		params := f.Signature().Params()
		for i := range min(params.Len(), len(call.Args)) {
			for j := range i {
				if types.Identical(params.At(i).Type(), params.At(j).Type()) && isCalled(call.Args[i], params.At(j)) && isCalled(call.Args[j], params.At(i)) {
					s.swap(call, f, i, j)
				}
			}
		}
	})
}

// swap reports two arguments that have changed places.
func (s *state) swap(call *ast.CallExpr, f *types.Func, i, j int) {
	a, b := call.Args[j], call.Args[i]
	fix := analysis.SuggestedFix{Message: "Swap the two", TextEdits: []analysis.TextEdit{
		{Pos: a.Pos(), End: a.End(), NewText: []byte(types.ExprString(b))},
		{Pos: b.Pos(), End: b.End(), NewText: []byte(types.ExprString(a))},
	}}
	s.report(a, fmt.Sprintf("%s and %s have changed places: it is %s(%s, %s)", types.ExprString(a), types.ExprString(b),
		f.Name(), f.Signature().Params().At(j).Name(), f.Signature().Params().At(i).Name()), fix)
}

// isCalled reports whether an expression is called as a param is.
func isCalled(e ast.Expr, param *types.Var) bool {
	name := ""
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		name = e.Sel.Name
	case *ast.CallExpr:
		if len(e.Args) == 1 { // a conversion
			return isCalled(e.Args[0], param)
		}
	}
	return strings.EqualFold(name, param.Name())
}
