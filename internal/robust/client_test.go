package robust

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

const closedBody = `{"code":"ACCESS_DENIED","message":"The case has been closed for more than 45 days. Please contact Axway Global Support."}`

// A connection that breaks in the middle of a body: what came is kept, the failure
// is the cause, and whoever reads the body sees both.
func TestConnectionBreaks(t *testing.T) {
	for _, part := range []string{closedBody, closedBody[:40], ""} {
		for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
			server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				w.Header().Set("Content-Length", "4096")
				w.WriteHeader(403)
				_, _ = io.WriteString(w, part)
				_ = http.NewResponseController(w).Flush()
				panic(http.ErrAbortHandler)
			}), setup)
			resp := get(t, server)
			err := axway.DecodeResponse(resp)
			e, ok := errors.AsType[*axway.Error](err)
			if !ok || e.Unwrap() == nil {
				t.Errorf("%q: %v", part, err)
				continue
			}
			want := axway.ErrUnexpectedResponse
			if part == closedBody {
				want = axway.ErrCaseClosed
			}
			if e.ID() != want || e.Response().Body != part || e.Response().Truncated {
				t.Errorf("%q: %v of %q", part, err, e.Response().Body)
			}
			again, failed := io.ReadAll(resp.Body)
			if string(again) != part || failed == nil || !errors.Is(err, failed) {
				t.Errorf("%q: read again: %q, %v", part, again, failed)
			}
			if resp.ProtoMajor == 1 && !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("%q: %v", part, err)
			}
		}
	}
}

// A body that is longer than the decoder reads is cut, says so, and can be read as
// a whole by the caller, of whatever coding.
func TestLongBody(t *testing.T) {
	body := `{"code":"BAD_REQUEST","message":"` + strings.Repeat("x", 1<<20) + `"}`
	for name, write := range map[string]func(http.ResponseWriter){
		"with a length": func(w http.ResponseWriter) {
			axway.WriteError(w, axway.NewBadRequest(strings.Repeat("x", 1<<20)))
		},
		"chunked": func(w http.ResponseWriter) {
			w.WriteHeader(400)
			for i := 0; i < len(body); i += 1 << 16 {
				_, _ = io.WriteString(w, body[i:min(i+1<<16, len(body))])
				_ = http.NewResponseController(w).Flush()
			}
		},
	} {
		server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { write(w) }))
		for limit, whole := range map[int64]bool{0: false, 10: false, int64(len(body)) - 1: false, int64(len(body)): true, 1 << 40: true} {
			resp := get(t, server)
			err := axway.Decoder{MaxBody: limit}.DecodeResponse(resp)
			response := axway.ResponseOf(err)
			if response.Truncated == whole || errors.Is(err, axway.ErrBadRequest) != whole || !strings.HasPrefix(body, response.Body) {
				t.Errorf("%s, %d: %v", name, limit, err)
			}
			if limit > 0 && !whole && int64(len(response.Body)) != limit {
				t.Errorf("%s, %d: %d bytes kept", name, limit, len(response.Body))
			}
			if got := readAll(t, resp); got != body {
				t.Errorf("%s, %d: %d bytes can be read, of %d", name, limit, len(got), len(body))
			}
		}
	}
}

// watched is a body that counts how often it is closed.
type watched struct {
	io.Reader
	closed int
	err    error
}

func (w *watched) Close() error { w.closed++; return w.err }

// Close is the caller's: it reaches the body once, and its error comes back.
func TestClose(t *testing.T) {
	for _, limit := range []int64{0, 10} {
		body := &watched{Reader: strings.NewReader(closedBody), err: io.ErrClosedPipe}
		resp := &http.Response{StatusCode: 403, Body: body}
		if err := (axway.Decoder{MaxBody: limit}).DecodeResponse(resp); err == nil || body.closed != 0 {
			t.Errorf("%v, closed %d times", err, body.closed)
		}
		if err := resp.Body.Close(); err != io.ErrClosedPipe || body.closed != 1 {
			t.Errorf("%v, closed %d times", err, body.closed)
		}
	}
	body := &watched{Reader: strings.NewReader("fine")}
	resp := &http.Response{StatusCode: 200, Body: body}
	if err := axway.DecodeResponse(resp); err != nil || resp.Body != io.ReadCloser(body) {
		t.Errorf("a success is touched: %v", err)
	}
}

// A body that the client has asked for as gzip is left as it is: it is not of the
// API's format, and nothing of it is lost.
func TestGzipIsLeft(t *testing.T) {
	server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.WriteHeader(403)
		zip := gzip.NewWriter(w)
		_, _ = io.WriteString(zip, closedBody)
		_ = zip.Close()
	}))
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	err = axway.DecodeResponse(resp)
	if !errors.Is(err, axway.ErrUnexpectedResponse) || strings.ContainsRune(err.Error(), '\x1f') {
		t.Errorf("%q", err)
	}
	unzipped, err := gzip.NewReader(strings.NewReader(axway.ResponseOf(err).Body))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(unzipped); string(text) != closedBody {
		t.Errorf("%s %v", text, err)
	}
}

// Statuses of every kind, without headers and with or without a body.
func TestOddResponses(t *testing.T) {
	for status, isError := range map[int]bool{
		-1: true, 0: true, 99: true, 100: false, 101: false, 200: false, 204: false, 304: false, 399: false, 400: true, 418: true, 599: true, 999: true, 1000: true,
	} {
		for _, body := range []io.ReadCloser{nil, http.NoBody, io.NopCloser(strings.NewReader("<html>"))} {
			resp := &http.Response{StatusCode: status, Body: body}
			for _, err := range []error{axway.DecodeResponse(resp), connectorapi.DecodeResponse(&http.Response{StatusCode: status}), axway.Decode(status, nil, nil)} {
				if (err != nil) != isError {
					t.Errorf("%d: %v", status, err)
				}
			}
			if r := axway.ResponseOf(axway.DecodeResponse(resp)); isError && r.StatusCode != status {
				t.Errorf("%d: the response has %d", status, r.StatusCode)
			}
		}
	}
	if err := axway.DecodeResponse(nil); err != nil {
		t.Errorf("no response: %v", err)
	}
	if err := axway.Decode(0, nil, []byte(closedBody)); !errors.Is(err, axway.ErrCaseClosed) {
		t.Errorf("read without a status: %v", err)
	}
}

// expiring is a context whose deadline is over when the test says so.
type expiring struct {
	context.Context
	done chan struct{}
}

func (c expiring) Done() <-chan struct{} { return c.done }

func (c expiring) Err() error {
	select {
	case <-c.done:
		return context.DeadlineExceeded
	default:
		return nil
	}
}

func (c expiring) Deadline() (time.Time, bool) { return time.Time{}, false }

// A body that is slower than the caller's deadline: that is the cause.
func TestDeadlineWhileReading(t *testing.T) {
	for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
		server, _ := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(403)
			_, _ = io.WriteString(w, closedBody[:40])
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}), setup)
		ctx := expiring{t.Context(), make(chan struct{})}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := server.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		head := make([]byte, 40)
		if _, err := io.ReadFull(resp.Body, head); err != nil {
			t.Fatal(err)
		}
		body := resp.Body
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.MultiReader(strings.NewReader(string(head)), body), body}
		close(ctx.done)
		err = axway.DecodeResponse(resp)
		if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, axway.ErrUnexpectedResponse) || axway.ResponseOf(err).Body != closedBody[:40] {
			t.Errorf("%s: %v", resp.Proto, err)
		}
		_ = resp.Body.Close()
	}
}
