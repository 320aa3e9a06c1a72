package diag

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoteLimit is how many code points of a foreign text a message shows.
const quoteLimit = 60

// Quote returns s for use within a message: in backquotes, made visible as by
// Escape, and cut after 60 code points, which "..." then shows.
func Quote(s string) string {
	cut, n := "", 0
	for i := range s {
		if n == quoteLimit {
			s, cut = s[:i], "..."
			break
		}
		n++
	}
	return "`" + Escape(s) + cut + "`"
}

// Cycle is a chain of names that leads back to the first, for a message.
func Cycle(names []string, link string) string {
	const most = 8
	var b strings.Builder
	for i, name := range names {
		if i == most {
			b.WriteString("..." + link)
			break
		}
		b.WriteString(Quote(name) + link)
	}
	return b.String() + Quote(names[0])
}

// Escape makes visible all that a terminal or a log would act upon instead of
// showing it: control characters, bidirectional controls, other invisible
// characters, the separators U+2028 and U+2029, and bytes that are not UTF-8.
// They become Go escapes (\n, \x1b, \u202e); everything else stays as it is.
func Escape(s string) string {
	clean := true
	for _, r := range s {
		if r == utf8.RuneError || !strconv.IsPrint(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			const hex = "0123456789abcdef"
			b.WriteString(`\x`)
			b.WriteByte(hex[s[0]>>4])
			b.WriteByte(hex[s[0]&15])
		case strconv.IsPrint(r):
			b.WriteRune(r)
		default:
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
		s = s[size:]
	}
	return b.String()
}
