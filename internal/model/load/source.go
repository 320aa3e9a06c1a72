package load

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Limits of a file. They are far beyond every catalog (an ID has 16 bits) and
// keep a hostile file from costing memory or time.
const (
	maxBytes  = 32 << 20
	maxPieces = 2 << 20 // lines, list items, keys
	maxDepth  = 100     // mappings and lists within each other
)

// MaxParts is how many parts one type, envelope or entry has at most: see
// decoder.admits.
const MaxParts = 1000

// source is the text of a file that YAML may be read from: within the limits,
// UTF-8, and only of characters that YAML admits.
type source struct {
	path     string
	text     []byte // without a byte order mark
	standIns yamltext.StandIns
	lines    []string // of text, once one was asked for
}

// newSource checks a file's bytes. It reports the first fault and returns nil
// if there is one.
func newSource(path string, data []byte, l *diag.List) *source {
	if len(data) > maxBytes {
		l.Report(diag.Pos{File: path}, diag.OverLimit,
			fmt.Sprintf("the file is larger than %d MiB", maxBytes>>20), "split the catalog")
		return nil
	}
	s := &source{path: path, text: bytes.TrimPrefix(data, []byte(yamltext.ByteOrderMark))}
	if pieces(s.text) > maxPieces {
		l.Report(diag.Pos{File: path}, diag.OverLimit,
			fmt.Sprintf("the file has more than %d lines, list items and keys", maxPieces), "split the catalog")
		return nil
	}
	if !s.checkCharacters(l) {
		return nil
	}
	s.standIns = yamltext.FindStandIns(s.text)
	s.text = s.standIns.Put(s.text)
	return s
}

// pieces counts what yaml.v3 may make a node or a comment of, or more.
func pieces(text []byte) int {
	n := 0
	for _, c := range text {
		switch c {
		case '\n', '\r', ',', '[', '{':
			n++
		}
	}
	return n
}

// checkCharacters reports the first byte that is not UTF-8 or the first
// character that YAML 1.2 does not admit (section 5.1, c-printable).
func (s *source) checkCharacters(l *diag.List) bool {
	for i := 0; i < len(s.text); {
		r, size := utf8.DecodeRune(s.text[i:])
		if r == utf8.RuneError && size == 1 {
			l.Report(s.position(i), diag.NotUTF8, fmt.Sprintf("byte 0x%02x is not UTF-8", s.text[i]),
				"save the file as UTF-8")
			return false
		}
		if !admitted(r) {
			l.Report(s.position(i), diag.ControlCharacter, fmt.Sprintf("control character U+%04X", r),
				fmt.Sprintf(`remove it, or write it as "\u%04x" in double quotes`, r))
			return false
		}
		i += size
	}
	return true
}

func admitted(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0x7f:
		return true
	case r < 0xa0:
		return r == 0x85
	}
	return r != 0xfffe && r != 0xffff
}

// position is the place of the character that the byte at offset belongs to.
func (s *source) position(offset int) diag.Pos { return diag.NewLines(s.path, s.text).Pos(offset) }
