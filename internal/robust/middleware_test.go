package robust

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// zipped is a writer whose body is compressed.
type zipped struct {
	http.ResponseWriter
	zip *gzip.Writer
}

func (z zipped) Write(b []byte) (int, error) { return z.zip.Write(b) }

// FlushError sends what was compressed so far.
func (z zipped) FlushError() error {
	if err := z.zip.Flush(); err != nil {
		return err
	}
	return http.NewResponseController(z.ResponseWriter).Flush()
}

// compressing is the shortest of the middlewares that compress: it sets
// Content-Encoding before the handler is called.
func compressing(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		zip := gzip.NewWriter(w)
		defer zip.Close()
		h.ServeHTTP(zipped{w, zip}, r)
	})
}

// An error goes through a middleware that compresses: returned by a handler,
// written by hand, of a handler that has begun nothing and panics.
func TestCompressingMiddleware(t *testing.T) {
	for name, h := range map[string]http.Handler{
		"Handler":    axway.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewCaseClosed(45) }),
		"WriteError": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { axway.WriteError(w, axway.NewCaseClosed(45)) }),
		"a file that is compressed itself": axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
			w.Header().Add("Content-Encoding", "br")
			return axway.NewCaseClosed(45)
		}),
	} {
		server, _ := serve(t, compressing(h))
		resp := get(t, server) // net/http decompresses
		err := axway.DecodeResponse(resp)
		closed, ok := errors.AsType[*axway.CaseClosedError](err)
		if !ok || closed.Days != 45 || !resp.Uncompressed {
			t.Errorf("%s: %v", name, err)
		}
	}
	server, _ := serve(t, compressing(axway.Handler(func(http.ResponseWriter, *http.Request) error { panic("broken") })))
	resp := get(t, server)
	err := axway.DecodeResponse(resp) // whole, and then the connection breaks
	if !errors.Is(err, axway.ErrInternal) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("panic: %v", err)
	}
}

// What a handler has set for the body that it did not write does not go out with
// the error; what was there before, and what forbids to store, does.
func TestHeadersOfAnAbandonedBody(t *testing.T) {
	outer := http.Header{"Cache-Control": {"private"}, "Etag": {`"outer"`}, "Vary": {"Origin"}}
	for name, c := range map[string]struct {
		before, set, want http.Header
		panics            bool
	}{
		"nothing before": {
			set:  http.Header{"Content-Encoding": {"br"}, "Etag": {`"1"`}, "Last-Modified": {"x"}, "Cache-Control": {"max-age=60"}, "X-Other": {"1"}, "Content-Length": {"7"}},
			want: http.Header{"X-Other": {"1"}},
		},
		"a middleware's":          {before: outer, want: outer},
		"a middleware's, changed": {before: outer, set: http.Header{"Cache-Control": {"max-age=60"}, "Etag": {`"2"`}}, want: outer},
		"not to be stored":        {before: outer, set: http.Header{"Cache-Control": {"No-Store"}}, want: http.Header{"Cache-Control": {"No-Store"}, "Etag": {`"outer"`}}},
		"panic": {
			before: http.Header{"Etag": {`"outer"`}}, set: http.Header{"Content-Encoding": {"br"}, "Cache-Control": {"max-age=60"}, "Content-Length": {"7"}},
			want: http.Header{"Etag": {`"outer"`}}, panics: true,
		},
	} {
		h := axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
			for name, values := range c.set {
				w.Header()[name] = values
			}
			if c.panics {
				panic("broken")
			}
			return axway.ErrInternal
		})
		server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for name, values := range c.before {
				w.Header()[name] = values
			}
			h.ServeHTTP(w, r)
		}))
		resp := get(t, server)
		if err := axway.DecodeResponse(resp); !errors.Is(err, axway.ErrInternal) {
			t.Errorf("%s: %v", name, err)
		}
		for _, header := range []string{"Content-Encoding", "Etag", "Last-Modified", "Cache-Control", "X-Other"} {
			if got, want := resp.Header.Values(header), c.want.Values(header); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %s is %q, want %q", name, header, got, want)
			}
		}
		if body := readAll(t, resp); resp.ContentLength != int64(len(body)) || body == "" {
			t.Errorf("%s: Content-Length %d of %q", name, resp.ContentLength, body)
		}
	}
}

