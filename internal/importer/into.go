package importer

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// Into returns the edits that add what was imported to a catalog that there is. Entries
// whose code it has already stay as they are; those that are added stand in an envelope
// of the catalog where one has their code and fields. It returns how many are added and
// how many were there.
func Into(c *draft.Catalog, existing *model.Catalog) (edits []yamledit.Edit, added, there int) {
	in := &into{c: c, existing: existing}
	c.Entries = slices.DeleteFunc(c.Entries, in.has)
	there = in.there
	in.envelopes()
	in.freeNames()
	if len(c.Entries) == 0 {
		return nil, 0, there
	}
	edits = c.Edits()
	if len(c.Envelopes) > 0 && len(existing.Envelopes) == 1 {
		edits = append(edits, yamledit.Edit{Path: []string{"defaults", "envelope"}, Value: existing.Envelopes[0].Name, Before: []string{"errors"}})
	}
	return edits, len(c.Entries), there
}

type into struct {
	c        *draft.Catalog
	existing *model.Catalog
	there    int
}

// has reports whether the catalog has an entry's code, or without a code its status and
// name.
func (in *into) has(e *draft.Entry) bool {
	is := slices.ContainsFunc(in.existing.Entries, func(m *model.Entry) bool {
		if e.Code != "" {
			return m.Code.Text() == e.Code
		}
		return m.Name == e.Name && m.Code == nil
	})
	if is {
		in.there++
	}
	return is
}

// envelopes takes envelopes of the catalog in place of those of the draft.
func (in *into) envelopes() {
	var kept []*draft.Envelope
	for _, env := range in.c.Envelopes {
		if have := in.likeIt(env); have != nil {
			env.Name = have.Name
			continue
		}
		env.Name = draft.Free(env.Name, func(name string) bool {
			return slices.ContainsFunc(in.existing.Envelopes, func(m *model.Envelope) bool { return m.Name == name })
		})
		kept = append(kept, env)
	}
	in.c.Envelopes = kept
}

// likeIt is an envelope of the catalog that has all that the entries in one of the draft
// need: a place for their codes and for the texts that they fill.
func (in *into) likeIt(env *draft.Envelope) *model.Envelope {
	for _, m := range in.existing.Envelopes {
		if m.Part || m.Body == nil != (env.Body == nil) {
			continue
		}
		fits := !slices.ContainsFunc(in.c.Entries, func(e *draft.Entry) bool {
			return slices.Contains(e.Envelopes, env) && !holds(m, e)
		})
		if fits {
			return m
		}
	}
	return nil
}

// holds reports whether an entry can stand in an envelope.
func holds(m *model.Envelope, e *draft.Entry) bool {
	if (e.Code != "") != m.HasCode {
		return false
	}
	return !slices.ContainsFunc(e.Fields, func(f draft.Field) bool {
		return !slices.ContainsFunc(m.Fields, func(have *model.Field) bool { return have.Name == f.Name })
	})
}

// freeNames gives entries and groups names that the catalog has not.
func (in *into) freeNames() {
	for _, e := range in.c.Entries {
		e.Name = draft.Free(e.Name, func(name string) bool {
			return slices.ContainsFunc(in.existing.Entries, func(m *model.Entry) bool { return m.Name == name })
		})
	}
	for _, g := range in.c.Groups {
		g.Name = draft.Free(g.Name, func(name string) bool {
			return slices.ContainsFunc(in.existing.Groups, func(m *model.Group) bool { return m.Name == name })
		})
	}
	in.c.SourceID = draft.Free(in.c.SourceID, func(id string) bool {
		return slices.ContainsFunc(in.existing.Sources, func(s *model.Source) bool { return s.ID == id })
	})
}
