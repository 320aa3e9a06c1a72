// Package messages writes the texts of a catalog for those who show texts of their own:
// a bundle with a message for each entry, from which translations are made, as ICU
// messages in JSON and as templates of go-i18n in TOML.
package messages

import (
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// New returns the emitter of <package>/messages.json and <package>/messages.toml.
func New() gen.Emitter { return emitter{} }

type emitter struct{}

// Name is "messages".
func (emitter) Name() string { return "messages" }

// Files are the paths of both bundles.
func (emitter) Files(c *model.Catalog) []string {
	return []string{c.Package + "/messages.json", c.Package + "/messages.toml"}
}

// Emit returns both bundles of a catalog.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	files := e.Files(c)
	return []gen.File{
		{Path: files[0], Content: ICU.bundle(ICU.Messages(c), t.Catalog)},
		{Path: files[1], Content: GoI18n.bundle(GoI18n.Messages(c), t.Catalog)},
	}, nil
}
