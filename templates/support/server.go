package support

import (
	"errors"
	"net/http"
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
	os := catalog.outgoing(nil, err)
	header = http.Header{}
	status = catalog.setHeaders(header, os)
	if header["Content-Type"] == nil {
		delete(header, "Content-Type")
	}
	return status, header, catalog.appendResponse(nil, os)
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

// outgoing appends the occurrences that err is written as: one, or several of one
// repeated envelope; none is a bare 500.
func (t *table) outgoing(os []occurrence, err error) []occurrence {
	if p, ok := any(err).(panicError); ok && p.value != nil {
		err = nil
	}
	if err != nil {
		//errgen:if repeated
		if all := t.joined(os, err); len(all) > 1 {
			return all
		}
		//errgen:end
		if o, ok := find(err); ok && t.writable(o) {
			return append(os, o)
		}
	}
	if t.fallback == 0 {
		return os
	}
	return append(os, occurrence{id: t.fallback})
}

// writable reports whether an occurrence can go out: it is an entry with a
// response, has its data, and was raised here.
func (t *table) writable(o occurrence) bool {
	e := t.lookup(o.id)
	return e != nil && !e.is(isUnreachable) && o.response == nil && t.complete(o)
}

//errgen:if repeated

// joined appends to all, which is empty, the occurrences of one repeated envelope
// in err's tree, the first's, as far as they can be written.
func (t *table) joined(all []occurrence, err error) []occurrence {
	if first, ok := find(err); !ok || !t.writable(first) {
		return nil
	}
	collect(err, func(o occurrence) {
		if !t.writable(o) {
			return
		}
		e := t.lookup(o.id)
		if _, _, ok := e.body.cut(opItems); !ok {
			return
		}
		if len(all) == 0 || t.lookup(all[0].id).reads[0].envelope == e.reads[0].envelope {
			all = append(all, o)
		}
	})
	if first, _ := find(err); len(all) == 0 || all[0].id != first.id {
		return nil
	}
	return all
}

// collect visits the outermost errors of this catalog in err's tree.
func collect(err error, visit func(occurrence)) {
	if o, ok := asOccurrence(err); ok {
		visit(o)
		return
	}
	switch e := any(err).(type) {
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			collect(inner, visit)
		}
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			if inner != nil {
				collect(inner, visit)
			}
		}
	}
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
	return t.appendBody(b, os[0])
}

// setHeaders sets the headers of a response and returns its status.
func (t *table) setHeaders(header http.Header, os []occurrence) int {
	header["X-Content-Type-Options"] = noSniff
	if len(os) == 0 {
		delete(header, "Content-Type")
		return http.StatusInternalServerError
	}
	o := os[0]
	e := t.lookup(o.id)
	for i := range e.headers {
		delete(header, e.headers[i].name)
	}
	header["Content-Type"] = t.envelopes[e.reads[0].envelope].contentType // nil: net/http does not guess
	for i := range e.headers {
		t.setHeader(header, e, &e.headers[i], o)
	}
	return t.status(o)
}

// setHeader adds one line, but one with a param that is not there.
func (t *table) setHeader(header http.Header, e *entry, l *line, o occurrence) {
	old := header[l.name]
	switch w := t.writer(e, o); {
	case l.fixed != nil && old == nil:
		header[l.name] = l.fixed
	case l.fixed != nil:
		header[l.name] = append(old[:len(old):len(old)], l.fixed...)
	case w.fillable(l.value):
		b, _ := w.run(nil, l.value)
		header[l.name] = append(old[:len(old):len(old)], headerText(b))
	}
}

// fillable reports whether some wording of a header has all its params.
func (w *writer) fillable(p program) bool {
	rest, ok := strings.CutPrefix(string(p), string([]byte{hole, opPick}))
	if !ok {
		return w.complete(p)
	}
	for q, or := program(rest), true; or; q, or = q.skip() {
		if w.complete(q) {
			return true
		}
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
