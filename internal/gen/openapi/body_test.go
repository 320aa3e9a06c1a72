package openapi

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// An envelope's schema takes whatever error is in it.
func TestEnvelopeBodies(t *testing.T) {
	more := optional(fieldNode("more", &model.Schema{Kind: model.MapKind, Additional: integer()}))
	more.Field.Map = true
	open := optional(named("o", object(fieldNode("a", str()))))
	open.Additional = more
	formed := codeLeaf("code", str())
	formed.As = []model.AsForm{
		{Parts: []model.AsPart{{Literal: "urn:"}, {Value: true}}},
		{Parts: []model.AsPart{{Any: true}, {Literal: "#"}, {Value: true}}},
	}
	alias := fieldNode("b", str())
	alias.Alias = true
	for _, test := range []struct {
		name           string
		body           *model.Node
		accept, reject []string
	}{
		{"optional leaf", object(optional(fieldNode("a", str()))), []string{`{}`, `{"a":"x"}`}, []string{`{"a":1}`}},
		{"required leaf", object(fieldNode("a", str())), []string{`{"a":"x"}`}, []string{`{}`}},
		{"alias", object(fieldNode("a", str()), alias), []string{`{"a":"x"}`, `{"a":"x","b":"y"}`}, []string{`{"a":"x","b":1}`}},
		{"optional object", object(open), []string{`{}`, `{"o":{"a":"x","n":1}}`}, []string{`{"o":{}}`, `{"o":{"a":"x","n":"1"}}`}},
		{"required object", object(named("o", object(optional(fieldNode("a", str()))))), []string{`{"o":{}}`}, []string{`{}`}},
		{"array of errors", object(named("e", &model.Node{Kind: model.RepeatedNode, Item: object(fieldNode("a", str())), Schema: &model.Schema{MaxItems: ptr(2)}})),
			[]string{`{"e":[]}`, `{"e":[{"a":"x"},{"a":"y"}]}`}, []string{`{}`, `{"e":[{}]}`, `{"e":[{"a":""},{"a":""},{"a":""}]}`}},
		{"optional array of errors", object(optional(named("e", &model.Node{Kind: model.RepeatedNode, Item: object(fieldNode("a", str()))}))), []string{`{}`, `{"e":[]}`}, []string{`{"e":{}}`}},
		{"constant", object(constNode("k", "x")), []string{`{"k":"x"}`}, []string{`{"k":"y"}`}},
		{"text forms", object(formed), []string{`{"code":"urn:X"}`, `{"code":"any#X"}`}, []string{`{"code":"X"}`, `{"code":1}`}},
		{"status in the code's pattern", object(codeLeaf("code", &model.Schema{Kind: model.StringKind, Pattern: "E{$status}[0-9]"})), []string{`{"code":"E4041"}`}, []string{`{"code":"E404"}`, `{"code":"E{$status}1"}`}},
	} {
		for _, o := range []Options{{}, {OpenAPI31: true}} {
			printed, doc := emit(t, catalog("bodies", []*model.Envelope{jsonEnvelope("E", test.body)}), o)
			s := &openapi3.Schema{Type: &openapi3.Types{"array"}, Items: doc.Components.Schemas["BodiesE"]}
			check(t, o, s, test.accept, true, printed)
			check(t, o, s, test.reject, false, printed)
		}
	}
}

// What is sensitive is marked, whichever part of the catalog says so.
func TestSensitive(t *testing.T) {
	secret := &model.Param{Name: "secret", Schema: str(), Sensitive: true}
	plain := &model.Param{Name: "plain", Schema: str()}
	leaf := func(n *model.Node, sensitive bool) *model.Node {
		n.Sensitive = sensitive
		return n
	}
	hidden := &model.Schema{Kind: model.StringKind, Sensitive: true}
	for _, test := range []struct {
		name   string
		schema *model.Schema
		leaf   bool
		tree   *model.Tree // nil: an open field
		want   bool
	}{
		{"nothing", str(), false, textTree("x"), false},
		{"a text at a sensitive place", str(), true, textTree("x"), true},
		{"a text of a sensitive schema", hidden, false, textTree("x"), true},
		{"a sensitive param", str(), false, &model.Tree{Param: secret}, true},
		{"a param at a sensitive place", str(), true, &model.Tree{Param: plain}, true},
		{"a param", str(), false, &model.Tree{Param: plain}, false},
		{"a sensitive param in a text", str(), false, textTree("x {plain} {secret}", plain, secret), true},
		{"a param in a text", str(), false, textTree("x {plain}", plain), false},
		{"an open field", str(), false, nil, false},
		{"an open field at a sensitive place", str(), true, nil, true},
		{"an open field of a sensitive schema", hidden, false, nil, true},
	} {
		n := leaf(fieldNode("a", test.schema), test.leaf)
		var fills []*model.Fill
		if test.tree != nil {
			fills = append(fills, fill(n, test.tree))
		}
		env := jsonEnvelope("E", object(n))
		_, doc := emit(t, catalog("hidden", []*model.Envelope{env}, &model.Entry{Name: "A", Reads: []*model.Envelope{env}, Fills: fills}), Options{})
		if _, got := doc.Components.Schemas["HiddenAError"].Value.Properties["a"].Value.Extensions["x-sensitive"]; got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
