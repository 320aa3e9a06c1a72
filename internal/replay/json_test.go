package replay

import (
	"strings"
	"testing"
)

func TestParseJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{"b":1,"a":[true,false,null,"\u0041\n"]}`: `{"b":1,"a":[true,false,null,"A\n"]}`,
		" [ ] ":                         `[]`,
		`{}`:                            `{}`,
		`1.50e2`:                        `1.50e2`,
		`{"a":{"b":{"c":[[]]}},"d":{}}`: `{"a":{"b":{"c":[[]]}},"d":{}}`,
		`{"a":1,"a":2}`:                 `{"a":1,"a":2}`,
		`"\ud83d\ude00"`:                `"😀"`,
		strings.Repeat("[", 10000) + strings.Repeat("]", 10000): strings.Repeat("[", 10000) + strings.Repeat("]", 10000),
	} {
		v, ok := ParseJSON(text)
		if got := string(v.AppendJSON(nil)); !ok || got != want {
			t.Errorf("%.80q: %v, %.80s", text, ok, got)
		}
	}
	for _, text := range []string{"", "{", "[1,]", `{"a"}`, "01", "nul", `"\x"`, "1 2", strings.Repeat("[", 10001) + strings.Repeat("]", 10001)} {
		if v, ok := ParseJSON(text); ok {
			t.Errorf("%.80q is %.80s", text, v.AppendJSON(nil))
		}
	}
}
