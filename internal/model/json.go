package model

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// AppendJSON appends the value as JSON (RFC 8259), members in their order, with
// no space and no HTML escaping.
func (v Value) AppendJSON(b []byte) []byte {
	switch v.Kind {
	case BoolValue:
		if v.Bool {
			return append(b, "true"...)
		}
		return append(b, "false"...)
	case NumberValue:
		return append(b, v.Text...)
	case StringValue:
		return appendString(b, v.Text)
	case ArrayValue:
		b = append(b, '[')
		for i, item := range v.Items {
			if i > 0 {
				b = append(b, ',')
			}
			b = item.AppendJSON(b)
		}
		return append(b, ']')
	case ObjectValue:
		b = append(b, '{')
		for i, m := range v.Members {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, m.Name), ':')
			b = m.Value.AppendJSON(b)
		}
		return append(b, '}')
	}
	return append(b, "null"...)
}

func appendString(b []byte, s string) []byte {
	if !strings.ContainsFunc(s, isEscaped) {
		return append(append(append(b, '"'), s...), '"')
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return append(b, bytes.TrimSuffix(buf.Bytes(), []byte{'\n'})...)
}

// isEscaped reports whether a character may have to be escaped in JSON, or is none.
func isEscaped(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r >= utf8.RuneSelf }
