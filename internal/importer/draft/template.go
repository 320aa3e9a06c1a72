package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/foreign"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// holesOf are the placeholders of a text. Those between which nothing stands are one, since
// no response shows where one ends.
func holesOf(text string) (all []foreign.Placeholder) {
	for _, p := range foreign.Placeholders(text) {
		if n := len(all) - 1; n >= 0 && all[n].End == p.Start {
			all[n].End, all[n].Unsure = p.End, true
			continue
		}
		all = append(all, p)
	}
	return all
}

// Template is a text of a page as a template: what stands for values in it are params,
// after those that the entry has; fields are names that they cannot have. Notes say what a
// person has to look at.
func Template(text string, fields []string, params []Param) (template string, all []Param, notes []string) {
	t := templating{text: text, fields: fields, params: params, numbered: map[string]string{}}
	holes := holesOf(text)
	at := 0
	var b strings.Builder
	for i, f := range holes {
		b.WriteString(t.literal(at, f.Start))
		next := len(text)
		if i+1 < len(holes) {
			next = holes[i+1].Start
		}
		b.WriteString("{" + t.param(f, text[at:f.Start], text[f.End:next], i) + "}")
		at = f.End
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
func (t *templating) param(f foreign.Placeholder, before, after string, i int) string {
	written := t.text[f.Start:f.End]
	kind := "string"
	if written[0] == '%' && !strings.HasSuffix(written, "}") && !strings.HasSuffix(written, "%") {
		t.printf = true
		kind = printfTypes[written[len(written)-1]]
	}
	name := strings.Trim(notInNames.ReplaceAllString(f.Name, "_"), "_")
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
	if f.Unsure {
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
