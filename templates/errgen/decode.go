package errgen

import (
	"io"
	"math"
	"net/http"
	"slices"
)

// defaultMaxBody is how much of a body is read if a Decoder says nothing else.
const defaultMaxBody = 1 << 20

// maxBody is the bound that a Decoder sets, in bytes; 0: 1 MiB.
func maxBody(limit int64) int64 {
	if limit > 0 {
		return min(limit, math.MaxInt64-1) // one more is read, to see whether there is more
	}
	return defaultMaxBody
}

// Decode returns the error that a response holds: one of the package's type Error, or
// for several in one response one that wraps them, as errors.Join does, at most a thousand;
// nil if it holds none. Of the body no more than limit bytes are looked at (0: 1 MiB).
func (t *Table) Decode(limit int64, status int, header http.Header, body []byte) error {
	made := t.Hooks.Make()
	made.Response.StatusCode, made.Response.Header = status, header
	if limit = maxBody(limit); int64(len(body)) > limit {
		made.Response.Truncated = true
		body = body[:limit]
	}
	made.Response.Body = string(body)
	return t.newReading(status, header, made.Response.Body).decode(&made, nil)
}

// DecodeResponse is Decode for a response, whose body can still be read afterwards. A
// read that fails is the cause of the error.
func (t *Table) DecodeResponse(limit int64, resp *http.Response) error {
	if resp == nil || !t.looksInto(resp.StatusCode) {
		return nil
	}
	made := t.Hooks.Make()
	made.Response.StatusCode, made.Response.Header = resp.StatusCode, resp.Header
	head := resp.Request != nil && resp.Request.Method == http.MethodHead
	unread := resp.Body != nil && !head
	var failed error
	if unread && t.reads(resp) {
		failed, unread = made.Response.read(resp, maxBody(limit)), false
	}
	r := t.newReading(resp.StatusCode, resp.Header, made.Response.Body)
	r.head, r.unread = head, unread && resp.Body != http.NoBody && resp.ContentLength != 0
	return r.decode(&made, failed)
}

// looksInto reports whether a response with a status may hold an error.
func (t *Table) looksInto(status int) bool {
	if status >= 400 || status < 100 {
		return true
	}
	return slices.ContainsFunc(t.Envelopes, func(env Envelope) bool { return !env.Part && env.Status.contain(status) })
}

// reads reports whether the body of a response is read: under 400 only one that may be an
// envelope's, by its Content-Type. Any other can be a stream that does not end.
func (t *Table) reads(resp *http.Response) bool {
	if resp.StatusCode >= 400 || resp.StatusCode < 100 {
		return true
	}
	media := mediaType(resp.Header)
	return slices.ContainsFunc(t.Envelopes, func(env Envelope) bool {
		return !env.Part && env.Kind != EmptyBody && env.Status.contain(resp.StatusCode) && env.mayBe(media)
	})
}

// read reads the body, and puts what was read back before the rest.
func (r *Response) read(resp *http.Response, limit int64) error {
	read, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	body := string(read)
	resp.Body = &rereader{head: body, ReadCloser: resp.Body, err: err}
	if int64(len(body)) > limit {
		r.Truncated = true
		body = body[:limit]
	}
	r.Body = body
	return err
}

// rereader is a body of which the head has been read already.
type rereader struct {
	io.ReadCloser // the rest

	head string
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
	return r.ReadCloser.Read(b)
}

// decode returns the error that a response holds, for which space was made, and releases
// the reading. A read that failed is the cause of the first error; there is one then in
// any case.
func (r *reading) decode(made *Made, failed error) error {
	defer r.release()
	all := r.identify()
	if len(all) == 0 && failed != nil {
		all = r.only(candidate{row: Unexpected})
	}
	if len(all) == 0 {
		return nil
	}
	made.Occurrence.Cause = failed
	if len(all) == 1 {
		r.occurrence(made, &all[0])
		return made.Err
	}
	errs := make([]error, len(all))
	for i := range all {
		one := *made
		if i > 0 {
			one = r.t.Hooks.Make()
			one.Response = made.Response
		}
		one.Occurrence.several = true
		r.occurrence(&one, &all[i])
		errs[i] = one.Err
	}
	return &several{errs, r.beyond}
}

// occurrence fills in the error that was found.
func (r *reading) occurrence(made *Made, f *candidate) {
	o := made.Occurrence
	o.Row, o.Response = f.row, made.Response
	if f.fit == nil {
		return
	}
	o.Envelope = uint16(f.fit.env + 1)
	env := &r.t.Envelopes[f.fit.env]
	if f.row == Unlisted {
		o.Data = r.t.Hooks.Unlisted(r.unlistedData(env, f.fit))
		o.received = r.firstText(env, f.fit)
	} else {
		o.Data = r.data(f)
	}
	if env.Nests {
		o.within = r.within(nil, f.fit, &env.Root, r.held(f, o.Data))
	}
	if f.row == Unlisted {
		return
	}
	if f.read.Text > 0 {
		o.received, _ = r.textOf(f.fit.slots[f.read.Text])
	} else if !r.t.complete(o) {
		o.received = r.firstText(env, f.fit)
	}
}

// firstText is the most telling text field of the body, or of the item, that is there.
func (r *reading) firstText(env *Envelope, f *fitting) string {
	for _, text := range env.Texts {
		if got, ok := r.textOf(f.slots[text.Slot]); ok && !f.slots[text.Slot].outer {
			return got
		}
	}
	return ""
}

// unlistedData is what an entry that the catalog does not list came with.
func (r *reading) unlistedData(env *Envelope, f *fitting) *UnlistedData {
	u := &UnlistedData{}
	u.Code, _ = r.textOf(f.slots[SlotCode])
	for _, text := range env.Texts {
		if got, ok := r.textOf(f.slots[text.Slot]); ok && !f.slots[text.Slot].outer {
			if u.Texts == nil {
				u.Texts = make(map[string]string)
			}
			u.Texts[text.Name] = got
		}
	}
	return u
}
