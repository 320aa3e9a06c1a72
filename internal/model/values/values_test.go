package values

import (
	"testing"
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
		"-.5e1": "-5", "2001-01-01": `"2001-01-01"`, "nULL": `"nULL"`, "0b1": `"0b1"`, "-0x1f": `"-0x1f"`,
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
	} {
		a, ok := PatternAlphabet(tt.pattern)
		if !ok || !a.Has(tt.has) || a.Has(tt.not) || a.Min != tt.min || a.Max != tt.max {
			t.Errorf("%s: %+v", tt.pattern, a)
		}
	}
}
