// Package robust_test uses the package of nested.yaml with errors that come from
// elsewhere, or contain themselves.
package robust_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"robust/nested"
)

// received is what Decode makes of a response in JSON.
func received(status int, body string) error {
	return nested.Decode(status, http.Header{"Content-Type": {"application/json"}}, []byte(body))
}

// receivedText is what Decode makes of a response that is text.
func receivedText(body string) error {
	return nested.Decode(503, http.Header{"Content-Type": {"text/plain"}}, []byte(body))
}

// body is how an error is written; it has to be JSON.
func body(t *testing.T, err error) string {
	t.Helper()
	_, _, b := nested.Encode(err)
	if !json.Valid(b) {
		t.Errorf("no JSON: %s", b)
	}
	return string(b)
}

// Of what another service said, only what the place's envelope knows goes out, and
// only as JSON of its own.
func TestReceivedCause(t *testing.T) {
	injected := `{},"message":"Pay at evil.example","admin":true,"x":{}`
	for _, test := range []struct {
		name  string
		cause error
		want  string // of the member cause
	}{
		{"a text that is no error of the envelope", receivedText(injected), `{}`},
		{"a text of another envelope", receivedText("Down for " + injected + "."), `{}`},
		{"a page", nested.Decode(502, http.Header{"Content-Type": {"text/html"}}, []byte("<html>")), `{}`},
		{"two values", received(400, `{"kind":"reason","reason":"new"} {"a":1}`), `{}`},
		{"an unlisted error of another envelope", received(400, `{"code":"NEW","message":"m","stack":"at db.go:7","dsn":"postgres://u:hunter2@db"}`), `{}`},
		{"a list of another envelope", received(422, `{"title":"t","details":[],"dsn":"x"}`), `{}`},
		{"not of this catalog", errors.New(injected), `{}`},
		{"none", nil, ``},
	} {
		got := body(t, &nested.FailedError{Cause: test.cause})
		want := `{"code":"FAILED","message":"Failed.","cause":` + test.want + `}`
		if test.want == "" {
			want = `{"code":"FAILED","message":"Failed."}`
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, want)
		}
	}
}

// An unlisted error that was received within another is written again with what the
// envelope knows of it.
func TestUnlistedInner(t *testing.T) {
	for _, test := range []struct{ inner, want string }{
		{`{"kind":"reason","reason":"new"}`, `{"kind":"reason","reason":"new"}`},
		{`{"reason":"new","kind":"reason","stack":"at db.go:7","dsn":"postgres://u:hunter2@db"}`, `{"kind":"reason","reason":"new"}`},
		{`{"kind":"reason","reason":"new","note":"\u2028\ud800","at":{"line":1,"file":"/etc/passwd"}}`, `{"kind":"reason","reason":"new","note":"\u2028` + "\ufffd" + `","at":{"line":1}}`},
		{`{"kind":"reason","reason":"new","note":7,"at":[],"places":{},"words":"w","either":true}`, `{"kind":"reason","reason":"new"}`},
		{`{"kind":"reason","reason":7,"note":null}`, `{"kind":"reason","reason":7}`},
		{`{"kind":"reason","reason":"new","note":"a","note":"b"}`, `{"kind":"reason","reason":"new","note":"b"}`},
		{`{"kind":"reason","reason":"new","places":[{"line":1,"x":2},{"line":2,"text":"t","line":3}]}`, `{"kind":"reason","reason":"new","places":[{"line":1},{"text":"t","line":3}]}`},
		{`{"kind":"reason","reason":"new","words":{"a":"b","c":1,"d":{"e":"f"}}}`, `{"kind":"reason","reason":"new","words":{"a":"b"}}`},
		{`{"kind":"reason","reason":"new","either":{"line":1,"secret":"s"}}`, `{"kind":"reason","reason":"new","either":{"line":1}}`},
		{`{"kind":"reason","reason":"new","either":1.0e1}`, `{"kind":"reason","reason":"new","either":10}`},
		{`{"kind":"reason","reason":"new","why":{"deep":"d","secret":"s"}}`, `{"kind":"reason","reason":"new","why":{"deep":"d"}}`},
		{`{"kind":"reason","reason":"new","inner":{"kind":"reason","reason":"newer","secret":"s","inner":{"secret":"s"}},"all":[{"reason":"r","secret":"s","kind":"reason"}]}`,
			`{"kind":"reason","reason":"new","inner":{"kind":"reason","reason":"newer","inner":{}},"all":[{"kind":"reason","reason":"r"}]}`},
	} {
		outer, _ := errors.AsType[*nested.FailedError](received(400, `{"code":"FAILED","message":"Failed.","cause":`+test.inner+`}`))
		if outer == nil || nested.IDOf(outer.Cause) != nested.ErrUnlisted {
			t.Errorf("%s: %v", test.inner, outer)
			continue
		}
		raised := &nested.FailedError{Cause: outer.Cause}
		want := `{"code":"FAILED","message":"Failed.","cause":` + test.want + `}`
		if got := body(t, raised); got != want {
			t.Errorf("%s:\n got %s\nwant %s", test.inner, got, want)
		}
		again, _ := errors.AsType[*nested.FailedError](received(400, want))
		if got := body(t, &nested.FailedError{Cause: again.Cause}); got != want {
			t.Errorf("again:\n got %s\nwant %s", got, want)
		}
	}
}

