package seeds

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// Every fact has one line in docs/founding-catalogs.md, every line is a fact,
// and a line without a place gives a reason.
func TestEveryFactIsAccountedFor(t *testing.T) {
	lines := map[string]int{}
	for _, a := range Accounts() {
		lines[a.ID]++
		if len(a.Where) == 0 && a.Note == "" {
			t.Errorf("%s stands nowhere and no reason is given", a.ID)
		}
	}
	for _, f := range Facts() {
		if lines[f.ID] != 1 {
			t.Errorf("%s (%s) has %d lines, want 1", f.ID, f.Text, lines[f.ID])
		}
		delete(lines, f.ID)
	}
	for id := range lines {
		t.Errorf("%s is no fact of FACTS.md", id)
	}
}

// Every place that docs/founding-catalogs.md names exists.
func TestPlacesExist(t *testing.T) {
	for _, a := range Accounts() {
		for _, where := range a.Where {
			file, path, ok := strings.Cut(where, ": ")
			if !ok {
				t.Errorf("%s: %q is no place", a.ID, where)
				continue
			}
			if err := lookUp(catalog(t, file), strings.Split(path, ".")); err != nil {
				t.Errorf("%s: %s: %v", a.ID, where, err)
			}
		}
	}
}

// catalog parses a file of spec, independently of the loader.
func catalog(t *testing.T, file string) *yaml.Node {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(Root(), "spec", file))
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return doc.Content[0]
}

// lookUp follows keys from n; in a list, the id or name of an element.
func lookUp(n *yaml.Node, keys []string) error {
	for _, key := range keys {
		next := member(n, key)
		if next == nil {
			return fmt.Errorf("line %d has no %q", n.Line, key)
		}
		n = next
	}
	return nil
}

// member returns the value of a key, or the list element with that id or name.
func member(n *yaml.Node, key string) *yaml.Node {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		for _, e := range n.Content {
			for _, by := range []string{"id", "name"} {
				if v := member(e, by); v != nil && v.Value == key {
					return e
				}
			}
		}
	}
	return nil
}
