package openapi

import (
	"encoding/json"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func ptr(n int) *int { return &n }

func values(texts ...string) []model.Value {
	var out []model.Value
	for _, s := range texts {
		out = append(out, *textValue(s))
	}
	return out
}

// Every kind of schema takes the values that docs/spec.md#schemas gives it,
// and no others, in both versions of OpenAPI, and where generators are to meet no union.
func TestSchemaKinds(t *testing.T) {
	loc := &model.Type{Name: "Loc", Schema: &model.Schema{Kind: model.StringKind, Enum: values("body", "query")}}
	tree := &model.Type{Name: "Tree"}
	tree.Schema = &model.Schema{Kind: model.ObjectKind, Properties: []model.Property{
		{Name: "name", Schema: str()},
		{Name: "sub", Optional: true, Schema: &model.Schema{Kind: model.ArrayKind, Items: &model.Schema{Kind: model.RefKind, Ref: tree}}},
		{Name: "next", Optional: true, Schema: &model.Schema{Kind: model.RefKind, Ref: tree, Nullable: true}},
	}}
	part := jsonEnvelope("Part", object(codeLeaf("code", str())))
	part.Part = true

	for _, test := range []struct {
		name           string
		schema         model.Schema
		accept, reject []string
	}{
		{"any", model.Schema{}, []string{`null`, `1`, `"x"`, `[]`, `{"a":null}`}, nil},
		{"string", model.Schema{Kind: model.StringKind, MinLength: ptr(2), MaxLength: ptr(3)},
			[]string{`"ab"`, `"äöü"`}, []string{`"a"`, `"abcd"`, `1`, `null`}},
		{"pattern", model.Schema{Kind: model.StringKind, Pattern: `[A-Z]{2}|\d+`},
			[]string{`"AB"`, `"07"`}, []string{`"ABC"`, `"xAB"`, `"7x"`}},
		{"enum", model.Schema{Kind: model.StringKind, Enum: values("no", "1.10")},
			[]string{`"no"`, `"1.10"`}, []string{`false`, `1.1`, `"yes"`}},
		{"nullable enum", model.Schema{Kind: model.StringKind, Nullable: true, Enum: values("a", "b")},
			[]string{`"a"`, `null`}, []string{`"c"`}},
		{"nullable enum of one", model.Schema{Kind: model.StringKind, Nullable: true, Enum: values("a")},
			[]string{`"a"`, `null`}, []string{`"c"`}},
		{"integer", model.Schema{Kind: model.IntegerKind, Minimum: "-1", ExclMaximum: "5"},
			[]string{`-1`, `4`}, []string{`-2`, `5`, `1.5`, `"1"`}},
		{"tighter exclusive", model.Schema{Kind: model.IntegerKind, Minimum: "1", ExclMinimum: "3"}, []string{`4`}, []string{`3`, `1`}},
		{"looser exclusive", model.Schema{Kind: model.IntegerKind, Minimum: "4", ExclMinimum: "3"}, []string{`4`}, []string{`3`}},
		{"equal exclusive", model.Schema{Kind: model.NumberKind, Maximum: "4", ExclMaximum: "4"}, []string{`3.9`}, []string{`4`}},
		{"bound beyond float64", model.Schema{Kind: model.NumberKind, Maximum: "1e400"}, []string{`1e300`}, []string{`"x"`}},
		{"number", model.Schema{Kind: model.NumberKind, Format: "seconds"}, []string{`1.5`, `2`}, []string{`"2"`}},
		{"boolean", model.Schema{Kind: model.BooleanKind}, []string{`true`}, []string{`"true"`, `null`}},
		{"null", model.Schema{Kind: model.NullKind}, []string{`null`}, []string{`0`, `""`}},
		{"nullable constant", model.Schema{Kind: model.StringKind, Nullable: true, Const: &values("a")[0]}, []string{`"a"`, `null`}, []string{`"b"`, `1`}},
		{"nullable constant object", model.Schema{Kind: model.ObjectKind, Nullable: true, Const: &model.Value{Kind: model.ObjectValue}}, []string{`{}`, `null`}, []string{`1`}},
		{"nullable", model.Schema{Kind: model.IntegerKind, Nullable: true}, []string{`null`, `1`}, []string{`""`}},
		{"array", model.Schema{Kind: model.ArrayKind, Items: str(), MinItems: ptr(1), MaxItems: ptr(2)},
			[]string{`["a"]`, `["a","b"]`}, []string{`[]`, `["a","b","c"]`, `[1]`, `{}`}},
		{"array of anything", model.Schema{Kind: model.ArrayKind}, []string{`[]`, `[null,1,{}]`}, []string{`{}`}},
		{"object", model.Schema{Kind: model.ObjectKind, Properties: []model.Property{{Name: "a", Schema: str()}, {Name: "b", Schema: integer(), Optional: true}}},
			[]string{`{"a":""}`, `{"a":"","b":1,"unknown":null}`}, []string{`{}`, `{"a":1}`, `{"a":"","b":""}`}},
		{"further members", model.Schema{Kind: model.ObjectKind, Properties: []model.Property{{Name: "a", Schema: str()}}, Additional: integer()},
			[]string{`{"a":"","x":1}`}, []string{`{"a":"","x":"1"}`}},
		{"map", model.Schema{Kind: model.MapKind, Additional: &model.Schema{}}, []string{`{}`, `{"a":null}`}, []string{`[]`}},
		{"union", model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind}, MinLength: ptr(1), Minimum: "0"},
			[]string{`"x"`, `0`}, []string{`""`, `-1`, `1.5`, `null`, `true`}},
		{"union with null", model.Schema{Kind: model.UnionKind, Nullable: true, Union: []model.Kind{model.BooleanKind, model.IntegerKind}},
			[]string{`true`, `0`, `null`}, []string{`""`}},
		{"integer and number", model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.IntegerKind, model.NumberKind}},
			[]string{`1`, `1.5`}, []string{`""`}},
		{"union enum", model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind, model.BooleanKind}, Enum: append(values("a"), *numberValue("1"))},
			[]string{`"a"`, `1`}, []string{`"1"`, `2`, `true`}},
		{"const", model.Schema{Kind: model.IntegerKind, Const: numberValue("7")}, []string{`7`}, []string{`8`, `"7"`}},
		{"const tree", model.Schema{Const: &model.Value{Kind: model.ObjectValue, Members: []model.Member{
			{Name: "a", Value: model.Value{Kind: model.ArrayValue, Items: append(values("x"), *numberValue("1"))}},
			{Name: "n", Value: model.Value{}},
		}}}, []string{`{"a":["x",1],"n":null}`}, []string{`{"a":["y",1],"n":null}`, `{"a":["x",1],"n":0}`, `{"a":["x"],"n":null}`, `{}`}},
		{"one of", model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{str(), {Kind: model.ArrayKind, Items: integer()}}},
			[]string{`"x"`, `[1]`}, []string{`1`, `["x"]`, `null`}},
		{"one of, nullable", model.Schema{Kind: model.OneOfKind, Nullable: true, OneOf: []*model.Schema{str(), {Kind: model.RefKind, Ref: tree}}},
			[]string{`"x"`, `{"name":"x"}`, `null`}, []string{`1`, `{}`}},
		{"ref", model.Schema{Kind: model.RefKind, Ref: loc, Description: "where"}, []string{`"body"`}, []string{`"x"`, `null`}},
		{"nullable ref", model.Schema{Kind: model.RefKind, Ref: loc, Nullable: true}, []string{`"body"`, `null`}, []string{`"x"`}},
		{"narrowed ref", model.Schema{Kind: model.RefKind, Ref: loc, Enum: values("body")}, []string{`"body"`}, []string{`"query"`}},
		{"recursive", model.Schema{Kind: model.RefKind, Ref: tree},
			[]string{`{"name":"a","sub":[{"name":"b","sub":[]}],"next":null}`, `{"name":"a","next":{"name":"b","next":null}}`},
			[]string{`{"name":"a","sub":[{}]}`, `{"name":"a","next":{}}`, `null`}},
		{"error", model.Schema{Kind: model.ErrorKind, ErrorOf: part}, []string{`{"code":"x"}`}, []string{`{}`, `null`}},
		{"nullable error", model.Schema{Kind: model.ErrorKind, ErrorOf: part, Nullable: true}, []string{`{"code":"x"}`, `null`}, []string{`{}`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, o := range []Options{{}, {OpenAPI31: true}, {OpenAPI: model.OpenAPI{Unions: "envelope"}}} {
				c := catalog("kinds", []*model.Envelope{part})
				c.Types = []*model.Type{loc, tree, {Name: "Subject", Schema: &model.Schema{Kind: model.ArrayKind, Items: &test.schema}}}
				printed, doc := emit(t, c, o)
				s := doc.Components.Schemas["KindsSubject"].Value
				check(t, o, s, test.accept, true, printed)
				check(t, o, s, test.reject, false, printed)
			}
		})
	}
}

// check validates arrays of one value each.
func check(t *testing.T, o Options, s *openapi3.Schema, texts []string, want bool, printed []byte) {
	t.Helper()
	var options []openapi3.SchemaValidationOption
	if o.OpenAPI31 {
		options = append(options, openapi3.EnableJSONSchema2020())
	}
	for _, text := range texts {
		var v any
		if err := json.Unmarshal([]byte("["+text+"]"), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.VisitJSON(v, options...); (err == nil) != want {
			t.Errorf("3.1 %v: %s: accepted %v, want %v: %v\n%s", o.OpenAPI31, text, err == nil, want, err, printed)
		}
	}
}
