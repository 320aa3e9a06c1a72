package diag

import "testing"

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		offset     int
		want       string
	}{
		{"nothing", "", 0, "x:1:1"},
		{"the first byte", "ab", 0, "x:1:1"},
		{"the end", "ab", 2, "x:1:3"},
		{"beyond the end", "ab", 9, "x:1:3"},
		{"a line's end is in the line", "a\nb", 1, "x:1:2"},
		{"the next line", "a\nb", 2, "x:2:1"},
		{"CR LF is one end", "a\r\nb", 3, "x:2:1"},
		{"its LF is in the line", "a\r\nb", 2, "x:1:3"},
		{"CR alone", "a\rb", 2, "x:2:1"},
		{"CR at the end", "a\r", 2, "x:2:1"},
		{"empty lines", "\n\n\n", 2, "x:3:1"},
		{"after the last line's end", "a\n", 2, "x:2:1"},
		{"characters are columns", "äöü", 4, "x:1:3"},
		{"within a character", "aä€b", 5, "x:1:3"},
		{"after four bytes", "\U0001f600b", 4, "x:1:2"},
		{"no character", "\xff\xffb", 2, "x:1:3"},
	} {
		if got := NewLines("x", []byte(c.text)).Pos(c.offset).String(); got != c.want {
			t.Errorf("%s: byte %d of %q is at %s, not %s", c.name, c.offset, c.text, got, c.want)
		}
	}
}
