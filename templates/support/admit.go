package support

//errgen:if params

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// admits reports whether a text is a value of a scalar schema, its bounds,
// pattern, enum and format included.
func (t *table) admits(s *schema, text string) bool {
	if len(s.enum) > 0 && !inEnum(s, text) {
		return false
	}
	if isNumeric(s) {
		return admitsNumber(s, text)
	}
	if s.kind == boolSchema {
		return text == "true" || text == "false"
	}
	if s.kind == bytesSchema {
		return setBytes(nil, text)
	}
	if s.minLen > 0 || s.maxLen > 0 {
		n := utf8.RuneCountInString(text)
		if n < s.minLen || s.maxLen > 0 && n > s.maxLen {
			return false
		}
	}
	//errgen:if regexp
	if s.pattern != "" && !matchPattern(s.pattern, text) {
		return false
	}
	//errgen:end
	//errgen:if format
	if s.format != "" && !hasFormat(s.format, text) {
		return false
	}
	//errgen:end
	return true
}

func inEnum(s *schema, text string) bool {
	if isNumeric(s) {
		return slices.ContainsFunc(s.enum, func(v string) bool { return sameJSON(v, text) })
	}
	return slices.Contains(s.enum, text)
}

// maxDigits is how long an integer may be that int64 holds in any case.
const maxDigits = 18

func admitsNumber(s *schema, text string) bool {
	if wholeOnly(s) {
		whole, ok := integerText(text)
		if !ok {
			return false
		}
		text = whole
	} else if numberLen(text) != len(text) || text == "" {
		return false
	}
	switch {
	case s.min != "" && compareNumbers(text, s.min) < 0,
		s.max != "" && compareNumbers(text, s.max) > 0,
		s.above != "" && compareNumbers(text, s.above) <= 0,
		s.below != "" && compareNumbers(text, s.below) >= 0:
		return false
	}
	switch s.format {
	case "int32":
		_, err := strconv.ParseInt(text, 10, 32)
		return err == nil
	case "uint64":
		_, err := strconv.ParseUint(text, 10, 64)
		return err == nil
	}
	if s.kind == integerSchema && len(text) > maxDigits {
		_, err := strconv.ParseInt(text, 10, 64)
		return err == nil
	}
	return true
}

// isNumeric reports whether values of the schema are numbers.
func isNumeric(s *schema) bool {
	switch s.kind {
	case integerSchema, numberSchema, secondsSchema, millisSchema, unixSchema:
		return true
	}
	return false
}

// wholeOnly reports whether the numbers of the schema are integers.
func wholeOnly(s *schema) bool {
	return s.kind == integerSchema || s.kind != numberSchema && s.types&numberType == 0
}

// admitsToken is admits for a value of a JSON text: scalars by their text, lists
// and objects by their type alone.
func (t *table) admitsToken(s int, d document, i int) bool {
	sc := &t.schemas[s]
	if t.typesOf(s)&d.jsonType(i) == 0 {
		return false
	}
	switch d.tokens[i].kind {
	case '{', '[', 'n':
		return true
	case '"':
		return !isNumeric(sc) && t.admits(sc, d.string(i))
	}
	return sc.kind == unionSchema || sc.kind == anySchema || sc.kind == oneOfSchema || t.admits(sc, d.raw(i))
}

//errgen:end
