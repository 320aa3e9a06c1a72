package lsp

import (
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// text is what a file holds, with where its lines begin. The protocol counts UTF-16 code
// units in a line, findings count code points, and all else in this package bytes.
type text struct {
	s     string
	lines []int // offsets; the first is 0
}

// newText finds the lines, which end with LF, CR LF or CR.
func newText(s string) *text {
	t := &text{s: s, lines: []int{0}}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// line is a line with its end, "" for one that is not there.
func (t *text) line(n int) (start int, line string) {
	if n < 0 || n >= len(t.lines) {
		return len(t.s), ""
	}
	end := len(t.s)
	if n+1 < len(t.lines) {
		end = t.lines[n+1]
	}
	return t.lines[n], t.s[t.lines[n]:end]
}

// offset is the byte of a position. One beyond a line is the end of the line, one beyond
// the text the end of the text.
func (t *text) offset(p position) int {
	start, line := t.line(p.Line)
	line = strings.TrimRight(line, "\r\n")
	units := 0
	for i, r := range line {
		if units >= p.Character {
			return start + i
		}
		units += max(1, utf16.RuneLen(r))
	}
	return start + len(line)
}

// position is the place of a byte.
func (t *text) position(offset int) position {
	offset = min(max(offset, 0), len(t.s))
	n := sort.Search(len(t.lines), func(i int) bool { return t.lines[i] > offset }) - 1
	units := 0
	for _, r := range t.s[t.lines[n]:offset] {
		units += max(1, utf16.RuneLen(r))
	}
	return position{Line: n, Character: units}
}

// span is the range between two bytes.
func (t *text) span(start, end int) textRange {
	return textRange{Start: t.position(start), End: t.position(end)}
}

// at is the byte of a finding's place. A byte order mark is no column of findings.
func (t *text) at(p diag.Pos) int {
	start, line := t.line(p.Line - 1)
	if p.Line == 1 && strings.HasPrefix(line, yamltext.ByteOrderMark) {
		start, line = start+len(yamltext.ByteOrderMark), line[len(yamltext.ByteOrderMark):]
	}
	line = strings.TrimRight(line, "\r\n")
	for range p.Column - 1 {
		if line == "" {
			break
		}
		_, size := utf8.DecodeRuneInString(line)
		start, line = start+size, line[size:]
	}
	return start
}

// marked is the range that a finding is shown at: the word that begins at its place.
func (t *text) marked(p diag.Pos) textRange {
	if !p.IsValid() {
		return textRange{}
	}
	start := t.at(p)
	rest, _, _ := strings.Cut(t.s[start:], "\n")
	return t.span(start, start+wordLength(strings.TrimRight(rest, "\r")))
}

// wordLength is the length of the scalar that a line begins with, as far as it can be told
// without what is around it.
func wordLength(line string) int {
	if line == "" {
		return 0
	}
	if q := line[0]; q == '\'' || q == '"' {
		for i := 1; i < len(line); i++ {
			if q == '"' && line[i] == '\\' {
				i++
			} else if line[i] == q {
				return i + 1
			}
		}
		return len(line)
	}
	end := strings.IndexAny(line, ",]} \t")
	if colon := strings.Index(line, ": "); end < 0 || colon >= 0 && colon < end {
		end = colon
	}
	if end < 0 {
		end = len(strings.TrimRight(line, ":"))
	}
	return max(end, min(1, len(line)))
}

// change is what an edit of a client does: the range, nil for all of the text, and what
// takes its place.
type change struct {
	Range *textRange `json:"range"`
	Text  string     `json:"text"`
}

// changed is the text after a change.
func (t *text) changed(c change) *text {
	if c.Range == nil {
		return newText(c.Text)
	}
	start, end := t.offset(c.Range.Start), t.offset(c.Range.End)
	end = max(start, end)
	return newText(t.s[:start] + c.Text + t.s[end:])
}

// difference is the one edit that makes another text of a text, nil if they are the same.
func (t *text) difference(other string) []textEdit {
	if t.s == other {
		return nil
	}
	start := 0
	for start < min(len(t.s), len(other)) && t.s[start] == other[start] {
		start++
	}
	for start > 0 && !boundary(t.s, start) {
		start--
	}
	end, otherEnd := len(t.s), len(other)
	for end > start && otherEnd > start && t.s[end-1] == other[otherEnd-1] {
		end, otherEnd = end-1, otherEnd-1
	}
	for !boundary(t.s, end) {
		end, otherEnd = end+1, otherEnd+1
	}
	return []textEdit{{Range: t.span(start, end), NewText: other[start:otherEnd]}}
}

// boundary reports whether a place lies between characters, of which CR LF is one.
func boundary(s string, at int) bool {
	return at == len(s) || utf8.RuneStart(s[at]) && !(at > 0 && s[at-1] == '\r' && s[at] == '\n')
}
