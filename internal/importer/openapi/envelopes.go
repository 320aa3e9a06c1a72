package openapi

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// group are alternatives of one shape: an envelope.
type group struct {
	signature string
	env       *draft.Envelope
	all       []*alternative
	more      []*alternative // that extensions name
}

// envelopes groups the alternatives by their shape.
func (d *drafter) envelopes() {
	by := map[string]*group{}
	for _, a := range d.all {
		a.look()
	}
	d.findCodes()
	for _, a := range d.all {
		a.assign(d)
	}
	for _, a := range d.all {
		if a.named {
			continue
		}
		signature := a.signature()
		g := by[signature]
		if g == nil {
			g = &group{signature: signature}
			by[signature] = g
			d.groups = append(d.groups, g)
		}
		g.all = append(g.all, a)
	}
	d.extend(by)
	taken := map[string]bool{}
	for _, g := range d.groups {
		g.env = &draft.Envelope{Name: draft.Take(g.name(), taken)}
		a := g.all[0]
		switch {
		case a.node != nil:
			g.constants()
			g.env.Body = a.node
			if a.media != "application/json" && a.media != "*/*" && !strings.HasPrefix(a.media, "application/*") {
				g.env.MediaType = a.media
			}
		case a.isText:
			g.env.MediaType, g.env.Body = a.media, &draft.Node{Types: []string{"string"}, Field: "message"}
			if strings.Contains(a.media, "*") {
				g.env.MediaType = "text/plain"
			}
		}
		d.c.Envelopes = append(d.c.Envelopes, g.env)
	}
}

// extend puts what extensions name into the first group that has a code and a message, or
// into one of their own.
func (d *drafter) extend(by map[string]*group) {
	for _, a := range d.all {
		if !a.named {
			continue
		}
		i := slices.IndexFunc(d.groups, func(g *group) bool { return g.all[0].code != nil && g.all[0].message() != nil })
		if i < 0 {
			g := &group{signature: a.signature(), all: []*alternative{a}}
			by[g.signature] = g
			d.groups = append(d.groups, g)
			continue
		}
		g := d.groups[i]
		first := g.all[0]
		a.code.path, a.message().node.Field, a.message().path = first.code.path, first.message().node.Field, first.message().path
		g.more = append(g.more, a)
	}
}

// name is the name of the schema that all have, else what they are.
func (g *group) name() string {
	a := g.all[0]
	same := !slices.ContainsFunc(g.all, func(b *alternative) bool { return b.ref != a.ref })
	open := slices.IndexFunc(g.all, func(b *alternative) bool { return b.ref != "" && b.code != nil && len(b.code.values) == 0 })
	switch {
	case open >= 0 && draft.IsName(g.all[open].ref):
		return g.all[open].ref
	case same && a.ref != "" && draft.IsName(a.ref):
		return a.ref
	case a.isText:
		return "Plain"
	case a.node == nil:
		return "Empty"
	}
	return "ErrorResponse"
}

// constants makes leaves constant that have the same only value in all alternatives. A
// leaf that one of them may leave out is optional.
func (g *group) constants() {
	for i, l := range g.all[0].leaves {
		if l == g.all[0].code || l.node.Field == "status" {
			continue
		}
		same := len(l.values) == 1 && !l.text
		for _, a := range g.all[1:] {
			other := a.leaves[i]
			same = same && len(other.values) == 1 && text(other.values[0]) == text(l.values[0])
			l.node.Optional = l.node.Optional || other.node.Optional
		}
		if v, ok := value(first1(l.values)); same && ok {
			l.node.Const, l.node.Field = &v, ""
		}
	}
}

func first1(values []any) any {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

// isIn reports whether a leaf's field is one of the envelope, and no constant of it.
func isIn(g *group, l *leaf) bool {
	for _, of := range g.all[0].leaves {
		if of.path == l.path {
			return of.node.Const == nil && len(l.node.Types) == 1 && l.node.Types[0] == "string"
		}
	}
	return false
}

func (d *drafter) groupOf(a *alternative) *group {
	for _, g := range d.groups {
		if slices.Contains(g.all, a) || slices.Contains(g.more, a) {
			return g
		}
	}
	return nil
}
