package templates

import (
	"regexp"
	"slices"
	"strings"

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

// CheckExact reports a form which may take for one of its own what the first writes,
// whatever else stands in it: it has as much literal text, so that it is tried first.
func CheckExact(r *diag.Reporter, n *load.Schema, s *model.Schema, forms []model.AsForm) {
	if len(forms) != len(n.As) { // some are broken
		return
	}
	for i, f := range forms {
		if i > 0 && f.LiteralLen() >= forms[0].LiteralLen() && mayTake(f, forms[0], s.Resolved()) {
			r.Reportf(n.As[i].Pos, diag.BadAs, "give the value a `pattern` without what stands around {} here, or the first form more literal text",
				"the form %s can also match what the first form writes, and would read another value from it", diag.Quote(n.As[i].S))
		}
	}
}

// mayTake reports whether a form may match what another one writes: whether all its
// characters can stand there, in the other's literals or in the value.
func mayTake(f, written model.AsForm, s *model.Schema) bool {
	literals := ""
	for _, part := range written.Parts {
		literals += part.Literal
	}
	for _, part := range f.Parts {
		for _, c := range part.Literal {
			if !strings.ContainsRune(literals, c) && !values.MayHold(s, c) {
				return false
			}
		}
	}
	return true
}

// ReadBack is the value that the forms read in what the first of them writes for text.
func ReadBack(forms []model.AsForm, text string) (string, bool) {
	if len(forms) == 0 {
		return text, true
	}
	ordered := slices.Clone(forms)
	slices.SortStableFunc(ordered, func(a, b model.AsForm) int { return b.LiteralLen() - a.LiteralLen() })
	var written strings.Builder
	for _, part := range forms[0].Parts {
		if part.Value {
			written.WriteString(text)
		}
		written.WriteString(part.Literal)
	}
	for _, f := range ordered {
		if got := formExpr(f).FindStringSubmatch(written.String()); got != nil {
			return got[1], true
		}
	}
	return "", false
}

// formExpr is an expression for the texts of a form, whose group is the value.
func formExpr(f model.AsForm) *regexp.Regexp {
	expr := "(?s)^"
	for _, part := range f.Parts {
		switch {
		case part.Value:
			expr += "(.*?)"
		case part.Any:
			expr += ".*?"
		default:
			expr += regexp.QuoteMeta(part.Literal)
		}
	}
	return regexp.MustCompile(expr + "$")
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
