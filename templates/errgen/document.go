package errgen

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Document is a JSON text (RFC 8259), scanned.
type Document struct {
	text   string
	tokens []token
	left   *int // how many errors may still be made of what is in it; nil: any number
}

// takes reports whether n more errors may be made of the document, and counts them.
func (d Document) takes(n int) bool {
	if d.left == nil {
		return true
	}
	if *d.left < n {
		return false
	}
	*d.left -= n
	return true
}

// Kind is the first byte of the value of token i: one of { [ " t f n, or 0 for a number.
func (d Document) Kind(i int) byte { return d.tokens[i].kind }

// Next is the token after token i and all in it.
func (d Document) Next(i int) int { return d.tokens[i].next }

// raw is the token's own text; a string's without its quotes.
func (d Document) raw(i int) string {
	t := &d.tokens[i]
	return d.text[t.start:t.end]
}

// String is the value of the string token i.
func (d Document) String(i int) string {
	t := &d.tokens[i]
	if t.escaped {
		return unescape(d.text[t.start:t.end])
	}
	return d.text[t.start:t.end]
}

// Source is the whole JSON text of token i and what is in it.
func (d Document) Source(i int) string {
	t := &d.tokens[i]
	if t.kind == '"' {
		return d.text[t.start-1 : t.end+1]
	}
	return d.text[t.start:t.end]
}

// member returns the value of the last member of the object i with a name; -1
// if there is none. Names are compared exactly.
func (d Document) member(i int, name string) int {
	found := -1
	for k, end := i+1, d.tokens[i].next; k < end; k = d.tokens[k+1].next {
		if t := &d.tokens[k]; t.end-t.start == len(name) && d.text[t.start:t.end] == name && !t.escaped ||
			t.escaped && d.String(k) == name {
			found = k + 1
		}
	}
	return found
}

// len is the number of items of the array i.
func (d Document) len(i int) int {
	n := 0
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
		n++
	}
	return n
}

// item returns the array's n'th item, -1 if there is none.
func (d Document) item(i, n int) int {
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
		if n == 0 {
			return k
		}
		n--
	}
	return -1
}

// jsonType is the set of types that the value of token i has.
func (d Document) jsonType(i int) JSONTypes {
	switch d.tokens[i].kind {
	case '{':
		return ObjectType
	case '[':
		return ArrayType
	case '"':
		return StringType
	case 't', 'f':
		return BoolType
	case 'n':
		return NullType
	}
	if _, ok := integerText(d.raw(i)); ok {
		return IntegerType | NumberType
	}
	return NumberType
}

// isScalar reports whether the value of token i is a text, a number or a boolean.
func (d Document) isScalar(i int) bool {
	return d.jsonType(i)&(NullType|ArrayType|ObjectType) == 0
}

// unescape is the value of a string's content. As in encoding/json, what is no
// UTF-8 and surrogates without a partner become U+FFFD.
func unescape(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			r, n := utf8.DecodeRuneInString(s[i:])
			b = utf8.AppendRune(b, r)
			i += n
			continue
		}
		if s[i+1] != 'u' {
			b = append(b, escapedBytes[strings.IndexByte(escapeLetters, s[i+1])])
			i += 2
			continue
		}
		r, _ := hex4(s[i:])
		i += 6
		if utf16.IsSurrogate(r) {
			low, _ := hex4(s[i:])
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 6
			}
		}
		b = utf8.AppendRune(b, r)
	}
	return string(b)
}
