package reference

import (
	"strconv"
	"strings"
	"unicode"
)

// places gives out the places of one catalog that links lead to. No two of them are
// equal, in any letter case: some renderers fold it, and so do file systems.
type places map[string]bool

// claim returns the place of a thing of a kind: "error.CaseClosed". It has a period,
// which no renderer puts into the ids that it makes of headings, so that no heading can
// take it. It depends on the name alone, so that links from elsewhere stay valid, unless
// an earlier thing has that name in another letter case: then a number tells them apart.
func (ps places) claim(kind, name string) string {
	name = strings.Join(strings.FieldsFunc(name, isNoPlace), "-")
	a := kind + "." + name
	for i := 2; ps[foldCase(a)]; i++ {
		a = kind + "." + name + "." + strconv.Itoa(i)
	}
	ps[foldCase(a)] = true
	return a
}

// isNoPlace reports whether a character may not stand in an id that, without
// an escape, stands in a link.
func isNoPlace(r rune) bool {
	return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// foldCase returns equal texts for texts that differ in letter case alone.
func foldCase(s string) string { return strings.ToLower(strings.ToUpper(s)) }
