package golang

import "github.com/seed-1b9d9f04/errgen/internal/model"

// maxShown is how long a value in an example may be, in bytes of JSON.
const maxShown = 200

// canWrite reports whether a value can be written as an expression of a Go type
// that people still like to read.
func canWrite(v model.Value, t model.GoType, s *model.Schema) bool {
	return hasGoType(v, t, s) && len(v.AppendJSON(nil)) <= maxShown
}

// hasGoType reports whether a value is one of a Go type. What a sample holds need
// not be: where the types of a catalog hold each other it ends somewhere.
func hasGoType(v model.Value, t model.GoType, s *model.Schema) bool {
	if t.Kind == model.GoError {
		return false // errors within errors are no literals
	}
	if v.Kind == model.NullValue {
		return t.Pointers > 0 || isNilable(t)
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
		if !hasGoType(item, t, s) {
			return false
		}
	}
	for _, m := range v.Members {
		if !hasGoType(m.Value, t, s) {
			return false
		}
	}
	return true
}

// hasNamedType is hasGoType for a type of the package.
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
				return hasGoType(v, t.Alternatives[i].Go, alternative)
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
		case p != nil && !hasGoType(m.Value, p.Go, p.Schema):
			return false
		case p == nil && t.More != "" && !hasGoType(m.Value, t.Schema.Additional.Go, t.Schema.Additional):
			return false
		}
	}
	return true
}
