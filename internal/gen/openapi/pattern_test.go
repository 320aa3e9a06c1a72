package openapi

import (
	"regexp"
	"testing"
)

func TestPatterns(t *testing.T) {
	for _, test := range []struct{ re2, want string }{
		{`[0-9]{2}`, `^[0-9]{2}$`},
		{`^[0-9]{2}$`, `^[0-9]{2}$`},
		{`^(?:a|bc)$`, `^(?:a|bc)$`},
		{`\d+\w`, `^[0-9]+[0-9A-Z_a-z]$`},
		{`(?P<n>ab)+?c*`, `^(?:ab)+c*$`},
		{`a.b`, `^a[^\n]b$`},
		{`(?s)a.b`, `^a[\s\S]b$`},
		{`[^"\\]*`, `^[^"\x5c]*$`},
		{`[\]^\-[]`, `^[\-\[\]\^]$`},
		{`(?i)k1`, "^[Kk\u212a]1$"},
		{`\Qa.b\E`, `^a\.b$`},
		{`\\u0041`, `^\x5cu0041$`},
		{`a\bb`, `^a\bb$`},
		{``, `^(?:)$`},
		{`x{0}`, `^x{0}$`},
		{`(?:ab){2,}`, `^(?:ab){2,}$`},
		{`\x00\n` + "\u2028", "^\\x00\\n\u2028$"},
		{"[\U0001F600]?", "^(?:\U0001F600)?$"},
		{`/`, `^/$`},
		{`[\x{FFFE}\x{FFFF}]`, "^[\ufffe\uffff]$"},
	} {
		got, ok := wholePattern(test.re2)
		if !ok || got != test.want {
			t.Errorf("%s: got %s, %v, want %s", test.re2, got, ok, test.want)
		}
	}
}

// What ECMA-262 cannot say in the same way with and without its "u" flag is
// left out.
func TestPatternsThatECMAScriptLacks(t *testing.T) {
	for _, re2 := range []string{`(?m)^a`, `(?m)a$`, `\p{Greek}`, "[\U0001F600-\U0001F64F]", `[\x{D800}-\x{DBFF}]`, `(?=a)`, `(`} {
		if got, ok := wholePattern(re2); ok {
			t.Errorf("%s: got %s", re2, got)
		}
	}
}

// Inside a longer expression nothing may look at its surroundings.
func TestInnerPatterns(t *testing.T) {
	for _, test := range []struct {
		re2, want string
		ok        bool
	}{
		{`^a|b$`, "", false},
		{`\bab`, "", false},
		{`^[ab]c$`, `[ab]c`, true},
		{`^[ab]$`, `[ab]`, true},
		{`a|b{2}`, `a|b{2}`, true},
	} {
		got, ok := innerPattern(test.re2)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%s: got %s, %v, want %s, %v", test.re2, got, ok, test.want, test.ok)
		}
	}
}

func TestGrouped(t *testing.T) {
	for _, test := range []struct{ pattern, want string }{
		{`a|b`, `(?:a|b)`}, {`(?:a|b)c`, `(?:a|b)c`}, {`[a|b]`, `[a|b]`}, {`a\|b`, `a\|b`}, {`[\]|]`, `[\]|]`}, {`(a)|b`, `(?:(a)|b)`},
	} {
		if got := grouped(test.pattern); got != test.want {
			t.Errorf("%s: got %s, want %s", test.pattern, got, test.want)
		}
	}
}

// A rewritten expression matches the same texts as the one that it comes from.
func FuzzPatterns(f *testing.F) {
	for _, re := range []string{`a|b`, `[^a-z]+`, `(?i)straße`, `x{2,3}?y`, `\w\s\S.`, `^a(b|)$`, `a||b`, `[[:alpha:]]`} {
		for _, text := range []string{"", "a", "ab", "STRASSE", "xxy", "A\n"} {
			f.Add(re, text)
		}
	}
	f.Fuzz(func(t *testing.T, re2, text string) {
		if len(re2) > 200 {
			t.Skip("big counts make big programs")
		}
		want, err := regexp.Compile(`\A(?:` + re2 + `)\z`)
		if err != nil {
			t.Skip()
		}
		p, ok := wholePattern(re2)
		if !ok {
			t.Skip()
		}
		got, err := regexp.Compile(p)
		if err != nil {
			t.Fatalf("%s became %s: %v", re2, p, err)
		}
		if a, b := want.MatchString(text), got.MatchString(text); a != b {
			t.Errorf("%q by %s: %v, by %s: %v", text, re2, a, p, b)
		}
	})
}
