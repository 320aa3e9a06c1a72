package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// resolveOperations resolves what each operation can return.
func (r *resolver) resolveOperations() {
	for _, n := range r.file.Operations {
		o := &model.Operation{Name: n.Name.S, Description: n.Description.S, Method: n.Method.S, Path: n.Path.S}
		for _, name := range n.Errors {
			e := r.entryNamed(name)
			switch {
			case e == nil:
			case slices.Contains(o.Errors, e):
				r.Reportf(name.Pos, diag.DuplicateName, "name each entry once", "entry %s is named twice", diag.Quote(name.S))
			default:
				o.Errors = append(o.Errors, e)
			}
		}
		r.catalog.Operations = append(r.catalog.Operations, o)
	}
}
