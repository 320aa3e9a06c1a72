package openapi

import (
	"reflect"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// headerPlaces are the headers of a response, as entries write them.
type headerPlaces struct {
	names  []string // as they are spelled first, in order
	places map[string][]place
}

func (h *headerPlaces) add(name string, p place) {
	if p.schema == nil || strings.EqualFold(name, "Content-Type") { // OpenAPI: given by content
		return
	}
	if i := slices.IndexFunc(h.names, func(n string) bool { return strings.EqualFold(n, name) }); i >= 0 {
		name = h.names[i]
	} else {
		h.names = append(h.names, name)
	}
	if h.places == nil {
		h.places = map[string][]place{}
	}
	h.places[name] = append(h.places[name], p)
}

// setHeaders describes the headers of a response that is one of the pairs. A
// header is required if each of them has it always.
func (b *builder) setHeaders(r *openapi3.Response, pairs []pair) {
	var h headerPlaces
	for _, p := range pairs {
		if len(p.envelope.Headers)+len(p.entry.Headers) == 0 {
			continue
		}
		v := entryView(p.entry, p.envelope, p.statuses())
		for _, n := range p.envelope.Headers {
			if !n.Alias {
				h.add(n.Spelling, b.node(n, v))
			}
		}
		for _, fill := range p.entry.Headers {
			if !slices.ContainsFunc(p.envelope.Headers, func(n *model.Node) bool { return n.Name == fill.Name && !n.Alias }) {
				h.add(fill.Spelling, b.addedHeader(fill, v))
			}
		}
	}
	for _, name := range h.names {
		put(b.order, &r.Headers, name, &openapi3.HeaderRef{Value: b.header(h.places[name], len(pairs))})
	}
}

// header describes a header of which the places are known, in a response that
// is one of n.
func (b *builder) header(places []place, n int) *openapi3.Header {
	s := b.own(places[0].schema)
	always := len(places) >= n
	for _, p := range places {
		always = always && p.always
		if other := b.own(p.schema); !reflect.DeepEqual(other, s) {
			s = b.commonHeader(s, other)
		}
	}
	h := &openapi3.Header{}
	h.Description, s.Description = s.Description, ""
	h.Required = always
	h.Schema = &openapi3.SchemaRef{Value: s}
	return h
}

// commonHeader describes a header that two errors fill differently: by the type
// that both have, else as text.
func (b *builder) commonHeader(s, other *openapi3.Schema) *openapi3.Schema {
	common := typed(openapi3.TypeString)
	if s.Type.IsSingle() && other.Type.IsSingle() && (*s.Type)[0] == (*other.Type)[0] && !s.Type.Is(openapi3.TypeArray) {
		common = typed((*s.Type)[0])
	}
	if s.Description == other.Description {
		common.Description = s.Description
	}
	return common
}

// addedHeader describes a header that an entry adds. Several lines are a list:
// that is what they mean (RFC 9110 section 5.3), and how OpenAPI writes one.
func (b *builder) addedHeader(fill *model.HeaderFill, v *view) place {
	var items []*openapi3.SchemaRef
	sure := 0
	for _, line := range fill.Lines {
		p := b.headerLine(line, v)
		if len(fill.Lines) == 1 {
			return p
		}
		items = append(items, p.schema)
		if p.always {
			sure++
		}
	}
	if len(items) == 0 {
		return place{}
	}
	s := typed(openapi3.TypeArray)
	s.Items = b.choice(items)
	return place{&openapi3.SchemaRef{Value: s}, sure > 0}
}

// headerLine describes one line. All headers are text, so a param that stands
// alone has its own type here.
func (b *builder) headerLine(line *model.Header, v *view) place {
	if w := line.Wordings; len(w) == 1 && w[0].Param != nil {
		return place{b.param(w[0].Param, nil), !w[0].Param.MayBeAbsent()}
	}
	return b.wordings(anything, line.Wordings, v)
}
