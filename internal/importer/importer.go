// Package importer makes catalogs of what people have: tables and pages, OpenAPI
// documents, responses that were observed. Subpackages make a draft of each, and this one
// a catalog of the draft, which it proves: it loads without findings.
package importer

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/layout"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Result is a catalog that was imported.
type Result struct {
	Text     []byte
	Draft    *draft.Catalog
	Catalog  *model.Catalog // nil if something is wrong that no entry or example is to blame for
	Program  *replay.Program
	Findings []diag.Diagnostic // those
}

// Lost is how many things of the source are not in the catalog.
func (r *Result) Lost() int {
	n := 0
	for _, note := range r.Draft.Notes {
		if note.Lost {
			n++
		}
	}
	return n
}

// maxRounds is how often something is taken out of a catalog that has findings before it
// is given up.
const maxRounds = 40

// Finish makes a catalog of a draft, in its canonical layout. What does not fit into it
// becomes a note: a type that the language has not, an entry that nothing tells from
// another, an example that is read as another entry. Without an entry there is no text.
func Finish(c *draft.Catalog) (*Result, error) {
	c.Settle()
	for round := 0; ; round++ {
		if len(c.Entries) == 0 {
			return &Result{Draft: c}, nil
		}
		text, check := layout.Write(c.Value())
		written := make(chan error, 1)
		go func() { written <- check() }()
		r := &Result{Text: text, Draft: c}
		var l diag.List
		f := load.Bytes("import.yaml", text, &l)
		if f != nil {
			r.Catalog, r.Program = proof.Catalog(resolve.Catalog(f, &l), f, &l)
		}
		if err := <-written; err != nil {
			return nil, fmt.Errorf("the catalog of %s cannot be written: %w", c.File, err)
		}
		if r.Findings = l.Sorted(); len(r.Findings) == 0 || f == nil || round == maxRounds || !drop(c, text, r.Findings) {
			return r, nil
		}
	}
}

// differs is in what an example differs, of a finding's message.
func differs(message string) string {
	if _, text, ok := strings.Cut(message, "writes: "); ok {
		return text
	}
	return message
}
