package openapi

import "github.com/getkin/kin-openapi/openapi3"

// schemaMember writes a member that is a schema.
func (p *printer) schemaMember(name string, ref *openapi3.SchemaRef) {
	if ref != nil {
		p.object(name, func() { p.schemaBody(ref) })
	}
}

// schemaList writes the alternatives of a schema; nothing if there are none.
func (p *printer) schemaList(name string, refs openapi3.SchemaRefs) {
	if len(refs) == 0 {
		return
	}
	p.nested(name, func() {
		for _, ref := range refs {
			p.item(func() {
				start := len(p.buf)
				p.schemaBody(ref)
				if len(p.buf) == start {
					p.buf = append(p.buf, "{}\n"...)
				}
			})
		}
	})
}

// schemaBody writes the members of a schema.
func (p *printer) schemaBody(ref *openapi3.SchemaRef) {
	if ref.Ref != "" {
		p.text("$ref", ref.Ref)
		return
	}
	s := ref.Value
	p.optionalText("title", s.Title)
	p.optionalText("description", s.Description)
	p.docs(s.ExternalDocs)
	p.flag("deprecated", s.Deprecated)
	p.types(s.Type)
	p.optionalText("format", s.Format)
	p.flag("nullable", s.Nullable)
	p.literal("const", s.Const)
	p.literals("enum", s.Enum)
	p.scalarBounds(s)
	p.count("minItems", s.MinItems)
	p.limit("maxItems", s.MaxItems)
	p.schemaMember("items", s.Items)
	p.texts("required", s.Required)
	printMap(p, "properties", &s.Properties, p.schemaBody)
	p.flag("additionalProperties", s.AdditionalProperties.Has != nil)
	p.schemaMember("additionalProperties", s.AdditionalProperties.Schema)
	p.schemaList("oneOf", s.OneOf)
	p.schemaList("anyOf", s.AnyOf)
	p.schemaList("allOf", s.AllOf)
	p.discriminator(s.Discriminator)
	p.literal("example", s.Example)
	p.literals("examples", s.Examples)
	p.extensions(s.Extensions)
}

// discriminator writes by which member the alternatives of a schema differ.
func (p *printer) discriminator(d *openapi3.Discriminator) {
	if d == nil {
		return
	}
	p.nested("discriminator", func() {
		p.text("propertyName", d.PropertyName)
		p.nested("mapping", func() {
			for _, key := range p.order[&d.Mapping] {
				p.text(key, d.Mapping[key].Ref)
			}
		})
	})
}

// types writes a schema's type, in 3.1 also a list of several.
func (p *printer) types(t *openapi3.Types) {
	switch list := t.Slice(); len(list) {
	case 0:
	case 1:
		p.text("type", list[0])
	default:
		p.texts("type", list)
	}
}

// scalarBounds writes what a schema asks of a string or a number.
func (p *printer) scalarBounds(s *openapi3.Schema) {
	p.count("minLength", s.MinLength)
	p.limit("maxLength", s.MaxLength)
	p.optionalText("pattern", s.Pattern)
	p.optionalText("contentEncoding", s.ContentEncoding)
	p.number("minimum", s.Min)
	p.bound("exclusiveMinimum", s.ExclusiveMin)
	p.number("maximum", s.Max)
	p.bound("exclusiveMaximum", s.ExclusiveMax)
}
