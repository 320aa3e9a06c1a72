package lsp

import (
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// cursor is a place at which something is written.
type cursor struct {
	path        []string // of the mapping for a key, of the value itself otherwise
	key         bool     // a key is written there
	placeholder bool     // a name in braces within a text
	colon       bool     // a colon stands behind it already
	siblings    []string // keys of the mapping for a key, the other items for one of a list
	in          found    // stands where the names of the place are looked up
	start, end  int      // of the word that is written
}

// mark stands for what is written at the cursor while its place is looked for. It is a
// word that is in no catalog.
const mark = "errgen\u2060cursor"

// cursorAt finds out what is written at a place of a text. What is there need not be YAML
// yet: it is tried what it would be with a mark in place of the word, with a colon behind
// it, and with all closed that the line opens.
func cursorAt(f *file, offset int) (cursor, bool) {
	start, end := wordAround(f.text.s, offset)
	partly := cursor{}
	for _, behind := range repairs(f.text.s, start, end) {
		t := readFile(f.path, newText(f.text.s[:start]+mark+behind), &reader{before: f.contents})
		i := t.piece(start)
		if i < 0 || t.pieces[i].node == nil {
			continue
		}
		p := t.pieces[i]
		c := cursor{start: start, end: end, colon: strings.HasPrefix(strings.TrimLeft(f.text.s[end:], " "), ":")}
		if !c.find(base(p.section), p.node, p.text) {
			continue
		}
		if c.key && len(c.path) == 0 {
			c.siblings = t.topKeys()
		}
		c.in = found{file: t, occurrence: occurrence{owner: ownerOf(c.path), path: c.path}, piece: i}
		if p.whole {
			t.noteAll()
			return c, true
		}
		if partly.in.file == nil {
			partly = c
		}
	}
	if partly.in.file == nil {
		return cursor{}, false
	}
	partly.in.file.noteAll()
	return partly, true
}

// ownerOf is the path of the entry, or whatever it is, that a path leads into.
func ownerOf(path []string) []string {
	if len(path) > 0 && path[0] == "defaults" {
		return path[:1]
	}
	return path[:min(2, len(path))]
}

// wordAround is the word that a place is in or at the end of.
func wordAround(s string, offset int) (start, end int) {
	isWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '$' || r == '.'
	}
	start = len(strings.TrimRightFunc(s[:offset], isWord))
	end = len(s) - len(strings.TrimLeftFunc(s[offset:], isWord))
	return start, end
}

// repairs are what may stand behind the mark: what does, with a colon before it, or with
// what the line opens closed.
func repairs(s string, start, end int) []string {
	rest := s[end:]
	lineEnd := strings.IndexByte(rest, '\n')
	if lineEnd < 0 {
		lineEnd = len(rest)
	}
	lineStart := strings.LastIndexByte(s[:start], '\n') + 1
	closing := opened(s[lineStart:start])
	below := rest[lineEnd:]
	return []string{rest, ": " + rest, closing + below, ": " + closing + below, ":" + below}
}

// opened is what closes all that a line opens: quotes, brackets and braces.
func opened(line string) string {
	var stack []byte
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote != 0:
			if c == '\\' && quote == '"' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			if i == 0 || strings.IndexByte(" [{,:", line[i-1]) >= 0 {
				quote = c
			}
		case c == '{':
			stack = append(stack, '}')
		case c == '[':
			stack = append(stack, ']')
		case (c == '}' || c == ']') && len(stack) > 0:
			stack = stack[:len(stack)-1]
		}
	}
	if quote != 0 {
		brace := ""
		if at := strings.LastIndexByte(line, quote); strings.Count(line[at:], "{") > strings.Count(line[at:], "}") {
			brace = "}"
		}
		stack = append(stack, quote)
		slices.Reverse(stack)
		return brace + string(stack)
	}
	slices.Reverse(stack)
	return string(stack)
}

// find looks for the mark in a node at a path.
func (c *cursor) find(path []string, n *yamltext.Node, text string) bool {
	switch n.Kind {
	case yamltext.Mapping:
		for _, e := range n.Elements {
			if strings.Contains(e.Key.Value, mark) {
				c.path, c.key = path, true
				for _, other := range n.Elements {
					if other != e {
						c.siblings = append(c.siblings, other.Key.Value)
					}
				}
				return true
			}
			if c.find(append(slices.Clone(path), e.Key.Value), e.Value, text) {
				return true
			}
		}
	case yamltext.Sequence:
		for i, e := range n.Elements {
			if c.find(append(slices.Clone(path), item(i)), e.Value, text) {
				if slices.Equal(c.path, append(slices.Clone(path), item(i))) {
					for _, other := range n.Elements {
						c.siblings = append(c.siblings, other.Value.Value)
					}
				}
				return true
			}
		}
	case yamltext.Scalar:
		if !strings.Contains(n.Value, mark) {
			return false
		}
		c.scalar(path, n, text)
		return true
	}
	return false
}

// scalar takes the place of a scalar that has the mark. In place of a mapping it is the
// first key of one.
func (c *cursor) scalar(path []string, n *yamltext.Node, text string) {
	c.path = path
	raw := text[n.Content:n.End]
	if p, ok := placeAt(path, false); ok && p.kind == noKind {
		for _, at := range placeholders(raw) {
			c.placeholder = c.placeholder || strings.Contains(raw[at[0]:at[1]], mark)
		}
	}
	c.key = !c.placeholder && n.Value == mark && wantsMapping(path)
}
