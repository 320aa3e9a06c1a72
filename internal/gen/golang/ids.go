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
//		ErrUnlisted ID = "Unlisted"
//
//		// ErrAccessDenied: The end-user is not entitled for the operation.
//		// ...
//		ErrAccessDenied ID = "AccessDenied"
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
	add(unlisted, idConstant(unlistedID, "Unlisted"))
	add(unexpected, idConstant(unexpectedID, "UnexpectedResponse"))
	for _, e := range c.Entries {
		add(entryDoc(e), idConstant(e.Const, e.Name))
	}
	return jen.Add(doc.code()).Line().Const().Custom(jen.Options{Open: "(", Close: ")", Multi: true}, lines...)
}

// idConstant declares the ID of an entry with a name.
func idConstant(constant, name string) jen.Code {
	return jen.Id(constant).Id("ID").Op("=").Add(text(name))
}
