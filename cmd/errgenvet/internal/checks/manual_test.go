package checks_test

import (
	"os"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
)

// TestManual: the manual says of each check what "errgenvet help" says. ERRGEN_UPDATE=1
// writes that part anew.
func TestManual(t *testing.T) {
	const file, begin = "../../../../docs/analyzer.md", "# The checks\n"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, got, ok := strings.Cut(string(text), begin)
	if !ok {
		t.Fatalf("%s has no part %q", file, begin)
	}
	want := ""
	for _, a := range checks.All {
		title, doc, _ := strings.Cut(a.Doc, "\n")
		want += "\n## " + a.Name + "\n\n" + strings.ToUpper(title[:1]) + title[1:] + ".\n" + fenced(doc)
	}
	if got == want {
		return
	}
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(file, []byte(head+begin+want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s is not what the checks say of themselves: run this test with ERRGEN_UPDATE=1", file)
}

// fenced is a check's documentation with its code between fences.
func fenced(doc string) string {
	var b strings.Builder
	code := false
	lines := strings.Split(doc, "\n")
	for i, line := range lines {
		text, isCode := strings.CutPrefix(line, "\t")
		isCode = isCode || code && line == "" && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\t")
		if isCode != code {
			b.WriteString("```\n")
			code = isCode
		}
		b.WriteString(text + "\n")
	}
	if code {
		b.WriteString("```\n")
	}
	return b.String()
}
