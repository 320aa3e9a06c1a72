package robust

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// TestMore generates the packages of catalogs with what the founding APIs do not
// use of the language, and runs the tests that stand beside them.
func TestMore(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	for _, name := range []string{"more", "nested", "markup"} {
		t.Run(name, func(t *testing.T) { testPackage(t, name) })
	}
}

func testPackage(t *testing.T, name string) {
	folder := filepath.Join("testdata", name)
	text, err := os.ReadFile(filepath.Join(folder, name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var list diag.List
	f := load.Bytes(name+".yaml", text, &list)
	c, _ := proof.Catalog(resolve.Catalog(f, &list), f, &list)
	if c == nil {
		var b strings.Builder
		_ = diag.WriteText(&b, list.Sorted())
		t.Fatal(b.String())
	}
	files, err := gen.Emit([]gen.Job{{Catalog: c, Target: gen.Target{Catalog: name + ".yaml", ImportPath: "robust/" + name}}}, []gen.Emitter{golang.New()})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name string, content []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", []byte("module robust\n\ngo 1.26\n"))
	for _, f := range files {
		write(f.Path, f.Content)
	}
	tests, err := os.ReadFile(filepath.Join(folder, "use_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	write("use_test.go", tests)
	cmd := exec.CommandContext(t.Context(), "go", "test", "-vet=off", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-trimpath", "GOWORK=off", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
