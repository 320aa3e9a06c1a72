package docs

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// schemaView says what values a schema admits: what the template "type" shows.
type schemaView struct {
	Kind         keyword
	Link         Markdown // a named type's, an envelope's
	Item         *schemaView
	Alternatives []*schemaView
	Format       Markdown
	Nullable     bool
}

// kinds are the schemas that have neither parts nor a name.
var kinds = map[model.Kind]keyword{
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
func (b *builder) schema(s *model.Schema) *schemaView {
	if s == nil {
		return &schemaView{Kind: "any"}
	}
	if link := b.typeLink(s); link != "" {
		return &schemaView{Kind: "named", Link: link, Nullable: s.Nullable}
	}
	return b.inline(s)
}

// typeLink links the section of the type that a schema has.
func (b *builder) typeLink(s *model.Schema) Markdown {
	t := s.Go.Named
	if s.Kind == model.RefKind {
		t = s.Ref
	} else if s.Go.Kind != model.GoNamed {
		return ""
	}
	if a, ok := b.types[t]; ok {
		return a.link(code(t.GoName))
	}
	return ""
}

// inline spells a schema out.
func (b *builder) inline(s *model.Schema) *schemaView {
	v := &schemaView{Kind: kinds[s.Kind], Nullable: s.Nullable}
	if s.Format != "" {
		v.Format = code(s.Format)
	}
	switch s.Kind {
	case model.ArrayKind:
		v.Kind, v.Item = "array", b.schema(s.Items)
	case model.MapKind:
		v.Kind, v.Item = "map", b.schema(s.Additional)
	case model.UnionKind:
		v.Kind = "one of"
		for _, kind := range s.Union {
			v.Alternatives = append(v.Alternatives, &schemaView{Kind: kinds[kind]})
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
type boundView struct {
	Kind   keyword
	Values []Markdown
	OfItem bool // each item of the array is
}

// bounds lists what the values of a schema are held to, in the order of
// docs/spec.md#schemas.
func bounds(s *model.Schema) []boundView {
	if s == nil {
		return nil
	}
	var views []boundView
	add := func(kind keyword, values ...Markdown) { views = append(views, boundView{Kind: kind, Values: values}) }
	if s.Const != nil {
		add("always", valueCode(*s.Const))
	}
	if len(s.Enum) > 0 {
		add("one of", each(s.Enum, valueCode)...)
	}
	for _, limit := range []struct {
		kind  keyword
		value Markdown
	}{
		{"minimum", written(s.Minimum)}, {"exclusive minimum", written(s.ExclMinimum)},
		{"maximum", written(s.Maximum)}, {"exclusive maximum", written(s.ExclMaximum)},
		{"minimum length", count(s.MinLength)}, {"maximum length", count(s.MaxLength)},
		{"minimum items", count(s.MinItems)}, {"maximum items", count(s.MaxItems)},
		{"pattern", written(s.Pattern)},
	} {
		if limit.value != "" {
			add(limit.kind, limit.value)
		}
	}
	if s.Kind == model.ArrayKind {
		for _, inner := range bounds(s.Items) {
			if !inner.OfItem { // of items of items nothing is said here
				inner.OfItem = true
				views = append(views, inner)
			}
		}
	}
	return views
}

// written is a text as code, "" if there is none.
func written(s string) Markdown {
	if s == "" {
		return ""
	}
	return code(s)
}

// count is a number that may be absent.
func count(n *int) Markdown {
	if n == nil {
		return ""
	}
	return number(*n)
}
