package errgen

import (
	"bytes"
	"unicode"
)

// page is a body that is text. It is read without outer white space, and with LF
// for CRLF (docs/spec.md#matching-texts), so params put none there in the first
// place, nor what is no UTF-8.
type page struct {
	isOpen bool // it is being written
	leads  bool // it begins with a param
	start  int
	end    int // of the last param
}

// append appends a param's text.
func (p *page) append(b []byte, text string) []byte {
	p.leads = p.leads || len(b) == p.start
	b = append(b, UnixLines(string([]rune(text)))...)
	p.end = len(b)
	return b
}

// trim takes outer white space off a body that begins or ends with a param.
func (p *page) trim(b []byte) []byte {
	if p.end == len(b) {
		b = append(b[:p.start], bytes.TrimRightFunc(b[p.start:], unicode.IsSpace)...)
	}
	if p.leads {
		b = append(b[:p.start], bytes.TrimLeftFunc(b[p.start:], unicode.IsSpace)...)
	}
	return b
}
