package golang

import (
	"go/format"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// cases is where the cases are: each is a catalog and the files that it gives,
// but for the support code, which never varies. Other files are inputs.
const cases = "../../../testdata/gen"

// A goldenCase is one behaviour: its archive and what the catalog in it gives.
type goldenCase struct {
	name    string
	path    string
	archive *txtar.Archive
	catalog *model.Catalog
	files   []gen.File
}

// goldenCases reads and emits all cases.
func goldenCases(t *testing.T) []*goldenCase {
	t.Helper()
	paths, err := filepath.Glob(cases + "/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []*goldenCase
	for _, p := range paths {
		archive, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		g := &goldenCase{name: strings.TrimSuffix(filepath.Base(p), ".txtar"), path: p, archive: archive}
		if g.catalog = g.resolve(t); g.catalog == nil {
			continue
		}
		if g.files, err = New().Emit(g.catalog, g.target()); err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		all = append(all, g)
	}
	return all
}

func (g *goldenCase) target() gen.Target {
	return gen.Target{Catalog: g.catalog.File, ImportPath: "golden/" + g.name}
}

// resolve reads the case's catalog; nil if there is something wrong with it.
func (g *goldenCase) resolve(t *testing.T) *model.Catalog {
	t.Helper()
	read := func(name string) ([]byte, error) {
		if i := g.index(path.Base(name)); i >= 0 {
			return g.archive.Files[i].Data, nil
		}
		return nil, os.ErrNotExist
	}
	src, err := read("catalog.yaml")
	if err != nil {
		t.Fatalf("%s: no catalog.yaml", g.path)
	}
	var list diag.List
	c := resolveCatalog("catalog.yaml", src, read, &list)
	if c == nil {
		var b strings.Builder
		_ = report.WriteText(&b, list.Sorted())
		t.Errorf("%s:\n%s", g.path, b.String())
	}
	return c
}

func resolveCatalog(name string, src []byte, read load.ReadFunc, list *diag.List) *model.Catalog {
	f := load.BytesWith(name, src, read, list)
	if f == nil || list.Len() > 0 {
		return nil
	}
	c, _ := proof.Catalog(resolve.Catalog(f, list), f, list)
	return c
}

// index is the place of a file in the archive, -1 if it is not there.
func (g *goldenCase) index(name string) int {
	return slices.IndexFunc(g.archive.Files, func(f txtar.File) bool { return f.Name == name })
}

// TestGolden compares what the cases give with what is written in them.
// ERRGEN_UPDATE=1 writes it.
func TestGolden(t *testing.T) {
	for _, g := range goldenCases(t) {
		t.Run(g.name, func(t *testing.T) {
			if os.Getenv("ERRGEN_UPDATE") == "1" {
				g.update(t)
			}
			written := 0
			for _, f := range g.archive.Files {
				if g.shows(f.Name) {
					written++
				}
			}
			for _, f := range g.files {
				name := path.Base(f.Path)
				if path.Dir(f.Path) == gen.EngineDir || !g.shows(name) {
					continue
				}
				written--
				var want []byte
				if i := g.index(name); i >= 0 {
					want = g.archive.Files[i].Data
				}
				if d := diff.Diff("want "+name, want, "got "+name, f.Content); d != nil {
					t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", d)
				}
			}
			if written != 0 {
				t.Error("the case has a file that is not emitted")
			}
		})
	}
}

// shows reports whether a file of the package is in the case: api.go, which is much
// the same in all, in those that have it already.
func (g *goldenCase) shows(name string) bool {
	return slices.Contains([]string{"errors.go", "types.go", "table.go", "example_test.go"}, name) || name == "api.go" && g.index(name) >= 0
}

// update writes the emitted files into the case.
func (g *goldenCase) update(t *testing.T) {
	var outputs []txtar.File
	for _, f := range g.files {
		if name := path.Base(f.Path); path.Dir(f.Path) != gen.EngineDir && g.shows(name) {
			outputs = append(outputs, txtar.File{Name: name, Data: f.Content})
		}
	}
	g.archive.Files = append(slices.DeleteFunc(g.archive.Files, func(f txtar.File) bool { return g.shows(f.Name) }), outputs...)
	if err := os.WriteFile(g.path, txtar.Format(g.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFormatted holds that every file is as gofmt leaves it, begins with the
// header, and is the same each time.
func TestFormatted(t *testing.T) {
	for _, g := range goldenCases(t) {
		again, err := New().Emit(g.catalog, g.target())
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range g.files {
			formatted, err := format.Source(f.Content)
			if d := diff.Diff(f.Path, f.Content, "gofmt", formatted); d != nil || err != nil {
				t.Errorf("%s: %v\n%s", g.name, err, d)
			}
			header := gen.Header("catalog.yaml")
			if path.Dir(f.Path) == gen.EngineDir {
				header = gen.SharedHeader
			}
			if !strings.HasPrefix(string(f.Content), "// "+header+"\n\n") {
				t.Errorf("%s: %s begins without the header", g.name, f.Path)
			}
			if d := diff.Diff("first", f.Content, "second", again[i].Content); d != nil {
				t.Errorf("%s: emitted twice:\n%s", g.name, d)
			}
		}
	}
}
