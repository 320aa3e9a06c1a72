package openapi

import (
	"html"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// markupBody describes a body of HTML or XML: the catalog's words, with params that are
// escaped in them (docs/spec.md#html-and-xml).
func (b *builder) markupBody(n *model.Node, v *view) place {
	trees, words := []*model.Tree(nil), func(s string) string { return s }
	switch fill := v.fills[n.Field]; {
	case fill != nil:
		trees = fill.Wordings
	case n.Kind == model.CodeNode && v.Entry != nil && v.Code != nil: // no markup by itself
		trees, words = []*model.Tree{{Template: v.Code.Template}}, html.EscapeString
	}
	wordings, always := [][]piece{{{pattern: anyText}}}, !n.Optional
	if len(trees) > 0 {
		wordings, always = nil, isAnyAlways(trees)
	}
	for _, t := range trees {
		pieces := []piece{{pattern: anyText}} // a param that may be null
		if text := t.Text(); text != nil {
			pieces = markupPieces(text, v, words)
		}
		wordings = append(wordings, pieces)
	}
	switch {
	case len(n.As) > 0 && v.Entry != nil:
		wordings = inForms(n.As[:1], wordings)
	case len(n.As) > 0:
		wordings = inForms(n.As, wordings)
	}
	m := leafSchema(n)
	s := b.textSchema(wordings)
	s.Description = m.Description
	hideText(s, m, trees)
	return place{&openapi3.SchemaRef{Value: s}, always}
}

// plainKinds are those of values that need no escaping.
var plainKinds = []model.Kind{model.IntegerKind, model.NumberKind, model.BooleanKind}

// markupPieces are templatePieces where texts are escaped, and so can be any.
func markupPieces(t *model.Template, v *view, words func(string) string) []piece {
	all := templatePieces(t, v)
	for i, part := range t.Parts {
		all[i].literal = words(all[i].literal)
		if p := part.Param; p != nil && !p.Markup && !slices.Contains(plainKinds, baseKind(p.Schema)) {
			all[i] = piece{pattern: anyText}
		}
	}
	return all
}
