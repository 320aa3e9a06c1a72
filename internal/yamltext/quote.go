package yamltext

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// words are what YAML 1.1 takes for a boolean or null, and many programs still do.
var words = map[string]bool{"yes": true, "no": true, "on": true, "off": true, "true": true, "false": true, "null": true, "~": true}

// IsPlain reports whether a text of one line is a text to all readers of YAML if it is
// written without quotes; flow says whether in braces or brackets.
func IsPlain(s string, flow bool) bool {
	switch {
	case s == "" || s != strings.TrimSpace(s) || !Printable(s):
		return false
	case strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`=<") || strings.HasPrefix(s, "..."):
		return false
	case strings.Contains(s, ": ") || strings.HasSuffix(s, ":") || strings.Contains(s, " #") || strings.Contains(s, "\t#"):
		return false
	case flow && strings.ContainsAny(s, ",[]{}?"):
		return false
	case words[strings.ToLower(s)] || numeric(s):
		return false
	}
	return PlainTag(s) == "!!str"
}

// PlainTag is the tag that YAML gives to a scalar without quotes: "!!str", "!!int", ...
func PlainTag(s string) string {
	n := yaml.Node{Kind: yaml.ScalarNode, Value: s}
	return n.ShortTag()
}

// numeric reports whether a text may be a number, a date or a time in some version of YAML.
func numeric(s string) bool {
	return strings.ContainsAny(s[:1], "0123456789+.") && strings.Trim(s, "0123456789abcdefABCDEFxXoO_.:+-TZ") == ""
}

// Printable reports whether a text is of one line, of characters that YAML shows as
// they are everywhere.
func Printable(s string) bool {
	for _, r := range s {
		if ' ' <= r && r <= '~' {
			continue
		}
		if r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
			return false
		}
	}
	return true
}

// InSingleQuotes writes a printable text.
func InSingleQuotes(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// InDoubleQuotes writes any text, as JSON does.
func InDoubleQuotes(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
