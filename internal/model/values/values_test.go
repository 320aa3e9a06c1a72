package values

import (
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func TestCanonicalNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "0.0": "0", "1": "1", "-2000": "-2000", "1.50": "1.5", "1.0": "1", "100": "100",
		"1e2": "100", "1E+2": "100", "12e-1": "1.2", "0.000001": "0.000001", "0.0000001": "1e-7",
		"1e20": "100000000000000000000", "1e21": "1e+21", "123456789012345678901234": "1.23456789012345678901234e+23",
		"9007199254740993": "9007199254740993", "-1.5e-9": "-1.5e-9",
	} {
		if got, ok := Canonical(text); !ok || got != want {
			t.Errorf("canonicalNumber(%q) = %q, %t, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "01", "1.", ".5", "1e", "0x1", "1_0", "+1", "1e999999999", "NaN", " 1"} {
		if got, ok := Canonical(text); ok {
			t.Errorf("canonicalNumber(%q) = %q", text, got)
		}
	}
}

func TestCompareNumbers(t *testing.T) {
	ordered := []string{"-1e30", "-10", "-9.5", "-1", "-0.1", "0", "1e-30", "0.1", "0.25", "1", "9", "10", "1e2", "101", "1e30"}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := Compare(a, b); got != max(-1, min(1, i-j)) {
				t.Errorf("compareNumbers(%s, %s) = %d", a, b, got)
			}
		}
	}
}

