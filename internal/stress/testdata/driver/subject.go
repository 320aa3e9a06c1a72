package main

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
)

// A subject is a generated package, as package main sees it. The file in which it
// is made is written by the test that runs the program.
type subject struct {
	name           string
	encode         func(error) (int, http.Header, []byte)
	decode         func(int, http.Header, []byte) error
	decodeResponse func(*http.Response) error
	writeError     func(http.ResponseWriter, error)
	handler        func(func(http.ResponseWriter, *http.Request) error) http.Handler
	closeFrame     func(error) (int, string) // nil: no close codes
	decodeClose    func(int, string) error
	id             func(string) error
	idOf           func(error) string   // "" if there is none
	newError       func(data any) error // of a data type, nil included
	dataOf         func(error) any      // nil if there is none
	// exchanging returns WriteError of a Responder whose exchange values fill sets;
	// nil if there are none.
	exchanging func(fill func(x any)) func(http.ResponseWriter, *http.Request, error)
	ids        []string       // the names of the entries
	data       map[string]any // of each entry that has some: a nil pointer to its type
	unions     map[string]any // the constructors of unions, by their names
	nils       []any          // nil pointers of the other types with methods
}

var subjects []*subject

// A build says how an error is made: of an entry, with values for the fields of
// its data. Values are JSON, but for a duration (nanoseconds), a time
// (microseconds of Unix time), an object of a named type (by the names of the Go
// fields), a union (an object of the constructor's name) and an error (a build).
type build struct {
	Entry  string
	Status int // the field Status, if it has one; 0: as it is
	Params map[string]any
}

// raise makes an error: of its data, or the bare ID of an entry that has none.
func (s *subject) raise(b build) (err error, data any) {
	zero, ok := s.data[b.Entry]
	if !ok {
		return s.id(b.Entry), nil
	}
	v := reflect.New(reflect.TypeOf(zero).Elem())
	if status := v.Elem().FieldByName("Status"); b.Status != 0 && status.IsValid() && status.Kind() == reflect.Int {
		status.SetInt(int64(b.Status))
	}
	for name, value := range b.Params {
		field := v.Elem().FieldByName(name)
		if !field.IsValid() {
			panic(fmt.Sprintf("%s.%s has no field %s", s.name, b.Entry, name))
		}
		s.set(field, value)
	}
	data = v.Interface()
	return s.newError(data), data
}

// anyError is the first of the errors that errors.Join made, or the error.
func firstOf(err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		if all := many.Unwrap(); len(all) > 0 {
			return all[0]
		}
	}
	return err
}

// dataIn is the data of an error that was decoded, nil if it has none.
func (s *subject) dataIn(err error) any {
	if err == nil {
		return nil
	}
	return s.dataOf(firstOf(err))
}

// isA reports whether errors.Is finds an entry in an error.
func (s *subject) isA(err error, entry string) bool { return errors.Is(err, s.id(entry)) }

// isEntry reports whether an ID is that of an entry of the catalog.
func (s *subject) isEntry(id string) bool { return slices.Contains(s.ids, id) }
