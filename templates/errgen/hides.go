package errgen

import "log/slog"

// hides reports whether something sensitive may be in the body of an occurrence: a param
// of its entry, what an envelope calls so of an error that the catalog does not list, or
// an error within it that hides something. Of errors that are too deep it may be.
func (t *Table) hides(o *Occurrence, depth int) bool {
	if depth > maxHides {
		return true
	}
	if e := t.lookup(o.row()); e != nil && e.isSensitive() {
		return true
	}
	if o.Response != nil && o.Envelope > 0 && t.Envelopes[o.Envelope-1].Hides {
		return true
	}
	for _, err := range t.nestedIn(o) {
		if inner := t.find(err); t.hides(&inner, depth+1) {
			return true
		}
	}
	return false
}

// maxHides bounds how deep errors within errors are looked at.
const maxHides = 16

// logJSON is what log/slog prints of an occurrence, as a JSON object.
func (t *Table) logJSON(o *Occurrence) []byte { return appendLog(nil, t.LogValue(o)) }

// appendLog appends a value of a log as JSON.
func appendLog(b []byte, v slog.Value) []byte {
	if v.Kind() != slog.KindGroup {
		return appendAny(b, v.Any(), 0)
	}
	b = append(b, '{')
	for _, a := range v.Group() {
		b = append(AppendQuoted(b, a.Key), ':')
		b = append(appendLog(b, a.Value), ',')
	}
	return append(trimComma(b), '}')
}
