package errgen

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// serve runs a handler of the shop, and returns the response, what hooks were told,
// and what it panicked with.
func serve(h func(http.ResponseWriter, *http.Request) error) (response string, told []string, panicked any) {
	rec := httptest.NewRecorder()
	handler := shop.Handler(h, responder(&told, nil))
	func() {
		defer func() { panicked = recover() }()
		handler.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	}()
	result := rec.Result()
	if result.Header["Content-Type"] == nil {
		delete(result.Header, "Content-Type")
	}
	return wire(rec.Code, result.Header, rec.Body.Bytes()), told, panicked
}

func TestHandler(t *testing.T) {
	missing, boom := raised("NotFound", nil), errors.New("boom")
	whole := strings.Replace(internal, "[", "[Content-Length: 47; ", 1)
	for name, c := range map[string]struct {
		handler  func(http.ResponseWriter, *http.Request) error
		response string
		told     string
		panicked any
	}{
		"nothing": {func(http.ResponseWriter, *http.Request) error { return nil }, "200 []", "[]", nil},
		"an error": {func(w http.ResponseWriter, _ *http.Request) error {
			w.Header().Set("Etag", "x")
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("X-Own", "1")
			return missing
		}, strings.Replace(notFound, "]", "; X-Own: 1]", 1), "[NotFound false false]", nil},
		"an error too late": {func(w http.ResponseWriter, _ *http.Request) error {
			w.WriteHeader(202)
			return missing
		}, "202 []", "[NotFound true false]", nil},
		"a panic": {func(w http.ResponseWriter, _ *http.Request) error {
			w.Header().Set("Last-Modified", "x")
			w.Header().Set("Content-Length", "5")
			panic("boom")
		}, whole, "[Internal false false]", "boom"},
		"a panic with an error": {func(http.ResponseWriter, *http.Request) error { panic(boom) }, whole, "[Internal false false]", boom},
		"a panic too late": {func(w http.ResponseWriter, _ *http.Request) error {
			_, _ = w.Write([]byte("x"))
			panic("boom")
		}, "200 [Content-Type: text/plain; charset=utf-8] x", "[Internal true false]", "boom"},
		"an abort": {func(http.ResponseWriter, *http.Request) error { panic(http.ErrAbortHandler) }, "200 []", "[]", http.ErrAbortHandler},
		"a panic and a header": {func(w http.ResponseWriter, _ *http.Request) error {
			w.(interface{ Unwrap() http.ResponseWriter }).Unwrap().Header().Set("X-Own", "1")
			panic("boom")
		}, strings.Replace(whole, "]", "; X-Own: 1]", 1), "[Internal false false]", "boom"},
	} {
		response, told, panicked := serve(c.handler)
		if response != c.response || fmt.Sprint(told) != c.told || panicked != c.panicked {
			t.Errorf("%s: %s, told %v, panics %v; want %s, %s, %v", name, response, told, panicked, c.response, c.told, c.panicked)
		}
	}
}

// TestHandlersNest: of a panic the hooks of the innermost handler are told, and a
// response that it wrote stays.
func TestHandlersNest(t *testing.T) {
	var outer []string
	inner := shop.Handler(func(http.ResponseWriter, *http.Request) error { panic("boom") }, responder(nil, nil))
	rec := httptest.NewRecorder()
	func() {
		defer func() { _ = recover() }()
		shop.Handler(func(w http.ResponseWriter, r *http.Request) error {
			inner.ServeHTTP(w, r)
			return nil
		}, responder(&outer, nil)).ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	}()
	if len(outer) != 0 || rec.Code != 500 || !rec.Flushed {
		t.Errorf("told %v, status %d, flushed %v", outer, rec.Code, rec.Flushed)
	}
}

// TestPanickingHooks: a hook that panics itself leaves the fallback.
func TestPanickingHooks(t *testing.T) {
	rec := httptest.NewRecorder()
	var raised any
	func() {
		defer func() { raised = recover() }()
		shop.Handler(func(http.ResponseWriter, *http.Request) error { panic("first") }, Responder{Outgoing: func(*Outgoing, *http.Request, error, bool) {
			panic("second")
		}}).ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	}()
	if raised != "first" || rec.Code != 500 || !strings.Contains(rec.Body.String(), "INTERNAL") {
		t.Errorf("%v, %d %s", raised, rec.Code, rec.Body)
	}
}

// TestPanicWithoutBody: a status that has no body has none where the handler panicked
// either, and behind a Content-Encoding no length is told.
func TestPanicWithoutBody(t *testing.T) {
	for _, c := range []struct {
		status uint16
		coding string
		want   string
	}{
		{204, "", "204 []"},
		{500, "", "500 [Content-Length: 1] x"},
		{500, "gzip", "500 [Content-Encoding: gzip] x"},
	} {
		table := Table{Fallback: First, Envelopes: []Envelope{{Kind: TextBody}}, Entries: []Entry{{Status: Spans{{c.status, c.status}}, Body: program("x"), Reads: []Read{{}}}}}
		w := &recorder{header: http.Header{}}
		if c.coding != "" {
			w.header.Set("Content-Encoding", c.coding)
		}
		func() {
			defer func() { _ = recover() }()
			table.Handler(func(http.ResponseWriter, *http.Request) error { panic(1) }, Responder{Outgoing: func(out *Outgoing, _ *http.Request, _ error, _ bool) {
				table.Send(out, Occurrence{Row: First})
			}}).ServeHTTP(w, nil)
		}()
		delete(w.header, "Content-Type")
		if got := wire(w.status, w.header, []byte(w.body)); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestPanicTexts(t *testing.T) {
	cause := errors.New("e")
	for want, p := range map[string]PanicError{"panic: e": {cause}, "panic: s": {"s"}, "panic": {5}} {
		if p.Error() != want {
			t.Errorf("%v says %q, want %q", p.Value, p.Error(), want)
		}
	}
	if !errors.Is(PanicError{cause}, cause) || errors.Unwrap(PanicError{"s"}) != nil {
		t.Error("a panic unwraps to its error")
	}
	if i := (IncompleteError{cause}); i.Error() != "e (raised without its data)" || !errors.Is(i, cause) {
		t.Errorf("%v", i)
	}
}
