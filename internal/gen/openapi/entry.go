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
		for _, env := range e.Reads {
			if env.Body == nil {
				continue
			}
			p := pair{e, env}
			if env.Repeated != nil {
				item := b.own(b.node(env.Repeated.Item, entryView(e, env, p.statuses())).schema)
				b.describe(item, p, p.statuses())
				b.addSchema(b.names.items[p], &openapi3.SchemaRef{Value: item})
			}
			b.byStatus[p] = b.addBody(b.names.Entry(e, env), p, p.statuses())
		}
	}
	b.lists()
	b.flush()
}

// addBody adds the schema of an entry's body under some statuses, and reports whether
// it depends on them.
func (b *builder) addBody(component string, p pair, set model.StatusSet) bool {
	v := entryView(p.entry, p.envelope, set)
	s := b.own(b.node(p.envelope.Body, v).schema)
	b.describe(s, p, set)
	b.addSchema(component, &openapi3.SchemaRef{Value: s})
	return v.saysStatus
}

// A variant is an entry's body under one of the keys that its statuses ask for.
type variant struct {
	pair
	key statusKey
}

// bodyRef refers to the schema of an entry's body under a key: one that admits no
// status of other keys, if the body says the status.
func (b *builder) bodyRef(p pair, key statusKey) *openapi3.SchemaRef {
	set := p.statuses()
	within := set.Intersect(key.set())
	if key == (statusKey{}) || !b.byStatus[p] || len(within) == 0 || within.String() == set.String() {
		return b.schemaRef(b.names.Entry(p.entry, p.envelope))
	}
	name, ok := b.variants[variant{p, key}]
	if !ok {
		in := p.entry.Name
		if p.envelope != p.entry.Envelope {
			in += exported(p.envelope.Name)
		}
		name = b.names.claim(in + key.suffix() + "Error")
		b.variants[variant{p, key}] = name
		b.addBody(name, p, within)
	}
	return b.schemaRef(name)
}

// lists adds the schemas for several errors in one response.
func (b *builder) lists() {
	for _, env := range b.catalog.Envelopes {
		if env.Repeated != nil && len(env.Entries) > 0 {
			b.addList(b.names.lists[env], env, env.Entries)
		}
	}
}

// addList adds the schema for a body with one or several errors of a repeated
// envelope, each of which is one of the entries.
func (b *builder) addList(component string, env *model.Envelope, entries []*model.Entry) {
	var refs []*openapi3.SchemaRef
	for _, e := range entries {
		refs = append(refs, b.schemaRef(b.names.items[pair{e, env}]))
	}
	items := b.namedChoice(component+"Item", refs)
	s := b.own(b.node(env.Body, &view{envelope: env, list: []*openapi3.SchemaRef{items}}).schema)
	s.Description = "One or several of the errors of " + env.Name + "."
	b.addSchema(component, &openapi3.SchemaRef{Value: s})
}

// describe adds what the catalog says of an entry for readers, and for programs which
// entry it is and under which statuses.
func (b *builder) describe(s *openapi3.Schema, p pair, set model.StatusSet) {
	e := p.entry
	s.Title = e.Name
	if p.envelope != e.Envelope {
		s.Title += " (" + p.envelope.Name + ")"
	}
	s.Description = ""
	if text := description(e); text != s.Title {
		s.Description = text
	}
	identify(&s.Extensions, e, set)
	s.Deprecated = e.Deprecated != nil
	s.ExternalDocs = docs(e.DocURL)
	texts := []struct{ name, text string }{
		{"x-group", groupName(e.Group)},
		{"x-parent", entryName(e.Parent)},
		{"x-stability", e.Stability},
		{"x-errgen-remedy", e.Remedy},
		{"x-source", b.sourceID(e.Source)},
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
	if e.Close != nil {
		extend(&s.Extensions, "x-websocket-close-code", numberLiteral(strconv.Itoa(e.Close.Code)))
	}
	if e.Retryable {
		extend(&s.Extensions, "x-retryable", boolLiteral(true))
	}
	if len(e.Tags) > 0 {
		extend(&s.Extensions, "x-tags", textsLiteral(e.Tags))
	}
}

// identify says for programs which entry something is of, and under which statuses.
func identify(extensions *map[string]any, e *model.Entry, set model.StatusSet) {
	extend(extensions, "x-errgen-entry", textLiteral(e.Name))
	if len(set) > 0 {
		extend(extensions, "x-errgen-status", textsLiteral(keyNames(set)))
	}
}

// description is an entry's text for readers: what the catalog says of it, or
// its message, what to do, and whether it is still to be used.
func description(e *model.Entry) string {
	paragraphs := []string{strings.TrimRight(summary(e), "\n")}
	if r := strings.TrimSpace(e.Remedy); r != "" {
		paragraphs = append(paragraphs, "What to do: "+r)
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

// sourceID is what the document calls a source, "" if it does not name any.
func (b *builder) sourceID(s *model.Source) string {
	if s == nil || b.isPublic() {
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
