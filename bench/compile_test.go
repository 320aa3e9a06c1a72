package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
)

// many is how many errors the packages have that are compiled and linked.
const many = 1000

// source is a Go package of many errors.
type source struct {
	name  string
	dir   string
	files []string
}

// sources are packages of n errors in all forms. Peers know no other errors
// than with texts given at run time: they stand beside those with two strings.
func sources(b *testing.B, n, params int) []source {
	b.Helper()
	rich := source{name: "rich", dir: fresh(b, "compile", fmt.Sprint(params), "rich")}
	write(b, filepath.Join(rich.dir, "rich.go"), bench.Rich(n, params))
	list := []source{rich}
	for _, types := range []string{"data", "all"} {
		list = append(list, source{name: "errgen-" + types, dir: errgenPackage(b, n, bench.Form{Types: types, Params: params})})
	}
	if params > 0 {
		for _, g := range generators(b, n)[1:] {
			must(b, g.args[0], g.args[1:]...)
			list = append(list, source{name: g.name, dir: g.out})
		}
	}
	list = append(list, source{name: "errgen-engine", dir: engineOf(list[1].dir)})
	for i := range list {
		files, err := filepath.Glob(filepath.Join(list[i].dir, "*.go"))
		if err != nil || len(files) == 0 {
			b.Fatalf("%s: no files (%v)", list[i].name, err)
		}
		list[i].files = slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, "_test.go") })
	}
	return list
}

// errgenPackage generates a package and returns its folder.
func errgenPackage(b *testing.B, n int, form bench.Form) string {
	b.Helper()
	dir := fresh(b, "errgen", fmt.Sprintf("%s%d_%d", form.Types, form.Params, n))
	catalog := filepath.Join(dir, "many.yaml")
	write(b, catalog, bench.Catalog(n, form))
	must(b, tools(b).errgen, "generate", "--out", dir, catalog)
	return filepath.Join(dir, "manyerr")
}

// importable are the packages that compiled packages may import.
var importable = []string{
	"std", "github.com/go-kratos/kratos/v2/errors", "google.golang.org/protobuf/runtime/protoimpl", "github.com/oapi-codegen/runtime/strictmiddleware/nethttp",
	"github.com/oapi-codegen/runtime",
}

// engineOf is the folder of the engine beside a generated package.
func engineOf(dir string) string { return filepath.Join(filepath.Dir(dir), "internal", "errgen") }

// importConfig tells the compiler where the packages are that may be imported: those of
// others, and the engines of what errgen has generated.
func importConfig(b *testing.B, list []source) string {
	b.Helper()
	args := append([]string{"list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"}, importable...)
	for _, s := range list {
		if engine := engineOf(s.dir); exists(engine) {
			args = append(args, "./"+engine)
		}
	}
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(workshop, "importcfg")
	write(b, path, string(out))
	return path
}

// compiler is the compiler itself, without the go command before it.
func compiler(b *testing.B) string {
	b.Helper()
	out, err := exec.Command("go", "tool", "-n", "compile").Output()
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// BenchmarkCompile compiles many errors in each form, and says how large the
// source and what is compiled of it are, per error. The engine, which errgen's packages
// import, is compiled for all of an output folder once: it stands beside them.
func BenchmarkCompile(b *testing.B) {
	compile := compiler(b)
	for _, params := range []int{0, 2} {
		b.Run(fmt.Sprintf("%d-strings", params), func(b *testing.B) {
			list := sources(b, many, params)
			config := importConfig(b, list)
			var processes []process
			for _, s := range list {
				args := append([]string{"-p", "many", "-complete", "-pack", "-c=2", "-importcfg", config, "-o", filepath.Join(s.dir, "many.a")}, s.files...)
				processes = append(processes, process{s.name, append([]string{compile}, args...), nil})
			}
			interleaveProcesses(b, processes...)
			for _, s := range list {
				b.ReportMetric(float64(size(b, s.files...))/many, "source-B/"+s.name)
				b.ReportMetric(float64(size(b, filepath.Join(s.dir, "many.a")))/many, "archive-B/"+s.name)
			}
		})
	}
}

// size is the size of files in bytes.
func size(b *testing.B, paths ...string) (sum int64) {
	b.Helper()
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		sum += info.Size()
	}
	return sum
}
