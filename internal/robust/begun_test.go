package robust

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// wrapper is a middleware's writer, such as it is found everywhere.
type wrapper struct{ http.ResponseWriter }

func (w wrapper) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// A response that a handler has begun is left as it is, however it was begun, over
// both protocols; and the hook is told.
func TestBegun(t *testing.T) {
	for name, c := range map[string]struct {
		begin func(w http.ResponseWriter)
		body  string
	}{
		"Write":                {func(w http.ResponseWriter) { _, _ = w.Write([]byte("part")) }, "part"},
		"empty Write":          {func(w http.ResponseWriter) { _, _ = w.Write(nil) }, ""},
		"WriteString":          {func(w http.ResponseWriter) { _, _ = io.WriteString(w, "part") }, "part"},
		"WriteHeader":          {func(w http.ResponseWriter) { w.WriteHeader(http.StatusOK) }, ""},
		"Fprint in a wrapper":  {func(w http.ResponseWriter) { fmt.Fprint(wrapper{wrapper{w}}, "part") }, "part"},
		"Flush":                {func(w http.ResponseWriter) { w.(http.Flusher).Flush() }, ""},
		"controller":           {func(w http.ResponseWriter) { _ = http.NewResponseController(wrapper{w}).Flush() }, ""},
		"Copy":                 {func(w http.ResponseWriter) { _, _ = io.Copy(w, strings.NewReader("part")) }, "part"},
		"ReadFrom":             {func(w http.ResponseWriter) { _, _ = w.(io.ReaderFrom).ReadFrom(strings.NewReader("part")) }, "part"},
		"a copy that breaks":   {func(w http.ResponseWriter) { _, _ = io.Copy(w, &broken{head: "part", err: io.ErrUnexpectedEOF}) }, "part"},
		"ServeContent":         {func(w http.ResponseWriter) { serveContent(w, "part") }, "part"},
		"another catalog's":    {func(w http.ResponseWriter) { aui.WriteError(w, aui.ErrAuthenticationError) }, `{"detail":"Not authenticated"}`},
		"the catalog's itself": {func(w http.ResponseWriter) { axway.WriteError(w, axway.ErrInternal) }, `{"code":"SERVER_ERROR","message":"An unexpected error occurred."}`},
	} {
		for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
			var told axway.ID
			responder := &axway.Responder{OnError: func(_ *http.Request, err error, written axway.ID) {
				if told = axway.IDOf(err); written != "" {
					t.Errorf("%s: the hook is told that %v is written", name, written)
				}
			}}
			server, _ := serve(t, responder.Handler(func(w http.ResponseWriter, _ *http.Request) error {
				c.begin(w)
				axway.WriteError(w, axway.NewCaseClosed(1))
				axway.WriteError(wrapper{w}, axway.NewCaseClosed(2))
				return axway.NewCaseClosed(3)
			}), setup)
			resp := get(t, server)
			if body := readAll(t, resp); body != c.body || resp.StatusCode == http.StatusForbidden {
				t.Errorf("%s, %s: %d %q", name, resp.Proto, resp.StatusCode, body)
			}
			if told != axway.ErrCaseClosed {
				t.Errorf("%s: the hook is told %v", name, told)
			}
		}
	}
}

func serveContent(w http.ResponseWriter, text string) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	http.ServeContent(w, r, "x.txt", time.Time{}, strings.NewReader(text))
}

// broken is a body that breaks after its head.
type broken struct {
	head string
	err  error
}

func (b *broken) Read(p []byte) (int, error) {
	if b.head == "" {
		return 0, b.err
	}
	n := copy(p, b.head)
	b.head = b.head[n:]
	return n, nil
}

func (b *broken) Close() error { return nil }

// What is no response yet does not count as one: informational responses, a status
// that does not exist, and what a middleware's writer holds back.
func TestNotBegun(t *testing.T) {
	for name, try := range map[string]func(w http.ResponseWriter){
		"early hints": func(w http.ResponseWriter) {
			w.Header().Set("Link", "</a>")
			w.WriteHeader(http.StatusEarlyHints)
			w.WriteHeader(http.StatusProcessing)
		},
		"no such status": func(w http.ResponseWriter) { w.WriteHeader(1000) },
		"status 0":       func(w http.ResponseWriter) { w.WriteHeader(0) },
		"headers":        func(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/html") },
		"broken source":  func(w http.ResponseWriter) { _, _ = io.Copy(w, &broken{err: io.ErrUnexpectedEOF}) },
		"deadline":       func(w http.ResponseWriter) { _ = http.NewResponseController(w).SetReadDeadline(time.Time{}) },
	} {
		for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
			server, _ := serve(t, axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
				try(w)
				return axway.NewInternal()
			}), setup)
			resp := get(t, server)
			if err := axway.DecodeResponse(resp); !errors.Is(err, axway.ErrInternal) {
				t.Errorf("%s, %s: %v", name, resp.Proto, err)
			}
		}
	}
}

// A client is shown the informational responses that precede an error.
func TestInformationalResponses(t *testing.T) {
	server, _ := serve(t, axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Link", "</a>")
		w.WriteHeader(http.StatusEarlyHints)
		return axway.NewCaseClosed(45)
	}))
	var hints int
	trace := &httptrace.ClientTrace{Got1xxResponse: func(code int, header textproto.MIMEHeader) error {
		if code == http.StatusEarlyHints && header.Get("Link") == "</a>" {
			hints++
		}
		return nil
	}}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(t.Context(), trace), http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := axway.DecodeResponse(resp); hints != 1 || !errors.Is(err, axway.ErrCaseClosed) {
		t.Errorf("%d hints, %v", hints, err)
	}
}

