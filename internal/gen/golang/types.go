package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// typeDecls declares a type of the package: a struct for an object, a string
// type for an enum, a union, a one-of, a named slice or map.
func typeDecls(t *model.Type) []jen.Code {
	doc := &comment{}
	doc.prose(t.GoName + ": " + kindText(t))
	head := jen.Add(doc.code()).Line().Type().Id(t.GoName)
	switch s := t.Schema; s.Kind {
	case model.ObjectKind:
		return objectDecls(head, t)
	case model.UnionKind:
		return unionDecls(head, t)
	case model.OneOfKind:
		return oneOfDecls(head, t)
	case model.ArrayKind:
		return []jen.Code{head.Index().Add(goType(s.Items.Go))}
	case model.MapKind:
		return []jen.Code{head.Map(jen.String()).Add(goType(s.Additional.Go))}
	}
	decls := []jen.Code{head.String()}
	if len(t.Constants) > 0 {
		decls = append(decls, enumConstants(t))
	}
	return decls
}

// kindText says what a type is: the catalog's words, else its own.
func kindText(t *model.Type) string {
	for _, said := range []string{t.Description, t.Schema.Description} {
		if said != "" {
			return said
		}
	}
	if t.Name != "" {
		return "The type " + t.Name + " of the catalog."
	}
	return "A part of the errors' data."
}

// enumConstants declares the values that the catalog lists. Others can be
// received and are kept.
//
//	// The values of Reason that the catalog lists.
//	const (
//		ReasonExpired Reason = "expired"
//	)
func enumConstants(t *model.Type) jen.Code {
	doc := &comment{}
	doc.say("The values of %s that the catalog lists. Others may be received.", t.GoName)
	constants := make([]jen.Code, len(t.Constants))
	for i, c := range t.Constants {
		constants[i] = jen.Id(c.GoName).Id(t.GoName).Op("=").Add(text(c.Value))
	}
	return jen.Add(doc.code()).Line().Const().Custom(jen.Options{Open: "(", Close: ")", Multi: true}, constants...)
}

// objectDecls declares an object's struct.
//
//	// ValidationIssue: A validation error object.
//	type ValidationIssue struct {
//		// Human-readable error message.
//		Msg string
//	}
func objectDecls(head *jen.Statement, t *model.Type) []jen.Code {
	var fields []jen.Code
	for _, p := range t.Schema.Properties {
		doc := &comment{}
		doc.prose(p.Schema.Description)
		if p.Optional {
			doc.say("Optional; nil if absent.")
		}
		fields = append(fields, doc.code(), jen.Id(p.GoName).Add(goType(p.Go)))
	}
	if t.More != "" {
		doc := &comment{}
		doc.say("%s has the members that the others do not name.", t.More)
		fields = append(fields, doc.code(), jen.Id(t.More).Add(jen.Map(jen.String()).Add(goType(t.Schema.Additional.Go))))
	}
	return []jen.Code{head.Struct(fields...)}
}

// oneOfDecls declares a struct with a field for each alternative.
func oneOfDecls(head *jen.Statement, t *model.Type) []jen.Code {
	var fields []jen.Code
	for i, a := range t.Alternatives {
		doc := &comment{}
		doc.prose(t.Schema.OneOf[i].Description)
		if i == 0 {
			doc.say("One field is set; the first that is not nil is written.")
		}
		fields = append(fields, doc.code(), jen.Id(a.GoName).Add(goType(a.Go)))
	}
	return []jen.Code{head.Struct(fields...)}
}

// exchangeDecls declares the struct of the values that a writer supplies
// (docs/spec.md#exchange-values), whose fields are in the order of the support
// code's table.
//
//	// Exchange has the values that belong to a request or a connection, not to an
//	// error: the writer supplies them. What is nil is absent.
//	type Exchange struct {
//		RequestID *string
//	}
func exchangeDecls(values []*model.Exchange) []jen.Code {
	doc := &comment{}
	doc.say("Exchange has the values that belong to a request or a connection, not to an error: the writer supplies them. What is nil is left out, or empty where it must be there.")
	var fields []jen.Code
	for _, x := range values {
		doc := &comment{}
		doc.prose(x.Schema.Description)
		fields = append(fields, doc.code(), jen.Id(x.GoName).Add(goType(x.Go)))
	}
	return []jen.Code{jen.Add(doc.code()).Line().Type().Id("Exchange").Struct(fields...)}
}
