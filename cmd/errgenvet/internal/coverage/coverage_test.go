package coverage_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/coverage"
)

const archive = "testdata/service.txtar"

// TestCoverage: what the command says of a service, in each form, with and without a
// profile of its tests. ERRGEN_UPDATE=1 writes what it says anew.
func TestCoverage(t *testing.T) {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	dir := service(t, a)
	run(t, dir, "go", "test", "-coverpkg=./...", "-coverprofile=cover.out", "./api")
	t.Chdir(dir)
	want := map[string]string{}
	for _, f := range a.Files {
		want[f.Name] = string(f.Data)
	}
	update := os.Getenv("ERRGEN_UPDATE") == "1"
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"want/untested.txt", nil},
		{"want/tested.txt", []string{"-profile", "cover.out", "./..."}},
		{"want/tested.md", []string{"-profile", "cover.out", "-format", "markdown", "."}},
		{"want/tested.json", []string{"-profile", "cover.out", "-format", "json", "./..."}},
	} {
		var out, stderr bytes.Buffer
		if err := coverage.Main(tt.args, &out, &stderr); err != nil {
			t.Fatalf("%s: %v %s", tt.name, err, &stderr)
		}
		switch {
		case update:
			a.Files = append(without(a.Files, tt.name), txtar.File{Name: tt.name, Data: out.Bytes()})
		case out.String() != want[tt.name]:
			t.Errorf("%s is\n%s\nwant\n%s", tt.name, &out, want[tt.name])
		}
	}
	if update {
		t.Chdir(home)
		if err := os.WriteFile(archive, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRefused: what the command cannot do, and what it says then.
func TestRefused(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module a.example\n\ngo 1.24\n")
	write(t, filepath.Join(dir, "a.go"), "package a\n")
	write(t, filepath.Join(dir, "broken/b.go"), "package b\n\nvar x int = y\n")
	t.Chdir(dir)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-format", "html"}, `-format is one of json, markdown, text, not "html"`},
		{[]string{"-profile", "none.out"}, "none.out: no such file"},
		{[]string{"."}, "no package of . uses a package that errgen has made"},
		{[]string{"./nowhere"}, "nowhere"},
		{[]string{"-f"}, "flag provided but not defined: -f"},
	} {
		err := coverage.Main(tt.args, &bytes.Buffer{}, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %s", tt.args, err, tt.want)
		}
	}
}

var home, _ = os.Getwd()

// service writes the files of an archive into a folder, and makes its packages of its
// catalogs.
func service(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			write(t, filepath.Join(dir, f.Name), string(f.Data))
		}
	}
	run(t, "../../../..", "go", "run", "./cmd/errgen", "generate", "--emit", "go", "--out", filepath.Join(dir, "generated"), filepath.Join(dir, "spec"))
	return dir
}

// without are files without the one of a name.
func without(files []txtar.File, name string) (others []txtar.File) {
	for _, f := range files {
		if f.Name != name {
			others = append(others, f)
		}
	}
	return others
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
