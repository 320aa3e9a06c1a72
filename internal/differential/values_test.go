package differential

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// parse is a JSON text as encoding/json has it, numbers as they were written.
func parse(text string) (any, bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return nil, false
	}
	_, err := d.Token()
	return v, err == io.EOF
}

// plain is a value of the model as encoding/json has it.
func plain(v model.Value) any {
	parsed, _ := parse(string(v.AppendJSON(nil)))
	return parsed
}

// equal compares two values, numbers by value.
func equal(a, b any) bool {
	switch a := a.(type) {
	case json.Number:
		b, ok := b.(json.Number)
		return ok && number(a).Cmp(number(b)) == 0
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !equal(a[i], b[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, v := range a {
			if w, ok := b[name]; !ok || !equal(v, w) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

func number(n json.Number) *big.Rat {
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// scalar is a scalar as it stands in a text: numbers in their shortest form.
func scalar(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case bool:
		return strconv.FormatBool(v), true
	case json.Number:
		if r := number(v); r.IsInt() && !(r.Sign() == 0 && v[0] == '-') {
			return r.Num().String(), true
		}
		f, err := strconv.ParseFloat(string(v), 64)
		return strconv.FormatFloat(f, 'g', -1, 64), err == nil
	}
	return "", false
}

// read is what a schema takes of a value: itself without the members that it does not
// know, and without optional ones of another type; not ok if it has another type
// (docs/spec.md#null-and-absence). Bounds, lengths and enums are not asked: values
// outside of them are kept.
func read(s *model.Schema, v any) (any, bool) {
	if s == nil {
		return v, true
	}
	if v == nil {
		return nil, s.AdmitsNull()
	}
	nullless := s.Resolved()
	switch nullless.Kind {
	case model.AnyKind:
		return v, true
	case model.ArrayKind:
		return readList(nullless, v)
	case model.ObjectKind, model.MapKind:
		return readObject(nullless, v)
	case model.UnionKind:
		for _, kind := range nullless.Union {
			if isKind(kind, "", v) {
				return v, true
			}
		}
		return nil, false
	case model.OneOfKind:
		for _, one := range nullless.OneOf {
			if got, ok := read(one, v); ok {
				return got, true
			}
		}
		return nil, false
	case model.ErrorKind:
		return v, isRoot(nullless.ErrorOf.Body, v)
	}
	if text, ok := v.(string); ok && nullless.Format == "byte" {
		b, ok := bytesOf(text)
		return base64.StdEncoding.EncodeToString(b), ok && nullless.Kind == model.StringKind
	}
	return v, isKind(nullless.Kind, nullless.Format, v)
}

func readList(s *model.Schema, v any) (any, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, false
	}
	if s.Items != nil && s.Items.Kind == model.ErrorKind {
		return v, true // one odd error of a list hides none of the others
	}
	got := make([]any, len(list))
	for i, item := range list {
		if got[i], ok = read(s.Items, item); !ok {
			return nil, false
		}
	}
	return got, true
}

func readObject(s *model.Schema, v any) (any, bool) {
	object, ok := v.(map[string]any)
	if !ok {
		return nil, false
	}
	got := map[string]any{}
	known := map[string]bool{}
	for _, p := range s.Properties {
		known[p.Name] = true
		raw, there := object[p.Name]
		value, ok := read(p.Schema, raw)
		if ok = ok && there; ok {
			got[p.Name] = value
		} else if !p.Optional {
			return nil, false
		}
	}
	for name, raw := range object {
		if s.Additional == nil || known[name] {
			continue
		}
		value, ok := read(s.Additional, raw)
		if !ok {
			return nil, false
		}
		got[name] = value
	}
	return got, true
}

// isKind reports whether a value has a scalar type, as far as its Go type can hold it.
func isKind(kind model.Kind, format string, v any) bool {
	switch v := v.(type) {
	case string:
		return kind == model.StringKind && (format != "byte" || isBase64(v))
	case bool:
		return kind == model.BooleanKind
	case json.Number:
		if kind == model.NumberKind {
			return true
		}
		r := number(v)
		return kind == model.IntegerKind && isWhole(v, r) && holds(format, r.Num())
	}
	return v == nil && kind == model.NullKind
}

// isWhole reports whether a number is an integer; one with a fraction or an exponent only
// as far as float64 is exact.
func isWhole(n json.Number, r *big.Rat) bool {
	return integer.MatchString(string(n)) || r.IsInt() && r.Num().BitLen() <= 53
}

// anySize is the format of an integer whose Go type is not asked.
const anySize = "any size"

func holds(format string, n *big.Int) bool {
	switch format {
	case anySize, "seconds", "milliseconds": // what is too long is cut
		return true
	case "int32":
		return n.IsInt64() && int64(int32(n.Int64())) == n.Int64()
	case "uint64":
		return n.IsUint64()
	}
	return n.IsInt64()
}

func isBase64(s string) bool {
	_, ok := bytesOf(s)
	return ok
}

// bytesOf reads base64 in either alphabet of RFC 4648, padded or not.
func bytesOf(s string) ([]byte, bool) {
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		if b, err := e.DecodeString(s); err == nil {
			return b, true
		}
	}
	return nil, false
}

// isRoot reports whether a value has the type of an envelope's root.
func isRoot(n *model.Node, v any) bool {
	if n == nil {
		return false
	}
	if _, ok := v.(string); len(n.As) > 0 {
		return ok
	}
	switch n.Kind {
	case model.ObjectNode:
		_, ok := v.(map[string]any)
		return ok
	case model.RepeatedNode:
		_, ok := v.([]any)
		return ok
	case model.ConstNode:
		return reflect.TypeOf(plain(*n.Const)) == reflect.TypeOf(v)
	case model.CodeNode, model.StatusNode:
		if text, is := v.(string); is {
			_, ok := typed(n.Schema, text)
			return ok
		}
	}
	return isShallow(n.Schema, v)
}

// isShallow reports whether a value has a JSON type of a schema, and if it is a list
// its elements those of the schema's.
func isShallow(s *model.Schema, v any) bool {
	if s.Resolved().Kind == model.OneOfKind {
		return v == nil && s.AdmitsNull() || slices.ContainsFunc(s.Resolved().OneOf, func(one *model.Schema) bool { return isShallow(one, v) })
	}
	if list, ok := v.([]any); ok && s.Resolved().Kind == model.ArrayKind && s.Resolved().Items != nil && s.Resolved().Items.Kind != model.ErrorKind {
		for _, item := range list {
			if !hasType(s.Resolved().Items, item) {
				return false
			}
		}
	}
	return hasType(s, v)
}

func hasType(s *model.Schema, v any) bool {
	if v == nil {
		return s.AdmitsNull()
	}
	r := s.Resolved()
	_, isList := v.([]any)
	_, isObject := v.(map[string]any)
	switch r.Kind {
	case model.AnyKind:
		return true
	case model.ArrayKind:
		return isList
	case model.ObjectKind, model.MapKind, model.ErrorKind:
		return isObject
	case model.UnionKind:
		return slices.ContainsFunc(r.Union, func(k model.Kind) bool { return isKind(k, anySize, v) })
	case model.OneOfKind:
		return slices.ContainsFunc(r.OneOf, func(one *model.Schema) bool { return hasType(one, v) })
	}
	return isKind(r.Kind, anySize, v)
}
