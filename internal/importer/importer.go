// Package importer makes catalogs of what people have: tables and pages, OpenAPI
// documents, responses that were observed. Subpackages make a draft of each, and this one
// a catalog of the draft, which it proves: it loads without findings.
package importer

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
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

// maxRounds is how often entries and examples are taken out of a catalog that has
// findings before it is given up.
const maxRounds = 12

// Finish makes a catalog of a draft. What does not fit into it becomes a note: an entry
// that nothing tells from another, an example that is read as another entry.
func Finish(c *draft.Catalog) (*Result, error) {
	c.Settle()
	for round := 0; ; round++ {
		text, err := c.YAML()
		if err != nil {
			return nil, fmt.Errorf("the catalog of %s cannot be written: %w", c.File, err)
		}
		r := &Result{Text: text, Draft: c}
		var l diag.List
		f := load.Bytes("import.yaml", text, &l)
		if f != nil {
			r.Catalog, r.Program = proof.Catalog(resolve.Catalog(f, &l), f, &l)
		}
		if r.Findings = l.Sorted(); len(r.Findings) == 0 || f == nil || round == maxRounds || !drop(c, f, r.Findings) {
			return r, nil
		}
	}
}

// part is an entry or example of the catalog's text, which begins in a line.
type part struct {
	line    int
	entry   int
	example int
}

// drop takes the entries and examples out of a draft of which findings tell, and notes
// why. It reports whether there were such.
func drop(c *draft.Catalog, f *load.File, findings []diag.Diagnostic) bool {
	var parts []part
	for i, e := range f.Errors {
		parts = append(parts, part{e.Name.Pos.Line, i, -1})
	}
	for i, x := range f.Examples {
		parts = append(parts, part{x.Name.Pos.Line, -1, i})
	}
	sort.Slice(parts, func(i, k int) bool { return parts[i].line < parts[k].line })
	entries, examples := map[int]diag.Diagnostic{}, map[int]diag.Diagnostic{}
	for _, d := range findings {
		i := sort.Search(len(parts), func(i int) bool { return parts[i].line > d.Pos.Line }) - 1
		switch {
		case i < 0 || d.Code == diag.CountMismatch:
		case parts[i].entry >= 0:
			entries[parts[i].entry] = d
		default:
			examples[parts[i].example] = d
		}
	}
	dropExamples(c, examples)
	dropEntries(c, entries)
	return len(entries)+len(examples) > 0
}

// dropExamples takes out examples that are read otherwise; one that only differs from
// what its entry writes stays, as one that was observed.
func dropExamples(c *draft.Catalog, why map[int]diag.Diagnostic) {
	var kept []*draft.Example
	for i, x := range c.Examples {
		d, bad := why[i]
		switch {
		case bad && d.Code == diag.ExampleDiffers && x.Shown:
			x.Shown = false
			c.Assume(x.Line, "the example differs from what its entry writes, "+differs(d.Message)+": it is kept without a source")
		case bad:
			c.Lose(x.Line, "an example: "+d.Message)
			continue
		}
		kept = append(kept, x)
	}
	c.Examples = kept
}

// differs is in what an example differs, of a finding's message.
func differs(message string) string {
	if _, text, ok := strings.Cut(message, "writes: "); ok {
		return text
	}
	return message
}

func dropEntries(c *draft.Catalog, why map[int]diag.Diagnostic) {
	gone := map[*draft.Entry]bool{}
	var kept []*draft.Entry
	for i, e := range c.Entries {
		if d, bad := why[i]; bad {
			gone[e] = true
			c.Lose(e.Line, e.Show()+": "+d.Message)
			continue
		}
		kept = append(kept, e)
	}
	c.Entries = kept
	isGone := func(e *draft.Entry) bool { return gone[e] }
	c.Examples = slices.DeleteFunc(c.Examples, func(x *draft.Example) bool {
		lost := slices.ContainsFunc(x.Entries, isGone)
		if lost {
			c.Lose(x.Line, "an example of an entry that is not in the catalog")
		}
		return lost
	})
	for _, o := range c.Operations {
		o.Errors = slices.DeleteFunc(o.Errors, isGone)
	}
}
