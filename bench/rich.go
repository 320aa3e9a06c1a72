package bench

import (
	"fmt"
	"strings"
)

// Rich is a Go package of n entries in the rich form: a type for each, with
// every method that a caller might want, written out. It is what a generator
// makes that does not share. The form is the usual one of errors of published
// generators, and as sparing as it can be: bodies of one line where possible.
func Rich(n int, params int) string {
	var b strings.Builder
	b.WriteString("package rich\n\nimport (\n\t\"encoding/json\"\n\t\"errors\"\n\t\"fmt\"\n\t\"log/slog\"\n\t\"net/http\"\n)\n\n")
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
		fields = "\tName string `json:\"-\"`\n\tOwner string `json:\"-\"`\n"
		args, set = "name, owner string", "Name: name, Owner: owner"
		text = fmt.Sprintf(`fmt.Sprintf("Resource %%s of %%s is not available (%d).", e.Name, e.Owner)`, i)
		attrs = `, slog.String("name", e.Name), slog.String("owner", e.Owner)`
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
func (e *TYPEError) UnmarshalJSON(b []byte) error {
	var body struct {
		Code    string ` + "`json:\"code\"`" + `
		Message string ` + "`json:\"message\"`" + `
	}
	if err := json.Unmarshal(b, &body); err != nil {
		return err
	}
	if body.Code != "CODE" {
		return errors.New("the code is not CODE")
	}
	return nil
}
func (e *TYPEError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", "TYPE"), slog.String("code", "CODE")ATTRS)
}
func (e *TYPEError) WriteTo(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(400)
	return json.NewEncoder(w).Encode(e)
}

`
