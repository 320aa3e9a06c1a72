package openapi

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// medley is a catalog of what has responses of several kinds: repeated and
// empty bodies, several envelopes of an entry, ranges, no documented status,
// headers, close codes, and everything that is said for readers.
func medley() *model.Catalog {
	itemText := fieldNode("msg", str())
	item := object(codeLeaf("code", integer()), itemText)
	items := named("err", &model.Node{Kind: model.RepeatedNode, Item: item})
	list := jsonEnvelope("List", object(items))
	list.Repeated = items
	text := fieldNode("message", str())
	flat := jsonEnvelope("Flat", object(codeLeaf("code", integer()), text))
	flat.MediaType = "Application/Problem+JSON; charset=utf-8"
	flat.Description = "The older format."
	retry := &model.Node{Kind: model.FieldNode, Name: "Retry-After", Spelling: "Retry-After", Schema: &model.Schema{Kind: model.IntegerKind, Format: "seconds", Description: "How long to wait."},
		Field: &model.Field{Name: "retry", Header: true}}
	empty := &model.Envelope{Name: "Empty", Status: statuses(401, 403), Headers: []*model.Node{retry}}

	group := &model.Group{Name: "auth", Title: "Authentication"}
	source := &model.Source{ID: "page", Title: "Errors", URL: "https://x.example/errors", Date: "2020-01-01"}
	first := &model.Entry{Name: "First", Reads: []*model.Envelope{list, flat}, Status: statuses(400), Code: code("-2000"),
		Fills: []*model.Fill{fill(itemText, textTree("First.")), fill(text, textTree("First."))}, Source: source,
		Samples: []*model.Sample{sample(list, 400, `{"err":[{"code":-2000,"msg":"First."}]}`), sample(flat, 400, `{"code":-2000,"message":"First."}`)}}
	second := &model.Entry{Name: "Second", Reads: []*model.Envelope{list}, Status: class(4), StatusParam: true, Code: code("-2001"),
		Fills:   []*model.Fill{fill(itemText, textTree("Second."))},
		Samples: []*model.Sample{sample(list, 400, `{"err":[{"code":-2001,"msg":"Second."}]}`)}}
	third := &model.Entry{Name: "Third", Reads: []*model.Envelope{flat}, Code: code("-3"), Fills: []*model.Fill{fill(text, textTree("Third."))},
		Deprecated: &model.Deprecated{Since: "2.0", Replacement: first, Sunset: "2030-01-01"}, Tags: []string{"no", "b"}, Stability: "beta",
		Samples: []*model.Sample{sample(flat, 500, `{"code":-3,"message":"Third."}`)}}
	unauthorized := &model.Entry{Name: "Unauthorized", Reads: []*model.Envelope{empty}, Status: statuses(401), Group: group, DocURL: "https://x.example/401",
		Description: "No key,\nor a wrong one.", Text: []*model.Template{template("Unauthorized")},
		Headers: []*model.HeaderFill{
			{Name: "Www-Authenticate", Spelling: "WWW-Authenticate", Lines: []*model.Header{{Wordings: []*model.Tree{textTree("Basic")}}, {Wordings: []*model.Tree{textTree(`Bearer realm="x"`)}}}},
			{Name: "X-Reason", Spelling: "X-Reason", Lines: []*model.Header{{Wordings: []*model.Tree{textTree("key")}}}},
		},
		Fills:   []*model.Fill{fill(retry, &model.Tree{Kind: model.NumberValue, Number: "5"})},
		Samples: []*model.Sample{{Envelope: empty, Status: 401}}}
	forbidden := &model.Entry{Name: "Forbidden", Reads: []*model.Envelope{empty}, Status: statuses(401, 403), Parent: unauthorized,
		Fills:   []*model.Fill{{Field: retry.Field, Omit: true}},
		Headers: []*model.HeaderFill{{Name: "X-Reason", Spelling: "X-Reason", Lines: []*model.Header{{Wordings: []*model.Tree{textTree("rights")}}}}}}
	closed := &model.Entry{Name: "PolicyViolation", Close: &model.Close{Code: 1008, Reason: []*model.Template{template("policy")}}, Description: "Closed."}

	c := catalog("medley", []*model.Envelope{list, flat, empty}, first, second, third, unauthorized, forbidden, closed)
	c.Title, c.Description, c.Docs = "Medley", "Some of everything.", "https://x.example/"
	c.Groups, c.Sources = []*model.Group{group}, []*model.Source{source}
	c.Operations = []*model.Operation{{Name: "Ask", Method: "POST", Path: "/ask", Errors: []*model.Entry{first, second}}}
	c.Retired = []model.Retired{{Code: "-9", Since: "2.0", Reason: "split"}}
	c.Types = []*model.Type{{Name: "Color", Description: "A color.", Schema: &model.Schema{Kind: model.StringKind, Enum: values("red", "no")},
		Constants: []model.EnumConst{{GoName: "ColorRed", Value: "red"}, {GoName: "ColorNo", Value: "no"}}}}
	both := `{"err":[{"code":-2000,"msg":"First."},{"code":-2001,"msg":"Second."}]}`
	c.Examples = []*model.Example{
		{Name: "First", Source: source, Outcomes: []model.Outcome{{Entry: first}}, Status: 400, HasBody: true, Corrected: []byte(`{"code":-2000,"message":"First."}`)},
		{Name: "both", Outcomes: []model.Outcome{{Entry: first}, {Entry: second}}, Status: 400, HasBody: true, Corrected: []byte(both)},
		{Name: "page", Outcomes: []model.Outcome{{Kind: model.UnexpectedOutcome}}, Status: 502, HasBody: true, Corrected: []byte("<html>")},
		{Name: "close", Outcomes: []model.Outcome{{Entry: closed}}, Close: 1008},
	}
	return c
}

