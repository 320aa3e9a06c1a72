package gocode

import (
	"go/format"
	"strings"
	"unicode/utf8"
)

// An Expr is a Go expression: an atom, a call or a composite literal.
type Expr struct {
	head        string
	open, close string // "" for an atom
	elems       []element
	time        bool // the head is written with package time
}

// element is an argument, or an element of a literal with its key.
type element struct {
	key   string
	value Expr
}

func atom(s string) Expr { return Expr{head: s} }

func literal(typeName string) Expr { return Expr{head: typeName, open: "{", close: "}"} }

func call(f string, args ...Expr) Expr {
	x := Expr{head: f, open: "(", close: ")"}
	for _, a := range args {
		x.add("", a)
	}
	return x
}

func (x *Expr) add(key string, value Expr) {
	x.elems = append(x.elems, element{key, value})
}

// within leaves out the type of a literal within a literal that says it.
func (x Expr) within(typeName string) Expr {
	if x.open == "{" && x.head == typeName {
		x.head = ""
	}
	return x
}

// UsesTime reports whether the expression is written with package time.
func (x Expr) UsesTime() bool {
	for _, e := range x.elems {
		if e.value.UsesTime() {
			return true
		}
	}
	return x.time
}

// Inline is the expression on one line, not yet in gofmt's form.
func (x Expr) Inline() string {
	var b strings.Builder
	x.write(&b, 0)
	return b.String()
}

// Spread is the expression with a line for each of several elements, not yet in
// gofmt's form.
func (x Expr) Spread() string {
	if len(x.elems) < 2 {
		return x.Inline()
	}
	var b strings.Builder
	x.writeLines(&b, 0)
	return b.String()
}

// write writes the expression; of the literals and calls that are too long for
// a line, those down to a depth of broken have a line for each element.
func (x Expr) write(b *strings.Builder, broken int) {
	if broken > 0 && len(x.elems) > 0 && !fits(x.Inline()) {
		x.writeLines(b, broken-1)
		return
	}
	b.WriteString(x.head)
	b.WriteString(x.open)
	for i, e := range x.elems {
		if i > 0 {
			b.WriteString(", ")
		}
		e.write(b, broken-1)
	}
	b.WriteString(x.close)
}

// writeLines writes the expression with a line for each element.
func (x Expr) writeLines(b *strings.Builder, broken int) {
	b.WriteString(x.head)
	b.WriteString(x.open)
	for _, e := range x.elems {
		b.WriteString("\n")
		e.write(b, broken)
		b.WriteString(",")
	}
	b.WriteString("\n")
	b.WriteString(x.close)
}

func (e element) write(b *strings.Builder, broken int) {
	if e.key != "" {
		b.WriteString(e.key + ": ")
	}
	e.value.write(b, broken)
}

// maxLine is the length at which expressions are broken, in code points.
const maxLine = 90

func fits(s string) bool { return utf8.RuneCountInString(s) <= maxLine }

// maxBroken is how deep the literals are that are broken.
const maxBroken = 8

// Statement is the expression behind the beginning of a statement, broken into
// lines if it is long, in gofmt's form: how operators and the values of keys are
// spaced depends on their neighbours.
func (x Expr) Statement(begin string) string {
	text := begin + x.Inline()
	if len(x.elems) > 0 && !fits(text) {
		var b strings.Builder
		b.WriteString(begin)
		x.write(&b, maxBroken)
		text = b.String()
	} else if !strings.Contains(text, " * ") {
		return text
	}
	formatted, err := format.Source([]byte(text))
	if err != nil { // cannot be: what is written is a statement
		return text
	}
	return string(formatted)
}
