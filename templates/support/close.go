package support

//errgen:if close

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxReason is the longest close reason in bytes (RFC 6455 section 5.5).
const maxReason = 123

// closeInternal is the close code of an uncatalogued error where the fallback
// has none (RFC 6455 section 7.4.1).
const closeInternal = 1011

// CloseCode is the WebSocket close code with which the entry is written, 0 if it
// has none.
func (id ID) CloseCode() int {
	if e := catalog.lookup(id); e != nil {
		return int(e.close)
	}
	return 0
}

// CloseFrame returns the WebSocket close code and reason for err (RFC 6455
// section 7.4): those of the first error of this catalog in its tree. What has
// no close code, its data missing or was decoded is the fallback's, or 1011
// without a reason. The reason is cut to 123 bytes at a character.
func CloseFrame(err error) (code int, reason string) {
	var o occurrence
	ok := o.find(err)
	e := catalog.lookup(o.id)
	if !ok || e == nil || e.close == 0 || o.response != nil || !catalog.complete(&o) {
		o = occurrence{id: catalog.fallback}
		if e = catalog.lookup(o.id); e == nil || e.close == 0 {
			return closeInternal, ""
		}
	}
	var w writer
	w.begin(&catalog, e, &o)
	return int(e.close), cutReason(string(w.run(nil, e.reason)))
}

// cutReason cuts a reason to what a close frame holds.
func cutReason(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if len(s) <= maxReason {
		return s
	}
	n := maxReason
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// DecodeClose returns the error that a WebSocket was closed with: by its code,
// among several of one code by the reason; nil for 1000, 1001 and 1005, which
// are no errors, unless the catalog lists them. A reason that no entry of a
// listed code has is ErrUnlisted.
func DecodeClose(code int, reason string) error {
	response := &Response{CloseCode: code, CloseReason: reason}
	f, r := catalog.identifyClose(response)
	if f.id == 0 {
		return nil
	}
	e := &Error{id: f.id, response: response, received: reason}
	if f.id == ErrUnlisted {
		e.data = &UnlistedError{Code: strconv.Itoa(code)}
	} else if data := r.data(f); data != nil {
		e.data, e.received = data, ""
	}
	return e
}

// identifyClose finds the entry of a close code and reason
// (docs/spec.md#other-responses).
func (t *table) identifyClose(response *Response) (found, *reading) {
	fit := &fitting{slots: []slotValue{{}, {}, {given: true, isText: true}}}
	r := &reading{t: t, texts: []string{response.CloseReason}}
	var cs []candidate
	for i := range t.entries {
		e := &t.entries[i]
		if e.close != 0 && int(e.close) == response.CloseCode {
			cs = append(cs, candidate{id: errFirst + ID(i), entry: e, read: &read{facts: e.causes}, fit: fit, rank: rankConstant, status: true})
		}
	}
	switch {
	case len(cs) > 0:
		only := &cs[0]
		if len(cs) > 1 {
			only = r.mostSpecific(cs)
		}
		if only == nil {
			return found{id: ErrUnlisted, fit: fit}, r
		}
		return found{id: only.id, fit: fit, read: only.read}, r
	case response.CloseCode == 1000 || response.CloseCode == 1001 || response.CloseCode == 1005:
		return found{}, r
	}
	return found{id: ErrUnexpectedResponse}, r
}

//errgen:end
