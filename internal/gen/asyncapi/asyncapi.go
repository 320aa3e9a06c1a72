// Package asyncapi writes the WebSocket close codes of a catalog as a fragment of an
// AsyncAPI 3 document: a message for each entry that closes a connection, and a
// channel for each operation that is no HTTP request.
package asyncapi

import (
	"bytes"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// New returns the emitter of <package>/asyncapi.yaml.
func New() gen.Emitter { return emitter{} }

type emitter struct{}

// Name is "asyncapi".
func (emitter) Name() string { return "asyncapi" }

// Files is the path of the document; none for a catalog without close codes.
func (emitter) Files(c *model.Catalog) []string {
	if !c.HasClose {
		return nil
	}
	return []string{c.Package + "/asyncapi.yaml"}
}

// Emit returns the document of a catalog, nothing for one without close codes.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	if !c.HasClose {
		return nil, nil
	}
	out := bytes.NewBufferString("# " + gen.Header(t.Catalog) + "\n")
	w := yaml.NewEncoder(out)
	w.SetIndent(2)
	if err := w.Encode(document(c)); err != nil {
		return nil, err
	}
	return []gen.File{{Path: e.Files(c)[0], Content: out.Bytes()}}, nil
}
