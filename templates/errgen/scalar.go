package errgen

import (
	"reflect"
	"strconv"
)

// Scalar is the value of a union of scalar types. The unions of a package have its
// underlying type; the zero one is null.
type Scalar struct {
	kind JSONTypes // one of NullType (or 0), StringType, IntegerType, NumberType, BoolType
	text string
	bits int64
	real float64
}

// String is a Scalar that is a string.
func String(s string) Scalar { return Scalar{kind: StringType, text: s} }

// Integer is a Scalar that is an integer.
func Integer(n int64) Scalar { return Scalar{kind: IntegerType, bits: n} }

// Number is a Scalar that is a number.
func Number(f float64) Scalar { return Scalar{kind: NumberType, real: f} }

// Boolean is a Scalar that is a boolean.
func Boolean(b bool) Scalar {
	s := Scalar{kind: BoolType}
	if b {
		s.bits = 1
	}
	return s
}

// AsString returns the value, and whether it is a string.
func (s Scalar) AsString() (string, bool) { return s.text, s.kind == StringType }

// AsInteger returns the value, and whether it is an integer.
func (s Scalar) AsInteger() (int64, bool) { return s.bits, s.kind == IntegerType }

// AsNumber returns the value, and whether it is a number.
func (s Scalar) AsNumber() (float64, bool) { return s.real, s.kind == NumberType }

// AsBoolean returns the value, and whether it is a boolean.
func (s Scalar) AsBoolean() (bool, bool) { return s.bits == 1, s.kind == BoolType }

// scalarIn is the Scalar that a value of a union type is.
func (t *Table) scalarIn(v reflect.Value) *Scalar { return t.Hooks.Scalar(v.Addr().Interface()) }

// appendJSON appends the value as JSON.
func (s Scalar) appendJSON(b []byte) []byte {
	if s.kind == StringType {
		return AppendQuoted(b, s.text)
	}
	return s.appendText(b)
}

// appendText appends the value as text.
func (s Scalar) appendText(b []byte) []byte {
	switch s.kind {
	case StringType:
		return append(b, s.text...)
	case IntegerType:
		return strconv.AppendInt(b, s.bits, 10)
	case NumberType:
		return appendFloat(b, s.real)
	case BoolType:
		return strconv.AppendBool(b, s.bits == 1)
	}
	return append(b, "null"...)
}

// parseScalar reads the value of token i, if the union has its type.
func parseScalar(d Document, i int, types JSONTypes) (Scalar, bool) {
	switch has := d.jsonType(i) & types; {
	case has&StringType != 0:
		return String(d.String(i)), true
	case has&BoolType != 0:
		return Boolean(d.tokens[i].kind == 't'), true
	case has&NullType != 0:
		return Scalar{kind: NullType}, true
	case has&IntegerType != 0:
		text, _ := integerText(d.raw(i))
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return Integer(n), true
		}
		if has&NumberType == 0 {
			return Scalar{}, false
		}
		fallthrough // of more than 64 bits
	case has&NumberType != 0:
		f, err := strconv.ParseFloat(d.raw(i), 64)
		return Number(f), err == nil
	}
	return Scalar{}, false
}

// scalarOfText reads a text as the first of string, integer, number and boolean
// that the union has and the text is.
func scalarOfText(text string, types JSONTypes) (Scalar, bool) {
	if types&StringType != 0 {
		return String(text), true
	}
	d, ok := Scan(text)
	if !ok {
		return Scalar{}, false
	}
	return parseScalar(d, 0, types)
}
