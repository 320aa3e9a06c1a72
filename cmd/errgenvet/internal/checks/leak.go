package checks

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Leak finds texts of other errors that become params which go to clients.
var Leak = check("leak", `report texts of other errors that go to clients as params

What a driver, the standard library or another service says of a failure tells who
reads it about the inside: addresses, queries, names of files. Make it the cause, which
logs show and no client sees; or a private param.

An error that is made on the spot, by errors.New or fmt.Errorf, has the text that stands
there: only the errors in it count.

	// bad
	return shop.NewStorageFailed(err.Error())

	// good
	return shop.ErrStorageFailed.WithCause(err)`, leak)

func leak(s *state) {
	globals := map[types.Object]ast.Expr{} // of the package
	for _, f := range s.Files {
		for _, decl := range f.Decls {
			if d, ok := decl.(*ast.GenDecl); ok {
				maps.Copy(globals, s.texts(d))
			}
		}
	}
	for _, f := range s.Files {
		if ast.IsGenerated(f) {
			continue
		}
		for _, decl := range f.Decls {
			texts := s.texts(decl)
			maps.Copy(texts, globals)
			s.leaks(decl, texts)
		}
	}
}

// leaks looks at all places where params are given.
func (s *state) leaks(in ast.Node, texts map[types.Object]ast.Expr) {
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			f := s.callee(n)
			if f == nil {
				break
			}
			if r, ok := s.catalogs.OfConstructor(f); ok {
				for i, arg := range n.Args {
					if params := f.Signature().Params(); i < params.Len() {
						s.param(r, params.At(i).Name(), arg, texts)
					}
				}
			}
		case *ast.CompositeLit:
			t := s.TypesInfo.TypeOf(n)
			if t == nil {
				break
			}
			if r, ok := s.catalogs.OfType(types.NewPointer(t)); ok {
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						if key, ok := kv.Key.(*ast.Ident); ok {
							s.param(r, key.Name, kv.Value, texts)
						}
					}
				}
			}
		}
		return true
	})
}

// param reports the text of an error that a param is given, unless no client sees it.
func (s *state) param(r generated.Ref, name string, value ast.Expr, texts map[types.Object]ast.Expr) {
	entry := r.Entry()
	if entry == nil || slices.Contains(entry.Private, strings.ToLower(name)) {
		return
	}
	if what := s.errorText(value, texts, 8); what != nil {
		s.report(value, fmt.Sprintf("the text of %s goes to clients as %s of %s: make the error its cause, by WithCause", types.ExprString(what), name, r))
	}
}

// texts are the variables of a function that are given one value alone, and which.
func (s *state) texts(in ast.Node) map[types.Object]ast.Expr {
	values := map[types.Object]ast.Expr{}
	many := map[types.Object]bool{}
	note := func(name *ast.Ident, value ast.Expr) {
		o := s.TypesInfo.ObjectOf(name)
		if o == nil || values[o] != nil || many[o] {
			many[o] = true
			delete(values, o)
			return
		}
		values[o] = value
	}
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if name, ok := left.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) && (n.Tok == token.DEFINE || n.Tok == token.ASSIGN) {
					note(name, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) {
					note(name, n.Values[i])
				}
			}
		}
		return true
	})
	return values
}

// errorText is the error whose text is in a value; nil if there is none.
func (s *state) errorText(e ast.Expr, texts map[types.Object]ast.Expr, depth int) ast.Expr {
	if depth == 0 {
		return nil
	}
	inner := func(e ast.Expr) ast.Expr { return s.errorText(e, texts, depth-1) }
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if found := inner(e.X); found != nil {
			return found
		}
		return inner(e.Y)
	case *ast.Ident:
		value := texts[s.TypesInfo.ObjectOf(e)]
		call, isCall := ast.Unparen(value).(*ast.CallExpr)
		if value != nil && (!s.isForeign(e) || isCall && s.isMade(call)) {
			return inner(value)
		}
	case *ast.UnaryExpr:
		return inner(e.X)
	case *ast.CallExpr:
		if s.isMade(e) || !s.isForeign(e) {
			return s.calledText(e, inner)
		}
	}
	if s.isForeign(e) {
		return ast.Unparen(e)
	}
	return nil
}

// isMade reports whether a call makes an error whose text stands in its arguments: it is
// this program's own, but for the errors among them.
func (s *state) isMade(call *ast.CallExpr) bool {
	f := s.callee(call)
	return f != nil && slices.Contains(makers, f.FullName())
}

// printers are functions that print all of their arguments, makers those of them that
// make errors; trimmers give back a part of their first.
var (
	makers   = []string{"errors.New", "errors.Join", "fmt.Errorf"}
	printers = []string{"fmt.Sprint", "fmt.Sprintf", "fmt.Sprintln"}
	trimmers = []string{"strings.TrimSpace", "strings.ToLower", "strings.ToUpper", "strings.TrimPrefix", "strings.TrimSuffix", "strings.Trim", "strings.Clone"}
)

// calledText is the error whose text a call returns.
func (s *state) calledText(call *ast.CallExpr, inner func(ast.Expr) ast.Expr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && len(call.Args) == 0 && isErrorType(s.TypesInfo.TypeOf(sel.X)) {
		return inner(sel.X)
	}
	if tv := s.TypesInfo.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return inner(call.Args[0])
	}
	f := s.callee(call)
	switch {
	case f == nil:
	case slices.Contains(printers, f.FullName()), slices.Contains(makers, f.FullName()):
		for _, arg := range call.Args {
			if found := inner(arg); found != nil {
				return found
			}
		}
	case slices.Contains(trimmers, f.FullName()):
		return inner(call.Args[0])
	}
	return nil
}

// isForeign reports whether an expression is an error of no catalog, as far as its type
// says.
func (s *state) isForeign(e ast.Expr) bool {
	t := s.TypesInfo.TypeOf(e)
	if t == nil || !isErrorType(t) {
		return false
	}
	_, isID := s.catalogs.IsID(t)
	_, isError := s.catalogs.IsError(t)
	_, isData := s.catalogs.OfType(t)
	return !isID && !isError && !isData
}
