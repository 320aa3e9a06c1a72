package templates

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// AsForms resolves `as`: the text forms of a scalar, the first of which is
// written (docs/spec.md#envelopes).
func AsForms(r *diag.Reporter, n *load.Schema, s *model.Schema) []model.AsForm {
	var forms []model.AsForm
	if len(n.As) > 0 && !s.IsScalar() {
		r.Reportf(n.At("as"), diag.BadAs, "leave it out", "only a scalar has text forms; this is %s", values.Describe(s))
		return nil
	}
	for i, text := range n.As {
		form, problem := parseAs(text.S)
		if problem == "" && i == 0 && slices.ContainsFunc(form.Parts, func(p model.AsPart) bool { return p.Any }) {
			problem = "is written, so it cannot hold {_}, which only reads"
		}
		if problem != "" {
			r.Reportf(text.Pos, diag.BadAs, "write literal text around one {}, the value, as in 'urn:x:{}'; {{ and }} are braces", "the form %s %s", diag.Quote(text.S), problem)
			continue
		}
		forms = append(forms, form)
	}
	return forms
}

// parseAs parses one text form.
func parseAs(text string) (form model.AsForm, problem string) {
	segments, problem := splitBraces(text)
	if problem != "" {
		return form, problem
	}
	taken, holes := 0, 0
	for _, s := range segments {
		switch {
		case !s.hole:
			form.Parts = append(form.Parts, model.AsPart{Literal: s.text})
			holes = 0
			continue
		case s.text == "":
			taken++
			form.Parts = append(form.Parts, model.AsPart{Value: true})
		case s.text == "_":
			form.Parts = append(form.Parts, model.AsPart{Any: true})
		default:
			return form, "has a placeholder other than {} and {_}"
		}
		if holes++; holes > 1 {
			return form, "has two placeholders with nothing between them"
		}
	}
	if taken != 1 {
		return form, "does not hold {} exactly once"
	}
	return form, ""
}
