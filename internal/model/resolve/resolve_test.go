package resolve

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// resolveText loads and resolves one catalog.
func resolveText(text string) (*model.Catalog, []diag.Diagnostic) {
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	var c *model.Catalog
	if f != nil {
		c = Catalog(f, &l)
	}
	return c, l.Sorted()
}

// mustResolve resolves a catalog without findings.
func mustResolve(t *testing.T, text string) *model.Catalog {
	t.Helper()
	c, found := resolveText(text)
	for _, d := range found {
		t.Errorf("%s: %s [%s] %s", d.Pos, d.Message, d.Code, d.Remedy)
	}
	if len(found) > 0 || c == nil {
		t.FailNow()
	}
	return c
}

// TestCheckedInCatalogs resolves the catalogs of the project, without findings.
func TestCheckedInCatalogs(t *testing.T) {
	names, err := filepath.Glob("../../../spec/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no catalogs: %v", err)
	}
	for _, name := range append(names, "../../../testdata/language-cases.yaml") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			mustResolve(t, string(data))
		})
	}
}
