package gen

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// content is a file's content as an emitter gives it: header, then a body.
func content(name, catalog, body string) string {
	return HeaderLine(name, catalog) + "\n" + body
}

// planOf plans files, each given as path and body, from spec/s.yaml.
func planOf(pairs ...string) Plan {
	p := Plan{Paths: []string{"spec"}, Declares: declares}
	for i := 0; i < len(pairs); i += 2 {
		p.Files = append(p.Files, File{pairs[i], []byte(content(pairs[i], "spec/s.yaml", pairs[i+1]))})
	}
	return p
}

// declares takes a file's words for the packages of which it is the catalog.
func declares(file, pkg string) bool {
	text, err := os.ReadFile(file)
	return err == nil && slices.Contains(strings.Fields(string(text)), pkg)
}

// inFolder makes a new folder the working directory and writes files into it.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		put(t, name, text)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// tree returns all files below a folder, folders that are empty with a slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case e.IsDir():
			if inside, err := os.ReadDir(name); err == nil && len(inside) == 0 {
				files[name+"/"] = ""
			}
		case e.Type()&fs.ModeSymlink != 0:
			files[name], _ = os.Readlink(name)
		default:
			b, err := os.ReadFile(name)
			files[name] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// expectTree compares all that is below the working directory with files.
func expectTree(t *testing.T, want map[string]string) {
	t.Helper()
	got := tree(t, ".")
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if text, ok := want[name]; !ok {
			t.Errorf("%s is there: %q", name, got[name])
		} else if text != got[name] {
			t.Errorf("%s is %q, want %q", name, got[name], text)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is not there", name)
		}
	}
}

// lines describes changes, one a line.
func lines(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		verb := "wrote "
		if c.Removed {
			verb = "removed "
		}
		b.WriteString(verb + c.Path + "\n")
	}
	return b.String()
}

// mustWrite writes a plan into "out" and compares the changes.
func mustWrite(t *testing.T, p Plan, want string) {
	t.Helper()
	changes, err := Write("out", p)
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(changes); got != want {
		t.Errorf("changes:\n%swant:\n%s", got, want)
	}
}
