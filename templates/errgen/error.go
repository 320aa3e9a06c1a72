package errgen

import (
	"net/http"
	"reflect"
	"strconv"
	"time"
)

// What follows are the methods of a package's type Error. An occurrence may be nil,
// which is no error of the catalog.

// Error is the occurrence's text, then its cause's.
func (t *Table) Error(o *Occurrence) string {
	if o == nil || o.Cause == nil {
		return t.Text(o)
	}
	return t.Text(o) + ": " + o.Cause.Error()
}

// GoString is what %#v prints: the text, and nothing else of what is in the error.
func (t *Table) GoString(typeName string, o *Occurrence) string {
	return "(*" + t.Package + "." + typeName + ")(" + strconv.Quote(t.Error(o)) + ")"
}

// Unwrap returns the cause, and with it the errors in the data.
func (t *Table) Unwrap(o *Occurrence) error {
	if o == nil {
		return nil
	}
	if len(o.within) > 0 || t.lookup(o.Row).holdsErrors() {
		return t.withNested(o)
	}
	return o.Cause
}

// As sets a target that is a pointer to the type of the occurrence's data, or to
// that of an ancestor, of which it sets the fields that both have, by name and type.
func (t *Table) As(o *Occurrence, target any) bool {
	data := t.Data(o)
	v := reflect.ValueOf(target)
	if data == nil || v.Kind() != reflect.Pointer || v.IsNil() {
		return false
	}
	want := v.Type().Elem()
	if want == reflect.TypeOf(data) {
		v.Elem().Set(reflect.ValueOf(data))
		return true
	}
	for row := t.Parent(o.Row); row != 0; row = t.Parent(row) {
		if e := t.lookup(row); e.hasData() && reflect.TypeOf(e.newData()) == want {
			v.Elem().Set(shared(fields(data), want.Elem()))
			return true
		}
	}
	return false
}

// shared makes a struct of a type with the fields of another that have the same name
// and type, and returns the pointer to it.
func shared(from reflect.Value, want reflect.Type) reflect.Value {
	made := reflect.New(want)
	for i := 0; i < want.NumField(); i++ {
		if v := from.FieldByName(want.Field(i).Name); v.IsValid() && v.Type() == want.Field(i).Type {
			made.Elem().Field(i).Set(v)
		}
	}
	return made
}

// StatusCode is the status that was received, else the one with which the
// occurrence is written.
func (t *Table) StatusCode(o *Occurrence) int {
	if o == nil {
		return t.status(nil, nil)
	}
	if r := o.Response; r != nil && r.StatusCode != 0 {
		return r.StatusCode
	}
	return t.status(t.lookup(o.Row), o.Data)
}

// RetryAfter is how long the header Retry-After says to wait (RFC 9110 section
// 10.2.3), given in seconds or as a date; false if there is none.
func (t *Table) RetryAfter(o *Occurrence) (time.Duration, bool) {
	header := http.Header{}
	if o != nil && o.Response != nil {
		header = o.Response.Header
	} else if o != nil && t.writable(o) {
		var w writer
		w.begin(t, t.written(o))
		w.setHeaders(header)
	}
	text := header.Get("Retry-After")
	if d, ok := untilDate(text, header); ok {
		return d, true
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > 1<<33 {
		return 0, false
	}
	return time.Duration(n) * time.Second, true
}

// AppendBody appends the body with which the occurrence is written, or was received.
func (t *Table) AppendBody(b []byte, o *Occurrence) []byte {
	if o == nil {
		return b
	}
	if o.Response != nil && (!o.several || !t.complete(o)) {
		return append(b, o.Response.Body...)
	}
	e := t.lookup(o.Row)
	if e == nil {
		return b
	}
	var w writer
	w.begin(t, written{e, o.Data})
	return w.body(b)
}

// JSON is the body, one that is not JSON as a JSON string. If something in it is sensitive
// it is what logs show instead: log handlers ask for it where the error stands in a list
// or a struct.
func (t *Table) JSON(o *Occurrence) []byte {
	if o != nil && t.hides(o, 0) {
		return t.logJSON(o)
	}
	body := t.AppendBody(nil, o)
	if e := t.lookup(o.row()); e == nil || len(e.Reads) == 0 || t.Envelopes[e.Reads[0].Envelope].Kind != TextBody {
		if _, ok := Scan(string(body)); ok {
			return body
		}
	}
	return AppendQuoted(nil, string(body))
}
