package golang

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// TestGenerated compiles and vets the packages of all cases, with the language
// of Go 1.21, and runs the tests of their behaviour: the files use_test.go of
// the cases, which are one package in which "golden/NAME" stands for the case's.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	dir := t.TempDir()
	write(t, dir, "go.mod", []byte("module golden\n\ngo 1.21\n"))
	for _, g := range goldenCases(t) {
		for _, f := range g.files {
			write(t, dir, path.Join(g.name, path.Base(f.Path)), f.Content)
		}
		for _, f := range g.archive.Files {
			if f.Name == "use_test.go" {
				write(t, dir, "use/"+strings.ReplaceAll(g.name, "-", "_")+"_use_test.go", f.Data)
			}
		}
	}
	run(t, dir, "go", "vet", "./...")
	run(t, dir, "go", "test", "./use")
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// run runs a command in the module, without network. With -trimpath the build
// cache knows a package again in another folder.
func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-trimpath", "GOWORK=off", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}
