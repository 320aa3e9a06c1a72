package gen

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCatalogsAreNamedFromTheFolderThatHoldsBoth(t *testing.T) {
	inFolder(t, map[string]string{"p/sub/x": ""})
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ wd, out, catalog, want string }{
		{"p", "generated", "spec/s.yaml", "spec/s.yaml"},
		{"p", "./generated/", "./spec//s.yaml", "spec/s.yaml"},
		{"p/sub", "../generated", "../spec/s.yaml", "spec/s.yaml"},
		{"p", "/p/generated", "/p/spec/s.yaml", "spec/s.yaml"},
		{"p/sub", "../generated", "/p/spec/s.yaml", "spec/s.yaml"},
		{"p", ".", "spec/s.yaml", "spec/s.yaml"},
		{"p", "spec", "spec/s.yaml", "s.yaml"},
		{"p", "docs/api/gen", "spec/s.yaml", "spec/s.yaml"},
		{"p", "generated", "s.yaml", "s.yaml"},
		{"p", "generated", "spec", "spec"},
		{"p", "generated", ".", "."},
		{"p", "generated", "../other/s.yaml", "other/s.yaml"},
	} {
		t.Chdir(filepath.Join(root, c.wd))
		for _, p := range []*string{&c.out, &c.catalog} {
			if filepath.IsAbs(*p) {
				*p = root + *p
			}
		}
		if got := CatalogName(c.out, c.catalog); got != c.want {
			t.Errorf("in %s: CatalogName(%q, %q) = %q, want %q", c.wd, c.out, c.catalog, got, c.want)
		}
	}
}

// TestNamesThatMayBeAnothersAreLeft shares an output folder between two folders
// of catalogs that go by one name: p/spec and spec, seen from p/out.
func TestNamesThatMayBeAnothersAreLeft(t *testing.T) {
	files := map[string]string{
		"p/spec/s.yaml":         "",
		"spec/other.yaml":       "",
		"spec/s.yaml":           "",
		"p/out/a/x.go":          content("x.go", "spec/s.yaml", "1"),
		"p/out/theirs/x.go":     content("x.go", "spec/other.yaml", ""),
		"p/out/either/x.go":     content("x.go", "spec/s.yaml", ""),
		"p/out/outside/x.go":    content("x.go", "../spec/s.yaml", ""),
		"p/out/absolute/x.go":   content("x.go", "/spec/s.yaml", ""),
		"p/out/impossible/x.go": content("x.go", "", ""),
	}
	inFolder(t, files)
	t.Chdir("p")
	mustWrite(t, planOf("a/x.go", "1"), "")
	put(t, "out/gone/x.go", content("x.go", "spec/gone.yaml", ""))
	mustWrite(t, planOf("a/x.go", "1"), "removed out/gone/x.go\n")
	t.Chdir("..")
	expectTree(t, files)
}
