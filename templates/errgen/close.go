package errgen

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	maxReason     = 123  // of a close frame, in bytes (RFC 6455 section 5.5)
	closeInternal = 1011 // of an uncatalogued error where the fallback has none (section 7.4.1)
)

// CloseFrame is the WebSocket close code and reason (RFC 6455 section 7.4) of an
// occurrence, nil for none. What has no close code, or was decoded, is the fallback's,
// or 1011 without a reason. The reason is cut to 123 bytes at a character.
func (t *Table) CloseFrame(found *Occurrence) (code int, reason string) {
	e := t.lookup(found.row())
	if e == nil || e.Close == 0 || found.Response != nil {
		found = &Occurrence{Row: t.Fallback}
		if e = t.lookup(t.Fallback); e == nil || e.Close == 0 {
			return closeInternal, ""
		}
	}
	var w writer
	w.begin(t, t.written(found))
	reason = strings.ToValidUTF8(string(w.run(nil, e.Reason)), "\ufffd")
	return int(e.Close), strings.ToValidUTF8(reason[:min(len(reason), maxReason)], "") // without half a character
}

// DecodeClose returns the error that a WebSocket was closed with: by its code,
// among several of one code by the reason; nil for 1000, 1001 and 1005, which
// are no errors, unless the catalog lists them. A reason that no entry of a
// listed code has is Unlisted.
func (t *Table) DecodeClose(code int, reason string) error {
	f, r := t.identifyClose(code, reason)
	if f.row == 0 {
		return nil
	}
	made := t.Hooks.Make()
	*made.Response = Response{CloseCode: code, CloseReason: reason}
	o := made.Occurrence
	o.Row, o.Response, o.received = f.row, made.Response, reason
	if f.row == Unlisted {
		o.Data = t.Hooks.Unlisted(&UnlistedData{Code: strconv.Itoa(code)})
		return made.Err
	}
	if data := r.data(&f); data != nil {
		o.Data, o.received = data, ""
	}
	return made.Err
}

// identifyClose finds the entry of a close code and reason
// (docs/spec.md#other-responses).
func (t *Table) identifyClose(code int, reason string) (candidate, *reading) {
	fit := &fitting{slots: []slotValue{{}, {}, {given: true, isText: true}}}
	r := &reading{t: t, texts: []string{reason}}
	var cs []candidate
	for i := range t.Entries {
		e := &t.Entries[i]
		if e.Close != 0 && int(e.Close) == code {
			cs = append(cs, candidate{row: First + Row(i), entry: e, read: &Read{Facts: e.Causes}, fit: fit, rank: RankConstant, status: true})
		}
	}
	switch {
	case len(cs) > 0:
		if only := r.mostSpecific(cs); only != nil {
			return *only, r
		}
		if only := r.begun(cs, reason); only != nil {
			return *only, r
		}
		return candidate{row: Unlisted, fit: fit}, r
	case code == 1000 || code == 1001 || code == 1005:
		return candidate{}, r
	}
	return candidate{row: Unexpected}, r
}

// minCut is the least that is left of a reason that was cut: there was no room for
// another character, of up to four bytes.
const minCut = maxReason - utf8.UTFMax + 1

// begun is the entry, or the nearest that is an ancestor of all, whose reason may have
// been cut to the one that was received; nil if there is none.
func (r *reading) begun(cs []candidate, reason string) *candidate {
	if len(reason) < minCut || len(reason) > maxReason {
		return nil
	}
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return !r.t.begins(c.entry, reason) })
	for i := range cs {
		if !slices.ContainsFunc(cs, func(c candidate) bool { return !r.t.descends(c.row, cs[i].row) }) {
			return &cs[i]
		}
	}
	return nil
}

// begins reports whether an entry's reason may begin with a text.
func (t *Table) begins(e *Entry, text string) bool {
	return e.Reason.anyWording(func(w Program) bool {
		for i := range w {
			cut := slices.Clone(w[:i+1])
			last := &cut[i]
			literal := last.Literal
			if t.matchWording(e, cut, text, nil) { // within the placeholder
				return true
			}
			for last.Op = OpNone; last.Literal != ""; last.Literal = literal[:len(last.Literal)-1] {
				if t.matchWording(e, cut, text, nil) {
					return true
				}
			}
		}
		return false
	})
}
