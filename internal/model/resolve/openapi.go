package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// openAPI resolves what a catalog says of its OpenAPI document; nil if nothing.
func (r *resolver) openAPI(n *load.OpenAPI) model.OpenAPI {
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
	if l := n.License; l != nil {
		r.optionalAddress(l.URL)
		o.License = &model.DocumentLicense{Name: l.Name.S, URL: l.URL.S}
	}
	if c := n.Contact; c != nil {
		r.optionalAddress(c.URL)
		o.Contact = &model.DocumentContact{Name: c.Name.S, URL: c.URL.S, Email: c.Email.S}
	}
	return o
}
