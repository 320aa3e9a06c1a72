package errgen

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"
)

func TestIntegerText(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "-0", "5": "5", "5.0": "5", "5e0": "5", "-12e1": "-120", "123456789012345678901234567890": "123456789012345678901234567890",
		"5.5": "", "1e15": "1000000000000000", "9007199254740992.0": "9007199254740992", "9007199254740994.0": "", "1e16": "",
		"": "", "abc": "", "01": "", "1.": "", "-": "", " 1": "", "1 ": "", "1e400": "", "+1": "",
	} {
		got, ok := integerText(text)
		if got != want || ok != (want != "") {
			t.Errorf("integerText(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestNumberForms(t *testing.T) {
	for text, want := range map[string][2]bool{ // integer, number
		"0": {true, true}, "-0": {true, true}, "10": {true, true}, "-7": {true, true}, "1.5": {false, true}, "1e5": {false, true}, "-1E-5": {false, true},
		"": {}, "-": {}, "01": {}, "00": {}, "1.": {}, ".5": {}, "1e": {}, "1e+": {}, "a": {}, "1a": {}, "+1": {},
	} {
		if got := [2]bool{isInteger(text), isNumber(text)}; got != want {
			t.Errorf("%q is an integer, a number: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]int{"1.x": 1, "1.5.5": 3, "1e5e5": 3, "1ex": 1, "-": 0, "-x": 0, "0123": 1, "12-3": 2, "1e+x": 1, "1.5e-": 3, "1e+5": 4} {
		if got := numberPrefix(text); got != want {
			t.Errorf("%q begins with a number of %d bytes, want %d", text, got, want)
		}
	}
}

func TestFloatAgreesWithEncodingJSON(t *testing.T) {
	for _, f := range []float64{
		0, 1, -1, 1.5, 0.1, 1e20, 1e21, 9.99e20, 1e-6, 9.9e-7, 1e-7, 1e-10, 1.25e-9, -1e-9, 123456789.125, -1e300, 5e-324, math.MaxFloat64, 1e100,
	} {
		want, _ := json.Marshal(f)
		if got := string(appendFloat([]byte("e-05"), f)); got != "e-05"+string(want) {
			t.Errorf("appendFloat(%v) = %s, want %s", f, got, want)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := string(appendFloat(nil, f)); got != "0" {
			t.Errorf("appendFloat(%v) = %s", f, got)
		}
	}
}

// numbers are in their order; those in one row are equal.
var numbers = [][]string{
	{"-1e400"},
	{"-99999999999999999999"},
	{"-99999999999999999998"},
	{"-12345678901234567891"},
	{"-9223372036854775809"},
	{"-10", "-1e1", "-10.0"},
	{"-9"},
	{"-1.5", "-15e-1"},
	{"-1", "-1.0", "-0.1e1"},
	{"-1e-400"},
	{"0", "-0", "0.0", "0e5", "-0.000e-3"},
	{"1e-400"},
	{"0.1", "1e-1", "0.10"},
	{"0.10000000000000000001"},
	{"0.5"},
	{"1", "1.0", "10e-1", "0.001e3"},
	{"2"},
	{"10", "1e1", "1E+1"},
	{"11"},
	{"100"},
	{"9007199254740992"},
	{"9007199254740993"},
	{"9223372036854775807"},
	{"9223372036854775808"},
	{"100000000000000000000", "1e20"},
	{"100000000000000000001"},
	{"1e400"},
	{"1e99999999999999999999"},
}

func TestCompareNumbers(t *testing.T) {
	for i, as := range numbers {
		for j, bs := range numbers {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			for _, a := range as {
				for _, b := range bs {
					if got := compareNumbers(a, b); got != want {
						t.Errorf("compareNumbers(%s, %s) = %d, want %d", a, b, got, want)
					}
					if got := sameJSON(a, b); got != (want == 0) {
						t.Errorf("sameJSON(%s, %s) = %v", a, b, got)
					}
				}
			}
		}
	}
}

// FuzzCompareNumbers holds the comparison to that of package math/big.
func FuzzCompareNumbers(f *testing.F) {
	f.Add("1.50", "15e-1")
	f.Add("-0", "1e-3")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !isNumber(a) || !isNumber(b) || len(a)+len(b) > 40 {
			t.Skip()
		}
		x, okX := new(big.Rat).SetString(a)
		y, okY := new(big.Rat).SetString(b)
		if !okX || !okY {
			t.Skip() // the exponent is too large for it
		}
		if got, want := compareNumbers(a, b), x.Cmp(y); got != want {
			t.Errorf("compareNumbers(%s, %s) = %d, want %d", a, b, got, want)
		}
	})
}

func TestSameJSON(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", true}, {"", "0", false}, {"0", "", false}, {`"a"`, `"a"`, true}, {`"1"`, "1", false}, {"a", "b", false}, {"a1", "1", false}, {"1", "1a", false},
	} {
		if got := sameJSON(c.a, c.b); got != c.want {
			t.Errorf("sameJSON(%s, %s) = %v", c.a, c.b, got)
		}
	}
}
