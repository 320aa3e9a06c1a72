package checks_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
)

// workspace is a GOPATH with the packages of testdata and those that errgen makes of
// the catalogs beside them, made once.
var workspace = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "errgenvet")
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(filepath.Join(dir, "src"), os.DirFS("testdata/src")); err != nil {
		return "", err
	}
	spec, err := filepath.Abs("testdata/spec")
	if err != nil {
		return "", err
	}
	generate := exec.Command("go", "run", "./cmd/errgen", "generate", "--emit", "go", "--out", filepath.Join(dir, "src/shop.example"), "--go-import", "shop.example", spec)
	generate.Dir, generate.Stderr = "../../../..", os.Stderr // in errgen's own module
	return dir, generate.Run()
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := workspace(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

// TestChecks: what each check finds, and what it does not, in the package of its name.
func TestChecks(t *testing.T) {
	dir, err := workspace()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range checks.All {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel() // each loads the standard library
			if _, err := os.Stat("testdata/src/" + a.Name); err != nil {
				t.Fatal(err)
			}
			analysistest.RunWithSuggestedFixes(t, dir, a, "./src/"+a.Name+"/...")
		})
	}
}
