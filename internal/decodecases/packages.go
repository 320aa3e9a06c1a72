package decodecases

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// Module is the module of the generated packages. Tests that need them all use it,
// so that each is compiled once.
const Module = "cases"

// WritePackages generates the packages of catalogs into a module of that name. To
// each it adds the file by which the program testdata/harness looks inside.
func WritePackages(t testing.TB, m *testmodule.Module, catalogs []*model.Catalog) {
	t.Helper()
	var jobs []gen.Job
	for _, c := range catalogs {
		jobs = append(jobs, gen.Job{Catalog: c, Target: gen.Target{Catalog: path.Base(c.File), ImportPath: Module + "/" + c.Package}})
	}
	files, err := gen.Emit(jobs, []gen.Emitter{golang.New()})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		m.Write(f.Path, string(f.Content))
	}
	inside, insideClose := harnessFile(t, "inside.go"), harnessFile(t, "inside_close.go")
	for _, c := range catalogs {
		m.Write(c.Package+"/probe.go", strings.ReplaceAll(inside, "inside", c.Package))
		if c.HasClose {
			m.Write(c.Package+"/probe_close.go", strings.ReplaceAll(insideClose, "inside", c.Package))
		}
	}
	m.Write("probe/probe.go", harnessFile(t, "probe/probe.go"))
}

// harnessFile is a file of the program that runs the packages.
func harnessFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(seeds.Root(), "internal/decodecases/testdata/harness", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
