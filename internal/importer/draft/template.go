package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// placeholders are what in texts stands for values, in the languages in which services
// write their texts, each with the name or number in parentheses. Where one begins in
// several ways the first is meant.
var placeholders = []struct {
	expr   string
	unsure bool // it may as well be meant as it is
}{
	{expr: `\{\{\s*[.$]?([A-Za-z][\w.-]*)\s*(?:\|[^{}]*)?\}\}`},                                              // Mustache, Jinja, Go templates
	{expr: `[$#%]\{\s*([A-Za-z][\w.-]*)\s*\}`},                                                               // JavaScript, Ruby, shells
	{expr: `%\(([A-Za-z]\w*)\)[\d.]*[a-z]\b`},                                                                // Python
	{expr: `\{(\w+)\s*,\s*(?:plural|select|selectordinal|number|date|time|choice)\b(?:[^{}]|\{[^{}]*\})*\}`}, // ICU
	{expr: `\{([A-Za-z][\w.-]*)(?:![rsa])?(?::[^{}\s]*)?\}`},                                                 // Python, Rust, C#, ICU
	{expr: `\{(\d+)(?:[:,][^{}]*)?\}`},                                                                       // Java, C#, Python, Rust
	{expr: `%(\d+)\$(?:\.\d+)?[a-zA-Z@]\b`},                                                                  // printf with numbers
	{expr: `%\[(\d+)\][a-zA-Z]\b`},                                                                           // Go
	{expr: `%()(?:@|(?:[+#]|-\d*)?(?:0\d+)?(?:\.\d+)?(?:hh?|ll?|z)?[sdiuvqxXfgTw]\b)`},                       // printf
	{expr: `%([A-Za-z_]\w*)%`},                                                                               // Symfony
	{expr: `\{()\}`, unsure: true},                                                                           // Rust, SLF4J
	{expr: `<([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,2})>`, unsure: true},                                       // prose
	{expr: `:([a-z][a-z0-9_]+)\b`, unsure: true},                                                             // Laravel, routes
}

