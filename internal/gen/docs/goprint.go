package docs

import (
	"go/format"
	"strings"
	"unicode/utf8"
)

// An expr is a Go expression: an atom, a call or a composite literal.
type expr struct {
	head        string
	open, close string // "" for an atom
	elems       []element
}

// element is an argument, or an element of a literal with its key.
type element struct {
	key   string
	value expr
}

func atom(s string) expr { return expr{head: s} }

func literal(typeName string) expr { return expr{head: typeName, open: "{", close: "}"} }

func call(f string, args ...expr) expr {
	x := expr{head: f, open: "(", close: ")"}
	for _, a := range args {
		x.add("", a)
	}
	return x
}

func (x *expr) add(key string, value expr) {
	x.elems = append(x.elems, element{key, value})
}

// inline is the expression on one line.
func (x expr) inline() string {
	var b strings.Builder
	x.write(&b, 0)
	return b.String()
}

// write writes the expression; of the literals and calls that are too long for
// a line, those down to a depth of broken have a line for each element.
func (x expr) write(b *strings.Builder, broken int) {
	b.WriteString(x.head)
	b.WriteString(x.open)
	split := broken > 0 && len(x.elems) > 0 && !fits(x.inline())
	for i, e := range x.elems {
		switch {
		case split:
			b.WriteString("\n")
		case i > 0:
			b.WriteString(", ")
		}
		if e.key != "" {
			b.WriteString(e.key + ": ")
		}
		e.value.write(b, broken-1)
		if split {
			b.WriteString(",")
		}
	}
	if split {
		b.WriteString("\n")
	}
	b.WriteString(x.close)
}

// maxLine is the length at which expressions are broken, in code points.
const maxLine = 90

func fits(s string) bool { return utf8.RuneCountInString(s) <= maxLine }

// statement is the expression behind the beginning of a statement, broken into
// lines if it is long, in gofmt's style: how operators and the values of keys
// are spaced depends on their neighbours.
func (x expr) statement(begin string) string {
	var b strings.Builder
	b.WriteString(begin)
	if s := x.inline(); len(x.elems) == 0 || fits(begin+s) {
		if !strings.Contains(s, " * ") {
			return begin + s
		}
		b.WriteString(s)
	} else {
		x.write(&b, 8)
	}
	formatted, err := format.Source([]byte(b.String()))
	if err != nil { // cannot be: what is written is a statement
		return b.String()
	}
	return string(formatted)
}
