package errgen

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
)

// responseWriter tells whether a response has begun. Handlers of two catalogs
// nest: each sees the other's.
type responseWriter struct {
	http.ResponseWriter
	written bool
	told    bool                       // a panic's hooks have been told
	before  [len(abandonable)][]string // what stood there before
}

// abandonable are headers of a body that is not written after all: the metadata of
// representations (RFC 9110 section 8, RFC 9530) but for those that are always written
// anew, what ranges and downloads add to them, and Cache-Control.
var abandonable = [...]string{
	"Content-Encoding", "Etag", "Last-Modified", "Cache-Control",
	"Content-Language", "Content-Location", "Content-Disposition", "Content-Range", "Accept-Ranges",
	"Content-Digest", "Repr-Digest", "Digest", "Content-Md5",
}

// track begins to watch a writer.
func track(w http.ResponseWriter) *responseWriter {
	tracked := &responseWriter{ResponseWriter: w, written: Begun(w)}
	if header := w.Header(); len(header) > 0 {
		for i, name := range abandonable {
			tracked.before[i] = header[name]
		}
	}
	return tracked
}

// abandon takes back what was set of these headers since. What stood before is a
// middleware's, that may compress; what forbids to store is meant for errors too.
func (w *responseWriter) abandon() {
	header := w.Header()
	if len(header) == 0 {
		return
	}
	for i, name := range abandonable {
		switch now, before := header[name], w.before[i]; {
		case now == nil || slices.Equal(now, before):
		case name == "Cache-Control" && strings.Contains(strings.ToLower(strings.Join(now, ",")), "no-store"):
		case before == nil:
			delete(header, name)
		default:
			header[name] = before
		}
	}
}

// tell notes that a panic's hooks have been told, for the handlers around as well.
func (w *responseWriter) tell() {
	for w != nil {
		w.told = true
		w, _ = w.ResponseWriter.(*responseWriter)
	}
}

// Written reports whether the response has begun.
func (w *responseWriter) Written() bool { return w.written }

// Unwrap is for http.ResponseController.
func (w *responseWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader begins the response, unless the status is informational.
func (w *responseWriter) WriteHeader(status int) {
	w.ResponseWriter.WriteHeader(status) // panics if there is no such status
	w.written = w.written || status >= 200 || status == http.StatusSwitchingProtocols
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
