// Package checks holds the checks of errgenvet, each an analyzer with the name by which
// it is turned on and off, and ignored.
package checks

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/ignore"
)

// All are all checks.
var All = []*analysis.Analyzer{Undocumented, NeedsData, Leak, AdHoc, NoReturn, Compare, Foreign, Never, Swapped}

func init() {
	for _, a := range All {
		ignore.Known = append(ignore.Known, a.Name)
	}
}

// state is what a check has at hand.
type state struct {
	*analysis.Pass
	reporter *ignore.Reporter
	catalogs *generated.Result
	program  *flow.Program
}

// check makes an analyzer of a function that runs over packages that reach a generated
// one, and are none themselves.
func check(name, doc string, run func(*state)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: name, Doc: doc,
		URL:      "https://github.com/seed-1b9d9f04/errgen/blob/main/docs/analyzer.md#" + name,
		Requires: []*analysis.Analyzer{generated.Catalogs, flow.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			s := &state{
				Pass: pass, reporter: ignore.New(pass),
				catalogs: pass.ResultOf[generated.Catalogs].(*generated.Result), program: pass.ResultOf[flow.Analyzer].(*flow.Program),
			}
			if s.program == nil {
				return nil, nil
			}
			run(s)
			s.reporter.Finish()
			return nil, nil
		},
	}
}

// report reports a finding at a node.
func (s *state) report(n ast.Node, message string, fixes ...analysis.SuggestedFix) {
	s.reporter.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Message: message, SuggestedFixes: fixes})
}

// each calls do for every node of a type, in all files.
func each[N ast.Node](s *state, do func(N)) {
	for _, file := range s.Files {
		if ast.IsGenerated(file) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if node, ok := n.(N); ok {
				do(node)
			}
			return true
		})
	}
}

// callee is the function that a call calls, nil if it is not known.
func (s *state) callee(call *ast.CallExpr) *types.Func {
	f, _ := typeutil.Callee(s.TypesInfo, call).(*types.Func)
	return f
}

// generatedFunc is what a call calls of a generated package: "Responder.Handler".
func (s *state) generatedFunc(call *ast.CallExpr) (*types.Package, string) {
	return s.catalogs.Func(s.callee(call))
}

// id is the entry of an expression that is a constant ID.
func (s *state) id(e ast.Expr) (generated.Ref, bool) {
	tv := s.TypesInfo.Types[e]
	if tv.Type == nil {
		return generated.Ref{}, false
	}
	return s.catalogs.OfConstant(tv.Type, tv.Value)
}

// isErrorType reports whether a type is an error.
func isErrorType(t types.Type) bool {
	return t != nil && types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// isErrorInterface reports whether a type is an interface that errors have.
func isErrorInterface(t types.Type) bool { return isErrorType(t) && types.IsInterface(t) }

// number is the value of an expression that is a constant integer.
func (s *state) number(e ast.Expr) (int64, bool) {
	v := s.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}
