package golang

import (
	"text/template"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// operationsTemplate is what every package of a catalog with operations has alike.
var operationsTemplate = template.Must(template.ParseFS(templates.Golang, "golang/operations.go.tmpl"))

// operationsFile has the operations of the API and what they can return; nil if the
// catalog has none.
func operationsFile(c *model.Catalog, parts api) *source {
	if len(c.Operations) == 0 {
		return nil
	}
	return &source{name: "operations.go", pieces: []piece{
		head(c, nil, append(when(parts.Server, "net/http"), "slices", parts.Engine)...),
		declarations(func() []jen.Code { return []jen.Code{operationConstants(c), operationFacts(c)} }),
		filled(operationsTemplate, parts),
	}}
}

// operationConstants declares the operations, in the order of the catalog.
//
//	// The operations of the API, in the order of the catalog.
//	const (
//		// OpGetOrder: GET /orders/{id}. Returns one order.
//		//
//		// It can return [ErrOrderGone], and what every operation can: [ErrUnauthorized].
//		OpGetOrder Operation = "GetOrder"
//	)
func operationConstants(c *model.Catalog) jen.Code {
	doc := &comment{}
	doc.say("The operations of the API, in the order of the catalog.")
	var lines []jen.Code
	for i, o := range c.Operations {
		if i > 0 {
			lines = append(lines, jen.Null().Line())
		}
		lines = append(lines, operationDoc(c, o).code(), jen.Id(o.Const).Id("Operation").Op("=").Add(text(o.Name)))
	}
	return jen.Add(doc.code()).Line().Const().Custom(jen.Options{Open: "(", Close: ")", Multi: true}, lines...)
}

// operationDoc documents an operation.
func operationDoc(c *model.Catalog, o *model.Operation) *comment {
	doc := &comment{}
	doc.say("%s", sentences(joined(": ", o.Const, sentences(joined(" ", o.Method, o.Path), o.Description))))
	own, common := links(o.Own), links(c.Common)
	switch {
	case own != "" && common != "":
		doc.say("It can return %s, and what every operation can: %s.", own, common)
	case own+common != "":
		doc.say("It can return %s.", own+common)
	default:
		doc.say("It returns no error.")
	}
	return doc
}

// operationFacts declares what is known of each operation.
//
//	// operations are what is known of each operation.
//	var operations = errgen.Operations[ID]{
//		{Name: "GetOrder", Method: "GET", Path: "/orders/{id}", Errors: []ID{ErrOrderGone, ErrUnauthorized}},
//	}
func operationFacts(c *model.Catalog) jen.Code {
	doc := &comment{}
	doc.say("operations are what is known of each operation.")
	var rows []jen.Code
	for _, o := range c.Operations {
		rows = append(rows, jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ","}, operationParts(o)...))
	}
	return jen.Add(doc.code()).Line().Var().Id("operations").Op("=").Id("errgen").Dot("Operations").Index(jen.Id("ID")).
		Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, rows...)
}

// operationParts are the fields of an operation, without the texts that it does not have.
func operationParts(o *model.Operation) []jen.Code {
	parts := []jen.Code{jen.Id("Name").Op(":").Add(text(o.Name))}
	if o.Method != "" {
		parts = append(parts, jen.Id("Method").Op(":").Add(text(o.Method)))
	}
	if o.Path != "" {
		parts = append(parts, jen.Id("Path").Op(":").Add(text(o.Path)))
	}
	var errors []jen.Code
	length := 0
	for _, e := range o.Errors {
		errors = append(errors, jen.Id(e.Const))
		length += len(e.Const) + len(", ")
	}
	return append(parts, jen.Id("Errors").Op(":").Index().Id("ID").Add(fit("{", errors, "}", length)))
}