// A connection that was taken over is the handler's own.
func TestHijack(t *testing.T) {
	const answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
	for name, wrap := range map[string]func(http.ResponseWriter) http.ResponseWriter{
		"itself":  func(w http.ResponseWriter) http.ResponseWriter { return w },
		"wrapped": func(w http.ResponseWriter) http.ResponseWriter { return wrapper{w} },
	} {
		server, logged := serve(t, axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
			conn, rw, err := http.NewResponseController(wrap(w)).Hijack()
			if err != nil {
				return err
			}
			defer conn.Close()
			_, _ = rw.WriteString(answer)
			_ = rw.Flush()
			return axway.NewCaseClosed(45)
		}))
		resp := get(t, server)
		if body := readAll(t, resp); resp.StatusCode != 200 || body != "ok" || logged.String() != "" {
			t.Errorf("%s: %d %q, logged %q", name, resp.StatusCode, body, logged)
		}
	}
	server, _ := serve(t, axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
		_, _, err := w.(http.Hijacker).Hijack()
		return axway.NewBadRequest("No upgrade.").WithCause(err)
	}), overHTTP2) // which cannot
	if err := axway.DecodeResponse(get(t, server)); !errors.Is(err, axway.ErrBadRequest) {
		t.Errorf("HTTP/2: %v", err)
	}
}

// fromReader is a writer that counts what it is given to read from.
type fromReader struct {
	*httptest.ResponseRecorder
	reads int
}

func (w *fromReader) ReadFrom(r io.Reader) (int64, error) {
	w.reads++
	return io.Copy(w.ResponseRecorder, r)
}

// The server's own way to send files is used through Handler's writer.
func TestReaderFromIsKept(t *testing.T) {
	w := &fromReader{ResponseRecorder: httptest.NewRecorder()}
	axway.Handler(func(w http.ResponseWriter, _ *http.Request) error {
		_, err := io.Copy(w, bufio.NewReader(struct{ io.Reader }{strings.NewReader("file")}))
		return err
	}).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.reads != 1 || w.Body.String() != "file" {
		t.Errorf("%d reads, %q", w.reads, w.Body)
	}
}

// A panic is answered, unless it aborts the response or the response has begun,
// and goes on as it is.
func TestPanics(t *testing.T) {
	wrapped := fmt.Errorf("wrapped: %w", http.ErrAbortHandler)
	for name, c := range map[string]struct {
		value  any
		before func(http.ResponseWriter)
		want   axway.ID // 0: no answer
		told   bool
	}{
		"text":          {value: "broken", want: axway.ErrInternal, told: true},
		"an error":      {value: io.ErrUnexpectedEOF, want: axway.ErrInternal, told: true},
		"the catalog's": {value: axway.NewCaseClosed(45), want: axway.ErrInternal, told: true},
		"nil":           {value: nil, want: axway.ErrInternal, told: true},
		"abort":         {value: http.ErrAbortHandler},
		"abort wrapped": {value: wrapped},
		"begun":         {value: "broken", before: func(w http.ResponseWriter) { _, _ = io.WriteString(w, "part") }, told: true},
	} {
		t.Run(name, func(t *testing.T) {
			told := false
			responder := &axway.Responder{OnError: func(_ *http.Request, err error, written axway.ID) {
				told = true
				if want, ok := c.value.(error); ok && !errors.Is(err, want) || written != c.want {
					t.Errorf("the hook is told %v, written %v", err, written)
				}
			}}
			var went any
			h := responder.Handler(func(w http.ResponseWriter, _ *http.Request) error {
				if c.before != nil {
					c.before(w)
				}
				panic(c.value)
			})
			w := httptest.NewRecorder()
			func() {
				defer func() { went = recover() }()
				h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
			}()
			if c.value == nil && went == nil || c.value != nil && went != c.value {
				t.Errorf("%v goes on", went)
			}
			got := axway.IDOf(axway.DecodeResponse(w.Result()))
			if got != c.want || told != c.told || c.want == "" && w.Code != 200 {
				t.Errorf("%v, told %t, %d %s", got, told, w.Code, w.Body)
			}
		})
	}
}

// TestPanicIsToldOnce nests two handlers of one responder: a panic that goes
// through both is told once, and answered once.
func TestPanicIsToldOnce(t *testing.T) {
	told := 0
	responder := &axway.Responder{OnError: func(*http.Request, error, axway.ID) { told++ }}
	inner := responder.Handler(func(http.ResponseWriter, *http.Request) error { panic("within") })
	outer := responder.Handler(func(w http.ResponseWriter, r *http.Request) error {
		inner.ServeHTTP(w, r)
		return nil
	})
	w := httptest.NewRecorder()
	func() {
		defer func() { _ = recover() }()
		outer.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	}()
	if told != 1 || w.Code != http.StatusInternalServerError {
		t.Errorf("told %d times, status %d", told, w.Code)
	}
}

// TestNothingWrittenIsNoEntry tells the hook 0 where the response had begun.
func TestNothingWrittenIsNoEntry(t *testing.T) {
	written := axway.ErrInternal
	responder := &axway.Responder{OnError: func(_ *http.Request, _ error, id axway.ID) { written = id }}
	handler := responder.Handler(func(w http.ResponseWriter, _ *http.Request) error {
		w.WriteHeader(http.StatusOK)
		return axway.NewAccessDenied("too late")
	})
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	if written != "" {
		t.Errorf("told %s, while nothing of it was written", written.Name())
	}
}
