package openapi

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// What YAML 1.1 (and yaml.v3, which is between the versions) reads as something
// other than text is quoted, and so is what a reader might not see.
func TestQuoting(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"application/json", "application/json"},
		{"Busy. Try again, please (soon)!", "Busy. Try again, please (soon)!"},
		{"#/components/x", `"#/components/x"`},
		{"$ref", "$ref"},
		{"", `""`},
		{"no", `"no"`}, {"On", `"On"`}, {"y", `"y"`}, {"NULL", `"NULL"`}, {"True", `"True"`},
		{"none", "none"},
		{"E100", `"E100"`}, {"e+1", `"e+1"`}, {"E100x", "E100x"},
		{"0100", `"0100"`}, {"1.10", `"1.10"`}, {"1e3", `"1e3"`}, {"0x1f", `"0x1f"`}, {"1_000", `"1_000"`}, {"12:30", `"12:30"`},
		{"2020-01-01", `"2020-01-01"`}, {".inf", `".inf"`}, {"-", `"-"`}, {"~", `"~"`}, {"=", `"="`}, {"<<", `"<<"`}, {"+1", `"+1"`},
		{"a: b", `"a: b"`}, {"a:b", "a:b"}, {"a:", `"a:"`}, {"a #b", `"a #b"`}, {"a#b", `"a#b"`}, {" a", `" a"`}, {"a ", `"a "`},
		{"- a", `"- a"`}, {"? a", `"? a"`}, {"[a]", `"[a]"`}, {"{a}", `"{a}"`}, {"*a", `"*a"`}, {"&a", `"&a"`}, {"!a", `"!a"`}, {"%a", `"%a"`}, {"@a", `"@a"`}, {"`a`", "\"`a`\""}, {"|", `"|"`}, {">", `">"`},
		{`say "hi" \o/`, `"say \"hi\" \\o/"`},
		{"a\nb\tc\rd", `"a\nb\tc\rd"`},
		{"*/ x", `"*/ x"`},
		{"a\x00b\x1b[31m\x7f\u0085", `"a\x00b\x1B[31m\x7F\x85"`},
		{"\u2028\u2029\u202e\ufeff\ufffe", `"\u2028\u2029\u202E\uFEFF\uFFFE"`},
		{"\U000e0001", `"\U000E0001"`},
		{"grüße — 世界 😀", `"grüße — 世界 😀"`},
		{"a\xffb", `"a` + "\ufffd" + `b"`},
	} {
		if got := string(appendString(nil, test.text)); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, test := range []struct{ json, want string }{
		{"0", "0"}, {"-2000", "-2000"}, {"1.5", "1.5"}, {"9223372036854775807", "9223372036854775807"},
		{"1e3", "1.0e+3"}, {"1E-7", "1.0e-7"}, {"-1.5e+300", "-1.5e+300"},
	} {
		if got := numberText(test.json); got != test.want {
			t.Errorf("%s: got %s, want %s", test.json, got, test.want)
		}
	}
}

func TestCollections(t *testing.T) {
	v, err := parseJSON([]byte(`{"b":[1,"x",[],{},[[2],{"k":null,"l":[true]}]],"a":{"no":false,"":""},"b2":"x","a":{"again":1e2}}`))
	if err != nil {
		t.Fatal(err)
	}
	var w yamlWriter
	w.nested("root", func() { w.collection(v) })
	w.text("lines", "first\n\n  indented? no\nlast")
	w.text("block", "first\n\n# second: x\n--- \"last\"")
	w.text("ended", "a line\n")
	w.text("twice", "a line\n\n")
	w.member(strings.Repeat("k", 1100), textLiteral("long").Value)
	w.item(func() { w.member(strings.Repeat("k", 1100), v) })
	want := `root:
  b:
    - 1
    - x
    - []
    - {}
    - - - 2
      - k: null
        l:
          - true
  a:
    again: 1.0e+2
  b2: x
lines: "first\n\n  indented? no\nlast"
block: |-
  first

  # second: x
  --- "last"
ended: |
  a line
twice: "a line\n\n"
? ` + strings.Repeat("k", 1100) + `
: long
- ? ` + strings.Repeat("k", 1100) + `
  :
    b:`
	if got := string(w.buf); !strings.HasPrefix(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

// Whatever text stands in a catalog comes back from the document as it was, as
// a key and as a value. Bytes that are no UTF-8 cannot.
func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "a", "no", "a\nb", "a\n b\n", "\n", "*/", "a: b", "\u2028", "x\ny #z", "\x00", "# x\ny", "-\n-", "'\n\"", "\ufeff", "a\r\nb", "|-\n>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.ToValidUTF8(s, "\ufffd")
		if !isSameRunes(s, want) {
			t.Skip("several bytes that are no UTF-8 in a row")
		}
		var w yamlWriter
		w.nested("map", func() {
			w.text("value", s)
			w.nested("key", func() { w.member(s, textLiteral(s).Value) })
			w.texts("list", []string{s, s})
		})
		var got struct {
			Map struct {
				Value string
				Key   map[string]string
				List  []string
			}
		}
		if err := yaml.Unmarshal(w.buf, &got); err != nil {
			t.Fatalf("%v\n%s", err, w.buf)
		}
		m := got.Map
		if v, ok := m.Key[want]; m.Value != want || !ok || v != want || len(m.List) != 2 || m.List[1] != want {
			t.Errorf("%q: got %q\n%s", s, m, w.buf)
		}
	})
}

// isSameRunes reports whether ranging over a gives b's characters.
func isSameRunes(a, b string) bool { return string([]rune(a)) == b }

// A JSON body read and written again is the same, but for white space, escapes
// and duplicate members.
func FuzzBodies(f *testing.F) {
	for _, s := range []string{`{}`, `[1,"a",null,true,-1.5e3]`, `{"a":{"b":[{}]},"a":1}`, `"\ud83d\ude00\ud800"`, `1e400`, `{`, `[1`, `{"a"`, `1 2`, ``} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		v, err := parseJSON(body)
		if err != nil {
			return
		}
		var want, got any
		if json.Unmarshal(body, &want) != nil {
			return // a number beyond float64
		}
		if err := json.Unmarshal(v.AppendJSON(nil), &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	})
}

func TestDeepBodies(t *testing.T) {
	for _, test := range []struct {
		depth int
		ok    bool
	}{{100, true}, {101, false}, {1_000_000, false}} {
		_, err := parseJSON([]byte(strings.Repeat("[", test.depth) + strings.Repeat("]", test.depth)))
		if (err == nil) != test.ok {
			t.Errorf("depth %d: %v", test.depth, err)
		}
	}
}
