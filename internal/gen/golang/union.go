package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// unionDecls declares a union of scalar types: a small comparable struct with a
// constructor and an accessor for each type. Its underlying type is that of the
// engine's Scalar. One that may be null is a pointer where it stands.
//
//	// LocationStep: A member's name or an element's index.
//	type LocationStep errgen.Scalar
//
//	// LocationStepString returns a value of LocationStep that is a string.
//	func LocationStepString(value string) LocationStep { return LocationStep(errgen.String(value)) }
//
//	// AsString returns the value, and whether it is a string.
//	func (v LocationStep) AsString() (string, bool) { return errgen.Scalar(v).AsString() }
func unionDecls(head *jen.Statement, t *model.Type) []jen.Code {
	decls := []jen.Code{head.Id("errgen").Dot("Scalar")}
	for i, kind := range t.Schema.Union {
		a := t.Alternatives[i]
		decls = append(decls, unionConstructor(t, kind, a), unionAccessor(t, kind, a))
	}
	return decls
}

// isUnion reports whether a type is a union of scalar types.
func isUnion(t *model.Type) bool { return t.Schema.Kind == model.UnionKind }

// scalarKinds are the kinds of scalars, as people and the engine call them.
var scalarKinds = map[model.Kind]struct{ word, name string }{
	model.StringKind:  {"a string", "String"},
	model.IntegerKind: {"an integer", "Integer"},
	model.NumberKind:  {"a number", "Number"},
	model.BooleanKind: {"a boolean", "Boolean"},
}

func unionConstructor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	k := scalarKinds[kind]
	doc := &comment{}
	doc.say("%s returns a value of %s that is %s.", a.NewFunc, t.GoName, k.word)
	return jen.Add(doc.code()).Line().
		Func().Id(a.NewFunc).Params(jen.Id("value").Add(goType(a.Go))).Id(t.GoName).
		Add(oneLiner(jen.Return(jen.Id(t.GoName).Parens(jen.Id("errgen").Dot(k.name).Call(jen.Id("value"))))))
}

func unionAccessor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	k := scalarKinds[kind]
	doc := &comment{}
	doc.say("%s returns the value, and whether it is %s.", a.GoName, k.word)
	return jen.Add(doc.code()).Line().
		Func().Params(jen.Id("v").Id(t.GoName)).Id(a.GoName).Params().Params(goType(a.Go), jen.Bool()).
		Add(oneLiner(jen.Return(jen.Id("errgen").Dot("Scalar").Parens(jen.Id("v")).Dot("As" + k.name).Call())))
}
