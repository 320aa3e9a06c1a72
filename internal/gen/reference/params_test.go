package reference

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A param's own words and example come before those of its type.
func TestParamComesBeforeItsType(t *testing.T) {
	b := New(&model.Catalog{Package: "shop"}, plain{}, Options{})
	textOf := func(s string) *model.Value { return &model.Value{Kind: model.StringValue, Text: s} }
	for _, test := range []struct {
		param        model.Param
		description  string
		example      string
		defaultValue string
		sensitive    bool
	}{
		{param: model.Param{Schema: &model.Schema{}}},
		{param: model.Param{Schema: &model.Schema{Description: "The type's.", Example: textOf("type")}}, description: "The type's.", example: "`\"type\"`"},
		{param: model.Param{Description: "Own.", Example: textOf("own"), Schema: &model.Schema{}}, description: "Own.", example: "`\"own\"`"},
		{
			param:       model.Param{Description: "Own.", Example: textOf("own"), Schema: &model.Schema{Description: "The type's.", Example: textOf("type")}},
			description: "Own.", example: "`\"own\"`",
		},
		{param: model.Param{Optional: true, Default: &model.Value{Kind: model.NumberValue, Text: "3"}, Schema: &model.Schema{}}, defaultValue: "`3`"},
		{param: model.Param{Sensitive: true, Schema: &model.Schema{}}, sensitive: true},
	} {
		v := b.param(&test.param)
		if v.Description != test.description || v.Example != test.example || v.Default != test.defaultValue || v.Sensitive != test.sensitive {
			t.Errorf("%+v:\n%q, %q, %q, %v", test.param, v.Description, v.Example, v.Default, v.Sensitive)
		}
	}
}
