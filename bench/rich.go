package bench

import (
	"fmt"
	"strings"
)

// Rich is a Go package of n entries in the rich form: a type for each, with
// the methods that a caller might want, eleven of them, written out. It is what
// a generator makes that shares nothing, and as sparing as that can be: it has
// neither an HTTP writer nor a decoder.
func Rich(n int, params int) string {
	var b strings.Builder
	b.WriteString("package rich\n\nimport (\n\t\"encoding/json\"\n\t\"errors\"\n\t\"fmt\"\n\t\"log/slog\"\n)\n\n")
	b.WriteString("var _ = fmt.Sprint\n\n")
	for i := range n {
		b.WriteString(richEntry(i, params))
	}
	return b.String()
}

// richEntry is one type and its methods.
func richEntry(i, params int) string {
	fields, args, set, text, attrs := "", "", "", fmt.Sprintf("%q", fmt.Sprintf("This is not available (%d).", i)), ""
	if params > 0 {
		fields = "\tSubject, Owner string\n"
		args, set = "subject, owner string", "Subject: subject, Owner: owner"
		text = fmt.Sprintf(`fmt.Sprintf("Resource %%s of %%s is not available (%d).", e.Subject, e.Owner)`, i)
		attrs = `, slog.String("subject", e.Subject), slog.String("owner", e.Owner)`
	}
	return strings.NewReplacer(
		"TYPE", fmt.Sprintf("Entry%05d", i), "CODE", fmt.Sprintf("CODE_%05d", i),
		"FIELDS", fields, "ARGS", args, "SET", set, "TEXT", text, "ATTRS", attrs,
	).Replace(richTemplate)
}

// richTemplate is the Go of one entry.
const richTemplate = `// TYPEError is the error CODE.
type TYPEError struct {
FIELDS	cause error
}

// ErrTYPE is what errors.Is compares with.
var ErrTYPE = errors.New("CODE")

// NewTYPE returns an occurrence.
func NewTYPE(ARGS) *TYPEError { return &TYPEError{SET} }

func (e *TYPEError) Error() string   { return "CODE: " + e.Message() }
func (e *TYPEError) Message() string { return TEXT }
func (e *TYPEError) Unwrap() error   { return e.cause }
func (e *TYPEError) Is(target error) bool {
	if target == ErrTYPE {
		return true
	}
	_, ok := target.(*TYPEError)
	return ok
}
func (e *TYPEError) As(target any) bool {
	if t, ok := target.(**TYPEError); ok {
		*t = e
		return true
	}
	return false
}
func (e *TYPEError) Code() string    { return "CODE" }
func (e *TYPEError) StatusCode() int { return 400 }
func (e *TYPEError) Name() string    { return "TYPE" }
func (e *TYPEError) WithCause(cause error) *TYPEError {
	c := *e
	c.cause = cause
	return &c
}
func (e *TYPEError) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Code    string ` + "`json:\"code\"`" + `
		Message string ` + "`json:\"message\"`" + `
	}{"CODE", e.Message()})
}
func (e *TYPEError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", "TYPE"), slog.String("code", "CODE")ATTRS)
}

`
