package support

import "reflect"

// occurrence is an error of the catalog as it stands in an error tree: a bare
// ID, a data literal or an *Error.
type occurrence struct {
	id       ID
	data     Data
	exchange record // exchange values; nil: none
	cause    error
	response *Response
	received string
}

// record gives pointers to its values, as tables count them.
type record interface {
	value(i int) any
}

// occurrence is e seen as one; the zero occurrence for nil.
func (e *Error) occurrence() (o occurrence) {
	o.set(e)
	return o
}

// set makes o, which is zero, e.
func (o *occurrence) set(e *Error) {
	if e != nil {
		o.id, o.data, o.cause, o.response, o.received = e.id, e.data, e.cause, e.response, e.received
	}
}

// dataOccurrence is the occurrence of a literal; the zero one for a nil pointer.
func dataOccurrence(data Data) occurrence {
	if data == nil || reflect.ValueOf(data).IsNil() {
		return occurrence{}
	}
	id, _ := data.at(0)
	return occurrence{id: id, data: data}
}

// dataText is the method Error of every data type.
//
//go:noinline
func dataText(data Data) string {
	return string(catalog.appendText(nil, dataOccurrence(data)))
}

// dataError is the method Unwrap of every data type.
//
//go:noinline
func dataError(data Data) error {
	if o := dataOccurrence(data); o.id != 0 {
		return &Error{id: o.id, data: o.data}
	}
	return nil
}

//errgen:if fields

// pick returns the i'th pointer; nil if there is none.
//
//go:noinline
func pick(i int, pointers ...any) any {
	if i < 0 || i >= len(pointers) {
		return nil
	}
	return pointers[i]
}

//errgen:end

// read reports whether err itself, without what it wraps, is an error of this
// catalog, or says so by a method As; o, which is zero, is then that error.
func (o *occurrence) read(err error) bool {
	switch e := any(err).(type) {
	case *Error:
		if e.ID() != 0 {
			o.set(e)
		}
	case ID:
		o.id = e
	case Data:
		d := dataOccurrence(e)
		o.id, o.data = d.id, d.data
	case interface{ As(any) bool }:
		var as *Error
		if !e.As(&as) {
			return false
		}
		if as.ID() != 0 {
			o.set(as)
		}
	default:
		return false
	}
	return o.id != 0
}

// maxTree is how many errors of a tree are looked at. One that contains itself has
// no end.
const maxTree = 1 << 14

// find reports whether an error of this catalog is in err's tree; o, which is zero,
// is then the first, in the order of errors.As.
func (o *occurrence) find(err error) bool {
	left := maxTree
	return o.findIn(err, &left)
}

// findIn is find among as many errors as are left.
func (o *occurrence) findIn(err error, left *int) bool {
	for err != nil && *left > 0 {
		if o.read(err) {
			return true
		}
		*left--
		switch e := any(err).(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, child := range e.Unwrap() {
				if o.findIn(child, left) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}