var placeholder = func() *regexp.Regexp {
	var all []string
	for _, p := range placeholders {
		all = append(all, p.expr)
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}()

// found is a placeholder in a text.
type found struct {
	start, end int
	name       string // or number, "" if it has none
	unsure     bool
}

// findPlaceholders are the placeholders of a text. Those between which nothing stands
// are one, since no response shows where one ends.
func findPlaceholders(text string) (all []found) {
	if !strings.ContainsAny(text, "{%<:") { // each has one of these
		return nil
	}
	for at := 0; at < len(text); {
		m := placeholder.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		i := 0
		for m[2*i+2] < 0 {
			i++
		}
		f := found{at + m[0], at + m[1], text[at+m[2*i+2] : at+m[2*i+3]], placeholders[i].unsure}
		if !begins(text, f) {
			at = f.start + 1
			continue
		}
		at = f.end
		if n := len(all) - 1; n >= 0 && all[n].end == f.start {
			all[n].end, all[n].unsure = f.end, true
			continue
		}
		all = append(all, f)
	}
	return all
}

// quantified is what a quantifier of a regular expression stands behind.
var quantified = regexp.MustCompile(`(?:[\])]|\\[a-zA-Z])$`)

// endless are elements of HTML that need no end.
var endless = regexp.MustCompile(`(?i)^(?:br|hr|img|wbr|p|li)$`)

// begins reports whether a placeholder may begin where it does: 100%s and 10:ab are none,
// nor is :warning:, an element of HTML, a quantifier, or what stands in braces of its own.
func begins(text string, f found) bool {
	before, after := text[:f.start], text[f.end:]
	switch text[f.start] {
	case '%':
		return strings.TrimRight(before, "0123456789") == before
	case ':':
		return (before == "" || strings.ContainsAny(before[len(before)-1:], " (\"'/")) && !strings.HasPrefix(after, ":")
	case '<':
		return !endless.MatchString(f.name) && !strings.Contains(after, "</"+f.name+">")
	case '{':
		return !quantified.MatchString(before) && !strings.HasSuffix(before, "{") && !strings.HasPrefix(after, "}")
	}
	return true
}

// Template is a text of a page as a template: what stands for values in it are params,
// after those that the entry has; fields are names that they cannot have. Notes say what a
// person has to look at.
func Template(text string, fields []string, params []Param) (template string, all []Param, notes []string) {
	t := templating{text: text, fields: fields, params: params, numbered: map[string]string{}}
	holes := findPlaceholders(text)
	at := 0
	var b strings.Builder
	for i, f := range holes {
		b.WriteString(t.literal(at, f.start))
		next := len(text)
		if i+1 < len(holes) {
			next = holes[i+1].start
		}
		b.WriteString("{" + t.param(f, text[at:f.start], text[f.end:next], i) + "}")
		at = f.end
	}
	b.WriteString(t.literal(at, len(text)))
	return b.String(), t.params, t.notes
}

// templating makes a template of a text.
type templating struct {
	text     string
	fields   []string
	params   []Param
	numbered map[string]string // the params of numbers
	printf   bool
	notes    []string
}

var foreignRest = regexp.MustCompile(`[{}]|\$[A-Za-z_]\w+|%\d+[sdfv]\b`)

// literal is a part of the text that stays as it is.
func (t *templating) literal(from, to int) string {
	text := t.text[from:to]
	if t.printf {
		text = strings.ReplaceAll(text, "%%", "%")
	}
	if rest := foreignRest.FindString(text); rest != "" {
		if len(rest) == 1 {
			rest = strings.TrimSpace(text)
		}
		t.notes = append(t.notes, fmt.Sprintf("%q stands as it is: write {name} where it stands for a value", rest))
	}
	return Literal(text)
}

// param is the name of the param that a placeholder becomes.
func (t *templating) param(f found, before, after string, i int) string {
	written := t.text[f.start:f.end]
	kind := "string"
	if written[0] == '%' && !strings.HasSuffix(written, "}") && !strings.HasSuffix(written, "%") {
		t.printf = true
		kind = printfTypes[written[len(written)-1]]
	}
	name := strings.Trim(notInNames.ReplaceAllString(f.name, "_"), "_")
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		if name != "" && t.numbered[name] != "" {
			return t.numbered[name]
		}
		number := name
		name = t.take(HoleName(before, after, i), kind)
		t.numbered[number] = name
	} else {
		if slices.ContainsFunc(t.params, func(p Param) bool { return p.Name == name }) {
			return name
		}
		wanted := name
		if name = t.take(name, kind); name != wanted {
			t.notes = append(t.notes, fmt.Sprintf("%s is the param %s: the name %s is taken", written, name, wanted))
			return name
		}
	}
	if f.unsure {
		t.notes = append(t.notes, fmt.Sprintf("%s is taken for a value, the param %s: if it is meant as it is, put it back, and remove the param", written, name))
	}
	return name
}

// notInNames is what the name of a param cannot have.
var notInNames = regexp.MustCompile(`[^A-Za-z0-9_]+`)

// printfTypes are the types of what printf writes.
var printfTypes = map[byte]string{'d': "integer", 'i': "integer", 'u': "integer", 'f': "number", 'g': "number"}

// take adds a param of a name, or of the next one that is free: Go names differ in more
// than the case of letters.
func (t *templating) take(name, kind string) string {
	if kind == "" {
		kind = "string"
	}
	goName := func(name string) string { return strings.ToLower(names.Exported(name)) }
	name = Free(name, func(name string) bool {
		same := func(other string) bool { return goName(other) == goName(name) }
		return same("status") || same("code") || slices.ContainsFunc(t.fields, same) || slices.ContainsFunc(t.params, func(p Param) bool { return same(p.Name) })
	})
	t.params = append(t.params, Param{Name: name, Type: kind})
	return name
}

var braces = strings.NewReplacer("{", "{{", "}", "}}")

// Literal is a text as it stands in a template: braces are doubled.
func Literal(text string) string { return braces.Replace(text) }
