package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// goType is a Go type as the package itself writes it.
func goType(t model.GoType) *jen.Statement { return jen.Op(gocode.Scope("").Type(t)) }

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
