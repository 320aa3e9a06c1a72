package stress

import (
	"bytes"
	"go/format"
	"os"
	"path"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// FuzzGenerate makes everything of any bytes: nothing panics; what is found can be
// printed; if nothing is, every emitter emits, Go is as gofmt leaves it, YAML
// parses, and all is the same the next time.
func FuzzGenerate(f *testing.F) {
	shared := readFile(f, filepath.Join(stressFolder, sharedName))
	var seeds [][]byte
	for _, path := range catalogPaths(f) {
		seeds = append(seeds, readFile(f, path))
	}
	for _, pattern := range []string{"gen", "diag", "docs"} {
		cases, err := filepath.Glob(root + "testdata/" + pattern + "/*.txtar")
		if err != nil || len(cases) == 0 {
			f.Fatalf("no cases in %s: %v", pattern, err)
		}
		for _, c := range cases {
			for _, file := range txtar.Parse(readFile(f, c)).Files {
				if path.Ext(file.Name) == ".yaml" {
					seeds = append(seeds, file.Data)
				}
			}
		}
	}
	corpus.Seeds(len(seeds), 10, func(i int) { f.Add(seeds[i]) })
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			t.Skip()
		}
		first := generateAll(t, data, shared)
		second := generateAll(t, data, shared)
		if len(first) != len(second) {
			t.Fatalf("%d files, then %d", len(first), len(second))
		}
		for i := range first {
			if first[i].Path != second[i].Path || !bytes.Equal(first[i].Content, second[i].Content) {
				t.Errorf("%s is not the same twice", first[i].Path)
			}
			checkParses(t, first[i])
		}
	})
}

// FuzzText puts any text into any place of the stress catalog, and holds what comes
// of it to the same.
func FuzzText(f *testing.F) {
	s := newSource(f)
	corpus.Seeds(len(hostilePieces), 6, func(i int) { f.Add(i*len(s.texts)/len(hostilePieces), hostilePieces[i]) })
	f.Fuzz(func(t *testing.T, place int, text string) {
		if place < 0 || place >= len(s.texts) || !utf8.ValidString(text) || len(text) > 1<<16 {
			t.Skip()
		}
		got := s.apply(t, replacement{s.texts[place]: text})
		if got.catalog == nil {
			return
		}
		files, err := gen.Emit([]gen.Job{jobOf(got.catalog)}, emitters())
		if err != nil {
			t.Fatalf("a catalog without findings does not emit: %v", err)
		}
		for _, file := range files {
			checkParses(t, file)
		}
	})
}

// generateAll is what all emitters make of a catalog, nothing if something is
// wrong with it. A file that it includes is always the same.
func generateAll(t *testing.T, data, shared []byte) []gen.File {
	var list diag.List
	read := func(name string) ([]byte, error) {
		if path.Base(name) == path.Base(sharedName) {
			return shared, nil
		}
		return nil, os.ErrNotExist
	}
	file := load.BytesWith("f.yaml", data, read, &list)
	if file == nil || list.Len() > 0 {
		checkFindings(t, &list)
		return nil
	}
	c, _ := proof.Catalog(resolve.Catalog(file, &list), file, &list)
	if c == nil || list.Len() > 0 {
		checkFindings(t, &list)
		return nil
	}
	files, err := gen.Emit([]gen.Job{jobOf(c)}, emitters())
	if err != nil {
		t.Fatalf("a catalog without findings does not emit: %v", err)
	}
	return files
}

func checkFindings(t *testing.T, list *diag.List) {
	text := printed(list)
	if text == "" {
		t.Error("neither a catalog nor a finding")
	}
	if err := safeForTerminal(text); err != nil {
		t.Error(err)
	}
}

// checkParses parses a file; of Go also that gofmt leaves it as it is. The engine is
// the same for all, and tested where it is.
func checkParses(t *testing.T, f gen.File) {
	if path.Dir(f.Path) == gen.EngineDir {
		return
	}
	switch path.Ext(f.Path) {
	case ".go":
		formatted, err := format.Source(f.Content)
		if err != nil || !bytes.Equal(formatted, f.Content) {
			t.Errorf("%s is not as gofmt leaves it (%v):\n%s", f.Path, err, f.Content)
		}
	case ".yaml":
		var doc yaml.Node
		if err := yaml.Unmarshal(f.Content, &doc); err != nil {
			t.Errorf("%s: %v\n%s", f.Path, err, f.Content)
		}
	}
	if err := safeForTerminal(string(bytes.ReplaceAll(f.Content, []byte("\t"), nil))); err != nil {
		t.Errorf("%s: %v", f.Path, err)
	}
}
