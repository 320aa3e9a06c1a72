package golang

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// methods are those by which the package knows its data types:
//
//	func (e *CaseClosedError) Error() string { return text(e) }
//	func (e *CaseClosedError) Unwrap() error { return wrapped(e) }
//	func (*CaseClosedError) row() errgen.Row { return rowCaseClosed }
//
// What has sensitive params keeps them from fmt, log/slog and encoding/json as well.
// The methods are written as gofmt has them, which would take it as long as all else
// that stands for the entries.
func methods(c *model.Catalog) []byte {
	var b []byte
	for _, e := range c.Entries {
		if e.TypeName == "" {
			continue
		}
		if b != nil {
			b = append(b, '\n')
		}
		for _, line := range dataMethods(e) {
			b = append(append(b, line...), '\n')
		}
	}
	return b
}

// method is a method of a data type that is one statement.
type method struct{ head, body string }

// dataMethods are the lines of a data type's methods.
func dataMethods(e *model.Entry) []string {
	receiver := "func (e *" + e.TypeName + ") "
	all := []method{
		{receiver + "Error() string", "return text(e)"},
		{receiver + "Unwrap() error", "return wrapped(e)"},
		{"func (*" + e.TypeName + ") row() errgen.Row", "return " + rowName(e)},
	}
	if e.IsSensitive() {
		all = append(all,
			method{receiver + "GoString() string", "return New(e).GoString()"},
			method{receiver + "LogValue() slog.Value", "return New(e).LogValue()"},
			method{receiver + "MarshalJSON() ([]byte, error)", "return New(e).MarshalJSON()"})
	}
	return aligned(all)
}

// aligned are methods as gofmt writes them: neighbours that stand on one line each
// have their bodies in one column.
func aligned(all []method) []string {
	columns := make([]int, len(all))
	for first, i := 0, 0; i < len(all); i++ {
		if !all[i].isLine() {
			first = i + 1
			continue
		}
		columns[i] = len(all[i].head)
		if i > first {
			columns[i] = max(columns[i], columns[i-1])
		}
		for j := first; j < i; j++ {
			columns[j] = columns[i]
		}
	}
	var lines []string
	for i, m := range all {
		if m.isLine() {
			lines = append(lines, m.head+strings.Repeat(" ", columns[i]-len(m.head))+" { "+m.body+" }")
		} else {
			lines = append(lines, m.head+" {", "\t"+m.body, "}")
		}
	}
	return lines
}

// oneLine is how many bytes the head and the body of a function have at most that
// gofmt leaves on one line.
const oneLine = 99

// isLine reports whether gofmt leaves the method on one line.
func (m method) isLine() bool { return len(m.head)+len(m.body) <= oneLine }