// TestCoreValue: the YAML 1.2 core schema (docs/spec.md#yaml).
func TestCoreValue(t *testing.T) {
	for text, want := range map[string]string{
		"": "null", "~": "null", "Null": "null", "true": "true", "FALSE": "false", "yes": `"yes"`, "no": `"no"`, "on": `"on"`,
		"7": "7", "+7": "7", "007": "7", "0o17": "15", "0x1f": "31", "1_000": `"1_000"`, "1.50": "1.5", ".5": "0.5", "5.": "5", "1e3": "1000",
		"-.5e1": "-5", "5.e3": "5000", "2001-01-01": `"2001-01-01"`, "nULL": `"nULL"`, "0b1": `"0b1"`, "-0x1f": `"-0x1f"`,
	} {
		v, ok := Core(text)
		if got := string(v.AppendJSON(nil)); !ok || got != want {
			t.Errorf("coreValue(%q) = %s, %t, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{".inf", "-.INF", ".nan"} {
		if _, ok := Core(text); ok {
			t.Errorf("JSON has no %s", text)
		}
	}
}

func TestFormats(t *testing.T) {
	for format, texts := range map[string][2]string{
		"date-time": {"2019-08-10T05:49:16.5+02:00", "2019-08-10"},
		"date":      {"2019-08-10", "10.8.2019"},
		"uuid":      {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b810"},
		"hostname":  {"a.example", "a_b"},
		"ipv4":      {"192.0.2.1", "::1"},
		"ipv6":      {"::1", "192.0.2.1"},
		"email":     {"a@example.com", "A <a@example.com>"},
		"uri":       {"urn:x:y", "/x"},
		"byte":      {"YQ==", "YQ"},
	} {
		if !hasFormat(format, texts[0]) || hasFormat(format, texts[1]) {
			t.Errorf("%s: %q, %q", format, texts[0], texts[1])
		}
		if s := (&model.Schema{Format: format}); s.CheckedFormat() == "" {
			t.Errorf("%s counts as an annotation", format)
		}
	}
	for format, text := range map[string]string{
		"ipv4": "192.0.2", "ipv6": "fe80::1%eth0", "email": "a", "uri": "http://[::1", "hostname": strings.Repeat("a.", 126) + "bb",
	} {
		if hasFormat(format, text) {
			t.Errorf("%s: %q", format, text)
		}
	}
	if !hasFormat("hostname", strings.Repeat("a.", 126)+"b") {
		t.Error("a host name of 253 letters")
	}
	if !hasFormat("unheard-of", "anything") {
		t.Error("an unknown format is an annotation")
	}
}

// TestPatternSamples: texts that match a pattern can be made up for those that
// catalogs have.
func TestPatternSamples(t *testing.T) {
	c := NewChecker()
	for _, pattern := range []string{"[A-Z]{3}-[0-9]+", "a|b|c", "(?i)err[0-9]*", "x?y+z*", ".+@.+", "[^a-z]", `\d{4}-\d{2}`, "", "(?:40[0-9]|5..)", "é+"} {
		samples := PatternSamples(pattern)
		if len(samples) == 0 {
			t.Errorf("no sample of %s", pattern)
		}
		for _, s := range samples {
			if !c.Matches(pattern, s) {
				t.Errorf("%q does not match %s", s, pattern)
			}
		}
	}
}

func TestPatternAlphabet(t *testing.T) {
	for _, tt := range []struct {
		pattern  string
		has, not rune
		min, max int
	}{
		{"[a-c]{2,3}", 'b', 'd', 2, 3},
		{"x|yz", 'z', 'a', 1, 2},
		{"a*", 'a', 'b', 0, -1},
		{"(?i)k", 'K', 'x', 1, 1},
		{"[0-9]+-?", '-', 'x', 1, -1},
		{"(ab){2}", 'b', 'c', 4, 4},
		{"a?", 'a', 'b', 0, 1},
		{"(?i)k", '\u212a', 'x', 1, 1},
		{"(?i)k", 'k', 'j', 1, 1},
		{"k", 'k', 'K', 1, 1},
		{"yz|x", 'x', 'a', 1, 2},
		{"x|y", 'y', 'a', 1, 1},
		{"a*|b", 'b', 'c', 0, -1},
		{"bc|a*", 'a', 'd', 0, -1},
		{"b|a*|cd", 'd', 'e', 0, -1},
		{"a*b", 'b', 'c', 1, -1},
		{"ba*", 'a', 'c', 1, -1},
		{"b*a?", 'a', 'c', 0, -1},
		{"a?b*", 'a', 'c', 0, -1},
		{"a{2,}", 'a', 'c', 2, -1},
		{"(a*){2}", 'a', 'c', 0, -1},
		{"(a?b){0}", 'a', 'c', 0, 0},
		{"(ab?){0,3}", 'a', 'c', 0, 6},
		{"^$", 0, 'c', 0, 0},
		{"[^x]", 'a', 'x', 1, 1},
	} {
		a, ok := PatternAlphabet(tt.pattern)
		if tt.has == 0 {
			tt.has, a.ranges = 'a', []rune{'a', 'a'} // nothing
		}
		if !ok || !a.Has(tt.has) || a.Has(tt.not) || a.Min != tt.min || a.Max != tt.max {
			t.Errorf("%s: %+v", tt.pattern, a)
		}
	}
}

// TestAlphabetWithin: between which characters all are that may occur.
func TestAlphabetWithin(t *testing.T) {
	for _, tt := range []struct {
		pattern string
		lo, hi  rune
		want    bool
	}{
		{"[b-d]x?", 'b', 'x', true},
		{"[b-d]x?", 'c', 'x', false},
		{"[b-d]x?", 'b', 'w', false},
		{"x?[b-d]", 'b', 'x', true},
		{"b", 'b', 'b', true},
		{"[b-dx]", 'b', 'd', false},
		{"", 'a', 'a', true},
		{".", 0, 0x10ffff, false},
		{"a.", 'a', 'a', false},
		{".|a", 'a', 'a', false},
		{".a", 'a', 'a', false},
	} {
		a, _ := PatternAlphabet(tt.pattern)
		if a.Within(tt.lo, tt.hi) != tt.want {
			t.Errorf("%s within %c and %c: %t", tt.pattern, tt.lo, tt.hi, !tt.want)
		}
	}
	if a, _ := PatternAlphabet("a."); !a.Has('z') {
		t.Error("anything may be z")
	}
	if _, ok := PatternAlphabet("("); ok {
		t.Error("an alphabet of no pattern")
	}
}

// TestPatternVariants: the samples of a pattern are always the same.
func TestPatternVariants(t *testing.T) {
	for pattern, want := range map[string]string{
		"ab|cd":         "ab cd ab cd ab cd ab cd",
		"xy?":           "x xy x xy x xy x xy",
		"xy*":           "x xy x xy x xy x xy",
		"y+":            "y yy y yy y yy y yy",
		"x{2,3}":        "xx xxx xx xxx xx xxx xx xxx",
		"x{2,}":         "xx xxx xx xxx xx xxx xx xxx",
		"x{2}":          "xx xx xx xx xx xx xx xx",
		".":             "a b c d e f g h",
		"[b-d0-9]":      "0 c 2 d 4 d 6 d",
		"[\\x00-\\x1f]": "\x00 \x00 \x00 \x00 \x00 \x00 \x00 \x00",
		"[\\x00-#]":     "! ! ! ! ! ! ! !",
	} {
		if got := strings.Join(PatternSamples(pattern), " "); got != want {
			t.Errorf("%s: %q, want %q", pattern, got, want)
		}
	}
	if PatternSamples("(") != nil {
		t.Error("samples of no pattern")
	}
	if long := PatternSamples(strings.Repeat("x{512}", 8)); len(long) != 8 || len(long[0]) != SampleLimit {
		t.Errorf("%d samples as long as they may be", len(long))
	}
	if long := PatternSamples(strings.Repeat("x{512}", 8) + "x"); len(long) != 0 {
		t.Errorf("%d samples that are longer", len(long))
	}
}

// TestPatternDepth: a pattern is compiled between anchors, which are a level more.
func TestPatternDepth(t *testing.T) {
	for n := 900; n < 1100; n++ {
		p := strings.Repeat("(", n) + "a" + strings.Repeat(")", n)
		_, plain := regexp.Compile(p)
		_, whole := regexp.Compile(anchored(p))
		if plain == nil && whole != nil {
			if PatternProblem(p) == "" {
				t.Errorf("%d levels", n)
			}
			return
		}
	}
	t.Error("no depth makes a difference")
}

func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		s         *model.Schema
		low, high string
	}{
		{number("", "", "", ""), "", ""},
		{number("-1", "", "1", ""), "-1", "1"},
		{number("", "-1", "", "1"), "-1 open", "1 open"},
		{number("-1", "-2", "1", "2"), "-1", "1"},
		{number("-2", "-1", "2", "1"), "-1 open", "1 open"},
		{number("0", "0", "0", "0"), "0 open", "0 open"},
		{number("1", "", "-1", ""), "1", "-1"},
	} {
		show := func(bound string, open bool) string {
			if open {
				return bound + " open"
			}
			return bound
		}
		if low, high := show(LowerBound(tt.s)), show(UpperBound(tt.s)); low != tt.low || high != tt.high {
			t.Errorf("%+v: %s to %s", tt.s, low, high)
		}
	}
	for text, want := range map[string]bool{"1": true, "1e2": true, "1.50e1": true, "1.5": false, "x": false, "": false, "0.0": true, "-0": true} {
		if IsInteger(text) != want {
			t.Errorf("%s is an integer: %t", text, !want)
		}
	}
	for text, want := range map[string]bool{"1e100000": true, "1e100001": false, "1e-100000": true, "1e-100001": false} {
		if _, ok := Canonical(text); ok != want {
			t.Errorf("%s is read: %t", text, ok)
		}
	}
	for text, want := range map[string]bool{"1e308": true, "1e309": false, "-1.5e999": false, "1e-999": true} {
		if _, ok := Core(text); ok != want {
			t.Errorf("%s is typed: %t", text, ok)
		}
	}
	union := func(kinds ...model.Kind) *model.Schema { return &model.Schema{Kind: model.UnionKind, Union: kinds} }
	for _, tt := range []struct {
		s    *model.Schema
		text string
		want bool
	}{
		{union(model.StringKind, model.IntegerKind), "9223372036854775807", true},
		{union(model.StringKind, model.IntegerKind), "9223372036854775808", false},
		{&model.Schema{Kind: model.NumberKind}, "9007199254740993", false},
		{&model.Schema{Kind: model.NumberKind}, "-9007199254740992", true},
		{&model.Schema{Kind: model.NumberKind}, "1.10", true},
		{&model.Schema{Kind: model.NumberKind}, "0.1000000000000000055", false},
		{&model.Schema{Kind: model.NumberKind}, "1e400", false},
		{union(model.StringKind, model.NumberKind), "0.30000000000000004", true},
		{union(model.StringKind, model.NumberKind), "0.300000000000000041", false},
		{union(model.IntegerKind, model.NumberKind), "1e308", true},
		{union(model.IntegerKind, model.NumberKind), "1e309", false},
	} {
		if FitsGo(tt.s, tt.text) != tt.want {
			t.Errorf("%s fits %v: %t", tt.text, tt.s.Union, !tt.want)
		}
	}
	for n, want := range map[int]bool{1000: true, 1001: false} {
		if _, ok := Core(strings.Repeat("1", n)); ok != want {
			t.Errorf("an integer of %d digits: %t", n, ok)
		}
	}
}
