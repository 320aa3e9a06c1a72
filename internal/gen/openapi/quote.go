package openapi

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendString appends a string as a YAML scalar of one line. It is written
// plain only where YAML 1.1 and 1.2 (core schema) both read it as the same
// text; otherwise in double quotes, with everything escaped that is not
// printable. So neither "no", "0100" and "2020-01-01" nor line separators,
// control characters and bidirectional controls change on their way.
func appendString(b []byte, s string) []byte {
	if isPlain(s) {
		return append(b, s...)
	}
	return appendQuoted(b, s)
}

// isPlain reports whether s may stand without quotes, as a key or a value of a
// block collection: it begins with a letter (or "$" or "/"), holds only characters that have no
// meaning to YAML, and is no word that some version reads as a boolean or null.
func isPlain(s string) bool {
	if s == "" || !isLetter(s[0]) && s[0] != '$' && s[0] != '/' || isWord(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isLetter(c), '0' <= c && c <= '9':
		case strings.IndexByte("_-./()$+'\",;!?&*%=<>@^|~", c) >= 0:
		case c == ' ' && i+1 < len(s) && s[i+1] != '#':
		case c == ':' && i+1 < len(s) && s[i+1] != ' ':
		default:
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// isWord reports whether a YAML 1.1 or 1.2 reader gives the word a type. Some
// take an exponent alone, such as E100, for a number.
func isWord(s string) bool {
	if s[0] == 'e' || s[0] == 'E' {
		return len(s) > 1 && strings.Trim(s[1:], "+-0123456789") == ""
	}
	if len(s) > len("infinity") {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity":
		return true
	}
	return false
}

// appendQuoted appends a YAML double-quoted scalar. Bytes that are no UTF-8
// become U+FFFD.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"', r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\r':
			b = append(b, `\r`...)
		case isShown(r):
			b = utf8.AppendRune(b, r)
		case r < 0x100:
			b = fmt.Appendf(b, `\x%02X`, r)
		case r < 0x10000:
			b = fmt.Appendf(b, `\u%04X`, r)
		default:
			b = fmt.Appendf(b, `\U%08X`, r)
		}
	}
	return append(b, '"')
}

// isShown reports whether a character may stand as it is: it is printable, and
// it neither ends a line nor is invisible.
func isShown(r rune) bool { return unicode.IsPrint(r) }

// isBlock reports whether a text can be written as a literal block: lines of
// shown characters, none of which begins or ends with white space, without an
// empty first or last one. The last may have a line end or none.
func isBlock(s string) bool {
	if !strings.Contains(s, "\n") || !utf8.ValidString(s) {
		return false
	}
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for i, line := range lines {
		if line == "" && (i == 0 || i == len(lines)-1) || line != strings.TrimSpace(line) {
			return false
		}
		if strings.ContainsFunc(line, func(r rune) bool { return !isShown(r) }) {
			return false
		}
	}
	return true
}

// numberText returns a JSON number in the form that YAML 1.1 and 1.2 both read
// as a number: an exponent has a sign and follows a fraction, so 1e3 becomes
// 1.0e+3.
func numberText(json string) string {
	mantissa, exponent, ok := strings.Cut(strings.ToLower(json), "e")
	if !ok {
		return json
	}
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	if exponent[0] != '-' && exponent[0] != '+' {
		exponent = "+" + exponent
	}
	return mantissa + "e" + exponent
}
