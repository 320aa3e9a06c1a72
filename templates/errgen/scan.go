package errgen

import (
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"
)

// token is one value of a JSON text. The values in an object or array follow
// it: in an object, names and values in turn.
type token struct {
	kind       byte // one of { [ " 0 t f n
	escaped    bool // a string with escapes, or with bytes that are not UTF-8
	start, end int  // in the text; a string's without its quotes
	next       int  // the token after this one and all in it
}

// maxDepth is encoding/json's limit of nesting.
const maxDepth = 10000

// Scan reads a JSON text with the strictness of encoding/json. It reports false
// for what is no JSON text.
func Scan(text string) (Document, bool) { return scanInto(make([]token, 0, 24), text) }

// scanInto is scan with the space for the tokens.
func scanInto(space []token, text string) (Document, bool) {
	s := scanner{text: text, tokens: space, open: -1}
	ok := s.run()
	return Document{text: text, tokens: s.tokens}, ok
}

type scanner struct {
	text   string
	pos    int
	tokens []token
	open   int // the container in which pos is, -1: none. Its next is the one around it.
	depth  int
}

// run scans value after value, closing containers in between.
func (s *scanner) run() bool {
	for {
		opened, ok := s.value()
		if !ok {
			return false
		}
		for more := opened; !more; {
			if s.open < 0 {
				return s.peek() == 0 && s.pos == len(s.text)
			}
			if more, ok = s.afterValue(); !ok {
				return false
			}
		}
	}
}

// value scans the next value. It reports opened for a container that has
// values, whose first is next.
func (s *scanner) value() (opened, ok bool) {
	switch c := s.peek(); c {
	case '{', '[':
		return s.container(c)
	case '"':
		return false, s.string()
	case 't':
		return false, s.word('t', "true")
	case 'f':
		return false, s.word('f', "false")
	case 'n':
		return false, s.word('n', "null")
	default:
		return false, s.number()
	}
}

// peek is the next byte that is no white space, 0 at the end: no JSON text has a
// NUL there.
func (s *scanner) peek() byte {
	for ; s.pos < len(s.text); s.pos++ {
		switch c := s.text[s.pos]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

func (s *scanner) container(kind byte) (opened, ok bool) {
	if s.depth >= maxDepth {
		return false, false
	}
	s.tokens = append(s.tokens, token{kind: kind, start: s.pos, next: s.open})
	s.open = len(s.tokens) - 1
	s.depth++
	s.pos++
	switch next := s.peek(); {
	case next == kind+2: // '}' is '{'+2, ']' is '['+2
		s.close()
		return false, true
	case kind == '{':
		return true, s.name()
	}
	return true, true
}

// close ends the container at its last byte.
func (s *scanner) close() {
	s.pos++
	t := &s.tokens[s.open]
	s.open, t.end, t.next = t.next, s.pos, len(s.tokens)
	s.depth--
}

// afterValue scans what follows a value in a container: a comma, and in an
// object the next name; or the container's end, which makes it a value itself.
func (s *scanner) afterValue() (more, ok bool) {
	kind := s.tokens[s.open].kind
	switch s.peek() {
	case ',':
		s.pos++
		return true, kind == '[' || s.name()
	case kind + 2:
		s.close()
		return false, true
	}
	return false, false
}

// name scans a member's name and the colon.
func (s *scanner) name() bool {
	if s.peek() != '"' || !s.string() || s.peek() != ':' {
		return false
	}
	s.pos++
	return true
}

func (s *scanner) word(kind byte, word string) bool {
	if !strings.HasPrefix(s.text[s.pos:], word) {
		return false
	}
	s.add(token{kind: kind, start: s.pos, end: s.pos + len(word)})
	s.pos += len(word)
	return true
}

// add appends a token that has no others in it.
func (s *scanner) add(t token) {
	t.next = len(s.tokens) + 1
	s.tokens = append(s.tokens, t)
}

// string scans the string that begins at pos.
func (s *scanner) string() bool {
	text, start := s.text, s.pos+1
	escaped, wide := false, false
	for i := start; ; i++ {
		if i = plainEnd(text, i); i == len(text) {
			return false
		}
		switch c := text[i]; {
		case c == '"':
			escaped = escaped || wide && !utf8.ValidString(text[start:i])
			s.add(token{kind: '"', escaped: escaped, start: start, end: i})
			s.pos = i + 1
			return true
		case c == '\\':
			escaped = true
			n := escapeLen(text[i:])
			if n == 0 {
				return false
			}
			i += n - 1
		case c < ' ':
			return false
		case c >= utf8.RuneSelf:
			wide = true
			for i+1 < len(text) && text[i+1] >= utf8.RuneSelf {
				i++
			}
		}
	}
}

// plainEnd returns where the plain bytes that begin at i end: those that are no
// quote, no backslash, no control and ASCII.
func plainEnd(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if n := plainBytes(word(text, i)); n < 8 {
			return i + n
		}
	}
	if rest := len(text) - i; rest > 0 && len(text) >= 8 { // the last word, with controls behind its end
		return i + plainBytes(word(text, len(text)-8)>>(8*(8-rest)))
	}
	for i < len(text) && plainBytes(uint64(text[i])) > 0 {
		i++
	}
	return i
}

// word is eight bytes of a text from i on, the first one lowest.
func word(text string, i int) uint64 {
	b := text[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// plainBytes counts the plain bytes of a word before the first that is not. Of the
// bytes that it looks at together, a borrow can spoil only those after one that counts.
func plainBytes(x uint64) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	quote, backslash := x^ones*'"', x^ones*'\\'
	found := (x - ones*' ') | (quote - ones) | (backslash - ones)
	return bits.TrailingZeros64((found&^x|x)&highs) / 8
}

// escapeLen is the length of the escape with which text begins, 0 if it is none.
func escapeLen(text string) int {
	if len(text) > 1 && strings.IndexByte(escapeLetters, text[1]) >= 0 {
		return 2
	}
	if _, ok := hex4(text); ok {
		return 6
	}
	return 0
}

// hex4 reads an escape of the form \uXXXX.
func hex4(text string) (rune, bool) {
	if len(text) < 6 || text[:2] != `\u` {
		return 0, false
	}
	r, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(r), err == nil
}

// number scans the number at pos (RFC 8259 section 6).
func (s *scanner) number() bool {
	n := numberPrefix(s.text[s.pos:])
	if n == 0 {
		return false
	}
	s.add(token{kind: '0', start: s.pos, end: s.pos + n})
	s.pos += n
	return true
}

// numberPrefix is the length of the longest JSON number that is a prefix of
// text, 0 if there is none.
func numberPrefix(text string) int {
	i := integerPrefix(text)
	if i == 0 {
		return 0
	}
	if i < len(text) && text[i] == '.' {
		end := digits(text, i+1)
		if end == i+1 {
			return i
		}
		i = end
	}
	if i < len(text) && (text[i] == 'e' || text[i] == 'E') {
		power := i + 1
		if power < len(text) && (text[power] == '+' || text[power] == '-') {
			power++
		}
		if end := digits(text, power); end > power {
			i = end
		}
	}
	return i
}

// integerPrefix is the length of the longest -?(0|[1-9][0-9]*) that is a prefix of
// text, 0 if there is none.
func integerPrefix(text string) int {
	start := 0
	if strings.HasPrefix(text, "-") {
		start = 1
	}
	switch end := digits(text, start); {
	case end == start:
		return 0
	case text[start] == '0':
		return start + 1
	default:
		return end
	}
}

// digits returns where the run of digits that begins at i ends.
func digits(text string, i int) int {
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return i
}
