package lsp

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// occurrence is a name where it stands.
type occurrence struct {
	kind       kind
	name       string
	owner      []string // the path of what it stands in: an entry, an envelope, an item of examples
	path       []string // its own
	names      bool     // the name is declared here
	key        bool     // a key is the name
	start, end int      // of the name alone, without quotes or braces
}

// walker finds the names of a piece.
type walker struct {
	text string
	all  []occurrence
}

// occurrences are all names in a piece.
func occurrences(section string, c *content) []occurrence {
	if c.node == nil {
		return nil
	}
	w := &walker{text: c.text}
	w.walk(base(section), c.node)
	return w.all
}

// base is the path of what a piece of a section is in.
func base(section string) []string {
	if section == "" {
		return nil
	}
	return []string{section}
}

// walk goes through a node at a path and what is in it.
func (w *walker) walk(path []string, n *yamltext.Node) {
	if len(path) > 2 && path[0] == "envelopes" && path[2] == "headers" && len(path) == 3 {
		w.headers(path, n)
	}
	if len(path) == 3 && path[0] == "envelopes" && path[2] == "body" {
		w.leaves(path, n, nil)
	}
	switch n.Kind {
	case yamltext.Mapping:
		for _, e := range n.Elements {
			below := append(slices.Clone(path), e.Key.Value)
			if strings.HasPrefix(e.Key.Value, "x-") && !wireKeys(path) {
				continue
			}
			w.scalar(below, e.Key, true)
			w.walk(below, e.Value)
		}
	case yamltext.Sequence:
		for i, e := range n.Elements {
			w.walk(append(slices.Clone(path), item(i)), e.Value)
		}
	case yamltext.Scalar:
		w.scalar(path, n, false)
	}
}

// wireKeys reports whether the keys of a mapping are names on the wire, of which x-... is one.
func wireKeys(path []string) bool {
	last := ""
	if len(path) > 0 {
		last = path[len(path)-1]
	}
	return slices.Contains([]string{"properties", "headers", "fields", "expect"}, last)
}

// scalar notes the name that a scalar is, or those in its placeholders.
func (w *walker) scalar(path []string, n *yamltext.Node, key bool) {
	p, ok := placeAt(path, key)
	if !ok || n.Kind != yamltext.Scalar {
		return
	}
	if p.kind == noKind {
		w.placeholders(path, n)
		return
	}
	w.add(occurrence{kind: p.kind, path: path, names: p.names, key: key}, n)
}

// add notes the name that a scalar is. Names stand in one line.
func (w *walker) add(o occurrence, n *yamltext.Node) {
	if n.Kind != yamltext.Scalar || n.Value == "" || n.Style == yamltext.Literal || n.Style == yamltext.Folded {
		return
	}
	o.name, o.start, o.end = n.Value, n.Content, n.End
	if n.Style != yamltext.Plain {
		o.start, o.end = o.start+1, o.end-1
	}
	o.owner = ownerOf(o.path)
	w.all = append(w.all, o)
}

// placeholders notes the names in a text; docs/spec.md#placeholders.
func (w *walker) placeholders(path []string, n *yamltext.Node) {
	for _, p := range placeholders(w.text[n.Content:n.End]) {
		start, end := n.Content+p[0], n.Content+p[1]
		if name := w.text[start:end]; name != "" && name[0] != '$' {
			w.all = append(w.all, occurrence{kind: valueKind, name: name, owner: ownerOf(path), path: path, start: start, end: end})
		}
	}
}

// placeholders are where the names in braces stand in a text. Two braces are one that is
// meant.
func placeholders(s string) [][2]int {
	var all [][2]int
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		if strings.HasPrefix(s[i:], "{{") {
			i++
			continue
		}
		end := strings.IndexAny(s[i+1:], "{}")
		if end < 0 || s[i+1+end] != '}' {
			continue
		}
		all = append(all, [2]int{i + 1, i + 1 + end})
		i += 1 + end
	}
	return all
}

// headers notes the fields that headers of an envelope are.
func (w *walker) headers(path []string, n *yamltext.Node) {
	if n.Kind != yamltext.Mapping {
		return
	}
	for _, e := range n.Elements {
		w.leaf(append(slices.Clone(path), e.Key.Value), e.Value, e.Key)
	}
}

// leaves notes the fields in a schema of an envelope; docs/spec.md#fields-of-an-envelope.
// key is the member that the schema is of, nil for the body and for items.
func (w *walker) leaves(path []string, n *yamltext.Node, key *yamltext.Node) {
	if n.Kind != yamltext.Mapping {
		return
	}
	properties, additional, items := n.Get("properties"), n.Get("additionalProperties"), n.Get("items")
	further := additional != nil && additional.Value.Get("field") != nil
	repeated := n.Get("repeated") != nil
	for _, word := range []string{"const", "enum", "field", "$ref", "oneOf", "errorOf", "exchange"} {
		if n.Get(word) != nil {
			w.leaf(path, n, key)
			return
		}
	}
	if properties == nil && !further && !repeated {
		w.leaf(path, n, key)
		return
	}
	if properties != nil && properties.Value.Kind == yamltext.Mapping {
		for _, e := range properties.Value.Elements {
			w.leaves(append(slices.Clone(path), "properties", e.Key.Value), e.Value, e.Key)
		}
	}
	if further {
		w.leaf(append(slices.Clone(path), "additionalProperties"), additional.Value, nil)
	}
	if repeated && items != nil {
		w.leaves(append(slices.Clone(path), "items"), items.Value, nil)
	}
}

// leaf notes the field that a leaf is: that of the name it gives, or of its key.
func (w *walker) leaf(path []string, n *yamltext.Node, key *yamltext.Node) {
	constant := n.Get("const") != nil || n.Get("exchange") != nil
	switch field := n.Get("field"); {
	case field != nil:
		w.add(occurrence{kind: fieldKind, path: append(slices.Clone(path), "field"), names: true}, field.Value)
	case key != nil && !constant:
		w.add(occurrence{kind: fieldKind, path: path, names: true, key: true}, key)
	}
}
