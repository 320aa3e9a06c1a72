package gocode

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// HasType reports whether a value can be written as one of a Go type. What a sample
// holds need not be: where the types of a catalog hold each other it ends somewhere.
// Errors within errors are no values.
func HasType(v model.Value, t model.GoType, s *model.Schema) bool {
	if t.Kind == model.GoError {
		return false
	}
	if v.Kind == model.NullValue {
		return t.Pointers > 0 || t.IsNilable()
	}
	s = s.Resolved()
	switch t.Kind {
	case model.GoAny:
		return true
	case model.GoString, model.GoBytes:
		return v.Kind == model.StringValue
	case model.GoBool:
		return v.Kind == model.BoolValue
	case model.GoSlice:
		return v.Kind == model.ArrayValue && allHave(v, *t.Elem, s.Items)
	case model.GoMap:
		return v.Kind == model.ObjectValue && allHave(v, *t.Elem, s.Additional)
	case model.GoNamed:
		return hasNamedType(v, t.Named)
	}
	return v.Kind == model.NumberValue
}

// allHave reports whether all items and members are of a Go type.
func allHave(v model.Value, t model.GoType, s *model.Schema) bool {
	for _, item := range v.Items {
		if !HasType(item, t, s) {
			return false
		}
	}
	for _, m := range v.Members {
		if !HasType(m.Value, t, s) {
			return false
		}
	}
	return true
}

// hasNamedType is HasType for a type of the package.
func hasNamedType(v model.Value, t *model.Type) bool {
	s := t.Schema
	switch s.Kind {
	case model.ObjectKind:
		return v.Kind == model.ObjectValue && membersHave(v, t)
	case model.ArrayKind:
		return v.Kind == model.ArrayValue && allHave(v, s.Items.Go, s.Items)
	case model.MapKind:
		return v.Kind == model.ObjectValue && allHave(v, s.Additional.Go, s.Additional)
	case model.UnionKind:
		return admitsSchema(s, v)
	case model.OneOfKind:
		for i, alternative := range s.OneOf {
			if admitsSchema(alternative, v) {
				return HasType(v, t.Alternatives[i].Go, alternative)
			}
		}
		return false
	}
	return v.Kind == model.StringValue
}

// membersHave reports whether the members of an object are of their Go types.
func membersHave(v model.Value, t *model.Type) bool {
	for _, m := range v.Members {
		switch p := propertyOf(t.Schema, m.Name); {
		case p != nil && !HasType(m.Value, p.Go, p.Schema):
			return false
		case p == nil && t.More != "" && !HasType(m.Value, t.Schema.Additional.Go, t.Schema.Additional):
			return false
		}
	}
	return true
}

// admitsSchema reports whether a value has the JSON type of a schema.
func admitsSchema(s *model.Schema, v model.Value) bool {
	s = s.Resolved()
	if s.Kind == model.UnionKind {
		for _, kind := range s.Union {
			if admits(kind, v) {
				return true
			}
		}
		return false
	}
	return admits(s.Kind, v)
}

// admits reports whether a value is of a kind of schema.
func admits(kind model.Kind, v model.Value) bool {
	switch kind {
	case model.StringKind:
		return v.Kind == model.StringValue
	case model.IntegerKind:
		return v.Kind == model.NumberValue && !strings.ContainsAny(v.Text, ".eE")
	case model.NumberKind:
		return v.Kind == model.NumberValue
	case model.BooleanKind:
		return v.Kind == model.BoolValue
	case model.ArrayKind:
		return v.Kind == model.ArrayValue
	case model.ObjectKind, model.MapKind:
		return v.Kind == model.ObjectValue
	}
	return kind == model.AnyKind
}
