package yamltext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
)

// show writes a node with what it stands in.
func show(text string, n *Node) string {
	at := fmt.Sprintf("%q", text[n.Start:n.End])
	switch n.Kind {
	case Nothing:
		return "nothing" + at
	case Scalar:
		return fmt.Sprintf("%s=%q", at, n.Value)
	case Alias:
		return "alias" + at
	}
	var parts []string
	for _, e := range n.Elements {
		part := show(text, e.Value)
		if e.Key != nil {
			part = show(text, e.Key) + ": " + part
		}
		parts = append(parts, part)
	}
	if n.Kind == Mapping {
		return "{" + strings.Join(parts, ", ") + "}" + at[1:2] + at[len(at)-2:len(at)-1]
	}
	return "[" + strings.Join(parts, ", ") + "]" + at[1:2] + at[len(at)-2:len(at)-1]
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `nothing""`},
		{"# nothing\n", `nothing""`},
		{"a: 1\n", `{"a"="a": "1"="1"}a1`},
		{"\ufeffé: ü # c\nb:\n", `{"é"="é": "ü"="ü", "b"="b": nothing""}` + "\xc3:"},
		{"a: &x !!str  b\nc: *x\n", `{"a"="a": "&x !!str  b"="b", "c"="c": alias"*x"}ax`},
		{"&k a: 1\n", `{"&k a"="a": "1"="1"}&1`},
		{"m: &m\n  &k a: 1\n", `{"m"="m": {"&k a"="a": "1"="1"}&1}m1`},
		{"a: !!null\n# c\nb: 2\n", `{"a"="a": "!!null"="", "b"="b": "2"="2"}a2`},
		{"a: ! x\n", `{"a"="a": "! x"="x"}ax`},
		{"a: one\n  two # c\nb: 'it''s\n  so'\nc: \"\\\"x\"", `{"a"="a": "one\n  two"="one two", "b"="b": "'it''s\n  so'"="it's so", "c"="c": "\"\\\"x\""="\"x"}a` + `"`},
		{"a: |\n  x\n\n   y\n\n# c\nb: >+ # c\n  z\n\nc: 1", `{"a"="a": "|\n  x\n\n   y"="x\n\n y\n", "b"="b": ">+ # c\n  z\n"="z\n\n", "c"="c": "1"="1"}a1`},
		{"a: |2-\n   x\nb: |\n\nc: 1", `{"a"="a": "|2-\n   x"=" x", "b"="b": "|"="", "c"="c": "1"="1"}a1`},
		{"- a: 1\n  b:\n  - 2\n  -\n-\n- - 3\n", `[{"a"="a": "1"="1", "b"="b": ["2"="2", nothing""]--}a-, nothing"", ["3"="3"]-3]-3`},
		{"{a, b: , c : [1,2 , ], \"d\":{}, e: [f: g]} # c", `{"a"="a": nothing"", "b"="b": nothing"", "c"="c": ["1"="1", "2"="2"][], "\"d\""="d": {}{}, "e"="e": [{"f"="f": "g"="g"}fg][]}{}`},
		{"? a\n: b\n? c\n", `{"a"="a": "b"="b", "c"="c": nothing""}?c`},
		{"---\r\na:\r\n    b: 1\r\n\r\n...\r\n", `{"a"="a": {"b"="b": "1"="1"}b1}a1`},
		{"{\n\t\"a\": \"\\/\\ud83d\\udd25\",\n\t\"b\": 1\n}\n", ""},
		{"a: x\u0085y\nb: \"\u2028\"\n", ""},
		{"a: b#c\nd: http://x:1/#y # c\n", `{"a"="a": "b#c"="b#c", "d"="d": "http://x:1/#y"="http://x:1/#y"}ay`},
	} {
		n, err := Parse([]byte(c.text))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := show(c.text, n); c.want != "" && got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestScalarsStandAlone: over all YAML of the repository, what a scalar stands in is,
// read by itself, that scalar.
func TestScalarsStandAlone(t *testing.T) {
	count := 0
	for name, text := range corpus.Texts(t, ".yaml") {
		n, err := Parse([]byte(text))
		if err == errUnparsable {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			continue
		}
		walk(n, func(n *Node) {
			if n.Kind != Scalar || n.Style == Literal || n.Style == Folded {
				return
			}
			count++
			alone, err := Parse([]byte("- " + text[n.Start:n.End]))
			if err != nil || len(alone.Elements) != 1 || alone.Elements[0].Value.Value != n.Value {
				t.Errorf("%s: %q is not %q", name, text[n.Start:n.End], n.Value)
			}
		})
	}
	if count < 10000 {
		t.Errorf("%d scalars only", count)
	}
}

func walk(n *Node, f func(*Node)) {
	f(n)
	for _, e := range n.Elements {
		if e.Key != nil {
			walk(e.Key, f)
		}
		walk(e.Value, f)
	}
}
