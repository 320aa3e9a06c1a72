// Package docs emits a catalog's reference documentation in Markdown: what each
// error means, what it looks like on the wire, and how Go code raises and
// recognises it.
//
// The prose is in templates/docs, and what is said is package reference's to decide;
// this package turns text of the catalog into Markdown that means nothing but itself.
package docs

import (
	"bytes"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// fileName is the name of the document in a package's folder.
const fileName = "ERRORS.md"

// entrySize is about how much is written of an entry, in bytes.
const entrySize = 1 << 10

type emitter struct{ options reference.Options }

// New returns the emitter of reference documentation, "docs" on the command
// line.
func New() gen.Emitter { return With(reference.Options{}) }

// With is New with options.
func With(o reference.Options) gen.Emitter { return emitter{o} }

// Name is "docs".
func (emitter) Name() string { return "docs" }

// Files is the path of the document.
func (emitter) Files(c *model.Catalog) []string { return []string{c.Package + "/" + fileName} }

// Emit returns the catalog's document, ERRORS.md in CommonMark with tables
// (GitHub Flavored Markdown). An error is a fault of errgen.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	var out bytes.Buffer
	out.Grow(entrySize * len(c.Entries))
	out.WriteString("<!-- " + gen.Header(t.Catalog) + " -->\n")
	if err := pages().ExecuteTemplate(&out, "document", reference.New(c, markup{}, e.options).Document()); err != nil {
		return nil, err
	}
	return []gen.File{{Path: e.Files(c)[0], Content: out.Bytes()}}, nil
}
