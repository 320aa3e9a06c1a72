package diag

import (
	"cmp"
	"strconv"
)

// Pos is a place in a file. Line and Column count from 1; Column counts
// Unicode code points. The zero Pos is "no place".
type Pos struct {
	File         string
	Line, Column int
}

// IsValid reports whether p names a place.
func (p Pos) IsValid() bool { return p.Line > 0 }

// String returns "file:line:column", or the file alone if there is no line.
func (p Pos) String() string {
	if !p.IsValid() {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// Compare orders places by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
	)
}
