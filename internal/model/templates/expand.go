package templates

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Bounds on what templates that name fields of templates can grow into.
const (
	wordingLimit = 32
	partLimit    = 1000
	growthLimit  = 1 << 20 // bytes beyond the text itself
)

// Expand replaces the names in a template by what they stand for: fields by what
// fills them, params and the status by placeholders. There is one result for
// each combination of wordings.
func (r Reader) Expand(t Text, pos diag.Pos) ([][]model.Part, bool) {
	results := [][]model.Part{nil}
	good := true
	for _, seg := range t.segments {
		choices := [][]model.Part{{{Literal: seg.text}}}
		if seg.hole {
			var ok bool
			choices, ok = r.holeParts(seg.text, pos)
			if good = good && ok; !ok {
				continue
			}
		}
		if results = product(results, choices); results == nil {
			r.Reportf(pos, diag.TooManyWordings, "write the wordings out", "the wordings of the fields in this text make more than %d combinations, or grow beyond measure", wordingLimit)
			return nil, false
		}
	}
	if !good {
		return nil, false
	}
	for i, parts := range results {
		joined, ok := joinParts(parts)
		if !ok {
			r.Reportf(pos, diag.AdjacentPlaceholders, "make them one param, or put a text between them", "two placeholders with nothing between them cannot be told apart when the text is read")
			return nil, false
		}
		results[i] = joined
	}
	return results, true
}

// product appends each choice to each result; nil if there are too many.
func product(results, choices [][]model.Part) [][]model.Part {
	if len(results)*len(choices) > wordingLimit {
		return nil
	}
	var all [][]model.Part
	for _, r := range results {
		for _, c := range choices {
			parts := append(r[:len(r):len(r)], c...)
			if len(parts) > partLimit || len(results)*len(choices) > 1 && size(parts) > growthLimit || size(r) > growthLimit {
				return nil
			}
			all = append(all, parts)
		}
	}
	return all
}

func size(parts []model.Part) int {
	n := 0
	for _, p := range parts {
		n += len(p.Literal)
	}
	return n
}

// joinParts joins adjacent literals. It reports false for adjacent placeholders.
func joinParts(parts []model.Part) ([]model.Part, bool) {
	var joined []model.Part
	var literal strings.Builder
	hole := false // the last part was a placeholder
	for _, p := range parts {
		if p.Kind == model.LiteralPart {
			literal.WriteString(p.Literal)
			continue
		}
		if literal.Len() > 0 {
			joined, hole = append(joined, model.Part{Literal: literal.String()}), false
			literal.Reset()
		}
		if hole {
			return nil, false
		}
		joined, hole = append(joined, p), true
	}
	if literal.Len() > 0 {
		joined = append(joined, model.Part{Literal: literal.String()})
	}
	return joined, true
}

// holeParts is what a name in a text becomes, one result per wording.
func (r Reader) holeParts(name string, pos diag.Pos) ([][]model.Part, bool) {
	b, ok := r.Lookup(name, pos)
	if !ok {
		return nil, false
	}
	switch {
	case b.Param != nil:
		return [][]model.Part{{{Kind: model.ParamPart, Param: b.Param}}}, r.checkScalar(b.Param, pos)
	case b.Field == nil:
		return [][]model.Part{b.Parts}, true
	}
	var all [][]model.Part
	for _, t := range b.Field {
		parts, ok := r.treeParts(t, name, pos)
		if !ok {
			return nil, false
		}
		all = append(all, parts)
	}
	return all, true
}

// checkScalar reports a param that cannot stand in a text.
func (r Reader) checkScalar(p *model.Param, pos diag.Pos) bool {
	switch {
	case !p.Schema.IsScalar():
		r.Reportf(pos, diag.NotScalar, "let it stand alone in a field of its own, or make it a scalar", "param %s is %s, and only scalars can stand in a text", diag.Quote(p.Name), values.Describe(p.Schema))
	case p.Schema.AdmitsNull():
		r.Reportf(pos, diag.NotScalar, "leave null out of its types, or make it `optional`", "param %s can be null, which cannot stand in a text", diag.Quote(p.Name))
	default:
		return true
	}
	return false
}

// treeParts is a field's value as a part of a text.
func (r Reader) treeParts(t *model.Tree, name string, pos diag.Pos) ([]model.Part, bool) {
	switch {
	case t.Param != nil:
		return []model.Part{{Kind: model.ParamPart, Param: t.Param}}, r.checkScalar(t.Param, pos)
	case t.Template != nil:
		return t.Template.Parts, true
	case t.Kind == model.NumberValue, t.Kind == model.BoolValue:
		v, _ := t.Value()
		return []model.Part{{Literal: v.Scalar()}}, true
	}
	r.Reportf(pos, diag.NotScalar, "name a field that holds a text or a number", "field %s is no scalar, and only scalars can stand in a text", diag.Quote(name))
	return nil, false
}
