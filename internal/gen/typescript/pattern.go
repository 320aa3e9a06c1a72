package typescript

import (
	"fmt"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
)

// pattern is an expression of RE2 as one of JavaScript with the flag u, which matches the
// same texts: classes are written out, groups capture nothing. In a dotAll one, a dot is a
// line feed as well.
func pattern(expr string, dotAll bool) string {
	flags := syntax.Perl
	if dotAll {
		flags |= syntax.DotNL
	}
	re, err := syntax.Parse(expr, flags)
	if err != nil {
		return "[]" // the catalog was found to be wrong: matches nothing
	}
	var b strings.Builder
	writePattern(&b, re)
	return b.String()
}

// assertions are the expressions that match no character.
var assertions = map[syntax.Op]string{
	syntax.OpNoMatch:        "[]",
	syntax.OpEmptyMatch:     "(?:)",
	syntax.OpBeginLine:      `(?<![^\n])`,
	syntax.OpEndLine:        `(?![^\n])`,
	syntax.OpBeginText:      "^",
	syntax.OpEndText:        "$",
	syntax.OpWordBoundary:   `\b`,
	syntax.OpNoWordBoundary: `\B`,
	syntax.OpAnyCharNotNL:   `[^\n]`,
	syntax.OpAnyChar:        "[^]",
}

func writePattern(b *strings.Builder, re *syntax.Regexp) {
	if s, ok := assertions[re.Op]; ok {
		b.WriteString(s)
		return
	}
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			writeRune(b, r, re.Flags&syntax.FoldCase != 0)
		}
	case syntax.OpCharClass:
		writeClass(b, re.Rune)
	case syntax.OpCapture:
		writeGroup(b, re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if sub.Op == syntax.OpAlternate {
				writeGroup(b, sub)
			} else {
				writePattern(b, sub)
			}
		}
	case syntax.OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				b.WriteByte('|')
			}
			writePattern(b, sub)
		}
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		writeRepeat(b, re)
	}
}

func writeGroup(b *strings.Builder, re *syntax.Regexp) {
	b.WriteString("(?:")
	writePattern(b, re)
	b.WriteByte(')')
}

func writeRepeat(b *strings.Builder, re *syntax.Regexp) {
	sub := re.Sub[0]
	if sub.Op == syntax.OpCharClass || sub.Op == syntax.OpAnyChar || sub.Op == syntax.OpAnyCharNotNL {
		writePattern(b, sub)
	} else {
		writeGroup(b, sub)
	}
	switch re.Op {
	case syntax.OpStar:
		b.WriteByte('*')
	case syntax.OpPlus:
		b.WriteByte('+')
	case syntax.OpQuest:
		b.WriteByte('?')
	default:
		b.WriteString("{" + strconv.Itoa(re.Min))
		if re.Max != re.Min {
			b.WriteByte(',')
		}
		if re.Max > re.Min {
			b.WriteString(strconv.Itoa(re.Max))
		}
		b.WriteByte('}')
	}
	if re.Flags&syntax.NonGreedy != 0 {
		b.WriteByte('?')
	}
}

// writeRune writes a character, in all of its cases if fold is set.
func writeRune(b *strings.Builder, r rune, fold bool) {
	if !fold || unicode.SimpleFold(r) == r {
		b.WriteString(character(r))
		return
	}
	ranges := []rune{r, r}
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		ranges = append(ranges, other, other)
	}
	writeClass(b, ranges)
}

// writeClass writes a class of ranges.
func writeClass(b *strings.Builder, ranges []rune) {
	b.WriteByte('[')
	for i := 0; i < len(ranges); i += 2 {
		b.WriteString(character(ranges[i]))
		if ranges[i+1] > ranges[i] {
			b.WriteString("-" + character(ranges[i+1]))
		}
	}
	b.WriteByte(']')
}

// character is a character as it stands in a class and outside of one.
func character(r rune) string {
	switch {
	case strings.ContainsRune(`\.+*?()|[]{}^$/-`, r):
		if r == '-' {
			return `\x2d`
		}
		return `\` + string(r)
	case r < ' ' || 0x7f <= r && r < 0xa0:
		return fmt.Sprintf(`\x%02x`, r)
	case r > 0x7f:
		return fmt.Sprintf(`\u{%x}`, r)
	}
	return string(r)
}
