package values

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Item is what the items of a list are.
func Item(s *model.Schema) *model.Schema {
	if s.Kind == model.ArrayKind && s.Items != nil {
		return s.Items
	}
	return Any()
}

// UnionTakes reports whether a union has a kind, or one that includes it.
func UnionTakes(s *model.Schema, k model.Kind) bool {
	return slices.Contains(s.Union, k) || k == model.IntegerKind && slices.Contains(s.Union, model.NumberKind)
}

// KindOf is the narrowest kind of a value.
func KindOf(v model.Value) model.Kind {
	switch v.Kind {
	case model.NullValue:
		return model.NullKind
	case model.BoolValue:
		return model.BooleanKind
	case model.NumberValue:
		if IsInteger(v.Text) {
			return model.IntegerKind
		}
		return model.NumberKind
	case model.StringValue:
		return model.StringKind
	case model.ArrayValue:
		return model.ArrayKind
	}
	return model.ObjectKind
}

// Describe says what the values of a schema are, for messages.
func Describe(s *model.Schema) string {
	names := map[model.Kind]string{
		model.AnyKind: "any value", model.StringKind: "text", model.IntegerKind: "an integer",
		model.NumberKind: "a number", model.BooleanKind: "true or false", model.NullKind: "null",
		model.ArrayKind: "a list", model.ObjectKind: "an object", model.MapKind: "an object",
		model.UnionKind: "one of several scalar types", model.OneOfKind: "one of several alternatives",
		model.ErrorKind: "an error",
	}
	if s.Nullable && s.Resolved().Kind != model.NullKind {
		return names[s.Resolved().Kind] + " or null"
	}
	return names[s.Resolved().Kind]
}

// Any is a schema that admits every value.
func Any() *model.Schema { return &model.Schema{Kind: model.AnyKind} }
