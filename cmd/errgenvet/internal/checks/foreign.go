package checks

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Foreign finds errors of other services that go out of a handler as they came.
var Foreign = check("foreign", `report errors decoded from another service that a handler passes on

What another service has answered is never written as it is: its 401 is not ours.
It goes out as the fallback, which is seldom what was meant. Raise an error of this
catalog, with the other one as its cause.

	// bad
	if err := payments.DecodeResponse(resp); err != nil {
		return err
	}

	// good
	if err := payments.DecodeResponse(resp); err != nil {
		return shop.ErrPaymentFailed.WithCause(err)
	}`, foreign)

func foreign(s *state) {
	for _, sink := range s.program.Sinks() {
		if sink.Said { // perhaps a client
			continue
		}
		decoded := sink.Errors.Decoded()
		for _, pkg := range slices.SortedFunc(maps.Keys(decoded), func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) }) {
			s.reporter.Report(analysis.Diagnostic{Pos: s.here(decoded[pkg], sink.Pos), Message: fmt.Sprintf(
				"what %s decodes here goes out as the fallback of %s: raise an error of %s with it as the cause", pkg.Name(), sink.Package.Name(), sink.Package.Name())})
		}
	}
}

// here is a place if it is in the package, else another one, which is.
func (s *state) here(pos, otherwise token.Pos) token.Pos {
	if s.stands(pos) {
		return pos
	}
	return otherwise
}
