package breaking

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// catalogs are those of the repository that include nothing, by their names, and those
// of further patterns.
func catalogs(t *testing.T, further ...string) map[string]Side {
	t.Helper()
	texts := map[string][]byte{}
	for _, pattern := range append(further, "../../spec/*.yaml", "../../testdata/*.yaml", "../../examples/spec/*.yaml") {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = data
		}
	}
	archives, _ := filepath.Glob("../../testdata/gen/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = a.Files[0].Data
	}
	sides := map[string]Side{}
	for name, text := range texts {
		var l diag.List
		f := load.Bytes(name, text, &l)
		if f == nil {
			continue
		}
		if c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil && l.Len() == 0 {
			sides[name] = Side{c, program}
		}
	}
	if len(sides) < 20 {
		t.Fatalf("only %d catalogs", len(sides))
	}
	return sides
}

// TestSame: nobody breaks by a catalog that has not changed.
func TestSame(t *testing.T) {
	for name, s := range catalogs(t, "../../testdata/decode/vendors/*.yaml") {
		changes, err := Compare([]Side{s}, []Side{s}, Terms{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, c := range changes {
			t.Errorf("%s: %s %s %s: %s %q -> %q %s", name, c.Level, c.Rule, c.Subject, c.Message, c.Before, c.After, c.Response)
		}
	}
}

// TestUnlike: catalogs that have nothing to do with each other can be compared, in
// either direction.
func TestUnlike(t *testing.T) {
	all := catalogs(t)
	names := sortedKeys(all)
	for i, name := range names {
		other := all[names[(i+1)%len(names)]]
		for _, pair := range [][2]Side{{all[name], other}, {other, all[name]}} {
			if changes, err := compareSides(pair[0], pair[1], Terms{}); err != nil || len(changes) == 0 {
				t.Errorf("%s: %v, %v", name, changes, err)
			}
		}
	}
}
