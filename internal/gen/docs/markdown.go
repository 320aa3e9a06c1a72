package docs

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
)

// Markdown is text that may stand in the document as it is. Text of a catalog
// becomes Markdown by the functions of this package's markdown files alone: text,
// paragraphs, cell, code, fence and link. What they give stands anywhere, in the
// cell of a table (GitHub Flavored Markdown section 4.10) and at the beginning
// of a line, but for paragraphs and fence, which are lines of their own.
type Markdown string

// text returns one line of plain text: nothing in it is read as Markdown, HTML
// or a link. White space of any kind, line ends too, becomes a blank.
func text(s string) Markdown {
	s = strings.Join(strings.FieldsFunc(reference.Visible(s), reference.IsBlank), " ")
	if s == "x" || s == "X" { // [x] at the beginning of an item is a box that is checked
		return Markdown("&#" + strconv.Itoa(int(s[0])) + ";")
	}
	b := make([]byte, 0, len(s)+8)
	b, rest := appendLineStart(b, s)
	for i := len(s) - len(rest); i < len(s); i++ {
		b = appendEscaped(b, s, i)
	}
	return Markdown(b)
}

// appendEscaped appends byte i of s. Escapes are backslashes (CommonMark section
// 2.4), but where a character means something to more than CommonMark: a pipe
// ends a cell of a table even in a code span, and HTML's three are HTML's.
func appendEscaped(b []byte, s string, i int) []byte {
	switch c := s[i]; c {
	case '\\', '`', '*', '[', ']', '~', '$':
		return append(b, '\\', c)
	case '<':
		return append(b, "&lt;"...)
	case '>':
		return append(b, "&gt;"...)
	case '&':
		return append(b, "&amp;"...)
	case '|':
		return append(b, "&#124;"...)
	case '_':
		if !isWordAt(s, i-1) || !isWordAt(s, i+1) { // within a word it marks nothing
			b = append(b, '\\')
		}
	case ':':
		if strings.HasPrefix(s[i:], "://") {
			b = append(b, '\\')
		}
	case '.':
		if i >= 3 && strings.EqualFold(s[i-3:i], "www") {
			b = append(b, '\\')
		}
	case '@':
		if i > 0 && i+1 < len(s) {
			b = append(b, noLink...)
		}
	}
	return append(b, s[i])
}

// noLink stands before an at sign: renderers that make links of addresses look
// at the text as it is after all escapes, so that no escape would stop them.
const noLink = "<!-- -->"

// isWordAt reports whether byte i of s is an ASCII letter or digit.
func isWordAt(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i] | 0x20
	return '0' <= s[i] && s[i] <= '9' || 'a' <= c && c <= 'z'
}

// orderedMark is what makes an item of a list of digits (CommonMark section 5.2).
var orderedMark = regexp.MustCompile(`^[.)](?: |$)`)

// appendLineStart appends the beginning of a line and returns the rest of it:
// characters that make a heading, a list, a rule or a table of a line are
// escaped.
func appendLineStart(b []byte, s string) ([]byte, string) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	b, s = append(b, s[:digits]...), s[digits:]
	switch {
	case digits == 0 && strings.IndexAny(s, "#+-=:") == 0, digits > 0 && orderedMark.MatchString(s):
		return append(b, '\\', s[0]), s[1:]
	}
	return b, s
}

// code returns a code span of one line (CommonMark section 6.1). In a table a
// pipe within one cannot be escaped the same way for all readers: text with a
// pipe is an HTML element.
func code(s string) Markdown {
	s = reference.Visible(reference.WhiteSpace.Replace(s))
	switch {
	case s == "":
		return "(empty)"
	case strings.Contains(s, "|"):
		return "<code>" + text(s) + "</code>"
	}
	ticks := strings.Repeat("`", longestRun(s, '`')+1)
	if strings.Trim(s, " ") != "" && (s[0] == ' ' || s[0] == '`' || s[len(s)-1] == '`') {
		s = " " + s + " "
	}
	return Markdown(ticks + s + ticks)
}

// fence returns lines as a fenced code block (CommonMark section 4.5); info is
// the language.
func fence(info, s string) Markdown {
	s = strings.TrimSuffix(reference.Visible(s), "\n")
	ticks := strings.Repeat("`", max(3, longestRun(s, '`')+1))
	return Markdown(ticks + info + "\n" + s + "\n" + ticks)
}

// longestRun is the length of the longest run of a byte in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// link returns a link to a page of the web. What is no http or https URL is
// shown behind the label and leads nowhere.
func link(label Markdown, target string) Markdown {
	dest, ok := reference.Destination(target)
	if !ok {
		return label + " (" + code(target) + ")"
	}
	return "[" + label + "](" + Markdown(strings.ReplaceAll(dest, "&", "&amp;")) + ")"
}
