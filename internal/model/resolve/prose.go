package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// resolveProse takes over what is said about the entry.
func (s *scope) resolveProse() {
	r, m, n := s.r, s.e.model, s.e.syntax
	var group, source load.Text
	for i := len(s.e.chain) - 1; i >= 0; i-- {
		link := s.e.chain[i]
		if link.Group.Given() {
			group = link.Group
		}
		if link.Source.Given() {
			source = link.Source
		}
		if link.Retryable != nil {
			m.Retryable = link.Retryable.B
		}
		if link.Stability.Given() {
			m.Stability = link.Stability.S
		}
		if link.Remedy.Given() {
			m.Remedy = link.Remedy.S
		}
		if link.Has("tags") {
			m.Tags = nil
			for _, t := range link.Tags {
				m.Tags = append(m.Tags, t.S)
			}
		}
	}
	m.Source = r.sourceNamed(source)
	if group.Given() {
		if g, ok := r.groups.Find(r.Reporter, group.Pos, group.S, diag.UnknownGroup, "group"); ok {
			m.Group = g
			g.Entries = append(g.Entries, m)
		}
	}
	m.Description, m.DocURL = n.Description.S, r.docsURL(n.Docs)
	if d := n.Deprecated; d != nil {
		m.Deprecated = &model.Deprecated{Since: d.Since.S, Sunset: d.Sunset.S, Replacement: r.entryNamed(d.Replacement)}
	}
}

// entryNamed finds the entry that a text names, nil if none is given.
func (r *resolver) entryNamed(t load.Text) *model.Entry {
	if !t.Given() {
		return nil
	}
	if e, ok := r.entries.Find(r.Reporter, t.Pos, t.S, diag.UnknownEntry, "entry"); ok {
		return e.model
	}
	return nil
}
