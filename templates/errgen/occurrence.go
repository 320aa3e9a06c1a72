package errgen

import "reflect"

// Row is the number of an entry in a table.
type Row int32

// The rows that every table has before those of its entries; 0 is no entry.
const (
	Unlisted   Row = 1 + iota // decoded only: the API's own format, an entry that the catalog does not list
	Unexpected                // decoded only: not the API's format
	First                     // of Table.Entries
)

// Occurrence is one error of a catalog: what its package's type Error holds.
type Occurrence struct {
	Row      Row       // 0: no error of the catalog
	Envelope uint16    // in which it was received, counted from 1; 0: in none
	several  bool      // the response holds others beside it
	Data     any       // a pointer to the entry's Go type, whose fields are the params in order; nil: none
	Cause    error     // for logs and Unwrap; nil: none
	Response *Response // what it was decoded from; nil: it was raised here
	received string    // the text that came with it
	within   []error   // errors that it was received with, which are not in the data
}

// UnlistedData is what an error that the catalog does not list came with.
type UnlistedData struct {
	Code  string            // as received, "" if there was none
	Texts map[string]string // the text fields of the envelope, by their names
}

// Known returns the occurrence if it is an error of the catalog, nil if it is none.
func (o *Occurrence) Known() *Occurrence {
	if o == nil || o.Row == 0 {
		return nil
	}
	return o
}

// row is the occurrence's row, 0 for nil.
func (o *Occurrence) row() Row {
	if o == nil {
		return 0
	}
	return o.Row
}

// IsNil reports whether data is nothing, or a nil pointer.
func IsNil(data any) bool {
	return data == nil || reflect.ValueOf(data).IsNil()
}

// Data is a pointer to the data of an occurrence, nil if its entry has none. One that
// was raised without has what constructors preset.
func (t *Table) Data(o *Occurrence) any {
	if o == nil {
		return nil
	}
	if o.Data == nil && o.Response == nil {
		if e := t.lookup(o.Row); e != nil && e.is(IsStatic) && e.hasData() {
			return e.newData()
		}
	}
	return o.Data
}

// complete reports whether an occurrence has all the data that its entry needs.
func (t *Table) complete(o *Occurrence) bool {
	e := t.lookup(o.Row)
	return e != nil && (o.Data != nil || e.is(IsStatic))
}

// fields are the fields of data, the zero Value for none.
func fields(data any) reflect.Value {
	if data == nil {
		return reflect.Value{}
	}
	return reflect.ValueOf(data).Elem()
}
