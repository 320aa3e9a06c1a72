package golang

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
)

// A literal is a Go expression of the table: an atom, or a composite literal, which
// is written in the form that gofmt gives it. A table of thousands of rows takes the
// formatter, which measures every nested literal at every level, longer than all the
// rest of the package.
type literal struct {
	atom   string    // if it is none, "" for a composite literal
	head   string    // its type, "" where it is understood
	fields []field   // of a struct
	elems  []literal // of a list
	isList bool
	width  int // about how long it is on one line, up to lineWidth
}

type field struct {
	name  string
	value literal
}

// lineWidth is about how long a composite literal on one line may be.
const lineWidth = 72

func atom(text string) literal { return literal{atom: text, width: min(len(text), lineWidth+1)} }

// str is a text as a literal.
func str(s string) literal {
	if s == "" {
		return literal{}
	}
	return atom(gocode.Quote(s))
}

// bytesOf is a text as a literal of its bytes.
func bytesOf(text []byte) literal {
	if len(text) == 0 {
		return literal{}
	}
	return atom("[]byte(" + gocode.Quote(string(text)) + ")")
}

// isZero reports whether a field with the value is left out.
func (l *literal) isZero() bool {
	return l.atom == "" && len(l.fields) == 0 && len(l.elems) == 0
}

// record is a struct, of whose fields those that are zero are left out.
func record(head string, fields ...field) literal {
	l := literal{head: head, width: len("{}")}
	for _, f := range fields {
		if !f.value.isZero() {
			l.fields = append(l.fields, f)
			l.width = min(l.width+len(f.name)+len(": , ")+f.value.width, lineWidth+1)
		}
	}
	return l
}

// list is a slice of elements whose types are understood.
func list[T any](head string, elems []T, element func(*T) literal) literal {
	l := literal{head: head, isList: true, width: len("{}")}
	for i := range elems {
		e := element(&elems[i])
		e.head = ""
		l.elems = append(l.elems, e)
		l.width = min(l.width+len("{}, ")+e.width, lineWidth+1)
	}
	return l
}

// breaks reports whether the literal takes several lines, or one that gofmt treats so.
func (l *literal) breaks() bool {
	return l.atom == "" && l.width > lineWidth || len(l.atom) > gofmtWidth
}

// gofmtWidth is the width beyond which gofmt takes a line for several.
const gofmtWidth = 1_000_000

// append appends the literal, in lines that are indented by as many tabs.
func (l *literal) append(b []byte, indent int) []byte {
	if l.atom != "" {
		return append(b, l.atom...)
	}
	b = append(append(b, l.head...), '{')
	lines := l.breaks()
	for i := range l.elems {
		b = separate(b, i, lines, indent+1)
		b = l.elems[i].append(b, indent+1)
		b = end(b, lines)
	}
	columns := l.columns()
	for i := range l.fields {
		f := &l.fields[i]
		b = separate(b, i, lines, indent+1)
		b = append(append(b, f.name...), ':')
		pad := 1
		if lines {
			pad += columns[i] - len(f.name)
		}
		b = append(b, strings.Repeat(" ", pad)...)
		b = f.value.append(b, indent+1)
		b = end(b, lines)
	}
	if lines && len(l.elems)+len(l.fields) > 0 {
		b = newLine(b, indent)
	}
	return append(b, '}')
}

// separate begins the i'th part of a literal.
func separate(b []byte, i int, lines bool, indent int) []byte {
	switch {
	case lines:
		return newLine(b, indent)
	case i > 0:
		return append(b, ", "...)
	}
	return b
}

func end(b []byte, lines bool) []byte {
	if lines {
		return append(b, ',')
	}
	return b
}

func newLine(b []byte, indent int) []byte {
	b = append(b, '\n')
	for range indent {
		b = append(b, '\t')
	}
	return b
}

// columns are for each field the length of the longest name that gofmt aligns with its
// own: of those around it up to the next whose value takes several lines, which stands
// alone.
func (l *literal) columns() []int {
	columns := make([]int, len(l.fields))
	first := 0 // of the fields that are aligned
	for i := range l.fields {
		columns[i] = len(l.fields[i].name)
		if l.fields[i].value.breaks() {
			first = i + 1
			continue
		}
		if i > first {
			columns[i] = max(columns[i], columns[i-1])
		}
		for j := first; j < i; j++ {
			columns[j] = columns[i]
		}
	}
	return columns
}
