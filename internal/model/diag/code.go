package diag

import (
	"maps"
	"slices"
)

// Code names a kind of finding. It is stable: scripts and suppressions rely on it.
type Code string

// Doc is what "errgen explain" says about a code.
type Doc struct {
	Code    Code
	Summary string // one line
	Cause   string // a paragraph: when it is reported and why it matters
	Bad     string // a whole, small catalog that provokes it; of several files, a txtar archive
	Good    string // the same catalog, mended
}

var docs = map[Code]Doc{}

// register adds a code's documentation. It is called by the variable
// declarations of the codes_*.go files only.
func register(d Doc) Code {
	if _, twice := docs[d.Code]; twice {
		panic("diag: code registered twice: " + string(d.Code))
	}
	docs[d.Code] = d
	return d.Code
}

// Explain returns the documentation of a code.
func Explain(c Code) (Doc, bool) {
	d, ok := docs[c]
	return d, ok
}

// Codes returns all codes in alphabetical order.
func Codes() []Code { return slices.Sorted(maps.Keys(docs)) }
