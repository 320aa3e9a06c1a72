package identity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// templateRecovers reports whether a text gives back a param: whether the param's
// value begins and ends at one place only in every way to take the text apart.
func templateRecovers(t *model.Template, p *model.Param) bool {
	if p.Schema.Resolved().Kind == model.UnionKind {
		return false
	}
	for i, part := range t.Parts {
		if part.Param == p {
			return beginsCertainly(t.Parts, i) && (i+2 >= len(t.Parts) || beginsCertainly(t.Parts, i+2))
		}
	}
	return false
}

// beginsCertainly reports whether the placeholder at i begins at one place only:
// because all before it end where their literal begins for the first time, or all
// from it on begin where their literal ends for the last time.
func beginsCertainly(parts []model.Part, i int) bool {
	fromLeft := true
	for j := i - 2; j >= 0; j -= 2 {
		fromLeft = fromLeft && cannotHold(parts[j], parts[j+1].Literal, true)
	}
	fromRight := i > 0
	for j := i; j < len(parts) && fromRight; j += 2 {
		fromRight = cannotHold(parts[j], parts[j-1].Literal, false)
	}
	return fromLeft || fromRight
}

// cannotHold reports whether the value of a placeholder beside a literal, before
// it or behind it, ends or begins at the literal in one way only.
func cannotHold(part model.Part, literal string, before bool) bool {
	if part.Kind == model.StatusPart {
		return true // three digits
	}
	if part.Kind != model.ParamPart || literal == "" {
		return false
	}
	edge, _ := utf8.DecodeLastRuneInString(literal)
	if before {
		edge, _ = utf8.DecodeRuneInString(literal)
	}
	s := part.Param.Schema.Resolved()
	switch {
	case len(s.Enum) > 0:
		texts := make([]string, len(s.Enum))
		for i, v := range s.Enum {
			texts[i] = v.Scalar()
		}
		return unmistakable(texts, literal, before)
	case s.Kind == model.BooleanKind:
		return unmistakable([]string{"true", "false"}, literal, before)
	case s.Kind == model.IntegerKind:
		return !strings.ContainsRune("-0123456789", edge) || before && edge == '-'
	case s.Kind == model.NumberKind:
		return !strings.ContainsRune("0123456789.eE+-", edge)
	case s.Kind != model.StringKind || s.Pattern == "":
		return false
	}
	a, ok := values.PatternAlphabet(s.Pattern)
	return ok && (!a.Has(edge) || a.Min == a.Max)
}

// unmistakable reports whether no value with the literal at its end (or beginning)
// begins (or ends) like another one with it.
func unmistakable(texts []string, literal string, before bool) bool {
	alike := func(v, w string) bool { return strings.HasPrefix(v+literal, w+literal) }
	if !before {
		alike = func(v, w string) bool { return strings.HasSuffix(literal+v, literal+w) }
	}
	for i, v := range texts {
		if slices.ContainsFunc(texts[i+1:], func(w string) bool { return alike(v, w) || alike(w, v) }) {
			return false
		}
	}
	return true
}
