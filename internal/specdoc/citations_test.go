package specdoc

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	// commentBreak is the end of a line of a comment that goes on.
	commentBreak = regexp.MustCompile(`\n[ \t]*(//|#) `)
	// citation is a heading of the reference, or several, and the steps of the last.
	citation = regexp.MustCompile(`docs/spec\.md((?:(?:,| and|, and)? ?#[\w-]+)+)(?:, steps? ([0-9]+(?:(?:,| and| to) [0-9]+)*))?`)
	// byNumber is a citation of a section by its number, which it does not have.
	byNumber = regexp.MustCompile(`docs/spec\.md:? sections? [0-9]`)
	number   = regexp.MustCompile(`[0-9]+`)
	anchored = regexp.MustCompile(`#([\w-]+)`)
)

// TestCitations: the headings and the steps of the reference that comments, tests
// and messages cite exist.
func TestCitations(t *testing.T) {
	m := manual(t)
	cited := 0
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && slices.Contains([]string{".git", "node_modules", "generated"}, e.Name()):
			return fs.SkipDir // what is generated is copied or made of what is not
		case !slices.Contains([]string{".go", ".yaml", ".txtar", ".txt", ".md", ".mjs"}, path.Ext(name)):
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err == nil {
			cited += m.checkCitations(t, name, commentBreak.ReplaceAllString(string(text), " "))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if cited < 80 {
		t.Errorf("only %d citations", cited)
	}
}

// checkCitations returns how many citations there are in a text.
func (m *Manual) checkCitations(t *testing.T, name, text string) int {
	t.Helper()
	for _, old := range byNumber.FindAllString(text, -1) {
		t.Errorf("%s: %q: sections have no numbers, cite a heading: %s#its-anchor", name, old, Reference)
	}
	found := citation.FindAllStringSubmatch(text, -1)
	for _, c := range found {
		for _, a := range anchored.FindAllStringSubmatch(c[1], -1) {
			if !m.HasAnchor(Reference, a[1]) {
				t.Errorf("%s: %q: there is no heading #%s", name, c[0], a[1])
			}
		}
		for _, n := range number.FindAllString(c[2], -1) {
			if !m.hasStep(n) {
				t.Errorf("%s: %q: there is no step %s", name, c[0], n)
			}
		}
	}
	return len(found)
}

// hasStep reports whether decoding has a step.
func (m *Manual) hasStep(n string) bool {
	return slices.ContainsFunc(m.Headings, func(h Heading) bool {
		return h.Document == Reference && strings.HasPrefix(h.Title, "Step "+n+": ")
	})
}

// TestSteps: the steps of decoding are byNumber from 1 on, and the picture has as
// many.
func TestSteps(t *testing.T) {
	m := manual(t)
	text, err := os.ReadFile("../../" + Reference)
	if err != nil {
		t.Fatal(err)
	}
	steps := 0
	for m.hasStep(strconv.Itoa(steps + 1)) {
		steps++
		if !strings.Contains(string(text), fmt.Sprintf("\n %2d  ", steps)) {
			t.Errorf("the picture has no step %d", steps)
		}
	}
	titles := 0
	for _, h := range m.Headings {
		if h.Document == Reference && strings.HasPrefix(h.Title, "Step ") {
			titles++
		}
	}
	if steps != titles || steps == 0 {
		t.Errorf("steps 1 to %d, but %d headings of steps", steps, titles)
	}
}
