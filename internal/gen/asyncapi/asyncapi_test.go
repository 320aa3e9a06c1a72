package asyncapi_test

import (
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/asyncapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

func resolved(t *testing.T, text string) *model.Catalog {
	t.Helper()
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Fatal(d)
	}
	return c
}

// The shop's document says what closes its live view, and what a frame holds.
func TestShop(t *testing.T) {
	catalog, err := os.ReadFile("../../../testdata/openapi/shop.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files, err := asyncapi.New().Emit(resolved(t, string(catalog)), gen.Target{Catalog: "shop.yaml"})
	if err != nil || len(files) != 1 || files[0].Path != "shoperr/asyncapi.yaml" {
		t.Fatal(files, err)
	}
	const golden = "testdata/shop.yaml"
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(golden, files[0].Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(files[0].Content) != string(want) {
		t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", files[0].Content)
	}
}

// A catalog without close codes has no document.
func TestNothingToSay(t *testing.T) {
	c := resolved(t, "errgen: 1\npackage: p\nenvelopes: {E: {}}\nerrors: {A: {status: 400}}\n")
	files, err := asyncapi.New().Emit(c, gen.Target{})
	if len(files) > 0 || err != nil || len(asyncapi.New().Files(c)) > 0 {
		t.Error(files, err)
	}
}

// Any text of a catalog comes back as it was.
func TestTexts(t *testing.T) {
	for _, said := range []string{"a: b", "no", "1.10", "- x", "*", "é 😀", "two\nlines", "# none", strings.Repeat("x ", 60)} {
		c := resolved(t, "errgen: 1\npackage: p\nenvelopes: {}\nerrors: {A: {envelope: none, close: 4000}}\n")
		c.Title, c.Entries[0].Description = said, said
		files, err := asyncapi.New().Emit(c, gen.Target{Catalog: "x"})
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Info       struct{ Title string }
			Components struct {
				Messages map[string]struct{ Description string }
			}
		}
		if err := yaml.Unmarshal(files[0].Content, &doc); err != nil {
			t.Fatal(err)
		}
		if doc.Info.Title != said || doc.Components.Messages["PAClose"].Description != said {
			t.Errorf("%q: %+v", said, doc)
		}
	}
}
