package resolve

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// asForms resolves `as`: the text forms of a scalar, the first of which is
// written (docs/spec.md#text-forms).
func (r *resolver) asForms(n *load.Schema, s *model.Schema) []model.AsForm {
	var forms []model.AsForm
	if len(n.As) > 0 && !values.IsScalar(s) {
		r.Reportf(n.At("as"), diag.BadAs, "leave it out", "only a scalar has text forms; this is %s", values.Describe(s))
		return nil
	}
	for i, text := range n.As {
		form, problem := parseAs(text.S)
		if problem == "" && i == 0 && hasAny(form) {
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

func hasAny(f model.AsForm) bool {
	for _, p := range f.Parts {
		if p.Any {
			return true
		}
	}
	return false
}

// parseAs parses one text form.
func parseAs(text string) (form model.AsForm, problem string) {
	segments, problem := splitBraces(text)
	if problem != "" {
		return form, problem
	}
	values, holes := 0, 0
	for _, s := range segments {
		switch {
		case !s.hole:
			form.Parts = append(form.Parts, model.AsPart{Literal: s.text})
			holes = 0
			continue
		case s.text == "":
			values++
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
	if values != 1 {
		return form, "does not hold {} exactly once"
	}
	return form, ""
}

// segment is a literal or what stands between braces.
type segment struct {
	text string
	hole bool
}

// splitBraces splits a text at its placeholders; {{ and }} are braces.
func splitBraces(text string) (segments []segment, problem string) {
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			segments = append(segments, segment{text: literal.String()})
			literal.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c != '{' && c != '}':
			literal.WriteByte(c)
		case i+1 < len(text) && text[i+1] == c:
			literal.WriteByte(c)
			i++
		case c == '}':
			return nil, "has a } without its {"
		default:
			end := strings.IndexAny(text[i+1:], "{}")
			if end < 0 || text[i+1+end] != '}' {
				return nil, "has a { without its }"
			}
			flush()
			segments = append(segments, segment{text: text[i+1 : i+1+end], hole: true})
			i += end + 1
		}
	}
	flush()
	return segments, ""
}
