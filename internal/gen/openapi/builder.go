package openapi

import (
	"maps"
	"math"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A builder makes the document of a catalog.
type builder struct {
	document
	options  Options
	catalog  *model.Catalog
	names    *Names
	prose    *prose
	schemas  map[string]*openapi3.Schema // by reference
	linked   int                         // of the references: how many are resolved
	leaves   map[*model.Node]*openapi3.SchemaRef
	required map[*model.Node]*openapi3.SchemaRef
	// nullables are the components made by orNull; later adds them.
	nullables map[*model.Type]string
	later     []func()
	shown     map[pair][]shown   // examples
	byStatus  map[pair]bool      // of which the body says the status
	variants  map[variant]string // their schemas for fewer statuses
}

// build returns the document of a catalog.
func build(c *model.Catalog, o Options) *document {
	b, _ := newBuilder(c, o)
	return &b.document
}

// newBuilder makes the document of a catalog, and returns the keys and the components of
// operations, by turns.
func newBuilder(c *model.Catalog, o Options) (*builder, map[*model.Operation][]string) {
	o.OpenAPI = c.OpenAPI.Or(o.OpenAPI)
	b := &builder{
		options: o, catalog: c, names: ComponentNames(c, o), prose: proseOf(c, o),
		byStatus: map[pair]bool{}, variants: map[variant]string{},
		schemas:   make(map[string]*openapi3.Schema, len(c.Entries)),
		leaves:    map[*model.Node]*openapi3.SchemaRef{},
		required:  map[*model.Node]*openapi3.SchemaRef{},
		nullables: map[*model.Type]string{},
		shown:     make(map[pair][]shown, len(c.Entries)),
	}
	b.order, b.digits = order{}, map[*float64]string{}
	b.T = openapi3.T{
		OpenAPI: b.version(),
		Info:    b.info(),
		Servers: openapi3.Servers{{URL: "/"}}, // what it is without them; linters ask for some
		Paths:   openapi3.NewPaths(),
		Components: &openapi3.Components{
			Schemas:   make(openapi3.Schemas, len(c.Entries)),
			Responses: make(openapi3.ResponseBodies, len(c.Entries)),
			Examples:  make(openapi3.Examples, len(c.Entries)),
		},
		ExternalDocs: docs(c.Docs),
	}
	b.codes()
	b.envelopes()
	b.types()
	b.entries()
	b.link()
	b.examples()
	of := b.responses()
	b.extras(of)
	b.link()
	return b, of
}

// addSchema adds a component.
func (b *builder) addSchema(name string, ref *openapi3.SchemaRef) {
	put(b.order, &b.Components.Schemas, name, ref)
	if ref.Ref == "" {
		b.schemas[schemaPath+name] = ref.Value
	}
}

func (b *builder) is31() bool { return b.options.OpenAPI31 }

// isPublic reports whether nothing is said of what is for those inside alone: Go, and where
// facts come from.
func (b *builder) isPublic() bool { return b.options.Public || b.options.Audience == "public" }

func (b *builder) version() string {
	if b.is31() {
		return "3.1.0"
	}
	return "3.0.3"
}

// number returns a JSON number for one of kin-openapi's fields, its digits kept
// aside; nil for none and for one beyond what readers hold.
func (b *builder) number(json string) *float64 {
	if json == "" {
		return nil
	}
	f, err := strconv.ParseFloat(json, 64)
	if err != nil || math.IsInf(f, 0) {
		return nil
	}
	b.digits[&f] = json
	return &f
}

// envelopes adds a schema for any body of each envelope.
func (b *builder) envelopes() {
	for _, e := range b.catalog.Envelopes {
		if e.Body == nil {
			continue
		}
		s := b.own(b.node(e.Body, &view{envelope: e}).schema)
		if e.Description != "" {
			s.Description = e.Description
		}
		b.addSchema(b.names.Envelope(e), &openapi3.SchemaRef{Value: s})
	}
}

// own returns a schema that can be changed: a copy, since one that was made for
// a leaf may stand in other places too.
func (b *builder) own(ref *openapi3.SchemaRef) *openapi3.Schema {
	switch {
	case ref == nil:
		return b.anyValue()
	case ref.Ref != "":
		return &openapi3.Schema{AllOf: openapi3.SchemaRefs{ref}}
	}
	s := *ref.Value
	s.Extensions = maps.Clone(s.Extensions)
	b.order[&s.Properties] = b.order[&ref.Value.Properties]
	return &s
}

// types adds a schema for each named type, and those that b.later holds.
func (b *builder) types() {
	for _, t := range b.catalog.Types {
		name, ok := b.names.types[t]
		if !ok {
			continue
		}
		s := b.own(b.schema(t.Schema))
		if t.Description != "" {
			s.Description = t.Description
		}
		if n := len(t.Constants); n > 0 && n == len(s.Enum) && !b.isPublic() {
			extend(&s.Extensions, "x-enum-varnames", constantNames(t))
		}
		b.addSchema(name, &openapi3.SchemaRef{Value: s})
	}
	b.flush()
}

// flush adds the components that others have asked for.
func (b *builder) flush() {
	for len(b.later) > 0 {
		add := b.later[0]
		b.later = b.later[1:]
		add()
	}
}

func constantNames(t *model.Type) literal {
	names := make([]string, len(t.Constants))
	for i, c := range t.Constants {
		names[i] = c.GoName
	}
	return textsLiteral(names)
}
