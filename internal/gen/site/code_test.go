package site

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/net/html"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestCode: the pages show the code that ERRORS.md shows, which is compiled (docs,
// .ci/typescript), character for character.
func TestCode(t *testing.T) {
	o := reference.Options{TypeScript: true}
	for _, pattern := range []string{"spec/*.yaml", "testdata/site/*.yaml", "testdata/stress/*.yaml", "testdata/language-cases.yaml", "examples/spec/*.yaml"} {
		for _, c := range read(t, pattern) {
			var shown []string
			for name, content := range emit(t, o, c) {
				if filepath.Ext(name) == ".html" {
					shown = append(shown, codeOf(t, content)...)
				}
			}
			want := fences(t, o, c)
			slices.Sort(shown)
			slices.Sort(want)
			if diff := cmp.Diff(want, shown); diff != "" || len(want) < len(c.Entries) {
				t.Errorf("%s: %d pieces of code of %d errors (-ERRORS.md +site)\n%s", c.File, len(want), len(c.Entries), diff)
			}
		}
	}
}

// codeOf are the pieces of Go and TypeScript of a page, as a browser copies them.
func codeOf(t *testing.T, page []byte) []string {
	t.Helper()
	var all []string
	for pre := range parse(t, page).root.Descendants() {
		if pre.Data != "pre" || len(pre.Attr) == 0 || pre.Attr[0].Val != "go" && pre.Attr[0].Val != "ts" {
			continue
		}
		code := pre.Attr[0].Val + "\n"
		for n := range pre.Descendants() {
			if n.Type == html.TextNode {
				code += n.Data
			}
		}
		all = append(all, code)
	}
	return all
}

var fence = regexp.MustCompile("(?ms)^```((?:go|ts)\n.*?)\n```$")

// fences are the pieces of Go and TypeScript of a catalog's ERRORS.md.
func fences(t *testing.T, o reference.Options, c *model.Catalog) []string {
	t.Helper()
	files, err := docs.With(o).Emit(c, gen.Target{Catalog: gen.CatalogName(c.File)})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range fence.FindAllSubmatch(files[0].Content, -1) {
		all = append(all, string(m[1]))
	}
	return all
}
