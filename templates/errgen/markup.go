package errgen

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// special are the characters that mean markup in HTML and XML, and the CR, which
// readers of XML take for the end of a line (XML 1.0 section 2.11). references is how
// they are written in text.
const special = "&<>\"'\r"

var references = [len(special)]string{"&amp;", "&lt;", "&gt;", "&#34;", "&#39;", "&#13;"}

// AppendMarkup appends s as text of HTML or XML, within an element or between the
// quotes of an attribute. What XML cannot hold becomes U+FFFD.
func AppendMarkup(b []byte, s string) []byte {
	for _, r := range s {
		if i := strings.IndexRune(special, r); i >= 0 {
			b = append(b, references[i]...)
		} else {
			b = utf8.AppendRune(b, xmlRune(r))
		}
	}
	return b
}

// xmlRune is the character, U+FFFD if XML cannot hold it (XML 1.0 section 2.2).
func xmlRune(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff || !utf8.ValidRune(r) {
		return utf8.RuneError
	}
	return r
}

// UnescapeMarkup is text of HTML or XML with characters for references.
func UnescapeMarkup(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for s != "" {
		if r, n := reference(s); n > 0 {
			b, s = utf8.AppendRune(b, r), s[n:]
			continue
		}
		b, s = append(b, s[0]), s[1:]
	}
	return string(b)
}

// beforeTag is what stands before the begin of a tag.
func beforeTag(s string) string {
	before, _, _ := strings.Cut(s, "<")
	return before
}

// maxReference bounds the length of a reference.
const maxReference = len("&#x0010FFFF;")

// xmlNames are the references of XML by name, in the order of special.
var xmlNames = []string{"&amp", "&lt", "&gt", "&quot", "&apos"}

// reference reads the reference with which s begins: a name of XML, or a number. n is
// its length, 0 if there is none.
func reference(s string) (r rune, n int) {
	if s == "" || s[0] != '&' {
		return 0, 0
	}
	name, _, ok := strings.Cut(s[:min(len(s), maxReference)], ";")
	if i := slices.Index(xmlNames, name); ok && i >= 0 {
		return rune(special[i]), len(name) + 1
	}
	digits, isNumber := strings.CutPrefix(name, "&#")
	hex, isHex := strings.CutPrefix(strings.ToLower(digits), "x")
	base := 10
	if isHex {
		digits, base = hex, 16
	}
	number, err := strconv.ParseUint(digits, base, 31)
	if !ok || !isNumber || err != nil {
		return 0, 0
	}
	return xmlRune(rune(number)), len(name) + 1
}

// splitsReference reports whether a place is within a reference.
func splitsReference(s string, at int) bool {
	near := s[max(0, at-maxReference):at]
	begin := strings.LastIndexByte(near, '&')
	if begin < 0 {
		return false
	}
	begin += at - len(near)
	_, n := reference(s[begin:])
	return n > at-begin
}

// Marks is the number of special characters in the literals of a template's longest
// wording. What stands for a param has none when it is written. So the wording of a
// text, if several match, is the one with the most.
func Marks(p Program) int {
	return p.longest(func(s *Segment) (n int) {
		for i, ref := range references {
			n += strings.Count(s.Literal, special[i:i+1]) - strings.Count(s.Literal, ref)
		}
		return n
	})
}
