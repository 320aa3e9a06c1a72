// Package values knows JSON values and what schemas admit of them: whether a value
// is one of a schema's, whether one schema admits more than another, and how YAML
// scalars are typed (docs/spec.md#yaml and #params).
package values

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Equal compares two values as JSON: numbers by value, objects without
// regard to order.
func Equal(a, b model.Value) bool {
	if a.Kind != b.Kind || len(a.Members) != len(b.Members) {
		return false
	}
	switch a.Kind {
	case model.BoolValue:
		return a.Bool == b.Bool
	case model.NumberValue:
		return Compare(a.Text, b.Text) == 0
	case model.StringValue:
		return a.Text == b.Text
	case model.ArrayValue:
		return slices.EqualFunc(a.Items, b.Items, Equal)
	case model.ObjectValue:
		for _, m := range a.Members {
			i := slices.IndexFunc(b.Members, func(n model.Member) bool { return n.Name == m.Name })
			if i < 0 || !Equal(m.Value, b.Members[i].Value) {
				return false
			}
		}
	}
	return true
}

// Texts are the texts that a schema lists, by `const` or `enum`.
func Texts(s *model.Schema) []string {
	u := s.Resolved()
	if u.Const != nil {
		return TextsOf([]model.Value{*u.Const})
	}
	return TextsOf(u.Enum)
}

// TextsOf are those of some values that are texts.
func TextsOf(all []model.Value) []string {
	var texts []string
	for _, v := range all {
		if v.Kind == model.StringValue {
			texts = append(texts, v.Text)
		}
	}
	return texts
}

// Show is a value in a message.
func Show(v model.Value) string {
	switch v.Kind {
	case model.NullValue:
		return "null"
	case model.BoolValue:
		return fmt.Sprintf("`%t`", v.Bool)
	case model.ArrayValue:
		return "a list"
	case model.ObjectValue:
		return "an object"
	}
	return diag.Quote(v.Text)
}

// showAll are several values in a message, as far as it has room.
func showAll(vs []model.Value) string {
	const most = 8
	var shown []string
	for i, v := range vs {
		if i == most {
			shown = append(shown, "...")
			break
		}
		shown = append(shown, Show(v))
	}
	return strings.Join(shown, ", ")
}

// Text is a text as a value.
func Text(s string) model.Value { return model.Value{Kind: model.StringValue, Text: s} }

// AsKind is a value as text where the schema is text.
func AsKind(v model.Value, s *model.Schema) model.Value {
	if s.Kind == model.StringKind && (v.Kind == model.NumberValue || v.Kind == model.BoolValue) {
		return Text(v.Scalar())
	}
	return v
}
