package schemas

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// typeKinds are the words of `type`.
var typeKinds = map[string]model.Kind{
	"string": model.StringKind, "integer": model.IntegerKind, "number": model.NumberKind,
	"boolean": model.BooleanKind, "null": model.NullKind, "array": model.ArrayKind, "object": model.ObjectKind,
}

var typeWords = []string{"string", "integer", "number", "boolean", "null", "array", "object"}

// otherWords are what other languages call these types.
var otherWords = map[string]string{
	"int": "integer", "int32": "integer", "int64": "integer", "long": "integer", "uint": "integer",
	"str": "string", "text": "string", "char": "string", "uuid": "string", "date": "string",
	"bool": "boolean", "float": "number", "float64": "number", "double": "number", "decimal": "number",
	"list": "array", "map": "object", "dict": "object", "struct": "object", "nil": "null", "none": "null",
}

// kind decides what the values are: by `type`, or by the keyword beside which it
// may be left out.
func (b *builder) kind() {
	n, s := b.n, b.s
	var kinds []model.Kind
	switch {
	case n.Has("type"):
		if kinds, s.Broken = b.r.typeList(n); s.Broken {
			return
		}
	case n.Const != nil:
		kinds = b.coreKinds([]*load.Value{n.Const})
	case n.Has("enum"):
		kinds = b.coreKinds(n.Enum)
	case n.Has("properties"), n.Has("additionalProperties"):
		kinds = []model.Kind{model.ObjectKind}
	case n.Has("items"):
		kinds = []model.Kind{model.ArrayKind}
	case b.base != nil:
		s.Kind, s.Union, s.Nullable = b.base.Kind, b.base.Union, b.base.Nullable
		s.OneOf, s.ErrorOf = b.base.OneOf, b.base.ErrorOf
		return
	}
	if n.Has("enum") && b.base != nil && !n.Has("type") {
		s.Kind, s.Union = b.base.Kind, b.base.Union
		return
	}
	b.setKinds(kinds)
	if s.Kind == model.ObjectKind && !n.Has("properties") {
		s.Kind = model.MapKind
		if b.base != nil && b.base.Kind == model.ObjectKind && !n.Has("additionalProperties") {
			s.Kind = model.ObjectKind
		}
	}
}

// setKinds takes a list of kinds: null makes nullable, several are a union.
func (b *builder) setKinds(kinds []model.Kind) {
	s := b.s
	var rest []model.Kind
	for _, k := range kinds {
		if k == model.NullKind {
			s.Nullable = true
		} else if !slices.Contains(rest, k) {
			rest = append(rest, k)
		}
	}
	switch {
	case len(rest) == 1:
		s.Kind = rest[0]
	case len(rest) > 1:
		s.Kind, s.Union = model.UnionKind, rest
	case s.Nullable:
		s.Kind, s.Nullable = model.NullKind, false
	}
}

// typeList reads `type`.
func (r *Resolver) typeList(n *load.Schema) (kinds []model.Kind, broken bool) {
	structured := false
	for _, t := range n.Type {
		k, ok := typeKinds[t.S]
		if !ok {
			otherwise := "the types are " + strings.Join(typeWords, ", ") + "; a type of the catalog is named with `$ref`"
			if word := otherWords[strings.ToLower(t.S)]; word != "" {
				otherwise = "did you mean " + diag.Quote(word) + "?"
			}
			r.Reportf(t.Pos, diag.UnknownType, r.DidYouMean(t.S, typeWords, otherwise), "there is no type %s", diag.Quote(t.S))
			broken = true
			continue
		}
		kinds = append(kinds, k)
		structured = structured || k == model.ArrayKind || k == model.ObjectKind
	}
	if rest := slices.DeleteFunc(slices.Clone(kinds), func(k model.Kind) bool { return k == model.NullKind }); structured && len(rest) > 1 {
		r.Reportf(n.At("type"), diag.TypeUnion, "write the alternatives under `oneOf`", "a list of types is a union of scalars: `array` and `object` cannot be in it")
		return rest[:1], broken
	}
	return kinds, broken
}

// coreKinds are the kinds of values that no `type` describes.
func (b *builder) coreKinds(vs []*load.Value) []model.Kind {
	var kinds []model.Kind
	for _, v := range vs {
		k := coreKind(v)
		if k == model.IntegerKind && slices.Contains(kinds, model.NumberKind) {
			continue
		}
		if k == model.NumberKind {
			kinds = slices.DeleteFunc(kinds, func(k model.Kind) bool { return k == model.IntegerKind })
		}
		kinds = append(kinds, k)
	}
	return kinds
}

// coreKind is the kind of a value by the core schema.
func coreKind(v *load.Value) model.Kind {
	switch {
	case v.Kind == load.Sequence:
		return model.ArrayKind
	case v.Kind == load.Mapping:
		return model.ObjectKind
	case v.Quoted:
		return model.StringKind
	}
	value, ok := values.Core(v.Text)
	if !ok {
		return model.NumberKind
	}
	return values.KindOf(value)
}
