package golang

import (
	"go/ast"
	"go/build/constraint"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestProse(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"blank", " \n\t\n", ""},
		{"line", "The end-user is not is not entitled.", "// The end-user is not is not entitled."},
		{"paragraphs", "One\ntwo.\n\n\nThree.\n", "// One two.\n//\n// Three."},
		{"line ends", "One.\r\n\r\nTwo.\rThree.", "// One.\n//\n// Two. Three."},
		{
			"wrapped", strings.Repeat("word ", 20),
			"// word word word word word word word word word word word word word word word\n// word word word word word",
		},
		{"long word", strings.Repeat("x", 200) + " y", "// " + strings.Repeat("x", 200) + "\n// y"},
		{"list", "First:\n- one\n- two\n  goes on\n\nLast.", "// First:\n//\n//   - one\n//   - two goes on\n//\n// Last."},
		{"numbers", "1. one\n2) two", "//  1. one\n//  2. two"},
		{"indented", "So:\n\n    {\"a\":  1}\n\nThen.", "// So:\n//\n//\t{\"a\":  1}\n//\n// Then."},
		{"indented by more and less", "  a\n    b\n\tc", "//\ta\n//\t  b\n//\t  c"},
		{"end of comment", "a */ b", "// a */ b"},
		{"go directive", "//go:build ignore\n//go:embed x\n//line x:1", "// //go:build ignore //go:embed x //line x:1"},
		{"build constraint", "+build ignore", `// \+build ignore`},
		{"build constraint, indented", "    +build ignore", "//\t\\+build ignore"},
		{"nolint", "nolint:all", `// \nolint:all`},
		{"nolint behind slashes", "//nolint:all", `// \//nolint:all`},
		{"deprecated", "Deprecated: not really.", `// \Deprecated: not really.`},
		{"link definition", "[x]: http://x.example", `// \[x]: http://x.example`},
		{"line separator", "a\u2028b", `// a\u2028b`},
		{"bidirectional", "a\u202eb\u2066c", `// a\u202eb\u2066c`},
		{"controls", "a\x00b\x1b[31mc\x7f", `// a\x00b\x1b[31mc\x7f`},
		{"byte order mark", "\ufeffa", `// \ufeffa`},
		{"no UTF-8", "a\xffb\ufffd", "// a\\xffb\ufffd"},
		{"twin quotes", "a '' or `` or '''", "// a \\'\\' or \\`\\` or \\'\\'\\'"},
		{"single quotes", "'a' `b`", "// 'a' `b`"},
		{"letters", "Größe — 日本語\u3000é", "// Größe — 日本語 é"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var c comment
			c.prose(test.text)
			if got := c.text(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestDeprecatedParagraph(t *testing.T) {
	var c comment
	c.say("X is the data of ErrX.")
	c.deprecated("since 2.0; use ErrY.")
	const want = "// X is the data of ErrX.\n//\n// Deprecated: since 2.0; use ErrY."
	if got := c.text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzProse holds that no text gets out of its comment, means anything to a
// tool, or is changed by gofmt a second time.
func FuzzProse(f *testing.F) {
	for _, text := range []string{
		"a\nb\n\nc", "*/ func main() {}", "//go:build x", "+build x", "- a\n  b\n- c", "    code\n+build x", "# Title",
		"1. a\n\n2. b", "Deprecated: x", "[a]: b", "\x00\xff\u2028\u202e\ufeff", "``x''", "a\n\tb\nc", "-\n-", "//nolint", "TODO(x): y",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var c comment
		c.say("X is documented.")
		c.prose(text)
		src := c.text() + "\ntype X int\n"
		checkComment(t, src)
		once, err := format.Source([]byte("package p\n\n" + src))
		if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
		twice, err := format.Source(once)
		if err != nil || string(once) != string(twice) {
			t.Fatalf("gofmt, %v, changes\n%s\nto\n%s", err, once, twice)
		}
		checkComment(t, strings.TrimPrefix(string(once), "package p\n\n"))
	})
}

// checkComment reports what a comment above the one declaration must not hold.
func checkComment(t *testing.T, src string) {
	t.Helper()
	if !utf8.ValidString(src) {
		t.Fatalf("no UTF-8: %q", src)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n\n"+src, parser.ParseComments)
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	if len(file.Decls) != 1 || len(file.Comments) != 1 {
		t.Fatalf("got %d declarations and %d comments in\n%s", len(file.Decls), len(file.Comments), src)
	}
	doc := file.Decls[0].(*ast.GenDecl).Doc
	for _, line := range doc.List {
		if constraint.IsGoBuild(line.Text) || constraint.IsPlusBuild(line.Text) {
			t.Errorf("a tool would obey %q", line.Text)
		}
		if !strings.HasPrefix(line.Text, "// ") && !strings.HasPrefix(line.Text, "//\t") && line.Text != "//" {
			t.Errorf("a directive: %q", line.Text)
		}
	}
	for _, paragraph := range strings.Split(doc.Text(), "\n\n") {
		if strings.HasPrefix(paragraph, marker+":") {
			t.Errorf("deprecates: %q", paragraph)
		}
	}
}
