// Package foreign knows the placeholders that other languages have in their texts.
package foreign

import (
	"regexp"
	"strings"
)

// Placeholder is what stands for a value in a text that some other program fills.
type Placeholder struct {
	Start, End int    // in bytes
	Name       string // or number; "" if it has none
	Unsure     bool   // it may as well be meant as it is
}

// kinds are placeholders as services have them in their texts, each with the name or
// number in parentheses. Where one begins in several ways the first is meant.
var kinds = []struct {
	expr   string
	unsure bool
}{
	{expr: `\{\{\s*[.$]?([A-Za-z][\w.-]*)\s*(?:\|[^{}]*)?\}\}`},                                              // Mustache, Jinja, Go templates
	{expr: `[$#%]\{\s*([A-Za-z][\w.-]*)\s*\}`},                                                               // JavaScript, Ruby, shells
	{expr: `<%=[\s@]*([\w.]*)[^%]*%>`},                                                                       // ERB, JSP
	{expr: `%\(([A-Za-z]\w*)\)[\d.]*[a-z]\b`},                                                                // Python
	{expr: `\{(\w+)\s*,\s*(?:plural|select|selectordinal|number|date|time|choice)\b(?:[^{}]|\{[^{}]*\})*\}`}, // ICU
	{expr: `\{([A-Za-z][\w.-]*)(?:![rsa])?(?::[^{}\s]*)?\}`},                                                 // Python, Rust, C#, ICU
	{expr: `\{(\d+)(?:[:,][^{}]*)?\}`},                                                                       // Java, C#, Python, Rust
	{expr: `%(\d+)\$(?:\.\d+)?[a-zA-Z@]\b`},                                                                  // printf with numbers
	{expr: `%\[(\d+)\][a-zA-Z]\b`},                                                                           // Go
	{expr: `%()(?:@|(?:[+#]|-\d*)?(?:0\d+)?(?:\d*\.\d+)?(?:hh?|ll?|z)?[sdiuvqxXfgTwc]\b)`},                   // printf
	{expr: `%([A-Za-z_]\w*)%`},                                                                               // Symfony
	{expr: `\{()\}`, unsure: true},                                                                           // Rust, SLF4J
	{expr: `<([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,2})>`, unsure: true},                                       // prose
	{expr: `:([a-z][a-z0-9_]+)\b`, unsure: true},                                                             // Laravel, routes
}

var anyKind = func() *regexp.Regexp {
	var all []string
	for _, k := range kinds {
		all = append(all, k.expr)
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}()

// Placeholders are those of a text, in its order.
func Placeholders(text string) (all []Placeholder) {
	if !strings.ContainsAny(text, "{%<:") { // each has one of these
		return nil
	}
	for at := 0; at < len(text); {
		m := anyKind.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		i := 0
		for m[2*i+2] < 0 {
			i++
		}
		p := Placeholder{at + m[0], at + m[1], text[at+m[2*i+2] : at+m[2*i+3]], kinds[i].unsure}
		if !stands(text, p) {
			at = p.Start + 1
			continue
		}
		all, at = append(all, p), p.End
	}
	return all
}

// quantified is what a quantifier of a regular expression stands behind.
var quantified = regexp.MustCompile(`(?:[\])]|\\[a-zA-Z])$`)

// endless are elements of HTML that need no end, as they stand in texts.
var endless = regexp.MustCompile(`(?i)^(?:br|hr|img|wbr|p|li)$`)

// escaped is a byte of an address behind its sign.
var escaped = regexp.MustCompile(`^[0-9A-Fa-f]{2}`)

// stands reports whether a placeholder may stand where it does: 100%s, 10:ab and %d0%b0
// hold none, nor is :warning:, an element of HTML, a quantifier, or what stands in braces
// of its own.
func stands(text string, p Placeholder) bool {
	before, after := text[:p.Start], text[p.End:]
	switch text[p.Start] {
	case '%':
		isEscaped := text[p.End-1] == '%' && escaped.MatchString(p.Name) && escaped.MatchString(after)
		return strings.TrimRight(before, "0123456789") == before && !isEscaped
	case ':':
		return (before == "" || strings.ContainsAny(before[len(before)-1:], " (\"'/")) && !strings.HasPrefix(after, ":")
	case '<':
		return !endless.MatchString(p.Name) && !strings.Contains(after, "</"+p.Name+">")
	case '{':
		return !quantified.MatchString(before) && !strings.HasSuffix(before, "{") && !strings.HasPrefix(after, "}")
	}
	return true
}
