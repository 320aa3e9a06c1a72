package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// checkOmits reports the fields that entries omit although the object requires them in
// which they stand, and which is there: one may omit all that is in an optional object, or
// what is optional in it.
func (r *resolver) checkOmits() {
	for _, e := range r.entries.All() {
		if e.broken {
			continue
		}
		for _, env := range e.model.Reads {
			if f := halved(e.model, env.Body); f != nil {
				r.Reportf(e.syntax.Name.Pos, diag.OmitRequired, "omit all fields of the object, or make its place in the object `optional`",
					"entry %s omits %s and not the other fields of an object that requires it, in envelope %s", diag.Quote(e.model.Name), diag.Quote(f.Name), diag.Quote(env.Name))
				break
			}
		}
	}
}

// halved is a field that an entry omits and that is required in an optional object at a
// place, or below it, of which the entry has something else; nil if there is none.
func halved(e *model.Entry, n *model.Node) *model.Field {
	if n == nil {
		return nil
	}
	if omitted, _ := e.Leaves(n); n.Kind == model.ObjectNode && !omitted && isThere(e, n) {
		for _, m := range n.Members {
			if m.Kind == model.FieldNode && !m.Optional && !m.Alias && e.Omits(m.Field) {
				return m.Field
			}
		}
	}
	for _, m := range n.Members {
		if f := halved(e, m); f != nil {
			return f
		}
	}
	return halved(e, n.Item)
}

// isThere reports whether an entry writes an object in any case: something of its own
// stands in it, or a constant.
func isThere(e *model.Entry, n *model.Node) bool {
	return e.Has(n) || slices.ContainsFunc(n.Members, func(m *model.Node) bool { return m.Kind == model.ConstNode })
}
