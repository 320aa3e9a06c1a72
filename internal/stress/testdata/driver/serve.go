package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
)

// serve raises an error in a real server and reads it with a real client: what
// comes over the wire is what Encode says.
func (c *checker) serve(tc *testCase) {
	if !tc.IsResponse {
		return
	}
	err, _ := c.raise(tc.build)
	wrapped := fmt.Errorf("handling: %w", err)
	write := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "7")
		w.Header().Set("Content-Encoding", "none")
		c.writeError(w, wrapped)
	})
	c.served(tc, "WriteError", err, write)
	c.served(tc, "Handler", err, c.handler(func(w http.ResponseWriter, r *http.Request) error { return wrapped }))
	if c.exchanging != nil {
		c.exchanged(tc, err)
	}
}

// ServeHTTP has the handler of the moment serve.
func (c *checker) ServeHTTP(w http.ResponseWriter, r *http.Request) { c.current.ServeHTTP(w, r) }

func (c *checker) served(tc *testCase, how string, err error, handler http.Handler) {
	c.current = handler
	client := c.server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse } // a redirection can be an error
	resp, failed := client.Get(c.server.URL)
	if failed != nil {
		c.fail("%s: %v", how, failed)
		return
	}
	defer resp.Body.Close()
	status, header, body := c.encode(err)
	got, want := c.decodeResponse(resp), c.decode(status, header, body)
	if c.idOf(got) != c.idOf(want) || (got == nil) != (want == nil) {
		c.fail("%s: %v is read, Encode's is %v", how, got, want)
	}
	read, failed := io.ReadAll(resp.Body)
	if failed != nil || string(read) != string(body) || resp.StatusCode != status {
		c.fail("%s: sends %d %s (%v), Encode has %d %s", how, resp.StatusCode, read, failed, status, body)
	}
	for name, values := range header {
		if !slices.Equal(resp.Header[name], values) {
			c.fail("%s: header %s is %q, Encode has %q", how, name, resp.Header[name], values)
		}
	}
}

// exchanged writes an error with exchange values of all kinds: they change neither
// what it is nor that it is well formed.
func (c *checker) exchanged(tc *testCase, err error) {
	for range 3 {
		w := httptest.NewRecorder()
		c.exchanging(func(x any) {
			v := reflect.ValueOf(x).Elem()
			for i := range v.NumField() {
				c.setOdd(v.Field(i), 0)
			}
		})(w, nil, err)
		c.wellFormed(w.Code, w.Header(), w.Body.Bytes())
		status, header, body := c.encode(err)
		got, want := c.decode(w.Code, w.Header(), w.Body.Bytes()), c.decode(status, header, body)
		if w.Code != status || c.idOf(got) != c.idOf(want) {
			c.fail("with exchange values it is %s, without %s: %d %v %s", c.idOf(got), c.idOf(want), w.Code, w.Header(), w.Body)
		}
	}
}
