package inside

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"

	"cases/internal/errgen"
	"cases/probe"
)

func init() {
	probe.Packages["inside"] = &probe.Package{
		Decode:         Decode,
		DecodeResponse: DecodeResponse,
		Encode:         Encode,
		Describe:       describeAll,
		Raise:          raiseAnew,
		Received:       received,
		Touch:          touch,
	}
}

// split returns the errors that one response was decoded to.
func split(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

func describeAll(err error) []probe.Found {
	var all []probe.Found
	for _, err := range split(err) {
		all = append(all, describe(err))
	}
	return all
}

func describe(err error) probe.Found {
	e, ok := err.(*Error)
	if !ok {
		return probe.Found{Name: fmt.Sprintf("%T", err)}
	}
	f := probe.Found{Name: string(e.ID()), Complete: isComplete(e), Params: map[string]json.RawMessage{}}
	for id := e.ID(); id != ""; id = id.Parent() {
		f.Kinds = append(f.Kinds, id.Name())
	}
	if e.row() < errgen.First || e.Data() == nil {
		return f
	}
	row := &catalog.Entries[e.row()-errgen.First]
	data := reflect.ValueOf(e.Data()).Elem()
	for i := range row.Params {
		param := &row.Params[i]
		if i == 0 && row.Traits&errgen.HasStatus != 0 {
			continue
		}
		if text := catalog.ParamJSON(param, data.Field(i)); text != "" {
			f.Params[param.Name] = json.RawMessage(text)
			f.Nested = append(f.Nested, nested(data.Field(i).Interface())...)
		}
	}
	return f
}

// nested describes the errors that a param is, or holds.
func nested(p any) []probe.Found {
	var all []probe.Found
	switch v := p.(type) {
	case error:
		all = append(all, describe(v))
	case []error:
		for _, err := range v {
			all = append(all, describe(err))
		}
	}
	return all
}

func isComplete(e *Error) bool {
	if e.row() < errgen.First {
		return false
	}
	row := &catalog.Entries[e.row()-errgen.First]
	return row.Data == nil && row.Preset == nil || e.Data() != nil
}

func raiseAnew(err error) error {
	var all []error
	for _, err := range split(err) {
		e, ok := err.(*Error)
		switch {
		case !ok || !isComplete(e):
			return nil
		case e.Data() != nil:
			all = append(all, New(e.Data()))
		default:
			all = append(all, e.ID())
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return errors.Join(all...)
}

func received(err error) *probe.Received {
	r := ResponseOf(err)
	if r == nil {
		return nil
	}
	return &probe.Received{Status: r.StatusCode, Header: r.Header, Body: r.Body, Truncated: r.Truncated}
}

// touch calls what may be called of any error: none may panic.
func touch(err error) {
	_ = fmt.Sprintf("%v %+v %q", err, err, err)
	for _, err := range split(err) {
		var e *Error
		if !errors.As(err, &e) {
			panic("no *Error")
		}
		_ = e.LogValue().Resolve().String()
		_ = slog.Any("err", e).String()
		if body, err := e.MarshalJSON(); err != nil || !json.Valid(body) {
			panic(fmt.Sprintf("MarshalJSON: %q, %v", body, err))
		}
		_ = e.AppendBody(nil)
		_ = e.StatusCode()
		_ = e.ErrorType()
		_ = e.Response().String()
		_ = errors.Is(e, ErrUnlisted)
		if data := e.Data(); data != nil {
			_ = data.Error()
		}
		_, _, _ = Encode(e)
	}
}
