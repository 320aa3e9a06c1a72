package checks_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/flow"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
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
	of := map[string]*analysis.Analyzer{}
	for _, a := range checks.All {
		of[a.Name] = a
	}
	run(t, of)
}

// TestFlags: what checks find that are asked for more, or less.
func TestFlags(t *testing.T) {
	of := map[string]*analysis.Analyzer{"strict": checks.Undocumented, "allow": checks.AdHoc}
	for flag, value := range map[string]string{"strict": "true", "allow": "^Health"} {
		f := of[flag].Flags.Lookup(flag)
		if err := f.Value.Set(value); err != nil {
			t.Fatal(err)
		}
		defer f.Value.Set(f.DefValue)
	}
	run(t, of)
}

// run runs checks, each in the packages below the folder that it has here: all in one
// program, for which the standard library is loaded once.
func run(t *testing.T, of map[string]*analysis.Analyzer) {
	t.Helper()
	dir, err := workspace()
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for folder := range of {
		if _, err := os.Stat("testdata/src/" + folder); err != nil {
			t.Fatal(err)
		}
		patterns = append(patterns, "./src/"+folder+"/...")
	}
	analysistest.RunWithSuggestedFixes(t, dir, &analysis.Analyzer{
		Name: "each", Doc: "runs the check of each package",
		Requires: []*analysis.Analyzer{generated.Catalogs, flow.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			folder, _, _ := strings.Cut(pass.Pkg.Path(), "/")
			a := of[folder]
			if a == nil {
				return nil, nil
			}
			as := *pass
			as.Analyzer = a
			return a.Run(&as)
		},
	}, patterns...)
}
