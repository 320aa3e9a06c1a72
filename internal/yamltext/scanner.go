package yamltext

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// scanner finds places in a text that yaml.v3 has parsed without a fault.
type scanner struct {
	text     []byte // as it is
	standIns StandIns
	lines    []int // where each begins
	wide     int   // the line that runes are of
	runes    []int // where each character of it begins
}

func newScanner(text []byte) *scanner {
	s := &scanner{text: text, wide: -1}
	begin := len(text) - len(bytes.TrimPrefix(text, []byte(ByteOrderMark)))
	s.standIns = FindStandIns(text[begin:])
	s.lines = []int{begin}
	for i := begin; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// reader returns the text as yaml.v3 gets it.
func (s *scanner) reader() io.Reader {
	return bytes.NewReader(s.standIns.Put(s.text[s.lines[0]:]))
}

// offset is the place of the first byte of a node.
func (s *scanner) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(s.lines) {
		return len(s.text)
	}
	if s.wide != n.Line {
		s.wide, s.runes = n.Line, s.runes[:0]
		end := len(s.text)
		if n.Line < len(s.lines) {
			end = s.lines[n.Line]
		}
		for i := s.lines[n.Line-1]; i < end; {
			s.runes = append(s.runes, i)
			_, size := utf8.DecodeRune(s.text[i:])
			i += size
		}
	}
	if n.Column > len(s.runes) {
		return len(s.text)
	}
	return s.runes[n.Column-1]
}

// column is by how many characters a place is indented.
func (s *scanner) column(at int) int {
	start := at
	for start > s.lines[0] && s.text[start-1] != '\n' && s.text[start-1] != '\r' {
		start--
	}
	return utf8.RuneCount(s.text[start:at])
}

// byteAt returns the byte at a place, 0 behind the end.
func (s *scanner) byteAt(at int) byte {
	if at < 0 || at >= len(s.text) {
		return 0
	}
	return s.text[at]
}

// skip is Skip in the text.
func (s *scanner) skip(at int, further string) int { return Skip(s.text, at, further) }

// Skip returns the first place of a YAML text from at on, outside of scalars, that is
// no white space, comment or one of some further bytes.
func Skip(text []byte, at int, further string) int {
	for at < len(text) {
		switch c := text[at]; {
		case isSpace(c) || strings.IndexByte(further, c) >= 0:
			at++
		case c == '#':
			if n := bytes.IndexAny(text[at:], "\r\n"); n >= 0 {
				at += n
			} else {
				at = len(text)
			}
		default:
			return at
		}
	}
	return at
}

// lineEnd is the place of the line break that ends the line of a place.
func (s *scanner) lineEnd(at int) int {
	if n := bytes.IndexAny(s.text[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(s.text)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// properties returns the places of what stands behind the anchor and the tag of a node,
// and of their end. What follows them on may have properties of its own.
func (s *scanner) properties(y *yaml.Node, start int) (content, end int) {
	anchor, tag := y.Anchor != "", y.Style&yaml.TaggedStyle != 0
	for content, end = start, start; ; {
		switch c := s.byteAt(content); {
		case c == '&' && anchor:
			anchor = false
		case c == '!' && (tag || isSpace(s.byteAt(content+1))):
			tag = false
		default:
			return content, end
		}
		for end = content; end < len(s.text) && !isSpace(s.text[end]) && strings.IndexByte(",[]{}", s.text[end]) < 0; {
			end++
		}
		content = s.skip(end, "")
	}
}

// doubleQuoted, singleQuoted and the others return the place behind a scalar.
func (s *scanner) doubleQuoted(at int) int {
	for at++; at < len(s.text); at++ {
		switch s.text[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return -1
}

func (s *scanner) singleQuoted(at int) int {
	for at++; at < len(s.text); at++ {
		if s.text[at] != '\'' {
			continue
		}
		if s.byteAt(at+1) != '\'' {
			return at + 1
		}
		at++
	}
	return -1
}

// plain follows the characters of a scalar's value, which has no escapes: only its
// line breaks and the white space beside them are another in the text.
func (s *scanner) plain(at int, value string) int {
	for i := 0; i < len(value); i++ {
		if isSpace(value[i]) {
			continue
		}
		for isSpace(s.byteAt(at)) {
			at++
		}
		if s.byteAt(at) != value[i] {
			return -1
		}
		at++
	}
	return at
}

// blockScalar finds the end of a literal or folded scalar: behind its last line that
// is not blank, or behind all of them where "+" keeps blank ones (YAML 1.2, 8.1).
func (s *scanner) blockScalar(at, indent int) int {
	header := at
	for at < len(s.text) && strings.IndexByte("|>+-0123456789", s.text[at]) >= 0 {
		at++
	}
	keep, least := bytes.IndexByte(s.text[header:at], '+') >= 0, 0
	if i := bytes.IndexAny(s.text[header:at], "123456789"); i >= 0 {
		least = max(indent, 0) + int(s.text[header+i]-'0')
	}
	end := at
	for line := s.nextLine(s.lineEnd(at)); line < len(s.text); {
		lineEnd := s.lineEnd(line)
		indented := line
		for indented < lineEnd && s.text[indented] == ' ' {
			indented++
		}
		blank := indented == lineEnd
		if !blank && least == 0 {
			if least = indented - line; least <= indent {
				break
			}
		}
		if !blank && indented-line < least {
			break
		}
		if !blank || keep || least > 0 && indented-line > least {
			end = lineEnd
		}
		line = s.nextLine(lineEnd)
	}
	return end
}

// nextLine is the place behind the line break at a place.
func (s *scanner) nextLine(at int) int {
	if bytes.HasPrefix(s.text[at:], []byte("\r\n")) {
		return at + 2
	}
	return min(at+1, len(s.text))
}
