package values

import (
	"fmt"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Scalar types a scalar by a schema. problem says what the scalar is if the
// schema does not want it.
func Scalar(text string, quoted bool, s *model.Schema) (value model.Value, problem string) {
	plainNull := !quoted && IsNull(text)
	if plainNull && s.AdmitsNull() {
		return model.Value{Kind: model.NullValue}, ""
	}
	shown := diag.Quote(text)
	if plainNull {
		shown = "null"
		if text == "" {
			shown = "nothing"
		}
		return value, shown
	}
	if s.Kind == model.StringKind {
		return Text(text), ""
	}
	if quoted {
		if s.Kind == model.AnyKind || slices.Contains(s.Union, model.StringKind) {
			return Text(text), ""
		}
		return value, "the text " + shown
	}
	return plainValue(text, shown, s)
}

// plainValue types a plain scalar, neither null nor wanted as text.
func plainValue(text, shown string, s *model.Schema) (value model.Value, problem string) {
	switch s.Kind {
	case model.IntegerKind, model.NumberKind:
		if n, ok := Canonical(text); ok && (s.Kind == model.NumberKind || IsIntegerForm(text)) {
			return model.Value{Kind: model.NumberValue, Text: n}, ""
		}
	case model.BooleanKind:
		if b, ok := boolOf(text); ok {
			return model.Value{Kind: model.BoolValue, Bool: b}, ""
		}
	case model.AnyKind, model.UnionKind:
		v, ok := Core(text)
		if ok && (s.Kind == model.AnyKind || UnionTakes(s, KindOf(v))) {
			return v, ""
		}
		if slices.Contains(s.Union, model.StringKind) {
			return Text(text), ""
		}
		if !ok {
			return value, fmt.Sprintf("%s, which JSON cannot write, as a number", shown)
		}
	}
	return value, shown
}
