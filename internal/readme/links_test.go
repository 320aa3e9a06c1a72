package readme

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/specdoc"
)

// TestLinks follows the links within the repository of all documents that
// people write, to files and to headings in them.
func TestLinks(t *testing.T) {
	documents, err := filepath.Glob("docs/*.md")
	if err != nil || len(documents) == 0 {
		t.Fatal(documents, err)
	}
	documents = append(documents, "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")
	all := &specdoc.Manual{}
	prose := map[string]string{}
	for _, name := range documents {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Read(filepath.ToSlash(name), string(text))
		prose[name] = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`").ReplaceAllString(string(text), "")
	}
	for _, name := range documents {
		for _, m := range regexp.MustCompile(`\]\(([^)\s]+)\)`).FindAllStringSubmatch(prose[name], -1) {
			if !strings.Contains(m[1], "://") && !leads(all, name, m[1]) {
				t.Errorf("%s: the link %s leads nowhere", name, m[1])
			}
		}
	}
}

// leads reports whether there is the file and, in a document, the heading that a
// link of a document names.
func leads(all *specdoc.Manual, from, link string) bool {
	file, anchor, _ := strings.Cut(link, "#")
	target := from
	if file != "" {
		target = filepath.Join(filepath.Dir(from), filepath.FromSlash(file))
	}
	if _, err := os.Stat(target); err != nil {
		return false
	}
	return anchor == "" || all.HasAnchor(filepath.ToSlash(target), anchor)
}
