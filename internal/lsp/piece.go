package lsp

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// A file is read in pieces: each member at the top, and each of what stands under the keys
// below. What is wrong with one piece leaves the others as they are, and after an edit only
// the piece that it is in has to be read again.
var (
	mappings  = []string{"types", "envelopes", "groups", "operations", "errors"}
	sequences = []string{"sources", "retired", "examples"}
)

// maxJoined is with how many of the following pieces one is tried that cannot be read by
// itself: a text or braces may go on at its own indentation.
const maxJoined = 3

// piece is one of them. All places in it are relative to its start.
type piece struct {
	section    string // the key at the top that it stands under; "" for what stands there itself
	start, end int
	*content
}

// content is what a piece says, wherever it stands.
type content struct {
	text  string
	whole bool           // all of it could be read
	node  *yamltext.Node // nil if nothing could be
	names []occurrence
}

// bounds are those of a piece before it is read.
type bounds struct {
	section    string
	start, end int
}

// split finds the pieces of a text.
func split(s string) []bounds {
	if begin := strings.TrimLeft(strings.TrimPrefix(s, yamltext.ByteOrderMark), " \t\r\n"); strings.HasPrefix(begin, "{") {
		return []bounds{{start: len(s) - len(begin), end: len(s)}}
	}
	var all []bounds
	for _, b := range cut(s, 0, len(s), 0, "") {
		key, rest := firstKey(s[b.start:b.end])
		inner := b.start + len(s[b.start:b.end]) - len(rest)
		list := slices.Contains(sequences, key)
		if !list && !slices.Contains(mappings, key) {
			all = append(all, b)
			continue
		}
		indent, ok := indentation(rest)
		if !ok || indent == 0 && !list {
			all = append(all, b)
			continue
		}
		below := cut(s, inner, b.end, indent, key)
		if len(below) > 0 {
			b.end = below[0].start
		}
		all = append(append(all, b), below...)
	}
	return all
}

// cut finds the pieces in a part of a text: each begins with a line that has just the
// indentation. In a section of a list that is a line with "-".
func cut(s string, from, to, indent int, section string) []bounds {
	var all []bounds
	list := slices.Contains(sequences, section)
	for at := from; at < to; {
		end := to
		if i := strings.IndexByte(s[at:to], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := s[at:end]
		if at == 0 {
			line = strings.TrimPrefix(line, yamltext.ByteOrderMark)
		}
		if begins(line, indent, list) {
			if n := len(all); n > 0 {
				all[n-1].end = at
			}
			all = append(all, bounds{section, at, to})
		}
		at = end
	}
	return all
}

// begins reports whether a line is the first of a piece. A line without a colon is what is
// left of another one in which a line end has been typed.
func begins(line string, indent int, list bool) bool {
	content := strings.TrimLeft(line, " ")
	if len(line)-len(content) != indent || strings.TrimSpace(content) == "" {
		return false
	}
	if list {
		return content[0] == '-' && strings.TrimRight(content, "\r\n") != "---"
	}
	return strings.Contains(content, ":") && !strings.ContainsAny(content[:1], "\t#-}]%") && !strings.HasPrefix(content, "...")
}

// firstKey is the key of the first line if nothing stands behind it, and the lines after.
func firstKey(s string) (key, rest string) {
	first, rest, _ := strings.Cut(s, "\n")
	key, value, ok := strings.Cut(strings.TrimPrefix(first, yamltext.ByteOrderMark), ":")
	value = strings.TrimSpace(value)
	if !ok || value != "" && value[0] != '#' {
		return "", rest
	}
	return strings.Trim(strings.TrimSpace(key), `'"`), rest
}

// indentation is that of the first line with content.
func indentation(s string) (int, bool) {
	for line := range strings.Lines(s) {
		content := strings.TrimLeft(line, " ")
		if trimmed := strings.TrimSpace(content); trimmed != "" && trimmed[0] != '#' {
			return len(line) - len(content), true
		}
	}
	return 0, false
}

// reader reads pieces. What was read of the same text before it does not read again.
type reader struct{ before, now map[source]*content }

// source is a text and the section that it stands in.
type source struct{ section, text string }

// read returns the pieces of a text.
func (r *reader) read(s string) []piece {
	r.now = make(map[source]*content, len(r.before))
	all := split(s)
	var pieces []piece
	for i := 0; i < len(all); i++ {
		b := all[i]
		c := r.content(b.section, s[b.start:b.end], true)
		for j := i + 1; !c.whole && j < len(all) && j <= i+maxJoined && all[j].section == b.section; j++ {
			if joined := r.content(b.section, s[b.start:all[j].end], false); joined.whole {
				c, b.end, i = joined, all[j].end, j
			}
		}
		pieces = append(pieces, piece{b.section, b.start, b.end, c})
	}
	return pieces
}

// content reads the text of a piece; of one that cannot be read whole as much as can be,
// if that is asked for.
func (r *reader) content(section, s string, partly bool) *content {
	key := source{section, s}
	if c, ok := r.now[key]; ok {
		return c
	}
	c := r.before[key]
	if c == nil || c.node == nil && partly {
		c = &content{text: s}
		c.node, c.whole = parsed(s, partly)
		c.names = occurrences(section, c)
	}
	r.now[key] = c
	return c
}

// parsed reads a piece, or its first lines.
func parsed(s string, partly bool) (node *yamltext.Node, whole bool) {
	if n, err := yamltext.Parse([]byte(s)); err == nil {
		return n, len(n.Elements) == 1 || n.Kind == yamltext.Mapping && n.Flow || n.Kind == yamltext.Nothing
	}
	if !partly {
		return nil, false
	}
	lines := slices.Collect(strings.Lines(s))
	for drop := 1; drop < 2*len(lines); drop *= 2 {
		begin := strings.Join(lines[:max(1, len(lines)-drop)], "")
		if n, err := yamltext.Parse([]byte(begin)); err == nil {
			return n, false
		}
	}
	return nil, false
}
