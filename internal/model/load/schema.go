package load

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Where a schema stands decides which keywords it may have: docs/spec.md#schemas
// and, for params, docs/spec.md#params.
var (
	bodySchema  object[Schema] // a body, a header or what is within
	typeSchema  object[Schema] // a named type, or what is within it or a param
	paramSchema object[Schema] // a param itself
)

// typeWords are what `type` may say.
var typeWords = []string{"string", "integer", "number", "boolean", "null", "array", "object"}

// The tables are filled here since their functions refer to them.
func init() {
	bodySchema = schemaObject("a schema of an envelope", &bodySchema, schemaLeafKeys())
	typeSchema = schemaObject("a schema of a type", &typeSchema, nil)
	paramSchema = schemaObject("a param", &typeSchema, schemaParamKeys())
	learn("a schema", typeSchema.keys)
	learn("a schema of an envelope", schemaLeafKeys())
	learn("a param", schemaParamKeys())
}

func schemaObject(what string, inner *object[Schema], own []key[Schema]) object[Schema] {
	return object[Schema]{
		what:    what,
		node:    func(s *Schema) *Node { return &s.Node },
		keys:    slices.Concat(schemaShapeKeys(inner), schemaBoundKeys(), own),
		foreign: foreignKeywords,
	}
}

// schemaShapeKeys are the keywords that say what a value is made of; inner is
// the table for the schemas within.
func schemaShapeKeys(inner *object[Schema]) []key[Schema] {
	return []key[Schema]{
		{name: "type", set: schemaType},
		{name: "const", set: value(func(s *Schema) **Value { return &s.Const })},
		{name: "enum", set: func(d *decoder, k Text, v *Value, s *Schema) {
			d.items(k, v, func(item *Value) { d.enumValue(k, item, s) })
		}},
		{name: "properties", set: func(d *decoder, k Text, v *Value, s *Schema) {
			s.Properties = d.properties(k, v, inner)
		}},
		{name: "additionalProperties", set: func(d *decoder, k Text, v *Value, s *Schema) {
			if _, is := v.Bool(); is {
				d.wrongType(k, v, "a schema",
					"leave it out, since unknown members are never rejected; or write {field: name} to have them in a field")
				return
			}
			s.AdditionalProperties = inner.read(d, k, v)
		}},
		{name: "items", set: func(d *decoder, k Text, v *Value, s *Schema) { s.Items = inner.read(d, k, v) }},
		{name: "oneOf", set: func(d *decoder, k Text, v *Value, s *Schema) {
			d.items(k, v, func(item *Value) { s.OneOf = append(s.OneOf, inner.read(d, k, item)) })
		}},
		{name: "$ref", set: text(func(s *Schema) *Text { return &s.Ref })},
		{name: "errorOf", set: text(func(s *Schema) *Text { return &s.ErrorOf })},
		{name: "required", refused: true, set: func(d *decoder, k Text, _ *Value, _ *Schema) {
			d.list.Report(k.Pos, diag.RequiredKeyword, "`required` is no keyword here",
				"remove it: every member is required unless it says `optional: true`")
		}},
	}
}

// schemaBoundKeys are the keywords that narrow and describe.
func schemaBoundKeys() []key[Schema] {
	return []key[Schema]{
		{name: "minItems", set: integer(0, func(s *Schema) *Int { return &s.MinItems })},
		{name: "maxItems", set: integer(0, func(s *Schema) *Int { return &s.MaxItems })},
		{name: "minimum", set: number(func(s *Schema) **Value { return &s.Minimum })},
		{name: "maximum", set: number(func(s *Schema) **Value { return &s.Maximum })},
		{name: "exclusiveMinimum", set: number(func(s *Schema) **Value { return &s.ExclusiveMinimum })},
		{name: "exclusiveMaximum", set: number(func(s *Schema) **Value { return &s.ExclusiveMaximum })},
		{name: "minLength", set: integer(0, func(s *Schema) *Int { return &s.MinLength })},
		{name: "maxLength", set: integer(0, func(s *Schema) *Int { return &s.MaxLength })},
		{name: "pattern", set: text(func(s *Schema) *Text { return &s.Pattern })},
		{name: "format", set: text(func(s *Schema) *Text { return &s.Format })},
		{name: "description", set: text(func(s *Schema) *Text { return &s.Description })},
		{name: "example", set: value(func(s *Schema) **Value { return &s.Example })},
		{name: "optional", set: boolean(func(s *Schema) *bool { return &s.Optional })},
		{name: "sensitive", set: boolean(func(s *Schema) *bool { return &s.Sensitive })},
		{name: "go", set: goName(func(s *Schema) *Text { return &s.GoName })},
	}
}

