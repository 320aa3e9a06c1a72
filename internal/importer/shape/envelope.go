package shape

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// envelope is the shape as a draft of an envelope.
func (s *Shape) envelope(o Options) *draft.Envelope {
	env := &draft.Envelope{}
	first := s.Samples[0]
	switch {
	case s.isJSON():
		env.Body = s.node(s.root, o)
		if media := first.Media; media != "" && media != "application/json" && strings.Contains(media, "json") {
			env.MediaType = media
		}
	case strings.TrimSpace(first.Text) != "":
		env.MediaType = first.Media
		if env.MediaType == "" || strings.Contains(env.MediaType, "json") {
			env.MediaType = "text/plain"
		}
		env.Body = &draft.Node{Types: []string{"string"}, Field: "message"}
	}
	return env
}

// node is a place as a draft of a schema.
func (s *Shape) node(p *place, o Options) *draft.Node {
	n := &draft.Node{Name: p.name, Description: o.Docs[p.name]}
	if p.parent != nil {
		n.Optional = p.n < p.parent.n && p.parent.item != p
	}
	switch s.roles[p] {
	case isCode:
		n.Field, n.Types = "code", p.types()
	case isStatus:
		n.Field, n.Types = "status", p.types()
	case isConst:
		n.Const = &p.sample
	case isExchange:
		n.Types, n.Exchange, n.Optional, n.Example = p.types(), true, true, p.example()
	default:
		switch {
		case p == s.repeated && s.roles[p] != isValue:
			n.Repeated, n.Members = true, []*draft.Node{s.node(p.item, o)}
		case p.isObject() && s.roles[p] != isValue:
			for _, k := range p.kids {
				n.Members = append(n.Members, s.node(k, o))
			}
		default:
			n.Field, n.Types, n.Example = s.names[p], p.types(), p.example()
		}
	}
	return n
}

// example is a value that was seen, if it is short.
func (p *place) example() *model.Value {
	if !p.isScalar() || p.sample.Kind == model.NullValue || len(p.sample.Text) > 80 || !isWritten(p.sample) {
		return nil
	}
	return &p.sample
}

// types are the JSON types that were seen. Integers are numbers, too; where lists or
// objects are one value, and others are there, it may be anything.
func (p *place) types() []string {
	if !p.isScalar() {
		if len(p.kinds) == 1 && p.kinds["array"] > 0 {
			return []string{"array"}
		}
		return nil
	}
	var all []string
	for _, kind := range []string{"string", "integer", "number", "boolean", "null"} {
		if p.kinds[kind] > 0 && !(kind == "integer" && p.kinds["number"] > 0) {
			all = append(all, kind)
		}
	}
	if len(all) == 1 && all[0] == "null" {
		return nil
	}
	return all
}

// envelopeName is made of what the shape has.
func (s *Shape) envelopeName() string {
	first := s.Samples[0]
	switch {
	case !s.isJSON() && strings.TrimSpace(first.Text) == "":
		return "Empty"
	case !s.isJSON() && strings.Contains(first.Media, "html"):
		return "Page"
	case !s.isJSON():
		return "Plain"
	case s.repeated != nil:
		return "ErrorList"
	case strings.Contains(first.Media, "problem"):
		return "Problem"
	}
	return "ErrorResponse"
}
