package robust

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// discarding is a writer that keeps nothing but a response's headers.
type discarding struct {
	header http.Header
	status int
}

func (d *discarding) Header() http.Header         { return d.header }
func (d *discarding) WriteHeader(status int)      { d.status = status }
func (d *discarding) Write(b []byte) (int, error) { return len(b), nil }

// maxGrowth is how much more may be in use after many errors than after a few: what
// the runtime and the pools need, and far less than a byte for each error.
const maxGrowth = 512 << 10

// Raising, writing and decoding errors for long uses no more memory and no more
// goroutines than doing so for a while. ERRGEN_LONG=1 makes it a million errors.
func TestSoak(t *testing.T) {
	rounds := 20_000
	if os.Getenv("ERRGEN_LONG") == "1" {
		rounds = 1_000_000
	}
	work := newSoak()
	for i := range 5_000 {
		work.round(t, i)
	}
	heap, goroutines := inUse(), runtime.NumGoroutine()
	for i := range rounds {
		work.round(t, i)
	}
	if grown := int64(inUse()) - int64(heap); grown > maxGrowth {
		t.Errorf("%d bytes more are in use after %d errors", grown, rounds)
	}
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines, %d before", n, goroutines)
	}
}

// inUse is how many bytes are reachable.
func inUse() uint64 {
	var stats runtime.MemStats
	for range 3 { // pools are emptied by the second
		runtime.GC()
	}
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// soak is what a soak test does over and over.
type soak struct {
	w         discarding
	responder axway.Responder
	handler   http.Handler
	raised    error
	request   *http.Request
}

func newSoak() *soak {
	s := &soak{w: discarding{header: http.Header{}}, request: &http.Request{Method: http.MethodGet}}
	s.responder = axway.Responder{
		OnError:  func(*http.Request, error, axway.ID) {},
		Exchange: func(_ *http.Request, x *axway.Exchange) { id := "t1"; x.XTroubleshootingID = &id },
	}
	s.handler = s.responder.Handler(func(http.ResponseWriter, *http.Request) error { return s.raised })
	return s
}

// bodies are responses of every kind, each an error.
var bodies = []string{closedBody, `{"code":"NEW","message":"m"}`, "<html>", "", `{"code":`, `{"code":"SERVER_ERROR","message":"An unexpected error occurred."}`}

// round raises, prints, writes and decodes an error, different from round to round.
func (s *soak) round(t *testing.T, i int) {
	clear(s.w.header)
	text := ""
	if i%1000 == 0 {
		text = strings.Repeat("x", 1<<17) // more than what a pool keeps
	}
	s.raised = errors.Join(io.EOF, fmt.Errorf("round %d: %w", i, axway.NewBadRequest(fmt.Sprint(text, i))))
	s.handler.ServeHTTP(&s.w, s.request)
	if s.w.status != 400 || s.raised.Error() == "" {
		t.Fatalf("round %d: status %d", i, s.w.status)
	}
	body := bodies[i%len(bodies)]
	err := axway.DecodeResponse(&http.Response{StatusCode: 403 + i%100, Header: s.w.header, Body: io.NopCloser(strings.NewReader(body))})
	if axway.IDOf(err) == "" || axway.ResponseOf(err).Body != body {
		t.Fatalf("round %d: %v", i, err)
	}
	clear(s.w.header)
	axway.WriteError(&s.w, err) // decoded: the fallback
	code, reason := aui.CloseFrame(aui.NewInternalServerError())
	if err := aui.DecodeClose(code, reason); s.w.status != 500 || !errors.Is(err, aui.ErrInternalServerError) {
		t.Fatalf("round %d: status %d, %v", i, s.w.status, err)
	}
}
