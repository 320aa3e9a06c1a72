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
		head(c, nil, append(when(parts.Server, "net/http"), "slices")...),
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
//	var operations = []operation{
//		{OpGetOrder, "GET", "/orders/{id}", []ID{ErrOrderGone, ErrUnauthorized}},
//	}
func operationFacts(c *model.Catalog) jen.Code {
	doc := &comment{}
	doc.say("operations are what is known of each operation.")
	var rows []jen.Code
	for _, o := range c.Operations {
		var errors []jen.Code
		length := 0
		for _, e := range o.Errors {
			errors = append(errors, jen.Id(e.Const))
			length += len(e.Const) + 2
		}
		ids := jen.Index().Id("ID").Add(fit("{", errors, "}", length))
		rows = append(rows, jen.Values(jen.Id(o.Const), text(o.Method), text(o.Path), ids))
	}
	return jen.Add(doc.code()).Line().Var().Id("operations").Op("=").Index().Id("operation").
		Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, rows...)
}
