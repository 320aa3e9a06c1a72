package reference

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// schemaView says what values a schema admits: what the template "type" shows.
type schemaView[M ~string] struct {
	Kind         Keyword
	Link         M // a named type's, an envelope's
	Item         *schemaView[M]
	Alternatives []*schemaView[M]
	Format       M
	Nullable     bool
}

// kinds are the schemas that have neither parts nor a name.
var kinds = map[model.Kind]Keyword{
	model.AnyKind:     "any",
	model.StringKind:  "string",
	model.IntegerKind: "integer",
	model.NumberKind:  "number",
	model.BooleanKind: "boolean",
	model.NullKind:    "null",
	model.ObjectKind:  "object",
}

// schema returns the view of a schema. A type that the document has a section
// on is linked.
func (b *Builder[M]) schema(s *model.Schema) *schemaView[M] {
	if s == nil {
		return &schemaView[M]{Kind: "any"}
	}
	if link := b.typeLink(s); link != "" {
		return &schemaView[M]{Kind: "named", Link: link, Nullable: s.Nullable}
	}
	return b.inline(s)
}

// typeLink links the section of the type that a schema has.
func (b *Builder[M]) typeLink(s *model.Schema) M {
	t := s.Go.Named
	if s.Kind == model.RefKind {
		t = s.Ref
	} else if s.Go.Kind != model.GoNamed {
		return ""
	}
	if a, ok := b.types[t]; ok {
		return b.To(b.Code(b.typeName(t)), a, "")
	}
	return ""
}

// inline spells a schema out.
func (b *Builder[M]) inline(s *model.Schema) *schemaView[M] {
	v := &schemaView[M]{Kind: kinds[s.Kind], Nullable: s.Nullable}
	if s.Format != "" {
		v.Format = b.Code(s.Format)
	}
	switch s.Kind {
	case model.ArrayKind:
		v.Kind, v.Item = "array", b.schema(s.Items)
	case model.MapKind:
		v.Kind, v.Item = "map", b.schema(s.Additional)
	case model.UnionKind:
		v.Kind = "one of"
		for _, kind := range s.Union {
			v.Alternatives = append(v.Alternatives, &schemaView[M]{Kind: kinds[kind]})
		}
	case model.OneOfKind:
		v.Kind, v.Alternatives = "one of", each(s.OneOf, b.schema)
	case model.RefKind:
		return b.inline(s.Ref.Schema)
	case model.ErrorKind:
		v.Kind, v.Link = "error", b.envelopeLink(s.ErrorOf)
	}
	return v
}

// boundView is one thing that a value is held to.
type boundView[M ~string] struct {
	Kind   Keyword
	Values []M
	OfItem bool // each item of the array is
}

// bounds lists what the values of a schema are held to, in the order of
// docs/spec.md#schemas.
func (b *Builder[M]) bounds(s *model.Schema) []boundView[M] {
	if s == nil {
		return nil
	}
	var views []boundView[M]
	add := func(kind Keyword, values ...M) { views = append(views, boundView[M]{Kind: kind, Values: values}) }
	if s.Const != nil {
		add("always", b.valueCode(*s.Const))
	}
	if len(s.Enum) > 0 {
		add("one of", each(s.Enum, b.valueCode)...)
	}
	for _, limit := range []struct {
		kind  Keyword
		value M
	}{
		{"minimum", b.written(s.Minimum)}, {"exclusive minimum", b.written(s.ExclMinimum)},
		{"maximum", b.written(s.Maximum)}, {"exclusive maximum", b.written(s.ExclMaximum)},
		{"minimum length", b.count(s.MinLength)}, {"maximum length", b.count(s.MaxLength)},
		{"minimum items", b.count(s.MinItems)}, {"maximum items", b.count(s.MaxItems)},
		{"pattern", b.written(s.Pattern)},
	} {
		if limit.value != "" {
			add(limit.kind, limit.value)
		}
	}
	if s.Kind == model.ArrayKind {
		for _, inner := range b.bounds(s.Items) {
			if !inner.OfItem { // of items of items nothing is said here
				inner.OfItem = true
				views = append(views, inner)
			}
		}
	}
	return views
}

// written is a text as code, "" if there is none.
func (b *Builder[M]) written(s string) M {
	if s == "" {
		return ""
	}
	return b.Code(s)
}

// count is a number that may be absent.
func (b *Builder[M]) count(n *int) M {
	if n == nil {
		return ""
	}
	return b.number(*n)
}
