package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A scope is where code stands: the name by which it has imported the package.
type scope string

// inside is the package itself.
const inside scope = ""

// name is a name that the package declares.
func (in scope) name(s string) *jen.Statement {
	if in == inside {
		return jen.Id(s)
	}
	return jen.Id(string(in)).Dot(s)
}

// goType is a Go type as it is written.
func (in scope) goType(t model.GoType) *jen.Statement {
	s := jen.Null()
	for range t.Pointers {
		s = s.Op("*")
	}
	switch t.Kind {
	case model.GoSlice:
		return s.Index().Add(in.goType(*t.Elem))
	case model.GoMap:
		return s.Map(jen.String()).Add(in.goType(*t.Elem))
	case model.GoDuration:
		return s.Qual("time", "Duration")
	case model.GoTime:
		return s.Qual("time", "Time")
	case model.GoBytes:
		return s.Index().Byte()
	case model.GoNamed:
		return s.Add(in.name(t.Named.GoName))
	}
	return s.Id(basicTypes[t.Kind])
}

// basicTypes are the predeclared types.
var basicTypes = map[model.GoKind]string{
	model.GoAny:     "any",
	model.GoString:  "string",
	model.GoInt64:   "int64",
	model.GoInt32:   "int32",
	model.GoUint64:  "uint64",
	model.GoFloat64: "float64",
	model.GoBool:    "bool",
	model.GoError:   "error",
}

// sameType reports whether two types are written alike.
func sameType(a, b model.GoType) bool {
	if a.Kind != b.Kind || a.Pointers != b.Pointers || a.Named != b.Named {
		return false
	}
	return a.Elem == nil || sameType(*a.Elem, *b.Elem)
}

// usesTime reports whether one of the types is written with package time.
func usesTime(types []model.GoType) bool {
	for _, t := range types {
		for ; t.Elem != nil; t = *t.Elem {
		}
		if t.Kind == model.GoDuration || t.Kind == model.GoTime {
			return true
		}
	}
	return false
}

// memberTypes are the types with which a type is declared.
func memberTypes(t *model.Type) []model.GoType {
	var types []model.GoType
	for _, p := range t.Schema.Properties {
		types = append(types, p.Go)
	}
	for _, a := range t.Alternatives {
		types = append(types, a.Go)
	}
	for _, s := range []*model.Schema{t.Schema.Items, t.Schema.Additional} {
		if s != nil {
			types = append(types, s.Go)
		}
	}
	return types
}
