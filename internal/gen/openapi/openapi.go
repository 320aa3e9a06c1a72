// Package openapi writes a catalog as an OpenAPI document of components: a
// schema for each envelope and each error, responses for each error, each status
// and each operation with its statuses, and examples.
package openapi

import (
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Options say how the document is written. The zero Options are the defaults; what a
// catalog says itself counts before them.
type Options struct {
	OpenAPI31 bool // OpenAPI 3.1.0 instead of 3.0.3
	Public    bool // the audience is the public, whatever the catalog says
	model.OpenAPI
}

// New returns the emitter of <package>/openapi.yaml with the default options.
func New() gen.Emitter { return With(Options{}) }

// With returns the emitter of <package>/openapi.yaml.
func With(o Options) gen.Emitter { return emitter{o} }

type emitter struct{ options Options }

// Name is "openapi".
func (emitter) Name() string { return "openapi" }

// Files is the path of the document.
func (emitter) Files(c *model.Catalog) []string { return []string{c.Package + "/openapi.yaml"} }

// Emit returns the document of a catalog. The error says what is not valid in it,
// which is a fault of errgen: a resolved catalog can always be written.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	d := build(c, e.options)
	if err := d.validate(); err != nil {
		return nil, err
	}
	return []gen.File{{Path: e.Files(c)[0], Content: d.print("# " + gen.Header(t.Catalog) + "\n")}}, nil
}

// Response is a response of an operation: a key of OpenAPI's Responses Object (404, 4XX,
// default), and the name of the component that is the response.
type Response struct{ Key, Component string }

// OperationResponses returns the responses that the document of a catalog has for each
// operation, as x-operations in it says them.
func OperationResponses(c *model.Catalog) map[*model.Operation][]Response {
	_, of := newBuilder(c, Options{})
	all := map[*model.Operation][]Response{}
	for o, names := range of {
		for i := 0; i+1 < len(names); i += 2 {
			all[o] = append(all[o], Response{names[i], names[i+1]})
		}
	}
	return all
}
