package golang

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// methodsFile has the methods by which the support code knows the data types, nil
// if there are none:
//
//	func (e *CaseClosedError) Error() string      { return dataText(e) }
//	func (e *CaseClosedError) Unwrap() error      { return dataError(e) }
//	func (e *CaseClosedError) at(i int) (ID, any) { return ErrCaseClosed, pick(i, &e.Days) }
//
// They are written as gofmt has them, which would take it as long as all else that
// stands for the entries.
func methodsFile(c *model.Catalog) *source {
	var text []byte
	for _, e := range c.Entries {
		if e.TypeName == "" {
			continue
		}
		if text != nil {
			text = append(text, '\n')
		}
		for _, line := range dataMethods(e) {
			text = append(append(text, line...), '\n')
		}
	}
	if text == nil {
		return nil
	}
	return &source{name: "methods.go", pieces: []piece{head(c, nil, false), func() ([]byte, error) { return text, nil }}}
}

// method is a method of a data type that is one statement.
type method struct{ head, body string }

// dataMethods are the lines of a data type's methods.
func dataMethods(e *model.Entry) []string {
	receiver := "func (e *" + e.TypeName + ") "
	at, value := "at(i int) (ID, any)", pickParam(fieldsOf(e))
	if value == "" {
		at, value = "at(int) (ID, any)", "nil"
	}
	methods := []method{
		{receiver + "Error() string", "return dataText(e)"},
		{receiver + "Unwrap() error", "return dataError(e)"},
		{receiver + at, "return " + e.Const + ", " + value},
	}
	column := 0 // in which gofmt lets the bodies begin
	if methods[2].isLine() {
		column = len(methods[2].head)
	}
	var lines []string
	for _, m := range methods {
		if m.isLine() {
			lines = append(lines, m.head+strings.Repeat(" ", max(0, column-len(m.head)))+" { "+m.body+" }")
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
func (m method) isLine() bool {
	return len(m.head)+len(m.body) <= oneLine && !strings.Contains(m.body, "\n")
}

// fieldsOf are the names of the fields of an entry's data type.
func fieldsOf(e *model.Entry) []string {
	var fields []string
	if e.StatusParam {
		fields = append(fields, "Status")
	}
	for _, p := range e.Params {
		fields = append(fields, p.GoName)
	}
	return fields
}

// pickParam is a call that returns a pointer to the i'th of a data type's fields, ""
// if it has none.
func pickParam(fields []string) string {
	if len(fields) == 0 {
		return ""
	}
	all := "i, &e." + strings.Join(fields, ", &e.")
	if len("return pick()")+len(all) > longLine {
		return "pick(\n\t\ti,\n\t\t&e." + strings.Join(fields, ",\n\t\t&e.") + ",\n\t)"
	}
	return "pick(" + all + ")"
}
