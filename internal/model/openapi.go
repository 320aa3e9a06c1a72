package model

import "cmp"

// OpenAPI says how the OpenAPI document of a catalog is written: its `openapi`
// (docs/spec.md#openapi). What is not set is as the manual's defaults have it.
type OpenAPI struct {
	Version string // info.version; default 1.0.0
	License *DocumentLicense
	Contact *DocumentContact
	Prefix  *string // of component names; default the package
	// Unions says what the responses of several entries refer to: "full" (the default),
	// a schema for each entry, or "envelope", the envelope with the codes of the entries.
	Unions string
	// Texts says what the texts of entries are: "examples" or "contract", which is the
	// default where the catalog's policy says that texts are stable.
	Texts string
	// Audience is "internal" (the default), or "public": nothing is said of Go.
	Audience      string
	Discriminator *bool // whether unions have a discriminator where they can; default true
	// Default says which entries the default response of each operation is of: "fallback"
	// or "any"; by default there is none.
	Default string
}

// DocumentLicense is the license of a document.
type DocumentLicense struct{ Name, URL string }

// DocumentContact says who answers for a document.
type DocumentContact struct{ Name, URL, Email string }

// Or returns the options with those that are not set from others.
func (o OpenAPI) Or(others OpenAPI) OpenAPI {
	return OpenAPI{
		Version: cmp.Or(o.Version, others.Version), License: cmp.Or(o.License, others.License), Contact: cmp.Or(o.Contact, others.Contact),
		Prefix: cmp.Or(o.Prefix, others.Prefix), Unions: cmp.Or(o.Unions, others.Unions), Texts: cmp.Or(o.Texts, others.Texts),
		Audience: cmp.Or(o.Audience, others.Audience), Discriminator: cmp.Or(o.Discriminator, others.Discriminator),
		Default: cmp.Or(o.Default, others.Default),
	}
}
