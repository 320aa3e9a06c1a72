package golang

import (
	"bytes"
	"go/format"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// apiTemplate is what every package has alike.
var apiTemplate = template.Must(template.ParseFS(templates.Golang, "golang/api.go.tmpl"))

// api is what decides which parts of it a package has.
type api struct {
	Package, Engine             string
	Server, Client              bool // the sides of the catalog's users
	Close, RetryAfter, Exchange bool
	Regexp, Operations          bool
	Unions                      []string // the names of their Go types
}

// apiOf are the parts that a catalog's package has.
func apiOf(c *model.Catalog, table *errgen.Table, engine string) api {
	parts := api{
		Package: c.Package, Engine: engine,
		Server: c.Sides.Server(), Client: c.Sides.Client(),
		Close: c.HasClose, RetryAfter: hasRetryAfter(table), Exchange: len(c.Exchanges()) > 0,
		Regexp: lower.NeedsRegexp(table), Operations: len(c.Operations) > 0,
	}
	for _, t := range c.Types {
		if isUnion(t) {
			parts.Unions = append(parts.Unions, t.GoName)
		}
	}
	return parts
}

// apiFile has the functions and types that call the engine.
func apiFile(parts api) *source {
	return &source{name: "api.go", pieces: []piece{filled(apiTemplate, parts)}}
}

// filled is a piece made of a template.
func filled(t *template.Template, parts api) piece {
	return func() ([]byte, error) {
		var b bytes.Buffer
		if err := t.Execute(&b, parts); err != nil {
			return nil, err
		}
		text, err := format.Source(bytes.TrimSpace(b.Bytes()))
		return append(bytes.TrimSpace(text), '\n'), err
	}
}

// hasRetryAfter reports whether an entry or an envelope has the header Retry-After.
func hasRetryAfter(t *errgen.Table) bool {
	for i := range t.Entries {
		for _, l := range t.Entries[i].Headers {
			if l.Name == "Retry-After" {
				return true
			}
		}
	}
	for i := range t.Envelopes {
		for _, h := range t.Envelopes[i].Headers {
			if h.Name == "Retry-After" {
				return true
			}
		}
	}
	return false
}
