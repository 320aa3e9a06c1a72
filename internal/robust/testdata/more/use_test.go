// Package robust_test uses the package of more.yaml in a server and a client.
package robust_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"robust/more"
)

const secret = "S3CR3T"

// logged is an error as slog shows it.
func logged(err error) string {
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, nil)).Error("m", "err", err)
	slog.New(slog.NewTextHandler(&b, nil)).Error("m", "err", err, "wrapped", fmt.Errorf("wrapped: %w", err))
	return b.String() + fmt.Sprintf("%v %+v %q %#v", err, err, err, fmt.Errorf("wrapped: %w", err))
}

// served writes an error in a real server and reads it with a real client.
func served(t *testing.T, h http.Handler) (error, *http.Response) {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	resp, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
	return more.DecodeResponse(resp), resp
}

// A private param stands in logs alone, one that is sensitive too nowhere.
func TestPrivate(t *testing.T) {
	err := more.NewLocked(secret, "node-7", secret+"-key")
	if log := logged(err); !strings.Contains(log, "node-7") || strings.Contains(log, secret) || !strings.Contains(log, "[redacted]") {
		t.Error(log)
	}
	_, header, body := more.Encode(err)
	if text := fmt.Sprint(header, string(body)); strings.Contains(text, "node-7") || strings.Contains(text, "-key") || !strings.Contains(text, secret) {
		t.Error(text)
	}
}

// Exchange values are asked for once for each response, also of several errors, of a
// panic and of the fallback; of a hook that leaves them open they are empty.
func TestExchange(t *testing.T) {
	calls := 0
	full := &more.Responder{Exchange: func(r *http.Request, x *more.Exchange) {
		calls++
		id, n := "r\r\n1", int64(2)
		x.XRequestID, x.Trace, x.Count = &id, &id, &n
	}}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"one":      {more.NewBusy(429), `"trace":"r\r\n1"`},
		"several":  {errors.Join(more.NewFieldMissing("a"), more.NewFieldLong("b")), `{"count":2,"errors":[{"code":"MISSING","hint":"a"},{"code":"LONG","hint":"b"}]}`},
		"fallback": {io.EOF, `"trace":"r\r\n1"`},
	} {
		calls = 0
		w := httptest.NewRecorder()
		full.WriteError(w, nil, c.err)
		if id := w.Header().Get("X-Request-Id"); calls != 1 || !strings.Contains(w.Body.String(), c.want) || name != "several" && id != "r 1" {
			t.Errorf("%s: %d calls, %q, %s", name, calls, id, w.Body)
		}
	}
	calls = 0
	w := httptest.NewRecorder()
	func() {
		defer func() { _ = recover() }()
		full.Handler(func(http.ResponseWriter, *http.Request) error { panic("broken") }).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	}()
	if calls != 1 || w.Header().Get("X-Request-Id") != "r 1" {
		t.Errorf("panic: %d calls, %v", calls, w.Header())
	}
	empty := &more.Responder{Exchange: func(*http.Request, *more.Exchange) {}}
	err, _ := served(t, empty.Handler(func(http.ResponseWriter, *http.Request) error { return more.NewBusy(503) }))
	if !errors.Is(err, more.ErrBusy) {
		t.Error(err)
	}
}

// Retry-After is there for what was raised and what was received, for nothing else.
func TestRetryAfter(t *testing.T) {
	wait := 7 * time.Second
	raised := more.New(&more.BusyError{Status: 503, Wait: &wait})
	err, resp := served(t, more.Handler(func(http.ResponseWriter, *http.Request) error { return raised }))
	received, ok := errors.AsType[*more.Error](err)
	if !ok || resp.StatusCode != 503 {
		t.Fatal(err)
	}
	for _, e := range []*more.Error{raised, received} {
		if d, ok := e.RetryAfter(); !ok || d != wait {
			t.Errorf("%v: %v %t", e, d, ok)
		}
	}
	for _, e := range []*more.Error{nil, {}, more.NewBusy(429), more.NewInternal(), more.ErrOdd.WithCause(nil), more.ID(65535).WithCause(nil)} {
		if d, ok := e.RetryAfter(); ok {
			t.Errorf("%v: %v", e, d)
		}
	}
}

// Errors in an error are found in it, after the wire too, and keep their secrets.
func TestNested(t *testing.T) {
	raised := more.NewConflict("Taken twice", []error{more.NewTaken(secret), fmt.Errorf("wrapped: %w", &more.TakenError{Why: secret}), nil, io.EOF, (*more.Error)(nil)})
	err, _ := served(t, more.Handler(func(http.ResponseWriter, *http.Request) error { return raised.WithCause(io.ErrClosedPipe) }))
	for name, err := range map[string]error{"raised": raised, "received": err} {
		if !errors.Is(err, more.ErrConflict) || !errors.Is(err, more.ErrTaken) || more.IDOf(err) != more.ErrConflict {
			t.Errorf("%s: %v", name, err)
		}
		if text := logged(err); strings.Contains(text, secret) {
			t.Errorf("%s: %s", name, text)
		}
	}
	if !errors.Is(raised, io.EOF) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v", err)
	}
}

// The secrets of a list stay secret.
func TestList(t *testing.T) {
	err, resp := served(t, more.Handler(func(http.ResponseWriter, *http.Request) error {
		return errors.Join(more.NewFieldMissing(secret), &more.FieldLongError{Hint: secret}, io.EOF)
	}))
	if many, ok := err.(interface{ Unwrap() []error }); !ok || len(many.Unwrap()) != 2 || resp.StatusCode != 422 || !errors.Is(err, more.ErrFieldLong) {
		t.Errorf("%d %v", resp.StatusCode, err)
	}
	if text := logged(err); strings.Contains(text, secret) {
		t.Error(text)
	}
}

// What is sensitive within a param of a named type is as hidden as a param that is.
func TestSensitiveMember(t *testing.T) {
	raised := more.NewTried([]more.Login{{Name: "kim", Before: &more.Login{Password: secret}}})
	err, _ := served(t, more.Handler(func(http.ResponseWriter, *http.Request) error { return raised }))
	tried, ok := errors.AsType[*more.TriedError](err)
	if !ok || tried.Logins[0].Before.Password != secret {
		t.Fatal(err)
	}
	for _, err := range []error{raised, err} {
		if text := logged(err); strings.Contains(text, secret) {
			t.Error(text)
		}
	}
}

// A status that admits no body gets none.
func TestNoBody(t *testing.T) {
	err, resp := served(t, more.Handler(func(http.ResponseWriter, *http.Request) error { return more.ErrUnchanged }))
	if body, _ := io.ReadAll(resp.Body); !errors.Is(err, more.ErrUnchanged) || resp.StatusCode != 304 || len(body) > 0 {
		t.Errorf("%d %q: %v", resp.StatusCode, body, err)
	}
}

// panicking is a value whose marshaler panics.
type panicking struct{}

func (panicking) MarshalJSON() ([]byte, error) { panic("marshaling") }

// A value that cannot be written costs no client the answer, and no other error what
// a pool holds.
func TestMarshalerThatPanics(t *testing.T) {
	for range 3 {
		w := httptest.NewRecorder()
		func() {
			defer func() { _ = recover() }()
			more.Handler(func(http.ResponseWriter, *http.Request) error { return &more.OddError{Data: panicking{}} }).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		}()
		if err := more.DecodeResponse(w.Result()); err == nil || w.Code < 400 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if _, _, body := more.Encode(more.NewInternal()); !strings.Contains(string(body), "INTERNAL") {
			t.Errorf("%s", body)
		}
	}
}
