package golang

import (
	"strings"
	"testing"
)

func TestStrip(t *testing.T) {
	const src = `a
//errgen:if x
b
	//errgen:if !y
c
	//errgen:end
//errgen:end
//errgen:if y || z
d
//errgen:end
e
`
	for _, test := range []struct{ features, want string }{
		{"", "a e"},
		{"x", "a b c e"},
		{"x y", "a b d e"},
		{"y", "a d e"},
		{"z", "a d e"},
	} {
		features := map[string]bool{}
		for _, f := range strings.Fields(test.features) {
			features[f] = true
		}
		got, err := strip(src, features)
		if got := strings.Join(strings.Fields(got), " "); err != nil || got != test.want {
			t.Errorf("with %q: got %q, %v; want %q", test.features, got, err, test.want)
		}
	}
}

func TestStripMarks(t *testing.T) {
	for _, test := range []struct{ name, src string }{
		{"no end", "//errgen:if x\n"},
		{"no beginning", "//errgen:end\n"},
		{"no condition", "//errgen:if x ||\n//errgen:end\n"},
	} {
		if got, err := strip(test.src, nil); err == nil {
			t.Errorf("%s: got %q, want an error", test.name, got)
		}
	}
}
