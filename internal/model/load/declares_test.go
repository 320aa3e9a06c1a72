package load

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDeclares(t *testing.T) {
	for text, want := range map[string]bool{
		"errgen: 1\npackage: shop\n":                            true,
		"{'errgen': 1, \"package\" : shop}":                     true,
		"errgen: 1\npackage: shops\n":                           false,
		"errgen: 1\npackage: other # once shop\n":               false,
		"errgen: 1\ntypes: {shop: {package: {type: string}}}\n": true, // it may get its package yet
		"errgen: 1\npackage: shop\nerrors: [\n":                 true,
		"errgen: 2\npackage: shop\n":                            true,
		"package: shop\n":                                       false,
		"errgen: 1\n# the package shop\n":                       false,
		"run: errgen generate spec/shop.yaml # package: shop\n": false,
		"": false,
	} {
		name := filepath.Join(t.TempDir(), "c.yaml")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := Declares(name, "shop"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if Declares(t.TempDir(), "shop") || Declares("no such file", "shop") {
		t.Error("what is no file declares a package")
	}
}
