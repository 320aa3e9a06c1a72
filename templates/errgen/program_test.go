package errgen

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"
)

var (
	holes = regexp.MustCompile(`<([a-z]*?)(x?)(\d*)>`)
	ops   = map[string]Op{
		"": OpText, "s": OpString, "q": OpQuoted, "m": OpMarkup, "v": OpValue, "status": OpStatus, "if": OpIf, "pick": OpPick, "or": OpOr, "end": OpEnd,
		"close": OpClose, "drop": OpDrop, "more": OpMore, "items": OpItems, "last": OpLast, "number": OpNumber,
	}
)

// program reads a program in short: <0> is param 0 as text, <s0> as the content of a
// JSON string, <q0> of a quoted string, <m0> of HTML and XML, <v0> as a value, <vx0> the exchange value 0;
// the other operations have the names of their constants.
func program(s string) Program {
	var p Program
	var open []int
	start := 0
	for _, at := range holes.FindAllStringSubmatchIndex(s, -1) {
		op := ops[s[at[2]:at[3]]]
		operand, _ := strconv.Atoi(s[at[6]:at[7]])
		if op != OpDrop {
			operand <<= 1
		}
		if s[at[4]:at[5]] == "x" {
			operand |= 1
		}
		p = append(p, Segment{Literal: s[start:at[0]], Op: op, Operand: operand})
		start = at[1]
		last := len(p) - 1
		switch op {
		case OpIf, OpPick, OpMore, OpNumber:
			open = append(open, last)
		case OpOr:
			p[open[len(open)-1]].Skip = last - open[len(open)-1]
			open[len(open)-1] = last
		case OpEnd:
			p[open[len(open)-1]].Skip = last - open[len(open)-1]
			open = open[:len(open)-1]
		}
	}
	if start < len(s) {
		p = append(p, Segment{Literal: s[start:]})
	}
	return p
}

func TestConstant(t *testing.T) {
	for text, want := range map[string]string{"": "", "a b": "a b", "a <0>": "-", "<0>": "-", "<pick>a<or>b<end>": "-"} {
		got, ok := program(text).Constant()
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q is the constant %q, want %q", text, got, want)
		}
	}
}

// TestWordings: a program that does not begin with the choice is one wording, and
// the search ends at the first wording that is so.
func TestWordings(t *testing.T) {
	for _, c := range []struct{ text, until, want string }{
		{"", "-", "[]"},
		{"a <0>", "-", "[a ]"},
		{"<pick>a <0><or>b<or><0><end>", "-", "[a  b ]"},
		{"<pick>a <0><or>b<or><0><end>", "b", "[a  b]"},
		{"x<pick>a<or>b<end>", "-", "[xab]"},
	} {
		var got []string
		found := program(c.text).anyWording(func(w Program) bool {
			words := ""
			for i := range w {
				words += w[i].Literal
			}
			got = append(got, words)
			return words == c.until
		})
		if text := fmt.Sprint(got); text != c.want || found != (c.until == "b") {
			t.Errorf("%q has the wordings %s, %v, want %s", c.text, text, found, c.want)
		}
	}
}

// TestLongest: what counts of several wordings is the one that has most.
func TestLongest(t *testing.T) {
	for text, want := range map[string][2]int{
		"":                             {0, 0},
		"abc <0>":                      {4, 1},
		"<pick>ab<0><or>abcd<end>":     {4, 1},
		"<pick>abcd<or>a<0><1><end>":   {4, 2},
		"<pick>a<or>abc<or>ab<0><end>": {3, 1},
	} {
		p := program(text)
		f := Fact{Want: p}
		if got := [2]int{LiteralLen(p), f.holes()}; got != want {
			t.Errorf("%q has bytes and placeholders %v, want %v", text, got, want)
		}
	}
}
