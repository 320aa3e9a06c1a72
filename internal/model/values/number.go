package values

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// exponentLimit bounds the exponents that are read: a number beyond it is none.
const exponentLimit = 100_000

// decimal is a number without loss: 0.digits times ten to the power of point.
// Zero has no digits.
type decimal struct {
	negative bool
	digits   string // without zeros at either end
	point    int
}

// parseDecimal reads a number as JSON writes one.
func parseDecimal(s string) (decimal, bool) {
	var d decimal
	s, d.negative = strings.CutPrefix(s, "-")
	mantissa, exponent := s, 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		var err error
		if exponent, err = strconv.Atoi(s[i+1:]); err != nil || exponent > exponentLimit || exponent < -exponentLimit {
			return decimal{}, false
		}
		mantissa = s[:i]
	}
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	if !AllDigits(whole) || dotted && !AllDigits(fraction) || len(whole) > 1 && whole[0] == '0' {
		return decimal{}, false
	}
	d.digits, d.point = whole+fraction, len(whole)+exponent
	trimmed := strings.TrimLeft(d.digits, "0")
	d.point -= len(d.digits) - len(trimmed)
	d.digits = strings.TrimRight(trimmed, "0")
	if d.digits == "" {
		return decimal{}, true
	}
	return d, true
}

// AllDigits reports whether a text is of ASCII digits alone, of one at least.
func AllDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// IsInteger reports whether a text is a JSON number without fraction.
func IsInteger(text string) bool {
	d, ok := parseDecimal(text)
	return ok && len(d.digits) <= d.point
}

// String writes the number as encoding/json does: the shortest form, with an
// exponent below 1e-6 and from 1e21.
func (d decimal) String() string {
	sign := ""
	if d.negative {
		sign = "-"
	}
	n := len(d.digits)
	switch {
	case n == 0:
		return "0"
	case d.point < -5 || d.point > 21:
		s := sign + d.digits[:1]
		if n > 1 {
			s += "." + d.digits[1:]
		}
		exponent := strconv.Itoa(d.point - 1)
		if d.point > 0 {
			exponent = "+" + exponent
		}
		return s + "e" + exponent
	case d.point <= 0:
		return sign + "0." + strings.Repeat("0", -d.point) + d.digits
	case n <= d.point:
		return sign + d.digits + strings.Repeat("0", d.point-n)
	}
	return sign + d.digits[:d.point] + "." + d.digits[d.point:]
}

func (d decimal) sign() int {
	switch {
	case d.digits == "":
		return 0
	case d.negative:
		return -1
	}
	return 1
}

func (d decimal) compare(e decimal) int {
	if d.sign() != e.sign() || d.sign() == 0 {
		return cmp.Compare(d.sign(), e.sign())
	}
	return d.sign() * cmp.Or(cmp.Compare(d.point, e.point), cmp.Compare(d.digits, e.digits))
}

// Compare orders two JSON numbers by value.
func Compare(a, b string) int {
	x, _ := parseDecimal(a)
	y, _ := parseDecimal(b)
	return x.compare(y)
}

// Canonical writes a JSON number in its shortest form.
func Canonical(s string) (string, bool) {
	d, ok := parseDecimal(s)
	return d.String(), ok
}

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

// FitsGo reports whether a number can be held by the Go type of its schema: durations
// and times are exact to the nanosecond, fractions of times to the microsecond.
func FitsGo(s *model.Schema, number string) bool {
	switch {
	case s.Format == "seconds":
		return within(number, "9223372036.854775807", 9)
	case s.Format == "milliseconds":
		return within(number, "9223372036854.775807", 6)
	case s.Kind == model.NumberKind && s.Format == "unix-time":
		return within(number, "999999999999", 6)
	}
	var err error
	switch {
	case s.Kind == model.NumberKind, s.Kind == model.UnionKind && !IsIntegerForm(number):
		near, ok := nearestDouble(number)
		return ok && Compare(near, number) == 0
	case s.Kind != model.IntegerKind && !slices.Contains(s.Union, model.IntegerKind): // it keeps what is written
	case s.Format == "int32":
		_, err = strconv.ParseInt(number, 10, 32)
	case s.Format == "uint64":
		_, err = strconv.ParseUint(number, 10, 64)
	default:
		_, err = strconv.ParseInt(number, 10, 64)
	}
	return err == nil
}

// nearestDouble is what programs make of a number that have numbers of 64 bits in binary
// (IEEE 754; RFC 8259 section 6), in the shortest digits. It is false for one that is too
// large.
func nearestDouble(number string) (string, bool) {
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return "", false
	}
	return Canonical(strconv.FormatFloat(f, 'g', -1, 64))
}

// within reports whether a number is no larger than another one, whatever its sign, and
// has no more than some digits behind the point.
func within(number, most string, places int) bool {
	d, ok := parseDecimal(number)
	d.negative = false
	limit, _ := parseDecimal(most)
	return ok && d.compare(limit) <= 0 && len(d.digits)-d.point <= places
}
