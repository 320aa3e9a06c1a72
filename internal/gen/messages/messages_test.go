package messages_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages/messagestest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

func resolved(t *testing.T, text string) *model.Catalog {
	t.Helper()
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Fatal(d)
	}
	return c
}

// The bundles of the shop.
func TestShop(t *testing.T) {
	catalog, err := os.ReadFile("../../../testdata/openapi/shop.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := resolved(t, string(catalog))
	files, err := messages.New().Emit(c, gen.Target{Catalog: "shop.yaml"})
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	for i, name := range messages.New().Files(c) {
		golden := "testdata/" + strings.ReplaceAll(name, "/", "_")
		if os.Getenv("ERRGEN_UPDATE") == "1" {
			if err := os.WriteFile(golden, files[i].Content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || files[i].Path != name || string(files[i].Content) != string(want) {
			t.Errorf("%s: %v; ERRGEN_UPDATE=1 accepts this:\n%s", files[i].Path, err, files[i].Content)
		}
	}
}

// What a text becomes in each format.
func TestTexts(t *testing.T) {
	for _, c := range []struct{ entry, icu, template string }{
		{`text: "It's {{gone}}."`, "It''s '{'gone'}'.", "It's {gone}."},
		{`text: "{{{{{{a}}}}}} {{"`, "'{{{'a'}}}' '{'", `{{"{{{"}}a}}} {{"{"}}`},
		{`text: "'{{'}}'' x'"`, "'''{''}''''' x''", `'{'}'' x'`},
		{`{text: '{{{n}}}', params: {n: {type: integer}}}`, "'{'{n}'}'", `{{"{"}}{{.N}}}`},
		{`{text: "'{n}' of {m}", params: {n: {type: integer}, m: {type: string}}}`, "''{n}'' of {m}", "'{{.N}}' of {{.M}}"},
		{`{text: "is {on}", params: {on: {type: boolean}}}`, "is {on, select, true {true} other {false}}", "is {{.On}}"},
		{`{text: "in {n}", params: {n: {type: integer, format: seconds}}}`, "in {n}", `in {{printf "%.0f" .N.Seconds}}`},
		{`{text: "in {n}", params: {n: {type: number, format: seconds}}}`, "in {n}", "in {{.N.Seconds}}"},
		{`{text: "in {n}", params: {n: {type: integer, format: milliseconds}}}`, "in {n}", "in {{.N.Milliseconds}}"},
		{`{text: "at {n}", params: {n: {type: integer, format: unix-time}}}`, "at {n}", "at {{.N.Unix}}"},
		{`{status: 4XX, text: "{$status} {status}", params: {status: {type: integer, go: {name: State}}}}`, "{status_} {status}", "{{.Status}} {{.State}}"},
		{
			`{text: "wait {n}", params: {n: {type: integer, optional: true}}, description: "Wait.\nMore."}`,
			"{n, select, undefined {Wait.} other {wait {n}}}", "{{if .N}}wait {{.N}}{{else}}Wait.{{end}}",
		},
		{`{text: "for logs: {n}", params: {n: {type: integer, private: true}}}`, "E", "E"},
	} {
		entry := c.entry
		if entry[0] != '{' {
			entry = "{" + entry + "}"
		}
		catalog := resolved(t, "errgen: 1\npackage: p\nenvelopes: {V: {}}\nerrors: {E: "+entry+"}\n")
		if got := messages.ICU.Messages(catalog)[0].Text; got != c.icu {
			t.Errorf("%s: %s, want %s", c.entry, got, c.icu)
		}
		if got := messages.GoI18n.Messages(catalog)[0].Text; got != c.template {
			t.Errorf("%s: %s, want %s", c.entry, got, c.template)
		}
	}
}

// Of many wordings that each ask for several params the choice stays of a sane size.
func TestManyWordings(t *testing.T) {
	var wordings, params strings.Builder
	for i := range 12 {
		fmt.Fprintf(&wordings, "'%d", i)
		for k := range 4 {
			fmt.Fprintf(&wordings, " {p%d}", 4*i+k)
			fmt.Fprintf(&params, "p%d: {type: string, optional: true}, ", 4*i+k)
		}
		wordings.WriteString("', ")
	}
	c := resolved(t, "errgen: 1\npackage: p\nenvelopes: {V: {body: {properties: {message: {type: string}}}}}\nerrors: {E: {status: 400, fields: {message: ["+
		wordings.String()+" none]}, params: {"+params.String()+"}}}\n")
	if text := messages.ICU.Messages(c)[0].Text; len(text) > 10_000 || !strings.HasSuffix(text, "other {11 {p44} {p45} {p46} {p47}}}}}}}}}") && !strings.Contains(text, "11 {p44}") {
		t.Errorf("%d bytes: %.300s", len(text), text)
	}
}

// Every message, executed over the data of an error, says what the error says.
func TestTemplatesSayWhatErrorsSay(t *testing.T) {
	for c, cases := range messagestest.Catalogs(t) {
		texts := map[string]string{}
		for _, m := range messages.GoI18n.Messages(c) {
			texts[m.Name] = m.Text
		}
		for _, one := range cases {
			var out strings.Builder
			text := texts[one.Entry.Name]
			tmpl, err := template.New("").Parse(text)
			if err == nil {
				err = tmpl.Execute(&out, one.Data())
			}
			if err != nil || out.String() != one.Want {
				t.Errorf("%s: %s: %q says %q, %v; want %q", c.File, one.Entry.Name, text, out.String(), err, one.Want)
			}
		}
	}
}

// jsCase is an error for what shows messages in JavaScript.
type jsCase struct {
	Name    string         `json:"name"`
	Message string         `json:"message"`
	Values  map[string]any `json:"values"`
	Absent  []string       `json:"absent"`
	Want    string         `json:"want"`
}

// TestWriteCases writes the errors of all catalogs for .ci/messages, where it is asked to.
func TestWriteCases(t *testing.T) {
	file := os.Getenv("ERRGEN_MESSAGE_CASES")
	if file == "" {
		t.Skip("ERRGEN_MESSAGE_CASES is not set")
	}
	var all []jsCase
	for c, cases := range messagestest.Catalogs(t) {
		of := map[string]messages.Message{}
		for _, m := range messages.ICU.Messages(c) {
			of[m.Name] = m
		}
		for _, one := range cases {
			m := of[one.Entry.Name]
			js := jsCase{c.Package + "." + m.Name, m.Text, map[string]any{}, nil, one.Want}
			for _, h := range m.Placeholders {
				if v, ok := one.Argument(h.Name); ok {
					js.Values[h.Name] = v
				} else {
					js.Absent = append(js.Absent, h.Name)
				}
			}
			all = append(all, js)
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// FuzzTexts holds that a text and a param in it come back from a template, whatever they
// are, and that bundles can be read.
func FuzzTexts(f *testing.F) {
	for _, text := range []string{"", "{", "{{", "a{{b}}", "'", "{'", "\x7f\x00\n\u2028", "{{- x -}}", "<b>"} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		p := &model.Param{Name: "x", GoName: "X", Schema: &model.Schema{Kind: model.StringKind}, Go: model.GoType{Kind: model.GoString}}
		said := &model.Template{Parts: []model.Part{{Literal: before}, {Kind: model.ParamPart, Param: p}, {Literal: after}}}
		e := &model.Entry{Name: "E", Text: []*model.Template{said}, Params: []*model.Param{p}, Description: before}
		c := &model.Catalog{Package: "p", Entries: []*model.Entry{e}}
		one := messagestest.Case{Entry: e, Params: map[*model.Param]model.Value{p: {Kind: model.StringValue, Text: after}}}
		tmpl, err := template.New("").Parse(messages.GoI18n.Messages(c)[0].Text)
		var out strings.Builder
		if err == nil {
			err = tmpl.Execute(&out, one.Data())
		}
		if err != nil || out.String() != before+after+after {
			t.Errorf("%q, %v", out.String(), err)
		}
		files, _ := messages.New().Emit(c, gen.Target{Catalog: before})
		if !json.Valid(files[0].Content) {
			t.Errorf("no JSON: %s", files[0].Content)
		}
	})
}
