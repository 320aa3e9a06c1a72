package load

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// constValue loads a catalog that has yaml as a constant, which may be anything.
func constValue(t *testing.T, yaml string) (*Value, *diag.List) {
	t.Helper()
	var l diag.List
	yaml = strings.ReplaceAll(yaml, "\n", "\n  ")
	f := Bytes("c.yaml", []byte("errgen: 1\npackage: p\nenvelopes: {}\ntypes:\n T:\n  const: "+yaml+"\n"), &l)
	if f == nil {
		return nil, &l
	}
	return f.Types[0].Schema.Const, &l
}

// TestScalars is docs/spec.md#yaml: which notations are null, a boolean, an
// integer and a number; what the text is; what is quoted.
func TestScalars(t *testing.T) {
	const null, boolean, integer, number, quoted = 'n', 'b', 'i', 'f', 'q'
	cases := []struct{ yaml, text, kinds string }{
		{"0100", "0100", ""},
		{"100", "100", "if"},
		{"-7", "-7", "if"},
		{"0", "0", "if"},
		{"-0", "-0", "if"},
		{"007", "007", ""},
		{"+1", "+1", ""},
		{"0x1f", "0x1f", ""},
		{"0o17", "0o17", ""},
		{"1_000", "1_000", ""},
		{"190:20:30", "190:20:30", ""},
		{"123456789012345678901234567890", "123456789012345678901234567890", "if"},
		{"1.10", "1.10", "f"},
		{"42E10", "42E10", "f"},
		{"-1.5e-3", "-1.5e-3", "f"},
		{".5", ".5", ""},
		{"1.", "1.", ""},
		{".inf", ".inf", ""},
		{".nan", ".nan", ""},
		{"true", "true", "b"},
		{"false", "false", "b"},
		{"True", "True", ""},
		{"yes", "yes", ""},
		{"no", "no", ""},
		{"on", "on", ""},
		{"y", "y", ""},
		{"null", "null", "n"},
		{"~", "~", "n"},
		{"", "", "n"},
		{"Null", "Null", ""},
		{"2024-01-02", "2024-01-02", ""},
		{"'null'", "null", "q"},
		{"'12'", "12", "q"},
		{`"true"`, "true", "q"},
		{"''", "", "q"},
		{`"a\tb\u2028\0"`, "a\tb\u2028\x00", "q"},
		{"'it''s'", "it's", "q"},
		{"|\n  a\n  b", "a\nb\n", "q"},
		{">-\n  a\n  b", "a b", "q"},
		{"plain text # comment", "plain text", ""},
		{"a#b", "a#b", ""},
		{"two\n  lines", "two lines", ""},
		{"https://x.example/a?b=c", "https://x.example/a?b=c", ""},
		{"<<", "<<", ""},
		{"=", "=", ""},
	}
	for _, c := range cases {
		v, l := constValue(t, c.yaml)
		if v == nil || l.Len() > 0 {
			t.Errorf("%s: %v", c.yaml, l.Sorted())
			continue
		}
		_, isBool := v.Bool()
		for kind, is := range map[rune]bool{
			null: v.IsNull(), boolean: isBool, integer: v.IsInteger(), number: v.IsNumber(), quoted: v.Quoted,
		} {
			if is != strings.ContainsRune(c.kinds, kind) {
				t.Errorf("%s: kind %c is %v", c.yaml, kind, is)
			}
		}
		if v.Text != c.text || v.Kind != Scalar {
			t.Errorf("%s: text %q, want %q", c.yaml, v.Text, c.text)
		}
	}
}

// TestMappings holds order, keys as source text, and nesting.
func TestMappings(t *testing.T) {
	v, l := constValue(t, `{b: 1, a: [x, {c: ~}], "1": q, 2: r, null: s, true: t, x-y: u, '<<': v, a b: w}`)
	if l.Len() > 0 {
		t.Fatal(l.Sorted())
	}
	var keys []string
	for _, m := range v.Members {
		keys = append(keys, m.Key.S)
	}
	if got := strings.Join(keys, ","); got != "b,a,1,2,null,true,x-y,<<,a b" {
		t.Error(got)
	}
	if a := v.Members[1].Value; a.Kind != Sequence || len(a.Items) != 2 || a.Items[1].Members[0].Key.S != "c" {
		t.Errorf("%+v", a)
	}
}

// TestForgottenQuotes: a flow mapping of keys without values is no value, and the
// rest of a mapping in which some lack one is kept.
func TestForgottenQuotes(t *testing.T) {
	v, l := constValue(t, "{text: {days}, msg: Sorry, not here, n: 1}")
	if l.Len() != 2 {
		t.Errorf("%v", l.Sorted())
	}
	broken := map[string]bool{"text": true, "msg": false, "not here": true, "n": false}
	for _, m := range v.Members {
		if m.Value.Broken != broken[m.Key.S] {
			t.Errorf("%s: broken is %v", m.Key.S, m.Value.Broken)
		}
	}
}

// TestColumnsCountCodePoints: also behind characters that yaml.v3 takes for line
// breaks or drops, and with a byte order mark.
func TestColumnsCountCodePoints(t *testing.T) {
	const before = "errgen: 1\npackage: p\nenvelopes: {}\n"
	cases := []struct {
		line   string
		column int
	}{
		{"types: {T: {const: {aa: bad}}}", 25},
		{"types: {T: {const: {\u00e9\u00e9: bad}}}", 25},
		{"types: {T: {const: {\U0001F600\u65e5: bad}}}", 25},
		{"types: {T: {const: {a\u2028: bad}}}", 25},
		{"types: {T: {const: {'a\u2029\u0085': bad}}}", 28},
		{"types: {T: {const: {a\ufeff: bad}}}", 25},
	}
	for _, bom := range []string{"", "\ufeff"} {
		for _, newline := range []string{"\n", "\r\n", "\r"} {
			for _, c := range cases {
				var l diag.List
				text := strings.ReplaceAll(before, "\n", newline) + c.line
				f := Bytes("c.yaml", []byte(bom+text), &l)
				if f == nil || l.Len() > 0 {
					t.Errorf("%q: %v", c.line, l.Sorted())
					continue
				}
				m := f.Types[0].Schema.Const.Members[0]
				if want := (diag.Pos{File: "c.yaml", Line: 4, Column: c.column}); m.Value.Pos != want {
					t.Errorf("%q: at %v, want %v", c.line, m.Value.Pos, want)
				}
				key := strings.Trim(c.line[len("types: {T: {const: {"):strings.LastIndex(c.line, ":")], "'")
				if m.Key.S != key {
					t.Errorf("%q: key %q, want %q", c.line, m.Key.S, key)
				}
			}
		}
	}
}

// TestOrdinarySeparators: U+2028 and its like are text, not line breaks, even
// where the text has private-use characters of its own.
func TestOrdinarySeparators(t *testing.T) {
	for _, text := range []string{"a\u2028b", "a\u0085b\u2029", "\ue000\ue001\u2028\ue003", "a\u2028 b", "x\ufeff"} {
		for _, quote := range []string{"'", `"`, ""} {
			v, l := constValue(t, quote+text+quote)
			if v == nil || l.Len() > 0 {
				t.Errorf("%q: %v", text, l.Sorted())
			} else if v.Text != text {
				t.Errorf("%q became %q", text, v.Text)
			}
		}
	}
}
