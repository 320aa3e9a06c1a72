package support

//errgen:if unions

import "strconv"

// scalar is the value of a union of scalar types. The unions of the package
// have it as their underlying type; the zero one is null.
type scalar struct {
	kind jsonTypes // one of nullType (or 0), stringType, integerType, numberType, boolType
	text string
	bits int64
	real float64
}

// union is a pointer to a union type of the package.
type union interface{ scalar() *scalar }

func scalarString(s string) scalar  { return scalar{kind: stringType, text: s} }
func scalarInteger(n int64) scalar  { return scalar{kind: integerType, bits: n} }
func scalarNumber(f float64) scalar { return scalar{kind: numberType, real: f} }

func scalarBoolean(b bool) scalar {
	s := scalar{kind: boolType}
	if b {
		s.bits = 1
	}
	return s
}

//errgen:if params

// appendJSON appends the value as JSON.
func (s scalar) appendJSON(b []byte) []byte {
	if s.kind == stringType {
		return appendQuoted(b, s.text)
	}
	return s.appendText(b)
}

// appendText appends the value as text.
func (s scalar) appendText(b []byte) []byte {
	switch s.kind {
	case stringType:
		return append(b, s.text...)
	case integerType:
		return strconv.AppendInt(b, s.bits, 10)
	case numberType:
		return appendFloat(b, s.real)
	case boolType:
		return strconv.AppendBool(b, s.bits == 1)
	}
	return append(b, "null"...)
}

// parseScalar reads the value of token i, if the union has its type.
func parseScalar(d document, i int, types jsonTypes) (scalar, bool) {
	switch has := d.jsonType(i) & types; {
	case has&stringType != 0:
		return scalarString(d.string(i)), true
	case has&boolType != 0:
		return scalarBoolean(d.tokens[i].kind == 't'), true
	case has&nullType != 0:
		return scalar{kind: nullType}, true
	case has&integerType != 0:
		text, _ := integerText(d.raw(i))
		n, err := strconv.ParseInt(text, 10, 64)
		return scalarInteger(n), err == nil
	case has&numberType != 0:
		f, err := strconv.ParseFloat(d.raw(i), 64)
		return scalarNumber(f), err == nil
	}
	return scalar{}, false
}

// scalarOfText reads a text as the first of string, integer, number and boolean
// that the union has and the text is.
func scalarOfText(text string, types jsonTypes) (scalar, bool) {
	if types&stringType != 0 {
		return scalarString(text), true
	}
	d, ok := scan(text)
	if !ok {
		return scalar{}, false
	}
	return parseScalar(d, 0, types)
}

//errgen:end

//errgen:end
