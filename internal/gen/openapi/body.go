package openapi

import (
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A place is what stands at a node of a body or at a header.
type place struct {
	schema *openapi3.SchemaRef // nil: the entry never writes it
	always bool                // it is written always
}

// A view is what an envelope is described for: one of its entries, or any.
type view struct {
	within       bool // in an optional object, which is left out if nothing is in it
	*model.Entry      // nil: any
	envelope     *model.Envelope
	statuses     model.StatusSet
	saysStatus   bool // something that was described depends on the statuses
	prose        bool // what is described is prose: its wording is no promise
	fills        map[*model.Field]*model.Fill
	list         []*openapi3.SchemaRef // any: the items are one of these, not just of their shape
	among        []*model.Entry        // any: the code is that of one of these
}

// status are the statuses of what is described.
func (v *view) status() model.StatusSet {
	v.saysStatus = true
	return v.statuses
}

func entryView(e *model.Entry, env *model.Envelope, set model.StatusSet) *view {
	v := &view{Entry: e, envelope: env, statuses: set, fills: make(map[*model.Field]*model.Fill, len(e.Fills))}
	for _, fill := range e.Fills {
		v.fills[fill.Field] = fill
	}
	return v
}

// node describes a node of an envelope.
func (b *builder) node(n *model.Node, v *view) place {
	switch n.Kind {
	case model.ObjectNode:
		return b.objectNode(n, v)
	case model.RepeatedNode:
		return b.repeatedNode(n, v)
	case model.FieldNode, model.CodeNode, model.ExchangeNode:
		if v.envelope.Markup && n == v.envelope.Body {
			return b.markupBody(n, v)
		}
	}
	if len(v.among) > 0 && n.Kind == model.CodeNode && !n.Alias {
		return place{b.codeAmong(n, v.among), !n.Optional}
	}
	if v.Entry == nil || n.Alias || n.Kind == model.ConstNode || n.Kind == model.ExchangeNode && n.Optional {
		return place{b.openLeaf(n), !n.Optional && !n.Alias}
	}
	return b.filledLeaf(n, v)
}

// objectNode describes an object. One that may be absent, or that stands in such
// a one, is there if something in it always is.
func (b *builder) objectNode(n *model.Node, v *view) place {
	s := typed(openapi3.TypeObject)
	if n.Schema != nil {
		b.annotate(s, n.Schema)
	}
	optional := n.Optional || v.within
	there := !optional
	var unless *model.Param
	if optional && v.Entry != nil {
		var omitted bool
		if omitted, unless = v.Leaves(n); omitted {
			return place{}
		}
	}
	outer := v.within
	v.within = optional && v.Entry != nil
	defer func() { v.within = outer }()
	for _, m := range n.Members {
		p := b.node(m, v)
		if p.schema == nil {
			continue
		}
		there = there || v.Entry != nil && p.always
		b.addProperty(s, m.Name, p.schema, p.always)
	}
	if n.Additional != nil {
		there = b.additional(s, n.Additional, v) || there
	}
	return place{&openapi3.SchemaRef{Value: s}, there && unless == nil}
}

// additional describes the further members, which are a field: those that the
// entry names, and the others. It reports whether one is always there.
func (b *builder) additional(s *openapi3.Schema, n *model.Node, v *view) bool {
	if n.Field == nil {
		return false
	}
	m := n.Field.Schema.Resolved()
	if v.Entry == nil {
		b.setAdditional(s, m.Additional)
		return false
	}
	there := false
	if fill := v.fills[n.Field]; fill != nil && !fill.Omit && len(fill.Wordings) > 0 {
		there = b.furtherMembers(s, m, fill.Wordings[0], v)
	}
	for _, p := range v.Params {
		if p.IsMember(n.Field) {
			b.addProperty(s, p.Name, b.param(p, m.Additional), !p.MayBeAbsent())
			there = there || !p.MayBeAbsent()
		}
	}
	return there
}

// furtherMembers adds the members that a fill names, or says what they are if
// they are a param.
func (b *builder) furtherMembers(s *openapi3.Schema, m *model.Schema, t *model.Tree, v *view) bool {
	there := false
	for _, member := range t.Members {
		p := b.tree(memberSchema(m, member.Name), member.Tree, v)
		b.addProperty(s, member.Name, p.schema, p.always)
		there = there || p.always
	}
	if t.Param != nil {
		b.setAdditional(s, t.Param.Schema.Resolved().Additional)
	}
	return there
}

// repeatedNode describes an array of errors. As an entry writes it, there is at
// least one, and each is the entry; see listSchema for several.
func (b *builder) repeatedNode(n *model.Node, v *view) place {
	s := typed(openapi3.TypeArray)
	if n.Schema != nil {
		b.annotate(s, n.Schema)
		s.MinItems, s.MaxItems = least(n.Schema.MinItems), most(n.Schema.MaxItems)
	}
	if v.among != nil {
		s.MinItems = max(s.MinItems, 1)
	}
	if v.Entry == nil && v.list == nil {
		s.Items = b.node(n.Item, v).schema
		return place{&openapi3.SchemaRef{Value: s}, !n.Optional}
	}
	s.MinItems = max(s.MinItems, 1)
	if v.Entry != nil {
		s.Items = b.schemaRef(b.names.items[pair{v.Entry, v.envelope}])
	} else {
		s.Items = b.choice(v.list)
	}
	return place{&openapi3.SchemaRef{Value: s}, true}
}

// openLeaf describes a leaf whatever the error is. What its catalog says of it
// is the same for all entries, so it is made once.
func (b *builder) openLeaf(n *model.Node) *openapi3.SchemaRef {
	if ref, ok := b.leaves[n]; ok {
		return ref
	}
	ref := b.makeOpenLeaf(n)
	b.leaves[n] = ref
	return ref
}

func (b *builder) makeOpenLeaf(n *model.Node) *openapi3.SchemaRef {
	m := leafSchema(n)
	switch {
	case n.Kind == model.ConstNode && len(n.As) == 0:
		return b.leafRef(b.constant(m, *n.Const), m)
	case len(n.As) > 0:
		inner := schemaPiece(m)
		if n.Const != nil {
			inner = constantPiece(*n.Const)
		}
		return b.leafRef(b.textSchema(inForms(n.As, [][]piece{{inner}})), m)
	case n.Kind == model.CodeNode && m.Pattern != "":
		open := *m
		open.Pattern = statusInPattern(m.Pattern)
		m = &open
	}
	return b.schema(m)
}

// leafSchema is a leaf's schema, never nil.
func leafSchema(n *model.Node) *model.Schema {
	m := n.Schema
	if m == nil {
		m = anything
	}
	if n.Sensitive && !m.Sensitive {
		hidden := *m
		hidden.Sensitive = true
		m = &hidden
	}
	return m
}

// leafRef adds what the leaf says for readers, but for its example: the value
// is no longer open.
func (b *builder) leafRef(s *openapi3.Schema, m *model.Schema) *openapi3.SchemaRef {
	s.Description = m.Description
	if m.Sensitive {
		extend(&s.Extensions, "x-sensitive", boolLiteral(true))
	}
	return &openapi3.SchemaRef{Value: s}
}

// inForms puts wordings into a leaf's text forms.
func inForms(forms []model.AsForm, wordings [][]piece) [][]piece {
	var out [][]piece
	for _, f := range forms {
		for _, w := range wordings {
			out = append(out, inForm(f, w))
		}
	}
	return out
}

func inForm(f model.AsForm, wording []piece) []piece {
	var out []piece
	for _, part := range f.Parts {
		switch {
		case part.Value:
			out = append(out, wording...)
		case part.Any:
			out = append(out, piece{pattern: anyText})
		default:
			out = append(out, piece{literal: part.Literal})
		}
	}
	return out
}

func constantPiece(v model.Value) piece {
	text, _ := scalarText(v)
	return piece{literal: text}
}

func statusText(status int) piece { return piece{literal: strconv.Itoa(status)} }
