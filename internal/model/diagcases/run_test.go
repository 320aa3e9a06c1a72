package diagcases

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// findings loads and resolves catalogs as the command does, in a folder that
// holds just these files, and returns what is found. A panic fails the case, not
// the cases after it.
func findings(t *testing.T, files []txtar.File, paths ...string) []diag.Diagnostic {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var l diag.List
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	catalogs, _ := load.Paths(paths, &l)
	for _, f := range catalogs {
		proof.Catalog(resolve.Catalog(f, &l), f, &l)
	}
	return l.Sorted()
}

// catalogFiles are the files of a Doc's example: a txtar archive or one catalog.
func catalogFiles(example string) []txtar.File {
	if a := txtar.Parse([]byte(example)); len(a.Files) > 0 {
		return a.Files
	}
	return []txtar.File{{Name: "catalog.yaml", Data: []byte(example)}}
}

// names are the files' names: each is given to errgen by itself, so that none is
// passed over.
func names(files []txtar.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

func printed(t *testing.T, ds []diag.Diagnostic) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteText(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func has(ds []diag.Diagnostic, code diag.Code) bool {
	for _, d := range ds {
		if d.Code == code {
			return true
		}
	}
	return false
}

// TestExplained runs the examples of every code's documentation: the bad one
// provokes the code, the good one is clean.
func TestExplained(t *testing.T) {
	for _, code := range diag.Codes() {
		t.Run(string(code), func(t *testing.T) {
			doc, _ := diag.Explain(code)
			if doc.Summary == "" || doc.Cause == "" || strings.Contains(doc.Summary, "\n") {
				t.Error("summary (one line) and cause are needed")
			}
			bad := findings(t, catalogFiles(doc.Bad), names(catalogFiles(doc.Bad))...)
			if !has(bad, code) {
				t.Errorf("the bad example does not provoke it:\n%s", printed(t, bad))
			}
			for _, d := range bad {
				if d.Message == "" || d.Remedy == "" {
					t.Errorf("%s: without message or remedy", d.Code)
				}
			}
			if good := findings(t, catalogFiles(doc.Good), names(catalogFiles(doc.Good))...); len(good) > 0 {
				t.Errorf("the good example has findings:\n%s", printed(t, good))
			}
		})
	}
}
