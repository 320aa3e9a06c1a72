package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// unionDecls declares a union of scalar types: a small comparable struct with a
// constructor and an accessor for each type. Its underlying type is the support
// code's scalar. One that may be null is a pointer where it stands.
//
//	// LocationStep: A member's name or an element's index.
//	type LocationStep scalar
//
//	// LocationStepString returns a value of LocationStep that is a string.
//	func LocationStepString(value string) LocationStep { return LocationStep(scalarString(value)) }
//
//	// AsString returns the string, and whether it is one.
//	func (v LocationStep) AsString() (string, bool) { return v.text, v.kind == stringType }
//
//	func (v *LocationStep) scalar() *scalar { return (*scalar)(v) }
func unionDecls(head *jen.Statement, t *model.Type) []jen.Code {
	decls := []jen.Code{head.Id("scalar")}
	for i, kind := range t.Schema.Union {
		a := t.Alternatives[i]
		decls = append(decls, unionConstructor(t, kind, a), unionAccessor(t, kind, a))
	}
	return append(decls,
		jen.Func().Params(jen.Id("v").Op("*").Id(t.GoName)).Id("scalar").Params().Op("*").Id("scalar").
			Add(line(jen.Return(jen.Parens(jen.Op("*").Id("scalar")).Parens(jen.Id("v"))))))
}

// scalarKind is how the support code's type scalar holds a kind of value.
type scalarKind struct {
	word string         // for people
	from string         // the function that makes one
	is   string         // the flag in the field kind
	held *jen.Statement // the expression that is the value
}

var scalarKinds = map[model.Kind]scalarKind{
	model.StringKind:  {"a string", "scalarString", "stringType", jen.Id("v").Dot("text")},
	model.IntegerKind: {"an integer", "scalarInteger", "integerType", jen.Id("v").Dot("bits")},
	model.NumberKind:  {"a number", "scalarNumber", "numberType", jen.Id("v").Dot("real")},
	model.BooleanKind: {"a boolean", "scalarBoolean", "boolType", jen.Id("v").Dot("bits").Op("==").Lit(1)},
}

func unionConstructor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	k := scalarKinds[kind]
	doc := &comment{}
	doc.say("%s returns a value of %s that is %s.", a.NewFunc, t.GoName, k.word)
	return jen.Add(doc.code()).Line().
		Func().Id(a.NewFunc).Params(jen.Id("value").Add(inside.goType(a.Go))).Id(t.GoName).
		Add(line(jen.Return(jen.Id(t.GoName).Parens(jen.Id(k.from).Call(jen.Id("value"))))))
}

func unionAccessor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	k := scalarKinds[kind]
	doc := &comment{}
	doc.say("%s returns the value, and whether it is %s.", a.GoName, k.word)
	return jen.Add(doc.code()).Line().
		Func().Params(jen.Id("v").Id(t.GoName)).Id(a.GoName).Params().Params(inside.goType(a.Go), jen.Bool()).
		Add(line(jen.Return(k.held.Clone(), jen.Id("v").Dot("kind").Op("==").Id(k.is))))
}
