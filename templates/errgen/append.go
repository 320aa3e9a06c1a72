package errgen

import (
	"encoding/base64"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// appendValue appends a value of schema s as JSON.
func (w *writer) appendValue(b []byte, s int, v reflect.Value, depth int) []byte {
	if isTooLarge(b, depth) {
		return append(b, "null"...)
	}
	switch v.Kind() {
	case reflect.String:
		return AppendQuoted(b, v.String())
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, "null"...)
		}
		return w.appendValue(b, s, v.Elem(), depth)
	case reflect.Interface:
		if w.t.Schemas[s].Kind == ErrorSchema {
			return w.appendNested(b, s, errorOf(v))
		}
		return appendAny(b, v.Interface(), depth)
	case reflect.Slice:
		return w.appendList(b, s, v, depth)
	case reflect.Map:
		return w.appendMap(b, s, v, depth)
	case reflect.Struct:
		return w.appendStruct(b, s, v, depth)
	}
	return w.t.appendScalar(b, s, v)
}

// isBytes reports whether a value is a list of bytes.
func isBytes(v reflect.Value) bool {
	return v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8
}

// appendList appends a list, or bytes.
func (w *writer) appendList(b []byte, s int, v reflect.Value, depth int) []byte {
	sc := &w.t.Schemas[s]
	switch {
	case v.IsNil() && sc.Null:
		return append(b, "null"...)
	case sc.Kind == BytesSchema:
		return AppendQuoted(b, base64.StdEncoding.EncodeToString(v.Bytes()))
	}
	isErrors := w.t.Schemas[sc.Items].Kind == ErrorSchema
	b = append(b, '[')
	for i := 0; i < v.Len(); i++ {
		item := v.Index(i)
		if isErrors {
			err := errorOf(item)
			if _, ok := w.nested(sc.Items, err); !ok && (err != nil || !w.t.Schemas[sc.Items].Null) {
				continue
			}
		}
		b = append(w.appendValue(b, sc.Items, item, depth+1), ',')
	}
	return append(trimComma(b), ']')
}

// appendMap appends a map as an object.
func (w *writer) appendMap(b []byte, s int, v reflect.Value, depth int) []byte {
	sc := &w.t.Schemas[s]
	if v.IsNil() && sc.Null {
		return append(b, "null"...)
	}
	b = append(b, '{')
	b = w.appendMembers(b, sc.Items, v, depth+1, nil)
	return append(trimComma(b), '}')
}

// appendMembers appends the members of a map in the order of their names, each
// with a comma, but for names that are taken.
func (w *writer) appendMembers(b []byte, s int, v reflect.Value, depth int, taken func(string) bool) []byte {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Map {
		return b
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	value := reflect.New(v.Type().Elem()).Elem()
	for _, key := range keys {
		if taken != nil && taken(key.String()) {
			continue
		}
		value.Set(v.MapIndex(key))
		b = append(AppendQuoted(b, key.String()), ':')
		b = append(w.appendValue(b, s, value, depth), ',')
	}
	return b
}

// appendStruct appends an object, the alternative that is set, a union or a time.
func (w *writer) appendStruct(b []byte, s int, v reflect.Value, depth int) []byte {
	switch sc := &w.t.Schemas[s]; sc.Kind {
	case UnionSchema:
		if u := w.t.scalarIn(v); u.kind > NullType {
			return u.appendJSON(b)
		}
		return w.t.appendZero(b, s)
	case OneOfSchema:
		for i, m := range sc.Members {
			if alternative := v.Field(i); isPresent(alternative) {
				return w.appendValue(b, m.Schema, alternative, depth+1)
			}
		}
		return w.t.appendZero(b, s)
	case ObjectSchema:
		return w.appendObject(b, sc, v, depth)
	}
	return w.t.appendScalar(b, s, v)
}

func (w *writer) appendObject(b []byte, sc *Schema, v reflect.Value, depth int) []byte {
	b = append(b, '{')
	for i, m := range sc.Members {
		value := v.Field(i)
		if m.Optional && !isPresent(value) {
			continue
		}
		if m.Optional && w.t.Schemas[m.Schema].Null { // the outer pointer says that it is there
			value = value.Elem()
		}
		b = append(AppendQuoted(b, m.Name), ':')
		b = append(w.appendValue(b, m.Schema, value, depth+1), ',')
	}
	if sc.Open {
		taken := func(name string) bool { return sc.member(name) >= 0 }
		b = w.appendMembers(b, sc.Items, v.Field(len(sc.Members)), depth+1, taken)
	}
	return append(trimComma(b), '}')
}

// member is the index of the member with a name, -1 if there is none.
func (s *Schema) member(name string) int {
	return slices.IndexFunc(s.Members, func(m Member) bool { return m.Name == name })
}

// isPresent reports whether an optional value is there: pointers, lists, maps
// and interfaces that are not nil.
func isPresent(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return !v.IsNil()
	}
	return v.IsValid()
}

// appendPlain appends a value as text, a string without quotes or escapes.
func (w *writer) appendPlain(b []byte, s int, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		return append(b, v.String()...)
	case reflect.Pointer:
		if v.IsNil() {
			return b
		}
		return w.appendPlain(b, s, v.Elem())
	case reflect.Interface:
		if text, ok := v.Interface().(string); ok {
			return append(b, text...)
		}
	case reflect.Slice:
		if isBytes(v) {
			return append(b, base64.StdEncoding.EncodeToString(v.Bytes())...)
		}
	case reflect.Struct:
		if w.t.Schemas[s].Kind == UnionSchema {
			return w.t.scalarIn(v).appendText(b)
		}
	}
	return w.appendValue(b, s, v, 0)
}

// appendScalar appends a number, a boolean, a duration or a time: the same in a text
// and in JSON.
func (t *Table) appendScalar(b []byte, s int, v reflect.Value) []byte {
	sc := &t.Schemas[s]
	switch {
	case sc.Kind == SecondsSchema, sc.Kind == MillisSchema:
		return appendDuration(b, time.Duration(v.Int()), sc)
	case v.CanInt():
		return strconv.AppendInt(b, v.Int(), 10)
	case v.CanUint():
		return strconv.AppendUint(b, v.Uint(), 10)
	case v.CanFloat():
		return appendFloat(b, v.Float())
	case v.Kind() == reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	}
	if at, ok := v.Interface().(time.Time); ok {
		return appendUnix(b, at, sc)
	}
	return append(b, "null"...) // a value that no JSON has, in one of any type
}
