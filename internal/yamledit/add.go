package yamledit

import (
	"bytes"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// add puts elements into a collection.
func (e *editor) add(s slot, added []addition) {
	for _, a := range added {
		switch n := s.node; {
		case len(n.Elements) == 0 && n.Kind == yamltext.Mapping:
			e.replace(s, a.members)
		case len(n.Elements) == 0:
			e.replace(s, a.items)
		case n.Flow:
			e.addFlow(n, a)
		default:
			e.addBlock(n, a)
		}
	}
}

// addBlock adds lines behind those of an element, and before the first element where it
// stands.
func (e *editor) addBlock(n *yamltext.Node, a addition) {
	var lines []string
	for _, m := range a.members {
		lines = append(lines, e.style.members(Map{m}, n.Column))
	}
	for _, item := range a.items {
		lines = append(lines, e.style.items(List{item}, n.Column))
	}
	between := ""
	if e.spaced(n) {
		between = "\n"
	}
	if a.behind < 0 {
		indent := "\n" + strings.Repeat(" ", n.Column)
		text := strings.Join(lines, between) + between + indent
		e.put(n.Elements[0].Start, n.Elements[0].Start, strings.TrimPrefix(text, indent))
		return
	}
	at := lineEnd(e.text, n.Elements[a.behind].End())
	if a.behind == len(n.Elements)-1 {
		at = e.behindComments(at, n.Column)
	}
	e.put(at, at, between+strings.Join(lines, between))
}

// behindComments is the end of the lines of comments that follow a line and belong to
// a collection by their indentation.
func (e *editor) behindComments(at, column int) int {
	for {
		next := nextLine(e.text, at)
		end := lineEnd(e.text, next)
		line := bytes.TrimLeft(e.text[next:end], " ")
		if !bytes.HasPrefix(line, []byte("#")) || end-next-len(line) < column || column == 0 {
			return at
		}
		at = end
	}
}

// spaced reports whether all elements of a collection have blank lines between them.
func (e *editor) spaced(n *yamltext.Node) bool {
	for i := 1; i < len(n.Elements); i++ {
		between := e.text[lineEnd(e.text, n.Elements[i-1].End()):n.Elements[i].Start]
		if blank := bytes.Count(bytes.ReplaceAll(between, []byte(" "), nil), []byte(e.style.eol+e.style.eol)); blank == 0 {
			return false
		}
	}
	return len(n.Elements) > 1
}

// addFlow adds elements within braces or brackets, in lines of their own where the
// element beside them begins one.
func (e *editor) addFlow(n *yamltext.Node, a addition) {
	last := len(n.Elements) - 1
	beside := n.Elements[min(a.behind+1, last)]
	own := atLineStart(e.text, beside.Start)
	s := slot{node: &yamltext.Node{}, start: beside.Start}
	var parts []string
	for _, m := range a.members {
		parts = append(parts, e.style.pair(m, e.within(m.Value, s)))
	}
	for _, item := range a.items {
		parts = append(parts, e.within(item, s))
	}
	space := " "
	if own {
		space = "\n" + indentation(e.text, beside.Start)
	}
	if a.behind < last {
		e.put(beside.Start, beside.Start, strings.Join(parts, ","+space)+","+space)
		return
	}
	end := beside.End()
	at, comma := end, yamltext.Skip(e.text, end, "")
	text := space + strings.Join(parts, ","+space)
	if e.text[comma] == ',' {
		at, text = comma+1, text+","
	} else {
		e.put(end, end, ",")
	}
	if own && lineEnd(e.text, at) < n.End {
		at = lineEnd(e.text, at)
	}
	e.put(at, at, text)
}
