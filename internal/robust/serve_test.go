package robust

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// complaints is what a server logs.
type complaints struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write takes a line of the log.
func (c *complaints) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.Write(b)
}

// String is what was logged so far.
func (c *complaints) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.String()
}

// serve runs a handler in a real server. A response that is written twice fails
// the test, for net/http complains of it.
func serve(t *testing.T, h http.Handler, setups ...func(*httptest.Server)) (*httptest.Server, *complaints) {
	t.Helper()
	logged := new(complaints)
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = log.New(logged, "", 0)
	for _, setup := range setups {
		setup(server)
	}
	if server.EnableHTTP2 {
		server.StartTLS()
	} else {
		server.Start()
	}
	t.Cleanup(func() {
		server.Close()
		if text := logged.String(); strings.Contains(text, "superfluous") || strings.Contains(text, "declared Content-Length") {
			t.Errorf("written twice: %s", text)
		}
	})
	return server, logged
}

// overHTTP2 is a setup of serve: TLS and HTTP/2.
func overHTTP2(server *httptest.Server) { server.EnableHTTP2 = true }

// get sends a GET. The body is closed when the test ends.
func get(t *testing.T, server *httptest.Server) *http.Response {
	t.Helper()
	return send(t, server, http.MethodGet, http.NoBody)
}

// send sends a request. The body is closed when the test ends.
func send(t *testing.T, server *httptest.Server, method string, body io.Reader) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, server.URL, body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = resp.Body.Close() })
	return resp
}

// readAll is what can still be read of a body.
func readAll(t *testing.T, resp *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Errorf("reading the body: %v", err)
	}
	return string(body)
}
