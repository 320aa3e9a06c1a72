package load

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// TestLimits: what would cost memory, time or stack is refused before it does.
func TestLimits(t *testing.T) {
	const head = "errgen: 1\npackage: p\nenvelopes: {}\nx-note: "
	cases := []struct {
		name, text string
		code       diag.Code
	}{
		{"size", strings.Repeat("#", maxBytes+1), diag.OverLimit},
		{"lines", head + "x" + strings.Repeat("\n", maxPieces), diag.OverLimit},
		{"list items", head + "[" + strings.Repeat("a,", maxPieces) + "]", diag.OverLimit},
		{"depth in brackets", head + strings.Repeat("[", 1<<20), diag.OverLimit},
		{"depth in braces", head + strings.Repeat("{a: ", 1<<20), diag.OverLimit},
		{"depth in blocks", head + "\n  " + strings.Repeat("- ", 1<<20), diag.OverLimit},
		{"depth in explicit keys", head + "\n  " + strings.Repeat("? ", 1<<20), diag.OverLimit},
		{"depth that YAML bears", head + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth), diag.OverLimit},
	}
	for _, c := range cases {
		var l diag.List
		Bytes("c.yaml", []byte(c.text), &l)
		if l.Len() == 0 || l.Sorted()[0].Code != c.code {
			t.Errorf("%s: %v", c.name, l.Sorted())
		}
	}
	var l diag.List
	text := head + strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1)
	if Bytes("c.yaml", []byte(text), &l); l.Len() > 0 {
		t.Errorf("just within: %v", l.Sorted())
	}
}

// TestLargeFileSyntaxError: in a file too large to search for the exact place the
// line is right all the same.
func TestLargeFileSyntaxError(t *testing.T) {
	const head = "errgen: 1\npackage: p\nenvelopes: {}\nerrors:\n"
	entry := "  E: {description: " + strings.Repeat("x", 100) + "}\n"
	entries := strings.Repeat(entry, searchLimit/len(entry)+10)
	after := strings.Repeat("# a comment\n", 100)
	cases := []struct{ name, line string }{
		{"a second key", "  F: {description: a: b: c}"},
		{"an unclosed quote", "  F: {description: 'a}"},
	}
	want := strings.Count(head+entries, "\n") + 1
	for _, c := range cases {
		var l diag.List
		Bytes("c.yaml", []byte(head+entries+c.line+"\n"+after), &l)
		if l.Len() != 1 || l.Sorted()[0].Pos.Line < want-1 || l.Sorted()[0].Pos.Line > want+1 {
			t.Errorf("%s: %v, want line %d", c.name, l.Sorted(), want)
		}
	}
}
