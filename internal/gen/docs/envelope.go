package docs

import "github.com/seed-1b9d9f04/errgen/internal/model"

// envelopeView is an envelope's section.
type envelopeView struct {
	Mark, Name, Description Markdown
	MediaType               Markdown // "" if there is no body
	Markup                  bool     // HTML or XML, in which params are escaped
	Status                  []Markdown
	Part                    bool
	Repeated                Markdown // the array whose items are errors
	Headers, Members        []nodeView
}

// nodeView is a place of a body, or a header.
type nodeView struct {
	Place       Markdown // JSON Pointer (RFC 6901), * for items and further members; "" is the whole body
	Kind        keyword
	Value       Markdown // the constant, or the field's or exchange value's name
	Type        *schemaView
	Optional    bool
	Sensitive   bool
	Alias       bool
	Forms       []Markdown // texts around the value, the written one first
	Success     []Markdown // values that mean that there is no error
	Bounds      []boundView
	Description Markdown
}

// envelope returns the view of an envelope.
func (b *builder) envelope(env *model.Envelope) envelopeView {
	v := envelopeView{
		Mark: b.envelopes[env].mark(), Name: text(env.Name), Description: paragraphs(env.Description),
		Status: each(env.Status, statusRange), Part: env.Part, Markup: env.Markup,
	}
	if env.Kind != model.NoBody {
		v.MediaType = code(env.MediaType)
	}
	for _, h := range env.Headers {
		v.Headers = append(v.Headers, b.node(h, h.Spelling))
	}
	v.Members = b.nodes(nil, env.Body, "")
	for _, m := range v.Members {
		if m.Kind == "repeated" {
			v.Repeated = m.Place
		}
	}
	return v
}

// nodes appends what stands at a place and below it, in wire order.
func (b *builder) nodes(views []nodeView, n *model.Node, place string) []nodeView {
	if n == nil {
		return views
	}
	if n.Kind != model.ObjectNode || place != "" || describes(n) {
		views = append(views, b.node(n, place))
	}
	for _, m := range n.Members {
		views = b.nodes(views, m, place+"/"+model.PointerStep(m.Name))
	}
	views = b.nodes(views, n.Additional, place+"/*")
	return b.nodes(views, n.Item, place+"/*")
}

// describes reports whether there is more to say of a node than what stands
// below it.
func describes(n *model.Node) bool { return n.Schema != nil && n.Schema.Description != "" }

// nodeKinds are what stands at a place.
var nodeKinds = map[model.NodeKind]keyword{
	model.ObjectNode:   "object",
	model.RepeatedNode: "repeated",
	model.ConstNode:    "const",
	model.FieldNode:    "field",
	model.StatusNode:   "status",
	model.CodeNode:     "code",
	model.ExchangeNode: "exchange",
}

// node returns the view of one place.
func (b *builder) node(n *model.Node, place string) nodeView {
	v := nodeView{Kind: nodeKinds[n.Kind], Optional: n.Optional, Sensitive: n.Sensitive, Alias: n.Alias}
	if place != "" {
		v.Place = code(place)
	}
	switch n.Kind {
	case model.ObjectNode:
		v.Type = &schemaView{Kind: "object"}
	case model.RepeatedNode:
		v.Type = &schemaView{Kind: "errors"}
	default:
		v.Type = b.schema(n.Schema)
	}
	switch {
	case n.Const != nil:
		v.Value = valueCode(*n.Const)
	case n.Field != nil:
		v.Value = code(n.Field.Name)
		if n.Field.Map {
			v.Kind = "further"
		}
	case n.Exchange != nil:
		v.Value = code(n.Exchange.Name)
	}
	v.Forms = each(n.As, func(f model.AsForm) Markdown { return code(f.String()) })
	v.Success = each(n.Success, valueCode)
	if n.Schema != nil {
		v.Description = cell(n.Schema.Description)
		if n.Kind != model.ConstNode {
			v.Bounds = bounds(n.Schema)
		}
	}
	return v
}
