package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// OpenAPI resolves what a catalog, or a configuration, says of OpenAPI documents; nil if
// nothing. Faults are reported.
func OpenAPI(n *load.OpenAPI, r *diag.Reporter) model.OpenAPI {
	if n == nil {
		return model.OpenAPI{}
	}
	o := model.OpenAPI{Version: n.Version.S, Unions: n.Unions.S, Texts: n.Texts.S, Audience: n.Audience.S, Default: n.Default.S}
	if n.Prefix.Given() {
		o.Prefix = &n.Prefix.S
	}
	if n.Discriminator != nil {
		o.Discriminator = &n.Discriminator.B
	}
	if at := n.License; at != nil {
		optionalAddress(at.URL, r)
		o.License = &model.DocumentLicense{Name: at.Name.S, URL: at.URL.S}
	}
	if c := n.Contact; c != nil {
		optionalAddress(c.URL, r)
		o.Contact = &model.DocumentContact{Name: c.Name.S, URL: c.URL.S, Email: c.Email.S}
	}
	return o
}
