package support

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// WriteError writes err as the catalog has it. The first error of this catalog
// in the tree is written; several of one repeated envelope, joined, are one
// response. Whatever else err is, decoded from another service's response, not
// of the catalog or without the data that its entry needs, is written as the
// catalog's fallback: nothing leaks. A response that has already begun is left
// as it is.
func WriteError(w http.ResponseWriter, err error) { (*Responder)(nil).WriteError(w, nil, err) }

// Handler turns a function that returns an error into an http.Handler: the error
// is written as WriteError does, without the headers that the function has set
// for the body that it did not write: Content-Encoding, Etag, Last-Modified, and
// Cache-Control unless it forbids to store. A panic is answered with the fallback
// and goes on.
func Handler(h func(http.ResponseWriter, *http.Request) error) http.Handler {
	return (*Responder)(nil).Handler(h)
}

// Encode returns what WriteError would write. It is the inverse of Decode, for
// tests and other transports.
func Encode(err error) (status int, header http.Header, body []byte) {
	return (*Responder)(nil).Encode(nil, err)
}

// Responder writes errors as WriteError and Handler do, with hooks. Its zero
// value has none.
type Responder struct {
	// OnError is told every error, whole, with its cause, and as which entry it is
	// written: for logs. written is 0 for a bare 500, and where the response had
	// begun before, so that nothing is written. r is nil where there is none.
	OnError func(r *http.Request, err error, written ID)
	//errgen:if exchange

	// Exchange supplies the values that belong to the exchange, such as a
	// request id. r is nil where there is none.
	Exchange func(r *http.Request, x *Exchange)
	//errgen:end
}

// WriteError is the function WriteError with the responder's hooks.
func (s *Responder) WriteError(w http.ResponseWriter, r *http.Request, err error) {
	if err == nil {
		return
	}
	var space [1]occurrence // most errors are one, and cost no allocation
	late := begun(w)
	os := s.outgoing(space[:0], r, err, late)
	if late {
		return
	}
	if tracked, ok := w.(*responseWriter); ok {
		tracked.abandon()
	}
	catalog.write(w, os)
}

// Encode is the function Encode with the responder's hooks, for frameworks that
// write responses themselves.
func (s *Responder) Encode(r *http.Request, err error) (status int, header http.Header, body []byte) {
	if err == nil {
		s = nil // there is nothing to tell
	}
	os := s.outgoing(nil, r, err, false)
	header = http.Header{}
	status = catalog.setHeaders(header, os)
	if header["Content-Type"] == nil {
		delete(header, "Content-Type")
	}
	return status, header, catalog.appendResponse(nil, os)
}

// outgoing appends what err is written as, and tells the hooks. late: the response
// has begun, and nothing is written.
func (s *Responder) outgoing(os []occurrence, r *http.Request, err error, late bool) []occurrence {
	os = catalog.outgoing(os, err)
	var written ID
	if len(os) > 0 && !late {
		written = os[0].id
	}
	if s != nil && s.OnError != nil {
		s.OnError(r, err, written)
	}
	//errgen:if exchange
	if s != nil && s.Exchange != nil {
		x := new(Exchange)
		s.Exchange(r, x)
		for i := range os {
			os[i].exchange = x
		}
	}
	//errgen:end
	return os
}

// Handler is the function Handler with the responder's hooks.
func (s *Responder) Handler(h func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tracked := track(w)
		defer func() {
			if p := recover(); p != nil {
				if err, ok := p.(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
					s.writePanic(tracked, r, p)
				}
				panic(p)
			}
		}()
		s.WriteError(tracked, r, h(tracked, r))
	})
}

