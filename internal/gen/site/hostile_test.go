package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/gen/referencetest"
)

// TestHostileTextsAddNothing puts each hostile text in every place.
func TestHostileTextsAddNothing(t *testing.T) {
	for _, s := range referencetest.Texts {
		t.Run(s[:min(len(s), 20)], func(t *testing.T) { addsNothing(t, s) })
	}
}

// TestHostileSites writes the site of each hostile text into the folder ERRGEN_SITES, for a
// browser to load (.ci/browser).
func TestHostileSites(t *testing.T) {
	folder := os.Getenv("ERRGEN_SITES")
	if folder == "" {
		t.Skip("ERRGEN_SITES names no folder")
	}
	for i, s := range referencetest.Texts {
		s = s[:min(len(s), 200)] // as long as names are that files are called by
		for name, content := range emit(t, reference.Options{TypeScript: true}, referencetest.Hostile(s)) {
			file := filepath.Join(folder, fmt.Sprint(i), filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, content, 0o666)); err != nil {
				t.Fatal(err)
			}
		}
	}
	texts, err := json.Marshal(referencetest.Texts)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "texts.json"), texts, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// FuzzTexts puts any text in every place.
func FuzzTexts(f *testing.F) {
	corpus.Seeds(len(referencetest.Texts), 4, func(i int) { f.Add(referencetest.Texts[i]) })
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1000 || !utf8.ValidString(s) || s == "" {
			t.Skip()
		}
		addsNothing(t, s)
	})
}

// addsNothing holds that a site with a text everywhere keeps what every site keeps, and
// that its pages consist of the same parts as those with a harmless text.
func addsNothing(t *testing.T, s string) {
	got := emit(t, reference.Options{TypeScript: true}, referencetest.Hostile(s))
	checkSite(t, got)
	if _, isPage := reference.Destination(s); isPage || (markup{}).Text(s) == "" {
		return // links may lead there; or it is as if there were no text
	}
	want := emit(t, reference.Options{TypeScript: true}, referencetest.Hostile("x"))
	if diff := cmp.Diff(shapes(t, want), shapes(t, got)); diff != "" {
		t.Errorf("the site has other parts (-harmless +hostile):\n%s", diff)
	}
}

// shapes are the parts of all pages without what differs for good reasons: code (an empty
// text is none), how many paragraphs and lines a description has, and whether the filter
// has words to look into. The pages of entries are called as their texts say.
func shapes(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	var all []string
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		var parts []string
		for _, part := range parse(t, content).parts {
			part = strings.ReplaceAll(strings.ReplaceAll(part, " data-words", ""), " data-texts", "")
			if part == "code" || part == "br" || part == "blockquote" || part == "p" && len(parts) > 0 && parts[len(parts)-1] == "p" {
				continue
			}
			parts = append(parts, part)
		}
		all = append(all, strings.Join(parts, "\n"))
	}
	slices.Sort(all)
	return all
}

// TestTextsAreShown holds that a text is readable on the page: what was written is there,
// whatever it looks like.
func TestTextsAreShown(t *testing.T) {
	c := referencetest.Everything()
	c.Entries[0].Remedy = "a <b> *c* | `d` \\ [e](f) & g \"h\" 'i'"
	if shown := parse(t, emit(t, reference.Options{TypeScript: true}, c)["depot/Rich.html"]); !strings.Contains(shown.text.String(), c.Entries[0].Remedy) {
		t.Errorf("%q is not on the page", c.Entries[0].Remedy)
	}
}
