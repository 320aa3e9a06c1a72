package robust

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// many are errors of every shape of body that axway has, short and long.
var many = []error{
	axway.ErrInternal, axway.NewCaseClosed(45), &axway.PortalConnectionFailureError{}, axway.NewBadRequest(strings.Repeat("long ", 2000)),
	errors.Join(axway.NewAccessDenied("a"), axway.NewInternal()), io.ErrUnexpectedEOF,
}

// Errors do not cost a connection: the next request goes over the same one, also if
// the handler has left the request's body unread and if the response has none.
func TestConnectionIsReused(t *testing.T) {
	var next atomic.Int64
	h := axway.Handler(func(_ http.ResponseWriter, r *http.Request) error {
		return many[next.Add(1)%int64(len(many))]
	})
	for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
		server, _ := serve(t, h, setup)
		reused, fresh := 0, 0
		trace := &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
			if info.Reused {
				reused++
			} else {
				fresh++
			}
		}}
		const rounds = 60
		for i := range rounds {
			method, body := http.MethodGet, io.Reader(http.NoBody)
			switch i % 3 {
			case 1:
				method, body = http.MethodPost, newZeros(10_000) // chunked, never read
			case 2:
				method = http.MethodHead
			}
			req, err := http.NewRequestWithContext(httptrace.WithClientTrace(t.Context(), trace), method, server.URL, body)
			if err != nil {
				t.Fatal(err)
			}
			resp, err := server.Client().Do(req)
			if err != nil {
				t.Fatal(err)
			}
			if err := axway.DecodeResponse(resp); err == nil {
				t.Errorf("%d is no error", resp.StatusCode)
			}
			_ = resp.Body.Close()
		}
		if fresh != 1 || reused != rounds-1 {
			t.Errorf("%t: %d connections, reused %d times", server.EnableHTTP2, fresh, reused)
		}
	}
}

// Many requests at once over one HTTP/2 connection get each its own error.
func TestHTTP2Streams(t *testing.T) {
	server, _ := serve(t, axway.Handler(func(_ http.ResponseWriter, r *http.Request) error {
		var days int64
		if _, err := fmt.Sscan(r.Header.Get("Days"), &days); err != nil {
			return err
		}
		return axway.NewCaseClosed(days)
	}), overHTTP2)
	var wg sync.WaitGroup
	for days := range int64(64) {
		wg.Go(func() {
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
			if err != nil {
				t.Error(err)
				return
			}
			req.Header.Set("Days", fmt.Sprint(days+1))
			resp, err := server.Client().Do(req)
			if err != nil {
				t.Error(err)
				return
			}
			defer resp.Body.Close()
			err = axway.DecodeResponse(resp)
			if closed, ok := errors.AsType[*axway.CaseClosedError](err); !ok || closed.Days != days+1 || resp.ProtoMajor != 2 {
				t.Errorf("%d: %s %v", days, resp.Proto, err)
			}
		})
	}
	wg.Wait()
}

// HEAD is answered with the headers of GET, the length among them. A client tells
// the error by its status where that is one entry's alone.
func TestHead(t *testing.T) {
	for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
		for want, h := range map[error]http.Handler{
			avalara.ErrForbidden:               avalara.Handler(func(http.ResponseWriter, *http.Request) error { return avalara.ErrForbidden }),
			axway.ErrBadRequest:                axway.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewBadRequest("b") }),
			axway.ErrUnexpectedResponse:        axway.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewCaseClosed(1) }),
			connectorapi.ErrUnexpectedResponse: connectorapi.Handler(func(http.ResponseWriter, *http.Request) error { return io.EOF }),
		} {
			server, _ := serve(t, h, setup)
			full, head := get(t, server), send(t, server, http.MethodHead, http.NoBody)
			sameLength := head.ContentLength == full.ContentLength || full.ContentLength == 0 // net/http then says nothing
			if head.StatusCode != full.StatusCode || !sameLength || head.Header.Get("Content-Type") != full.Header.Get("Content-Type") {
				t.Errorf("%v: HEAD %d %v, GET %d %v", want, head.StatusCode, head.Header, full.StatusCode, full.Header)
			}
			var err error
			switch want.(type) {
			case avalara.ID:
				err = avalara.DecodeResponse(head)
			case axway.ID:
				err = axway.DecodeResponse(head)
			case connectorapi.ID:
				err = connectorapi.DecodeResponse(head)
			}
			if !errors.Is(err, want) {
				t.Errorf("%v: %v", want, err)
			}
			if body := readAll(t, head); body != "" {
				t.Errorf("%v: HEAD has a body: %q", want, body)
			}
		}
	}
}

