package decodecases

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// testdata is the module's folder of test data.
const testdata = "../../testdata"

// paths are the catalogs of cases, in a fixed order.
func paths(t testing.TB) []string {
	t.Helper()
	all := []string{filepath.Join(testdata, "language-cases.yaml")}
	for _, folder := range []string{"decode", "decode/vendors"} {
		found, err := filepath.Glob(filepath.Join(testdata, folder, "*.yaml"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no catalogs in %s: %v", folder, err)
		}
		all = append(all, found...)
	}
	return all
}

// shortPath is a catalog's path below testdata, with slashes.
func shortPath(path string) string {
	rel, err := filepath.Rel(testdata, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

// resolveCatalog loads and resolves a catalog; it reports each finding.
func resolveCatalog(t testing.TB, path string) *model.Catalog {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var l diag.List
	f := load.Bytes(shortPath(path), text, &l)
	var c *model.Catalog
	if f != nil {
		c, _ = proof.Catalog(resolve.Catalog(f, &l), f, &l)
	}
	for _, d := range l.Sorted() {
		t.Errorf("%s: %s: %s; %s", d.Pos, d.Code, d.Message, d.Remedy)
	}
	return c
}

// resolveAll resolves all catalogs of cases.
func resolveAll(t testing.TB) []*model.Catalog {
	t.Helper()
	var all []*model.Catalog
	for _, path := range paths(t) {
		if c := resolveCatalog(t, path); c != nil {
			all = append(all, c)
		}
	}
	return all
}

// TestCatalogsResolve: no catalog has a finding, the cases are many, and each
// package and, within a catalog, each example has a name of its own.
func TestCatalogsResolve(t *testing.T) {
	packages := map[string]string{}
	n := 0
	for _, c := range resolveAll(t) {
		if other, ok := packages[c.Package]; ok {
			t.Errorf("%s and %s are both package %s", other, c.File, c.Package)
		}
		packages[c.Package] = c.File
		n += len(c.Examples)
		for _, x := range c.Examples {
			if strings.TrimSpace(x.Name) != x.Name || x.Name == "" {
				t.Errorf("%s: example %q has no good name", c.File, x.Name)
			}
		}
	}
	t.Logf("%d examples in %d catalogs", n, len(packages))
	if n < 300 {
		t.Errorf("%d examples, there were more than 300", n)
	}
}
