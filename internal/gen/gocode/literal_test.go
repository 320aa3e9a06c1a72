package gocode

import (
	"strconv"
	"testing"
)

func TestQuote(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", `""`},
		{"plain", `"plain"`},
		{`say "x"`, "`say \"x\"`"},
		{`a\b`, "`a\\b`"},
		{"\"`", "\"\\\"`\""},
		{"\"\n", `"\"\n"`},
		{"\"\t", `"\"\t"`},
		{"\"\u202e", `"\"\u202e"`},
		{"\"\u00a0", `"\"\u00a0"`},
		{"\"\xff", `"\"\xff"`},
		{"\ufeff", `"\ufeff"`},
		{"\x00", `"\x00"`},
		{"${x} %s", `"${x} %s"`},
	} {
		if got := Quote(test.text); got != test.want {
			t.Errorf("Quote(%q) = %s, want %s", test.text, got, test.want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("\"`\\\n\xff\u202e")
	f.Fuzz(func(t *testing.T, text string) {
		q := Quote(text)
		if got, err := strconv.Unquote(q); err != nil || got != text {
			t.Fatalf("Quote(%q) = %s, which is %q, %v", text, q, got, err)
		}
		if !IsPrintable(q) {
			t.Fatalf("Quote(%q) = %s has what is not seen", text, q)
		}
	})
}
