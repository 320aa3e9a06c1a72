// Package apidoc holds the OpenAPI document of a service to the operations of catalogs:
// whether it documents exactly the errors that each of them can give, and puts them
// there.
//
// What a schema means is decided by what it admits, not by how it is written: the
// samples of the entries, as the engine writes them, are validated against it.
package apidoc

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Catalog is a catalog, ready to decode.
type Catalog struct {
	*model.Catalog
	Program *replay.Program
	// Operation is the place of an operation in the catalog's file.
	Operation func(*model.Operation) diag.Pos
}

// Options are what a repository says of the rules.
type Options struct {
	Levels map[string]string // of rules: error, warning, info, or off
	Today  string            // YYYY-MM-DD, by which allowances end
}

// set are the errors that a catalog says of an operation of a document.
type set struct {
	catalog   *Catalog
	operation *model.Operation
	gives     map[*model.Entry]bool
}

// checker is one run.
type checker struct {
	options Options
	sets    map[*operation][]set
	schema  schemas
	bodies  bodies
	needed  map[need]bool
	said    map[said]bool
	found   []report.Finding
}

// said is a finding that there is.
type said struct {
	pos                    diag.Pos
	rule, subject, message string
}

// Check returns where documents and catalogs differ, in the order of the places. Of
// several documents each may have some of the operations.
func Check(documents []*Document, catalogs []*Catalog, options Options) []report.Finding {
	c := &checker{options: options, sets: map[*operation][]set{}, schema: schemas{map[judged]bool{}, map[judged]string{}}, bodies: bodies{}, needed: map[need]bool{}, said: map[said]bool{}}
	for _, catalog := range catalogs {
		for _, o := range catalog.Operations {
			c.place(documents, catalog, o)
		}
	}
	for _, d := range documents {
		for _, o := range d.operations {
			if len(c.sets[o]) == 0 {
				c.report(o, OperationUnknown, nil, "no catalog has the operation", "add it to `operations` of the catalog, if errors of it are known")
			} else {
				c.operation(o)
			}
			c.unneeded(o)
		}
	}
	slices.SortStableFunc(c.found, func(a, b report.Finding) int { return a.Pos.Compare(b.Pos) })
	return options.leveled(c.found)
}

// place finds the operation of a document that one of a catalog is.
func (c *checker) place(documents []*Document, catalog *Catalog, o *model.Operation) {
	if found := find(documents, o); found != nil {
		s := set{catalog, o, map[*model.Entry]bool{}}
		for _, e := range o.Errors {
			s.gives[e] = true
		}
		c.sets[found] = append(c.sets[found], s)
		return
	}
	if o.Path == "" { // it need not be one of HTTP
		return
	}
	var files []string
	for _, d := range documents {
		files = append(files, diag.Quote(d.File))
	}
	c.found = append(c.found, report.Finding{
		Rule: string(OperationUndocumented), Level: levels[OperationUndocumented], Category: "openapi", Pos: catalog.Operation(o),
		Package: catalog.Package, Subject: o.Name, Message: "the operation is not in " + strings.Join(files, " or "),
		Remedy: "add " + diag.Quote(o.Method+" "+o.Path) + " to the document, or say its `operationId` in the catalog",
	})
}

// find is the operation with the id, else that with the method and path; nil if there is
// none.
func find(documents []*Document, o *model.Operation) *operation {
	var byPath *operation
	for _, d := range documents {
		for _, candidate := range d.operations {
			if candidate.id == o.ID {
				return candidate
			}
			if o.Path != "" && strings.EqualFold(candidate.method, o.Method) && samePath(candidate.path, o.Path) && byPath == nil {
				byPath = candidate
			}
		}
	}
	return byPath
}

// report notes a difference, unless the operation allows it. at are the keys of the
// place below the operation.
func (c *checker) report(o *operation, rule Rule, at []string, message, remedy string) {
	allowed, over := c.allows(o, rule)
	if allowed {
		return
	}
	if over != "" {
		message += ", which was allowed until " + over
	}
	f := report.Finding{
		Rule: string(rule), Level: levels[rule], Category: "openapi", Pos: o.pos(at...), Subject: o.name(),
		Message: message, Remedy: remedy, Facts: append(slices.Clone(at), report.Quoted(message)...),
	}
	key := said{f.Pos, f.Rule, f.Subject, f.Message}
	if !c.said[key] {
		c.said[key] = true
		c.found = append(c.found, f)
	}
}
