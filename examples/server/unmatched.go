package server

import (
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Unmatched answers requests that no pattern of a mux matches, which
// http.ServeMux does as plain text, in the catalog's format.
func Unmatched(mux *http.ServeMux, respond *orderserr.Responder) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, pattern := mux.Handler(r)
		if pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		said := answer{header: http.Header{}}
		h.ServeHTTP(&said, r)
		if said.status == http.StatusMethodNotAllowed {
			respond.WriteError(w, r, orderserr.NewMethodNotAllowed(said.header.Get("Allow")))
			return
		}
		respond.WriteError(w, r, orderserr.ErrNotFound)
	})
}

// answer is an http.ResponseWriter that keeps status and headers.
type answer struct {
	header http.Header
	status int
}

// Header returns the headers that were set.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader keeps the status.
func (a *answer) WriteHeader(status int) { a.status = status }

// Write drops the body.
func (a *answer) Write(b []byte) (int, error) { return len(b), nil }
