package gen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(at(name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(name, text string) {
		t.Helper()
		if got, err := os.ReadFile(at(name)); err != nil || string(got) != text {
			t.Errorf("%s: %q, %v; want %q", name, got, err, text)
		}
	}
	write("a", "1", 0o640)
	write("b", "1", 0o444)
	write("c", "other", 0o666)
	if err := os.Symlink("a", at("link")); err != nil {
		t.Skip(err)
	}
	ok := Rewriting{at("a"), []byte("1"), []byte("2")}
	for _, c := range []struct {
		with Rewriting
		want string
	}{
		{Rewriting{at("b"), []byte("1"), []byte("2")}, "is read-only"},
		{Rewriting{at("c"), []byte("1"), []byte("2")}, "has changed while errgen ran"},
		{Rewriting{at("c"), nil, []byte("2")}, "is there already"},
		{Rewriting{at("d"), []byte("1"), []byte("2")}, "no file was changed"},
		{Rewriting{at("a/d"), nil, []byte("2")}, "no file was changed"},
	} {
		if err := Rewrite([]Rewriting{ok, c.with}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.want, err)
		}
		holds("a", "1")
	}
	if err := Rewrite([]Rewriting{{at("link"), []byte("1"), []byte("2")}, {at("x/y/new"), nil, []byte("3")}}); err != nil {
		t.Fatal(err)
	}
	holds("a", "2")
	holds("x/y/new", "3")
	if info, err := os.Lstat(at("link")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is none any more")
	}
	if info, err := os.Stat(at("a")); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(at(".errgen*")); left != nil {
		t.Errorf("left: %v", left)
	}
}