// A client that hangs up in the middle of a body leaves nothing behind: the handler
// ends, without a panic, and so do all goroutines.
func TestClientHangsUp(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, setup := range []func(*httptest.Server){func(*httptest.Server) {}, overHTTP2} {
		ended := make(chan error, 1)
		huge := axway.NewBadRequest(strings.Repeat("x", 16<<20)) // more than any buffer on the way holds
		server, logged := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("panic: %v", p)
				}
			}()
			axway.Handler(func(http.ResponseWriter, *http.Request) error { return huge }).ServeHTTP(w, r)
			ended <- nil
		}), setup)
		for range 3 {
			resp := get(t, server)
			if _, err := io.ReadFull(resp.Body, make([]byte, 100)); err != nil {
				t.Error(err)
			}
			_ = resp.Body.Close()
			<-ended
		}
		server.CloseClientConnections()
		server.Client().CloseIdleConnections()
		server.Close()
		if text := logged.String(); strings.Contains(text, "panic") {
			t.Error(text)
		}
	}
	settle(t, before)
}

// settle waits until there are no more goroutines than there were.
func settle(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines, %d before\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// A request that was cancelled is an uncatalogued error, of which the hook is told.
func TestRequestIsCancelled(t *testing.T) {
	told := make(chan error, 1)
	begun := make(chan bool)
	responder := &axway.Responder{OnError: func(_ *http.Request, err error, written axway.ID) {
		if written != axway.ErrInternal {
			t.Errorf("written as %v", written)
		}
		told <- err
	}}
	server, _ := serve(t, responder.Handler(func(_ http.ResponseWriter, r *http.Request) error {
		begun <- true
		<-r.Context().Done()
		return fmt.Errorf("waiting: %w", r.Context().Err())
	}))
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	go func() { <-begun; cancel() }()
	if resp, err := server.Client().Do(req); !errors.Is(err, context.Canceled) {
		t.Errorf("%v %v", resp, err)
	}
	if err := <-told; !errors.Is(err, context.Canceled) {
		t.Errorf("the hook is told %v", err)
	}
}

// TimeoutHandler around Handler: its page is no error of the API, and what the
// handler returns too late goes nowhere.
func TestTimeoutAround(t *testing.T) {
	ended := make(chan error, 1)
	h := axway.Handler(func(w http.ResponseWriter, r *http.Request) error {
		<-r.Context().Done()
		w.Header().Set("Cache-Control", "max-age=60")
		return axway.NewCaseClosed(45)
	})
	server, _ := serve(t, http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r)
		ended <- nil
	}), time.Millisecond, "<h1>Too late</h1>"))
	for range 5 {
		resp := get(t, server)
		err := axway.DecodeResponse(resp)
		if response := axway.ResponseOf(err); !errors.Is(err, axway.ErrUnexpectedResponse) || response.StatusCode != 503 || response.Body != "<h1>Too late</h1>" {
			t.Errorf("%v", err)
		}
		<-ended
	}
	server, _ = serve(t, http.TimeoutHandler(axway.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewCaseClosed(45) }), time.Minute, ""))
	if err := axway.DecodeResponse(get(t, server)); !errors.Is(err, axway.ErrCaseClosed) {
		t.Errorf("in time: %v", err)
	}
}

// TimeoutHandler inside Handler: what it wrote stands.
func TestTimeoutInside(t *testing.T) {
	server, _ := serve(t, axway.Handler(func(w http.ResponseWriter, r *http.Request) error {
		http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			<-r.Context().Done()
			axway.WriteError(w, axway.NewCaseClosed(45))
		}), time.Millisecond, "late").ServeHTTP(w, r)
		return axway.NewInternal()
	}))
	resp := get(t, server)
	if body := readAll(t, resp); resp.StatusCode != 503 || body != "late" {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
}
