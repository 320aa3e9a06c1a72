package errgen

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
)

// nice is a type that only encoding/json can write.
type nice struct {
	B float64 `json:"b"`
	A []uint8 `json:"a,omitempty"`
}

func TestAppendAny(t *testing.T) {
	var nothing *nice
	for _, c := range []struct {
		value any
		want  string
	}{
		{nil, "null"},
		{"a\"\u2028", `"a\"\u2028"`},
		{true, "true"},
		{false, "false"},
		{7, "7"},
		{int64(-7), "-7"},
		{int8(-8), "-8"},
		{uint64(math.MaxUint64), "18446744073709551615"},
		{1.5, "1.5"},
		{math.NaN(), "0"},
		{float32(0.1), "0.1"},
		{json.Number("1.50"), "1.5"},
		{json.Number("9007199254740993"), "9007199254740993"},
		{json.Number("x"), "0"},
		{json.Number(""), "0"},
		{json.Number("1e400"), "1e400"},
		{[]any{}, "[]"},
		{[]any{1, "a", nil}, `[1,"a",null]`},
		{map[string]any{}, "{}"},
		{map[string]any{"b": 1, "a": []any{2}, "\"": map[string]any{"x": nil}}, `{"\"":{"x":null},"a":[2],"b":1}`},
		{nice{B: 2}, `{"b":2}`},
		{[]nice{{A: []byte("hi")}}, `[{"a":"aGk=","b":0}]`},
		{nothing, "null"},
		{make(chan int), "null"},
	} {
		if got := string(appendAny([]byte(","), c.value, 0)); got != ","+c.want {
			t.Errorf("%#v is written as %s, want %s", c.value, got, c.want)
		}
	}
}

// TestAppendAnyEnds: a value that contains itself ends.
func TestAppendAnyEnds(t *testing.T) {
	loop := []any{nil}
	loop[0] = loop
	depth := maxNesting + 1
	if got, want := string(appendAny(nil, loop, 0)), strings.Repeat("[", depth)+"null"+strings.Repeat("]", depth); got != want {
		t.Errorf("a loop is written as %d bytes, want %d", len(got), len(want))
	}
	named := map[string]any{}
	named["a"] = named
	if got, want := string(appendAny(nil, named, 0)), strings.Repeat(`{"a":`, depth)+"null"+strings.Repeat("}", depth); got != want {
		t.Errorf("a loop is written as %d bytes, want %d", len(got), len(want))
	}
}

// TestAppendDoublingEnds: a value that contains itself twice ends after some bytes.
func TestAppendDoublingEnds(t *testing.T) {
	loop := []any{nil, nil}
	loop[0], loop[1] = loop, loop
	type list []list
	typed := list{nil, nil}
	typed[0], typed[1] = typed, typed
	w := writer{t: &Table{Schemas: []Schema{{Kind: ArraySchema}}}}
	for name, got := range map[string][]byte{"any": appendAny(nil, loop, 0), "typed": w.appendValue(nil, 0, reflect.ValueOf(typed), 0)} {
		if _, ok := Scan(string(got)); !ok || len(got) > maxWritten+1<<20 {
			t.Errorf("%s: %d bytes", name, len(got))
		}
	}
}

func TestToAny(t *testing.T) {
	for text, want := range map[string]any{
		"null": nil, "true": true, "false": false, `"\u0061"`: "a", "1": 1.0, "-1.5": -1.5, "1e400": json.Number("1e400"),
		"9007199254740993": json.Number("9007199254740993"), "9007199254740992": 9007199254740992.0, "1E+21": 1e21, "1000000000000000000000": json.Number("1000000000000000000000"),
		"0.10000000000000000001": json.Number("0.10000000000000000001"), "100000000000.000": json.Number("100000000000.000"),
		"[]": []any{}, `[1,[null],"a"]`: []any{1.0, []any{nil}, "a"},
		"{}": map[string]any{}, `{"a":1,"b":{"c":[]},"a":2}`: map[string]any{"a": 2.0, "b": map[string]any{"c": []any{}}},
	} {
		d, _ := Scan(text)
		if got := toAny(d, 0); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %#v, want %#v", text, got, want)
		}
	}
}

func TestCanonical(t *testing.T) {
	for text, want := range map[string]string{
		` { "b" : [ 1.0 , "\u00e9" ] , "a" : { } } `: `{"a":{},"b":[1,"é"]}`, "1e2": "100", `"\/"`: `"/"`, "12345678901234567890": "12345678901234567890",
	} {
		d, _ := Scan(text)
		if got := Canonical(d, 0); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
