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
func (e *Error) occurrence() occurrence {
	if e == nil {
		return occurrence{}
	}
	return occurrence{id: e.id, data: e.data, cause: e.cause, response: e.response, received: e.received}
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

// asOccurrence reports whether err itself, without what it wraps, is an error
// of this catalog, or says so by a method As.
func asOccurrence(err error) (occurrence, bool) {
	switch e := any(err).(type) {
	case *Error:
		return e.occurrence(), e.ID() != 0
	case ID:
		return occurrence{id: e}, e != 0
	case Data:
		o := dataOccurrence(e)
		return o, o.id != 0
	case interface{ As(any) bool }:
		var as *Error
		if e.As(&as) {
			return as.occurrence(), as.ID() != 0
		}
	}
	return occurrence{}, false
}

// find returns the first error of this catalog in err's tree, in the order of
// errors.As.
func find(err error) (occurrence, bool) {
	for err != nil {
		if o, ok := asOccurrence(err); ok {
			return o, true
		}
		switch e := any(err).(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, child := range e.Unwrap() {
				if o, ok := find(child); ok {
					return o, true
				}
			}
			return occurrence{}, false
		default:
			return occurrence{}, false
		}
	}
	return occurrence{}, false
}
