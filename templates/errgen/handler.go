package errgen

import (
	"errors"
	"net/http"
	"strconv"
)

// Responder has the methods of a package's Responder.
type Responder struct {
	// WriteError writes an error, unless it is nil or the response has begun.
	WriteError func(w http.ResponseWriter, r *http.Request, err error)

	// Outgoing makes out, which is zero, what an error is written as, and tells the
	// hooks. late: the response has begun, and nothing is written.
	Outgoing func(out *Outgoing, r *http.Request, err error, late bool)
}

// Handler turns a function that returns an error into an http.Handler.
func (t *Table) Handler(h func(http.ResponseWriter, *http.Request) error, s Responder) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tracked := track(w)
		defer func() {
			if p := recover(); p != nil {
				if err, ok := p.(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
					t.writePanic(tracked, r, p, s)
				}
				panic(p)
			}
		}()
		s.WriteError(tracked, r, h(tracked, r))
	})
}

// writePanic answers a panic, at once and whole: the server closes the
// connection when it is raised again.
func (t *Table) writePanic(w *responseWriter, r *http.Request, p any, s Responder) {
	late := Begun(w)
	if late && w.told {
		return // by a handler within this one
	}
	out := t.outgoingPanic(r, p, late, s)
	w.tell()
	if late {
		return
	}
	w.abandon()
	header := w.Header()
	delete(header, "Content-Length")
	var writer writer
	writer.beginResponse(t, &out)
	status := writer.setHeaders(header)
	body := writer.response(nil, &out)
	if !bodyAllowed(status) {
		body = nil
	} else if header.Get("Content-Encoding") == "" { // no middleware changes the length
		header.Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
	w.Flush()
}

// outgoingPanic is what a panic is written as, which may be a hook's own.
func (t *Table) outgoingPanic(r *http.Request, p any, late bool, s Responder) (out Outgoing) {
	defer func() {
		if recover() != nil {
			out = Outgoing{first: written{entry: t.lookup(t.Fallback)}}
		}
	}()
	s.Outgoing(&out, r, PanicError{p}, late)
	return out
}

// PanicError is what hooks are told of a panic. It is written as the fallback.
type PanicError struct{ Value any }

// Error says that there was a panic, and with which error.
func (p PanicError) Error() string {
	switch v := p.Value.(type) {
	case error:
		return "panic: " + v.Error()
	case string:
		return "panic: " + v
	}
	return "panic"
}

// Unwrap returns the error of the panic. It is not searched for what to write.
func (p PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// IncompleteError is what hooks are told of an error that was raised without the data that
// its entry needs, and is written with the zero values of its params.
type IncompleteError struct{ Err error }

// Error is the error's text, and that something is missing.
func (i IncompleteError) Error() string { return i.Err.Error() + " (raised without its data)" }

// Unwrap returns the error.
func (i IncompleteError) Unwrap() error { return i.Err }

// Begun reports whether a response has begun, as far as its writer can tell.
func Begun(w http.ResponseWriter) bool {
	for w != nil {
		if t, ok := w.(interface{ Written() bool }); ok && t.Written() {
			return true
		}
		u, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			return false
		}
		w = u.Unwrap()
	}
	return false
}
