package reference

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineEnds makes line feeds of the line ends of all systems.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Visible shows everything that cannot be seen or that changes how its
// neighbours are shown as an escape sequence of JSON: controls, bidirectional
// and other formatting characters, line and paragraph separators, characters
// that no standard knows. Line ends of all systems become line feeds; a byte
// that is no UTF-8 becomes \x and its value.
func Visible(s string) string {
	if !strings.ContainsFunc(s, needsEscape) && utf8.ValidString(s) {
		return s
	}
	s = lineEnds.Replace(s)
	b := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(b, `\x`...)
			b = appendHex(b, rune(s[i]), 2)
		case needsEscape(r):
			b = appendJSONEscape(b, r)
		default:
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return string(b)
}

// needsEscape reports whether a character is not to be seen. Spaces and tabs
// are, by what stands beside them.
func needsEscape(r rune) bool {
	return r != '\n' && r != '\t' && !strconv.IsPrint(r) && !unicode.Is(unicode.Zs, r)
}

// appendJSONEscape appends a character as JSON escapes it (RFC 8259 section 7).
func appendJSONEscape(b []byte, r rune) []byte {
	if r < 0x10000 {
		return appendHex(append(b, `\u`...), r, 4)
	}
	r -= 0x10000
	b = appendHex(append(b, `\u`...), 0xd800+r>>10, 4)
	return appendHex(append(b, `\u`...), 0xdc00+r&0x3ff, 4)
}

func appendHex(b []byte, r rune, digits int) []byte {
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[r>>shift&15])
	}
	return b
}
