package yamledit

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// replace puts a value where another one is, or nothing. A comment behind what was
// there stays.
func (e *editor) replace(s slot, v Value) {
	n := s.node
	switch {
	case s.flow || s.root && n.Flow:
		with := e.within(v, s)
		if n.Kind == yamltext.Nothing {
			with = " " + with
		}
		e.put(n.Start, n.End, with)
	case s.root:
		e.replaceRoot(n, e.style.block(v, -1, false))
	default:
		text := e.style.block(v, s.column, s.inList)
		if t, ok := v.(string); ok && !strings.Contains(text, "\n") {
			text = e.style.scalar(t, false, n.Style)
		}
		e.replaceBlock(s, text)
	}
}

// within writes a value that stands in braces or brackets: with a line for each element
// where its own element begins a line.
func (e *editor) within(v Value, s slot) string {
	if t, ok := v.(string); ok {
		return e.style.scalar(t, true, s.node.Style)
	}
	if s.root || atLineStart(e.text, s.start) {
		return e.style.spread(v, indentation(e.text, s.start))
	}
	return e.style.flow(v, true)
}

// replaceRoot replaces the whole document. Where nothing is, it begins behind the text.
func (e *editor) replaceRoot(n *yamltext.Node, text string) {
	text = strings.TrimPrefix(text, "\n")
	if n.Kind == yamltext.Nothing {
		text += "\n"
		if lineStart(e.text, n.Start) < n.Start {
			text = "\n" + text
		}
	}
	e.put(n.Start, n.End, text)
}

// replaceBlock replaces a value outside of braces and brackets by text whose first line
// goes on behind the key, unless it begins with a line break.
func (e *editor) replaceBlock(s slot, text string) {
	n := s.node
	head, rest := text, ""
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		head, rest = text[:i], text[i:]
	}
	below := n.Kind != yamltext.Nothing && n.Start > lineEnd(e.text, s.after)
	switch {
	case below && head == "":
		e.put(lineStart(e.text, n.Start), n.End, rest[1:])
	case below:
		e.put(s.after, s.after, " "+head)
		e.put(breakBefore(e.text, n.Start), n.End, rest)
	case n.Kind == yamltext.Nothing && head != "":
		e.put(s.after, s.after, " "+head)
		e.put(lineEnd(e.text, s.after), lineEnd(e.text, s.after), rest)
	case n.Kind == yamltext.Nothing:
		e.put(lineEnd(e.text, s.after), lineEnd(e.text, s.after), rest)
	case head == "":
		e.put(s.after, n.End, "")
		e.put(lineEnd(e.text, n.End), lineEnd(e.text, n.End), rest)
	default:
		e.put(n.Start, n.End, head)
		e.put(lineEnd(e.text, n.End), lineEnd(e.text, n.End), rest)
	}
}

// breakBefore is the place of the line break before the line of a place.
func breakBefore(text []byte, at int) int {
	start := lineStart(text, at)
	if start >= 2 && string(text[start-2:start]) == "\r\n" {
		return start - 2
	}
	return max(0, start-1)
}
