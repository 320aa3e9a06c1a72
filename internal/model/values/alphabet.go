package values

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Alphabet describes the texts that an expression matches: which characters may
// occur in them and how many there are.
type Alphabet struct {
	ranges   []rune // pairs; nil with any set
	any      bool
	Min, Max int // number of characters; Max < 0: without bound
}

// PatternAlphabet analyses an RE2 pattern. ok is false for what is none.
func PatternAlphabet(pattern string) (a Alphabet, ok bool) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return Alphabet{}, false
	}
	return alphabetOf(re), true
}

// MayHold reports whether a character can stand in the text of a value of a schema.
func MayHold(s *model.Schema, c rune) bool {
	switch {
	case len(s.Enum) > 0:
		return slices.ContainsFunc(s.Enum, func(v model.Value) bool { return strings.ContainsRune(v.Scalar(), c) })
	case s.Kind == model.IntegerKind:
		return strings.ContainsRune("-0123456789", c)
	case s.Kind == model.NumberKind:
		return strings.ContainsRune("+-.0123456789Ee", c)
	case s.Kind == model.BooleanKind:
		return strings.ContainsRune("truefalse", c)
	case s.Kind == model.StringKind && s.Pattern != "":
		a, ok := PatternAlphabet(s.Pattern)
		return !ok || a.Has(c)
	}
	return true
}

func alphabetOf(re *syntax.Regexp) Alphabet {
	switch re.Op {
	case syntax.OpLiteral:
		return literalAlphabet(re)
	case syntax.OpCharClass:
		return Alphabet{ranges: slices.Clone(re.Rune), Min: 1, Max: 1}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return Alphabet{any: true, Min: 1, Max: 1}
	case syntax.OpCapture:
		return alphabetOf(re.Sub[0])
	case syntax.OpConcat:
		return concatAlphabet(re.Sub)
	case syntax.OpAlternate:
		return alternateAlphabet(re.Sub)
	case syntax.OpStar:
		return alphabetOf(re.Sub[0]).times(0, -1)
	case syntax.OpPlus:
		return alphabetOf(re.Sub[0]).times(1, -1)
	case syntax.OpQuest:
		return alphabetOf(re.Sub[0]).times(0, 1)
	case syntax.OpRepeat:
		return alphabetOf(re.Sub[0]).times(re.Min, re.Max)
	}
	return Alphabet{} // assertions, the empty match
}

func literalAlphabet(re *syntax.Regexp) Alphabet {
	a := Alphabet{Min: len(re.Rune), Max: len(re.Rune)}
	for _, r := range re.Rune {
		a.ranges = append(a.ranges, r, r)
		if re.Flags&syntax.FoldCase != 0 {
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				a.ranges = append(a.ranges, f, f)
			}
		}
	}
	return a
}

func concatAlphabet(subs []*syntax.Regexp) Alphabet {
	var a Alphabet
	for _, sub := range subs {
		b := alphabetOf(sub)
		a = a.with(b)
		a.Min, a.Max = a.Min+b.Min, sum(a.Max, b.Max)
	}
	return a
}

func alternateAlphabet(subs []*syntax.Regexp) Alphabet {
	a := alphabetOf(subs[0])
	for _, sub := range subs[1:] {
		b := alphabetOf(sub)
		a = a.with(b)
		a.Min = min(a.Min, b.Min)
		if a.Max >= 0 && (b.Max < 0 || b.Max > a.Max) {
			a.Max = b.Max
		}
	}
	return a
}

func sum(a, b int) int {
	if a < 0 || b < 0 {
		return -1
	}
	return a + b
}

func (a Alphabet) with(b Alphabet) Alphabet {
	a.ranges = append(a.ranges, b.ranges...)
	a.any = a.any || b.any
	return a
}

func (a Alphabet) times(least, most int) Alphabet {
	a.Min *= least
	switch {
	case most < 0 || a.Max < 0:
		a.Max = -1
	default:
		a.Max *= most
	}
	return a
}

// Has reports whether a character may occur.
func (a Alphabet) Has(r rune) bool {
	if a.any {
		return true
	}
	for i := 0; i+1 < len(a.ranges); i += 2 {
		if a.ranges[i] <= r && r <= a.ranges[i+1] {
			return true
		}
	}
	return false
}

// Within reports whether all characters that may occur are between two.
func (a Alphabet) Within(lo, hi rune) bool {
	for i := 0; i+1 < len(a.ranges); i += 2 {
		if a.ranges[i] < lo || a.ranges[i+1] > hi {
			return false
		}
	}
	return !a.any
}
