package errgen

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

var jsonTexts = []string{
	``, ` `, `null`, `true`, `false`, `nul`, `truex`, `tru`, `fals`, `0`, `-0`, `-`, `01`, `1.`, `1.5`, `1e5`, `1E+5`, `1e-5`, `1e`, `1e+`, `1.5e`,
	`.5`, `+1`, `1 2`, `--1`, `1.2.3`, `-01`, `0x1`, `1e5.5`,
	`""`, `"a"`, `"a`, `"`, `"\n"`, "\"\n\"", `"\u00e9"`, `"\u00E9"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00\ud83d"`, `"\ud83d\u0041"`,
	`"\u12"`, `"\u12g4"`, `"\u+123"`, `"\U0041"`, `"\x"`, `"\`, `"\"`, `"\\"`, `"\"\\\/\b\f\n\r\t"`,
	"\"\xff\"", "\"a\xf0\x9f\"", "\"\u2028\"", "\"é\xffé\"", "\"\x1f\"", "\"\x7f\"", "\"1234567\n\"", "\"12345678\\u00e9\"", "\"1234567890123456\t\"",
	`"1234567"`, `"12345678"`, `"123456789"`, `"123456789\"1234567"`,
	`[]`, `[ ]`, `[1]`, `[1,]`, `[,1]`, `[1 2]`, `[[[]]]`, `[`, `]`, `[}`, `{]`, `[1}`, `{"a":1]`, `[1,2`, `[[1,2],[3]]`,
	`{}`, `{ }`, `{"a":1}`, `{"a":1,}`, `{"a"}`, `{a:1}`, `{"a":1 "b":2}`, `{"a":{"b":[1,{"c":null}]}}`, `{,}`, `{"a":}`, `{"a" 1}`, `{1:1}`, `{"a":1,2}`,
	`{"a":1,"a":2}`, `{"a":{"x":1},"a":{"y":2}}`, `{"\u0061":1,"a":2}`, `{"a":2,"\u0061":1}`, " \t\r\n{} \t\r\n", "\v{}", `{"a":1}x`, "\ufeff{}", "1\x00", "{}\x00",
	strings.Repeat("[", 10000) + strings.Repeat("]", 10000), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	strings.Repeat(`[{"a":`, 5000) + "1" + strings.Repeat("}]", 5000),
	`123456789012345678901234567890`, `0.1`, `1e400`, `-1.5e-10`, `9007199254740993`,
}

// TestScanAgreesWithEncodingJSON and the fuzz target hold the scanner to the
// standard library's answers.
func TestScanAgreesWithEncodingJSON(t *testing.T) {
	for _, text := range jsonTexts {
		scanAgrees(t, text)
	}
}

func FuzzScan(f *testing.F) {
	for _, text := range jsonTexts {
		f.Add(text)
	}
	f.Fuzz(scanAgrees)
}

func scanAgrees(t *testing.T, text string) {
	d, ok := Scan(text)
	if valid := json.Valid([]byte(text)); ok != valid {
		t.Fatalf("Scan(%.80q) = %v, json.Valid %v", text, ok, valid)
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
		t.Fatalf("Scan(%.80q) is %#v, want %#v", text, got, want)
	}
	if got := d.Source(0); got != strings.Trim(text, " \t\r\n") {
		t.Fatalf("the source of %.80q is %.80q", text, got)
	}
	for i := range min(len(d.tokens), 50) {
		if !json.Valid([]byte(d.Source(i))) {
			t.Fatalf("the source of token %d of %.80q is %.80q", i, text, d.Source(i))
		}
	}
}

// walk is the document as encoding/json with UseNumber has it, members found by
// the scanner's own look-up.
func walk(d Document, i int) any {
	switch d.Kind(i) {
	case '{':
		m := map[string]any{}
		for k := i + 1; k < d.Next(i); k = d.Next(k + 1) {
			name := d.String(k)
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

// TestPlainEnd: the place of the first byte of a string that is not plain is the
// same however the bytes before and behind it fall into words.
func TestPlainEnd(t *testing.T) {
	isPlain := func(c byte) bool { return c >= ' ' && c < 0x80 && c != '"' && c != '\\' }
	for c := range 256 {
		for at := range 20 {
			for _, size := range []int{at + 1, at + 7, at + 9} {
				b := []byte(strings.Repeat("~", size))
				b[at] = byte(c)
				for start := range at + 1 {
					want := at
					if isPlain(byte(c)) {
						want = size
					}
					if got := plainEnd(string(b), start); got != want {
						t.Fatalf("%q from %d is plain up to %d, want %d", b, start, got, want)
					}
				}
			}
		}
	}
}
