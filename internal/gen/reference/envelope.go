package reference

import "github.com/seed-1b9d9f04/errgen/internal/model"

// envelopeView is an envelope's section.
type envelopeView[M ~string] struct {
	Mark, Name, Description M
	MediaType               M    // "" if there is no body
	Markup                  bool // HTML or XML, in which params are escaped
	Status                  []M
	Part                    bool
	Repeated                M // the array whose items are errors
	Headers, Members        []nodeView[M]
}

// nodeView is a place of a body, or a header.
type nodeView[M ~string] struct {
	Place       M // JSON Pointer (RFC 6901), * for items and further members; "" is the whole body
	Kind        Keyword
	Value       M // the constant, or the field's or exchange value's name
	Type        *schemaView[M]
	Optional    bool
	Sensitive   bool
	Alias       bool
	Forms       []M // texts around the value, the written one first
	Success     []M // values that mean that there is no error
	Bounds      []boundView[M]
	Description M
}

// envelope returns the view of an envelope.
func (b *Builder[M]) envelope(env *model.Envelope) envelopeView[M] {
	v := envelopeView[M]{
		Mark: b.Mark(b.envelopes[env]), Name: b.Text(env.Name), Description: b.Paragraphs(env.Description),
		Status: each(env.Status, b.statusRange), Part: env.Part, Markup: env.Markup,
	}
	if env.Kind != model.NoBody {
		v.MediaType = b.Code(env.MediaType)
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
func (b *Builder[M]) nodes(views []nodeView[M], n *model.Node, place string) []nodeView[M] {
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
var nodeKinds = map[model.NodeKind]Keyword{
	model.ObjectNode:   "object",
	model.RepeatedNode: "repeated",
	model.ConstNode:    "const",
	model.FieldNode:    "field",
	model.StatusNode:   "status",
	model.CodeNode:     "code",
	model.ExchangeNode: "exchange",
}

// node returns the view of one place.
func (b *Builder[M]) node(n *model.Node, place string) nodeView[M] {
	v := nodeView[M]{Kind: nodeKinds[n.Kind], Optional: n.Optional, Sensitive: n.Sensitive, Alias: n.Alias}
	if place != "" {
		v.Place = b.Code(place)
	}
	switch n.Kind {
	case model.ObjectNode:
		v.Type = &schemaView[M]{Kind: "object"}
	case model.RepeatedNode:
		v.Type = &schemaView[M]{Kind: "errors"}
	default:
		v.Type = b.schema(n.Schema)
	}
	switch {
	case n.Const != nil:
		v.Value = b.valueCode(*n.Const)
	case n.Field != nil:
		v.Value = b.Code(n.Field.Name)
		if n.Field.Map {
			v.Kind = "further"
		}
	case n.Exchange != nil:
		v.Value = b.Code(n.Exchange.Name)
	}
	v.Forms = each(n.As, func(f model.AsForm) M { return b.Code(f.String()) })
	v.Success = each(n.Success, b.valueCode)
	if n.Schema != nil {
		v.Description = b.Cell(n.Schema.Description)
		if n.Kind != model.ConstNode {
			v.Bounds = b.bounds(n.Schema)
		}
	}
	return v
}
