package errgen

import (
	"net/http"
	"slices"
	"strings"
)

// written is what is written.
type written struct {
	entry *Entry // nil: a bare 500
	data  any    // nil: none
}

// Outgoing is what an error is written as.
type Outgoing struct {
	Incomplete bool // it was raised without the data that its entry needs

	first    written
	several  []written // the first and the others, where one repeated envelope has them
	exchange any       // a pointer to a struct; nil: none
}

// Name is the name of the entry that is written, of the first of several; "" for a
// bare 500.
func (out *Outgoing) Name() string {
	if out.first.entry == nil {
		return ""
	}
	return out.first.entry.Name
}

// Names are the names of all entries that are written, none for a bare 500.
func (out *Outgoing) Names() []string {
	if len(out.several) == 0 {
		if out.first.entry == nil {
			return nil
		}
		return []string{out.first.entry.Name}
	}
	names := make([]string, len(out.several))
	for i, w := range out.several {
		names[i] = w.entry.Name
	}
	return names
}

// SetExchange gives the response the exchange values, a pointer to the package's
// struct of them.
func (out *Outgoing) SetExchange(values any) { out.exchange = values }

// Send makes out, which is zero, a response of one error, or of several of a repeated
// envelope.
func (t *Table) Send(out *Outgoing, os ...Occurrence) {
	for i := range os {
		out.several = append(out.several, t.written(&os[i]))
	}
	out.first = out.several[0]
}

// Outgoing makes out, which is zero, what err is written as, in whose tree found is the
// first error of the catalog, and perhaps joined to others: that with these, if it can
// go out; else what mapped, unless it is nil, makes of err; else the fallback, as a
// panic always is.
func (t *Table) Outgoing(out *Outgoing, found *Occurrence, joined bool, err error, mapped func(error) error) {
	if !t.writable(found) {
		var o Occurrence
		if _, panicked := any(err).(PanicError); err != nil && mapped != nil && !panicked {
			err = mapped(err)
			o, joined = t.find(err), true
		}
		if !t.writable(&o) {
			out.first.entry = t.lookup(t.Fallback)
			return
		}
		found = &o
	}
	out.Incomplete = !t.complete(found)
	out.first = t.written(found)
	if env := out.first.entry.Reads[0].Envelope; joined && t.Envelopes[env].List {
		out.several = t.joined(out.first, err, env)
	}
}

// written is an occurrence as it is written: with data if its entry needs some, in which
// params that were not given have their zero values.
func (t *Table) written(o *Occurrence) written {
	r := written{t.lookup(o.Row), o.Data}
	if r.data == nil && r.entry != nil && !r.entry.is(IsStatic) && r.entry.hasData() {
		r.data = r.entry.newData()
	}
	return r
}

// writable reports whether an occurrence can go out: it is an entry with a response,
// and was raised here.
func (t *Table) writable(o *Occurrence) bool {
	e := t.lookup(o.row())
	return e != nil && !e.is(IsUnreachable) && o.Response == nil
}

// joined returns all that is written as one response, if there are several: the first
// error in err's tree and those after it that are of its repeated envelope and can stand
// behind it, in their order.
func (t *Table) joined(first written, err error, envelope int) (all []written) {
	n := 0
	t.each(err, func(o Occurrence) bool {
		if !t.writable(&o) || t.lookup(o.Row).Reads[0].Envelope != envelope {
			return true
		}
		if n++; n == 1 {
			return true
		}
		if other := t.written(&o); t.isBeside(first, other, envelope) {
			if all == nil {
				all = []written{first, other}
			} else {
				all = append(all, other)
			}
		}
		return true
	})
	return all
}

// noSniff, shared by all responses, has no room to append to.
var noSniff = []string{"nosniff"}

// Write writes a response. Like http.Error it leaves Content-Encoding as it is: a
// middleware that compresses may have set it.
func (t *Table) Write(w http.ResponseWriter, out *Outgoing) {
	if tracked, ok := w.(*responseWriter); ok {
		tracked.abandon()
	}
	header := w.Header()
	delete(header, "Content-Length")
	var writer writer
	writer.beginResponse(t, out)
	status := writer.setHeaders(header)
	if e := writer.entry; e != nil && len(e.Fixed) > 0 {
		send(w, status, e.Fixed)
		return
	}
	buf := takeBuffer()
	body := writer.response(*buf, out)
	send(w, status, body)
	releaseBuffer(buf, body)
}

// send writes a status and a body.
func send(w http.ResponseWriter, status int, body []byte) {
	w.WriteHeader(status)
	if len(body) > 0 && bodyAllowed(status) {
		_, _ = w.Write(body) // the client hung up: there is nobody to tell
	}
}

// Encode returns what Write writes.
func (t *Table) Encode(out *Outgoing) (status int, header http.Header, body []byte) {
	header = http.Header{}
	var writer writer
	writer.beginResponse(t, out)
	status = writer.setHeaders(header)
	if header["Content-Type"] == nil {
		delete(header, "Content-Type")
	}
	return status, header, writer.response(nil, out)
}

// bodyAllowed reports whether a response with a status may have a body (RFC 9110
// section 6.4.1).
func bodyAllowed(status int) bool {
	return status >= 200 && status != http.StatusNoContent && status != http.StatusNotModified
}

// beginResponse makes w, which is zero, write a response: the first of several errors.
func (w *writer) beginResponse(t *Table, out *Outgoing) {
	w.exchange = fields(out.exchange)
	w.begin(t, out.first)
}

// response appends the body of a response.
func (w *writer) response(b []byte, out *Outgoing) []byte {
	switch {
	case w.entry == nil:
		return b
	case len(out.several) > 1:
		return w.items(b, out.several)
	}
	return w.body(b)
}

// setHeaders sets the headers of a response and returns its status.
func (w *writer) setHeaders(header http.Header) int {
	header["X-Content-Type-Options"] = noSniff
	e := w.entry
	if e == nil {
		delete(header, "Content-Type")
		return http.StatusInternalServerError
	}
	header["Content-Type"] = w.t.Envelopes[e.Reads[0].Envelope].ContentType // nil: net/http does not guess
	for i := range e.Headers {
		w.setHeader(header, e.Headers[:i], &e.Headers[i])
	}
	return w.t.status(e, w.data)
}

// setHeader sets one line, but one with a param that is not there. It stands behind
// those lines of the same name that were set before, and replaces what else there was.
func (w *writer) setHeader(header http.Header, before []Line, l *Line) {
	values := l.Fixed
	if values == nil && w.fillable(l.Value) {
		text := HeaderText(w.run(nil, l.Value))
		if l.Name == "Retry-After" && strings.HasPrefix(text, "-") { // what is past (RFC 9110 section 10.2.3)
			text = "0"
		}
		values = []string{text}
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
// CR, LF, NUL and the other controls, and outer space. A line's end is one space, be it
// LF or CRLF, as it is one character in a body that is text.
func HeaderText(b []byte) string { return strings.TrimSpace(headerLine(string(b))) }

// headerLine is HeaderText but for outer space.
func headerLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return ' '
		}
		return r
	}, UnixLines(s))
}
