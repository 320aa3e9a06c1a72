package model

import (
	"encoding/json"
	"testing"
)

// Strings come back as they were, and are written as encoding/json writes them
// without HTML escaping.
func TestStringsAsJSON(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", `""`}, {"a b~", `"a b~"`}, {`say "x"`, `"say \"x\""`}, {`\`, `"\\"`}, {"\x1f", `"\u001f"`}, {"\n\t", `"\n\t"`},
		{"<&>", `"<&>"`}, {"\x7f", "\"\x7f\""}, {"ü😀", `"ü😀"`}, {"\u2028", `"\u2028"`}, {"a\xffb", `"a\ufffdb"`},
	} {
		got := Value{Kind: StringValue, Text: test.text}.AppendJSON(nil)
		if string(got) != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
		var back string
		if err := json.Unmarshal(got, &back); err != nil || back != test.text && test.text != "a\xffb" {
			t.Errorf("%s: %q, %v", got, back, err)
		}
	}
}