// WriteError takes Content-Length back and leaves the rest, as http.Error does: it
// cannot know who has set it.
func TestHeadersBeforeWriteError(t *testing.T) {
	w := httptest.NewRecorder()
	set := http.Header{"Content-Encoding": {"gzip"}, "Etag": {`"1"`}, "Cache-Control": {"max-age=60"}, "X-Other": {"1"}}
	for name, values := range set {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Length", "7")
	w.Header().Set("Content-Type", "text/html")
	axway.WriteError(w, axway.ErrInternal)
	set["Content-Type"], set["X-Content-Type-Options"] = []string{"application/json"}, []string{"nosniff"}
	if got := w.Result().Header; !reflect.DeepEqual(got, set) {
		t.Errorf("%v, want %v", got, set)
	}
}

// Trailers that a handler has declared are still sent.
func TestTrailers(t *testing.T) {
	for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
		h := axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
			w.Header().Set("Trailer", "X-Took")
			return axway.NewCaseClosed(45)
		})
		server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(w, r)
			w.Header().Set("X-Took", "1ms")
		}), setup)
		resp := get(t, server)
		if err := axway.DecodeResponse(resp); !errors.Is(err, axway.ErrCaseClosed) {
			t.Error(err)
		}
		if readAll(t, resp); resp.Trailer.Get("X-Took") != "1ms" {
			t.Errorf("%s: trailers %v", resp.Proto, resp.Trailer)
		}
	}
}

// Header values are shared by all responses. What middlewares and callers add or
// set for one does not show in the next.
func TestSharedHeaders(t *testing.T) {
	errs := map[string]func(http.ResponseWriter){
		"axway":   func(w http.ResponseWriter) { axway.WriteError(w, axway.NewCaseClosed(45)) },
		"aui":     func(w http.ResponseWriter) { aui.WriteError(w, aui.ErrAuthenticationError) },
		"avalara": func(w http.ResponseWriter) { avalara.WriteError(w, avalara.ErrForbidden) },
	}
	for name, write := range errs {
		fresh := httptest.NewRecorder()
		write(fresh)
		want := fresh.Header().Clone()
		if len(want) < 2 {
			t.Fatalf("%s: %v", name, want)
		}
		for range 3 {
			w := httptest.NewRecorder()
			write(w)
			if !reflect.DeepEqual(w.Header(), want) {
				t.Fatalf("%s: %v, want %v", name, w.Header(), want)
			}
			for header := range want {
				w.Header().Add(header, "added")
				w.Header().Add(header, "again")
			}
			other := httptest.NewRecorder()
			write(other)
			for header := range want {
				other.Header().Set(header, "set")
			}
		}
	}
	_, header, _ := axway.Encode(axway.ErrInternal)
	want := header.Clone()
	for name := range want {
		header.Add(name, "added")
	}
	if _, again, _ := axway.Encode(axway.ErrInternal); !reflect.DeepEqual(again, want) {
		t.Errorf("Encode: %v, want %v", again, want)
	}
}

// The body may be longer than a server admits: what the handler raises is written,
// the reader's own error is the fallback.
func TestMaxBytesReader(t *testing.T) {
	for name, raise := range map[string]func(error) error{
		"as it is": func(err error) error { return err },
		"raised":   func(err error) error { return axway.NewBadRequest("Too long.").WithCause(err) },
	} {
		var told error
		responder := &axway.Responder{OnError: func(_ *http.Request, err error, _ axway.ID) { told = err }}
		server, _ := serve(t, responder.Handler(func(w http.ResponseWriter, r *http.Request) error {
			_, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 10))
			return raise(err)
		}))
		resp := send(t, server, http.MethodPost, newZeros(1<<16))
		want := axway.ErrInternal
		if name == "raised" {
			want = axway.ErrBadRequest
		}
		if got := axway.IDOf(axway.DecodeResponse(resp)); got != want {
			t.Errorf("%s: %v", name, got)
		}
		if _, ok := errors.AsType[*http.MaxBytesError](told); !ok {
			t.Errorf("%s: the hook is told %v", name, told)
		}
	}
}

// newZeros is a body of n bytes.
func newZeros(n int64) io.Reader { return io.LimitReader(zeros{}, n) }

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }
