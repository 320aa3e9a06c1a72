package openapi

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// ref returns a reference to a named type, or the type's schema with what is
// laid over it: a reference has no room for other keywords in 3.0.
func (b *builder) ref(m *model.Schema) *openapi3.SchemaRef {
	over := *m.Ref.Schema
	narrowed := narrow(&over, m)
	name, ok := b.names.types[m.Ref]
	switch {
	case narrowed || !ok:
		over.Nullable = over.Nullable || m.Nullable
		return b.schema(&over)
	case m.Nullable && !over.Nullable:
		return b.orNull(m.Ref, name)
	}
	return b.annotated(b.schemaRef(name), m)
}

// annotated adds what a schema says for readers to a reference. 3.0 ignores all
// that stands beside one.
func (b *builder) annotated(ref *openapi3.SchemaRef, m *model.Schema) *openapi3.SchemaRef {
	s := &openapi3.Schema{AllOf: openapi3.SchemaRefs{ref}}
	b.annotate(s, m)
	if s.Description == "" && s.Example == nil && s.Examples == nil && s.Extensions == nil {
		return ref
	}
	return &openapi3.SchemaRef{Value: s}
}

// What references to components begin with.
const (
	schemaPath   = "#/components/schemas/"
	responsePath = "#/components/responses/"
	examplePath  = "#/components/examples/"
)

// schemaRef refers to a component, which may not have been made yet: link
// resolves all references.
func (b *builder) schemaRef(component string) *openapi3.SchemaRef {
	ref := &openapi3.SchemaRef{Ref: schemaPath + component}
	b.refs = append(b.refs, ref)
	return ref
}

// link resolves the references made since it was last called.
func (b *builder) link() {
	for _, ref := range b.refs[b.linked:] {
		ref.Value = b.schemas[ref.Ref]
	}
	b.linked = len(b.refs)
}

// narrow lays the keywords that are given over a schema and reports whether
// there are any.
func narrow(s, over *model.Schema) bool {
	any := false
	for _, k := range []struct{ to, from *string }{
		{&s.Minimum, &over.Minimum}, {&s.Maximum, &over.Maximum},
		{&s.ExclMinimum, &over.ExclMinimum}, {&s.ExclMaximum, &over.ExclMaximum},
		{&s.Pattern, &over.Pattern}, {&s.Format, &over.Format},
	} {
		if *k.from != "" && *k.from != *k.to {
			*k.to, any = *k.from, true
		}
	}
	for _, k := range []struct{ to, from **int }{
		{&s.MinLength, &over.MinLength}, {&s.MaxLength, &over.MaxLength},
		{&s.MinItems, &over.MinItems}, {&s.MaxItems, &over.MaxItems},
	} {
		if *k.from != nil && (*k.to == nil || **k.from != **k.to) {
			*k.to, any = *k.from, true
		}
	}
	if len(over.Enum) > 0 && len(over.Enum) != len(s.Enum) {
		s.Enum, any = over.Enum, true
	}
	if over.Const != nil {
		s.Const, any = over.Const, true
	}
	if any && over.Description != "" {
		s.Description = over.Description
	}
	return any
}

// orNull returns a component that is a named type or null. 3.0 cannot say that
// at the reference: nullable counts only beside a type.
func (b *builder) orNull(t *model.Type, name string) *openapi3.SchemaRef {
	if b.is31() {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: openapi3.SchemaRefs{
			b.schemaRef(name), {Value: b.null()},
		}}}
	}
	key, ok := b.nullables[t]
	if !ok {
		key = b.names.claim(t.Name + "OrNull")
		b.nullables[t] = key
		s := *t.Schema
		s.Nullable = true
		b.later = append(b.later, func() { b.addSchema(key, b.schema(&s)) })
	}
	return b.schemaRef(key)
}

// union describes one of several scalar types: a schema for each, with the keywords
// that belong to it. A list of types, which 3.1 has, generators of code do not take.
func (b *builder) union(m *model.Schema) *openapi3.Schema {
	var kinds []*openapi3.SchemaRef
	number, integer := false, false
	for _, kind := range m.Union {
		one := *m
		one.Kind, one.Union, one.Nullable, one.Description, one.Example = kind, nil, false, "", nil
		one.Enum = ofKind(m.Enum, kind)
		if len(m.Enum) > 0 && len(one.Enum) == 0 {
			continue
		}
		number, integer = number || kind == model.NumberKind, integer || kind == model.IntegerKind
		kinds = append(kinds, &openapi3.SchemaRef{Value: b.kindSchema(withoutForeign(one))})
	}
	if m.Nullable {
		kinds = append(kinds, &openapi3.SchemaRef{Value: b.null()})
	}
	if number && integer { // an integer is a number, too
		return &openapi3.Schema{AnyOf: kinds}
	}
	return &openapi3.Schema{OneOf: kinds}
}

// withoutForeign takes off the keywords that belong to another type.
func withoutForeign(m model.Schema) *model.Schema {
	if m.Kind != model.StringKind {
		m.Pattern, m.Format, m.MinLength, m.MaxLength = "", "", nil, nil
	}
	return &m
}

// ofKind returns the values of a scalar type.
func ofKind(values []model.Value, kind model.Kind) []model.Value {
	var out []model.Value
	for _, v := range values {
		switch {
		case kind == model.StringKind && v.Kind == model.StringValue,
			kind == model.BooleanKind && v.Kind == model.BoolValue,
			kind == model.NumberKind && v.Kind == model.NumberValue,
			kind == model.IntegerKind && v.Kind == model.NumberValue && isInteger(v.Text):
			out = append(out, v)
		}
	}
	return out
}

// isInteger reports whether a JSON number is written as an integer.
func isInteger(json string) bool { return !strings.ContainsAny(json, ".eE") }

// oneOf describes alternatives of different JSON types.
func (b *builder) oneOf(m *model.Schema) *openapi3.Schema {
	s := &openapi3.Schema{}
	for _, alternative := range m.OneOf {
		s.OneOf = append(s.OneOf, b.schema(alternative))
	}
	if m.Nullable {
		s.OneOf = append(s.OneOf, &openapi3.SchemaRef{Value: b.null()})
	}
	return s
}

// errorOf describes a place where an error of another envelope stands.
func (b *builder) errorOf(m *model.Schema) *openapi3.SchemaRef {
	if m.ErrorOf.Body == nil {
		return &openapi3.SchemaRef{Value: b.anyValue()}
	}
	ref := b.schemaRef(b.names.Envelope(m.ErrorOf))
	if m.Nullable {
		ref = &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: openapi3.SchemaRefs{ref, {Value: b.null()}}}}
	}
	return b.annotated(ref, m)
}

// baseKind is a schema's kind, that of the named type for a reference.
func baseKind(m *model.Schema) model.Kind { return m.Resolved().Kind }

// anything is the schema where nothing is known.
var anything = &model.Schema{}

// itemSchema is the schema of an array's elements.
func itemSchema(m *model.Schema) *model.Schema { return m.Resolved().Items.Resolved() }

// memberSchema is the schema of an object's member.
func memberSchema(m *model.Schema, name string) *model.Schema {
	m = m.Resolved()
	for _, p := range m.Properties {
		if p.Name == name {
			return p.Schema
		}
	}
	return m.Additional.Resolved()
}
