package spec_test

import (
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/specdoc"
)

// input is a file of the catalog language with those that it may include.
type input struct {
	name   string // of the case
	file   string
	beside []txtar.File
}

func (in input) text() string {
	for _, f := range in.beside {
		if f.Name == in.file {
			return string(f.Data)
		}
	}
	return ""
}

// inputs are all files of the catalog language that this module has: its
// catalogs, the cases of its tests, the examples of its documentation.
func inputs(t *testing.T) []input {
	t.Helper()
	var all []input
	add := func(name string, files ...txtar.File) {
		for _, f := range files {
			if strings.HasSuffix(f.Name, ".yaml") {
				all = append(all, input{name: name, file: f.Name, beside: files})
			}
		}
	}
	for _, pattern := range []string{"*.yaml", "../testdata/*.yaml", "../testdata/*/*.yaml", "../testdata/*/*/*.yaml"} {
		for _, file := range glob(t, pattern) {
			add(file, txtar.File{Name: filepath.Base(file), Data: []byte(read(t, file))})
		}
	}
	for _, folder := range []string{"diag", "gen", "script"} {
		for _, file := range glob(t, "../testdata/"+folder+"/*.txtar") {
			add(file, txtar.Parse([]byte(read(t, file))).Files...)
		}
	}
	for _, code := range diag.Codes() {
		doc, _ := diag.Explain(code)
		add("errgen explain "+string(code)+", the bad example", archive(doc.Bad)...)
		add("errgen explain "+string(code)+", the good example", archive(doc.Good)...)
	}
	manual, err := specdoc.Open("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range manual.Blocks {
		files := []txtar.File{{Name: "catalog.yaml", Data: []byte(manual.Catalog(b))}}
		for _, shared := range manual.Blocks {
			if shared.File() != "" && strings.Contains(b.Text, shared.File()) {
				files = append(files, txtar.File{Name: shared.File(), Data: []byte(shared.Text)})
			}
		}
		if b.File() == "" {
			add(b.Document+", line "+strconv.Itoa(b.Line), files...)
		}
	}
	return all
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// archive is an example of several files, or of one.
func archive(text string) []txtar.File {
	if a := txtar.Parse([]byte(text)); len(a.Files) > 0 {
		return a.Files
	}
	return []txtar.File{{Name: "catalog.yaml", Data: []byte(text)}}
}

// findings are what errgen finds in the file, not in those that it includes. One
// without a package is looked at as one that a catalog includes.
func (in input) findings() []diag.Diagnostic {
	read := func(name string) ([]byte, error) {
		for _, f := range in.beside {
			if path.Clean(f.Name) == path.Clean(name) {
				return f.Data, nil
			}
		}
		return nil, os.ErrNotExist
	}
	var l diag.List
	main, text := in.file, in.text()
	if isShared(text) {
		main, text = "main.yaml", "errgen: 1\npackage: main_\ninclude: ["+strconv.Quote(in.file)+"]\n"
	}
	if f := load.BytesWith(main, []byte(text), read, &l); f != nil {
		proof.Catalog(resolve.Catalog(f, &l), f, &l)
	}
	var own []diag.Diagnostic
	for _, d := range l.Sorted() {
		if d.Pos.File == in.file {
			own = append(own, d)
		}
	}
	return own
}

// isShared reports whether a file has nothing but what shared files have.
func isShared(text string) bool {
	shared := false
	for line := range strings.Lines(text) {
		key, _, ok := strings.Cut(line, ":")
		switch {
		case !ok || strings.TrimSpace(line[:1]) == "" || line[0] == '#':
		case key == "types", key == "envelopes", key == "errors":
			shared = true
		case key != "errgen" && key != "sources" && key != "defaults" && key != "groups" && !strings.HasPrefix(key, "x-"):
			return false
		}
	}
	return shared
}
