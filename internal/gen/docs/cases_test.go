package docs

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const root = "../../../"

// A testCase is a catalog of the project's test data or of the project itself.
type testCase struct {
	name    string
	path    string
	archive *txtar.Archive // nil if it is a file of its own
	catalog *model.Catalog
}

// goldenCases are those with a document to compare with: a catalog and its
// ERRORS.md.
func goldenCases(t testing.TB) []*testCase { return archives(t, "testdata/docs/*.txtar", true) }

// allCases are these, the catalogs of the project and those of other tests.
func allCases(t testing.TB) []*testCase {
	all := goldenCases(t)
	for _, p := range append(glob(t, "spec/*.yaml"), root+"testdata/language-cases.yaml") {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &testCase{filepath.Base(p), p, nil, resolveCatalog(t, p, data, os.ReadFile, true)})
	}
	return append(all, archives(t, "testdata/gen/*.txtar", false)...)
}

func glob(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(root + pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return paths
}

// archives reads the cases of a pattern. Those of others that do not resolve are
// left to the others' tests.
func archives(t testing.TB, pattern string, own bool) []*testCase {
	t.Helper()
	var all []*testCase
	for _, p := range glob(t, pattern) {
		archive, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		read := func(name string) ([]byte, error) {
			if i := index(archive, path.Base(name)); i >= 0 {
				return archive.Files[i].Data, nil
			}
			return nil, os.ErrNotExist
		}
		source, err := read("catalog.yaml")
		if err != nil {
			t.Fatalf("%s: no catalog.yaml", p)
		}
		if c := resolveCatalog(t, "catalog.yaml", source, read, own); c != nil {
			all = append(all, &testCase{strings.TrimSuffix(filepath.Base(p), ".txtar"), p, archive, c})
		}
	}
	return all
}

// index is the place of a file in an archive, -1 if it is not there.
func index(a *txtar.Archive, name string) int {
	return slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
}

// resolveCatalog loads and resolves a catalog; nil if there is something wrong with
// it, which is an error if it has to resolve.
func resolveCatalog(t testing.TB, name string, source []byte, read load.ReadFunc, must bool) *model.Catalog {
	t.Helper()
	var list diag.List
	var c *model.Catalog
	if f := load.BytesWith(name, source, read, &list); f != nil && list.Len() == 0 {
		c, _ = proof.Catalog(resolve.Catalog(f, &list), f, &list)
	}
	if c == nil && must {
		var b strings.Builder
		_ = report.WriteText(&b, list.Sorted())
		t.Fatalf("%s:\n%s", name, b.String())
	}
	return c
}

// TestGolden compares documents with those of the cases. ERRGEN_UPDATE=1 writes
// them.
func TestGolden(t *testing.T) {
	for _, c := range goldenCases(t) {
		t.Run(c.name, func(t *testing.T) {
			got := emit(t, c.catalog)
			i := index(c.archive, fileName)
			if i < 0 {
				c.archive.Files = append(c.archive.Files, txtar.File{Name: fileName})
				i = len(c.archive.Files) - 1
			}
			if os.Getenv("ERRGEN_UPDATE") == "1" {
				c.archive.Files[i].Data = got
				if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := diff.Diff("want "+fileName, c.archive.Files[i].Data, "got "+fileName, got); d != nil {
				t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", d)
			}
		})
	}
}

// TestDocumentsOfAllCatalogs holds the links, places and HTML of every document
// that is generated anywhere in the project's tests.
func TestDocumentsOfAllCatalogs(t *testing.T) {
	for _, c := range allCases(t) {
		t.Run(c.name, func(t *testing.T) {
			source := emit(t, c.catalog)
			p := read(t, source)
			checkLinks(t, p)
			checkHTML(t, p)
			checkLayout(t, source)
			for _, e := range c.catalog.Entries {
				if place := "error." + e.Name; !slices.Contains(p.ids, place) && !slices.Contains(p.ids, place+".2") {
					t.Errorf("%s has no place of its own", e.Name)
				}
			}
			checkCode(t, p)
		})
	}
}
