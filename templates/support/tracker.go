package support

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
)

// responseWriter tells whether a response has begun. Handlers of two catalogs
// nest: each sees the other's.
type responseWriter struct {
	http.ResponseWriter
	written bool
}

// Written reports whether the response has begun.
func (w *responseWriter) Written() bool { return w.written }

// Unwrap is for http.ResponseController.
func (w *responseWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader begins the response, unless the status is informational.
func (w *responseWriter) WriteHeader(status int) {
	w.written = w.written || status >= 200 || status == http.StatusSwitchingProtocols
	w.ResponseWriter.WriteHeader(status)
}

// Write begins the response.
func (w *responseWriter) Write(b []byte) (int, error) {
	w.written = true
	return w.ResponseWriter.Write(b)
}

// ReadFrom lets the server send files by the kernel.
func (w *responseWriter) ReadFrom(r io.Reader) (int64, error) {
	n, err := io.Copy(w.ResponseWriter, r)
	w.written = w.written || n > 0
	return n, err
}

// Flush begins the response, if the writer can flush.
func (w *responseWriter) Flush() { _ = w.FlushError() }

// FlushError is Flush for http.ResponseController.
func (w *responseWriter) FlushError() error {
	err := http.NewResponseController(w.ResponseWriter).Flush()
	w.written = w.written || !errors.Is(err, http.ErrNotSupported)
	return err
}

// Hijack takes the connection over; nothing can be written to it any more.
func (w *responseWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(w.ResponseWriter).Hijack()
	w.written = w.written || err == nil
	return conn, rw, err
}
