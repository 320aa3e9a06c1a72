package openapi

import (
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// schema returns the schema of a leaf, a param, a member or a named type.
func (b *builder) schema(m *model.Schema) *openapi3.SchemaRef {
	switch m.Kind {
	case model.RefKind:
		return b.ref(m)
	case model.ErrorKind:
		return b.errorOf(m)
	}
	s := b.kindSchema(m)
	b.annotate(s, m)
	return &openapi3.SchemaRef{Value: s}
}

// annotate adds what a schema says for readers.
func (b *builder) annotate(s *openapi3.Schema, m *model.Schema) {
	if m.Description != "" {
		s.Description = m.Description
	}
	b.setExample(s, m.Example)
	if m.Sensitive {
		extend(&s.Extensions, "x-sensitive", boolLiteral(true))
	}
}

// kindSchema returns the schema without description and example.
func (b *builder) kindSchema(m *model.Schema) *openapi3.Schema {
	switch {
	case m.Const != nil:
		s := b.constant(m, *m.Const)
		if m.Nullable && m.Const.Kind != model.NullValue {
			b.setNullable(s)
		}
		return s
	case m.Kind == model.UnionKind:
		return b.union(m)
	case m.Kind == model.OneOfKind:
		return b.oneOf(m)
	case m.Kind == model.NullKind:
		return b.null()
	}
	s := b.plain(m)
	if len(m.Enum) > 0 {
		b.setEnum(s, m.Enum)
	}
	if m.Nullable && m.Kind != model.AnyKind {
		b.setNullable(s)
	}
	return s
}

// plain returns the schema of one JSON type, or of any value.
func (b *builder) plain(m *model.Schema) *openapi3.Schema {
	switch m.Kind {
	case model.StringKind:
		return b.stringSchema(m)
	case model.IntegerKind, model.NumberKind:
		return b.numberSchema(m)
	case model.BooleanKind:
		return typed(openapi3.TypeBoolean)
	case model.ArrayKind:
		s := typed(openapi3.TypeArray)
		s.Items = &openapi3.SchemaRef{Value: b.anyValue()}
		if m.Items != nil {
			s.Items = b.schema(m.Items)
		}
		s.MinItems, s.MaxItems = least(m.MinItems), most(m.MaxItems)
		return s
	case model.ObjectKind, model.MapKind:
		return b.objectSchema(m)
	}
	return b.anyValue()
}

func (b *builder) stringSchema(m *model.Schema) *openapi3.Schema {
	s := typed(openapi3.TypeString)
	s.MinLength, s.MaxLength = least(m.MinLength), most(m.MaxLength)
	if m.Format == "byte" {
		b.setBase64(s)
	} else {
		s.Format = m.Format
	}
	if m.Pattern == "" {
		return s
	}
	if p, ok := wholePattern(m.Pattern); ok {
		s.Pattern = p
	} else {
		extend(&s.Extensions, "x-pattern", textLiteral(m.Pattern))
	}
	return s
}

// numberSchema describes an integer or a number. A format that OpenAPI does not
// know for it (seconds, unix-time) goes to an extension beside the format that
// readers take for the same numbers: some refuse any other.
func (b *builder) numberSchema(m *model.Schema) *openapi3.Schema {
	s, known, otherwise := typed(openapi3.TypeInteger), []string{"", "int32", "int64", "uint64"}, "int64"
	if m.Kind == model.NumberKind {
		s, known, otherwise = typed(openapi3.TypeNumber), []string{"", "float", "double"}, "double"
	}
	s.Format = m.Format
	if !slices.Contains(known, m.Format) {
		s.Format = otherwise
		extend(&s.Extensions, "x-format", textLiteral(m.Format))
	}
	if s.Format == "" && m.Kind == model.IntegerKind {
		s.Format = integerFormat(m.Minimum, m.Maximum, m.ExclMinimum, m.ExclMaximum)
	}
	b.setBounds(s, m)
	return s
}

// integerFormat is the format of integers that are open but for some bounds, or are
// known: int64, as generated Go has it; none where one of the texts is beyond that.
func integerFormat(texts ...string) string {
	for _, text := range texts {
		if _, err := strconv.ParseInt(text, 10, 64); text != "" && err != nil {
			return ""
		}
	}
	return "int64"
}

func (b *builder) objectSchema(m *model.Schema) *openapi3.Schema {
	s := typed(openapi3.TypeObject)
	for _, p := range m.Properties {
		b.addProperty(s, p.Name, b.schema(p.Schema), !p.Optional)
	}
	b.setAdditional(s, m.Additional)
	return s
}

// addProperty adds a member, in wire order.
func (b *builder) addProperty(s *openapi3.Schema, name string, p *openapi3.SchemaRef, required bool) {
	if _, twice := s.Properties[name]; !twice && required {
		s.Required = append(s.Required, name)
	}
	put(b.order, &s.Properties, name, p)
}

// setAdditional describes the further members of an object. Without a schema
// nothing is said: unknown members are never rejected.
func (b *builder) setAdditional(s *openapi3.Schema, m *model.Schema) {
	switch {
	case m == nil:
	case m.Kind == model.AnyKind:
		yes := true
		s.AdditionalProperties.Has = &yes
	default:
		s.AdditionalProperties.Schema = b.schema(m)
	}
}

// constant describes exactly one value.
func (b *builder) constant(m *model.Schema, v model.Value) *openapi3.Schema {
	s := &openapi3.Schema{}
	switch v.Kind {
	case model.NullValue:
		return b.null()
	case model.BoolValue:
		s = typed(openapi3.TypeBoolean)
	case model.StringValue:
		s = typed(openapi3.TypeString)
	case model.NumberValue:
		s = typed(openapi3.TypeNumber)
		if baseKind(m) == model.IntegerKind || m.Kind == model.UnionKind && isInteger(v.Text) {
			s = typed(openapi3.TypeInteger)
			s.Format = integerFormat(v.Text)
		}
	case model.ArrayValue:
		return b.constantArray(m, v)
	case model.ObjectValue:
		return b.constantObject(m, v)
	}
	b.setEnum(s, []model.Value{v})
	b.keepBounds(s, m)
	return s
}

// constantArray describes an array by its length and what its elements are:
// generators of code have no use for an enum of arrays.
func (b *builder) constantArray(m *model.Schema, v model.Value) *openapi3.Schema {
	var items []*openapi3.SchemaRef
	for _, item := range v.Items {
		items = append(items, &openapi3.SchemaRef{Value: b.constant(itemSchema(m), item)})
	}
	return b.fixedArray(items)
}

func (b *builder) constantObject(m *model.Schema, v model.Value) *openapi3.Schema {
	s := typed(openapi3.TypeObject)
	for _, member := range v.Members {
		c := b.constant(memberSchema(m, member.Name), member.Value)
		b.addProperty(s, member.Name, &openapi3.SchemaRef{Value: c}, true)
	}
	return s
}

// fixedArray describes an array of as many elements, each of which is one of
// the schemas.
func (b *builder) fixedArray(items []*openapi3.SchemaRef) *openapi3.Schema {
	s := typed(openapi3.TypeArray)
	n := uint64(len(items))
	s.MinItems, s.MaxItems = n, &n
	s.Items = b.choice(items)
	return s
}

func least(n *int) uint64 {
	if n == nil {
		return 0
	}
	return uint64(*n)
}

func most(n *int) *uint64 {
	if n == nil {
		return nil
	}
	u := uint64(*n)
	return &u
}

// extend sets an extension.
func extend(extensions *map[string]any, name string, v literal) {
	if *extensions == nil {
		*extensions = map[string]any{}
	}
	(*extensions)[name] = v
}
