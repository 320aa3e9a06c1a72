package support

import (
	"log/slog"
	"reflect"
	"strconv"
)

// Data is what an entry's Go type holds. The XError types of this package
// implement it, no others.
type Data interface {
	error
	// at returns the entry and a pointer to its i'th param.
	at(i int) (ID, any)
}

// Error is one occurrence of an error of the catalog: which entry, its data,
// its cause and, on the client, the response it came in. errors.As finds it for
// every error of the catalog. It does not change once made.
type Error struct {
	id       ID
	data     Data
	cause    error
	response *Response
	received string // the text that came with it, where the data cannot tell
}

// New returns an occurrence with the data.
func New(data Data) *Error {
	o := dataOccurrence(data)
	return &Error{id: o.id, data: o.data}
}

//errgen:if data

// newError is what the constructors of entries that have data return.
//
//go:noinline
func newError(id ID, data Data) *Error { return &Error{id: id, data: data} }

//errgen:end

// ID is the occurrence's entry, 0 for a nil or zero Error.
func (e *Error) ID() ID {
	if e == nil {
		return 0
	}
	return e.id
}

// Data is the occurrence's data: a pointer to an XError type of this package,
// nil if the entry has none.
func (e *Error) Data() Data {
	if e == nil {
		return nil
	}
	if e.data == nil && e.response == nil {
		if row := catalog.lookup(e.id); row != nil && row.is(isStatic) && row.hasData() {
			return row.newData()
		}
	}
	return e.data
}

// Response is what the error was decoded from, nil if it was raised here.
func (e *Error) Response() *Response {
	if e == nil {
		return nil
	}
	return e.response
}

// Error is the entry's text without sensitive params, then the cause's.
func (e *Error) Error() string {
	b := catalog.appendText(nil, e.occurrence())
	if e != nil && e.cause != nil {
		b = append(b, ": "...)
		b = append(b, e.cause.Error()...)
	}
	return string(b)
}

// GoString is what %#v prints: the text, and nothing else of what is in the error.
func (e *Error) GoString() string {
	return "(*" + catalog.name + ".Error)(" + strconv.Quote(e.Error()) + ")"
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	//errgen:if nested
	if e.data != nil {
		return e.withNested(e.cause)
	}
	//errgen:end
	return e.cause
}

// Is reports whether target is the entry's ID or one of its ancestors'.
func (e *Error) Is(target error) bool {
	want, ok := target.(ID)
	return ok && e.ID().isA(want)
}

// As sets a target of the type of the data, or of type *ID.
func (e *Error) As(target any) bool {
	if e == nil || e.id == 0 {
		return false
	}
	if id, ok := target.(*ID); ok && id != nil {
		*id = e.id
		return true
	}
	data := e.Data()
	if data == nil || reflect.TypeOf(target) != reflect.PointerTo(reflect.TypeOf(data)) {
		return false
	}
	v := reflect.ValueOf(target)
	if v.IsNil() {
		return false
	}
	v.Elem().Set(reflect.ValueOf(data))
	return true
}

// WithCause returns a copy with another cause.
func (e *Error) WithCause(cause error) *Error {
	c := Error{cause: cause}
	if e != nil {
		c = *e
		c.cause = cause
	}
	return &c
}

// StatusCode is the status that was received, else the one with which the
// error is written.
func (e *Error) StatusCode() int {
	if r := e.Response(); r != nil && r.StatusCode != 0 {
		return r.StatusCode
	}
	return catalog.status(catalog.lookup(e.ID()), e.occurrence().data)
}

// ErrorType is the value of OpenTelemetry's attribute error.type.
func (e *Error) ErrorType() string { return e.ID().ErrorType() }

// AppendBody appends the wire body; what was received where it cannot be made.
func (e *Error) AppendBody(b []byte) []byte {
	var o occurrence
	o.set(e)
	if o.response != nil && !catalog.complete(&o) {
		return append(b, o.response.Body...)
	}
	return catalog.appendBody(b, &o)
}

// MarshalJSON returns the wire body, one that is not JSON as a JSON string.
func (e *Error) MarshalJSON() ([]byte, error) {
	body := e.AppendBody(nil)
	if row := catalog.lookup(e.ID()); row == nil || len(row.reads) == 0 || catalog.envelopes[row.reads[0].envelope].kind == jsonBody {
		if _, ok := scan(string(body)); ok {
			return body, nil
		}
	}
	return appendQuoted(nil, string(body)), nil
}

// LogValue is what log/slog prints: name, code, status, text, params (sensitive
// ones as "[redacted]") and the cause.
func (e *Error) LogValue() slog.Value { return catalog.logValue(e.occurrence()) }

// ResponseOf returns the response from which the first error of this catalog in
// err's tree was decoded; nil if it was raised here.
func ResponseOf(err error) *Response {
	var o occurrence
	o.find(err)
	return o.response
}

// UnlistedError is the data of ErrUnlisted: an error in the API's own format
// that the catalog does not list.
type UnlistedError struct {
	Code  string            // as received, "" if there was none
	Texts map[string]string // the text fields of the envelope, by their names
}

// Error is the code and the first text, as received.
func (e *UnlistedError) Error() string { return dataText(e) }

// Unwrap returns the occurrence.
func (e *UnlistedError) Unwrap() error { return dataError(e) }

func (e *UnlistedError) at(int) (ID, any) { return ErrUnlisted, nil }
