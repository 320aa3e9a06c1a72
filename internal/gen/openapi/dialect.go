package openapi

import (
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// What OpenAPI 3.1 says otherwise than 3.0: constants, null, exclusive bounds
// and examples of schemas.

// typed returns an empty schema of a JSON type.
func typed(jsonType string) *openapi3.Schema {
	return &openapi3.Schema{Type: &openapi3.Types{jsonType}}
}

// setEnum admits the values and no others. Texts with control characters are an
// expression or a const instead: generators of code refuse them in an enum.
func (b *builder) setEnum(s *openapi3.Schema, values []model.Value) {
	if len(values) == 1 && b.is31() && values[0].Kind != model.NullValue {
		s.Const = constantOf(values[0]) // beside the enum, which is what some readers know
	}
	if p, ok := controlPattern(values); ok {
		if s.Const == nil {
			s.Pattern = p
		}
		return
	}
	for _, v := range values {
		s.Enum = append(s.Enum, constantOf(v))
	}
}

// controlPattern is an expression for texts of which one has control characters;
// false if none has.
func controlPattern(values []model.Value) (string, bool) {
	var alternatives []string
	found := false
	for _, v := range values {
		if v.Kind != model.StringValue {
			return "", false
		}
		found = found || strings.ContainsFunc(v.Text, unicode.IsControl)
		alternatives = append(alternatives, patternLiteral(v.Text))
	}
	return anchored(alternatives), found
}

// setNullable admits null as well to a schema with a type or an enum.
func (b *builder) setNullable(s *openapi3.Schema) {
	if s.Const != nil && s.Enum == nil {
		s.Enum = []any{s.Const}
	}
	s.Const = nil
	if len(s.Enum) > 0 {
		s.Enum = append(s.Enum, nil)
	}
	switch {
	case !b.is31():
		s.Nullable = true
	case s.Type != nil:
		s.Type.With(openapi3.TypeNull)
	}
}

// null returns a schema for null alone. In 3.0 an enum has to say so.
func (b *builder) null() *openapi3.Schema {
	if b.is31() {
		return typed(openapi3.TypeNull)
	}
	s := typed(openapi3.TypeString)
	s.Nullable, s.Enum = true, []any{nil}
	return s
}

// anyValue returns a schema for any JSON value. Readers of 3.0 differ on whether
// a schema without a type admits null, so it says that it does; and some refuse
// "nullable" without a type, so an alternative says it. Generators of Go need not
// make a union of that; where they are not to meet one at all, "nullable" stands alone.
func (b *builder) anyValue() *openapi3.Schema {
	switch {
	case b.is31():
		return &openapi3.Schema{}
	case b.options.Unions == "envelope":
		return &openapi3.Schema{Nullable: true}
	}
	null := typed(openapi3.TypeObject)
	null.Nullable = true
	s := &openapi3.Schema{AnyOf: openapi3.SchemaRefs{{Value: &openapi3.Schema{}}, {Value: null}}}
	if !b.isPublic() {
		extend(&s.Extensions, "x-go-type", textLiteral("any"))
	}
	return s
}

// setBounds sets the bounds of a number. The text that the catalog gives is
// kept beside the float64; a bound that no float64 holds bounds nothing.
func (b *builder) setBounds(s *openapi3.Schema, m *model.Schema) {
	s.Min, s.ExclusiveMin = b.bound(m.Minimum, m.ExclMinimum, func(a, b float64) bool { return a > b })
	s.Max, s.ExclusiveMax = b.bound(m.Maximum, m.ExclMaximum, func(a, b float64) bool { return a < b })
}

// bound returns an inclusive and an exclusive bound. 3.0 has one number for
// both: the tighter one.
func (b *builder) bound(inclusive, exclusive string, tighter func(a, b float64) bool) (*float64, openapi3.ExclusiveBound) {
	in, ex := b.number(inclusive), b.number(exclusive)
	if b.is31() || ex == nil {
		return in, openapi3.ExclusiveBound{Value: ex}
	}
	if in != nil && tighter(*in, *ex) {
		return in, openapi3.ExclusiveBound{}
	}
	yes := true
	return ex, openapi3.ExclusiveBound{Bool: &yes}
}

// setExample shows a value of the schema.
func (b *builder) setExample(s *openapi3.Schema, v *model.Value) {
	switch {
	case v == nil:
	case b.is31():
		s.Examples = []any{literal{*v}}
	case v.Kind != model.NullValue: // kin-openapi has no example that is null
		s.Example = literal{*v}
	}
}

// setBase64 says that a string holds bytes.
func (b *builder) setBase64(s *openapi3.Schema) {
	if b.is31() {
		s.ContentEncoding = "base64"
		return
	}
	s.Format = "byte"
}
