package lists

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// copies is how often a list stands in its catalog, each time with other codes and
// texts.
const copies = 18

// A list is a list of errors, and how an API writes them.
type list struct {
	name      string
	frame     string // the catalog without its errors
	text      string // the field that the text fills
	verbs     bool   // its texts have values where %s stands
	isInteger bool   // its codes are integers
	body      func(r row) map[string]any
}

// A row is an error of a list.
type row struct {
	code, status, text string
	name               string // of its entry
	same               *row   // an earlier one that shares everything with it
}

// lists are all, named after their files.
var lists = []list{
	{name: "payments", frame: `
envelopes: {Error: {body: {properties: {code: {type: string}, message: {type: string}}}}}`, text: "message", verbs: true,
		body: func(r row) map[string]any { return map[string]any{"code": r.code, "message": r.text} }},
	{name: "exchange", frame: `
envelopes: {Error: {body: {properties: {code: {type: integer}, msg: {type: string}}}}}`, text: "msg", isInteger: true,
		body: func(r row) map[string]any { return map[string]any{"code": integer(r.code), "msg": r.text} }},
	{name: "cloud", frame: `
go: {types: data}
envelopes: {Error: {body: {properties: {error: {properties: {code: {type: string}, status: {type: integer}, message: {type: string}}}}}}}`, text: "message",
		body: func(r row) map[string]any {
			return map[string]any{"error": map[string]any{"code": r.code, "status": integer(r.status), "message": r.text}}
		}},
	{name: "scripts", frame: `
envelopes: {Result: {status: [200, 4XX], body: {properties: {errcode: {type: integer, field: code, success: [0]}, errmsg: {type: string}}}}}`, text: "errmsg", isInteger: true,
		body: func(r row) map[string]any { return map[string]any{"errcode": integer(r.code), "errmsg": r.text} }},
	{name: "texts", frame: `
envelopes: {Error: {body: {properties: {error: {type: string}}}}}`, text: "error", verbs: true,
		body: func(r row) map[string]any { return map[string]any{"error": r.text} }},
}

func integer(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return n
}

// rows reads a list and multiplies it.
func (l list) rows(t *testing.T) []*row {
	t.Helper()
	data, err := os.ReadFile("testdata/" + l.name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []*row
	for k := range copies {
		for line := range strings.Lines(string(data)) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if len(cells) != 3 {
				t.Fatalf("%s.tsv: %q", l.name, line)
			}
			all = append(all, &row{code: l.vary(cells[0], k), status: cells[1], text: varyText(cells[2], k)})
		}
	}
	return all
}

// vary is a code of the copy k.
func (l list) vary(code string, k int) string {
	switch {
	case k == 0 || code == "":
		return code
	case !l.isInteger:
		return fmt.Sprintf("%s_%02d", code, k)
	case integer(code) < 0:
		return strconv.Itoa(integer(code) - 10_000*k)
	}
	return strconv.Itoa(integer(code) + 10_000*k)
}

func varyText(text string, k int) string {
	if k == 0 {
		return text
	}
	return fmt.Sprintf("%s [%d]", text, k)
}

// name gives the rows names as a user would: of the code, of the text where the code
// says nothing, with a number where another row has the name.
func name(rows []*row) {
	taken := map[string]bool{}
	first := map[row]*row{}
	for _, r := range rows {
		key := *r
		if r.same = first[key]; r.same == nil {
			first[key] = r
		}
		made := words(r.code, 9)
		if made == "" {
			made = words(r.text, 5)
		}
		if made == "" || unicode.IsDigit(rune(made[0])) {
			made = "E" + made
		}
		r.name = made
		for n := 2; taken[r.name]; n++ {
			r.name = made + "N" + strconv.Itoa(n)
		}
		taken[r.name] = true
	}
}

// words makes a name of the first words of a text that have letters or digits of
// ASCII. An "Error" at its end would be another one's type.
func words(text string, most int) string {
	split := func(c rune) bool { return c > unicode.MaxASCII || !unicode.IsLetter(c) && !unicode.IsDigit(c) }
	fields := strings.FieldsFunc(text, split)
	var b strings.Builder
	for _, word := range fields[:min(most, len(fields))] {
		if word == strings.ToUpper(word) {
			word = strings.ToLower(word)
		}
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return strings.TrimSuffix(b.String(), "Error")
}

// catalog is what a user makes of the rows.
func (l list) catalog(rows []*row) string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: " + l.name + l.frame + "\nerrors:\n")
	for _, r := range rows {
		if r.same != nil {
			fmt.Fprintf(&b, "  %s: {parent: %s}\n", r.name, r.same.name)
			continue
		}
		fmt.Fprintf(&b, "  %s:\n    status: %s\n", r.name, r.status)
		if r.code != "" {
			fmt.Fprintf(&b, "    code: %s\n", quoted(strings.NewReplacer("{", "{{", "}", "}}").Replace(r.code)))
		}
		text, params := l.template(r.text)
		fmt.Fprintf(&b, "    fields: {%s: %s}\n", l.text, quoted(text))
		if len(params) > 0 {
			fmt.Fprintf(&b, "    params: {%s}\n", strings.Join(params, ", "))
		}
	}
	return b.String()
}

// template is a text as a template, and its params.
func (l list) template(text string) (string, []string) {
	text = strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
	var params []string
	for l.verbs && strings.Contains(text, "%s") {
		name := fmt.Sprintf("arg%d", len(params)+1)
		text = strings.Replace(text, "%s", "{"+name+"}", 1)
		params = append(params, name+": {type: string}")
	}
	return text, params
}

// quoted is a text between single quotes.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// filled is a row as a response has it, with values where %s stands.
func (l list) filled(r row) row {
	for n := 1; l.verbs && strings.Contains(r.text, "%s"); n++ {
		r.text = strings.Replace(r.text, "%s", value(n), 1)
	}
	return r
}

// value is what stands for the nth %s.
func value(n int) string { return fmt.Sprintf("v%d \u00e9\"", n) }
