package openapi

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// anyText matches any text. A dot would stop at line ends.
const anyText = `[\s\S]*`

// wholePattern rewrites an RE2 expression for a whole text (docs/spec.md#patterns:
// patterns are anchored) as one that ECMA-262 reads in the same way, with and
// without its "u" flag, and that is RE2 still: OpenAPI takes its patterns from
// ECMA-262, while Go tools compile them as RE2. It is false where there is no
// such expression: line anchors, classes with characters beyond the basic plane,
// and what is no RE2. Only whether a text matches is kept, so captures and
// laziness go.
func wholePattern(re2 string) (string, bool) {
	re, err := syntax.Parse(re2, syntax.Perl)
	if err != nil {
		return "", false
	}
	var p patternPrinter
	p.print(withoutAnchors(re))
	return anchored([]string{p.out.String()}), !p.failed
}

// innerPattern is wholePattern without the anchors, to be part of a longer
// expression. It is false also where the expression looks at its surroundings.
func innerPattern(re2 string) (string, bool) {
	re, err := syntax.Parse(re2, syntax.Perl)
	if err != nil {
		return "", false
	}
	re = withoutAnchors(re)
	var p patternPrinter
	p.print(re)
	return p.out.String(), !p.failed && !looksAround(re)
}

// withoutAnchors takes the anchors of a whole text off.
func withoutAnchors(re *syntax.Regexp) *syntax.Regexp {
	if re.Op != syntax.OpConcat {
		return re
	}
	sub := re.Sub
	for len(sub) > 0 && sub[0].Op == syntax.OpBeginText {
		sub = sub[1:]
	}
	for len(sub) > 0 && sub[len(sub)-1].Op == syntax.OpEndText {
		sub = sub[:len(sub)-1]
	}
	switch len(sub) {
	case 0:
		return &syntax.Regexp{Op: syntax.OpEmptyMatch}
	case 1:
		return sub[0]
	}
	return &syntax.Regexp{Op: syntax.OpConcat, Sub: sub}
}

// looksAround reports whether some part of an expression matches no text but a
// place: an anchor or a word boundary.
func looksAround(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	return slices.ContainsFunc(re.Sub, looksAround)
}

type patternPrinter struct {
	out    strings.Builder
	failed bool
}

var fixedOps = map[syntax.Op]string{
	syntax.OpNoMatch:        `[^\s\S]`,
	syntax.OpEmptyMatch:     `(?:)`,
	syntax.OpAnyChar:        `[\s\S]`,
	syntax.OpAnyCharNotNL:   `[^\n]`,
	syntax.OpBeginText:      `^`,
	syntax.OpEndText:        `$`,
	syntax.OpWordBoundary:   `\b`,
	syntax.OpNoWordBoundary: `\B`,
}

func (p *patternPrinter) print(re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			if re.Flags&syntax.FoldCase != 0 {
				p.class(foldRanges(r))
			} else {
				p.out.WriteString(patternLiteral(string(r)))
			}
		}
	case syntax.OpCharClass:
		p.class(re.Rune)
	case syntax.OpCapture:
		p.group(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if sub.Op == syntax.OpAlternate {
				p.group(sub)
			} else {
				p.print(sub)
			}
		}
	case syntax.OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				p.out.WriteByte('|')
			}
			p.print(sub)
		}
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		p.repeat(re)
	default:
		text, ok := fixedOps[re.Op]
		p.failed = p.failed || !ok
		p.out.WriteString(text)
	}
}

func (p *patternPrinter) group(re *syntax.Regexp) {
	p.out.WriteString("(?:")
	p.print(re)
	p.out.WriteByte(')')
}

