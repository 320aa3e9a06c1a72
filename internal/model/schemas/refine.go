package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// refinement is what is laid over what: a key for schemas made already.
type refinement struct {
	syntax *load.Schema
	base   *model.Schema
}

// Refine lays the keywords that n gives over a base, the leaf of an open field
// (docs/spec.md#params). They may only narrow it.
func (r *Resolver) Refine(n *load.Schema, at Site, base *model.Schema) *model.Schema {
	return r.narrowed(n, at, base, "the field's schema", func() *model.Schema {
		switch {
		case n.ErrorOf.Given(): // which no param is
			r.errorSchema(n, at)
			return base
		case n.Ref.Given() || n.Has("oneOf"): // a type that is another one
			return r.Schema(n, at)
		}
		return r.laidOver(n, at, base)
	})
}

// narrowed is a schema that is made of a base and n, of which it holds that it is no
// wider: else it is the base.
func (r *Resolver) narrowed(n *load.Schema, at Site, base *model.Schema, wide string, made func() *model.Schema) *model.Schema {
	key := refinement{n, base}
	if s, ok := r.refined[key]; ok {
		return s
	}
	before := r.List.Len()
	s := made()
	if r.List.Len() == before {
		if why := r.Widens(s, base); why != "" {
			r.Reportf(n.Pos, diag.NotNarrower, "let it allow only what its place in the body allows", "what is declared here allows more than %s: %s", wide, why)
			s = base
		}
	}
	r.refined[key] = s
	return s
}

// laidOver is a base with the keywords that n gives.
func (r *Resolver) laidOver(n *load.Schema, at Site, base *model.Schema) *model.Schema {
	r.CheckPlace(n, at)
	if onlyProse(n) {
		s := *base
		b := &builder{r: r, n: n, at: at, s: &s, base: base}
		b.prose()
		return &s
	}
	chosen := values.Alternative(base.Resolved(), refinedTypes(n)).Resolved()
	s := r.build(n, at, &model.Schema{}, chosen)
	if base.Nullable && !n.Has("type") && !n.Has("enum") && !s.Nullable {
		s.Nullable = true
		s.Go = nullablePointer(s)
	}
	return s
}

// onlyProse reports whether a refinement changes nothing about what is allowed.
func onlyProse(n *load.Schema) bool {
	return !n.Has("type") && !narrowsBeside(n)
}

// refinedTypes are the JSON types that a refinement speaks of: of a oneOf, it is laid
// over the alternative with one of them.
func refinedTypes(n *load.Schema) values.Types {
	var t values.Types
	for _, word := range n.Type {
		if k, ok := typeKinds[word.S]; ok && k != model.NullKind {
			t |= values.TypesOf(&model.Schema{Kind: k})
		}
	}
	switch {
	case t != 0:
		return t
	case n.Has("properties"), n.Has("additionalProperties"):
		return values.ObjectType
	case n.Has("items"), n.Has("minItems"), n.Has("maxItems"):
		return values.ArrayType
	case n.Has("pattern"), n.Has("minLength"), n.Has("maxLength"), n.Has("format"):
		return values.StringType
	case n.Has("minimum"), n.Has("maximum"), n.Has("exclusiveMinimum"), n.Has("exclusiveMaximum"):
		return values.NumberType
	}
	for _, v := range n.Enum {
		t |= values.TypesOf(&model.Schema{Kind: coreKind(v)})
	}
	return t
}

// Once is Schema for one that several entries inherit: it is resolved the first
// time.
func (r *Resolver) Once(n *load.Schema, at Site) *model.Schema {
	key := refinement{n, nil}
	if s, ok := r.refined[key]; ok {
		return s
	}
	s := r.Schema(n, at)
	r.refined[key] = s
	return s
}
