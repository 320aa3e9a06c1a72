package openapi

import (
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// lines is a header that an entry adds, of a wording for each line.
func lines(name string, trees ...*model.Tree) *model.HeaderFill {
	h := &model.HeaderFill{Name: name, Spelling: name}
	for _, t := range trees {
		h.Lines = append(h.Lines, &model.Header{Wordings: []*model.Tree{t}})
	}
	return h
}

// A header is required if it is always there, and has the type that all errors of
// a response give it.
func TestHeaders(t *testing.T) {
	maybe := &model.Param{Name: "maybe", Schema: integer(), Optional: true}
	sure := &model.Param{Name: "sure", Schema: integer()}
	preset := &model.Param{Name: "preset", Schema: integer(), Optional: true, Default: numberValue("3")}
	word := &model.Param{Name: "word", Schema: str()}
	param := func(p *model.Param) *model.Tree { return &model.Tree{Param: p} }
	type header struct {
		required bool
		kind     string
	}
	for _, test := range []struct {
		name   string
		errors [][]*model.HeaderFill // of each of the errors of a status
		want   header
	}{
		{"a text", [][]*model.HeaderFill{{lines("X", textTree("a"))}}, header{true, "string"}},
		{"a param", [][]*model.HeaderFill{{lines("X", param(sure))}}, header{true, "integer"}},
		{"a param with a default", [][]*model.HeaderFill{{lines("X", param(preset))}}, header{true, "integer"}},
		{"an optional param", [][]*model.HeaderFill{{lines("X", param(maybe))}}, header{false, "integer"}},
		{"two lines", [][]*model.HeaderFill{{lines("X", textTree("a"), textTree("b"))}}, header{true, "array"}},
		{"two lines, one sure", [][]*model.HeaderFill{{lines("X", param(maybe), textTree("b"))}}, header{true, "array"}},
		{"two lines, none sure", [][]*model.HeaderFill{{lines("X", param(maybe), textTree("{maybe}", maybe))}}, header{false, "array"}},
		{"two errors", [][]*model.HeaderFill{{lines("X", param(sure))}, {lines("X", param(sure))}}, header{true, "integer"}},
		{"two errors, in two letter cases", [][]*model.HeaderFill{{lines("x-y", param(sure))}, {lines("X-Y", param(sure))}}, header{true, "integer"}},
		{"two errors, one without", [][]*model.HeaderFill{{lines("X", param(sure))}, {}}, header{false, "integer"}},
		{"two errors, one not sure", [][]*model.HeaderFill{{lines("X", param(sure))}, {lines("X", param(maybe))}}, header{false, "integer"}},
		{"two texts", [][]*model.HeaderFill{{lines("X", textTree("a"))}, {lines("X", textTree("b"))}}, header{true, "string"}},
		{"two types", [][]*model.HeaderFill{{lines("X", param(word))}, {lines("X", param(sure))}}, header{true, "string"}},
		{"two lists alike", [][]*model.HeaderFill{{lines("X", textTree("a"), textTree("b"))}, {lines("X", textTree("a"), textTree("b"))}}, header{true, "array"}},
		{"two lists", [][]*model.HeaderFill{{lines("X", textTree("a"), textTree("b"))}, {lines("X", textTree("c"), textTree("d"))}}, header{true, "string"}},
		{"a list and a text", [][]*model.HeaderFill{{lines("X", textTree("a"), textTree("b"))}, {lines("X", textTree("c"))}}, header{true, "string"}},
	} {
		env := jsonEnvelope("E", object(codeLeaf("code", str())))
		var entries []*model.Entry
		for i, headers := range test.errors {
			name := "E" + string(rune('A'+i))
			entries = append(entries, &model.Entry{Name: name, Reads: []*model.Envelope{env}, Status: statuses(400), Code: code(name), Headers: headers})
		}
		_, doc := emit(t, catalog("headers", []*model.Envelope{env}, entries...), Options{})
		headers := doc.Components.Responses["HeadersStatus400"].Value.Headers
		if len(headers) != 1 {
			t.Errorf("%s: %d headers", test.name, len(headers))
		}
		for _, h := range headers {
			if got := (header{h.Value.Required, h.Value.Schema.Value.Type.Slice()[0]}); got != test.want {
				t.Errorf("%s: got %v, want %v", test.name, got, test.want)
			}
		}
	}
}

// A header has the description that all errors give it; its media type is not one.
func TestHeaderDescriptions(t *testing.T) {
	described := func(text string) *model.Param {
		return &model.Param{Name: "n", Schema: integer(), Description: text}
	}
	for _, test := range []struct {
		texts []string
		want  string
	}{
		{[]string{"Seconds."}, "Seconds."}, {[]string{"Seconds.", "Seconds."}, "Seconds."}, {[]string{"Seconds.", "Minutes."}, ""},
	} {
		env := jsonEnvelope("E", object(codeLeaf("code", str())))
		env.Headers = []*model.Node{{Kind: model.ConstNode, Name: "Content-Type", Spelling: "Content-Type", Schema: str(), Const: textValue("application/json")}}
		var entries []*model.Entry
		for i, text := range test.texts {
			p := described(text)
			p.Schema = &model.Schema{Kind: model.IntegerKind, Minimum: string(rune('1' + i))}
			entries = append(entries, &model.Entry{
				Name: strings.Repeat("E", i+1), Reads: []*model.Envelope{env}, Status: statuses(400), Code: code(text),
				Headers: []*model.HeaderFill{lines("Wait", &model.Tree{Param: p})},
			})
		}
		_, doc := emit(t, catalog("headers", []*model.Envelope{env}, entries...), Options{})
		headers := doc.Components.Responses["HeadersStatus400"].Value.Headers
		if len(headers) != 1 || headers["Wait"] == nil {
			t.Fatalf("headers %v", sortedKeys(headers))
		}
		if h := headers["Wait"].Value; h.Description != test.want || h.Schema.Value.Description != "" {
			t.Errorf("%v: got %q, %q", test.texts, h.Description, h.Schema.Value.Description)
		}
	}
}

// What an envelope declares an entry's own header of that name does not replace.
func TestDeclaredHeadersComeFirst(t *testing.T) {
	env := jsonEnvelope("E", object(codeLeaf("code", str())))
	declared := &model.Node{Kind: model.ConstNode, Name: "X", Spelling: "X", Schema: str(), Const: textValue("declared")}
	alias := &model.Node{Kind: model.ConstNode, Name: "Y", Spelling: "Y", Schema: str(), Const: textValue("old"), Alias: true}
	env.Headers = []*model.Node{declared, alias}
	e := &model.Entry{Name: "A", Reads: []*model.Envelope{env}, Status: statuses(400), Code: code("A"), Headers: []*model.HeaderFill{lines("X", textTree("own")), lines("Y", textTree("own"))}}
	_, doc := emit(t, catalog("headers", []*model.Envelope{env}, e), Options{})
	headers := doc.Components.Responses["HeadersAResponse"].Value.Headers
	for name, want := range map[string]string{"X": "declared", "Y": "own"} {
		if s := headers[name].Value.Schema.Value; s.VisitJSON(want) != nil {
			t.Errorf("%s does not take %q: %v", name, want, s.Enum)
		}
	}
	if !headers["X"].Value.Schema.Value.Type.Is(openapi3.TypeString) {
		t.Error("X is no text")
	}
}
