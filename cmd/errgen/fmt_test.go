package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/layout"
)

// TestLayoutKeepsModels: every catalog of the repository, laid out, is the same catalog,
// with the same findings if it has any.
func TestLayoutKeepsModels(t *testing.T) {
	count := 0
	err := filepath.WalkDir("../..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && (e.Name() == "node_modules" || e.Name() == "generated") {
			return fs.SkipDir
		}
		if filepath.Ext(name) != ".yaml" || e.IsDir() {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), "errgen: 1") || len(text) > 200_000 {
			return err
		}
		if _, err := layout.Format(text); err != nil {
			return nil
		}
		count++
		if _, err := laidOut([]string{name}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || count < 80 {
		t.Errorf("%v, %d catalogs", err, count)
	}
}
