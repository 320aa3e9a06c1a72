package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// check raises one error, writes and reads it.
func (c *checker) check(tc *testCase) {
	err, data := c.raise(tc.build)
	c.checkPrinted(err)
	if text := err.Error(); tc.WantText != "" && text != tc.WantText {
		c.fail("Error() is %q, the engine has %q", text, tc.WantText)
	}
	if c.closeFrame != nil && tc.CloseCode != 0 {
		c.checkClose(tc, err)
	}
	if !tc.IsResponse {
		return
	}
	status, header, body := c.encode(err)
	if literal, ok := data.(error); ok {
		s, h, b := c.encode(literal)
		if s != status || !reflect.DeepEqual(h, header) || !bytes.Equal(b, body) {
			c.fail("the literal is written as %d %v %s, New of it as %d %v %s", s, h, b, status, header, body)
		}
	}
	c.wellFormed(status, header, body)
	if tc.Compare {
		c.compare(tc, status, header, body)
	}
	got := c.decode(status, header, body)
	if got == nil {
		if status >= 400 || tc.WantEntry != "" {
			c.fail("decoded to nil: %d %v %s", status, header, body)
		}
		return
	}
	c.checkPrinted(got)
	c.checkDecoded(tc, data, got, status, header, body)
}

// compare holds a response to the engine's.
func (c *checker) compare(tc *testCase, status int, header http.Header, body []byte) {
	if status != tc.WantStatus || string(body) != tc.WantBody {
		c.fail("written as\n%d %s, the engine has\n%d %s", status, body, tc.WantStatus, tc.WantBody)
	}
	want := http.Header{}
	for _, h := range tc.WantHeader {
		want.Add(h.Name, h.Value)
	}
	for name, values := range want {
		if !slices.Equal(header[name], values) {
			c.fail("header %s is %q, the engine has %q", name, header[name], values)
		}
	}
	for name := range header {
		if name != "X-Content-Type-Options" && want[name] == nil {
			c.fail("header %s is %q, the engine has none", name, header[name])
		}
	}
}

// checkDecoded holds what was decoded to the engine's answer, and to what was
// written.
func (c *checker) checkDecoded(tc *testCase, data any, got error, status int, header http.Header, body []byte) {
	again := c.dataIn(got)
	if tc.Compare {
		name, complete := c.idOf(got), again != nil || c.data[tc.WantEntry] == nil
		if name != tc.WantEntry || c.isEntry(name) && complete != tc.Complete {
			c.fail("decoded to %s (complete %t), the engine has %s (%t): %d %v %s", name, complete, tc.WantEntry, tc.Complete, status, header, body)
			return
		}
		if c.isEntry(name) && !c.isA(got, tc.WantEntry) {
			c.fail("errors.Is does not find %s", tc.WantEntry)
		}
	}
	if tc.Wild || again == nil || !c.isEntry(tc.WantEntry) {
		return
	}
	if target := reflect.New(reflect.TypeOf(again)); !errors.As(fmt.Errorf("wrapped: %w", got), target.Interface()) {
		c.fail("errors.As does not find the data")
	}
	c.checkAgain(tc, again, status, header, body)
	if c.idOf(got) != tc.Entry {
		return
	}
	for _, name := range tc.Recovered {
		was, is := reflect.ValueOf(data).Elem().FieldByName(name), reflect.ValueOf(again).Elem().FieldByName(name)
		if !same(was, is) {
			c.fail("%s was %#v and comes back as %#v: %s", name, was, is, body)
		}
	}
}

// checkAgain writes what was decoded.
func (c *checker) checkAgain(tc *testCase, again any, status int, header http.Header, body []byte) {
	s, h, b := c.encode(c.newError(again))
	if s == status && reflect.DeepEqual(h, header) && bytes.Equal(b, body) {
		return
	}
	if tc.WantEntry != tc.Entry && s != status {
		return // a code that is another entry's, whatever the status
	}
	c.fail("written as\n%d %v %s, read, and written again as\n%d %v %s", status, header, body, s, h, b)
}

// checkClose writes and reads the close frame.
func (c *checker) checkClose(tc *testCase, err error) {
	code, reason := c.closeFrame(err)
	if code != tc.CloseCode || len(reason) > 123 || !utf8.ValidString(reason) {
		c.fail("close frame %d %q", code, reason)
	}
	got := c.decodeClose(code, reason)
	if got == nil {
		c.fail("close frame %d %q is no error", code, reason)
		return
	}
	c.checkPrinted(got)
	if again := c.dataIn(got); again != nil && !tc.Wild && c.idOf(got) == tc.Entry {
		if n, r := c.closeFrame(c.newError(again)); n != code || r != reason {
			c.fail("close frame %d %q, read and written again %d %q", code, reason, n, r)
		}
	}
}

// wellFormed holds a response to HTTP and JSON.
func (c *checker) wellFormed(status int, header http.Header, body []byte) {
	if status < 200 || status > 999 {
		c.fail("status %d", status)
	}
	for name, values := range header {
		for _, value := range values {
			if strings.ContainsFunc(value, func(r rune) bool { return r != '\t' && r < 0x80 && unicode.IsControl(r) }) || strings.TrimSpace(value) != value || !utf8.ValidString(value) {
				c.fail("header %s: %q", name, value)
			}
		}
	}
	if !utf8.Valid(body) {
		c.fail("a body that is not UTF-8: %q", body)
	}
	if media := header.Get("Content-Type"); strings.Contains(media, "json") && !json.Valid(body) {
		c.fail("a body that is no JSON: %s", body)
	}
}
