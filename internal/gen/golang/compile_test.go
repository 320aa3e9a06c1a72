package golang

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// TestGenerated compiles and vets the packages of all cases, with the language
// of Go 1.21, and runs the tests of their behaviour: the files use_test.go of
// the cases, which are one package in which "golden/NAME" stands for the case's.
// The examples are run in one package as well, which takes one program.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	m := testmodule.New(t, "golden", "1.21")
	for _, g := range goldenCases(t) {
		for _, f := range g.files {
			if path.Dir(f.Path) == gen.EngineDir {
				m.Write(f.Path, string(f.Content))
				continue
			}
			m.Write(path.Join(g.name, path.Base(f.Path)), string(f.Content))
			if path.Base(f.Path) == "example_test.go" {
				name := strings.ReplaceAll(g.name, "-", "_")
				m.Write("examples/"+name+"_test.go", exampleNamed(f.Content, name))
			}
		}
		for _, f := range g.archive.Files {
			if f.Name == "use_test.go" {
				m.Write("use/"+strings.ReplaceAll(g.name, "-", "_")+"_use_test.go", string(f.Data))
			}
		}
	}
	m.Go("vet", "./...")
	m.Go("test", "./use")
	m.Go("test", "-vet=off", "./examples") // their names do not agree with this package
}

// exampleNamed puts a package's examples into package examples, by names of their
// own.
func exampleNamed(file []byte, name string) string {
	text := regexp.MustCompile(`(?m)^package \w+$`).ReplaceAllString(string(file), "package examples")
	return strings.ReplaceAll(text, "\nfunc Example", "\nfunc Example_"+name+"_")
}
