package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
)

// workshop is the folder of all that benchmarks build. It is within the module,
// so that what is generated there can import it and be imported, and begins
// with an underscore, so that "./..." does not find it.
const workshop = "_build"

// buildPath is the import path of the workshop.
const buildPath = "github.com/seed-1b9d9f04/errgen/bench/" + workshop

// toolbox is the generators, built once.
type toolbox struct {
	errgen, oapiCodegen, protocgo, protocGenGo string
	kratos                                     string // "" if it is not installed
	kratosProtos                               string // where errors/errors.proto is
}

// buildTools builds them with the versions of this module.
var buildTools = sync.OnceValues(func() (*toolbox, error) {
	bin, err := filepath.Abs(filepath.Join(workshop, "bin"))
	if err != nil {
		return nil, err
	}
	t := &toolbox{}
	for _, tool := range []struct {
		path          *string
		name, in, pkg string
	}{
		{&t.errgen, "errgen", "..", "./cmd/errgen"},
		{&t.oapiCodegen, "oapi-codegen", ".", "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen"},
		{&t.protocgo, "protocgo", ".", "./cmd/protocgo"},
		{&t.protocGenGo, "protoc-gen-go", ".", "google.golang.org/protobuf/cmd/protoc-gen-go"},
	} {
		*tool.path = filepath.Join(bin, tool.name)
		if err := command(tool.in, "go", "build", "-o", *tool.path, tool.pkg); err != nil {
			return nil, err
		}
	}
	t.kratos, _ = exec.LookPath("protoc-gen-go-errors")
	if installed := filepath.Join(bin, "protoc-gen-go-errors"); t.kratos == "" && exists(installed) {
		t.kratos = installed
	}
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-kratos/kratos/v2").Output()
	t.kratosProtos = filepath.Join(strings.TrimSpace(string(dir)), "third_party")
	return t, err
})

// tools are the generators.
func tools(b *testing.B) *toolbox {
	b.Helper()
	t, err := buildTools()
	if err != nil {
		b.Fatal(err)
	}
	return t
}

// exists reports whether there is such a file.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// command runs a command, and makes its output part of the error.
func command(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return nil
}

// process is a contender that is a process: a command whose CPU time counts too.
// On a machine that others use as well, that says more than the time it took.
type process struct {
	name   string
	args   []string
	before func() // not timed; may be nil
}

// interleaveProcesses is bench.Interleave for processes. It also reports medians
// of CPU time (unit cpu-ns/NAME), and of the ratios to the first's (cpu-x/NAME).
func interleaveProcesses(b *testing.B, processes ...process) {
	b.Helper()
	cpu := make([][]float64, len(processes))
	contenders := make([]bench.Contender, len(processes))
	for i, p := range processes {
		contenders[i] = bench.Contender{Name: p.name, Before: p.before, Do: func() {
			cmd := exec.Command(p.args[0], p.args[1:]...)
			if out, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%s: %v\n%s", p.name, err, out)
			}
			cpu[i] = append(cpu[i], float64(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
		}}
	}
	bench.Interleave(b, contenders...)
	for i, p := range processes {
		b.ReportMetric(bench.Median(cpu[i]), "cpu-ns/"+p.name)
		if i > 0 && len(cpu[i]) == len(cpu[0]) {
			b.ReportMetric(bench.Median(bench.Ratios(cpu[i], cpu[0])), "cpu-x/"+p.name)
		}
	}
}

// must runs a command that may not fail.
func must(b *testing.B, name string, args ...string) {
	b.Helper()
	if err := command(".", name, args...); err != nil {
		b.Fatal(err)
	}
}

// fresh is an empty folder of the workshop.
func fresh(b *testing.B, elements ...string) string {
	b.Helper()
	dir := filepath.Join(append([]string{workshop}, elements...)...)
	if err := os.RemoveAll(dir); err != nil {
		b.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		b.Fatal(err)
	}
	return dir
}

// write makes a file.
func write(b *testing.B, path, text string) {
	b.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
}

// openAPI is the document of a catalog, with an operation. It is made outside of
// any module: within one it names the generated Go types, which oapi-codegen
// would take instead of making its own.
func openAPI(b *testing.B, catalog string, n int) string {
	b.Helper()
	dir := b.TempDir()
	must(b, tools(b).errgen, "generate", "--emit", "openapi", "--out", dir, catalog)
	document, err := os.ReadFile(filepath.Join(dir, "manyerr", "openapi.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	return bench.OpenAPI(string(document), n)
}

// generator is one way to make Go of n errors with two strings.
type generator struct {
	name string
	out  string // folder of the Go package
	args []string
}

// generators are all there are, with their inputs written.
func generators(b *testing.B, n int) []generator {
	b.Helper()
	t := tools(b)
	dir := fresh(b, "generate", fmt.Sprint(n))
	path := func(name ...string) string { return filepath.Join(append([]string{dir}, name...)...) }
	write(b, path("many.yaml"), bench.Catalog(n, bench.Form{Types: "all", Params: 2}))
	errgen := generator{"errgen", path("errgen", "manyerr"), []string{t.errgen, "generate", "--out", path("errgen"), path("many.yaml")}}
	write(b, path("openapi.yaml"), openAPI(b, path("many.yaml"), n))
	write(b, path("many.proto"), bench.Proto(n))
	oapi := func(name, generate string) generator {
		out := path(name, "many.go")
		return generator{name, path(name), []string{t.oapiCodegen, "-package", "many", "-generate", generate, "-o", out, path("openapi.yaml")}}
	}
	list := []generator{errgen, oapi("oapi-codegen-types", "types"), oapi("oapi-codegen", "types,client,std-http-server,strict-server")}
	if t.kratos != "" {
		list = append(list, generator{"kratos", path("kratos"), []string{
			t.protocgo, "-out", path("kratos"), "-I", t.kratosProtos, "-opt", "paths=source_relative", path("many.proto"), t.protocGenGo, t.kratos,
		}})
	}
	for _, g := range list {
		if err := os.MkdirAll(g.out, 0o777); err != nil {
			b.Fatal(err)
		}
	}
	return list
}
