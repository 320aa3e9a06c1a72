package openapi

import (
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entries adds, for each entry and each envelope that it is read in, a schema
// of the body as this entry writes it. In a repeated envelope the item has one,
// too, and after them each repeated envelope gets a schema for several errors.
func (b *builder) entries() {
	for _, e := range b.catalog.Entries {
		for i, env := range e.Reads {
			if env.Body == nil {
				continue
			}
			v := entryView(e, env)
			title := e.Name
			if i > 0 {
				title += " (" + env.Name + ")"
			}
			if env.Repeated != nil {
				item := b.own(b.node(env.Repeated.Item, v).schema)
				b.describe(item, e, title)
				b.addSchema(b.names.items[pair{e, env}], &openapi3.SchemaRef{Value: item})
			}
			s := b.own(b.node(env.Body, v).schema)
			b.describe(s, e, title)
			b.setGoType(s, env)
			b.addSchema(b.names.Entry(e, env), &openapi3.SchemaRef{Value: s})
		}
	}
	b.lists()
	b.flush()
}

// setGoType names the Go type of an error's JSON body, for generators of Go:
// *Error is the one whose MarshalJSON gives the body, while the entry's own type
// is its data. Where the package has no import path, a type could not be named
// so that it compiles.
func (b *builder) setGoType(s *openapi3.Schema, env *model.Envelope) {
	if b.goImport == "" || env.Kind != model.JSONBody {
		return
	}
	extend(&s.Extensions, "x-go-type", textLiteral("*"+b.catalog.Package+".Error"))
	extend(&s.Extensions, "x-go-type-import", literal{textMembers("name", b.catalog.Package, "path", b.goImport)})
	extend(&s.Extensions, "x-go-type-skip-optional-pointer", boolLiteral(true))
}

// lists adds the schemas for several errors in one response.
func (b *builder) lists() {
	for _, env := range b.catalog.Envelopes {
		if env.Repeated == nil || len(env.Entries) == 0 {
			continue
		}
		s := b.own(b.node(env.Body, &view{envelope: env, list: true}).schema)
		s.Description = "One or several of the errors of " + env.Name + "."
		b.addSchema(b.names.lists[env], &openapi3.SchemaRef{Value: s})
	}
}

// itemRefs are references to the items of a repeated envelope's entries.
func (b *builder) itemRefs(env *model.Envelope) []*openapi3.SchemaRef {
	var refs []*openapi3.SchemaRef
	for _, e := range env.Entries {
		refs = append(refs, b.schemaRef(b.names.items[pair{e, env}]))
	}
	return refs
}

// describe adds what the catalog says of an entry for readers.
func (b *builder) describe(s *openapi3.Schema, e *model.Entry, title string) {
	s.Title = title
	s.Description = description(e)
	s.Deprecated = e.Deprecated != nil
	s.ExternalDocs = docs(e.DocURL)
	texts := []struct{ name, text string }{
		{"x-group", groupName(e.Group)},
		{"x-parent", entryName(e.Parent)},
		{"x-stability", e.Stability},
		{"x-errgen-remedy", e.Remedy},
		{"x-source", sourceID(e.Source)},
	}
	if d := e.Deprecated; d != nil {
		texts = append(texts, []struct{ name, text string }{
			{"x-deprecated-since", d.Since},
			{"x-replacement", entryName(d.Replacement)},
			{"x-sunset", d.Sunset},
		}...)
	}
	for _, t := range texts {
		if t.text != "" {
			extend(&s.Extensions, t.name, textLiteral(t.text))
		}
	}
	if e.Retryable {
		extend(&s.Extensions, "x-retryable", boolLiteral(true))
	}
	if len(e.Tags) > 0 {
		extend(&s.Extensions, "x-tags", textsLiteral(e.Tags))
	}
}

// description is an entry's text for readers: what the catalog says of it, or
// its message, what to do, and where it belongs.
func description(e *model.Entry) string {
	paragraphs := []string{strings.TrimRight(summary(e), "\n")}
	if r := strings.TrimSpace(e.Remedy); r != "" {
		paragraphs = append(paragraphs, "What to do: "+r)
	}
	if g := e.Group; g != nil {
		paragraphs = append(paragraphs, "Group: "+g.Heading()+".")
	}
	if e.Close != nil {
		paragraphs = append(paragraphs, "WebSocket close code: "+strconv.Itoa(e.Close.Code)+".")
	}
	if d := e.Deprecated; d != nil {
		asIs := func(s string) string { return s }
		paragraphs = append(paragraphs, model.Sentences(d, "Deprecated", asIs, entryName))
	}
	return strings.Join(paragraphs, "\n\n")
}

// summary is an entry's description, or else its text with the names of its
// params, or its name.
func summary(e *model.Entry) string {
	if e.Description != "" {
		return e.Description
	}
	if len(e.Text) > 0 && e.Text[0].LiteralLen() > 0 {
		return e.Text[0].String()
	}
	return e.Name
}

func groupName(g *model.Group) string {
	if g == nil {
		return ""
	}
	return g.Name
}

func entryName(e *model.Entry) string {
	if e == nil {
		return ""
	}
	return e.Name
}

func sourceID(s *model.Source) string {
	if s == nil {
		return ""
	}
	return s.ID
}

func docs(url string) *openapi3.ExternalDocs {
	if url == "" {
		return nil
	}
	return &openapi3.ExternalDocs{URL: url}
}
