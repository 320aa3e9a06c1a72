// Package gen runs emitters over resolved catalogs and brings the output folder
// into agreement with what they give, or says where it is not.
//
// It touches nothing but its own: a file is errgen's if its first line is the
// header that Header gives. Files without it are never overwritten or removed,
// symbolic links are not followed, no path leaves the output folder, and every
// file is at all times either the old one or the new one, whole.
package gen

import "github.com/seed-1b9d9f04/errgen/internal/model"

// File is one file of an emitter's output.
type File struct {
	Path    string // slash-separated, relative to the output folder: package/name
	Content []byte // begins with the header, in the comment form of the file's format
}

// Target is what the place of the output decides of it.
type Target struct {
	Catalog    string // the catalog as headers name it (see CatalogName)
	ImportPath string // of the Go package; "" where it has none
	TSImports  string // what imports in TypeScript end in; "" is "js"
}

// Emitter makes one kind of output from a catalog. It is called for several
// catalogs at the same time. What it returns depends on the catalog and the target
// alone; an error is a fault of errgen, since a resolved catalog can always be
// emitted.
type Emitter interface {
	Name() string // as selected on the command line: "go", "openapi"
	Emit(c *model.Catalog, t Target) ([]File, error)
	Files(c *model.Catalog) []string // the paths of all that Emit may return for the catalog
}
