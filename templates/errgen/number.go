package errgen

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// integerText returns the shortest form of a JSON number that is an integer by
// value ("5", "5.0" and "5e0" are), and whether it is one.
func integerText(s string) (string, bool) {
	if isInteger(s) {
		return s, true
	}
	if !isNumber(s) {
		return "", false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return "", false
	}
	return strconv.FormatFloat(f, 'f', -1, 64), true
}

// isInteger reports whether s is -?(0|[1-9][0-9]*).
func isInteger(s string) bool { return s != "" && integerPrefix(s) == len(s) }

// isNatural reports whether s is 0|[1-9][0-9]*.
func isNatural(s string) bool { return isInteger(s) && s[0] != '-' }

// isNumber reports whether s is a JSON number.
func isNumber(s string) bool { return s != "" && numberPrefix(s) == len(s) }

// appendFloat appends a number as JSON and JavaScript write it: shortest,
// without an exponent between 1e-6 and 1e21. NaN and infinities, which JSON
// does not have, are written as 0.
func appendFloat(b []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return append(b, '0')
	}
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	start := len(b)
	b = strconv.AppendFloat(b, f, format, -1, 64)
	if n := len(b); format == 'e' && n-start >= 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1] // e-09 is e-9
		b = b[:n-1]
	}
	return b
}

// compareNumbers compares two JSON numbers by value, exactly.
func compareNumbers(a, b string) int {
	if isNatural(a) && isNatural(b) { // as most are
		if len(a) != len(b) {
			return cmp.Compare(len(a), len(b))
		}
		return strings.Compare(a, b)
	}
	x, y := decimalOf(a), decimalOf(b)
	switch {
	case x.sign != y.sign:
		return cmp.Compare(x.sign, y.sign)
	case x.point != y.point:
		return x.sign * cmp.Compare(x.point, y.point)
	}
	return x.sign * strings.Compare(x.digits, y.digits)
}

// A decimal is sign * 0.digits * 10^point, its first and last digits not 0; 0 has none.
type decimal struct {
	sign, point int
	digits      string
}

// decimalOf reads a JSON number.
func decimalOf(s string) decimal {
	magnitude := strings.TrimPrefix(s, "-")
	mantissa, power := magnitude, 0
	if i := strings.IndexAny(magnitude, "eE"); i >= 0 {
		mantissa = magnitude[:i]
		power, _ = strconv.Atoi(magnitude[i+1:])               // the nearest int, if it is none
		power = max(-math.MaxInt/2, min(power, math.MaxInt/2)) // with room for the digits
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return decimal{}
	}
	d := decimal{sign: 1, point: power + len(whole) - (len(whole+fraction) - len(digits)), digits: strings.TrimRight(digits, "0")}
	if magnitude != s {
		d.sign = -1
	}
	return d
}

// PlainNumber is the one form of a JSON number for all of its value, the shortest, as
// appendFloat writes it: 1e3 and 1000.0 are 1000. What is no number stays as it is.
func PlainNumber(s string) string {
	if isInteger(s) && s != "-0" || !isNumber(s) {
		return s
	}
	d := decimalOf(s)
	sign, n := "", len(d.digits)
	if d.sign < 0 {
		sign = "-"
	}
	switch {
	case n == 0:
		return "0"
	case d.point < -5 || d.point > 21:
		fraction := ""
		if n > 1 {
			fraction = "." + d.digits[1:]
		}
		plus := "+"
		if d.point < 1 {
			plus = ""
		}
		return sign + d.digits[:1] + fraction + "e" + plus + strconv.Itoa(d.point-1)
	case d.point <= 0:
		return sign + "0." + strings.Repeat("0", -d.point) + d.digits
	case d.point < n:
		return sign + d.digits[:d.point] + "." + d.digits[d.point:]
	}
	return sign + d.digits + strings.Repeat("0", d.point-n)
}

// sameJSON reports whether two canonical JSON texts are equal, numbers by value.
func sameJSON(a, b string) bool {
	return a == b || isNumber(a) && isNumber(b) && compareNumbers(a, b) == 0
}
