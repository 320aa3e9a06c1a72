package errgen

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// The escapes of one letter, and what they stand for.
const (
	escapeLetters = `"\/bfnrt`
	escapedBytes  = "\"\\/\b\f\n\r\t"
)

// AppendQuoted appends s as a JSON string.
func AppendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	b = AppendEscaped(b, s)
	return append(b, '"')
}

// AppendEscaped appends s as the content of a JSON string, escaped as
// encoding/json does without HTML escaping: bodies are served as JSON, with
// nosniff, and documented bodies have <, > and & as they are. What is no UTF-8
// becomes U+FFFD as it is, so that it is written again like any other character.
func AppendEscaped(b []byte, s string) []byte {
	start := 0
	for i := plainEnd(s, 0); i < len(s); i = plainEnd(s, i) {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r < utf8.RuneSelf:
			b = appendEscape(append(b, s[start:i]...), byte(r))
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[start:i]...), "\ufffd"...)
		case r == '\u2028' || r == '\u2029':
			b = append(append(b, s[start:i]...), '\\', 'u', '2', '0', '2', hexDigits[r&0xf])
		default:
			i += n
			continue
		}
		i += n
		start = i
	}
	return append(b, s[start:]...)
}

func appendEscape(b []byte, c byte) []byte {
	if c == '"' || c == '\\' { // as most are
		return append(b, '\\', c)
	}
	if i := strings.IndexByte(escapedBytes, c); i >= 0 {
		return append(b, '\\', escapeLetters[i])
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
}

// UnixLines is a text in which lines end with LF alone. All CRs before it go, so
// that a text which is written and read again stays as it is.
func UnixLines(s string) string {
	if !strings.Contains(s, "\r\n") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			b = bytes.TrimRight(b, "\r")
		}
		b = append(b, s[i])
	}
	return string(b)
}

// appendQuotedPairs appends s as the content of a quoted string (RFC 9110
// section 5.6.4).
func appendQuotedPairs(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return b
}

// unquotePairs is the inverse of appendQuotedPairs.
func unquotePairs(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// beforeQuote is a text up to what ends a quoted string.
func beforeQuote(s string) string {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return s[:i]
		}
	}
	return s
}

// boundAt is how much of a received text is shown in messages and logs, in bytes.
const boundAt = 1024

// bound makes a text safe to print: control characters, line separators,
// bidirectional controls and what is no UTF-8 are escaped, and it is cut at
// boundAt.
func bound(s string) string { return Printable(s, boundAt) }

// Printable is bound with another limit.
func Printable(s string, limit int) string {
	if len(s) <= limit && isPlain(s) {
		return s
	}
	b := make([]byte, 0, min(len(s), limit)+8)
	for i, n := 0, 0; i < len(s); i += n {
		if len(b) >= limit {
			return string(b) + "..."
		}
		var r rune
		switch r, n = utf8.DecodeRuneInString(s[i:]); {
		case r == utf8.RuneError && n == 1:
			b = append(b, '\\', 'x', hexDigits[s[i]>>4], hexDigits[s[i]&0xf])
		case !isPrintable(r):
			b = append(b, '\\', 'u', hexDigits[r>>12&0xf], hexDigits[r>>8&0xf], hexDigits[r>>4&0xf], hexDigits[r&0xf])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// isPlain reports whether a text is printable as it is.
func isPlain(s string) bool {
	for _, r := range s {
		if !isPrintable(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}

// isPrintable reports whether a rune changes nothing but its own place on a
// terminal or in a log line.
func isPrintable(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0: // controls
		return false
	case r == 0x061c, 0x200e <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069, r == 0xfeff:
		return false // marks and overrides of direction, separators, byte order mark
	}
	return true
}
