package draft

import (
	"regexp"
	"strings"
)

var hole = regexp.MustCompile(`\{([a-zA-Z][a-zA-Z0-9_]*)\}`)

var braces = strings.NewReplacer("{", "{{", "}", "}}")

// Template is a text in which a page has placeholders in braces, as a template with
// params; names that are taken stand for themselves.
func Template(text string, taken func(name string) bool) (string, []Param) {
	var params []Param
	seen := map[string]bool{}
	ok := !strings.Contains(text, "}{")
	out := Literal(text)
	for _, m := range hole.FindAllStringSubmatch(text, -1) {
		if name := m[1]; ok && !taken(name) && name != "status" && name != "code" {
			out = strings.ReplaceAll(out, "{{"+name+"}}", "{"+name+"}")
			if !seen[name] {
				seen[name] = true
				params = append(params, Param{Name: name, Type: "string"})
			}
		}
	}
	return out, params
}

// Literal is a text as it stands in a template: braces are doubled.
func Literal(text string) string { return braces.Replace(text) }
