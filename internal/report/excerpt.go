package report

import (
	"slices"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	excerptWidth = 100 // code points of a line that are shown
	excerptLead  = 40  // of these, before the place
)

// excerpt is what is shown of a line of which the character at column (from 0) is
// meant: the text, escaped; how wide it is before that character; how wide the word is
// that begins there.
func excerpt(line []rune, column int) (text string, before, marked int) {
	column = min(column, len(line))
	start := 0
	if len(line) > excerptWidth {
		start = max(0, min(column-excerptLead, len(line)-excerptWidth))
	}
	end := min(len(line), start+excerptWidth)
	word := column + wordLength(line[column:end])
	lead, cut := "", ""
	if start > 0 {
		lead = "..."
	}
	if end < len(line) {
		cut = "..."
	}
	lead += diag.Escape(string(line[start:column]))
	return lead + diag.Escape(string(line[column:end])) + cut, Width(lead), max(1, Width(diag.Escape(string(line[column:word]))))
}

// wordLength is the length of a scalar of YAML, as far as it can be told without its
// surroundings: up to its closing quote, or to what ends a plain one in braces.
func wordLength(text []rune) int {
	if len(text) == 0 {
		return 0
	}
	if q := text[0]; q == '\'' || q == '"' {
		for i := 1; i < len(text); i++ {
			if q == '"' && text[i] == '\\' {
				i++
			} else if text[i] == q {
				return i + 1
			}
		}
		return len(text)
	}
	for i, r := range text {
		ends := r == ',' || r == ']' || r == '}' || r == ' ' || r == '\t' || r == ':' && (i+1 == len(text) || text[i+1] == ' ')
		if ends || i > 0 && (r == '[' || r == '{') {
			return i
		}
		if r == '[' || r == '{' {
			return 1
		}
	}
	return len(text)
}

// wide are the scripts whose characters take two columns of a terminal.
var wide = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

// Width is how many columns of a terminal a text takes.
func Width(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case slices.ContainsFunc(wide, func(t *unicode.RangeTable) bool { return unicode.Is(t, r) }), r >= 0x1f300 && r < 0x1fb00:
			n += 2
		default:
			n++
		}
	}
	return n
}
