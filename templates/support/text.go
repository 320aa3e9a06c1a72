package support

import (
	"log/slog"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// appendText appends the text of Error: the package, the code and the catalog's
// words, without a final period. Params are bounded and made safe to print,
// sensitive ones hidden.
func (t *table) appendText(b []byte, o occurrence) []byte {
	b = append(b, t.name...)
	switch o.id {
	case 0:
		return append(b, ": no error"...)
	case ErrUnexpectedResponse:
		b = append(b, ": unexpected response"...)
		if o.response != nil {
			b = append(append(b, ": "...), o.response.String()...)
		}
		return b
	case ErrUnlisted:
		return appendUnlisted(append(b, ": "...), o)
	}
	e := t.lookup(o.id)
	if e == nil {
		return strconv.AppendUint(append(b, ": no entry "...), uint64(o.id), 10)
	}
	if code := t.codeOf(o); code != "" {
		b = append(append(b, ": "...), bound(code)...)
	}
	b = append(b, ": "...)
	if _, constant := e.text.constant(); !constant && o.data == nil && o.received != "" && !e.is(isStatic) && !e.isSensitive() {
		return append(b, trimPeriod(bound(o.received))...)
	}
	start := len(b)
	var w writer
	w.begin(t, e, &o)
	w.prints = true
	b = w.run(b, e.text)
	return b[:start+len(trimPeriod(string(b[start:])))]
}

// isSensitive reports whether some param is: then a text that was received in other
// words may hold it.
func (e *entry) isSensitive() bool {
	return slices.ContainsFunc(e.params, func(p param) bool { return p.flags&isSensitive != 0 })
}

// trimPeriod takes the final period off a sentence, not off an ellipsis.
func trimPeriod(s string) string {
	if n := len(s); n > 1 && s[n-1] == '.' && s[n-2] != '.' {
		return s[:n-1]
	}
	return s
}

// appendUnlisted appends the code and the first text as received, quoted.
func appendUnlisted(b []byte, o occurrence) []byte {
	b = append(b, "unlisted error"...)
	if u, ok := o.data.(*UnlistedError); ok && u.Code != "" {
		b = append(append(b, ' '), bound(u.Code)...)
	}
	if o.received != "" {
		b = strconv.AppendQuote(append(b, ": "...), bound(o.received))
	}
	return b
}

// logValue is an occurrence for log/slog.
func (t *table) logValue(o occurrence) slog.Value {
	attrs := append(make([]slog.Attr, 0, 6), slog.String("name", o.id.Name()))
	if code := t.codeOf(o); code != "" {
		attrs = append(attrs, slog.String("code", bound(code)))
	}
	attrs = append(attrs,
		slog.Int("status", (&Error{id: o.id, data: o.data, response: o.response}).StatusCode()),
		slog.String("text", string(t.appendText(nil, o))),
	)
	//errgen:if params
	if e := t.lookup(o.id); e != nil && o.data != nil {
		if params := t.logParams(e, o); len(params) > 0 {
			attrs = append(attrs, slog.Attr{Key: "params", Value: slog.GroupValue(params...)})
		}
	}
	//errgen:end
	if o.cause != nil {
		attrs = append(attrs, slog.String("cause", o.cause.Error()))
	}
	return slog.GroupValue(attrs...)
}

//errgen:if params

// logParams are the params of an occurrence.
func (t *table) logParams(e *entry, o occurrence) []slog.Attr {
	var attrs []slog.Attr
	var w writer
	w.begin(t, e, &o)
	for i := range e.params {
		param := &e.params[i]
		_, p := o.data.at(i)
		switch {
		case !isPresent(p) && param.flags&isOptional != 0:
		case param.flags&isSensitive != 0:
			attrs = append(attrs, slog.String(param.name, "[redacted]"))
		default:
			attrs = append(attrs, slog.String(param.name, bound(w.logText(param, p))))
		}
	}
	return attrs
}

// logText is a param as logs show it: as it is written, but errors by their texts,
// which hide what is sensitive in them.
func (w *writer) logText(param *param, p any) string {
	//errgen:if nested
	if nested := appendErrors(nil, reflect.ValueOf(p).Elem()); len(nested) > 0 {
		texts := make([]string, len(nested))
		for i, err := range nested {
			texts[i] = err.Error()
		}
		return strings.Join(texts, "; ")
	}
	//errgen:end
	return string(w.appendPlain(nil, param.schema, p))
}

//errgen:end

// codeOf is the entry's code, with its params if it has some, as they are printed,
// or the one that was received.
func (t *table) codeOf(o occurrence) string {
	if u, ok := o.data.(*UnlistedError); ok {
		return u.Code
	}
	e := t.lookup(o.id)
	if e == nil {
		return ""
	}
	//errgen:if params
	if e.code == "" && o.data != nil && len(e.reads) > 0 {
		var w writer
		w.begin(t, e, &o)
		w.prints = true
		return string(w.run(nil, e.reads[0].code))
	}
	//errgen:end
	return e.code
}
