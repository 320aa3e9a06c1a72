package lsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// maxShown is how many lines of a declaration are shown.
const maxShown = 30

// hover is what there is to say of a place: of an entry its response, of another name its
// declaration, of a key what it means. nil: nothing.
func (w *workspace) hover(f *file, offset int) *hover {
	if o, ok := f.at(offset); ok {
		if text := w.about(f, o); text != "" {
			return &hover{Contents: markdown(text), Range: o.span()}
		}
	}
	i := f.piece(offset)
	if i < 0 || f.pieces[i].node == nil {
		return nil
	}
	p := f.pieces[i]
	path, key := keyAt(base(p.section), p.node, offset-p.start)
	if key == nil {
		return nil
	}
	text := meaning(path)
	if text == "" {
		return nil
	}
	return &hover{Contents: markdown(text), Range: f.text.span(p.start+key.Start, p.start+key.End)}
}

// about is what there is to say of a name.
func (w *workspace) about(f *file, o found) string {
	s := w.scope(f)
	sym := s.symbol(o)
	declarations := s.declarations(sym)
	if len(declarations) == 0 {
		return ""
	}
	last := declarations[len(declarations)-1] // of an entry that is refined, the catalog's
	text := fmt.Sprintf("**%s** (%s)\n\n", last.name, sym.kind.what())
	if sym.kind == entryKind {
		e := last.file.entries[last.name]
		if sample := w.sample(s, e); sample != "" {
			return text + fenced("http", sample)
		}
	}
	return text + fenced("yaml", last.declaration())
}

// fenced is a text in a block of Markdown, whose fence is longer than any in it.
func fenced(language, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence
}

// declaration is the text of what is declared, without its indentation.
func (o found) declaration() string {
	p := o.pieces[o.piece]
	e := elementAt(p.node, o.start)
	if e == nil {
		return o.name
	}
	column := e.Start - (strings.LastIndexByte(p.text[:e.Start], '\n') + 1)
	lines := strings.Split(p.text[e.Start:max(e.Value.End, e.Key.End)], "\n")
	for i := range lines {
		if i > 0 {
			lines[i] = strings.TrimRight(lines[i][min(column, len(lines[i])-len(strings.TrimLeft(lines[i], " "))):], "\r")
		}
	}
	if len(lines) > maxShown {
		lines = append(lines[:maxShown], "...")
	}
	return strings.Join(lines, "\n")
}

// elementAt is the innermost member whose key or value stands at a byte.
func elementAt(n *yamltext.Node, at int) *yamltext.Element {
	for _, e := range n.Elements {
		if at < e.Start || at > e.End() {
			continue
		}
		if inner := elementAt(e.Value, at); inner != nil {
			return inner
		}
		if e.Key != nil {
			return e
		}
	}
	return nil
}

// keyAt is the key that stands at a byte, with its path; nil if none does.
func keyAt(path []string, n *yamltext.Node, at int) ([]string, *yamltext.Node) {
	for i, e := range n.Elements {
		below := append(slices.Clone(path), item(i))
		if e.Key != nil {
			below[len(path)] = e.Key.Value
			if e.Key.Start <= at && at <= e.Key.End {
				return below, e.Key
			}
		}
		if e.Value.Start <= at && at <= e.Value.End {
			return keyAt(below, e.Value, at)
		}
	}
	return nil, nil
}

// pathAt is the path of what stands at a byte: of a key, or of a value.
func pathAt(path []string, n *yamltext.Node, at int) []string {
	for i, e := range n.Elements {
		below := append(slices.Clone(path), item(i))
		if e.Key != nil {
			below[len(path)] = e.Key.Value
		}
		if at >= e.Start && at <= e.End() {
			if at < e.Value.Start || e.Value.Kind == yamltext.Nothing {
				return below
			}
			return pathAt(below, e.Value, at)
		}
	}
	return path
}
