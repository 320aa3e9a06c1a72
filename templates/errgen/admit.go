package errgen

import (
	"encoding/base64"
	"reflect"
	"slices"
	"unicode/utf8"
)

// admits reports whether a text is a value of a scalar schema, its bounds,
// pattern, enum and format included.
func (t *Table) admits(s *Schema, text string) bool {
	switch {
	case len(s.Enum) > 0 && !inEnum(s, text):
		return false
	case isNumeric(s):
		return admitsNumber(s, text)
	case s.Kind == BoolSchema:
		return text == "true" || text == "false"
	case s.Kind == BytesSchema:
		return setBytes(reflect.Value{}, text)
	}
	n := 0
	if s.MinLen > 0 || s.MaxLen > 0 {
		n = utf8.RuneCountInString(text)
	}
	return n >= s.MinLen && (s.MaxLen == 0 || n <= s.MaxLen) &&
		(s.Pattern == "" || t.matchPattern(s.Pattern, text)) &&
		(s.Format == "" || hasFormat(s.Format, text))
}

// standsIn is admits for a part of a text. Base64 is only admitted as it is written there:
// in its other forms it has no sure end.
func (t *Table) standsIn(s *Schema, text string) bool {
	if s.Kind == BytesSchema {
		_, err := base64.StdEncoding.DecodeString(text)
		return err == nil
	}
	return t.admits(s, text)
}

func inEnum(s *Schema, text string) bool {
	if isNumeric(s) {
		return slices.ContainsFunc(s.Enum, func(v string) bool { return sameJSON(v, text) })
	}
	return slices.Contains(s.Enum, text)
}

// maxDigits is how long an integer may be that int64 holds in any case.
const maxDigits = 18

func admitsNumber(s *Schema, text string) bool {
	if wholeOnly(s) {
		whole, ok := integerText(text)
		if !ok {
			return false
		}
		text = whole
	} else if !isNumber(text) {
		return false
	}
	switch {
	case s.Min != "" && compareNumbers(text, s.Min) < 0,
		s.Max != "" && compareNumbers(text, s.Max) > 0,
		s.Above != "" && compareNumbers(text, s.Above) <= 0,
		s.Below != "" && compareNumbers(text, s.Below) >= 0:
		return false
	}
	return s.Kind != IntegerSchema || s.Format == "" && len(text) <= maxDigits || setNumber(reflect.Value{}, s, text)
}

// isNumeric reports whether values of the schema are numbers.
func isNumeric(s *Schema) bool {
	switch s.Kind {
	case IntegerSchema, NumberSchema, SecondsSchema, MillisSchema, UnixSchema:
		return true
	}
	return false
}

// wholeOnly reports whether the numbers of the schema are integers.
func wholeOnly(s *Schema) bool {
	return s.Kind == IntegerSchema || s.Kind != NumberSchema && s.Types&NumberType == 0
}

// admitsToken is admits for a value of a JSON text: scalars by their text, lists
// and objects by their type alone.
func (t *Table) admitsToken(s int, d Document, i int) bool {
	sc := &t.Schemas[s]
	if t.TypesOf(s)&d.jsonType(i) == 0 {
		return false
	}
	switch d.tokens[i].kind {
	case '{', '[', 'n':
		return true
	case '"':
		return !isNumeric(sc) && t.admits(sc, d.String(i))
	}
	return sc.Kind == UnionSchema || sc.Kind == AnySchema || sc.Kind == OneOfSchema || t.admits(sc, d.raw(i))
}
