package reference

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Builder makes the view of one catalog, in a markup.
type Builder[M ~string] struct {
	Markup[M]
	catalog    *model.Catalog
	public     bool
	typeScript bool
	pkg        string // how Go code in the document calls the package

	entries    map[*model.Entry]string
	envelopes  map[*model.Envelope]string
	types      map[*model.Type]string
	groups     map[*model.Group]string
	sources    map[*model.Source]string
	operations map[*model.Operation]string
	examples   map[*model.Example]string
	retiredAt  map[*model.Retired]string

	named      map[string]*model.Entry
	returnedBy map[*model.Entry][]*model.Operation
	documented map[*model.Entry][]*model.Example
}

// Options say whom a view is for, and what stands beside it.
type Options struct {
	// Public: nothing is said of what is for those inside alone: Go, where facts come from,
	// params that only logs have, and where documentation contradicts the catalog.
	Public bool

	// TypeScript: modules for clients are made as well, and how they know each error is said.
	TypeScript bool
}

// New returns the builder of a catalog's view.
func New[M ~string](c *model.Catalog, m Markup[M], o Options) *Builder[M] {
	ps := places{}
	b := &Builder[M]{Markup: m, catalog: c, public: o.Public, typeScript: o.TypeScript, pkg: ImportName(c)}
	b.entries = claimAll(ps, entryKind, c.Entries, func(e *model.Entry) string { return e.Name })
	b.envelopes = claimAll(ps, "envelope", c.Envelopes, func(e *model.Envelope) string { return e.Name })
	b.types = claimAll(ps, "type", c.Types, func(t *model.Type) string { return t.GoName })
	b.groups = claimAll(ps, "group", c.Groups, func(g *model.Group) string { return g.Name })
	b.sources = claimAll(ps, "source", c.Sources, func(s *model.Source) string { return s.ID })
	b.operations = claimAll(ps, "operation", c.Operations, func(o *model.Operation) string { return o.Name })
	b.examples = claimAll(ps, "example", c.Examples, func(x *model.Example) string { return x.Name })
	b.retiredAt = map[*model.Retired]string{}
	for i := range c.Retired {
		b.retiredAt[&c.Retired[i]] = claimRetired(ps, &c.Retired[i])
	}
	b.index()
	return b
}

// claimRetired claims a place for what is retired: that of an entry, if it was one.
func claimRetired(ps places, r *model.Retired) string {
	if r.Name != "" {
		return ps.claim(entryKind, r.Name)
	}
	return ps.claim("retired", r.Code)
}

// entryKind is the kind of thing that an entry is, in places.
const entryKind = "error"

// EntryAt is an entry's place.
func (b *Builder[M]) EntryAt(e *model.Entry) string { return b.entries[e] }

// RetiredAt is the place of what is retired, an element of the catalog's Retired.
func (b *Builder[M]) RetiredAt(r *model.Retired) string { return b.retiredAt[r] }

// IsEntry reports whether a place is that of an entry, be it retired, and its name there.
func IsEntry(place string) (name string, ok bool) { return strings.CutPrefix(place, entryKind+".") }

// claimAll claims a place for each thing of a kind.
func claimAll[T comparable](ps places, kind string, things []T, name func(T) string) map[T]string {
	claimed := make(map[T]string, len(things))
	for _, thing := range things {
		claimed[thing] = ps.claim(kind, name(thing))
	}
	return claimed
}

// index notes what entries are called, which operations list them and which
// documented responses show them.
func (b *Builder[M]) index() {
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
func (b *Builder[M]) entryLink(e *model.Entry) M {
	if e == nil {
		return ""
	}
	return linkTo(b, b.entries, e, b.Text(e.Name))
}

func (b *Builder[M]) entryLinks(entries []*model.Entry) []M {
	links := make([]M, len(entries))
	for i, e := range entries {
		links[i] = b.entryLink(e)
	}
	return links
}

func (b *Builder[M]) envelopeLink(e *model.Envelope) M {
	if e == nil {
		return ""
	}
	return linkTo(b, b.envelopes, e, b.Text(e.Name))
}

func (b *Builder[M]) sourceLink(s *model.Source) M {
	if s == nil || b.public {
		return ""
	}
	return linkTo(b, b.sources, s, b.titleOf(s.Title, s.ID))
}

// linkTo links a thing by its place; one that has none is named without a link.
func linkTo[T comparable, M ~string](b *Builder[M], claimed map[T]string, thing T, label M) M {
	if place, ok := claimed[thing]; ok {
		return b.To(label, place, "")
	}
	return label
}