// repeat prints a quantifier and what it stands for, grouped unless that is one
// character or class.
func (p *patternPrinter) repeat(re *syntax.Regexp) {
	sub := re.Sub[0]
	for sub.Op == syntax.OpCapture {
		sub = sub.Sub[0]
	}
	switch {
	case sub.Op == syntax.OpLiteral && len(sub.Rune) == 1 && sub.Rune[0] < 0x10000,
		sub.Op == syntax.OpCharClass, sub.Op == syntax.OpAnyChar, sub.Op == syntax.OpAnyCharNotNL:
		p.print(sub)
	default:
		p.group(sub)
	}
	switch re.Op {
	case syntax.OpStar:
		p.out.WriteByte('*')
	case syntax.OpPlus:
		p.out.WriteByte('+')
	case syntax.OpQuest:
		p.out.WriteByte('?')
	case syntax.OpRepeat:
		p.out.WriteString(counts(re.Min, re.Max))
	}
}

// counts returns {n}, {n,} or {n,m}; RE2's max is -1 without a bound.
func counts(lo, hi int) string {
	switch hi {
	case lo:
		return "{" + strconv.Itoa(lo) + "}"
	case -1:
		return "{" + strconv.Itoa(lo) + ",}"
	}
	return "{" + strconv.Itoa(lo) + "," + strconv.Itoa(hi) + "}"
}

// class prints a character class of inclusive ranges; one that reaches to the
// last code point as what it leaves out.
func (p *patternPrinter) class(ranges []rune) {
	open := "["
	if n := len(ranges); n > 0 && ranges[n-1] == unicode.MaxRune {
		ranges, open = complement(ranges), "[^"
	}
	switch {
	case len(ranges) == 0 && open == "[":
		p.out.WriteString(fixedOps[syntax.OpNoMatch])
		return
	case len(ranges) == 0:
		p.out.WriteString(fixedOps[syntax.OpAnyChar])
		return
	case len(ranges) == 2 && ranges[0] == ranges[1] && open == "[":
		p.out.WriteString(patternLiteral(string(ranges[0])))
		return
	}
	p.out.WriteString(open)
	for i := 0; i < len(ranges); i += 2 {
		lo, hi := ranges[i], ranges[i+1]
		if hi > 0xFFFF || isSurrogate(lo) || isSurrogate(hi) {
			p.failed = true
			return
		}
		p.out.WriteString(classRune(lo))
		if hi > lo+1 {
			p.out.WriteByte('-')
		}
		if hi > lo {
			p.out.WriteString(classRune(hi))
		}
	}
	p.out.WriteByte(']')
}

func isSurrogate(r rune) bool { return 0xD800 <= r && r <= 0xDFFF }

// complement returns the code points that are in none of the sorted ranges.
func complement(ranges []rune) []rune {
	var out []rune
	next := rune(0)
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i] > next {
			out = append(out, next, ranges[i]-1)
		}
		next = ranges[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// foldRanges are the characters that are r in some letter case.
func foldRanges(r rune) []rune {
	orbit := []rune{r}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		orbit = append(orbit, f)
	}
	slices.Sort(orbit)
	var ranges []rune
	for _, f := range orbit {
		ranges = append(ranges, f, f)
	}
	return ranges
}

// patternLiteral returns an expression that matches the text alone. A backslash
// is written as its code: before a "u" kin-openapi would take it for an escape.
func patternLiteral(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 4)
	for _, r := range s {
		switch {
		case strings.ContainsRune(`^$.*+?()[]{}|`, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case ' ' <= r && r < 0x7f && r != '\\':
			b.WriteByte(byte(r))
		default:
			b.WriteString(patternRune(r))
		}
	}
	return b.String()
}

func classRune(r rune) string {
	if strings.ContainsRune(`]^-[`, r) {
		return `\` + string(r)
	}
	return patternRune(r)
}

// patternRune returns a character that has no meaning in an expression, or its
// code if it cannot be seen.
func patternRune(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r == '\\', r < 0x100 && !unicode.IsPrint(r):
		return fmt.Sprintf(`\x%02x`, r)
	}
	return string(r)
}
