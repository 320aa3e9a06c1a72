package support

import (
	"errors"
	"io"
	"log/slog"
	"math"
	"net/http"
	"slices"
	"strconv"
)

// Response is what an error was decoded from.
type Response struct {
	StatusCode  int
	Header      http.Header
	Body        string
	Truncated   bool   // the body was longer than Decoder.MaxBody
	CloseCode   int    // of a WebSocket; 0: an HTTP response
	CloseReason string // of a WebSocket
}

// String says what the response was, never what it held: "502 text/html, 312 bytes".
func (r *Response) String() string {
	if r == nil {
		return "no response"
	}
	if r.CloseCode != 0 {
		return "close code " + strconv.Itoa(r.CloseCode)
	}
	s := "no status"
	if r.StatusCode != 0 {
		s = strconv.Itoa(r.StatusCode)
	}
	if media := mediaType(r.Header); media != "" {
		s += " " + bound(media)
	}
	s += ", " + strconv.Itoa(len(r.Body)) + " bytes"
	if r.Truncated {
		s += ", cut"
	}
	return s
}

// LogValue is what log/slog prints: String, never headers or the body.
func (r *Response) LogValue() slog.Value { return slog.StringValue(r.String()) }

// defaultMaxBody is how much of a body is read if the Decoder says nothing else.
const defaultMaxBody = 1 << 20

// Decoder reads errors from responses. Its zero value is what Decode and
// DecodeResponse are.
type Decoder struct {
	// MaxBody bounds the body that is read, in bytes; 0: 1 MiB. A longer one is
	// cut, and is no error that the catalog knows.
	MaxBody int64
}

func (d Decoder) maxBody() int64 {
	if d.MaxBody > 0 {
		return min(d.MaxBody, math.MaxInt64-1) // one more is read, to see whether there is more
	}
	return defaultMaxBody
}

// receipt is a response beside the error that it holds: most hold one.
type receipt struct {
	response Response
	err      Error
}

// Decode returns the error that a response holds: an *Error, or for several in
// one response what errors.Join makes of them; nil if it holds none. A status
// of 400 and up always is an error. A status of 0 is a response read without one.
func Decode(status int, header http.Header, body []byte) error {
	return Decoder{}.Decode(status, header, body)
}

// Decode is the function Decode with the decoder's limits.
func (d Decoder) Decode(status int, header http.Header, body []byte) error {
	in := &receipt{response: Response{StatusCode: status, Header: header}}
	if int64(len(body)) > d.maxBody() {
		in.response.Truncated = true
		body = body[:d.maxBody()]
	}
	in.response.Body = string(body)
	return catalog.decode(in, false)
}

// DecodeResponse returns the error that a response holds, nil if it holds none.
// The body can still be read afterwards; it is not closed. A read that fails is
// the cause of the error.
func DecodeResponse(resp *http.Response) error { return Decoder{}.DecodeResponse(resp) }

// DecodeResponse is the function DecodeResponse with the decoder's limits.
func (d Decoder) DecodeResponse(resp *http.Response) error {
	if resp == nil || !catalog.looksInto(resp.StatusCode) {
		return nil
	}
	in := &receipt{response: Response{StatusCode: resp.StatusCode, Header: resp.Header}}
	head := resp.Request != nil && resp.Request.Method == http.MethodHead
	var failed error
	if resp.Body != nil && !head {
		failed = d.read(resp, &in.response)
	}
	err := catalog.decode(in, head)
	if failed != nil {
		return becauseOf(failed, err, &in.response)
	}
	return err
}

// becauseOf gives what was decoded from a body that could not be read to its end
// the failure as its cause: the first of several errors.
func becauseOf(failed, err error, response *Response) error {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{id: ErrUnexpectedResponse, response: response}
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return e.WithCause(failed)
	}
	all := slices.Clone(joined.Unwrap())
	all[0] = e.WithCause(failed)
	return errors.Join(all...)
}

// looksInto reports whether a response with a status may hold an error.
func (t *table) looksInto(status int) bool {
	if status >= 400 || status < 100 {
		return true
	}
	for i := range t.envelopes {
		if env := &t.envelopes[i]; !env.part && env.status.contain(status) {
			return true
		}
	}
	return false
}

// read reads the body, and puts what was read back before the rest.
func (d Decoder) read(resp *http.Response, response *Response) error {
	limit := d.maxBody()
	read, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	body := string(read)
	resp.Body = &rereader{head: body, rest: resp.Body, err: err}
	if int64(len(body)) > limit {
		response.Truncated = true
		body = body[:limit]
	}
	response.Body = body
	return err
}

// rereader is a body of which the head has been read already.
type rereader struct {
	head string
	rest io.ReadCloser
	err  error // with which reading ended, if not at the end or the limit
}

// Read reads the head, then the rest.
func (r *rereader) Read(b []byte) (int, error) {
	if r.head != "" {
		n := copy(b, r.head)
		r.head = r.head[n:]
		return n, nil
	}
	if r.err != nil {
		return 0, r.err
	}
	return r.rest.Read(b)
}

// Close closes the rest.
func (r *rereader) Close() error { return r.rest.Close() }

// decode returns the error that a response holds. head: it has no body because
// the request was HEAD; then only a status that is one entry's alone tells.
func (t *table) decode(in *receipt, head bool) error {
	status := in.response.StatusCode
	if status < 100 {
		status = 0
	}
	r := t.newReading(status, in.response.Header, in.response.Body)
	defer r.release()
	var all []found
	if head {
		all = r.identifyHead()
	} else {
		all = r.identify()
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return r.error(&in.err, all[0], &in.response)
	}
	errs := make([]error, len(all))
	for i, f := range all {
		errs[i] = r.error(new(Error), f, &in.response)
	}
	return errors.Join(errs...)
}

// identifyHead finds the entry by the status alone.
func (r *reading) identifyHead() []found {
	if r.status < 400 {
		return nil
	}
	var only ID
	for i := range r.t.entries {
		if r.t.entries[i].status.contain(r.status) {
			if only != 0 {
				return r.none()
			}
			only = errFirst + ID(i)
		}
	}
	if only == 0 {
		return r.none()
	}
	return r.only(found{id: only})
}

// error makes e the error that was found.
func (r *reading) error(e *Error, f found, response *Response) *Error {
	e.id, e.response = f.id, response
	if f.fit == nil {
		if row := r.t.lookup(f.id); row != nil && row.is(isStatic) && row.hasData() {
			e.data = row.newData()
		}
		return e
	}
	env := &r.t.envelopes[f.fit.env]
	if f.id == ErrUnlisted {
		e.data = r.unlistedData(env, f.fit)
	} else if data := r.data(f); data != nil {
		e.data = data
		return e
	}
	e.received = r.firstText(env, f.fit)
	return e
}

// firstText is the first text field of the body that is there.
func (r *reading) firstText(env *envelope, f *fitting) string {
	for _, text := range env.texts {
		if got, ok := r.textOf(f.slots[text.slot]); ok {
			return got
		}
	}
	return ""
}

// unlistedData is what an entry that the catalog does not list came with.
func (r *reading) unlistedData(env *envelope, f *fitting) *UnlistedError {
	u := &UnlistedError{}
	u.Code, _ = r.textOf(f.slots[slotCode])
	for _, text := range env.texts {
		if got, ok := r.textOf(f.slots[text.slot]); ok {
			if u.Texts == nil {
				u.Texts = make(map[string]string)
			}
			u.Texts[text.name] = got
		}
	}
	return u
}
