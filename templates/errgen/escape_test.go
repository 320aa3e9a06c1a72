package errgen

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestEscapeAgreesWithEncodingJSON(t *testing.T) {
	for _, s := range []string{
		"", "a", "\"\\/", "\x00\x1f\x7f", "\b\f\n\r\t", "<>&", "\u2028\u2029\u2027\u202a", "\xff\xfe", "é😀", "a\xf0\x9f", "\ufffd", "12345678\"12345678\xff12345678",
	} {
		escapeAgrees(t, s)
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("a\"b\\c\u2028\xff")
	f.Fuzz(escapeAgrees)
}

func escapeAgrees(t *testing.T, s string) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(string([]rune(s))); err != nil { // it escapes U+FFFD where it stands for what is no UTF-8
		t.Fatal(err)
	}
	if got, want := string(AppendQuoted(nil, s)), strings.TrimSuffix(buf.String(), "\n"); got != want {
		t.Fatalf("AppendQuoted(%q) = %s, want %s", s, got, want)
	}
}

func TestUnixLines(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a\nb": "a\nb", "a\r\nb": "a\nb", "a\r\r\r\nb": "a\nb", "a\rb": "a\rb", "\r\n": "\n", "a\r\n\r\nb\r": "a\n\nb\r",
	} {
		if got := UnixLines(text); got != want {
			t.Errorf("UnixLines(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestQuotedPairs(t *testing.T) {
	for plain, quoted := range map[string]string{"": "", "a b": "a b", `a"b\`: `a\"b\\`, `"`: `\"`} {
		if got := string(appendQuotedPairs([]byte("x"), plain)); got != "x"+quoted {
			t.Errorf("%q is quoted as %q, want %q", plain, got, "x"+quoted)
		}
		if got := unquotePairs(quoted); got != plain {
			t.Errorf("%q is %q, want %q", quoted, got, plain)
		}
	}
	for quoted, plain := range map[string]string{`\a\b`: "ab", `a\`: `a\`} {
		if got := unquotePairs(quoted); got != plain {
			t.Errorf("%q is %q, want %q", quoted, got, plain)
		}
	}
}

// TestPrintable: what may change a terminal or a log line is escaped, and a text is
// cut at the limit, not within a character.
func TestPrintable(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 0, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc..."},
		{"aéb", 3, "aé..."},
		{"aéb", 2, "aé..."},
		{"aéb", 4, "aéb"},
		{"\x1b[31m", 99, `\u001b[31m`},
		{"a\nb\x7f\x9f", 99, `a\u000ab\u007f\x9f`},
		{"\u0085\u009f\u00a0", 99, "\\u0085\\u009f\u00a0"},
		{"\ufffd\xff\xc3", 99, "\ufffd" + `\xff\xc3`},
		{"\xef", 99, `\xef`},
		{"a\xef\xbf\ufffd", 99, `a\xef\xbf` + "\ufffd"},
		{"\u061b\u061c\u061d", 99, "\u061b" + `\u061c` + "\u061d"},
		{"\u200d\u200e\u200f\u2010", 99, "\u200d" + `\u200e\u200f` + "\u2010"},
		{"\u2027\u2028\u202e\u202f", 99, "\u2027" + `\u2028\u202e` + "\u202f"},
		{"\u2065\u2066\u2069\u206a", 99, "\u2065" + `\u2066\u2069` + "\u206a"},
		{"\ufefe\ufeff\uff00", 99, "\ufefe" + `\ufeff` + "\uff00"},
		{"\x01abc", 3, `\u0001...`},
		{strings.Repeat("a", 1023) + "\n", 1024, strings.Repeat("a", 1023) + `\u000a`},
	} {
		if got := Printable(c.text, c.limit); got != c.want {
			t.Errorf("Printable(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
	long := strings.Repeat("x", 1024)
	if bound(long) != long || bound(long+"y") != long+"..." {
		t.Error("a text is shown up to 1024 bytes")
	}
}
