package reference

import (
	"strings"
	"testing"
)

func TestSummary(t *testing.T) {
	long := strings.Repeat("word ", 100)
	for _, test := range []struct{ name, text, want string }{
		{"first line", "\n a\nb", "a"},
		{"none", " \n", ""},
		{"long", long, strings.TrimSpace(long[:159]) + " ..."},
		{"long without blanks", strings.Repeat("\u00e9", 200), strings.Repeat("\u00e9", 160) + " ..."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Summary(test.text); got != test.want {
				t.Errorf("got %q\nwant %q", got, test.want)
			}
		})
	}
}
