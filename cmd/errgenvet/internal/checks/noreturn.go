package checks

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
)

// NoReturn finds code that goes on writing a response after an error was written.
var NoReturn = check("noreturn", `report that a handler goes on writing after it has written an error

WriteError and http.Error do not end the handler. What counts are http.ResponseWriter,
and the contexts of gin and echo that have it.

	// bad
	if err != nil {
		shop.WriteError(w, err)
	}
	fmt.Fprintln(w, "done")

	// good
	if err != nil {
		shop.WriteError(w, err)
		return
	}
	fmt.Fprintln(w, "done")`, noReturn)

func noReturn(s *state) {
	each(s, func(fn *ast.FuncDecl) { s.goesOn(fn.Body) })
	each(s, func(fn *ast.FuncLit) { s.goesOn(fn.Body) })
}

// goesOn looks behind every statement of a function that writes an error.
func (s *state) goesOn(body *ast.BlockStmt) {
	if body == nil {
		return
	}
	graph := cfg.New(body, func(call *ast.CallExpr) bool {
		id, ok := ast.Unparen(call.Fun).(*ast.Ident)
		return !ok || id.Name != "panic"
	})
	for _, b := range graph.Blocks {
		for i, n := range b.Nodes {
			w, call := s.writesError(n)
			if w == nil {
				continue
			}
			if at := s.writesAfter(b, i+1, w, map[*cfg.Block]bool{}); at != nil {
				s.reporter.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: "the handler goes on writing after this error: return",
					Related: []analysis.RelatedInformation{{Pos: at.Pos(), Message: "it writes here"}}})
			}
		}
	}
}

// writesError is the response writer to which a statement writes an error.
func (s *state) writesError(n ast.Node) (types.Object, *ast.CallExpr) {
	stmt, ok := n.(*ast.ExprStmt)
	if !ok {
		return nil, nil
	}
	call, ok := stmt.X.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil, nil
	}
	_, name := s.generatedFunc(call)
	f := s.callee(call)
	if name != "WriteError" && name != "Responder.WriteError" && (f == nil || f.FullName() != "net/http.Error" && f.FullName() != "net/http.NotFound") {
		return nil, nil
	}
	return s.responseOf(call.Args[0]), call
}

// responseOf is the variable by which a response is written: w, or the context that has
// the writer, as in c.Writer and c.Response(); nil for any other expression.
func (s *state) responseOf(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return s.responseOf(e.X)
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && len(e.Args) == 0 {
			return s.responseOf(sel.X)
		}
	}
	return s.object(e)
}

// object is the variable that an expression is, nil for any other.
func (s *state) object(e ast.Expr) types.Object {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		return s.TypesInfo.ObjectOf(id)
	}
	return nil
}

// writesAfter is a place behind a node of a block where a response is written to.
func (s *state) writesAfter(b *cfg.Block, from int, w types.Object, seen map[*cfg.Block]bool) ast.Node {
	for _, n := range b.Nodes[from:] {
		if s.assigns(n, w) {
			return nil
		}
		if at := s.writesTo(n, w); at != nil {
			return at
		}
	}
	for _, next := range b.Succs {
		if !seen[next] {
			seen[next] = true
			if at := s.writesAfter(next, 0, w, seen); at != nil {
				return at
			}
		}
	}
	return nil
}

// assigns reports whether a statement gives a variable another value.
func (s *state) assigns(n ast.Node, w types.Object) bool {
	a, ok := n.(*ast.AssignStmt)
	if !ok || a.Tok != token.ASSIGN {
		return false
	}
	for _, left := range a.Lhs {
		if s.object(left) == w {
			return true
		}
	}
	return false
}

// writesTo is a call in a node that writes to a response: of a method that does, or with
// the writer as an argument. What runs later, in a function or deferred, does not count.
func (s *state) writesTo(n ast.Node, w types.Object) (at ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.DeferStmt, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && s.responseOf(sel.X) == w && s.isWriter(n, sel.Sel.Name) {
				at = n
			}
			for _, arg := range n.Args {
				if s.responseOf(arg) == w && s.isWriting(n) {
					at = n
				}
			}
		}
		return at == nil
	})
	return at
}

// isWriter reports whether a method of a response, or of a framework's context, writes.
func (s *state) isWriter(call *ast.CallExpr, name string) bool {
	_, known := writers[calledName(s.callee(call))]
	return known && !only[name] || name == "Write" || name == "WriteHeader"
}

// only are methods that note a status and write nothing yet, or leave the writing to
// whoever calls.
var only = map[string]bool{"Status": true, "AbortWithStatus": true}

// writing are functions that write to their first argument.
var writing = map[string]bool{
	"fmt.Fprint": true, "fmt.Fprintf": true, "fmt.Fprintln": true, "io.WriteString": true, "io.Copy": true, "encoding/json.NewEncoder": true,
	"net/http.Error": true, "net/http.NotFound": true, "net/http.Redirect": true, "net/http.ServeContent": true, "net/http.ServeFile": true,
}

// isWriting reports whether a call writes to a response that is an argument of it.
func (s *state) isWriting(call *ast.CallExpr) bool {
	if _, name := s.generatedFunc(call); name == "WriteError" || name == "Responder.WriteError" {
		return true
	}
	f := s.callee(call)
	return f != nil && writing[f.FullName()]
}
