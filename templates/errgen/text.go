package errgen

import (
	"log/slog"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the text of an occurrence: the package, the code and the words, as received
// where they were, else the catalog's, without a final period. Params and what was
// received are bounded and made safe to print, sensitive ones hidden.
func (t *Table) Text(o *Occurrence) string {
	buf := takeBuffer()
	b := t.appendText(*buf, o)
	text := string(b)
	releaseBuffer(buf, b)
	return text
}

func (t *Table) appendText(b []byte, o *Occurrence) []byte {
	b = append(b, t.Package...)
	switch o.row() {
	case 0:
		return append(b, ": no error"...)
	case Unexpected:
		b = append(b, ": unexpected response"...)
		if o.Response != nil {
			b = append(append(b, ": "...), o.Response.String()...)
			b = t.appendBeginning(b, o.Response)
		}
		return b
	case Unlisted:
		return t.appendUnlisted(append(b, ": "...), o)
	}
	e := t.lookup(o.Row)
	if code := t.codeOf(o); code != "" {
		b = append(append(b, ": "...), bound(code)...)
	}
	b = append(b, ": "...)
	if o.received != "" && !e.isSensitive() {
		return append(b, trimPeriod(bound(oneLine(o.received[:min(len(o.received), 4*boundAt)])))...)
	}
	var w writer
	w.begin(t, written{e, o.Data})
	w.prints = true
	start := len(b)
	b = w.run(b, e.Text)
	return b[:start+len(trimPeriod(b[start:]))]
}

// beginning is how much of an unexpected response is shown.
const beginning = 200

// appendBeginning appends the beginning of what came with an unexpected response, quoted,
// if it is text and no page. Where something in the catalog is sensitive it may be in there.
func (t *Table) appendBeginning(b []byte, r *Response) []byte {
	text := r.Body
	if r.CloseCode != 0 {
		text = r.CloseReason
	}
	if len(text) > 4*beginning {
		text = text[:4*beginning]
		for n := 1; n < utf8.UTFMax && !utf8.ValidString(text); n++ {
			text = text[:len(text)-1]
		}
	}
	isBinary := func(r rune) bool { return r == utf8.RuneError || r < ' ' && !unicode.IsSpace(r) }
	isSensitive := func(e Entry) bool { return e.isSensitive() }
	isPage := strings.HasPrefix(strings.TrimSpace(text), "<") // a proxy's
	if text == "" || isPage || r.encoding() != "" || strings.ContainsFunc(text, isBinary) || slices.ContainsFunc(t.Entries, isSensitive) {
		return b
	}
	return strconv.AppendQuote(append(b, ": "...), Printable(strings.Join(strings.Fields(text), " "), beginning))
}

// lineBreaks are the characters that end a line.
const lineBreaks = "\n\r\v\f\u0085\u2028\u2029"

// oneLine is a text whose lines stand behind each other, without white space at their
// ends.
func oneLine(s string) string {
	if !strings.ContainsAny(s, lineBreaks) {
		return s
	}
	var lines []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(lineBreaks, r) }) {
		if line = strings.Trim(line, " \t"); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " ")
}

// isSensitive reports whether some param is: then a text that was received in other
// words may hold it.
func (e *Entry) isSensitive() bool {
	return slices.ContainsFunc(e.Params, func(p Param) bool { return p.Flags&IsSensitive != 0 })
}

// trimPeriod takes the final period off a sentence, not off an ellipsis.
func trimPeriod[T string | []byte](s T) T {
	if n := len(s); n > 1 && s[n-1] == '.' && s[n-2] != '.' {
		return s[:n-1]
	}
	return s
}

// appendUnlisted appends the code and the first text as received, quoted.
func (t *Table) appendUnlisted(b []byte, o *Occurrence) []byte {
	b = append(b, "unlisted error"...)
	if code := t.codeOf(o); code != "" {
		b = append(append(b, ' '), bound(code)...)
	}
	if o.received != "" {
		b = strconv.AppendQuote(append(b, ": "...), bound(o.received))
	}
	return b
}

// LogValue is what log/slog prints: name, code, status, text, params (sensitive ones
// as "[redacted]") and the cause.
func (t *Table) LogValue(o *Occurrence) slog.Value {
	attrs := append(make([]slog.Attr, 0, 6), slog.String("name", t.Name(o.row())))
	if code := t.codeOf(o); code != "" {
		attrs = append(attrs, slog.String("code", bound(code)))
	}
	attrs = append(attrs, slog.Int("status", t.StatusCode(o)), slog.String("text", t.Text(o)))
	if params := t.logParams(o); len(params) > 0 {
		attrs = append(attrs, slog.Attr{Key: "params", Value: slog.GroupValue(params...)})
	}
	if o != nil && o.Cause != nil {
		attrs = append(attrs, slog.String("cause", o.Cause.Error()))
	}
	return slog.GroupValue(attrs...)
}

// logParams are the params of an occurrence.
func (t *Table) logParams(o *Occurrence) []slog.Attr {
	e := t.lookup(o.row())
	if e == nil || o.Data == nil {
		return nil
	}
	var attrs []slog.Attr
	var w writer
	w.begin(t, written{e, o.Data})
	for i := range e.Params {
		param, v := &e.Params[i], w.fields.Field(i)
		switch {
		case !isPresent(v) && param.Flags&IsOptional != 0:
		case param.Flags&IsSensitive != 0:
			attrs = append(attrs, slog.String(param.Name, redacted))
		default:
			attrs = append(attrs, slog.String(param.Name, bound(w.logText(param, v))))
		}
	}
	return attrs
}

// logText is a param as logs show it: as it is written, but errors by their texts,
// which hide what is sensitive in them.
func (w *writer) logText(param *Param, v reflect.Value) string {
	if !w.t.Nests(param.Schema) {
		return string(w.appendPlain(nil, param.Schema, v))
	}
	var texts []string
	for _, err := range appendErrors(nil, v) {
		texts = append(texts, err.Error())
	}
	return strings.Join(texts, "; ")
}

// redacted stands for what is sensitive.
const redacted = "[redacted]"

// codeOf is the entry's code, with its params if it has some, as they are printed,
// or the one that was received.
func (t *Table) codeOf(o *Occurrence) string {
	if o.row() == Unlisted && o.Data != nil {
		code := fields(o.Data).Field(0).String()
		if code != "" && o.Envelope > 0 && t.Envelopes[o.Envelope-1].HidesCode {
			return redacted
		}
		return code
	}
	e := t.lookup(o.row())
	if e == nil {
		return ""
	}
	if e.Code == "" && o.Data != nil && len(e.Reads) > 0 {
		var w writer
		w.begin(t, written{e, o.Data})
		w.prints = true
		return string(w.run(nil, e.Reads[0].Code))
	}
	return e.Code
}
