package docs

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A builder makes the view of one catalog's document.
type builder struct {
	catalog *model.Catalog
	pkg     string // how Go code in the document calls the package
	anchors anchors

	entries    map[*model.Entry]anchor
	envelopes  map[*model.Envelope]anchor
	types      map[*model.Type]anchor
	groups     map[*model.Group]anchor
	sources    map[*model.Source]anchor
	operations map[*model.Operation]anchor
	examples   map[*model.Example]anchor

	named      map[string]*model.Entry
	returnedBy map[*model.Entry][]*model.Operation
	documented map[*model.Entry][]*model.Example
}

func newBuilder(c *model.Catalog) *builder {
	b := &builder{catalog: c, pkg: importName(c), anchors: anchors{}}
	b.entries = claimAll(b.anchors, "error", c.Entries, func(e *model.Entry) string { return e.Name })
	b.envelopes = claimAll(b.anchors, "envelope", c.Envelopes, func(e *model.Envelope) string { return e.Name })
	b.types = claimAll(b.anchors, "type", c.Types, func(t *model.Type) string { return t.GoName })
	b.groups = claimAll(b.anchors, "group", c.Groups, func(g *model.Group) string { return g.Name })
	b.sources = claimAll(b.anchors, "source", c.Sources, func(s *model.Source) string { return s.ID })
	b.operations = claimAll(b.anchors, "operation", c.Operations, func(o *model.Operation) string { return o.Name })
	b.examples = claimAll(b.anchors, "example", c.Examples, func(x *model.Example) string { return x.Name })
	b.index()
	return b
}

// claimAll claims an anchor for each thing of a kind.
func claimAll[T comparable](as anchors, kind string, things []T, name func(T) string) map[T]anchor {
	claimed := make(map[T]anchor, len(things))
	for _, thing := range things {
		claimed[thing] = as.claim(kind, name(thing))
	}
	return claimed
}

// index notes what entries are called, which operations list them and which
// documented responses show them.
func (b *builder) index() {
	b.named = map[string]*model.Entry{}
	for _, e := range b.catalog.Entries {
		b.named[e.Name] = e
	}
	b.returnedBy = map[*model.Entry][]*model.Operation{}
	for _, o := range b.catalog.Operations {
		for _, e := range o.Own {
			b.returnedBy[e] = append(b.returnedBy[e], o)
		}
	}
	b.documented = map[*model.Entry][]*model.Example{}
	for _, x := range b.catalog.Examples {
		for _, o := range x.Outcomes {
			if o.Entry != nil && !slices.Contains(b.documented[o.Entry], x) {
				b.documented[o.Entry] = append(b.documented[o.Entry], x)
			}
		}
	}
}

// entryLink links an entry's section.
func (b *builder) entryLink(e *model.Entry) Markdown {
	if e == nil {
		return ""
	}
	return linkTo(b.entries, e, text(e.Name))
}

func (b *builder) entryLinks(entries []*model.Entry) []Markdown {
	links := make([]Markdown, len(entries))
	for i, e := range entries {
		links[i] = b.entryLink(e)
	}
	return links
}

func (b *builder) envelopeLink(e *model.Envelope) Markdown {
	if e == nil {
		return ""
	}
	return linkTo(b.envelopes, e, text(e.Name))
}

func (b *builder) sourceLink(s *model.Source) Markdown {
	if s == nil {
		return ""
	}
	return linkTo(b.sources, s, titleOf(s.Title, s.ID))
}

// linkTo links a thing by its anchor; one that has none in this document is
// named without a link.
func linkTo[T comparable](claimed map[T]anchor, thing T, label Markdown) Markdown {
	if a, ok := claimed[thing]; ok {
		return a.link(label)
	}
	return label
}
