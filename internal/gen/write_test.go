package gen

import (
	"os"
	"testing"
	"time"
)

func TestWriteCreatesInOrderAndThenChangesNothing(t *testing.T) {
	inFolder(t, nil)
	p := planOf("b/x.go", "1", "a/y.yaml", "2", "a/x.go", "3")
	mustWrite(t, p, "wrote out/a/x.go\nwrote out/a/y.yaml\nwrote out/b/x.go\n")
	expectTree(t, map[string]string{
		"out/a/x.go":   content("x.go", "spec/s.yaml", "3"),
		"out/a/y.yaml": content("y.yaml", "spec/s.yaml", "2"),
		"out/b/x.go":   content("x.go", "spec/s.yaml", "1"),
	})
	old := time.Date(2020, 2, 2, 2, 2, 2, 0, time.UTC)
	if err := os.Chtimes("out/a/x.go", old, old); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, p, "")
	info, err := os.Stat("out/a/x.go")
	if err != nil {
		t.Fatal(err)
	}
	if !info.ModTime().Equal(old) {
		t.Error("a file that is as it should be was touched")
	}
}

func TestWriteMakesTheOutputFolderAndThoseAbove(t *testing.T) {
	inFolder(t, nil)
	changes, err := Write("x/y/out", planOf("a/x.go", "1"))
	if err != nil || lines(changes) != "wrote x/y/out/a/x.go\n" {
		t.Fatal(changes, err)
	}
	changes, err = Write("none", Plan{})
	if err != nil || changes != nil {
		t.Fatal(changes, err)
	}
	expectTree(t, map[string]string{"x/y/out/a/x.go": content("x.go", "spec/s.yaml", "1")})
}

func TestWriteKeepsPermissions(t *testing.T) {
	inFolder(t, nil)
	mustWrite(t, planOf("a/x.go", "1"), "wrote out/a/x.go\n")
	if err := os.Chmod("out/a/x.go", 0o600); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, planOf("a/x.go", "2"), "wrote out/a/x.go\n")
	info, err := os.Stat("out/a/x.go")
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestWriteRemovesStaleFilesOnly(t *testing.T) {
	ours := func(name, catalog string) string { return content(name, catalog, "old") }
	kept := map[string]string{
		"spec/s.yaml":          "",
		"spec/kept.yaml":       "kept",
		"other/theirs.yaml":    "elsewhere below",
		"out/a/x.go":           content("x.go", "spec/s.yaml", "1"),
		"out/a/note.go":        "package a\n",
		"out/a/x.txt":          "# " + Header("spec/s.yaml"),
		"out/kept/x.go":        ours("x.go", "spec/kept.yaml"),
		"out/elsewhere/x.go":   ours("x.go", "theirs.yaml"),
		"out/below/x.go":       ours("x.go", "renamed.yaml"),
		"out/mixed/note.md":    "# Notes\n",
		"out/x.go":             ours("x.go", "spec/gone.yaml"),
		"out/deep/er/x.go":     ours("x.go", "gone.yaml"),
		"beside/x.go":          ours("x.go", "spec/gone.yaml"),
		"out/a/notes/notes.md": "mine",
	}
	files := map[string]string{
		"out/a/old.go":        ours("old.go", "spec/s.yaml"),
		"out/a/other.yaml":    ours("other.yaml", "spec/kept.yaml"),
		"out/a/sub/old.md":    ours("old.md", "gone.yaml"),
		"out/gone/x.go":       ours("x.go", "gone.yaml"),
		"out/gone/sub/a.yaml": ours("a.yaml", "gone.yaml"),
		"out/mixed/x.go":      ours("x.go", "spec/gone.yaml"), // as headers once were
		"out/renamed/x.go":    ours("x.go", "s.yaml"),
	}
	for name, text := range kept {
		files[name] = text
	}
	inFolder(t, files)
	mustWrite(t, planOf("a/x.go", "1"), `removed out/a/old.go
removed out/a/other.yaml
removed out/a/sub/old.md
removed out/gone/sub/a.yaml
removed out/gone/x.go
removed out/mixed/x.go
removed out/renamed/x.go
`)
	expectTree(t, kept)
}

func TestWriteCleansUpAfterKilledRuns(t *testing.T) {
	kept := map[string]string{
		"out/a/.errgen-user.tmp": "something of the user's",
		"out/a/.errgen-1.txt":    content("x.go", "spec/s.yaml", "1"),
		"out/a/x.go":             content("x.go", "spec/s.yaml", "1"),
		"spec/s.yaml":            "",
	}
	files := map[string]string{
		"out/a/.errgen-1a.tmp": content("x.go", "spec/s.yaml", "hal"),
		"out/a/.errgen-2b.tmp": "# Code gener",
		"out/a/.errgen-3c.tmp": "",
		"out/b/.errgen-4d.tmp": content("x.go", "spec/s.yaml", "a first run that was kil"),
	}
	for name, text := range kept {
		files[name] = text
	}
	inFolder(t, files)
	mustWrite(t, planOf("a/x.go", "1"), "")
	expectTree(t, kept)
}
