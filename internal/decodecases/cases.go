package decodecases

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// paths are the catalogs of cases below the folder testdata, in a fixed order.
func paths(t testing.TB, testdata string) []string {
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

// Catalogs loads and resolves all catalogs of cases; it reports each finding.
func Catalogs(t testing.TB) []*model.Catalog {
	t.Helper()
	testdata := filepath.Join(seeds.Root(), "testdata")
	var all []*model.Catalog
	for _, path := range paths(t, testdata) {
		name, err := filepath.Rel(testdata, path)
		if err != nil {
			t.Fatal(err)
		}
		if c := resolveFile(t, filepath.ToSlash(name), path); c != nil {
			all = append(all, c)
		}
	}
	return all
}

// resolveFile resolves one catalog, which findings call by a name.
func resolveFile(t testing.TB, name, path string) *model.Catalog {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var l diag.List
	f := load.Bytes(name, text, &l)
	var c *model.Catalog
	if f != nil {
		c, _ = proof.Catalog(resolve.Catalog(f, &l), f, &l)
	}
	for _, d := range l.Sorted() {
		t.Errorf("%s: %s: %s; %s", d.Pos, d.Code, d.Message, d.Remedy)
	}
	return c
}

// Printed is what an example as it is printed decodes to: without the corrections
// of its waivers.
func Printed(x *model.Example) (outcomes []model.Outcome, expect []model.ExpectedParam) {
	if len(x.Decodes) > 0 {
		return x.Decodes, nil
	}
	return x.Outcomes, x.Expect
}
