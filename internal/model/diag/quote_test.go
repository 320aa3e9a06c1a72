package diag

import (
	"strings"
	"testing"
)

func TestEscape(t *testing.T) {
	cases := []struct{ in, want string }{
		{"plain text, `quoted` \"twice\"", "plain text, `quoted` \"twice\""},
		{"gr\u00fc\u00df \u65e5\u672c \U0001F600", "gr\u00fc\u00df \u65e5\u672c \U0001F600"},
		{"a\nb\r\tc\x00", `a\nb\r\tc\x00`},
		{"\x1b[31mred\x7f", `\x1b[31mred\x7f`},
		{"\u0085\u009b", `\u0085\u009b`},
		{"\u202eevil\u2066\u200f", `\u202eevil\u2066\u200f`},
		{"\u2028\u2029\ufeff\u200b\u00ad", `\u2028\u2029\ufeff\u200b\u00ad`},
		{"\xff\xc3(", `\xff\xc3(`},
		{"\ufffd", "\ufffd"},
		{`C:\new`, `C:\new`},
		{"\U000e0041", `\U000e0041`},
	}
	for _, c := range cases {
		if got := Escape(c.in); got != c.want {
			t.Errorf("Escape(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestQuote(t *testing.T) {
	cases := []struct{ in, want string }{
		{"", "``"},
		{"status", "`status`"},
		{"a\nb", "`a\\nb`"},
		{strings.Repeat("\u00e9", 60), "`" + strings.Repeat("\u00e9", 60) + "`"},
		{strings.Repeat("\u00e9", 61), "`" + strings.Repeat("\u00e9", 60) + "...`"},
	}
	for _, c := range cases {
		if got := Quote(c.in); got != c.want {
			t.Errorf("Quote(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}
