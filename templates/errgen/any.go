package errgen

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"
)

// maxNesting and maxWritten bound the values that are written, so that one that contains
// itself ends, be it twice: how deep they are, and after how many bytes.
const (
	maxNesting = 1000
	maxWritten = 16 << 20
)

// isTooLarge reports whether a value at a depth is not written any more.
func isTooLarge(b []byte, depth int) bool {
	return depth > maxNesting || depth > 0 && len(b) > maxWritten
}

// appendAny appends any JSON value: what encoding/json makes for any, its
// numbers, and whatever else encoding/json can write.
func appendAny(b []byte, v any, depth int) []byte {
	if isTooLarge(b, depth) {
		return append(b, "null"...)
	}
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return AppendQuoted(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return appendFloat(b, v)
	case json.Number:
		return appendNumber(b, string(v))
	case []any:
		b = append(b, '[')
		for i, item := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendAny(b, item, depth+1)
		}
		return append(b, ']')
	case map[string]any:
		b = append(b, '{')
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			b = append(AppendQuoted(b, name), ':')
			b = append(appendAny(b, v[name], depth+1), ',')
		}
		return append(trimComma(b), '}')
	}
	return appendForeign(b, v, depth)
}

// appendNumber appends a json.Number as it is when read and written again, 0 if
// it is no number.
func appendNumber(b []byte, text string) []byte {
	if !isNumber(text) {
		return append(b, '0')
	}
	if f, ok := toNumber(text).(float64); ok {
		return appendFloat(b, f)
	}
	return append(b, text...)
}

// appendForeign appends a value of any other type as it is when written and read
// again, null if encoding/json cannot write it.
func appendForeign(b []byte, v any, depth int) []byte {
	text, err := json.Marshal(v)
	if d, ok := Scan(string(text)); ok && err == nil {
		return appendAny(b, toAny(d, 0), depth+1)
	}
	return append(b, "null"...)
}

// trimComma takes a comma off the end.
func trimComma(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == ',' {
		return b[:n-1]
	}
	return b
}

// toAny is the value of token i as encoding/json has it for any, but that a
// number which float64 cannot hold exactly stays a json.Number.
func toAny(d Document, i int) any {
	switch t := d.tokens[i]; t.kind {
	case '"':
		return d.String(i)
	case 't', 'f':
		return t.kind == 't'
	case '0':
		return toNumber(d.raw(i))
	case '[':
		list := make([]any, 0, d.len(i))
		for k := i + 1; k < t.next; k = d.tokens[k].next {
			list = append(list, toAny(d, k))
		}
		return list
	case '{':
		return anyMembers(d, i, nil)
	}
	return nil
}

// anyMembers are the members of the object i, but for names that are taken.
func anyMembers(d Document, i int, taken func(string) bool) map[string]any {
	members := map[string]any{}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		if name := d.String(k); taken == nil || !taken(name) {
			members[name] = toAny(d, k+1)
		}
	}
	return members
}

func toNumber(text string) any {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return json.Number(text)
	}
	if len(text) > 15 && !strings.EqualFold(string(appendFloat(nil, f)), text) {
		return json.Number(text)
	}
	return f
}
