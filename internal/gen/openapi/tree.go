package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// wordings describes a value of which there are alternatives: one for all but
// texts. The leaf's schema m gives the description.
func (b *builder) wordings(m *model.Schema, trees []*model.Tree, v *view) place {
	if len(trees) == 1 {
		return b.tree(m, trees[0], v)
	}
	s := b.text(b.wordingPieces(trees, v), m, v)
	s.Description = m.Description
	hideText(s, m, trees)
	return place{&openapi3.SchemaRef{Value: s}, isAnyAlways(trees)}
}

// wordingPieces are the texts of the alternatives.
func (b *builder) wordingPieces(trees []*model.Tree, v *view) [][]piece {
	var out [][]piece
	for _, t := range trees {
		switch {
		case t.Param != nil:
			out = append(out, []piece{paramPiece(t.Param, v)})
		case t.Template != nil:
			out = append(out, templatePieces(t.Template, v))
		default:
			text, _ := scalarText(model.Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number})
			out = append(out, []piece{{literal: text}})
		}
	}
	return out
}

// tree describes a value as a fill gives it at a place of schema m.
func (b *builder) tree(m *model.Schema, t *model.Tree, v *view) place {
	switch {
	case t.Param != nil && isText(t, m):
		return b.textTree(m, t, v)
	case t.Param != nil:
		return place{b.param(t.Param, m), !t.Param.MayBeAbsent()}
	}
	var s *openapi3.Schema
	switch {
	case t.Kind == model.ArrayValue:
		s = b.arrayTree(m, t, v)
	case t.Kind == model.ObjectValue:
		s = b.objectTree(m, t, v)
	case t.Kind == model.StringValue && baseKind(m) != model.IntegerKind && baseKind(m) != model.NumberKind,
		baseKind(m) == model.StringKind && t.Kind != model.NullValue:
		return b.textTree(m, t, v)
	case t.Template != nil: // a number made of params
		s = b.plain(&model.Schema{Kind: baseKind(m)})
		if text, ok := t.Template.Constant(); ok {
			s = b.constant(m, numberLiteral(text).Value)
		}
	default:
		s = b.constant(m, model.Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number})
	}
	s.Description = m.Description
	return place{&openapi3.SchemaRef{Value: s}, true}
}

// isText reports whether a param is written as text at a place of schema m,
// which may be another place than the first of its field.
func isText(t *model.Tree, m *model.Schema) bool {
	switch kind := baseKind(t.Param.Schema); baseKind(m) {
	case model.StringKind:
		return kind != model.StringKind
	case model.IntegerKind, model.NumberKind, model.BooleanKind:
		return false
	}
	return t.AsText
}

// textTree describes a string that is a template, or a param written as text.
func (b *builder) textTree(m *model.Schema, t *model.Tree, v *view) place {
	trees := []*model.Tree{t}
	s := b.text(b.wordingPieces(trees, v), m, v)
	s.Description = m.Description
	hideText(s, m, trees)
	return place{&openapi3.SchemaRef{Value: s}, isAnyAlways(trees)}
}

// arrayTree describes an array that a fill spells out. An element that may be
// absent makes it shorter.
func (b *builder) arrayTree(m *model.Schema, t *model.Tree, v *view) *openapi3.Schema {
	var items []*openapi3.SchemaRef
	sure := 0
	for _, item := range t.Items {
		p := b.tree(itemSchema(m), item, v)
		items = append(items, p.schema)
		if p.always {
			sure++
		}
	}
	s := b.fixedArray(items)
	s.MinItems = uint64(sure)
	s.Description = m.Description
	return s
}

// objectTree describes an object that a fill spells out.
func (b *builder) objectTree(m *model.Schema, t *model.Tree, v *view) *openapi3.Schema {
	s := typed(openapi3.TypeObject)
	s.Description = m.Description
	for _, member := range t.Members {
		p := b.tree(memberSchema(m, member.Name), member.Tree, v)
		b.addProperty(s, member.Name, p.schema, p.always)
	}
	return s
}

// param describes a param's value where it stands alone. Its own description
// and example come before the place's.
func (b *builder) param(p *model.Param, at *model.Schema) *openapi3.SchemaRef {
	m := *p.Schema
	if p.Description != "" {
		m.Description = p.Description
	}
	if m.Description == "" && at != nil {
		m.Description = at.Description
	}
	if p.Example != nil {
		m.Example = p.Example
	}
	m.Sensitive = m.Sensitive || p.Sensitive || at != nil && at.Sensitive
	return b.schema(&m)
}

// hasOwnText reports whether a param says more for readers than its schema.
func hasOwnText(p *model.Param) bool {
	return p.Description != p.Schema.Description || p.Example != p.Schema.Example || p.Sensitive != p.Schema.Sensitive
}

// isAnyAlways reports whether one of the wordings can always be written.
func isAnyAlways(trees []*model.Tree) bool {
	for _, t := range trees {
		if isTreeAlways(t) {
			return true
		}
	}
	return false
}

func isTreeAlways(t *model.Tree) bool {
	switch {
	case t.Param != nil:
		return !t.Param.MayBeAbsent()
	case t.Template == nil:
		return true
	}
	return !slices.ContainsFunc(t.Template.Parts, func(p model.Part) bool { return p.Kind == model.ParamPart && p.Param.MayBeAbsent() })
}

// hideText marks a text that is sensitive or holds a sensitive param.
func hideText(s *openapi3.Schema, m *model.Schema, trees []*model.Tree) {
	hidden := m.Sensitive
	for _, t := range trees {
		if t.Param != nil {
			hidden = hidden || t.Param.Sensitive
		} else if t.Template != nil {
			hidden = hidden || slices.ContainsFunc(t.Template.Parts, func(p model.Part) bool { return p.Kind == model.ParamPart && p.Param.Sensitive })
		}
	}
	if hidden {
		extend(&s.Extensions, "x-sensitive", boolLiteral(true))
	}
}
