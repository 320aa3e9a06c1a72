package openapi

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
)

// mark is what a document that errgen has made says of an entry, in extensions of the
// entry's schema, or of its response where it has no body.
type mark struct {
	entry, parent, group, remedy, closeCode string
	status                                  []string
	retryable                               bool
}

// markOf reads the extensions of a schema or response.
func markOf(all map[string]any) (m mark) {
	m.entry, m.parent, m.group = text(all["x-errgen-entry"]), text(all["x-parent"]), text(all["x-group"])
	m.remedy, m.closeCode = text(all["x-errgen-remedy"]), text(all["x-websocket-close-code"])
	m.retryable, _ = all["x-retryable"].(bool)
	list, _ := all["x-errgen-status"].([]any)
	for _, s := range list {
		m.status = append(m.status, text(s))
	}
	return m
}

// marked takes what the extensions of an alternative's schema, or else of its response,
// say of the entry.
func (a *alternative) marked(s *openapi3.Schema) {
	if s != nil {
		if m := markOf(s.Extensions); m.entry != "" {
			a.mark = m
		}
	}
	if a.mark.entry == "" {
		return
	}
	if len(a.mark.status) > 0 && (len(a.status) == 0 || len(a.mark.status) > 1) {
		a.status = a.mark.status
	}
	if a.mark.remedy != "" {
		a.description = strings.TrimSpace(strings.TrimSuffix(a.description, "What to do: "+a.mark.remedy))
	}
	if a.description == a.mark.entry {
		a.description = ""
	}
}

// findCodes finds the codes of the entries that marks name, in the schema that lists them,
// and the leaves in which they stand.
func (d *drafter) findCodes() {
	d.codes, d.codePaths = map[string]bool{}, map[string]bool{}
	if d.doc.Components == nil {
		return
	}
	entries := map[string]bool{}
	for _, a := range d.all {
		entries[a.mark.entry] = true
	}
	for _, name := range slices.Sorted(maps.Keys(d.doc.Components.Schemas)) {
		s := valueOf(d.doc.Components.Schemas[name])
		if s == nil {
			continue
		}
		if entry := markOf(s.Extensions).entry; entry != "" && !entries[entry] {
			entries[entry] = true
			d.c.Lose(lineOf(s.Origin), entry+" is the schema of no response: it stands only in others")
		}
	}
	for _, ref := range d.doc.Components.Schemas {
		if s := valueOf(ref); s != nil && areNames(s.Extensions["x-enum-varnames"], entries) {
			for _, v := range s.Enum {
				d.codes[text(v)] = true
			}
		}
	}
	for _, a := range d.all {
		if a.mark.entry == "" {
			continue
		}
		for _, l := range a.leaves {
			if l.mayBeCode() && len(l.values) == 1 && d.codes[text(l.values[0])] {
				d.codePaths[l.path] = true
			}
		}
	}
}

// areNames reports whether an extension is a list of names of entries.
func areNames(extension any, entries map[string]bool) bool {
	list, ok := extension.([]any)
	return ok && !slices.ContainsFunc(list, func(v any) bool { return !entries[text(v)] })
}

// markedCode is the leaf of a marked alternative in which its code stands, nil if it has
// none.
func (d *drafter) markedCode(a *alternative) (code *leaf) {
	for _, l := range a.leaves {
		has := len(l.values) == 1 && d.codes[text(l.values[0])]
		isOpen := len(l.values) == 0 && d.codePaths[l.path]
		if l.node.Field == "" && l.mayBeCode() && (has || isOpen) && (code == nil || shape.CodeScore(l.name()) > shape.CodeScore(code.name())) {
			code = l
		}
	}
	return code
}

// markEntry puts what a mark says into its entry. The parent is found when all are there.
func (d *drafter) markEntry(e *draft.Entry, m mark) {
	if m.entry == "" {
		return
	}
	e.Marked = draft.IsName(m.entry)
	if e.Marked {
		e.Name = m.entry
	}
	e.Remedy, e.Retryable, e.Close = m.remedy, m.retryable, m.closeCode
	d.parents[e] = m.parent
	if m.group == "" {
		return
	}
	i := slices.IndexFunc(d.c.Groups, func(g *draft.Group) bool { return g.Name == m.group })
	if i < 0 {
		i = len(d.c.Groups)
		d.c.Groups = append(d.c.Groups, &draft.Group{Name: m.group, Title: m.group})
	}
	e.Group = d.c.Groups[i]
}

// findParents gives the entries the parents that their marks name.
func (d *drafter) findParents() {
	for e, name := range d.parents {
		if i := slices.IndexFunc(d.c.Entries, func(p *draft.Entry) bool { return p.Marked && p.Name == name }); i >= 0 {
			e.Parent = d.c.Entries[i]
		}
	}
}
