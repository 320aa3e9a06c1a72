package resolve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// FuzzResolve: whatever the catalog, it is resolved or refused with findings, and
// twice alike. Nothing panics.
func FuzzResolve(f *testing.F) {
	f.Add([]byte(parcels))
	seeds, _ := filepath.Glob("../../../spec/*.yaml")
	for _, name := range append(seeds, "../../../testdata/language-cases.yaml") {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	cases, _ := filepath.Glob("../../../testdata/diag/*.txtar")
	for _, name := range cases {
		if a, err := txtar.ParseFile(name); err == nil && len(a.Files) > 0 {
			f.Add(a.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, found := resolveBytes(data)
		again, foundAgain := resolveBytes(data)
		if (first == "") != (len(found) > 0) {
			t.Errorf("%d findings, model %t", len(found), first != "")
		}
		if first != again || len(found) != len(foundAgain) {
			t.Error("not the same twice")
		}
	})
}

// resolveBytes resolves a catalog and returns what its entries look like, "" if it
// was refused.
func resolveBytes(data []byte) (string, []diag.Diagnostic) {
	c, found := resolveText(string(data))
	if c == nil {
		return "", found
	}
	var b strings.Builder
	b.WriteString("resolved\n")
	for _, e := range c.Entries {
		b.WriteString(modeltest.Signature(e) + " " + modeltest.Fills(e) + " " + modeltest.Templates(e.Text) + "\n")
		for _, s := range e.Samples {
			b.Write(s.Body)
		}
	}
	for _, t := range c.Types {
		b.WriteString(t.GoName + "\n")
	}
	return b.String(), found
}
