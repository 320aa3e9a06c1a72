package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// oneOfSchema resolves alternatives of different JSON types. Null among them
// makes the others nullable.
func (r *Resolver) oneOfSchema(n *load.Schema, at Site) *model.Schema {
	s := &model.Schema{Kind: model.OneOfKind}
	var alternatives []*load.Schema
	for _, alt := range n.OneOf {
		if len(alt.Type) == 1 && alt.Type[0].S == "null" {
			s.Nullable = true
		} else {
			alternatives = append(alternatives, alt)
		}
	}
	switch len(alternatives) {
	case 0:
		r.Reportf(n.At("oneOf"), diag.OneOfOverlap, "write at least two alternatives, of different JSON types", "`oneOf` has no alternative but null")
		return broken()
	case 1:
		at.Keys = NoKeys
		one := r.Schema(alternatives[0], at)
		one.Nullable = one.Nullable || s.Nullable
		one.Go = nullablePointer(one)
		return one
	}
	b := &builder{r: r, n: n, at: at, s: s}
	b.nameType()
	for _, alt := range alternatives {
		inner := at.Inner("", "an alternative", NoKeys)
		inner.typed, inner.choice = true, true
		s.OneOf = append(s.OneOf, r.Schema(alt, inner))
	}
	r.checkAlternatives(alternatives, s.OneOf)
	b.goType()
	b.prose()
	b.measure()
	return s
}

// checkAlternatives reports two that the first byte of a value cannot tell apart.
func (r *Resolver) checkAlternatives(syntax []*load.Schema, alts []*model.Schema) {
	var seen values.Types
	for i, s := range alts {
		types := values.TypesOf(s)
		if s.Kind == model.AnyKind || types&seen != 0 {
			r.Reportf(syntax[i].Pos, diag.OneOfOverlap, "make them one alternative, or a list of types for scalars",
				"the alternatives of `oneOf` must differ in their JSON types, and another has that of this one")
		}
		seen |= types
	}
}
