package site

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/gen/referencetest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const root = "../../../"

// resolved loads, resolves and proves a catalog.
func resolved(t testing.TB, name string, source []byte) *model.Catalog {
	t.Helper()
	var list diag.List
	var c *model.Catalog
	if f := load.BytesWith(name, source, os.ReadFile, &list); f != nil && list.Len() == 0 {
		c, _ = proof.Catalog(resolve.Catalog(f, &list), f, &list)
	}
	if c == nil {
		var b strings.Builder
		_ = report.WriteText(&b, list.Sorted())
		t.Fatalf("%s:\n%s", name, b.String())
	}
	return c
}

// read reads the catalogs of a pattern below the root of the repository.
func read(t testing.TB, pattern string) []*model.Catalog {
	t.Helper()
	paths, err := filepath.Glob(root + pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	var all []*model.Catalog
	for _, p := range paths {
		source, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, resolved(t, p, source))
	}
	return all
}

// emit returns the files of a site by their paths in its folder.
func emit(t testing.TB, o reference.Options, catalogs ...*model.Catalog) map[string][]byte {
	t.Helper()
	return emitWith(t, o, nil, catalogs...)
}

func emitWith(t testing.TB, o reference.Options, known *Coverage, catalogs ...*model.Catalog) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, c := range catalogs {
		made, err := With(catalogs, o, known).Emit(c, gen.Target{Catalog: gen.CatalogName(c.File)})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range made {
			name, ok := strings.CutPrefix(f.Path, gen.SiteDir+"/")
			if _, twice := files[name]; twice || !ok {
				t.Fatalf("the file %s is made twice, or is not in the folder of the site", f.Path)
			}
			files[name] = f.Content
		}
	}
	return files
}

// TestGolden compares pages with those of the archives beside the catalogs.
// ERRGEN_UPDATE=1 writes them.
func TestGolden(t *testing.T) {
	catalogs := read(t, "testdata/site/*.yaml")
	for archive, o := range map[string]reference.Options{"internal.txtar": {}, "public.txtar": {Public: true}, "typescript.txtar": {Public: true, TypeScript: true}} {
		files := emit(t, o, catalogs...)
		golden := root + "testdata/site/" + archive
		want, err := txtar.ParseFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range want.Files {
			if d := diff.Diff("want "+f.Name, f.Data, "got "+f.Name, files[f.Name]); d != nil && os.Getenv("ERRGEN_UPDATE") != "1" {
				t.Errorf("%s: ERRGEN_UPDATE=1 accepts this:\n%s", archive, d)
			}
			want.Files[i].Data = files[f.Name]
		}
		if os.Getenv("ERRGEN_UPDATE") == "1" {
			if err := os.WriteFile(golden, txtar.Format(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestPagesOfAllCatalogs holds the pages of the project's catalogs and of one of
// everything to what every site keeps.
func TestPagesOfAllCatalogs(t *testing.T) {
	sites := map[string][]*model.Catalog{
		"site": read(t, "testdata/site/*.yaml"), "spec": read(t, "spec/*.yaml"), "language": read(t, "testdata/language-cases.yaml"),
		"shop": read(t, "testdata/openapi/shop.yaml"), "everything": {referencetest.Everything()},
	}
	for name, catalogs := range sites {
		for _, public := range []bool{false, true} {
			t.Run(name+map[bool]string{true: ", public"}[public], func(t *testing.T) {
				files := emit(t, reference.Options{Public: public, TypeScript: true}, catalogs...)
				checkSite(t, files)
				for _, c := range catalogs {
					for _, e := range c.Entries {
						if name != "everything" && files[c.Package+"/"+pageOf(e.Name)] == nil { // RICH is the second Rich
							t.Errorf("%s has no page of its name", e.Name)
						}
					}
				}
			})
		}
	}
}

// TestPublicHoldsNothingBack: what is for those inside alone is on no page and in no data
// of a public site, and is on those of the other.
func TestPublicHoldsNothingBack(t *testing.T) {
	catalogs := append(read(t, "testdata/site/*.yaml"), referencetest.Everything())
	inside := map[bool]map[string]int{}
	for _, public := range []bool{false, true} {
		inside[public] = map[string]int{}
		for name, content := range emit(t, reference.Options{Public: public, TypeScript: true}, catalogs...) {
			if path.Ext(name) == ".css" || path.Ext(name) == ".js" {
				continue
			}
			for _, word := range []string{"errors.Is", "In Go", "in Go", "Go package", "ErrOrderNotFound", "ReasonLate", "Handbook", "handbook", "mail.txt", "carrier", "vendor", "It is 429.", "in logs only"} {
				inside[public][word] += strings.Count(string(content), word)
			}
		}
	}
	for word, n := range inside[false] {
		if n == 0 {
			t.Errorf("%q is not on the site", word)
		}
		if n := inside[true][word]; n > 0 {
			t.Errorf("%q is %d times on the public site", word, n)
		}
	}
}

// TestLastingAddresses: an entry's page has its name, whatever else is called so; what is
// retired leads on.
func TestLastingAddresses(t *testing.T) {
	c := resolved(t, "a.yaml", []byte(`
errgen: 1
package: a
envelopes: {E: {body: {properties: {code: {type: string}}}}}
retired: [{name: Old, replacement: Index}, {name: gone}, {code: X}]
errors:
  Index: {status: 400, code: A}
  Gone: {status: 400, code: B}
  GONE: {status: 400, code: C, go: {name: Gone2}}
`))
	files := emit(t, reference.Options{}, c)
	checkSite(t, files)
	for name, holds := range map[string]string{
		"a/Index-.html": "<h1>Index</h1>", "a/Gone.html": "<h1>Gone</h1>", "a/GONE.2.html": "<h1>GONE</h1>",
		"a/Old.html":    `<meta http-equiv="refresh" content="0; url=Index-.html">`,
		"a/gone.3.html": "does not occur any more",
		"a/index.html":  `id="retired.X"`,
	} {
		if !strings.Contains(string(files[name]), holds) {
			t.Errorf("%s does not hold %s:\n%s", name, holds, files[name])
		}
	}
	if strings.Contains(string(files["a/gone.3.html"]), "refresh") {
		t.Error("what nothing replaces leads somewhere")
	}
}
