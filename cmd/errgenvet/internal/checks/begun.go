package checks

import "go/ast"

// begins are calls behind which a response has begun, whatever they return: by their name
// as in writers. The number says which argument is the response writer, -1: the receiver.
// Those of WebSockets answer by themselves when they fail.
var begins = map[string]int{
	"net/http.ResponseWriter.WriteHeader":           -1,
	"net/http.ResponseWriter.Write":                 -1,
	"github.com/gorilla/websocket.Upgrader.Upgrade": 0,
	"github.com/coder/websocket.Accept":             0,
}

// begun are the calls in a function that take a response writer whose response has begun
// in every case: net/http drops the status that they give, so they write no error response.
func (s *state) begun(body *ast.BlockStmt) map[*ast.CallExpr]bool {
	calls := map[*ast.CallExpr]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			s.behind(n.List, calls)
		case *ast.CaseClause:
			s.behind(n.Body, calls)
		case *ast.CommClause:
			s.behind(n.Body, calls)
		case *ast.IfStmt:
			s.behind([]ast.Stmt{n.Init, n.Body, n.Else}, calls)
		}
		return true
	})
	return calls
}

// behind adds the calls that stand behind a statement of a list that begins a response.
func (s *state) behind(list []ast.Stmt, calls map[*ast.CallExpr]bool) {
	for i, stmt := range list {
		w := s.object(s.beginsOf(stmt))
		if w == nil {
			continue
		}
		for _, later := range list[i+1:] {
			if later == nil || s.assigns(later, w) {
				break
			}
			ast.Inspect(later, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && (s.object(receiver(call)) == w || len(call.Args) > 0 && s.object(call.Args[0]) == w) {
					calls[call] = true
				}
				_, function := n.(*ast.FuncLit)
				return !function
			})
		}
	}
}

// beginsOf is the response writer whose response a statement begins, nil if it begins none.
func (s *state) beginsOf(stmt ast.Stmt) ast.Expr {
	var e ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		e = stmt.X
	case *ast.AssignStmt:
		e = stmt.Rhs[0]
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return nil
	}
	at, known := begins[calledName(s.callee(call))]
	if status, ok := s.firstNumber(call); !known || ok && status < 200 {
		return nil // of 1xx the response proper is still to come
	}
	if at < 0 {
		return receiver(call)
	}
	return call.Args[at]
}

// firstNumber is the first argument of a call, if that is a constant integer.
func (s *state) firstNumber(call *ast.CallExpr) (int64, bool) {
	if len(call.Args) == 0 {
		return 0, false
	}
	return s.number(call.Args[0])
}

// receiver is what a call calls a method of, nil if it calls none.
func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}
