package draft

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// made is a draft with one of each.
func made() *Catalog {
	code := &Node{Name: "code", Types: []string{"string"}, Example: nil}
	item := &Node{Members: []*Node{{Name: "message", Types: []string{"string"}, Field: "text", Optional: true}}}
	env := &Envelope{Name: "E", MediaType: "a/b", Status: []string{"4XX"}, Body: &Node{Members: []*Node{code, {Name: "errors", Repeated: true, Members: []*Node{item}}}}, Headers: []*Node{{Name: "X-A", Types: []string{"string"}}}}
	e := &Entry{Name: "A", Code: "a", Status: []string{"400"}, Envelopes: []*Envelope{env}, Docs: "x", Fields: []Field{{"message", []string{"m"}}}}
	return &Catalog{
		Title: "T", File: "f", Package: "p", Envelopes: []*Envelope{env}, Entries: []*Entry{e},
		Operations: []*Operation{{Name: "O", Method: "GET", Path: "/o", Errors: []*Entry{e}}},
		Examples:   []*Example{{Name: "x", Entries: []*Entry{e}, Body: "{}", HasBody: true}},
	}
}

// TestRemove: what is taken out is not written any more, and the rest stays.
func TestRemove(t *testing.T) {
	for _, test := range []struct{ path, gone, stays string }{
		{"title", "title: T", "package: p"},
		{"envelopes/E/mediaType", "a/b", "headers"},
		{"envelopes/E/status", "4XX", "a/b"},
		{"envelopes/E/headers/X-A/type", "X-A: {type", "X-A"},
		{"envelopes/E/headers/X-A", "X-A", "body"},
		{"envelopes/E/body/properties/code/type", "code: {type", "code: {}"},
		{"envelopes/E/body/properties/code", "code: {", "errors"},
		{"envelopes/E/body/properties/errors/items/properties/message/field", "field: text", "message: {type: string"},
		{"envelopes/E/body/properties/errors/items/properties/message/optional", "optional: true", "field: text"},
		{"envelopes/E", "A:", "package: p"},
		{"operations/O/path", "/o", "method: GET"},
		{"operations/O/errors", "O:", "A:"},
		{"errors/A/docs", "docs: x", "code: a"},
		{"errors/A/fields/message", "message: m", "code: a"},
	} {
		c := made()
		if before := written(t, c); !strings.Contains(before, test.gone) {
			t.Errorf("%s: %s is not there\n%s", test.path, test.gone, before)
		}
		if !c.Remove(strings.Split(test.path, "/")) {
			t.Errorf("%s leads nowhere", test.path)
		}
		if after := written(t, c); strings.Contains(after, test.gone) || !strings.Contains(after, test.stays) {
			t.Errorf("%s: not %q, but %q:\n%s", test.path, test.gone, test.stays, after)
		}
	}
	for _, path := range []string{"", "x", "package", "errors/A", "errors/A/code", "errors/B", "envelopes", "envelopes/F", "operations/P"} {
		if c := made(); c.Remove(strings.Split(path, "/")) {
			t.Errorf("%s is removed", path)
		}
	}
}

func written(t *testing.T, c *Catalog) string {
	t.Helper()
	text, err := yamledit.Apply(nil, yamledit.Edit{Value: c.Value()})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
