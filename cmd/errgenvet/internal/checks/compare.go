package checks

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Compare finds comparisons of errors that wrapping breaks.
var Compare = check("compare", `report comparisons of errors where errors.Is or errors.As belongs

An error that is wrapped, joined or decoded is never == its ID, nor is a kind of it.

	// bad
	if err == shop.ErrOutOfStock { ... }
	if e, ok := err.(*shop.OutOfStockError); ok { ... }
	if err.Error() == "out of stock" { ... }

	// good
	if errors.Is(err, shop.ErrOutOfStock) { ... }
	if e, ok := errors.AsType[*shop.OutOfStockError](err); ok { ... }`, compare)

func compare(s *state) {
	each(s, func(b *ast.BinaryExpr) {
		if b.Op == token.EQL || b.Op == token.NEQ {
			s.equal(b, b.X, b.Y)
			s.equal(b, b.Y, b.X)
		}
	})
	each(s, func(sw *ast.SwitchStmt) {
		if sw.Tag == nil || !isErrorInterface(s.TypesInfo.TypeOf(sw.Tag)) {
			return
		}
		for _, stmt := range sw.Body.List {
			for _, e := range stmt.(*ast.CaseClause).List {
				if r, ok := s.id(e); ok {
					s.report(e, fmt.Sprintf("a wrapped error is no case %s: ask errors.Is(%s, %s), or switch on %s.IDOf", r, types.ExprString(sw.Tag), r, r.Package.Name()))
				}
			}
		}
	})
	each(s, func(a *ast.TypeAssertExpr) {
		if a.Type != nil {
			s.asserted(a.X, a.Type)
		}
	})
	each(s, func(sw *ast.TypeSwitchStmt) {
		for _, stmt := range sw.Body.List {
			for _, t := range stmt.(*ast.CaseClause).List {
				s.asserted(switched(sw), t)
			}
		}
	})
}

// switched is what a type switch is about.
func switched(sw *ast.TypeSwitchStmt) ast.Expr {
	var e ast.Expr
	switch a := sw.Assign.(type) {
	case *ast.ExprStmt:
		e = a.X
	case *ast.AssignStmt:
		e = a.Rhs[0]
	}
	return e.(*ast.TypeAssertExpr).X
}

// equal reports a comparison of an error with an ID, or of its text or code with a
// constant.
func (s *state) equal(b *ast.BinaryExpr, err, with ast.Expr) {
	if r, ok := s.id(with); ok && isErrorInterface(s.TypesInfo.TypeOf(err)) {
		call := fmt.Sprintf("errors.Is(%s, %s)", types.ExprString(err), types.ExprString(with))
		if b.Op == token.NEQ {
			call = "!" + call
		}
		s.report(b, fmt.Sprintf("a wrapped error is never equal to %s: ask %s", r, call), s.fixed(b, call)...)
		return
	}
	if v := s.TypesInfo.Types[with].Value; v == nil || v.Kind() != constant.String || constant.StringVal(v) == "" {
		return
	}
	call, ok := ast.Unparen(err).(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	t := s.TypesInfo.TypeOf(sel.X)
	_, isID := s.catalogs.IsID(t)
	_, isOccurrence := s.catalogs.IsError(t)
	switch {
	case sel.Sel.Name == "Error" && (isID || isOccurrence || isErrorInterface(t) && s.catalogs.Direct):
		s.report(b, "texts of errors are for people and change: ask errors.Is")
	case sel.Sel.Name == "Code" && isID:
		s.report(b, "several errors can have one code: ask errors.Is, or compare IDs")
	}
}

// fixed is the fix of a comparison, in a file that imports errors.
func (s *state) fixed(b *ast.BinaryExpr, call string) []analysis.SuggestedFix {
	for _, f := range s.Files {
		if f.FileStart > b.Pos() || b.Pos() >= f.FileEnd {
			continue
		}
		edits := []analysis.TextEdit{{Pos: b.Pos(), End: b.End(), NewText: []byte(call)}}
		for _, imp := range f.Imports {
			if imp.Path.Value == `"errors"` && imp.Name == nil {
				return []analysis.SuggestedFix{{Message: "Ask errors.Is", TextEdits: edits}}
			}
		}
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.IMPORT && d.Lparen.IsValid() {
				edits = append(edits, analysis.TextEdit{Pos: d.Lparen + 1, End: d.Lparen + 1, NewText: []byte("\n\t\"errors\"")})
				return []analysis.SuggestedFix{{Message: "Ask errors.Is", TextEdits: edits}}
			}
		}
	}
	return nil
}

// asserted reports that an error is asserted to be of a type of a catalog.
func (s *state) asserted(x, t ast.Expr) {
	if !isErrorInterface(s.TypesInfo.TypeOf(x)) {
		return
	}
	of := s.TypesInfo.TypeOf(t)
	_, isID := s.catalogs.IsID(of)
	_, isOccurrence := s.catalogs.IsError(of)
	_, isData := s.catalogs.OfType(of)
	if isID || isOccurrence || isData {
		s.report(t, fmt.Sprintf("a wrapped error is no %s: ask errors.As", types.ExprString(t)))
	}
}
