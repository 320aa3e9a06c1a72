package envelopes

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// success are the values of a leaf that mean that there is no error
// (docs/spec.md#success): scalars of its type, or null.
func (w *walker) success(n *load.Schema, s *model.Schema) []model.Value {
	if !n.Has("success") {
		return nil
	}
	r := w.r
	if k := s.Resolved(); !k.IsScalar() && k.Kind != model.AnyKind && k.Kind != model.OneOfKind {
		r.Reportf(n.At("success"), diag.MisplacedKeyword, "say it at a leaf that is a text, a number or a boolean", "`success` lists scalars, and this is %s", values.Describe(s))
		return nil
	}
	if len(n.Success) == 0 {
		r.Reportf(n.At("success"), diag.BadEnum, "list the values", "`success` without a value means nothing")
	}
	var all []model.Value
	for _, v := range n.Success {
		if v.Kind == load.Scalar && !v.Quoted && !v.Broken && values.IsNull(v.Text) {
			all = append(all, model.Value{Kind: model.NullValue})
			continue
		}
		if v.Kind != load.Scalar && !v.Broken {
			r.Reportf(v.Pos, diag.BadEnum, "list scalars", "a value of `success` is a list or a mapping")
			continue
		}
		if value, ok := r.Typed(v, s); ok {
			all = append(all, value)
		}
	}
	return all
}

// Means reports whether a value means success at a place.
func (p *Place) Means(v model.Value) bool {
	return slices.ContainsFunc(p.Node.Success, func(s model.Value) bool { return values.Equal(s, v) || s.Scalar() == v.Scalar() })
}
