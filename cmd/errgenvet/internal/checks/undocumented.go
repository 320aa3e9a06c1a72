package checks

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
)

// Undocumented finds what an operation can return and does not list.
var Undocumented = check("undocumented", `report errors that an operation can return and its catalog does not list

Clients are written, and documents are made, of what the catalog lists for an
operation. The check follows errors from where a handler of an operation is made
(Responder.For, Operation.Handler, a pattern of http.ServeMux, or a comment
//errgen:operation NAME above a function) back to where they are raised: through
calls, wrapping, joining, variables, closures, and methods of interfaces where the
package shows all that these can hold. What it cannot follow it says nothing of, unless
-undocumented.strict asks for that.

	operations: {GetOrder: [OrderNotFound]}

	// bad
	mux.Handle("GET /orders/{id}", shop.OpGetOrder.Handler(func(w http.ResponseWriter, r *http.Request) error {
		return shop.ErrOutOfStock
	}))

	// good: the catalog lists it
	operations: {GetOrder: [OrderNotFound, OutOfStock]}`, undocumented)

var strict bool

func init() {
	Undocumented.Flags.BoolVar(&strict, "strict", false, "report handlers whose errors cannot all be followed, too")
}

func undocumented(s *state) {
	for _, d := range s.program.Unknown {
		s.reporter.Report(d)
	}
	for _, sink := range s.program.Sinks() {
		if sink.Operation == nil {
			continue
		}
		for _, r := range sink.Errors.Raised() {
			if r.Package == sink.Package && !slices.Contains(sink.Operation.Errors, r.Name) {
				s.undocumentedEntry(sink, r)
			}
		}
		if strict && sink.Errors.Open {
			s.reporter.Report(analysis.Diagnostic{Pos: sink.Pos, Message: fmt.Sprintf("not all errors that %s can return can be followed", sink.Operation.Name)})
		}
	}
}

// undocumentedEntry reports an entry where it is raised, if that is in this package,
// else where the handler is made.
func (s *state) undocumentedEntry(sink flow.Sink, r flow.Raised) {
	message := fmt.Sprintf("%s can return %s, which it does not list: list it in the catalog, or return another error", sink.Operation.Name, r)
	d := analysis.Diagnostic{Pos: r.Pos, Message: message}
	if !s.stands(r.Pos) {
		d.Pos = sink.Pos
	} else if r.Pos != sink.Pos {
		d.Related = []analysis.RelatedInformation{{Pos: sink.Pos, Message: "it is written here"}}
	}
	s.reporter.Report(d)
}

// stands reports whether a place is in a file of the package.
func (s *state) stands(pos token.Pos) bool {
	for _, f := range s.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return true
		}
	}
	return false
}