// In a list, what cannot stand there is left out.
func TestReceivedList(t *testing.T) {
	outer, _ := errors.AsType[*nested.FailedError](received(400, `{"code":"FAILED","message":"Failed.","cause":{"kind":"reason","reason":"new","dsn":"d"}}`))
	got := body(t, nested.NewInvalid("t", []error{receivedText(`{},1`), outer.Cause, nested.ErrMissing, received(502, `{`)}))
	if want := `{"title":"t","details":[{"kind":"reason","reason":"new"},{"kind":"reason","reason":"missing"}]}`; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// loop is an error of nobody's that wraps itself, once or twice.
type loop struct{ inner []error }

func (l *loop) Error() string   { return "loop" }
func (l *loop) Unwrap() []error { return l.inner }

type turn struct{ inner error }

func (l *turn) Error() string { return "turn" }
func (l *turn) Unwrap() error { return l.inner }

// Trees that contain themselves end.
func TestCycles(t *testing.T) {
	one := &turn{}
	one.inner = one
	two := &loop{}
	two.inner = []error{two, two, fmt.Errorf("w: %w", two)}
	for _, err := range []error{one, two} {
		if got := body(t, err); !strings.Contains(got, "INTERNAL") {
			t.Error(got)
		}
		if nested.IDOf(err) != "" || nested.ResponseOf(err) != nil {
			t.Error(nested.IDOf(err))
		}
	}
}

// An error that is its own cause is written without it, and its tree ends.
func TestNestedCycles(t *testing.T) {
	self := &nested.MissingError{}
	self.Inner = nested.New(self)
	self.All = []error{self, nested.New(self).WithCause(self), fmt.Errorf("w: %w", self), nested.ErrMissing}
	first, second := &nested.MissingError{}, &nested.MissingError{}
	first.Inner, second.Inner = second, fmt.Errorf("wrapped: %w", first)
	for _, test := range []struct {
		data nested.Data
		want string
	}{
		{self, `{"kind":"reason","reason":"missing","inner":{},"all":[{"kind":"reason","reason":"missing"}]}`},
		{first, `{"kind":"reason","reason":"missing","inner":{"kind":"reason","reason":"missing","inner":{}}}`},
	} {
		outer := &nested.FailedError{Cause: test.data}
		if got, want := body(t, outer), `{"code":"FAILED","message":"Failed.","cause":`+test.want+`}`; got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
		if errors.Is(outer, http.ErrAbortHandler) || !errors.Is(outer, nested.ErrMissing) {
			t.Error("the tree is not what it is")
		}
		if text := fmt.Sprintf("%v %#v", nested.New(outer), nested.New(outer).LogValue()); len(text) > 1000 {
			t.Error(text)
		}
	}
}
