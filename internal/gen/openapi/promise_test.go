package openapi

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// What a field asks of its texts is said of the texts that an entry writes there, as far
// as their params keep to it.
func TestTextsKeepWhatTheirFieldAsks(t *testing.T) {
	n := &model.Param{Name: "n", Schema: integer()}
	decimal := &model.Param{Name: "d", Schema: &model.Schema{Kind: model.NumberKind, Format: "decimal"}}
	word := &model.Param{Name: "w", Schema: &model.Schema{Kind: model.StringKind, MaxLength: ptr(5), Pattern: "[a-z]+|-"}}
	line := &model.Param{Name: "l", Schema: &model.Schema{Kind: model.StringKind, MaxLength: ptr(5), Pattern: ".*"}}
	free := &model.Param{Name: "f", Schema: str()}
	kind := &model.Param{Name: "k", Schema: &model.Schema{Kind: model.StringKind, Enum: values("a", "äöüä")}}
	const noControls = `^[^\x00-\x1f]*$`
	for _, test := range []struct {
		text          string
		field         model.Schema
		length, least int
		pattern       string
	}{
		{"It is gone.", model.Schema{MinLength: ptr(11), MaxLength: ptr(11)}, 11, 11, ""},
		{"It is {w}.", model.Schema{MinLength: ptr(7), MaxLength: ptr(12)}, 12, 7, ""},
		{"It is {w}.", model.Schema{MinLength: ptr(8), MaxLength: ptr(11)}, 0, 0, ""},
		{"It is {k}.", model.Schema{MaxLength: ptr(11)}, 11, 0, ""},
		{"It is {n}.", model.Schema{MaxLength: ptr(27)}, 27, 0, ""},
		{"It is {n}.", model.Schema{MaxLength: ptr(26)}, 0, 0, ""},
		{"It is {d}.", model.Schema{MaxLength: ptr(900)}, 0, 0, ""},
		{"It is {f}.", model.Schema{MaxLength: ptr(900), Pattern: `[^\x00-\x1f]*`}, 0, 0, ""},
		{"It is {w} {n} {k}.", model.Schema{Pattern: `[^\x00-\x1f]*`}, 0, 0, noControls},
		{"It is {d}.", model.Schema{Pattern: `[ -~]*`}, 0, 0, `^[ -~]*$`},
		{"It is {k}.", model.Schema{Pattern: `[ -~]*`}, 0, 0, ""},
		{"It is {l}.", model.Schema{MaxLength: ptr(12), Pattern: `[^\x00-\x1f]*`}, 12, 0, ""},
	} {
		test.field.Kind = model.StringKind
		title := fieldNode("title", &test.field)
		env := jsonEnvelope("Problem", object(codeLeaf("code", str()), title))
		e := &model.Entry{Name: "Gone", Reads: []*model.Envelope{env}, Status: statuses(410), Code: code("GONE"),
			Params: []*model.Param{n, decimal, word, line, free, kind}, Fills: []*model.Fill{fill(title, textTree(test.text, n, decimal, word, line, free, kind))}}
		s := documentOf(t, catalog("x", []*model.Envelope{env}, e)).Components.Schemas["XGoneError"].Value.Properties["title"].Value
		length := 0
		if s.MaxLength != nil {
			length = int(*s.MaxLength)
		}
		if length != test.length || int(s.MinLength) != test.least || s.Pattern != test.pattern || len(s.Enum) > 0 {
			t.Errorf("%q: maxLength %d, minLength %d, pattern %q, enum %v; want %d, %d, %q and none", test.text, length, s.MinLength, s.Pattern, s.Enum, test.length, test.least, test.pattern)
		}
	}
}

// The bounds of a leaf stand beside the value that an entry has there.
func TestKnownIntegersKeepBounds(t *testing.T) {
	leaf := &model.Node{Kind: model.StatusNode, Schema: &model.Schema{Kind: model.IntegerKind, Minimum: "400", Maximum: "599"}}
	env := jsonEnvelope("Problem", object(codeLeaf("code", str()), named("status", leaf)))
	e := &model.Entry{Name: "Gone", Reads: []*model.Envelope{env}, Status: statuses(404), Code: code("GONE")}
	s := documentOf(t, catalog("x", []*model.Envelope{env}, e)).Components.Schemas["XGoneError"].Value.Properties["status"].Value
	if s.Min == nil || *s.Min != 400 || s.Max == nil || *s.Max != 599 {
		t.Errorf("minimum %v, maximum %v", s.Min, s.Max)
	}
}

func documentOf(t *testing.T, c *model.Catalog) *openapi3.T {
	_, doc := emit(t, c, Options{})
	return doc
}
