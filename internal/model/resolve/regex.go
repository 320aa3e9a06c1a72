package resolve

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// patternSamples returns texts that match an RE2 pattern: the shortest ones and
// some longer ones, a few per choice, always the same.
func patternSamples(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	var samples []string
	for variant := range 8 {
		g := generator{variant: variant}
		g.write(re)
		if g.out.Len() <= sampleLimit {
			samples = append(samples, g.out.String())
		}
	}
	return samples
}

// sampleLimit bounds samples in bytes: a pattern can demand thousands of characters.
const sampleLimit = 4096

// generator writes a text that an expression matches. The variant decides
// between alternatives and how often what may repeat does.
type generator struct {
	out     strings.Builder
	variant int
}

func (g *generator) write(re *syntax.Regexp) {
	if g.out.Len() > sampleLimit {
		return
	}
	switch re.Op {
	case syntax.OpLiteral:
		g.out.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		g.out.WriteRune(g.pick(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		g.out.WriteByte('a' + byte(g.variant))
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			g.write(sub)
		}
	case syntax.OpAlternate:
		g.write(re.Sub[g.variant%len(re.Sub)])
	case syntax.OpStar, syntax.OpQuest:
		g.repeat(re.Sub[0], min(g.variant%2, 1))
	case syntax.OpPlus:
		g.repeat(re.Sub[0], 1+g.variant%2)
	case syntax.OpRepeat:
		n := re.Min
		if g.variant%2 == 1 && (re.Max < 0 || re.Max > re.Min) {
			n++
		}
		g.repeat(re.Sub[0], n)
	}
}

func (g *generator) repeat(re *syntax.Regexp, n int) {
	for range n {
		g.write(re)
	}
}

// pick takes a character of a class, given as ranges: a printable one if there
// is any.
func (g *generator) pick(ranges []rune) rune {
	n := len(ranges) / 2
	for i := range n {
		at := (g.variant + i) % n
		lo, hi := ranges[2*at], ranges[2*at+1]
		for _, r := range []rune{min(lo+rune(g.variant), hi), max(lo, '!'), lo} {
			if r <= hi && unicode.IsPrint(r) {
				return r
			}
		}
	}
	return ranges[0]
}

// alphabet describes the texts that an expression matches: which characters may
// occur in them and how many there are.
type alphabet struct {
	ranges   []rune // pairs; nil with any set
	any      bool
	min, max int // number of characters; max < 0: without bound
}

// patternAlphabet analyses an RE2 pattern. ok is false for what is none.
func patternAlphabet(pattern string) (a alphabet, ok bool) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return alphabet{}, false
	}
	return alphabetOf(re), true
}

func alphabetOf(re *syntax.Regexp) alphabet {
	switch re.Op {
	case syntax.OpLiteral:
		return literalAlphabet(re)
	case syntax.OpCharClass:
		return alphabet{ranges: slices.Clone(re.Rune), min: 1, max: 1}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return alphabet{any: true, min: 1, max: 1}
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
	return alphabet{} // assertions, the empty match
}

func literalAlphabet(re *syntax.Regexp) alphabet {
	a := alphabet{min: len(re.Rune), max: len(re.Rune)}
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

func concatAlphabet(subs []*syntax.Regexp) alphabet {
	var a alphabet
	for _, sub := range subs {
		b := alphabetOf(sub)
		a = a.with(b)
		a.min, a.max = a.min+b.min, sum(a.max, b.max)
	}
	return a
}

func alternateAlphabet(subs []*syntax.Regexp) alphabet {
	a := alphabetOf(subs[0])
	for _, sub := range subs[1:] {
		b := alphabetOf(sub)
		a = a.with(b)
		a.min = min(a.min, b.min)
		if a.max >= 0 && (b.max < 0 || b.max > a.max) {
			a.max = b.max
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

func (a alphabet) with(b alphabet) alphabet {
	a.ranges = append(a.ranges, b.ranges...)
	a.any = a.any || b.any
	return a
}

func (a alphabet) times(least, most int) alphabet {
	a.min *= least
	switch {
	case most < 0 || a.max < 0:
		a.max = -1
	default:
		a.max *= most
	}
	return a
}

// has reports whether a character may occur.
func (a alphabet) has(r rune) bool {
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
