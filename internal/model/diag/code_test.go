package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCodeIsExplained compares the constants of codes.go with the sections of
// findings.md, which have the same order.
func TestEveryCodeIsExplained(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared, explained []string
	ast.Inspect(file, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok {
			code, _ := strconv.Unquote(l.Value)
			declared = append(declared, code)
		}
		return true
	})
	for line := range strings.Lines(findings) {
		if code, ok := strings.CutPrefix(line, "### "); ok {
			explained = append(explained, strings.TrimSpace(code))
		}
	}
	if !slices.Equal(declared, explained) || len(declared) < 100 {
		t.Errorf("codes.go has\n%q\nfindings.md\n%q", declared, explained)
	}
}

func TestExplain(t *testing.T) {
	for _, c := range Codes() {
		d, ok := Explain(c)
		if !ok || d.Code != c || d.Summary == "" || d.Cause == "" || strings.Contains(d.Summary+d.Cause, "\n") {
			t.Errorf("%s: %+v", c, d)
		}
		for _, catalog := range []string{d.Bad, d.Good} {
			if !strings.HasSuffix(catalog, "\n") || strings.Contains(catalog, "```") {
				t.Errorf("%s: the catalog is %q", c, catalog)
			}
		}
	}
	if d, ok := Explain("no-such-code"); ok {
		t.Errorf("%+v", d)
	}
	if d, _ := Explain(ControlCharacter); !strings.Contains(d.Bad, "bell \a rings") {
		t.Errorf("%q is not the escaped catalog", d.Bad)
	}
}
