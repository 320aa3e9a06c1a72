package golang

import (
	"bytes"
	"go/format"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// FuzzEmit holds that a catalog without findings gives a package that is the
// same twice, formatted, and correct to the compiler, with its examples.
func FuzzEmit(f *testing.F) {
	seeds := catalogs(f)
	corpus.Seeds(len(seeds), 10, func(i int) { f.Add(seeds[i]) })
	noFiles := func(string) ([]byte, error) { return nil, os.ErrNotExist }
	checker := testmodule.NewChecker()
	checkFiles(f, checker, "fuzzed/"+gen.EngineDir, engineFiles())
	f.Fuzz(func(t *testing.T, src []byte) {
		var list diag.List
		c := resolveCatalog("catalog.yaml", src, noFiles, &list)
		if c == nil {
			return
		}
		target := gen.Target{Catalog: c.File, ImportPath: "fuzzed/" + c.Package}
		files, err := New().Emit(c, target)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		again, err := New().Emit(c, target)
		if err != nil {
			t.Fatal(err)
		}
		for i := range files {
			if !bytes.Equal(files[i].Content, again[i].Content) {
				t.Fatalf("%s is not the same twice", files[i].Path)
			}
		}
		var own, examples []gen.File
		for _, f := range files {
			switch {
			case path.Dir(f.Path) == gen.EngineDir:
			case strings.HasSuffix(f.Path, "_test.go"):
				examples = append(examples, f)
			default:
				own = append(own, f)
			}
		}
		checkFiles(t, checker, target.ImportPath, own)
		checkFiles(t, checker, target.ImportPath+"_test", examples)
	})
}

// checkFiles holds that files are formatted, and type-checks them as a package.
func checkFiles(t testing.TB, checker *testmodule.Checker, pkg string, files []gen.File) {
	t.Helper()
	contents := map[string][]byte{}
	for _, f := range files {
		formatted, err := format.Source(f.Content)
		if err != nil || !bytes.Equal(formatted, f.Content) {
			t.Fatalf("%s: %v: not as gofmt has it:\n%s", f.Path, err, f.Content)
		}
		contents[f.Path] = f.Content
	}
	if err := checker.Check(pkg, contents); err != nil {
		t.Fatalf("%v\n%s", err, files[0].Content)
	}
}

// catalogs are those of the cases and of the founding APIs.
func catalogs(t testing.TB) [][]byte {
	t.Helper()
	var all [][]byte
	archives, _ := filepath.Glob(cases + "/*.txtar")
	for _, p := range archives {
		archive, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if file.Name == "catalog.yaml" {
				all = append(all, file.Data)
			}
		}
	}
	specs, _ := filepath.Glob("../../../spec/*.yaml")
	for _, p := range specs {
		src, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, src)
	}
	return all
}
