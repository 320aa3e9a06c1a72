package yamledit

import (
	"bytes"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// remove takes elements out of a collection. One that keeps none is an empty one, not
// null.
func (e *editor) remove(s slot, gone map[int]bool) {
	n := s.node
	switch {
	case len(gone) == len(n.Elements) && n.Kind == yamltext.Mapping:
		e.replace(s, Map{})
	case len(gone) == len(n.Elements):
		e.replace(s, List{})
	case n.Flow:
		e.removeFlow(n, gone)
	default:
		e.removeBlock(n, gone)
	}
}

// removeBlock removes lines. The first element may stand behind a dash, which stays.
func (e *editor) removeBlock(n *yamltext.Node, gone map[int]bool) {
	for i := 0; i < len(n.Elements); i++ {
		el := n.Elements[i]
		if !gone[i] {
			continue
		}
		if atLineStart(e.text, el.Start) {
			e.put(lineStart(e.text, el.Start), nextLine(e.text, el.End()), "")
			continue
		}
		next := i + 1
		for gone[next] {
			next++
		}
		to := n.Elements[next].Start
		if bytes.IndexByte(e.text[n.Elements[next-1].End():to], '#') < 0 {
			e.put(el.Start, to, "")
			i = next
			continue
		}
		e.put(el.Start, lineEnd(e.text, el.End()), "")
	}
}

// removeFlow removes elements with one comma each.
func (e *editor) removeFlow(n *yamltext.Node, gone map[int]bool) {
	last := len(n.Elements) - 1
	kept := last // the last one that stays
	for gone[kept] {
		kept--
	}
	for i, el := range n.Elements {
		if !gone[i] {
			continue
		}
		from, to := el.Start, el.End()
		if comma := yamltext.Skip(e.text, to, ""); e.text[comma] == ',' {
			to = comma + 1
		}
		switch rest := e.text[to:lineEnd(e.text, to)]; {
		case atLineStart(e.text, from) && yamltext.Skip(rest, 0, "") == len(rest):
			from, to = lineStart(e.text, from), nextLine(e.text, to)
		case i < last:
			to = n.Elements[i+1].Start
		}
		if i == kept+1 && !atLineStart(e.text, el.Start) {
			from = e.behindComma(n.Elements[kept])
		}
		e.put(from, to, "")
	}
	if kept < last && !e.trailingComma(n) {
		comma := e.behindComma(n.Elements[kept]) - 1
		e.put(comma, comma+1, "")
	}
}

// behindComma is the place behind the comma that follows an element.
func (e *editor) behindComma(el *yamltext.Element) int {
	return yamltext.Skip(e.text, el.End(), "") + 1
}

// trailingComma reports whether a comma follows the last element.
func (e *editor) trailingComma(n *yamltext.Node) bool {
	return e.text[yamltext.Skip(e.text, n.Elements[len(n.Elements)-1].End(), "")] == ','
}
