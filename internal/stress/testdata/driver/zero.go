package main

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
)

// checkZero uses everything of a package with nothing in it: nil receivers, zero
// values, literals, IDs of no entry. Nothing panics.
func (c *checker) checkZero() {
	var errs []error
	for _, id := range c.ids {
		errs = append(errs, c.id(id))
	}
	for _, id := range []string{"", "Unlisted", "UnexpectedResponse", "NoEntry", "\xff", strings.Repeat("x", 1<<16)} {
		errs = append(errs, c.id(id))
	}
	errs = append(errs, c.newError(nil), nil)
	values := c.nils
	for name, zero := range c.data {
		literal := reflect.New(reflect.TypeOf(zero).Elem()).Interface()
		values = append(values, literal, zero)
		errs = append(errs, literal.(error), zero.(error))
		c.guard("New of a zero "+name, func() { errs = append(errs, c.newError(literal), c.newError(zero)) })
	}
	for _, zero := range c.nils {
		if err, ok := zero.(error); ok {
			errs = append(errs, err)
		}
		if t := reflect.TypeOf(zero); t.Kind() == reflect.Pointer {
			values = append(values, reflect.New(t.Elem()).Interface())
		}
	}
	for _, err := range errs {
		c.guard(fmt.Sprintf("%T", err), func() { c.useError(err) })
		if err != nil {
			values = append(values, err)
		}
	}
	for _, v := range values {
		c.callMethods(reflect.ValueOf(v))
	}
	c.guard("DecodeResponse of nothing", func() { c.useResponses() })
}

// useError gives an error to each function that takes one.
func (c *checker) useError(err error) {
	if err != nil {
		c.checkPrinted(err)
	}
	for _, err := range []error{err, errors.Join(err, err), fmt.Errorf("wrapped: %w", err)} {
		status, header, body := c.encode(err)
		c.wellFormed(status, header, body)
		w := httptest.NewRecorder()
		c.writeError(w, err)
		c.handler(func(http.ResponseWriter, *http.Request) error { return err }).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
		c.idOf(err)
		c.dataOf(err)
		if c.closeFrame != nil {
			c.closeFrame(err)
		}
		if err != nil {
			for _, id := range append([]string{"", "Unlisted"}, c.ids...)[:3] {
				_ = errors.Is(err, c.id(id))
				_ = errors.Is(c.id(id), err)
			}
			_ = errors.Is(err, errors.New("foreign"))
		}
	}
}

// useResponses decodes what is hardly a response.
func (c *checker) useResponses() {
	_ = c.decodeResponse(nil)
	_ = c.decodeResponse(&http.Response{})
	for _, status := range []int{math.MinInt, -1, 0, 1, 99, 100, 200, 204, 304, 399, 400, 404, 500, 999, math.MaxInt} {
		_ = c.decodeResponse(&http.Response{StatusCode: status})
		for _, body := range []string{"", "null", "{}", "[]", "[[[", `"`, "\ufeff{}", "\x00", "1e999", `{"a":1,"a":2}`} {
			err := c.decode(status, nil, []byte(body))
			if status >= 400 && err == nil {
				c.fail("%d %q is no error", status, body)
			}
			if err != nil {
				c.useError(err)
				c.callMethods(reflect.ValueOf(err))
			}
		}
		if c.decodeClose != nil {
			for _, reason := range []string{"", "\xff", "x"} {
				if err := c.decodeClose(status, reason); err != nil {
					c.useError(err)
				}
			}
		}
	}
}

// callMethods calls each exported method with nothing, as far as its arguments
// allow.
func (c *checker) callMethods(v reflect.Value) {
	for i := range v.NumMethod() {
		method := v.Method(i)
		c.guard(v.Type().String()+"."+v.Type().Method(i).Name, func() {
			for _, full := range []bool{false, true} {
				args, ok := arguments(method.Type(), full)
				if ok && !method.Type().IsVariadic() {
					method.Call(args)
				}
			}
		})
	}
}

// arguments are zero values, or things that are there. It reports false where
// nothing cannot be an argument: a function to call, a writer to write to.
func arguments(t reflect.Type, full bool) ([]reflect.Value, bool) {
	var args []reflect.Value
	for i := range t.NumIn() {
		in := t.In(i)
		arg := reflect.Zero(in)
		switch {
		case in.Kind() == reflect.Func:
			return nil, false
		case in == reflect.TypeFor[http.ResponseWriter]():
			arg = reflect.ValueOf(httptest.NewRecorder())
		case full && in == errorType:
			arg = reflect.ValueOf(errors.New("foreign"))
		case full && in == reflect.TypeFor[*http.Request]():
			arg = reflect.ValueOf(httptest.NewRequest(http.MethodGet, "/", nil))
		case full && in.Kind() == reflect.Interface && in.NumMethod() == 0:
			arg = reflect.ValueOf(new(error))
		case full && in.Kind() == reflect.Slice:
			arg = reflect.MakeSlice(in, 1, 1)
		}
		args = append(args, arg)
	}
	return args, true
}
