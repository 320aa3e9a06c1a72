package load

import (
	"bytes"
	"unicode/utf8"
)

// cursor finds the characters at places of a text. It moves forward only, so
// that a whole walk costs one pass over the text. It serves to see the
// non-specific tag "!", of which yaml.v3's nodes keep no trace.
type cursor struct {
	text         []byte
	offset       int
	line, column int
}

// newCursor returns a cursor at the start of text, or nil if text cannot hold a
// non-specific tag.
func newCursor(text []byte) *cursor {
	for _, tag := range []string{"! ", "!\t", "!\n", "!\r"} {
		if bytes.Contains(text, []byte(tag)) {
			return &cursor{text: text, line: 1, column: 1}
		}
	}
	return nil
}

// at returns the byte at a place; 0 if the cursor is beyond it already.
func (c *cursor) at(line, column int) byte {
	for c.offset < len(c.text) && (c.line < line || c.line == line && c.column < column) {
		r, size := utf8.DecodeRune(c.text[c.offset:])
		c.offset += size
		c.column++
		if r == '\n' || r == '\r' && !bytes.HasPrefix(c.text[c.offset:], []byte("\n")) {
			c.line, c.column = c.line+1, 1
		}
	}
	if c.line != line || c.column != column || c.offset == len(c.text) {
		return 0
	}
	return c.text[c.offset]
}
