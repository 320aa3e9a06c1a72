package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryDecls declares an entry's data type, constructor and methods; nothing
// for an entry without a type of its own.
func entryDecls(e *model.Entry) []jen.Code {
	var decls []jen.Code
	if e.TypeName != "" {
		decls = append(decls, dataType(e))
	}
	if e.NewFunc != "" {
		decls = append(decls, constructor(e))
	}
	if e.TypeName != "" {
		decls = append(decls, dataMethods(e))
	}
	return decls
}

// dataType declares the struct that holds an entry's params.
//
//	// CaseClosedError is the data of ErrCaseClosed.
//	type CaseClosedError struct {
//		// For how many days at least the case has been closed.
//		Days int64
//	}
func dataType(e *model.Entry) jen.Code {
	doc := &comment{}
	doc.say("%s is the data of %s.", e.TypeName, e.Const)
	deprecation(doc, e)
	var fields []jen.Code
	if e.StatusParam {
		statusDoc := &comment{}
		statusDoc.say("Status is the HTTP status, one of %s; %d is written for any other.", statusText(e.Status), e.WriteStatus())
		fields = append(fields, statusDoc.code(), jen.Id("Status").Int())
	}
	for _, p := range e.Params {
		fields = append(fields, paramDoc(p).code(), jen.Id(p.GoName).Add(goType(p.Go)))
	}
	return jen.Add(doc.code()).Line().Type().Id(e.TypeName).Struct(fields...)
}

// paramDoc documents a struct field: the catalog's words, and what is special.
func paramDoc(p *model.Param) *comment {
	said := p.Description
	if said == "" && p.Schema != nil {
		said = p.Schema.Description
	}
	doc := &comment{}
	doc.prose(said)
	switch {
	case p.Default != nil:
		doc.say("Optional; the constructor sets it to %s.", valueText(*p.Default))
	case p.Optional:
		doc.say("Optional; nil if absent.")
	}
	if p.Private {
		doc.say("Only for logs: it is never written.")
	}
	if p.Sensitive {
		doc.say("Sensitive: never in logs and in the text of Error.")
	}
	return doc
}

// constructor declares the function that raises an entry.
//
//	// NewCaseClosed returns an occurrence of ErrCaseClosed.
//	func NewCaseClosed(days int64) *Error {
//		return &Error{id: ErrCaseClosed, data: &CaseClosedError{Days: days}}
//	}
func constructor(e *model.Entry) jen.Code {
	doc := &comment{}
	doc.say("%s returns an occurrence of %s.", e.NewFunc, e.Const)
	if hasUnset(e) {
		doc.say("What is optional is set in the data, which New takes as well.")
	}
	deprecation(doc, e)
	var args []argument
	var fields []jen.Code
	if e.StatusParam {
		args = append(args, argument{"status", jen.Int(), nil})
		fields = append(fields, jen.Id("Status").Op(":").Id("status"))
	}
	for _, p := range e.Params {
		switch {
		case p.Required():
			args = append(args, argument{p.ArgName, goType(p.Go), &p.Go})
			fields = append(fields, jen.Id(p.GoName).Op(":").Id(p.ArgName))
		case p.Default != nil:
			fields = append(fields, jen.Id(p.GoName).Op(":").Add(goValue(*p.Default, p.Go, p.Schema)))
		}
	}
	occurrence := []jen.Code{jen.Id("id").Op(":").Id(e.Const)}
	if e.TypeName != "" {
		occurrence = append(occurrence, jen.Id("data").Op(":").Op("&").Id(e.TypeName).Values(fields...))
	}
	return jen.Add(doc.code()).Line().
		Func().Id(e.NewFunc).Params(parameters(args)...).Op("*").Id("Error").Block(
		jen.Return(jen.Op("&").Id("Error").Values(occurrence...)))
}

// argument is a parameter of a constructor.
type argument struct {
	name string
	code jen.Code      // of its type
	of   *model.GoType // nil for the status
}

// parameters writes parameters; neighbours of one type share it: a, b string.
func parameters(args []argument) []jen.Code {
	codes := make([]jen.Code, len(args))
	for i, a := range args {
		codes[i] = jen.Id(a.name)
		if i+1 == len(args) || a.of == nil || args[i+1].of == nil || !sameType(*a.of, *args[i+1].of) {
			codes[i] = jen.Id(a.name).Add(a.code)
		}
	}
	return codes
}

// hasUnset reports whether the constructor leaves a param without a value.
func hasUnset(e *model.Entry) bool {
	for _, p := range e.Params {
		if p.Optional && p.Default == nil {
			return true
		}
	}
	return false
}

// dataMethods declares the methods by which the support code knows a data type.
//
//	func (e *CaseClosedError) Error() string      { return dataText(e) }
//	func (e *CaseClosedError) Unwrap() error      { return dataError(e) }
//	func (e *CaseClosedError) at(i int) (ID, any) { return ErrCaseClosed, pick(i, &e.Days) }
func dataMethods(e *model.Entry) jen.Code {
	receiver := func() *jen.Statement { return jen.Func().Params(jen.Id("e").Op("*").Id(e.TypeName)) }
	pointers := []jen.Code{jen.Id("i")}
	if e.StatusParam {
		pointers = append(pointers, jen.Op("&").Id("e").Dot("Status"))
	}
	for _, p := range e.Params {
		pointers = append(pointers, jen.Op("&").Id("e").Dot(p.GoName))
	}
	index, at := jen.Id("i"), jen.Id("pick").Call(pointers...)
	if len(pointers) == 1 {
		index, at = jen.Null(), jen.Nil()
	}
	return jen.Line().Add(
		receiver().Id("Error").Params().String().Add(line(jen.Return(jen.Id("dataText").Call(jen.Id("e"))))).Line(),
		receiver().Id("Unwrap").Params().Error().Add(line(jen.Return(jen.Id("dataError").Call(jen.Id("e"))))).Line(),
		receiver().Id("at").Params(index.Int()).Params(jen.Id("ID"), jen.Any()).
			Add(line(jen.Return(jen.Id(e.Const), at))),
	)
}

// line is the body of a function that stands on the line of its head.
func line(statement jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Close: "}"}, statement)
}
