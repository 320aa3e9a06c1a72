package golang

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryDecls declares an entry's data type and constructor; nothing for an entry
// without a type of its own.
func entryDecls(e *model.Entry) []jen.Code {
	var decls []jen.Code
	if e.TypeName != "" {
		decls = append(decls, dataType(e))
	}
	if e.NewFunc != "" {
		decls = append(decls, constructor(e))
	}
	if e.TypeName != "" && e.HasPresets() {
		decls = append(decls, presets(e))
	}
	return decls
}

// presets declares the function that makes data with what the constructor presets,
// for an occurrence that comes without.
//
//	func presetSlow() any {
//		return &SlowError{Wait: 30}
//	}
func presets(e *model.Entry) jen.Code {
	var fields []jen.Code
	length := len("func () any { return &{} }") + len(presetFunc(e)) + len(e.TypeName)
	for _, p := range e.Params {
		if p.Default != nil {
			fields = append(fields, jen.Id(p.GoName).Op(":").Add(preset(p)))
			length += len(p.GoName) + len(": , ") + len(valueText(*p.Default))
		}
	}
	return jen.Line().Func().Id(presetFunc(e)).Params().Any().Block(
		jen.Return(jen.Op("&").Id(e.TypeName).Add(fit("{", fields, "}", length))))
}

// presetFunc is the name of the function that makes an entry's data.
func presetFunc(e *model.Entry) string { return "preset" + e.Name }

// dataType declares the struct that holds an entry's params.
//
//	// CaseClosedError is the data of [ErrCaseClosed].
//	type CaseClosedError struct {
//		// For how many days at least the case has been closed.
//		Days int64
//	}
func dataType(e *model.Entry) jen.Code {
	doc := &comment{}
	doc.say("%s is the data of [%s].", e.TypeName, e.Const)
	deprecation(doc, e)
	var fields []jen.Code
	if e.StatusParam {
		statusDoc := &comment{}
		statusDoc.say("Status is the HTTP status, one of %s; %d is written for any other.", e.Status, e.WriteStatus())
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
	var notes []string
	switch {
	case p.Default != nil:
		notes = append(notes, "Optional; the constructor sets it to "+valueText(*p.Default)+".")
	case p.Optional:
		notes = append(notes, "Optional; nil if absent.")
	}
	if p.Private {
		notes = append(notes, "For logs only; it is never written.")
	}
	if p.Markup {
		notes = append(notes, "Markup: HTML and XML have it as it is, not escaped.")
	}
	if p.Sensitive {
		notes = append(notes, "Sensitive: never in logs nor in the text of Error.")
	}
	doc := &comment{}
	doc.prose(said)
	doc.say("%s", strings.Join(notes, " "))
	return doc
}

// constructor declares the function that raises an entry.
//
//	// NewCaseClosed returns an occurrence of [ErrCaseClosed].
//	func NewCaseClosed(days int64) *Error {
//		return newError(&CaseClosedError{Days: days})
//	}
func constructor(e *model.Entry) jen.Code {
	doc := &comment{}
	doc.say("%s returns an occurrence of [%s].", e.NewFunc, e.Const)
	if e.HasUnset() {
		doc.say("Set optional fields on the struct and raise it with New(&%s{...}).", e.TypeName)
	}
	deprecation(doc, e)
	var args []argument
	var fields []jen.Code
	length := len("return newError(&{})") + len(e.TypeName)
	field := func(name string, value jen.Code, n int) {
		fields = append(fields, jen.Id(name).Op(":").Add(value))
		length += len(name) + len(": , ") + n
	}
	if e.StatusParam {
		args = append(args, argument{"status", jen.Int(), nil})
		field("Status", jen.Id("status"), len("status"))
	}
	for _, p := range e.Params {
		switch {
		case p.Required():
			args = append(args, argument{p.ArgName, goType(p.Go), &p.Go})
			field(p.GoName, jen.Id(p.ArgName), len(p.ArgName))
		case p.Default != nil:
			field(p.GoName, preset(p), len(valueText(*p.Default)))
		}
	}
	occurrence := jen.Id("raise").Call(jen.Id(rowName(e))) // Data makes what data there is
	if e.StatusParam || len(e.Params) > 0 {
		occurrence = jen.Id("newError").Call(jen.Op("&").Id(e.TypeName).Add(fit("{", fields, "}", length)))
	}
	return jen.Add(doc.code()).Line().
		Func().Id(e.NewFunc).Add(parameters(e.NewFunc, args)).Op("*").Id("Error").Block(jen.Return(occurrence))
}

// argument is a parameter of a constructor.
type argument struct {
	name string
	code jen.Code      // of its type
	of   *model.GoType // nil for the status
}

// parameters writes a function's parameters. On one line neighbours of one type
// share it: a, b string.
func parameters(function string, args []argument) jen.Code {
	length := len("func () *Error {") + len(function)
	for _, a := range args {
		length += len(a.name) + len(", ")
	}
	codes := make([]jen.Code, len(args))
	for i, a := range args {
		shared := i+1 < len(args) && a.of != nil && args[i+1].of != nil && sameType(*a.of, *args[i+1].of)
		if codes[i] = jen.Id(a.name).Add(a.code); shared && length <= longLine {
			codes[i] = jen.Id(a.name)
		}
	}
	return fit("(", codes, ")", length)
}