// writePanic answers a panic, at once and whole: the server closes the
// connection when the panic goes on.
func (s *Responder) writePanic(w *responseWriter, r *http.Request, p any) {
	late := begun(w)
	if late && w.told {
		return // by a handler within this one
	}
	os := s.outgoingPanic(r, p, late)
	w.tell()
	if late {
		return
	}
	w.abandon()
	header := w.Header()
	delete(header, "Content-Length")
	status := catalog.setHeaders(header, os)
	body := catalog.appendResponse(nil, os)
	if !bodyAllowed(status) {
		body = nil
	} else if header.Get("Content-Encoding") == "" { // no middleware changes the length
		header.Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
	w.Flush()
}

// outgoingPanic is outgoing for a panic, which may be a hook's own.
func (s *Responder) outgoingPanic(r *http.Request, p any, late bool) (os []occurrence) {
	defer func() {
		if recover() != nil {
			os = catalog.outgoing(nil, panicError{p})
		}
	}()
	return s.outgoing(nil, r, panicError{p}, late)
}

// panicError is what OnError is told of a panic.
type panicError struct{ value any }

// Error says that there was a panic, and with which error.
func (p panicError) Error() string {
	switch v := p.value.(type) {
	case error:
		return "panic: " + v.Error()
	case string:
		return "panic: " + v
	}
	return "panic"
}

// Unwrap returns the error of the panic. It is not searched for what to write.
func (p panicError) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

// outgoing appends to os, which is empty, the occurrences that err is written as:
// one, or several of one repeated envelope; none is a bare 500.
func (t *table) outgoing(os []occurrence, err error) []occurrence {
	if p, ok := any(err).(panicError); ok && p.value != nil {
		err = nil
	}
	if err != nil {
		os = append(os, occurrence{})
		if first := &os[0]; first.find(err) && t.writable(first) {
			//errgen:if repeated
			os = t.joined(os, err)
			//errgen:end
			return os
		}
		os = os[:0]
	}
	if t.fallback == 0 {
		return os
	}
	return append(os, occurrence{id: t.fallback})
}

// writable reports whether an occurrence can go out: it is an entry with a
// response, has its data, and was raised here.
func (t *table) writable(o *occurrence) bool {
	e := t.lookup(o.id)
	return e != nil && !e.is(isUnreachable) && o.response == nil && t.complete(o)
}

//errgen:if repeated

// joined returns all that is written as one response with the first occurrence in
// err's tree, which is in os: what else is of its repeated envelope, in their order.
func (t *table) joined(os []occurrence, err error) []occurrence {
	first := t.lookup(os[0].id)
	if first.body.index(opItems) < 0 {
		return os
	}
	left := maxTree
	return t.collect(os[:0], err, first.reads[0].envelope, &left)
}

// collect appends the outermost errors of this catalog in err's tree, as far as they
// are items of one envelope, among as many as are left.
func (t *table) collect(os []occurrence, err error, envelope int, left *int) []occurrence {
	if *left--; *left < 0 {
		return os
	}
	var o occurrence
	if o.read(err) {
		e := t.lookup(o.id)
		if t.writable(&o) && e.body.index(opItems) >= 0 && e.reads[0].envelope == envelope {
			os = append(os, o)
		}
		return os
	}
	switch e := any(err).(type) {
	case interface{ Unwrap() error }:
		os = t.collect(os, e.Unwrap(), envelope, left)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			os = t.collect(os, inner, envelope, left)
		}
	}
	return os
}

//errgen:end

// noSniff, shared by all responses, has no room to append to.
var noSniff = []string{"nosniff"}

// buffers holds the buffers in which bodies are made.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 1024); return &b }}

// write writes occurrences as one response. Like http.Error it leaves
// Content-Encoding as it is: a middleware that compresses may have set it.
func (t *table) write(w http.ResponseWriter, os []occurrence) {
	header := w.Header()
	delete(header, "Content-Length")
	status := t.setHeaders(header, os)
	buf := buffers.Get().(*[]byte)
	body := t.appendResponse((*buf)[:0], os)
	w.WriteHeader(status)
	if len(body) > 0 && bodyAllowed(status) {
		_, _ = w.Write(body) // the client hung up: there is nobody to tell
	}
	*buf = body[:0]
	if cap(body) <= 1<<16 {
		buffers.Put(buf)
	}
}

// bodyAllowed reports whether a response with a status may have a body (RFC 9110
// section 6.4.1).
func bodyAllowed(status int) bool {
	return status >= 200 && status != http.StatusNoContent && status != http.StatusNotModified
}

// appendResponse appends the body of a response.
func (t *table) appendResponse(b []byte, os []occurrence) []byte {
	//errgen:if repeated
	if len(os) > 1 {
		return t.appendItems(b, os)
	}
	//errgen:end
	if len(os) == 0 {
		return b
	}
	return t.appendBody(b, &os[0])
}

// setHeaders sets the headers of a response and returns its status.
func (t *table) setHeaders(header http.Header, os []occurrence) int {
	header["X-Content-Type-Options"] = noSniff
	if len(os) == 0 {
		delete(header, "Content-Type")
		return http.StatusInternalServerError
	}
	e := t.lookup(os[0].id)
	var w writer
	w.begin(t, e, &os[0])
	header["Content-Type"] = t.envelopes[e.reads[0].envelope].contentType // nil: net/http does not guess
	for i := range e.headers {
		w.setHeader(header, e.headers[:i], &e.headers[i])
	}
	return t.status(e, w.data)
}

// setHeader sets one line, but one with a param that is not there. It stands behind
// those lines of the same name that were set before, and replaces what else there was.
func (w *writer) setHeader(header http.Header, before []line, l *line) {
	values := l.fixed
	//errgen:if params
	if values == nil && w.fillable(l.value) {
		values = []string{headerText(w.run(nil, l.value))}
	}
	//errgen:end
	switch isFirst := !slices.ContainsFunc(before, func(o line) bool { return o.name == l.name }); {
	case isFirst && values == nil:
		delete(header, l.name)
	case isFirst:
		header[l.name] = values
	case values != nil:
		old := header[l.name]
		header[l.name] = append(old[:len(old):len(old)], values...)
	}
}

//errgen:if params

// fillable reports whether some wording of a header has all its params.
func (w *writer) fillable(p program) bool {
	for at := 0; at >= 0; {
		wording, next := p.wording(at)
		if w.complete(wording) {
			return true
		}
		at = next
	}
	return false
}

// headerText takes out what a field value cannot hold (RFC 9110 section 5.5):
// CR, LF, NUL and the other controls, and outer space.
func headerText(b []byte) string { return strings.TrimSpace(headerLine(string(b))) }

// headerLine is headerText but for outer space.
func headerLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}

//errgen:end

// begun reports whether a response has begun, as far as its writer can tell.
func begun(w http.ResponseWriter) bool {
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
