package typescript

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// names are the names of a module's types. An entry's is its own, an operation's errors are
// those of its Go constant: what the model has made different in Go is so here, but between
// kinds a name may be taken. The later one then gets an underscore.
type names struct {
	all        string // of the union of all errors
	exception  string
	entries    map[*model.Entry]string
	operations map[*model.Operation]string
	types      map[*model.Type]string
}

// reserved are the names of what a module imports, declares for every catalog, or uses of
// TypeScript's own types.
var reserved = []string{
	"Array", "ArrayBuffer", "Error", "Exception", "FetchResponse", "Integer", "Json", "Kinds", "Listed", "NoParams", "Operations", "Promise",
	"ReadonlyArray", "Received", "Record", "Table", "UnexpectedResponse", "Unlisted", "Uses",
}

// nameTypes names the types of a catalog's module.
func nameTypes(c *model.Catalog) *names {
	taken := map[string]bool{}
	for _, name := range reserved {
		taken[name] = true
	}
	name := func(wanted string) string {
		for taken[wanted] {
			wanted += "_"
		}
		taken[wanted] = true
		return wanted
	}
	n := &names{entries: map[*model.Entry]string{}, operations: map[*model.Operation]string{}, types: map[*model.Type]string{}}
	for _, e := range c.Entries {
		n.entries[e] = name(e.Name)
	}
	catalog := strings.ToUpper(c.Package[:1]) + c.Package[1:]
	for _, said := range []string{"errors", "error", "errs", "err"} { // a Go package is often called so
		if short, ok := strings.CutSuffix(catalog, said); ok && short != "" {
			catalog = short
			break
		}
	}
	n.all, n.exception = name(catalog+"Error"), name(catalog+"Exception")
	for _, o := range c.Operations {
		n.operations[o] = name(strings.TrimPrefix(o.Const, "Op") + "Error")
	}
	for _, t := range c.Types {
		n.types[t] = name(t.GoName)
	}
	return n
}