func TestMedley(t *testing.T) {
	got, _ := emit(t, medley(), Options{})
	golden(t, "medley30.yaml", got)
}

// The body of several errors fits the schema for several, and not that of one.
func TestSeveralErrors(t *testing.T) {
	c := medley()
	_, doc := emit(t, c, Options{})
	names := ComponentNames(c, Options{})
	var both any
	if err := json.Unmarshal(c.Examples[1].Corrected, &both); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		component string
		want      bool
	}{
		{names.Envelope(c.Envelopes[0]), true},
		{names.List(c.Envelopes[0]), true},
		{names.Entry(c.Entries[0], c.Envelopes[0]), false},
	} {
		if err := doc.Components.Schemas[test.component].Value.VisitJSON(both); (err == nil) != test.want {
			t.Errorf("%s: %v", test.component, err)
		}
	}
}

// No name is given twice in any letter case, nor to a schema and a response.
func TestComponentNames(t *testing.T) {
	env := func(name string) *model.Envelope { return jsonEnvelope(name, object(codeLeaf("code", str()))) }
	problem, code1 := env("Problem"), env("CodeError")
	entry := func(name string) *model.Entry {
		return &model.Entry{Name: name, Reads: []*model.Envelope{problem, code1}, Status: statuses(404), Code: code(name)}
	}
	c := catalog("größe", []*model.Envelope{problem, code1},
		entry("Code"), entry("CODE"), entry("ServerError"), entry("Server"), entry("Status404"), entry("CodeErrorResponse"), entry("ProblemCodeError"))
	c.Types = []*model.Type{{Name: "problem", Schema: str()}}
	_, doc := emit(t, c, Options{})
	taken := map[string]string{}
	for _, name := range append(sortedKeys(doc.Components.Schemas), sortedKeys(doc.Components.Responses)...) {
		if other, twice := taken[strings.ToLower(name)]; twice {
			t.Errorf("%s and %s", name, other)
		}
		taken[strings.ToLower(name)] = name
		if !strings.HasPrefix(name, "Gru00F6u00DFe") {
			t.Errorf("%s does not begin with the package", name)
		}
	}
	if n := len(doc.Components.Schemas); n != 2+1+1+7*2+7+1 {
		t.Errorf("%d schemas", n)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func TestIdentifiers(t *testing.T) {
	for name, want := range map[string]string{
		"Not-Found_2.x": "Not-Found_2.x",
		"a b":           "au0020b",
		"a/b":           "au002Fb",
		"a:b":           "au003Ab",
		"größe":         "gru00F6u00DFe",
		"09azAZ":        "09azAZ",
	} {
		if got := identifier(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// A status's description names its errors, as long as they are few.
func TestStatusDescriptions(t *testing.T) {
	for _, test := range []struct {
		errors int
		want   string
	}{
		{1, "Conflict: E0."},
		{12, "Conflict: E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11."},
		{13, "Conflict: one of 13 errors."},
	} {
		env, other := jsonEnvelope("E", object(codeLeaf("code", str()))), jsonEnvelope("O", object(codeLeaf("o", str())))
		var entries []*model.Entry
		for i := range test.errors {
			name := "E" + strconv.Itoa(i)
			entries = append(entries, &model.Entry{Name: name, Reads: []*model.Envelope{env, other}, Status: statuses(409), Code: code(name)})
		}
		_, doc := emit(t, catalog("several", []*model.Envelope{env, other}, entries...), Options{})
		if got := *doc.Components.Responses["SeveralStatus409"].Value.Description; got != test.want {
			t.Errorf("%d errors: got %q, want %q", test.errors, got, test.want)
		}
	}
}

// Alternatives that a value can match two of are anyOf.
func TestChoice(t *testing.T) {
	text := fieldNode("text", str())
	env := jsonEnvelope("E", object(codeLeaf("code", str()), text))
	entry := func(name, c string, status int, f *model.Fill) *model.Entry {
		return &model.Entry{Name: name, Reads: []*model.Envelope{env}, Status: statuses(status), Code: code(c), Fills: []*model.Fill{f}}
	}
	openFill, p := open(text)
	any := entry("Any", "A", 400, openFill)
	any.Params = []*model.Param{p}
	c := catalog("choice", []*model.Envelope{env},
		any, entry("One", "A", 400, fill(text, textTree("one"))),
		entry("X", "X", 409, fill(text, textTree("x"))), entry("Y", "X", 409, fill(text, textTree("y"))), entry("Z", "Z", 409, openFill),
	)
	_, doc := emit(t, c, Options{})
	for name, want := range map[string][2]int{"ChoiceStatus400": {0, 2}, "ChoiceStatus409": {3, 0}} {
		s := doc.Components.Responses[name].Value.Content["application/json"].Schema.Value
		if got := [2]int{len(s.OneOf), len(s.AnyOf)}; got != want {
			t.Errorf("%s: oneOf, anyOf %v, want %v", name, got, want)
		}
	}
}

// Text from a catalog comes back as it was, whatever it is and wherever it
// stands.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{
		"a\n# Code generated by errgen from \"x\". DO NOT EDIT.\nopenapi: 2", "*/", "\u2028x\u2029", "\u202e\u2066", "\x00\x1b[2J\x7f", "no", "1.10", "0100",
		"2020-01-01", "=", "<<", "a: b", "- a", "{a}", "`", `"'\`, "%YAML 1.1", "\t", "---", "...", "! x", strings.Repeat("long ", 20_000), "ü😀",
	} {
		c := medley()
		first := c.Entries[0]
		message, field := &model.Tree{Kind: model.StringValue, Template: &model.Template{Parts: []model.Part{{Literal: text}}}}, optional(fieldNode(text, str()))
		c.Title, c.Description, c.File = "t"+text, text, text
		c.Sources[0].Title, first.Description = text, text
		flat := c.Envelopes[1]
		flat.Description = text
		flat.Body.Members = append(flat.Body.Members, field)
		first.Fills = append(first.Fills[:1], fill(flat.Body.Members[1], message), fill(field, message))
		body := `{"code":-2000,"message":` + quoted(text) + `,` + quoted(text) + `:` + quoted(text) + `}`
		first.Samples[1].Body = []byte(body)
		c.Examples[0].Name, c.Examples[0].Corrected = text, []byte(body)
		_, doc := emit(t, c, Options{OpenAPI: model.OpenAPI{Texts: "contract"}})

		var got []string
		s := doc.Components.Schemas[ComponentNames(c, Options{}).Entry(first, flat)].Value
		for _, p := range []string{"message", text} {
			if s.Properties[p] == nil || s.Properties[p].Value.VisitJSON(text) != nil || s.Properties[p].Value.VisitJSON(text+"x") == nil {
				t.Fatalf("%q: no member %q that is just this", text, p)
			}
		}
		got = append(got, s.Description, doc.Info.Description, doc.Info.Title[1:], doc.Components.Schemas["MedleyFlat"].Value.Description)
		mt := doc.Components.Responses["MedleyFirstResponse"].Value.Content["application/problem+json; charset=utf-8"]
		shownBody := mt.Examples[text].Value.Value.(map[string]any)
		got = append(got, shownBody["message"].(string), shownBody[text].(string))
		for _, g := range got {
			if g != text {
				t.Error(cmp.Diff(text, g))
			}
		}
	}
}

func quoted(s string) string { return string(textLiteral(s).AppendJSON(nil)) }

// A catalog without an HTTP response gives a document without components.
func TestCloseCodesOnly(t *testing.T) {
	c := catalog("socket", nil, &model.Entry{Name: "Going", Close: &model.Close{Code: 1001}, Description: "Going away."})
	got, _ := emit(t, c, Options{})
	want := `# Code generated by errgen from "spec/socket.yaml". DO NOT EDIT.
openapi: "3.0.3"
info:
  title: socket errors
  version: "1.0.0"
servers: [{url: /}]
paths: {}
components: {}
x-websocket-close-codes:
  - code: 1001
    name: Going
    description: Going away.
`
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Error(d)
	}
}
