package diag

import (
	"slices"
	"unicode/utf8"
)

// Lines are those of a text: they end with LF, CR LF or CR (YAML 1.2.2 section 5.4).
type Lines struct {
	file   string
	text   []byte
	starts []int // offsets
}

// NewLines finds the lines of a file's text.
func NewLines(file string, text []byte) *Lines {
	l := &Lines{file, text, []int{0}}
	for i, c := range text {
		if c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// Pos is the place of the character that a byte belongs to; of one beyond the text it is
// the text's end.
func (l *Lines) Pos(offset int) Pos {
	offset = min(offset, len(l.text))
	for back := 1; back < utf8.UTFMax && back <= offset; back++ {
		if _, size := utf8.DecodeRune(l.text[offset-back:]); size > back {
			offset -= back
			break
		}
	}
	line, found := slices.BinarySearch(l.starts, offset)
	if !found {
		line--
	}
	return Pos{File: l.file, Line: line + 1, Column: utf8.RuneCount(l.text[l.starts[line]:offset]) + 1}
}
