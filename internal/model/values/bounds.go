package values

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// LowerBound is the stricter of minimum and exclusiveMinimum, and whether the
// bound itself is excluded.
func LowerBound(s *model.Schema) (string, bool) {
	if s.ExclMinimum != "" && (s.Minimum == "" || Compare(s.ExclMinimum, s.Minimum) >= 0) {
		return s.ExclMinimum, true
	}
	return s.Minimum, false
}

// UpperBound is the stricter of maximum and exclusiveMaximum.
func UpperBound(s *model.Schema) (string, bool) {
	if s.ExclMaximum != "" && (s.Maximum == "" || Compare(s.ExclMaximum, s.Maximum) <= 0) {
		return s.ExclMaximum, true
	}
	return s.Maximum, false
}

// FitsGo reports whether an integer can be held by the Go type of its format.
func FitsGo(s *model.Schema, number string) bool {
	var err error
	switch s.Format {
	case "int32":
		_, err = strconv.ParseInt(number, 10, 32)
	case "uint64":
		_, err = strconv.ParseUint(number, 10, 64)
	default:
		_, err = strconv.ParseInt(number, 10, 64)
	}
	return err == nil
}
