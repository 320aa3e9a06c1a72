package tscode

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func TestValue(t *testing.T) {
	number := func(s string) model.Value { return model.Value{Kind: model.NumberValue, Text: s} }
	text := func(s string) model.Value { return model.Value{Kind: model.StringValue, Text: s} }
	integer, float := &model.Schema{Kind: model.IntegerKind}, &model.Schema{Kind: model.NumberKind}
	object := &model.Schema{Kind: model.ObjectKind, Properties: []model.Property{{Name: "a-b", Schema: float}}, Additional: integer}
	for _, test := range []struct {
		value  model.Value
		schema *model.Schema
		want   string
	}{
		{number("-9007199254740991"), integer, "-9007199254740991"},
		{number("9007199254740993"), integer, `"9007199254740993"`},
		{number("9007199254740993"), float, "9007199254740993"},
		{number("9007199254740993"), nil, `"9007199254740993"`}, // of any type
		{number("1e+20"), nil, "1e+20"},
		{text("\u2028\"</script>\n"), &model.Schema{Kind: model.StringKind}, `"\u2028\"</script>\n"`},
		{model.Value{Kind: model.NullValue}, nil, "null"},
		{model.Value{Kind: model.BoolValue, Bool: true}, nil, "true"},
		{
			model.Value{Kind: model.ArrayValue, Items: []model.Value{number("12345678901234567890"), number("1")}},
			&model.Schema{Kind: model.ArrayKind, Items: integer}, `["12345678901234567890", 1]`,
		},
		{
			model.Value{Kind: model.ObjectValue, Members: []model.Member{{Name: "a-b", Value: number("12345678901234567890")}, {Name: "c", Value: number("12345678901234567890")}}},
			object, `{ "a-b": 12345678901234567890, c: "12345678901234567890" }`,
		},
		{model.Value{Kind: model.ObjectValue}, object, "{}"},
	} {
		if got := Value(test.value, test.schema); got != test.want {
			t.Errorf("%v is %s, want %s", test.value, got, test.want)
		}
	}
}

func TestOptional(t *testing.T) {
	for name, want := range map[string]string{"left": "p?.left", "a-b": `p?.["a-b"]`, "1a": `p?.["1a"]`} {
		if got := Optional("p", name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// TestMember: __proto__ is a member like others.
func TestMember(t *testing.T) {
	for name, want := range map[string]string{"order": "order", "a-b": `"a-b"`, "__proto__": `["__proto__"]`, "constructor": "constructor"} {
		if got := Member(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
