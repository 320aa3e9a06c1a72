package gocode

import (
	"strconv"
	"strings"
)

// Quote is a text as a string literal is written: between backquotes if there are
// quotes or backslashes in it, and nothing that is invisible.
func Quote(s string) string {
	if strings.ContainsAny(s, `"\`) && strconv.CanBackquote(s) && IsPrintable(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// IsPrintable reports whether a text has no white space but blanks, no controls
// and nothing that changes how it is shown.
func IsPrintable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) })
}

func quoted(s string) Expr { return atom(Quote(s)) }
