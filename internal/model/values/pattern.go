package values

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode"
)

// anchored is a pattern as it is matched: against the whole text.
func anchored(pattern string) string { return "^(?:" + pattern + ")$" }

// PatternProblem says why a text is no pattern, "" if it is one.
func PatternProblem(source string) string {
	_, err := regexp.Compile(source) // by itself: "a)(b" would do between the anchors
	if err == nil {
		_, err = regexp.Compile(anchored(source))
	}
	if err == nil {
		return ""
	}
	return strings.TrimPrefix(err.Error(), "error parsing regexp: ")
}

// PatternSamples returns texts that match an RE2 pattern: the shortest ones and
// some longer ones, a few per choice, always the same.
func PatternSamples(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	var samples []string
	for variant := range 8 {
		g := generator{variant: variant}
		g.write(re)
		if g.out.Len() <= SampleLimit {
			samples = append(samples, g.out.String())
		}
	}
	return samples
}

// SampleLimit bounds samples in bytes: a pattern can demand thousands of characters.
const SampleLimit = 4096

// generator writes a text that an expression matches. The variant decides
// between alternatives and how often what may repeat does.
type generator struct {
	out     strings.Builder
	variant int
}

func (g *generator) write(re *syntax.Regexp) {
	if g.out.Len() > SampleLimit {
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
		g.repeat(re.Sub[0], g.variant%2)
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
