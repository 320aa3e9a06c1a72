package schemas

import "github.com/seed-1b9d9f04/errgen/internal/model"

// goType decides the Go type of the schema's values, unless it has one of its
// own by now. A refinement that changes no more than bounds keeps its base's.
func (b *builder) goType() {
	s := b.s
	if s.Go.Kind != model.GoNamed {
		s.Go = GoTypeOf(s)
		if b.base != nil && !b.restructures() && b.base.Go.Kind == model.GoNamed {
			s.Go = b.base.Go
		}
	}
	s.Go = nullablePointer(s)
}

// GoTypeOf is the Go type of a schema without a type of its own, null not
// counted.
func GoTypeOf(s *model.Schema) model.GoType {
	kind := model.GoAny
	switch s.Kind {
	case model.StringKind:
		kind = model.GoString
		if s.Format == "byte" {
			kind = model.GoBytes
		}
	case model.IntegerKind, model.NumberKind:
		kind = goNumber(s)
	case model.BooleanKind:
		kind = model.GoBool
	case model.ErrorKind:
		kind = model.GoError
	case model.ArrayKind:
		elem := s.Items.Go
		return model.GoType{Kind: model.GoSlice, Elem: &elem}
	case model.MapKind:
		elem := s.Additional.Go
		return model.GoType{Kind: model.GoMap, Elem: &elem}
	case model.RefKind:
		return model.GoType{Kind: model.GoNamed, Named: s.Ref}
	}
	return model.GoType{Kind: kind}
}

func goNumber(s *model.Schema) model.GoKind {
	switch s.Format {
	case "seconds", "milliseconds":
		return model.GoDuration
	case "unix-time":
		return model.GoTime
	}
	if s.Kind == model.NumberKind {
		return model.GoFloat64
	}
	switch s.Format {
	case "int32":
		return model.GoInt32
	case "uint64":
		return model.GoUint64
	}
	return model.GoInt64
}

// nullablePointer is the schema's Go type with the pointer that null needs:
// where nil is no value of the type already.
func nullablePointer(s *model.Schema) model.GoType {
	g := s.Go
	g.Pointers = 0
	if s.Nullable && !isNilable(g) {
		g.Pointers = 1
	}
	return g
}

// MayBeAbsent is the Go type of a member or param: nil is absent. One that is
// both optional and nullable has a pointer more, to keep its three states apart.
func MayBeAbsent(s *model.Schema, optional bool) model.GoType {
	g := s.Go
	if optional && (s.Nullable || !isNilable(g)) {
		g.Pointers++
	}
	return g
}

// isNilable reports whether nil is a value of the Go type itself.
func isNilable(g model.GoType) bool {
	switch g.Kind {
	case model.GoAny, model.GoBytes, model.GoSlice, model.GoMap, model.GoError:
		return true
	case model.GoNamed:
		k := g.Named.Schema.Kind
		return k == model.ArrayKind || k == model.MapKind
	}
	return false
}
