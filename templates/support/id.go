package support

import (
	"errors"
	"log/slog"
	"strconv"
)

// ID names an entry of the catalog. An ID is itself an error: it can be
// returned, wrapped and joined, and it is the target of errors.Is. Its number
// changes when the catalog grows; its name does not.
type ID uint16

// IDs returns all entries in the order of the catalog, in a fresh slice.
func IDs() []ID {
	ids := make([]ID, len(catalog.entries))
	for i := range ids {
		ids[i] = errFirst + ID(i)
	}
	return ids
}

// IDOf returns the ID of the first error of this catalog in err's tree, in the
// order of errors.As; 0 if there is none.
func IDOf(err error) ID {
	var o occurrence
	if o.find(err) {
		return o.id
	}
	return 0
}

// Error is the catalog's text, prefixed by the package and the code.
func (id ID) Error() string {
	return string(catalog.appendText(nil, occurrence{id: id}))
}

// Name is the entry's name in the catalog, "" for the ID of no entry.
func (id ID) Name() string {
	switch id {
	case ErrUnlisted:
		return "Unlisted"
	case ErrUnexpectedResponse:
		return "UnexpectedResponse"
	}
	if e := catalog.lookup(id); e != nil {
		return e.name
	}
	return ""
}

// Code is the entry's code as text, "" if it has none or one with params.
func (id ID) Code() string {
	if e := catalog.lookup(id); e != nil {
		return e.code
	}
	return ""
}

// StatusCode is the HTTP status with which the entry is written, the first of
// several; 500 where the catalog has none.
func (id ID) StatusCode() int { return catalog.status(catalog.lookup(id), nil) }

// Parent is the entry of which this one is a kind, 0 if there is none.
func (id ID) Parent() ID {
	if e := catalog.lookup(id); e != nil {
		return e.parent
	}
	return 0
}

// DocURL is the address of the entry's documentation, "" if there is none.
func (id ID) DocURL() string {
	if e := catalog.lookup(id); e != nil {
		return e.docURL
	}
	return ""
}

// Retryable reports whether the catalog says that the request may be tried again.
func (id ID) Retryable() bool {
	e := catalog.lookup(id)
	return e != nil && e.is(isRetryable)
}

// ErrorType is the value of OpenTelemetry's attribute error.type: the entry's
// name, "_OTHER" for the ID of no entry.
func (id ID) ErrorType() string {
	if name := id.Name(); name != "" {
		return name
	}
	return "_OTHER"
}

// Is reports whether target is the ID itself or one of its ancestors.
func (id ID) Is(target error) bool {
	want, ok := target.(ID)
	return ok && id.isA(want)
}

// isA reports whether id is want or descends from it.
func (id ID) isA(want ID) bool {
	for id != want && id != 0 {
		id = id.Parent()
	}
	return id == want
}

// As sets a target of type **Error to an occurrence of the entry.
func (id ID) As(target any) bool {
	if t, ok := target.(**Error); ok && t != nil && id != 0 {
		*t = id.occurrence()
		return true
	}
	return false
}

// WithCause returns an occurrence of the entry with a cause, which logs and
// Unwrap show and no client ever sees.
func (id ID) WithCause(cause error) *Error {
	e := id.occurrence()
	e.cause = cause
	return e
}

// occurrence is the entry raised without data: what constructors of entries that
// have none return.
//
//go:noinline
func (id ID) occurrence() *Error {
	return &Error{id: id}
}

// MarshalText returns the entry's name.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.Name()), nil }

// UnmarshalText sets the ID to that of the entry with the name; "" is 0. Any
// other name is an error.
func (id *ID) UnmarshalText(text []byte) error {
	name := string(text)
	if id == nil {
		return errors.New(catalog.name + ": UnmarshalText of a nil ID")
	}
	for i := ID(0); i < errFirst+ID(len(catalog.entries)); i++ {
		if i.Name() == name {
			*id = i
			return nil
		}
	}
	return errors.New(catalog.name + ": no entry is called " + strconv.Quote(bound(name)))
}

// LogValue is what log/slog prints: name, code, status and text.
func (id ID) LogValue() slog.Value { return catalog.logValue(occurrence{id: id}) }
