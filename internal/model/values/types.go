package values

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Types is a set of JSON types.
type Types uint8

// The JSON types, in the order of model.ValueKind.
const (
	NullType Types = 1 << iota
	BoolType
	NumberType
	StringType
	ArrayType
	ObjectType
	AnyType = NullType | BoolType | NumberType | StringType | ArrayType | ObjectType
)

// TypeOf is the JSON type of a kind of values.
func TypeOf(k model.ValueKind) Types { return 1 << k }

// TypesOf is the set of JSON types of a schema's values.
func TypesOf(s *model.Schema) Types { return typesWithin(s, nil) }

// typesWithin is TypesOf but for the alternatives that were looked at: a
// broken type may be one of its own.
func typesWithin(s *model.Schema, seen map[*model.Schema]bool) Types {
	u := s.Resolved()
	var t Types
	switch u.Kind {
	case model.AnyKind, model.RefKind:
		return AnyType
	case model.UnionKind:
		for _, k := range u.Union {
			t |= TypesOf(&model.Schema{Kind: k})
		}
	case model.OneOfKind:
		if seen == nil {
			seen = map[*model.Schema]bool{}
		}
		if seen[u] {
			return 0
		}
		seen[u] = true
		for _, alt := range u.OneOf {
			t |= typesWithin(alt, seen)
		}
	case model.StringKind:
		t = StringType
	case model.IntegerKind, model.NumberKind:
		t = NumberType
	case model.BooleanKind:
		t = BoolType
	case model.NullKind:
		t = NullType
	case model.ArrayKind:
		t = ArrayType
	default:
		t = ObjectType
	}
	if s.Nullable || u.Nullable {
		t |= NullType
	}
	return t
}

// Alternative is the alternative of a oneOf with one of some JSON types; the schema
// itself if it is no oneOf, or none has one of them.
func Alternative(s *model.Schema, types Types) *model.Schema {
	for _, alt := range s.OneOf {
		if TypesOf(alt)&types != 0 {
			return alt
		}
	}
	return s
}
