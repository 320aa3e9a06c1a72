package openapi

import (
	"maps"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A printer writes a document's kin-openapi types as YAML: the members of
// OpenAPI's objects in their conventional order, those of maps in the catalog's.
// It knows the fields that the builder sets; a test compares what it writes with
// kin-openapi's own encoding.
type printer struct {
	yamlWriter
	*document
}

// print returns the document as YAML, after the header line.
func (d *document) print(header string) []byte {
	p := &printer{document: d}
	p.buf = append(p.buf, header...)
	p.text("openapi", d.OpenAPI)
	p.nested("info", func() {
		p.text("title", d.Info.Title)
		p.optionalText("description", d.Info.Description)
		p.contact(d.Info.Contact)
		p.license(d.Info.License)
		p.text("version", d.Info.Version)
		p.extensions(d.Info.Extensions)
	})
	p.docs(d.ExternalDocs)
	p.raw("servers", "[{url: /}]")
	p.raw("paths", "{}")
	p.components()
	p.extensions(d.Extensions)
	return p.buf
}

func (p *printer) contact(c *openapi3.Contact) {
	if c != nil {
		p.nested("contact", func() {
			p.optionalText("name", c.Name)
			p.optionalText("url", c.URL)
			p.optionalText("email", c.Email)
		})
	}
}

func (p *printer) license(l *openapi3.License) {
	if l != nil {
		p.nested("license", func() {
			p.text("name", l.Name)
			p.optionalText("url", l.URL)
		})
	}
}

func (p *printer) components() {
	c := p.Components
	if len(c.Schemas)+len(c.Responses)+len(c.Examples) == 0 {
		p.raw("components", "{}")
		return
	}
	p.nested("components", func() {
		printMap(p, "schemas", &c.Schemas, p.schemaBody)
		printMap(p, "responses", &c.Responses, p.response)
		printMap(p, "examples", &c.Examples, p.example)
	})
}

// printMap writes a map of objects in its order; nothing if it is empty.
func printMap[M ~map[string]V, V any](p *printer, name string, m *M, f func(V)) {
	if len(*m) == 0 {
		return
	}
	p.nested(name, func() {
		for _, key := range p.order[m] {
			p.object(key, func() { f((*m)[key]) })
		}
	})
}

// object writes a member that is an object: {} if f writes nothing.
func (p *printer) object(name string, f func()) {
	p.key(name)
	end := len(p.buf)
	p.buf = append(p.buf, '\n')
	p.depth++
	f()
	p.depth--
	if len(p.buf) == end+1 {
		p.buf = append(p.buf[:end], " {}\n"...)
	}
}

func (p *printer) response(ref *openapi3.ResponseRef) {
	r := ref.Value
	p.text("description", *r.Description)
	printMap(p, "headers", &r.Headers, func(h *openapi3.HeaderRef) {
		p.optionalText("description", h.Value.Description)
		p.flag("required", h.Value.Required)
		p.schemaMember("schema", h.Value.Schema)
	})
	printMap(p, "content", &r.Content, func(mt *openapi3.MediaType) {
		p.schemaMember("schema", mt.Schema)
		printMap(p, "examples", &mt.Examples, p.example)
	})
	p.extensions(r.Extensions)
}

func (p *printer) example(x *openapi3.ExampleRef) {
	if x.Ref != "" {
		p.text("$ref", x.Ref)
		return
	}
	p.optionalText("summary", x.Value.Summary)
	p.optionalText("description", x.Value.Description)
	p.literal("value", x.Value.Value)
}

func (p *printer) docs(d *openapi3.ExternalDocs) {
	if d != nil {
		p.nested("externalDocs", func() { p.text("url", d.URL) })
	}
}

func (p *printer) extensions(x map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(x)) {
		p.literal(name, x[name])
	}
}

// literal writes a member of one of kin-openapi's untyped fields; nothing if it
// is not set.
func (p *printer) literal(name string, v any) {
	if v != nil {
		p.member(name, valueOf(v))
	}
}

func (p *printer) literals(name string, list []any) {
	if len(list) == 0 {
		return
	}
	v := model.Value{Kind: model.ArrayValue}
	for _, item := range list {
		v.Items = append(v.Items, valueOf(item))
	}
	p.member(name, v)
}

func (p *printer) number(name string, f *float64) {
	if f != nil {
		p.raw(name, numberText(p.digits[f]))
	}
}

func (p *printer) count(name string, n uint64) {
	if n > 0 {
		p.raw(name, strconv.FormatUint(n, 10))
	}
}

func (p *printer) limit(name string, n *uint64) {
	if n != nil {
		p.raw(name, strconv.FormatUint(*n, 10))
	}
}

func (p *printer) bound(name string, eb openapi3.ExclusiveBound) {
	p.number(name, eb.Value)
	p.flag(name, eb.Bool != nil && *eb.Bool)
}
