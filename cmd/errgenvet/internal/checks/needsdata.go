package checks

import (
	"fmt"
	"go/ast"
	"go/types"
)

// NeedsData finds bare IDs that are raised although their entry needs data.
var NeedsData = check("needsdata", `report bare IDs that are raised without the data that their entry needs

An ID whose entry has params is a target for errors.Is. Raised all the same it goes out
with the zero values of the params: "There are 0 left".

	// bad
	return shop.ErrOutOfStock

	// good
	return shop.NewOutOfStock("umbrella", 2)`, needsData)

func needsData(s *state) {
	report := func(e ast.Expr) {
		r, ok := s.id(e)
		if !ok {
			return
		}
		if entry := r.Entry(); entry != nil && !entry.Static {
			s.report(e, fmt.Sprintf("%s needs data: raise it with %s.New%s", r, r.Package.Name(), s.constructor(r.Package, r.Name)))
		}
	}
	each(s, func(fn *ast.FuncDecl) { s.returned(fn.Type, fn.Body, report) })
	each(s, func(fn *ast.FuncLit) { s.returned(fn.Type, fn.Body, report) })
	each(s, func(call *ast.CallExpr) {
		switch _, name := s.generatedFunc(call); name {
		case "ID.WithCause":
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
				report(sel.X)
			}
		case "WriteError", "Responder.WriteError", "Encode", "Responder.Encode", "CloseFrame":
			report(call.Args[len(call.Args)-1])
		}
		if f := s.callee(call); f != nil && (f.FullName() == "fmt.Errorf" || f.FullName() == "errors.Join") {
			for _, arg := range call.Args {
				report(arg)
			}
		}
	})
}

// constructor is the name behind New of an entry's constructor.
func (s *state) constructor(pkg *types.Package, entry string) string {
	for _, name := range pkg.Scope().Names() {
		if c, ok := pkg.Scope().Lookup(name).(*types.Const); ok {
			if r, ok := s.catalogs.OfConstant(c.Type(), c.Val()); ok && r.Name == entry {
				return name[len("Err"):]
			}
		}
	}
	return entry
}

// returned calls do with what a function returns as an error, without those of the
// functions in it.
func (s *state) returned(t *ast.FuncType, body *ast.BlockStmt, do func(ast.Expr)) {
	if t.Results == nil || body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			i := 0
			for _, field := range t.Results.List {
				for range max(1, len(field.Names)) {
					if i < len(n.Results) && len(n.Results) > 0 && isErrorInterface(s.TypesInfo.TypeOf(field.Type)) {
						do(n.Results[i])
					}
					i++
				}
			}
		}
		return true
	})
}
