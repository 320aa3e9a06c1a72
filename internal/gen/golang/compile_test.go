package golang

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
)

// TestGenerated compiles and vets the packages of all cases, with the language
// of Go 1.21, and runs the tests of their behaviour: the files use_test.go of
// the cases, which are one package in which "golden/NAME" stands for the case's.
// The examples are run in one package as well, which takes one program.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	dir := t.TempDir()
	write(t, dir, "go.mod", []byte("module golden\n\ngo 1.21\n"))
	for _, g := range goldenCases(t) {
		for _, f := range g.files {
			if path.Dir(f.Path) == gen.EngineDir {
				write(t, dir, f.Path, f.Content)
				continue
			}
			write(t, dir, path.Join(g.name, path.Base(f.Path)), f.Content)
			if path.Base(f.Path) == "example_test.go" {
				name := strings.ReplaceAll(g.name, "-", "_")
				write(t, dir, "examples/"+name+"_test.go", exampleNamed(f.Content, name))
			}
		}
		for _, f := range g.archive.Files {
			if f.Name == "use_test.go" {
				write(t, dir, "use/"+strings.ReplaceAll(g.name, "-", "_")+"_use_test.go", f.Data)
			}
		}
	}
	run(t, dir, "go", "vet", "./...")
	run(t, dir, "go", "test", "./use")
	run(t, dir, "go", "test", "-vet=off", "./examples") // their names do not agree with this package
}

// exampleNamed puts a package's examples into package examples, by names of their
// own.
func exampleNamed(file []byte, name string) []byte {
	text := regexp.MustCompile(`(?m)^package \w+$`).ReplaceAllString(string(file), "package examples")
	return []byte(strings.ReplaceAll(text, "\nfunc Example", "\nfunc Example_"+name+"_"))
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
