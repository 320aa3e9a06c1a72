package load

import (
	"fmt"
	"slices"
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

// TestParts: what a type, an envelope or an entry may have, one less than what is refused.
func TestParts(t *testing.T) {
	many := func(n int, form string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, form+", ", i)
		}
		return b.String()
	}
	for name, tt := range map[string]struct {
		form string
		most int
		text string // with what is many
	}{
		"members of a type":     {"a%d: {}", MaxParts - 1, "types: {T: {properties: {a: {properties: {%s}}}}}"},
		"two types":             {"a%d: {}", MaxParts, "types: {S: {properties: {a: {}}}, T: {properties: {%s}}}"},
		"members of a body":     {"a%d: {}", MaxParts - 1, "envelopes: {E: {body: {properties: {c: {properties: {%s}}}}}}"},
		"headers":               {"A%d: {}", MaxParts - 1, "envelopes: {E: {headers: {%s}, body: {properties: {c: {}}}}}"},
		"params":                {"a%d: {}", MaxParts, "errors: {E: {params: {%s}}}"},
		"params of defaults":    {"a%d: {}", MaxParts, "errors: {E: {params: {a: {}}}}\ndefaults: {params: {%s}}"},
		"members of a param":    {"a%d: {}", MaxParts - 1, "errors: {E: {params: {p: {properties: {%s}}}}}"},
		"fields":                {"a%d: x", MaxParts - 1, "errors: {E: {params: {a: {}}, fields: {%s}}}"},
		"wordings":              {"a%d", MaxParts - 1, "errors: {E: {fields: {f: [%s]}}}"},
		"lines of a header":     {"a%d", MaxParts - 1, "errors: {E: {headers: {A: [%s]}}}"},
		"envelopes of an entry": {"E%d", MaxParts / partsOfEnvelope, "errors: {E: {envelope: [%s]}}"},
		"examples":              {"{name: n%d, error: E, expect: {a: [1, 2, 3, 4, 5]}}", 2000, "examples: [%s]"},
	} {
		for over := range 2 {
			var l diag.List
			Bytes("c.yaml", []byte("errgen: 1\npackage: p\n"+fmt.Sprintf(tt.text, many(tt.most+over, tt.form))+"\n"), &l)
			found := slices.ContainsFunc(l.Sorted(), func(d diag.Diagnostic) bool { return d.Code == diag.OverLimit })
			if want := over == 1 && name != "examples"; found != want {
				t.Errorf("%s, %d: over the limit: %t", name, tt.most+over, found)
			}
		}
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
