package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// The IDs that every package has before those of its entries.
const (
	unlistedID   = "ErrUnlisted"
	unexpectedID = "ErrUnexpectedResponse"
)

// idConstants declares the ID of every entry, in the order of the catalog.
//
//	// The errors of the catalog, in its order.
//	const (
//		// ErrUnlisted is decoded only: ...
//		ErrUnlisted ID = 1 + iota
//
//		// ErrUnexpectedResponse is decoded only: ...
//		ErrUnexpectedResponse
//
//		// ErrAccessDenied: The end-user is not entitled for the operation.
//		// ...
//		ErrAccessDenied
//	)
func idConstants(c *model.Catalog) jen.Code {
	doc := &comment{}
	doc.say("The errors of the catalog, in its order.")
	var lines []jen.Code
	add := func(doc *comment, constant jen.Code) {
		if len(lines) > 0 {
			lines = append(lines, jen.Null().Line())
		}
		lines = append(lines, doc.code(), constant)
	}
	unlisted, unexpected := &comment{}, &comment{}
	unlisted.say("%s is decoded only: an error in the API's own format that the catalog does not list.", unlistedID)
	unexpected.say("%s is decoded only: a response that is not in the API's format, such as a proxy's page, or an empty or broken body.", unexpectedID)
	add(unlisted, jen.Id(unlistedID).Id("ID").Op("=").Lit(1).Op("+").Iota())
	add(unexpected, jen.Id(unexpectedID))
	for _, e := range c.Entries {
		add(entryDoc(e), jen.Id(e.Const))
	}
	return jen.Add(doc.code()).Line().Const().Custom(jen.Options{Open: "(", Close: ")", Multi: true}, lines...)
}
