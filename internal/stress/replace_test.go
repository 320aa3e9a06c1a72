package stress

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// A source is the stress catalog with the file that it includes, as trees in which
// texts can be replaced.
type source struct {
	main, shared *yaml.Node
	texts        []string // the distinct texts of both, keys as well
}

const sharedName = "shared/organisation.yaml"

// newSource reads the stress catalog. Of its examples it keeps those that are
// right whatever the catalog's texts are.
func newSource(t testing.TB) *source {
	t.Helper()
	s := &source{main: parseYAML(t, filepath.Join(stressFolder, "stress.yaml")), shared: parseYAML(t, filepath.Join(stressFolder, sharedName))}
	top := s.main.Content[0]
	for i := 0; i < len(top.Content); i += 2 {
		if top.Content[i].Value == "examples" {
			list := top.Content[i+1]
			list.Content = slices.DeleteFunc(list.Content, func(n *yaml.Node) bool {
				return !slices.Contains([]string{"fine", "not ours", "closed"}, n.Content[1].Value)
			})
		}
	}
	seen := map[string]bool{}
	for _, n := range append(scalars(s.main), scalars(s.shared)...) {
		seen[n.Value] = n.Value != sharedName
	}
	maps.DeleteFunc(seen, func(_ string, text bool) bool { return !text })
	s.texts = slices.Sorted(maps.Keys(seen))
	return s
}

// parseYAML reads a file in block style, so that a line has one key or one value.
func parseYAML(t testing.TB, path string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(readFile(t, path), &doc); err != nil {
		t.Fatal(err)
	}
	var block func(n *yaml.Node)
	block = func(n *yaml.Node) {
		n.Style &^= yaml.FlowStyle
		n.HeadComment, n.LineComment, n.FootComment = "", "", ""
		for _, c := range n.Content {
			block(c)
		}
	}
	block(&doc)
	return &doc
}

// scalars are the scalars of a tree, in the order in which they are written.
func scalars(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode {
		return []*yaml.Node{n}
	}
	var all []*yaml.Node
	for _, c := range n.Content {
		all = append(all, scalars(c)...)
	}
	return all
}

// A replacement says by what texts are replaced, wherever they stand: a name is
// then another one throughout.
type replacement map[string]string

// replaceAll replaces texts by one and the same, numbered to keep them apart. What
// has placeholders keeps them.
func replaceAll(texts []string, with string) replacement {
	r := replacement{}
	for i, text := range texts {
		r[text] = with + strconv.Itoa(i)
		if strings.Contains(text, "{") {
			r[text] = with + text
		}
	}
	return r
}

// A result is what a changed catalog gives.
type result struct {
	catalog  *model.Catalog // nil: something is wrong with it
	findings []diag.Diagnostic
	printed  string
	origins  map[diag.Pos]string // the texts that were replaced, by their places
}

// originsAt are the texts that were replaced at a place, else in its line.
func (r result) originsAt(pos diag.Pos) []string {
	if text, ok := r.origins[pos]; ok {
		return []string{text}
	}
	var all []string
	for at, text := range r.origins {
		if at.File == pos.File && at.Line == pos.Line {
			all = append(all, text)
		}
	}
	return all
}

// apply resolves the catalog with texts replaced.
func (s *source) apply(t testing.TB, r replacement) result {
	t.Helper()
	got := result{origins: map[diag.Pos]string{}}
	mainText := writeTree(t, s.main, r, "stress.yaml", got.origins)
	sharedText := writeTree(t, s.shared, r, sharedName, got.origins)
	var list diag.List
	read := func(string) ([]byte, error) { return sharedText, nil }
	if f := load.BytesWith("stress.yaml", mainText, read, &list); f != nil {
		got.catalog, _ = proof.Catalog(resolve.Catalog(f, &list), f, &list)
	}
	got.findings, got.printed = list.Sorted(), printed(&list)
	if list.Len() > 0 {
		got.catalog = nil
	}
	if err := safeForTerminal(got.printed); err != nil {
		t.Errorf("what is found prints %v", err)
	}
	return got
}

// writeTree writes a tree with texts replaced, and notes where they stand.
func writeTree(t testing.TB, tree *yaml.Node, r replacement, file string, origins map[diag.Pos]string) []byte {
	t.Helper()
	var originals []string
	clone := cloneTree(tree, r, &originals)
	text, err := yaml.Marshal(clone)
	if err != nil {
		t.Fatal(err)
	}
	var again yaml.Node
	if err := yaml.Unmarshal(text, &again); err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
	for i, n := range scalars(&again) {
		if _, ok := r[originals[i]]; ok {
			origins[diag.Pos{File: file, Line: n.Line, Column: n.Column}] = originals[i]
		}
	}
	return text
}

func cloneTree(n *yaml.Node, r replacement, originals *[]string) *yaml.Node {
	clone := *n
	clone.Content = nil
	if n.Kind == yaml.ScalarNode {
		*originals = append(*originals, n.Value)
		if with, ok := r[n.Value]; ok {
			clone.Value, clone.Tag, clone.Style = with, "!!str", yaml.DoubleQuotedStyle
		}
	}
	for _, c := range n.Content {
		clone.Content = append(clone.Content, cloneTree(c, r, originals))
	}
	return &clone
}

// replaceable finds out which texts can be replaced by others of a kind at once:
// those for which nothing is found.
func (s *source) replaceable(t testing.TB, texts []string, with string) ([]string, result) {
	t.Helper()
	for {
		got := s.apply(t, replaceAll(texts, with))
		if got.catalog != nil {
			return texts, got
		}
		refused := map[string]bool{}
		for _, f := range got.findings {
			for _, pos := range append([]diag.Pos{f.Pos}, related(f)...) {
				for _, text := range got.originsAt(pos) {
					refused[text] = true
				}
			}
		}
		before := len(texts)
		isName := func(text string) bool { return !strings.ContainsAny(text, " {") }
		if slices.ContainsFunc(texts, func(text string) bool { return refused[text] && isName(text) }) {
			maps.DeleteFunc(refused, func(text string, _ bool) bool { return !isName(text) })
		}
		texts = slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return refused[text] })
		if len(texts) == before {
			culprit := s.culprit(t, texts, with)
			texts = slices.DeleteFunc(texts, func(text string) bool { return text == culprit })
		}
	}
}

// culprit is a text whose replacement is the cause of a finding elsewhere.
func (s *source) culprit(t testing.TB, texts []string, with string) string {
	t.Helper()
	for len(texts) > 1 {
		half := texts[:len(texts)/2]
		if s.apply(t, replaceAll(half, with)).catalog == nil {
			texts = half
		} else {
			texts = texts[len(texts)/2:]
		}
	}
	return texts[0]
}

func related(d diag.Diagnostic) []diag.Pos {
	var all []diag.Pos
	for _, r := range d.Related {
		all = append(all, r.Pos)
	}
	return all
}
