package openapi

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Constant codes are listed once, texts and numbers apart, under the names of the
// eldest entries that have them.
func TestCodes(t *testing.T) {
	texts, numbers := jsonEnvelope("Texts", object(codeLeaf("code", str()))), jsonEnvelope("Numbers", object(codeLeaf("code", integer())))
	reals := jsonEnvelope("Reals", object(codeLeaf("code", &model.Schema{Kind: model.NumberKind})))
	formed := jsonEnvelope("Formed", object(&model.Node{Kind: model.CodeNode, Name: "code", Schema: integer(), As: []model.AsForm{{Parts: []model.AsPart{{Literal: "E"}, {Value: true}}}}}))
	header := &model.Envelope{Name: "Header", HasCode: true, Headers: []*model.Node{codeLeaf("X-Code", integer())}}
	items := named("errors", &model.Node{Kind: model.RepeatedNode, Item: object(named("e", object(codeLeaf("code", integer()))))})
	within := jsonEnvelope("Within", object(items))
	within.Repeated = items
	without := jsonEnvelope("Without", object(fieldNode("a", str())))
	all := []*model.Envelope{texts, numbers, reals, formed, header, within, without}
	entry := func(name, c string, parent *model.Entry, envs ...*model.Envelope) *model.Entry {
		return &model.Entry{Name: name, Code: code(c), Parent: parent, Reads: envs}
	}
	elder := entry("Elder", "A", nil, texts)
	other := entry("Other", "B", elder, texts)
	n := &model.Param{Name: "n", Schema: integer()}
	open := &model.Entry{Name: "Open", Code: code("E{n}", n), Reads: []*model.Envelope{texts}}
	type list struct {
		Type  string
		Enum  []any
		Names []any
	}
	for _, test := range []struct {
		name    string
		entries []*model.Entry
		want    map[string]list
	}{
		{"none", []*model.Entry{open, {Name: "None", Reads: []*model.Envelope{texts}}, entry("Nowhere", "A", nil, without)}, map[string]list{}},
		{"texts", []*model.Entry{elder, other}, map[string]list{"CodesCode": {"string", []any{"A", "B"}, []any{"Elder", "Other"}}}},
		{"the same as the parent's", []*model.Entry{entry("Younger", "A", elder, texts), elder}, map[string]list{"CodesCode": {"string", []any{"A"}, []any{"Elder"}}}},
		{"the same as the grandparent's", []*model.Entry{entry("Youngest", "A", other, texts), elder}, map[string]list{"CodesCode": {"string", []any{"A"}, []any{"Youngest"}}}},
		{"integers", []*model.Entry{entry("One", "1", nil, numbers)}, map[string]list{"CodesCode": {"integer", []any{1.0}, []any{"One"}}}},
		{"numbers", []*model.Entry{entry("Half", "0.5", nil, reals), entry("One", "1", nil, reals)}, map[string]list{"CodesCode": {"number", []any{0.5, 1.0}, []any{"Half", "One"}}}},
		{"numbers in a text", []*model.Entry{entry("One", "1", nil, formed)}, map[string]list{"CodesCode": {"string", []any{"1"}, []any{"One"}}}},
		{"in a header", []*model.Entry{entry("One", "1", nil, header)}, map[string]list{"CodesCode": {"integer", []any{1.0}, []any{"One"}}}},
		{"in an item", []*model.Entry{entry("One", "1", nil, within)}, map[string]list{"CodesCode": {"integer", []any{1.0}, []any{"One"}}}},
		{"both", []*model.Entry{entry("One", "1", nil, texts, numbers)}, map[string]list{"CodesCode": {"string", []any{"1"}, []any{"One"}}, "CodesNumericCode": {"integer", []any{1.0}, []any{"One"}}}},
	} {
		for _, env := range all {
			env.Entries = nil
		}
		_, doc := emit(t, catalog("codes", all, test.entries...), Options{})
		got := map[string]list{}
		for _, name := range []string{"CodesCode", "CodesNumericCode"} {
			if ref := doc.Components.Schemas[name]; ref != nil {
				l := list{Type: ref.Value.Type.Slice()[0]}
				again(t, ref.Value.Enum, &l.Enum)
				again(t, ref.Value.Extensions["x-enum-varnames"], &l.Names)
				got[name] = l
			}
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s: %s", test.name, d)
		}
	}
}

// again reads a value anew from its JSON.
func again(t *testing.T, from, to any) {
	t.Helper()
	b, err := json.Marshal(from)
	if err == nil {
		err = json.Unmarshal(b, to)
	}
	if err != nil {
		t.Error(err)
	}
}
