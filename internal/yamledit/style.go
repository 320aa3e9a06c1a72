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
	// quotes are those of texts that need some.
	quotes yamltext.Style
}

// styleOf looks at what a document has most.
func styleOf(text []byte, root *yamltext.Node) style {
	s := style{eol: "\n", step: "  ", list: 2, quotes: yamltext.SingleQuoted}
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
	c := counts{map[int]int{}, map[int]int{}, map[yamltext.Style]int{}}
	c.look(root)
	if n, ok := most(c.steps); ok {
		s.step = strings.Repeat(" ", n)
	}
	if n, ok := most(c.lists); ok {
		s.list = n
	}
	if c.quotes[yamltext.DoubleQuoted] > c.quotes[yamltext.SingleQuoted] {
		s.quotes = yamltext.DoubleQuoted
	}
	return s
}

// counts are how often there is something in a document: how far mappings and sequences
// are indented below their keys, and how keys and texts are written.
type counts struct {
	steps, lists map[int]int
	quotes       map[yamltext.Style]int
}

func (c counts) look(n *yamltext.Node) {
	for _, e := range n.Elements {
		v := e.Value
		if block := !v.Flow && len(v.Elements) > 0; block && n.Kind == yamltext.Mapping {
			if v.Kind == yamltext.Sequence {
				c.lists[v.Column-n.Column]++
			} else {
				c.steps[v.Column-n.Column]++
			}
		}
		if e.Key != nil {
			c.quotes[e.Key.Style]++
		}
		c.quotes[v.Style]++
		c.look(v)
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
