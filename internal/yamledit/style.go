package yamledit

import (
	"bytes"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// style is how a document is written, as far as what is added should look alike.
type style struct {
	eol  string
	json bool   // keys and texts in double quotes
	step string // of indentation
	list int    // by how much a sequence is indented below its key
}

// styleOf looks at what a document has most.
func styleOf(text []byte, root *yamltext.Node) style {
	s := style{eol: "\n", step: "  ", list: 2}
	if n := bytes.Count(text, []byte("\r\n")); 2*n > bytes.Count(text, []byte("\n")) {
		s.eol = "\r\n"
	} else if !bytes.Contains(text, []byte("\n")) && bytes.Contains(text, []byte("\r")) {
		s.eol = "\r"
	}
	if s.json = root.Flow; s.json && len(root.Elements) > 0 {
		first := root.Elements[0]
		s.json = first.Key != nil && first.Key.Style == yamltext.DoubleQuoted
		if in := indentation(text, first.Start); in != "" {
			s.step = in
		}
		return s
	}
	steps, lists := map[int]int{}, map[int]int{}
	count(root, steps, lists)
	if n, ok := most(steps); ok {
		s.step = strings.Repeat(" ", n)
	}
	if n, ok := most(lists); ok {
		s.list = n
	}
	return s
}

// count notes by how much mappings and sequences are indented below their keys.
func count(n *yamltext.Node, steps, lists map[int]int) {
	for _, e := range n.Elements {
		v := e.Value
		if block := !v.Flow && len(v.Elements) > 0; block && n.Kind == yamltext.Mapping {
			if v.Kind == yamltext.Sequence {
				lists[v.Column-n.Column]++
			} else {
				steps[v.Column-n.Column]++
			}
		}
		count(v, steps, lists)
	}
}

// most returns the number that was counted most often.
func most(counts map[int]int) (int, bool) {
	best, found := 0, false
	for n, times := range counts {
		if !found || times > counts[best] || times == counts[best] && n < best {
			best, found = n, true
		}
	}
	return best, found
}

// indentation is the white space at the beginning of the line of a place.
func indentation(text []byte, at int) string {
	start := lineStart(text, at)
	end := start
	for end < at && (text[end] == ' ' || text[end] == '\t') {
		end++
	}
	return string(text[start:end])
}

// lineStart is where the line of a place begins.
func lineStart(text []byte, at int) int {
	start := bytes.LastIndexAny(text[:at], "\r\n") + 1
	if start == 0 && bytes.HasPrefix(text, []byte(yamltext.ByteOrderMark)) {
		start = min(at, len(yamltext.ByteOrderMark))
	}
	return start
}

// lineEnd is the place of the line break that ends the line of a place.
func lineEnd(text []byte, at int) int {
	if n := bytes.IndexAny(text[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

// nextLine is the place behind the line break that ends the line of a place.
func nextLine(text []byte, at int) int {
	at = lineEnd(text, at)
	if bytes.HasPrefix(text[at:], []byte("\r\n")) {
		return at + 2
	}
	return min(at+1, len(text))
}

// atLineStart reports whether nothing but white space stands before a place.
func atLineStart(text []byte, at int) bool {
	return len(bytes.Trim(text[lineStart(text, at):at], " \t")) == 0
}
