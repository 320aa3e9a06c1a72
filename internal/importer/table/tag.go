package table

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// tag is a tag within a text.
func (w *markdownWalk) tag(n *ast.RawHTML) string {
	var b strings.Builder
	for i := range n.Segments.Len() {
		part := n.Segments.At(i)
		b.Write(part.Value(w.source))
	}
	return b.String()
}

// openTag is a tag without attributes.
var openTag = regexp.MustCompile(`^<([A-Za-z][\w-]*)>$`)

// inlineTag is one of an element that marks words within a text.
var inlineTag = regexp.MustCompile(`(?i)^</?(?:a|b|i|u|s|em|strong|code|kbd|small|span|sub|sup|mark|del|ins)\b`)

// endless are elements that need no end.
var endless = []string{"br", "hr", "img", "wbr", "input", "p", "li", "td", "tr", "th", "dt", "dd", "col"}

// rawHTML is what a tag within a text says: that of an element that does not end is none of
// HTML, but a word that stands for a value.
func (w *markdownWalk) rawHTML(n *ast.RawHTML) string {
	tag := w.tag(n)
	m := openTag.FindStringSubmatch(tag)
	ends := m == nil || slices.Contains(endless, strings.ToLower(m[1]))
	for c := n.NextSibling(); c != nil && !ends; c = c.NextSibling() {
		end, ok := c.(*ast.RawHTML)
		ends = ok && strings.EqualFold(w.tag(end), "</"+m[1]+">")
	}
	switch {
	case !ends:
		return tag
	case inlineTag.MatchString(tag):
		return ""
	}
	return " "
}
