package docs

import (
	"strconv"
	"strings"
	"unicode"
)

// An anchor is a place of the document that links lead to: the value of an id.
// It has a period, which no renderer puts into the ids that it makes of
// headings, so that no heading can take it.
type anchor string

// mark returns the element that makes the anchor a place.
func (a anchor) mark() Markdown { return Markdown(`<a id="` + string(a) + `"></a>`) }

// link returns a link to the anchor.
func (a anchor) link(label Markdown) Markdown {
	return "[" + label + "](#" + Markdown(a) + ")"
}

// anchors gives out the anchors of one document. No two of them are equal, in
// any letter case: some renderers fold it.
type anchors map[string]bool

// claim returns an anchor for a thing of a kind: "error.CaseClosed". It depends
// on the name alone, so that links from elsewhere stay valid, unless an earlier
// thing has that name in another letter case: then a number tells them apart.
func (as anchors) claim(kind, name string) anchor {
	name = strings.Join(strings.FieldsFunc(name, isNoAnchor), "-")
	a := kind + "." + name
	for i := 2; as[foldCase(a)]; i++ {
		a = kind + "." + name + "." + strconv.Itoa(i)
	}
	as[foldCase(a)] = true
	return anchor(a)
}

// isNoAnchor reports whether a character may not stand in an id that, without
// an escape, stands in a link.
func isNoAnchor(r rune) bool {
	return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// foldCase returns equal texts for texts that differ in letter case alone.
func foldCase(s string) string { return strings.ToLower(strings.ToUpper(s)) }
