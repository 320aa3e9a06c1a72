package golang

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// text is a string literal.
func text(s string) *jen.Statement { return jen.Op(quote(s)) }

// quote is a text as a string literal is written: between backquotes if there
// are quotes or backslashes in it, and nothing that is invisible.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) && strconv.CanBackquote(s) && isPrintable(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// isPrintable reports whether a text has no white space but blanks, no controls
// and nothing that changes how it is shown.
func isPrintable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) })
}
