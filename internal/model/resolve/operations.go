package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// resolveOperations resolves what each operation can return: what it lists, and what is
// common to all.
func (r *resolver) resolveOperations() {
	if len(r.file.Operations) == 0 {
		if common := r.file.Common; len(common) > 0 {
			r.Reportf(common[0].Pos, diag.MisplacedKey, "list the API's `operations`, or leave it out",
				"`common` says what every operation can return, and there are no operations")
		}
		return
	}
	common := r.listed(r.file.Common)
	if f := r.catalog.Fallback; f != nil {
		common = append(without(common, []*model.Entry{f}), f)
	}
	r.catalog.Common = common
	for _, n := range r.file.Operations {
		o := &model.Operation{
			Name: n.Name.S, Description: n.Description.S, Method: n.Method.S, Path: n.Path.S, ID: n.OperationID.Or(n.Name.S),
			Const: "Op" + n.GoName.Or(names.Exported(n.Name.S)), Own: without(r.listed(n.Errors), common),
		}
		r.pkg.Claim(o.Const, n.Name.Pos, "the constant of operation "+diag.Quote(n.Name.S))
		o.Errors = slices.Concat(o.Own, common)
		r.catalog.Operations = append(r.catalog.Operations, o)
	}
}

// listed are the entries of a list of names, each of which stands there once.
func (r *resolver) listed(list []load.Text) []*model.Entry {
	var entries []*model.Entry
	seen := map[*model.Entry]bool{}
	for _, name := range list {
		e := r.entryNamed(name)
		switch {
		case e == nil:
		case seen[e]:
			r.Reportf(name.Pos, diag.DuplicateName, "name each entry once", "entry %s is named twice", diag.Quote(name.S))
		default:
			seen[e] = true
			entries = append(entries, e)
		}
	}
	return entries
}

// without are the entries of a list that are not in another.
func without(list, others []*model.Entry) []*model.Entry {
	other := map[*model.Entry]bool{}
	for _, e := range others {
		other[e] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(e *model.Entry) bool { return other[e] })
}
