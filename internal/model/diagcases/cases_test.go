package diagcases

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	casesFolder = "../../../testdata/diag"
	outputName  = "output"
)

// TestCases runs testdata/diag. A case is named by its code, or by the code and
// what is special about it: unknown-key.txtar, unknown-key_typo.txtar. It holds
// files, which are given to errgen as the folder they are in (or as a line
// "paths: ..." of the comment says), and what is printed: "output".
// ERRGEN_UPDATE=1 writes the outputs anew.
func TestCases(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(casesFolder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	covered := map[diag.Code]bool{}
	for _, name := range names {
		if name, err = filepath.Abs(name); err != nil {
			t.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".txtar")
		code, _, _ := strings.Cut(base, "_")
		covered[diag.Code(code)] = true
		t.Run(base, func(t *testing.T) { runCase(t, name, diag.Code(code)) })
	}
	for _, code := range diag.Codes() {
		if !covered[code] {
			t.Errorf("no case for %s", code)
		}
	}
}

func runCase(t *testing.T, name string, code diag.Code) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	want := ""
	for _, f := range archive.Files {
		if f.Name == outputName {
			want = string(f.Data)
		} else {
			files = append(files, f)
		}
	}
	found := findings(t, files, casePaths(archive)...)
	got := printed(t, found)
	if !has(found, code) {
		t.Errorf("not found: %s", code)
	}
	switch {
	case t.Failed():
		t.Log(got)
	case got == want:
	case os.Getenv("ERRGEN_UPDATE") == "1":
		archive.Files = append(files, txtar.File{Name: outputName, Data: []byte(got)})
		if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("ERRGEN_UPDATE=1 accepts the new output:\n%s", diff.Diff("want", []byte(want), "got", []byte(got)))
	}
}

// casePaths are the paths that a case gives to errgen.
func casePaths(a *txtar.Archive) []string {
	for line := range strings.Lines(string(a.Comment)) {
		if paths, ok := strings.CutPrefix(line, "paths:"); ok {
			return strings.Fields(paths)
		}
	}
	return []string{"."}
}

// TestCodesAreReadable holds codes to lower-case words with hyphens.
func TestCodesAreReadable(t *testing.T) {
	for _, code := range diag.Codes() {
		if s := string(code); strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || s == "" {
			t.Errorf("%q", s)
		}
	}
}
