package specdoc

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// Frame is the text of the catalog that fragments stand in.
func (m *Manual) Frame() string {
	i := slices.IndexFunc(m.Blocks, Block.Frame)
	if i < 0 {
		return ""
	}
	return m.Blocks[i].Text
}

// Catalog is the text of a block as a whole catalog. A fragment that has
// envelopes of its own does not go together with the frame's entries.
func (m *Manual) Catalog(b Block) string {
	if b.Whole() {
		return b.Text
	}
	own := topLevel(b.Text)
	var out strings.Builder
	for _, k := range topLevel(m.Frame()) {
		switch {
		case k.in(own), k.name == "errors" && key{name: "envelopes"}.in(own):
		default:
			out.WriteString(k.text)
		}
	}
	return out.String() + b.Text
}

// key is a top-level key with its value.
type key struct{ name, text string }

func (k key) in(keys []key) bool {
	return slices.ContainsFunc(keys, func(o key) bool { return o.name == k.name })
}

// topLevel splits a mapping in block style at its keys.
func topLevel(text string) []key {
	var keys []key
	for line := range strings.Lines(text) {
		if name, _, ok := strings.Cut(line, ":"); ok && strings.Trim(line[:1], " #-\n") != "" {
			keys = append(keys, key{name: name})
		}
		if len(keys) > 0 {
			keys[len(keys)-1].text += line
		}
	}
	return keys
}

// Findings are what errgen has against a catalog of the manual.
func (m *Manual) Findings(catalog string) []diag.Diagnostic {
	_, l := m.Resolve(catalog)
	return l.Sorted()
}

// Resolve reads a catalog of the manual, whose shared files are those that the
// manual shows. The catalog is nil if there are findings.
func (m *Manual) Resolve(catalog string) (*model.Catalog, *diag.List) {
	l := &diag.List{}
	f := load.BytesWith("catalog.yaml", []byte(catalog), m.read, l)
	if f == nil {
		return nil, l
	}
	c, _ := proof.Catalog(resolve.Catalog(f, l), f, l)
	return c, l
}

// read reads a shared file that the manual shows.
func (m *Manual) read(name string) ([]byte, error) {
	for _, b := range m.Blocks {
		if b.File() == path.Base(name) {
			return []byte(b.Text), nil
		}
	}
	return nil, fmt.Errorf("the manual shows no file %s", name)
}