// schemaLeafKeys are the keywords that make a place in an envelope a field or an
// exchange value.
func schemaLeafKeys() []key[Schema] {
	return []key[Schema]{
		{name: "field", set: text(func(s *Schema) *Text { return &s.Field })},
		{name: "default", set: value(func(s *Schema) **Value { return &s.Default })},
		{name: "exchange", set: boolean(func(s *Schema) *bool { return &s.Exchange })},
		{name: "repeated", set: boolean(func(s *Schema) *bool { return &s.Repeated })},
		{name: "as", set: oneOrMore(func(s *Schema) *[]Text { return &s.As })},
		{name: "alias", set: boolean(func(s *Schema) *bool { return &s.Alias })},
		{name: "success", set: func(d *decoder, k Text, v *Value, s *Schema) {
			d.items(k, v, func(item *Value) { s.Success = append(s.Success, item) })
		}},
	}
}

// schemaParamKeys are the keys that only a param has.
func schemaParamKeys() []key[Schema] {
	return []key[Schema]{
		{name: "default", set: value(func(s *Schema) **Value { return &s.Default })},
		{name: "private", set: boolean(func(s *Schema) *bool { return &s.Private })},
		{name: "in", set: text(func(s *Schema) *Text { return &s.In })},
		{name: "markup", set: boolean(func(s *Schema) *bool { return &s.Markup })},
	}
}

// foreignKeywords are JSON Schema's and OpenAPI's other keywords.
var foreignKeywords = map[string]string{
	"nullable":          "list null among the types: type: [string, null]",
	"anyOf":             "use `oneOf` for alternatives of different JSON types",
	"allOf":             "write the members out under `properties`",
	"not":               "leave it out: no such constraint is checked",
	"multipleOf":        "leave it out: no such constraint is checked",
	"uniqueItems":       "leave it out: no such constraint is checked",
	"patternProperties": "use `additionalProperties`",
	"title":             "use `description`",
	"examples":          "use `example`, with one value",
	"$defs":             "name types under `types`, at the top of the file",
	"definitions":       "name types under `types`, at the top of the file",
	"readOnly":          "leave it out: everything in an envelope is written and read",
	"writeOnly":         "leave it out: everything in an envelope is written and read",
}

// properties reads a mapping of names to schemas.
func (d *decoder) properties(k Text, v *Value, inner *object[Schema]) []Property {
	var ps []Property
	if !d.isMapping(k, v, "of names to schemas") || !d.admits(k, v, len(v.Members)) {
		return nil
	}
	for _, m := range v.Members {
		ps = append(ps, Property{Name: m.Key, Schema: inner.read(d, m.Key, m.Value)})
	}
	return ps
}

// schemaType reads "type": a name or a list of names. A plain null in it is the
// type null.
func schemaType(d *decoder, k Text, v *Value, s *Schema) {
	items := []*Value{v}
	if v.Kind == Sequence {
		items = v.Items
	}
	for _, item := range items {
		if item.plain() && item.Text == "null" {
			s.Type = append(s.Type, Text{Pos: item.Pos, S: "null"})
		} else if t := d.text(k, item); t.Given() {
			s.Type = append(s.Type, t)
		}
	}
}

var enumValueObject = object[EnumName]{
	what: "a value of `enum`",
	node: func(e *EnumName) *Node { return &e.Node },
	keys: []key[EnumName]{
		{name: "value", required: true, set: value(func(e *EnumName) **Value { return &e.Value })},
		{name: "go", set: goName(func(e *EnumName) *Text { return &e.Name })},
	},
}

// enumValue reads a value of an enum, or {value, go}.
func (d *decoder) enumValue(k Text, v *Value, s *Schema) {
	if v.Kind != Mapping {
		s.Enum = append(s.Enum, v)
		return
	}
	e := enumValueObject.read(d, k, v)
	if e.Value == nil {
		e.Value = &Value{Pos: v.Pos, Broken: true}
	}
	s.Enum = append(s.Enum, e.Value)
	if e.Name.Given() {
		s.EnumNames = append(s.EnumNames, *e)
	}
}

// types reads the mapping of named types.
func (d *decoder) types(k Text, v *Value) []*Type {
	var ts []*Type
	d.named(k, v, "of names to schemas", func(name Text, v *Value) {
		d.parts = 0
		ts = append(ts, &Type{Name: name, Schema: typeSchema.read(d, name, v)})
	})
	return ts
}
