package bench_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
)

// BenchmarkMany generates a package of 1,000 errors with two strings, and
// oapi-codegen's of the same, and runs the benchmarks of testdata/many there,
// whose results it prints.
func BenchmarkMany(b *testing.B) {
	dir := fresh(b, "many")
	write(b, filepath.Join(dir, "many.yaml"), bench.Catalog(many, bench.Form{Types: "all", Params: 2}))
	t := tools(b)
	must(b, t.errgen, "generate", "--out", dir, filepath.Join(dir, "many.yaml"))
	write(b, filepath.Join(dir, "openapi.yaml"), openAPI(b, filepath.Join(dir, "many.yaml"), many))
	write(b, filepath.Join(dir, "oapi", "doc.go"), "package oapi\n")
	must(b, t.oapiCodegen, "-package", "oapi", "-generate", "types,client,std-http-server,strict-server", "-o", filepath.Join(dir, "oapi", "many.go"), filepath.Join(dir, "openapi.yaml"))
	text, err := os.ReadFile(filepath.Join("testdata", "many", "bench_test.go"))
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(dir, "manyerr", "many_test.go"), string(text))
	for b.Loop() {
		out, err := exec.Command("go", "test", "-bench", ".", "./"+filepath.Join(dir, "manyerr")).CombinedOutput()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		for _, line := range regexp.MustCompile(`(?m)^BenchmarkMany.*$`).FindAll(out, -1) {
			if _, err := os.Stdout.Write(append(line, '\n')); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(0, "ns/op")
}
