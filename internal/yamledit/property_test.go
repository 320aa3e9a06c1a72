package yamledit

import (
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// places collects the paths of all nodes.
func places(n *yamltext.Node, path []string, all *[]place) {
	*all = append(*all, place{slices.Clone(path), n})
	for i, e := range n.Elements {
		key := strconv.Itoa(i)
		if e.Key != nil {
			key = e.Key.Value
		}
		places(e.Value, append(path, key), all)
	}
}

type place struct {
	path []string
	node *yamltext.Node
}

// drawn is an edit at a place.
func drawn(r *rand.Rand, p place) Edit {
	values := []Value{"text", "two: words", "a\nb\n", nil, true, 7, Number("1e3"), Map{{Key: "k", Value: List{"x", Map{}}}}, List{}, List{Map{{Key: "a", Value: 1}, {Key: "b", Value: "x\ny"}}},
		Flow{Map{{Key: "x", Value: "a, b"}}}}
	e := Edit{Path: p.path, Value: values[r.IntN(len(values))]}
	switch n := p.node; {
	case len(p.path) > 0 && r.IntN(3) == 0:
		e.Delete = true
	case n.Kind == yamltext.Mapping && r.IntN(4) > 0:
		e.Path = append(slices.Clone(p.path), "new-key")
		if len(n.Elements) > 0 && r.IntN(2) == 0 {
			e.Before = []string{n.Elements[r.IntN(len(n.Elements))].Key.Value}
		}
		if r.IntN(3) == 0 {
			e.Path = append(e.Path, "below")
		}
	case n.Kind == yamltext.Sequence && r.IntN(4) > 0:
		e.Path = append(slices.Clone(p.path), "-")
	}
	return e
}

// TestEditsOfTheRepository: edits at random places of all YAML and JSON of the repository
// are made (that they say what they should, and nothing else, Apply sees to), no line
// away from them changes, and to make them again changes nothing. ERRGEN_LONG makes more.
func TestEditsOfTheRepository(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	count, each := 0, 2
	if os.Getenv("ERRGEN_LONG") == "1" {
		each = 20
	}
	texts := corpus.Texts(t, ".yaml", ".json")
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		root, err := yamltext.Parse([]byte(text))
		if err != nil || len(text) > 200_000 || strings.HasSuffix(name, "/broken.json") {
			continue // the last is broken in its second document, which is not read
		}
		var all []place
		places(root, nil, &all)
		for range min(each, len(all)) {
			if e := drawn(r, all[r.IntN(len(all))]); checkEdit(t, name, text, e) {
				count++
			}
		}
	}
	if count < 700 {
		t.Errorf("%d edits only", count)
	}
}

// checkEdit makes one edit, unless an alias or a key without a colon stands in its
// way.
func checkEdit(t *testing.T, name, text string, e Edit) bool {
	out, err := Apply([]byte(text), e)
	if err != nil {
		if strings.ContainsAny(text, "&*") || strings.Contains(err.Error(), "colon") {
			return false
		}
		if errors.Is(err, errOther) && strings.Contains(text, "#") {
			return false // refused: a comment behind a value has no place behind a text of several lines
		}
		t.Errorf("%s: %+v: %v", name, e, err)
		return false
	}
	if again, err := Apply(out, e); !shifts([]Edit{e}) && !isIndex(e) && (err != nil || string(again) != string(out)) {
		t.Errorf("%s: %+v: not the same twice: %v", name, e, err)
	}
	before, after := strings.SplitAfter(text, "\n"), strings.SplitAfter(string(out), "\n")
	same := 0
	for same < min(len(before), len(after)) && before[same] == after[same] {
		same++
	}
	ends := 0
	for ends < min(len(before), len(after))-same && before[len(before)-1-ends] == after[len(after)-1-ends] {
		ends++
	}
	if lines := linesOf(text, e) + strings.Count(text, "# "); len(before)-same-ends > lines+2 {
		t.Errorf("%s: %+v: %d lines changed of %d", name, e, len(before)-same-ends, lines)
	}
	return true
}

func isIndex(e Edit) bool {
	if len(e.Path) == 0 {
		return false
	}
	_, err := strconv.Atoi(e.Path[len(e.Path)-1])
	return err == nil
}

// linesOf is how many lines an edit's place has; one where nothing is yet.
func linesOf(text string, e Edit) int {
	n, _ := yamltext.Parse([]byte(text))
	for i, key := range e.Path {
		next := n.Get(key)
		if j, err := strconv.Atoi(key); n.Kind == yamltext.Sequence && err == nil && j < len(n.Elements) {
			next = n.Elements[j]
		}
		if next == nil {
			if i < len(e.Path) && len(n.Elements) > 0 {
				return 1
			}
			break
		}
		n = next.Value
	}
	return 1 + strings.Count(text[n.Start:n.End], "\n")
}

// FuzzApply holds edits of any text to this: they return, and what they return is what
// was asked for (Apply checks it) and is left alone afterwards.
func FuzzApply(f *testing.F) {
	f.Add([]byte(shop), "errors.Gone.lint", "x", uint64(1))
	f.Add([]byte("{\"a\": [1, {}]}"), "a.1.b", "it's", uint64(2))
	f.Add([]byte("- a: |+\n    x\n\n- b\n"), "0.a", "x\ny", uint64(3))
	f.Add([]byte("a: &x {b: 1}\r\nc: *x\r\n# c"), "c", "", uint64(4))
	f.Fuzz(func(t *testing.T, text []byte, path, value string, seed uint64) {
		e := Edit{Path: strings.Split(path, "."), Value: value, Delete: seed%5 == 0}
		if root, err := yamltext.Parse(text); err == nil && seed%2 == 0 {
			var all []place
			places(root, nil, &all)
			r := rand.New(rand.NewPCG(seed, 0))
			e = drawn(r, all[r.IntN(len(all))])
		}
		out, err := Apply(text, e)
		if err != nil || shifts([]Edit{e}) || isIndex(e) {
			return
		}
		if again, err := Apply(out, e); err != nil || string(again) != string(out) {
			t.Errorf("%q, %+v: %q is not left alone: %q, %v", text, e, out, again, err)
		}
	})
}
