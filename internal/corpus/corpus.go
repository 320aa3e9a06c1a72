// Package corpus is what the repository has of a kind of file, for tests of what must
// hold over all of them.
package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// Texts returns the repository's files with some extensions (".yaml"), also those within
// txtar archives, by their paths. What npm has installed is none of it.
func Texts(t testing.TB, extensions ...string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	isOne := func(name string) bool { return slices.Contains(extensions, filepath.Ext(name)) }
	err := filepath.WalkDir(seeds.Root(), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && e.Name() == "node_modules" {
			return fs.SkipDir
		}
		switch {
		case isOne(name):
			data, err := os.ReadFile(name)
			texts[name] = string(data)
			return err
		case filepath.Ext(name) == ".txtar":
			a, err := txtar.ParseFile(name)
			if err != nil {
				return err
			}
			for _, f := range a.Files {
				if isOne(f.Name) {
					texts[name+"/"+f.Name] = string(f.Data)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
