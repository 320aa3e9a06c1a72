package resolve

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
)

// resolveText loads, resolves and proves one catalog.
func resolveText(text string) (*model.Catalog, []diag.Diagnostic) {
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	var c *model.Catalog
	if f != nil {
		c, _ = proof.Catalog(Catalog(f, &l), f, &l)
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

// TestIncluded: types and envelopes of included files are the catalog's, and
// findings in them point there.
func TestIncluded(t *testing.T) {
	const catalog = "errgen: 1\npackage: demo\ninclude: [shared.yaml]\nerrors: {A: {status: 400, code: A, fields: {size: %s}}}\n"
	const shared = "errgen: 1\ntypes: {Size: {type: string, enum: [small, large]}}\nenvelopes: {E: {body: {properties: {code: {type: string}, size: {$ref: %s}}}}}\n"
	read := func(ref string) load.ReadFunc {
		return func(path string) ([]byte, error) {
			if path != "shared.yaml" {
				return nil, os.ErrNotExist
			}
			return fmt.Appendf(nil, shared, ref), nil
		}
	}
	for _, tt := range []struct {
		size, ref, file string
		code            diag.Code
	}{
		{"small", "Size", "", ""},
		{"huge", "Size", "catalog.yaml", diag.ValueNotAllowed},
		{"small", "Sizes", "shared.yaml", diag.UnknownType},
	} {
		var l diag.List
		f := load.BytesWith("catalog.yaml", fmt.Appendf(nil, catalog, tt.size), read(tt.ref), &l)
		c := Catalog(f, &l)
		found := l.Sorted()
		switch {
		case tt.code == "" && (c == nil || len(found) > 0 || modeltest.Fills(c.Entries[0]) != `size="small"`):
			t.Errorf("%v", found)
		case tt.code != "" && (c != nil || len(found) != 1 || found[0].Code != tt.code || found[0].Pos.File != tt.file):
			t.Errorf("%v", found)
		}
	}
}
