package support

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

var jsonTexts = []string{
	``, ` `, `null`, `true`, `false`, `nul`, `truex`, `0`, `-0`, `-`, `01`, `1.`, `1.5`, `1e5`, `1E+5`, `1e`, `.5`, `+1`, `1 2`,
	`""`, `"a"`, `"a`, `"\n"`, "\"\n\"", `"\u00e9"`, `"\u00E9"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00\ud83d"`, `"\u12"`, `"\x"`, "\"\xff\"", "\"\u2028\"",
	`[]`, `[ ]`, `[1]`, `[1,]`, `[,1]`, `[1 2]`, `[[[]]]`, `[`, `]`, `{}`, `{ }`, `{"a":1}`, `{"a":1,}`, `{"a"}`, `{a:1}`, `{"a":1 "b":2}`, `{"a":{"b":[1,{"c":null}]}}`,
	`{"a":1,"a":2}`, `{"a":{"x":1},"a":{"y":2}}`, `{"\u0061":1,"a":2}`, " \t\r\n{} \t\r\n", "\v{}", `{"a":1}x`, "\ufeff{}",
	strings.Repeat("[", 10000) + strings.Repeat("]", 10000), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	`123456789012345678901234567890`, `0.1`, `1e400`, `-1.5e-10`, `9007199254740993`,
}

// TestScanAgreesWithEncodingJSON and the fuzz target hold the scanner to the
// standard library's answers.
func TestScanAgreesWithEncodingJSON(t *testing.T) {
	for _, text := range jsonTexts {
		agree(t, text)
	}
}

func FuzzScan(f *testing.F) {
	for _, text := range jsonTexts {
		f.Add(text)
	}
	f.Fuzz(agree)
}

func agree(t *testing.T, text string) {
	d, ok := scan(text)
	if valid := json.Valid([]byte(text)); ok != valid {
		t.Fatalf("scan(%.80q) = %v, json.Valid %v", text, ok, valid)
	}
	if !ok {
		return
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var want any
	if err := dec.Decode(&want); err != nil {
		t.Fatal(err)
	}
	if got := walk(d, 0); !reflect.DeepEqual(got, want) {
		t.Fatalf("walk(%.80q) = %#v, want %#v", text, got, want)
	}
}

// walk is the document as encoding/json with UseNumber has it, members found by
// the scanner's own look-up.
func walk(d document, i int) any {
	switch tok := d.tokens[i]; tok.kind {
	case '{':
		m := map[string]any{}
		for k := i + 1; k < tok.next; k = d.tokens[k+1].next {
			name := d.string(k)
			m[name] = walk(d, d.member(i, name))
		}
		return m
	case '[':
		list := []any{}
		for k := range d.len(i) {
			list = append(list, walk(d, d.item(i, k)))
		}
		return list
	case '0':
		return json.Number(d.raw(i))
	}
	return toAny(d, i)
}

func TestEscapeAgreesWithEncodingJSON(t *testing.T) {
	for _, s := range []string{"", "a", "\"\\/", "\x00\x1f\x7f", "\b\f\n\r\t", "<>&", "\u2028\u2029", "\xff\xfe", "é😀", "a\xf0\x9f", "\ufffd"} {
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
	if got, want := string(appendQuoted(nil, s)), strings.TrimSuffix(buf.String(), "\n"); got != want {
		t.Fatalf("appendQuoted(%q) = %s, want %s", s, got, want)
	}
}

func TestFloatAgreesWithEncodingJSON(t *testing.T) {
	for _, f := range []float64{0, 1, -1, 1.5, 0.1, 1e20, 1e21, 1e-6, 1e-7, 123456789.125, -1e300, 5e-324} {
		want, _ := json.Marshal(f)
		if got := string(appendFloat(nil, f)); got != string(want) {
			t.Errorf("appendFloat(%v) = %s, want %s", f, got, want)
		}
	}
}
