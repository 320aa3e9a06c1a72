package bench

import "net/http"

// NullWriter is a ResponseWriter that does nothing, so that a benchmark sees
// what the code before it costs. Its header is made once: net/http makes one
// for each response, whoever writes it.
type NullWriter struct{ header http.Header }

// NewNullWriter returns a NullWriter with an empty header.
func NewNullWriter() *NullWriter { return &NullWriter{header: http.Header{}} }

// Header is the header of all responses.
func (w *NullWriter) Header() http.Header { return w.header }

// Write discards.
func (w *NullWriter) Write(b []byte) (int, error) { return len(b), nil }

// WriteHeader does nothing.
func (w *NullWriter) WriteHeader(int) {}
