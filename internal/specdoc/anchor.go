package specdoc

import (
	"slices"
	"strings"
	"unicode"
)

// Anchor is what stands behind the # in a link to a heading: GitHub makes it of
// the title.
func Anchor(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// HasAnchor reports whether a document has a heading with an anchor.
func (m *Manual) HasAnchor(document, anchor string) bool {
	return slices.ContainsFunc(m.Headings, func(h Heading) bool { return h.Document == document && Anchor(h.Title) == anchor })
}
