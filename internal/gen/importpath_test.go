package gen

import (
	"os"
	"path/filepath"
	"testing"
)

func TestImportPathsFollowTheNearestModule(t *testing.T) {
	inFolder(t, map[string]string{
		"p/go.mod":          "// The shop.\nmodule \"example.com/shop/v2\" // quoted\n\ngo 1.26\n",
		"p/inner/go.mod":    "module inner\n",
		"p/pkg/own/go.mod":  "module example.com/own\n",
		"p/broken/go.mod":   "modul example.com/broken\n",
		"p/folder/go.mod/x": "",
		"p/sub/x":           "",
		"outside/x":         "",
	})
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ wd, out, pkg, want string }{
		{"p", "generated", "shoperr", "example.com/shop/v2/generated/shoperr"},
		{"p", "./generated/../generated/", "shoperr", "example.com/shop/v2/generated/shoperr"},
		{"p/sub", "../generated", "shoperr", "example.com/shop/v2/generated/shoperr"},
		{"p/sub", ".", "shoperr", "example.com/shop/v2/sub/shoperr"},
		{"p", ".", "shoperr", "example.com/shop/v2/shoperr"},
		{"p", "folder", "shoperr", "example.com/shop/v2/folder/shoperr"},
		{"p", "inner", "shoperr", "inner/shoperr"},
		{"p", "inner/not/there", "shoperr", "inner/not/there/shoperr"},
		{"p", "pkg", "own", "example.com/own"},
		{"p", "broken", "shoperr", ""},
		{"p", "my folder", "shoperr", ""},
		{"p", "größe", "shoperr", ""},
		{"p", "vendor/x", "shoperr", ""},
		{"outside", "generated", "shoperr", ""},
	} {
		t.Chdir(filepath.Join(root, c.wd))
		if got, err := ImportPath(c.out, c.pkg); got != c.want || err != nil {
			t.Errorf("in %s: ImportPath(%q, %q) = %q, want %q", c.wd, c.out, c.pkg, got, c.want)
		}
	}
}

func TestOnlyOurPackagesAreThere(t *testing.T) {
	inFolder(t, map[string]string{
		"out/ours/errors.go":    content("errors.go", "spec/s.yaml", "package ours\n"),
		"out/theirs/errors.go":  "package theirs\n",
		"out/none/openapi.yaml": content("openapi.yaml", "spec/s.yaml", ""),
	})
	for pkg, want := range map[string]bool{"ours": true, "theirs": false, "none": false, "absent": false} {
		if got := HasPackage("out", pkg); got != want {
			t.Errorf("%s: %v", pkg, got)
		}
	}
}
