package lint

import (
	"fmt"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
)

// textOnlyParam reports params that stand in texts alone.
func textOnlyParam(c *catalog, f found) {
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if isData(e, p) && !identity.HasOwnPlace(e, p) && !isLost(e, p) {
				f(c.param(e, p), fmt.Sprintf("param %s stands in a text alone: clients in other languages have to take the text apart, and nobody can reword it", diag.Quote(p.Name)),
					"send it as a member too (`in`, a field or a header), or make it `private` if only logs need it")
			}
		}
	}
}

// lostParam reports params that a response does not give back.
func lostParam(c *catalog, f found) {
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if isData(e, p) && !identity.HasOwnPlace(e, p) && isLost(e, p) {
				f(c.param(e, p), fmt.Sprintf("param %s stands in a text alone, and what parts it from the next can well be in it: clients get other values than were sent", diag.Quote(p.Name)),
					"send it as a member too, or say with `pattern`, `enum` or a number what it can be")
				break
			}
		}
	}
}

// shortest is how much text between two params is not taken for a part of them.
const shortest = 4

// isLost reports whether a param cannot be found again in a text since hardly anything
// parts it from another one.
func isLost(e *model.Entry, p *model.Param) bool {
	if p.Recoverable {
		return false
	}
	for _, fill := range e.Fills {
		for _, t := range fill.Wordings {
			if t.Template == nil {
				continue
			}
			parts := t.Template.Parts
			for i := range parts {
				near := func(between, other int) bool {
					return other >= 0 && other < len(parts) && len(parts[between].Literal) < shortest
				}
				if parts[i].Param == p && (near(i+1, i+2) || near(i-1, i-2)) {
					return true
				}
			}
		}
	}
	return false
}

// isData reports whether a response is to give a param.
func isData(e *model.Entry, p *model.Param) bool {
	return !p.Private && !p.Sensitive && !p.Implied && e.Envelope != nil && p.Schema.IsScalar()
}

// swappedArguments reports arguments of a constructor that can change places.
func swappedArguments(c *catalog, f found) {
	for _, e := range c.Entries {
		if e.NewFunc == "" {
			continue
		}
		var last *model.Param
		for _, p := range e.Params {
			if !p.Required() {
				continue
			}
			if last != nil && sameType(last.Go, p.Go) {
				f(c.param(e, p), fmt.Sprintf("%s takes %s and %s side by side, both of one Go type: a call that swaps them compiles, and lies", e.NewFunc, diag.Quote(last.ArgName), diag.Quote(p.ArgName)),
					"give one of them a type of its own: an enum under `types`, a number, a format of time")
				break
			}
			last = p
		}
	}
}

// sameType reports whether two types are one.
func sameType(a, b model.GoType) bool {
	if a.Kind != b.Kind || a.Named != b.Named || a.Pointers != b.Pointers {
		return false
	}
	return a.Elem == nil && b.Elem == nil || a.Elem != nil && b.Elem != nil && sameType(*a.Elem, *b.Elem)
}
