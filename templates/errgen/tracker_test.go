package errgen

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// hijackable is a writer whose connection can be taken over, or not.
type hijackable struct {
	recorder
	err error
}

func (h *hijackable) Hijack() (net.Conn, *bufio.ReadWriter, error) { return nil, nil, h.err }

// flushable is a writer that can flush, or not.
type flushable struct {
	recorder
	err error
}

func (f *flushable) FlushError() error { return f.err }

// opaque is a writer of another package that tells nothing, and can be unwrapped.
type opaque struct{ http.ResponseWriter }

func (o opaque) Unwrap() http.ResponseWriter { return o.ResponseWriter }

// TestBegun: what begins a response, and what does not.
func TestBegun(t *testing.T) {
	no := errors.New("no")
	for name, c := range map[string]struct {
		w    http.ResponseWriter
		do   func(w *responseWriter)
		want bool
	}{
		"nothing":           {&recorder{}, func(*responseWriter) {}, false},
		"a header":          {&recorder{header: http.Header{}}, func(w *responseWriter) { w.Header().Set("A", "1") }, false},
		"a status":          {&recorder{}, func(w *responseWriter) { w.WriteHeader(200) }, true},
		"informational":     {&recorder{}, func(w *responseWriter) { w.WriteHeader(199) }, false},
		"another protocol":  {&recorder{}, func(w *responseWriter) { w.WriteHeader(101) }, true},
		"then no more":      {&recorder{}, func(w *responseWriter) { w.WriteHeader(404); w.WriteHeader(103) }, true},
		"a write":           {&recorder{}, func(w *responseWriter) { _, _ = w.Write(nil) }, true},
		"a copy":            {&recorder{}, func(w *responseWriter) { _, _ = w.ReadFrom(strings.NewReader("x")) }, true},
		"an empty copy":     {&recorder{}, func(w *responseWriter) { _, _ = w.ReadFrom(strings.NewReader("")) }, false},
		"written, then not": {&recorder{}, func(w *responseWriter) { _, _ = w.Write(nil); _, _ = w.ReadFrom(strings.NewReader("")) }, true},
		"a flush":           {&flushable{}, func(w *responseWriter) { w.Flush() }, true},
		"a flush that fails": {&flushable{err: no}, func(w *responseWriter) {
			if !errors.Is(w.FlushError(), no) {
				t.Error("the error is lost")
			}
		}, true},
		"no flusher":      {&recorder{}, func(w *responseWriter) { w.Flush() }, false},
		"a takeover":      {&hijackable{}, func(w *responseWriter) { _, _, _ = w.Hijack() }, true},
		"a failed one":    {&hijackable{err: no}, func(w *responseWriter) { _, _, _ = w.Hijack() }, false},
		"nothing to take": {&recorder{}, func(w *responseWriter) { _, _, _ = w.Hijack() }, false},
		"begun, then not": {&hijackable{err: no}, func(w *responseWriter) { _, _ = w.Write(nil); _, _, _ = w.Hijack(); w.Flush() }, true},
	} {
		w := &responseWriter{ResponseWriter: c.w}
		c.do(w)
		if w.Written() != c.want || Begun(w) != c.want || Begun(opaque{opaque{w}}) != c.want {
			t.Errorf("%s: begun %v", name, w.Written())
		}
		if tracked := track(opaque{w}); tracked.Written() != c.want && c.w.Header() != nil {
			t.Errorf("%s: a handler within sees %v", name, tracked.Written())
		}
	}
	if Begun(nil) || Begun(&recorder{}) {
		t.Error("who tells nothing has begun")
	}
	if !Begun(&responseWriter{ResponseWriter: &responseWriter{ResponseWriter: &recorder{}, written: true}}) {
		t.Error("a writer below has begun")
	}
}

// TestReadFrom: files are sent by the writer itself.
func TestReadFrom(t *testing.T) {
	rec := httptest.NewRecorder()
	w := track(rec)
	if n, err := io.Copy(w, strings.NewReader("abc")); n != 3 || err != nil || rec.Body.String() != "abc" {
		t.Errorf("%d, %v, %q", n, err, rec.Body)
	}
}

// TestAbandon: what was set for a body that is not written is taken back, but not what
// stood before, nor what forbids to store.
func TestAbandon(t *testing.T) {
	for name, c := range map[string]struct{ before, set, want http.Header }{
		"set":             {nil, header("Etag", "x", "Content-Encoding", "br", "Last-Modified", "y", "Cache-Control", "public", "X", "1"), header("X", "1")},
		"kept":            {header("Content-Encoding", "gzip", "Etag", "a"), nil, header("Content-Encoding", "gzip", "Etag", "a")},
		"restored":        {header("Content-Encoding", "gzip"), header("Content-Encoding", "br"), header("Content-Encoding", "gzip")},
		"not restored":    {header("Etag", "a"), http.Header{"Etag": nil}, http.Header{"Etag": nil}},
		"no store":        {nil, header("Cache-Control", "private", "Cache-Control", "No-Store"), header("Cache-Control", "private", "Cache-Control", "No-Store")},
		"no store before": {header("Cache-Control", "public"), header("Cache-Control", "no-store"), header("Cache-Control", "no-store")},
	} {
		w := &recorder{header: http.Header{}}
		for name, values := range c.before {
			w.header[name] = values
		}
		tracked := track(w)
		for name, values := range c.set {
			w.header[name] = values
		}
		tracked.abandon()
		if got, want := wire(0, w.header, nil), wire(0, c.want, nil); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestAbandonedMetadata: what belongs to a body that was not written goes, but for what a
// middleware set before.
func TestAbandonedMetadata(t *testing.T) {
	for _, name := range abandonable {
		w := httptest.NewRecorder()
		tracked := track(w)
		w.Header().Set(name, "x")
		tracked.abandon()
		if got := w.Header().Get(name); got != "" {
			t.Errorf("%s stays: %s", name, got)
		}
		w.Header().Set(name, "middleware")
		tracked = track(w)
		w.Header().Set(name, "x")
		tracked.abandon()
		if got := w.Header().Get(name); got != "middleware" {
			t.Errorf("%s is %q", name, got)
		}
	}
}
