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
	if numberLen(s) != len(s) || s == "" {
		return "", false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return "", false
	}
	return strconv.FormatFloat(f, 'f', -1, 64), true
}

// isInteger reports whether s is -?(0|[1-9][0-9]*).
func isInteger(s string) bool {
	return isNatural(strings.TrimPrefix(s, "-"))
}

// isNatural reports whether s is 0|[1-9][0-9]*.
func isNatural(s string) bool {
	return s != "" && digits(s, 0) == len(s) && (s[0] != '0' || s == "0")
}

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

// compareNumbers compares two JSON numbers by value.
func compareNumbers(a, b string) int {
	if isNatural(a) && isNatural(b) {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	}
	x, errX := strconv.ParseInt(a, 10, 64)
	y, errY := strconv.ParseInt(b, 10, 64)
	if errX == nil && errY == nil {
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	}
	f, _ := strconv.ParseFloat(a, 64)
	g, _ := strconv.ParseFloat(b, 64)
	switch {
	case f < g:
		return -1
	case f > g:
		return 1
	}
	return strings.Compare(digitsOf(a, f, g), digitsOf(b, f, g))
}

// digitsOf breaks the tie of integers too large for float64 to tell apart.
func digitsOf(s string, f, g float64) string {
	if f == g && math.Abs(f) > 1<<53 && isInteger(s) {
		return s
	}
	return ""
}

// sameJSON reports whether two canonical JSON texts are equal, numbers by value.
func sameJSON(a, b string) bool {
	return a == b || numberLen(a) == len(a) && numberLen(b) == len(b) && a != "" && b != "" && compareNumbers(a, b) == 0
}
