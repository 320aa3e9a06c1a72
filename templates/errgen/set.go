package errgen

import (
	"encoding/base64"
	"reflect"
	"strconv"
	"strings"
)

// What follows stores a value that was read in v, which is of the Go type of its
// schema, or an interface where the value may be any. With the zero v it only checks.

// setPointer makes v point to what into stores.
func setPointer(v reflect.Value, into func(v reflect.Value) bool) bool {
	inner := reflect.New(v.Type().Elem())
	if !into(inner.Elem()) {
		return false
	}
	v.Set(inner)
	return true
}

func setZero(v reflect.Value) bool {
	if v.IsValid() {
		v.SetZero()
	}
	return true
}

func setAny(v reflect.Value, x any) bool {
	if x == nil {
		return setZero(v)
	}
	v.Set(reflect.ValueOf(x))
	return true
}

func setString(v reflect.Value, text string) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Interface:
		v.Set(reflect.ValueOf(text))
	}
	return true
}

// set stores x by one of the setters of reflect.Value.
func set[T any](v reflect.Value, store func(reflect.Value, T), x T) bool {
	if v.IsValid() {
		store(v, x)
	}
	return true
}

func setBytes(v reflect.Value, text string) bool {
	b, err := base64Of(text).DecodeString(text)
	return err == nil && set(v, reflect.Value.SetBytes, b)
}

// base64Of is the encoding of a text: of either alphabet, padded or not (RFC 4648
// sections 3.2 and 5).
func base64Of(text string) *base64.Encoding {
	enc := base64.StdEncoding
	if strings.ContainsAny(text, "-_") {
		enc = base64.URLEncoding
	}
	if !strings.HasSuffix(text, "=") {
		enc = enc.WithPadding(base64.NoPadding)
	}
	return enc
}

func (t *Table) setScalar(v reflect.Value, u Scalar) bool {
	if v.IsValid() {
		*t.scalarIn(v) = u
	}
	return true
}

// setNumber stores a JSON number as the Go type of the schema.
func setNumber(v reflect.Value, sc *Schema, text string) bool {
	switch sc.Kind {
	case NumberSchema:
		f, err := strconv.ParseFloat(text, 64)
		return err == nil && set(v, reflect.Value.SetFloat, f)
	case SecondsSchema, MillisSchema:
		d, ok := parseDuration(text, sc)
		return ok && set(v, reflect.Value.SetInt, int64(d))
	case UnixSchema:
		at, ok := parseUnix(text)
		return ok && (!v.IsValid() || setAny(v, at))
	}
	whole, ok := integerText(text)
	if !ok {
		return false
	}
	if sc.Format == "uint64" {
		n, err := strconv.ParseUint(whole, 10, 64)
		return err == nil && set(v, reflect.Value.SetUint, n)
	}
	bits := 64
	if sc.Format == "int32" {
		bits = 32
	}
	n, err := strconv.ParseInt(whole, 10, bits)
	return err == nil && set(v, reflect.Value.SetInt, n)
}
