package openapi

import (
	"regexp/syntax"
	"slices"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// What a catalog says of a text field holds of the texts that entries write there,
// whichever words these are: a document says it beside them, as far as the params
// within keep to it.

// keepText adds the lengths and the pattern of a leaf to a string that is one of the
// wordings; a string whose values are listed needs neither.
func keepText(s *openapi3.Schema, leaf *model.Schema, wordings [][]piece) {
	m := leaf.Resolved()
	if m.Kind != model.StringKind || s.Enum != nil || s.Const != nil {
		return
	}
	keeps := func(isKept func([]piece) bool) bool {
		return !slices.ContainsFunc(wordings, func(w []piece) bool { return !isKept(w) })
	}
	if n := m.MinLength; n != nil && keeps(func(w []piece) bool { return literalLength(w) >= *n }) {
		s.MinLength = least(n)
	}
	if n := m.MaxLength; n != nil && keeps(func(w []piece) bool { most, known := greatestLength(w); return known && most <= *n }) {
		s.MaxLength = most(n)
	}
	class, ok := charactersOnly(m.Pattern)
	if !ok || s.Pattern != "" || !keeps(func(w []piece) bool { return consistsOf(w, class) }) {
		return
	}
	s.Pattern, _ = wholePattern(m.Pattern)
}

func literalLength(w []piece) int {
	n := 0
	for _, p := range w {
		n += utf8.RuneCountInString(p.literal)
	}
	return n
}

// greatestLength is how many characters a wording can have; false if that is not known.
func greatestLength(w []piece) (int, bool) {
	n := literalLength(w)
	for _, p := range w {
		if p.pattern != "" && p.most == 0 {
			return 0, false
		}
		n += p.most
	}
	return n, true
}

// charactersOnly returns the characters of a pattern that says of which a text consists,
// and nothing of their order: one class, repeated ("[^\x00-\x1f]*"). They are pairs
// that bound ranges.
func charactersOnly(pattern string) ([]rune, bool) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, false
	}
	re = withoutAnchors(re)
	if re.Op != syntax.OpStar || re.Sub[0].Op != syntax.OpCharClass {
		return nil, false
	}
	_, writable := wholePattern(pattern)
	return re.Sub[0].Rune, writable
}

// consistsOf reports whether all characters of a wording are of a class.
func consistsOf(w []piece, class []rune) bool {
	for _, p := range w {
		for _, r := range p.literal {
			if !covers(class, r, r) {
				return false
			}
		}
		if p.pattern != "" {
			re, err := syntax.Parse(p.pattern, syntax.Perl)
			if err != nil || !matchesWithin(re, class) {
				return false
			}
		}
	}
	return true
}

// matchesWithin reports whether an expression can match no character but those of a class.
func matchesWithin(re *syntax.Regexp, class []rune) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			if re.Flags&syntax.FoldCase == 0 && !covers(class, r, r) || re.Flags&syntax.FoldCase != 0 && !covers(class, foldRanges(r)...) {
				return false
			}
		}
	case syntax.OpCharClass:
		return covers(class, re.Rune...)
	}
	return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !matchesWithin(sub, class) })
}

// covers reports whether each of some ranges is within one of a class.
func covers(class []rune, ranges ...rune) bool {
	for i := 0; i < len(ranges); i += 2 {
		within := false
		for j := 0; j < len(class); j += 2 {
			within = within || class[j] <= ranges[i] && ranges[i+1] <= class[j+1]
		}
		if !within {
			return false
		}
	}
	return true
}

// keepBounds adds the bounds of a leaf to an integer whose values are listed, which are
// all within.
func (b *builder) keepBounds(s *openapi3.Schema, leaf *model.Schema) {
	if s.Type.Is(openapi3.TypeInteger) && len(s.Enum) > 0 {
		b.setBounds(s, leaf.Resolved())
	}
}
