package errgen

import (
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Outgoing is what an error is written as.
type Outgoing struct {
	Incomplete bool // it was raised without the data that its entry needs

	one      Occurrence    // Row 0: a bare 500
	several  []Occurrence  // instead, of one repeated envelope
	exchange reflect.Value // a struct; zero: none
}

// Send is a response of one error, or of several of a repeated envelope.
func Send(os ...Occurrence) Outgoing {
	if len(os) == 1 {
		return Outgoing{one: os[0]}
	}
	return Outgoing{several: os}
}

// Row is the entry that is written, the first of several; 0 for a bare 500.
func (out *Outgoing) Row() Row { return out.first().Row }

func (out *Outgoing) first() *Occurrence {
	if len(out.several) > 0 {
		return &out.several[0]
	}
	return &out.one
}

// SetExchange gives the response the exchange values, a pointer to the package's
// struct of them.
func (out *Outgoing) SetExchange(values any) { out.exchange = fields(values) }

// Outgoing is what err is written as, in whose tree found is the first error of the
// catalog: as that with what is joined to it, if it can go out; else as what mapped,
// unless it is nil, makes of err; else as the fallback, as a panic always is.
func (t *Table) Outgoing(found *Occurrence, err error, mapped func(error) error) (out Outgoing) {
	switch _, panicked := any(err).(PanicError); {
	case t.writable(found):
		out.one = *found
	case err != nil && mapped != nil && !panicked:
		err = mapped(err)
		out.one = t.find(err)
	}
	if !t.writable(&out.one) {
		out.one = Occurrence{Row: t.Fallback}
		return out
	}
	e := t.lookup(out.one.Row)
	if e.Body.index(OpItems) >= 0 && t.Hooks.Read(err).Row == 0 { // something is around it
		out.several = t.joined(err, e.Reads[0].Envelope)
	}
	if out.Incomplete = !t.complete(&out.one); out.Incomplete {
		out.one = t.completed(out.one)
	}
	return out
}

// writable reports whether an occurrence can go out: it is an entry with a response,
// and was raised here.
func (t *Table) writable(o *Occurrence) bool {
	e := t.lookup(o.row())
	return e != nil && !e.is(IsUnreachable) && o.Response == nil
}

// joined returns all that is written as one response: the errors in err's tree that
// are of a repeated envelope, in their order.
func (t *Table) joined(err error, envelope int) (all []Occurrence) {
	t.each(err, func(o Occurrence) bool {
		if e := t.lookup(o.Row); t.writable(&o) && e.Body.index(OpItems) >= 0 && e.Reads[0].Envelope == envelope {
			all = append(all, t.completed(o))
		}
		return true
	})
	return all
}

// noSniff, shared by all responses, has no room to append to.
var noSniff = []string{"nosniff"}

// buffers holds the buffers in which bodies are made.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 1024); return &b }}

// Write writes a response. Like http.Error it leaves Content-Encoding as it is: a
// middleware that compresses may have set it.
func (t *Table) Write(w http.ResponseWriter, out *Outgoing) {
	if tracked, ok := w.(*responseWriter); ok {
		tracked.abandon()
	}
	header := w.Header()
	delete(header, "Content-Length")
	status := t.setHeaders(header, out)
	buf := buffers.Get().(*[]byte)
	body := t.appendResponse((*buf)[:0], out)
	w.WriteHeader(status)
	if len(body) > 0 && bodyAllowed(status) {
		_, _ = w.Write(body) // the client hung up: there is nobody to tell
	}
	*buf = body[:0]
	if cap(body) <= 1<<16 {
		buffers.Put(buf)
	}
}

// Encode returns what Write writes.
func (t *Table) Encode(out *Outgoing) (status int, header http.Header, body []byte) {
	header = http.Header{}
	status = t.setHeaders(header, out)
	if header["Content-Type"] == nil {
		delete(header, "Content-Type")
	}
	return status, header, t.appendResponse(nil, out)
}

// bodyAllowed reports whether a response with a status may have a body (RFC 9110
// section 6.4.1).
func bodyAllowed(status int) bool {
	return status >= 200 && status != http.StatusNoContent && status != http.StatusNotModified
}

// appendResponse appends the body of a response.
func (t *Table) appendResponse(b []byte, out *Outgoing) []byte {
	if len(out.several) > 1 {
		return t.appendItems(b, out.several, out.exchange)
	}
	o := out.first()
	e := t.lookup(o.Row)
	if e == nil {
		return b
	}
	var w writer
	w.begin(t, e, o.Data, out.exchange)
	return w.body(b)
}

// setHeaders sets the headers of a response and returns its status.
func (t *Table) setHeaders(header http.Header, out *Outgoing) int {
	header["X-Content-Type-Options"] = noSniff
	o := out.first()
	e := t.lookup(o.Row)
	if e == nil {
		delete(header, "Content-Type")
		return http.StatusInternalServerError
	}
	var w writer
	w.begin(t, e, o.Data, out.exchange)
	header["Content-Type"] = t.Envelopes[e.Reads[0].Envelope].ContentType // nil: net/http does not guess
	for i := range e.Headers {
		w.setHeader(header, e.Headers[:i], &e.Headers[i])
	}
	return t.status(e, w.fields)
}

// setHeader sets one line, but one with a param that is not there. It stands behind
// those lines of the same name that were set before, and replaces what else there was.
func (w *writer) setHeader(header http.Header, before []Line, l *Line) {
	values := l.Fixed
	if values == nil && w.fillable(l.Value) {
		values = []string{HeaderText(w.run(nil, l.Value))}
	}
	switch isFirst := !slices.ContainsFunc(before, func(o Line) bool { return o.Name == l.Name }); {
	case isFirst && values == nil:
		delete(header, l.Name)
	case isFirst:
		header[l.Name] = values
	case values != nil:
		old := header[l.Name]
		header[l.Name] = append(old[:len(old):len(old)], values...)
	}
}

// fillable reports whether some wording of a header has all its params.
func (w *writer) fillable(p Program) bool {
	return p.anyWording(w.complete)
}

// HeaderText takes out what a field value cannot hold (RFC 9110 section 5.5):
// CR, LF, NUL and the other controls, and outer space.
func HeaderText(b []byte) string { return strings.TrimSpace(headerLine(string(b))) }

// headerLine is HeaderText but for outer space.
func headerLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
