package lint

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// catalogs are those of the repository that include nothing, by their names.
func catalogs(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"../../spec/*.yaml", "../../testdata/*.yaml", "../../testdata/decode/*.yaml", "../../testdata/decode/*/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = string(data)
		}
	}
	archives, _ := filepath.Glob("../../testdata/gen/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(a.Files[0].Data)
	}
	for name, text := range texts {
		if strings.Contains(text, "\ninclude:") {
			delete(texts, name)
		}
	}
	if len(texts) < 80 {
		t.Fatalf("only %d catalogs", len(texts))
	}
	return texts
}

// TestExisting: with the allowances that are lacking nothing is found any more, in any
// catalog, and each is needed. Every finding says where, what and what to do.
func TestExisting(t *testing.T) {
	for name, text := range catalogs(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			in := []Input{inputOf(t, "catalog.yaml", text, nil)}
			for _, f := range Check(in, Options{}) {
				if !f.Pos.IsValid() || f.Subject == "" || f.Message == "" || f.Remedy == "" || strings.Contains(f.Message+f.Remedy, "\n") {
					t.Errorf("%+v", f)
				}
			}
			var edits []yamledit.Edit
			for _, a := range Existing(in, Options{}, report.Info) {
				if a.File != "catalog.yaml" {
					t.Errorf("%+v", a)
				}
				edits = append(edits, yamledit.Edit{Path: append(slices.Clone(a.Path), "allow", string(a.Rule)), Value: "It was so."})
			}
			edited, err := yamledit.Apply([]byte(text), edits...)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range Check([]Input{inputOf(t, "catalog.yaml", string(edited), nil)}, Options{}) {
				t.Errorf("still there: %s %s %s: %s", f.Pos, f.Rule, f.Subject, f.Message)
			}
		})
	}
}
