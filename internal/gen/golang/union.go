package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// unionDecls declares a union of scalar types: a small comparable struct with a
// constructor and an accessor for each type. What they call is the support
// code's type scalar, which is the union's underlying type.
//
//	// LocationStep: A member's name or an element's index.
//	type LocationStep scalar
//
//	// LocationStepString returns the LocationStep that is a string.
//	func LocationStepString(value string) LocationStep { return LocationStep(scalarString(value)) }
//
//	// AsString returns the string, and whether it is one.
//	func (v LocationStep) AsString() (string, bool) { return scalar(v).asString() }
//
//	func (v *LocationStep) scalar() *scalar { return (*scalar)(v) }
func unionDecls(head *jen.Statement, t *model.Type) []jen.Code {
	decls := []jen.Code{head.Id("scalar")}
	for i, kind := range t.Schema.Union {
		a := t.Alternatives[i]
		decls = append(decls, unionConstructor(t, kind, a), unionAccessor(t, kind, a))
	}
	if t.Schema.Nullable {
		decls = append(decls, unionNull(t))
	}
	return append(decls,
		jen.Func().Params(jen.Id("v").Op("*").Id(t.GoName)).Id("scalar").Params().Op("*").Id("scalar").
			Add(line(jen.Return(jen.Parens(jen.Op("*").Id("scalar")).Parens(jen.Id("v"))))))
}

// scalarKind is how the support code calls a kind of scalar.
type scalarKind struct{ word, from, as string }

var scalarKinds = map[model.Kind]scalarKind{
	model.StringKind:  {"string", "scalarString", "asString"},
	model.IntegerKind: {"integer", "scalarInteger", "asInteger"},
	model.NumberKind:  {"number", "scalarNumber", "asNumber"},
	model.BooleanKind: {"boolean", "scalarBoolean", "asBoolean"},
}

func unionConstructor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	doc := &comment{}
	doc.say("%s returns the %s that is a %s.", a.NewFunc, t.GoName, scalarKinds[kind].word)
	return jen.Add(doc.code()).Line().
		Func().Id(a.NewFunc).Params(jen.Id("value").Add(goType(a.Go))).Id(t.GoName).
		Add(line(jen.Return(jen.Id(t.GoName).Parens(jen.Id(scalarKinds[kind].from).Call(jen.Id("value"))))))
}

func unionAccessor(t *model.Type, kind model.Kind, a model.Alternative) jen.Code {
	doc := &comment{}
	doc.say("%s returns the %s, and whether it is one.", a.GoName, scalarKinds[kind].word)
	return jen.Add(doc.code()).Line().
		Func().Params(jen.Id("v").Id(t.GoName)).Id(a.GoName).Params().Params(goType(a.Go), jen.Bool()).
		Add(line(jen.Return(jen.Id("scalar").Parens(jen.Id("v")).Dot(scalarKinds[kind].as).Call())))
}

// unionNull declares the question whether a union is null, as its zero value is.
func unionNull(t *model.Type) jen.Code {
	doc := &comment{}
	doc.say("IsNull reports whether the value is null, as the zero one is.")
	return jen.Add(doc.code()).Line().
		Func().Params(jen.Id("v").Id(t.GoName)).Id("IsNull").Params().Bool().
		Add(line(jen.Return(jen.Id("scalar").Parens(jen.Id("v")).Dot("isNull").Call())))
}
