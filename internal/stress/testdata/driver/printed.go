package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"unicode"
)

// printed is an error as messages and logs show it.
func printed(err error) []string {
	var text, object bytes.Buffer
	slog.New(slog.NewTextHandler(&text, nil)).Error("m", "err", err)
	slog.New(slog.NewJSONHandler(&object, nil)).Error("m", "err", err)
	all := []string{
		err.Error(), fmt.Sprintf("%v", err), fmt.Sprintf("%+v", err), fmt.Sprintf("%s", fmt.Errorf("wrapped: %w", err)),
		strings.TrimSuffix(text.String(), "\n"), strings.TrimSuffix(object.String(), "\n"),
	}
	if v, ok := err.(slog.LogValuer); ok {
		all = append(all, fmt.Sprint(v.LogValue().Resolve()))
	}
	return all
}

// checkPrinted holds what is printed of an error to be safe on a terminal, and to
// be what others call an error's text.
func (c *checker) checkPrinted(err error) {
	for _, text := range printed(err) {
		for i, r := range text {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == unicode.ReplacementChar && text[i] != 0xef {
				c.fail("U+%04X is printed: %q", r, text)
				return
			}
		}
		if len(text) > 20_000 {
			c.fail("%d bytes are printed", len(text))
		}
	}
}

// secret is what sensitive params hold, and nothing else.
const secret = "S3cr3tS3cr3t"

// secrets raises an error with secrets, and looks for them wherever it is printed,
// also when it comes back in another shape than it was written in.
func (c *checker) secrets(tc *testCase) {
	if len(tc.Sensitive) == 0 {
		return
	}
	_, data := c.raise(tc.build)
	some := false
	for _, name := range tc.Sensitive {
		some = setSecret(reflect.ValueOf(data).Elem().FieldByName(name)) || some
	}
	if !some {
		return
	}
	err := c.newError(data)
	c.hides(err, "raised")
	c.hides(data.(error), "the literal")
	c.hides(errors.Join(err, errors.New("other")), "joined")
	if !tc.IsResponse {
		return
	}
	status, header, body := c.encode(err)
	reworded := bytes.ReplaceAll(body, []byte(" "), []byte(" so "))
	for what, body := range map[string][]byte{"decoded": body, "cut": body[:len(body)/2], "reworded": reworded} {
		for _, status := range []int{status, 599, 0} {
			if got := c.decode(status, header, body); got != nil && c.idOf(got) == tc.Entry {
				c.hides(got, what)
			}
		}
	}
}

// setSecret puts a secret into a text, be it optional; it reports false for other
// types.
func setSecret(v reflect.Value) bool {
	for v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if v.Kind() != reflect.String {
		return false
	}
	v.SetString(secret)
	return true
}

// hides reports secrets that are printed.
func (c *checker) hides(err error, what string) {
	for _, text := range printed(err) {
		if strings.Contains(text, secret) {
			c.fail("%s, it prints its secrets: %s", what, text)
			return
		}
	}
	if m, ok := err.(json.Marshaler); ok {
		if _, err := m.MarshalJSON(); err != nil {
			c.fail("MarshalJSON: %v", err)
		}
	}
}
