package report

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

func TestGather(t *testing.T) {
	var l diag.List
	for line := 1; line <= 9; line++ {
		at := diag.Pos{File: "a.yaml", Line: line, Column: 1}
		l.Report(at, "unknown", "there is no `x"+strings.Repeat("x", line)+"`", "declare `y"+strings.Repeat("y", line)+"` under `z`")
		if line <= 5 {
			l.Report(at, "few", "m", "five are shown")
		}
		l.Report(at, "unknown", "there is no `G`", "did you mean `H`?")
		l.Report(diag.Pos{File: "b.yaml", Line: line, Column: 1}, "unknown", "there is no `w"+strings.Repeat("w", line)+"`", "did you mean `"+strings.Repeat("W", line)+"`?")
	}
	shown := map[string]int{}
	for _, g := range gather(InCatalogs("", l.Sorted())) {
		name := g.Pos.File + " " + g.Rule + " " + g.Remedy[:3]
		shown[name]++
		if g.more > 0 && (g.more != 6 || g.Pos.Line != 3 || g.last.Line != 9) {
			t.Errorf("%+v", g)
		}
		if g.more > 0 {
			shown["more"]++
		}
	}
	for name, want := range map[string]int{
		"a.yaml unknown dec": 3, // one cause: only the names differ
		"a.yaml few fiv":     5,
		"a.yaml unknown did": 3, // the same name, misspelled often
		"b.yaml unknown did": 9, // names misspelled are causes of their own
		"more":               2,
	} {
		if shown[name] != want {
			t.Errorf("%s: %d, want %d", name, shown[name], want)
		}
	}
}

// TestGatherSubjects: what has a subject stands for all of its cause, which are named.
func TestGatherSubjects(t *testing.T) {
	var findings []Finding
	for i := range 30 {
		name := string(rune('A'+i/10)) + string(rune('a'+i%10))
		findings = append(findings, Finding{Rule: "r", Category: "wire", Subject: name, Before: name, Message: name + " is gone", Remedy: "keep `" + name + "`"})
	}
	findings = append(findings, Finding{Rule: "r", Category: "wire", Subject: "Other", Before: "x", Message: "Other is gone", Remedy: "keep `Other`"})
	for i := range 9 { // of each something else is said
		findings = append(findings, Finding{Rule: "s", Category: "lint", Subject: fmt.Sprintf("E%d", i), Message: fmt.Sprintf("NewE%d takes `a%d`", i, i), Remedy: fmt.Sprintf("rename `a%d`", i)})
	}
	got := written(t, Printer{}, Report{Findings: findings})
	if strings.Count(got, "is gone") != 2 || !strings.Contains(got, "also:     Ab, Ac") || !strings.Contains(got, "Ca and 9 more; --all shows them\n") || !strings.Contains(got, "NewE2 takes `a2` [s]\n    rename `a2`\n... and 6 more [s]") {
		t.Error(got)
	}
	if got := written(t, Printer{All: true}, Report{Findings: findings}); strings.Count(got, "is gone") != 31 || strings.Count(got, "NewE") != 9 {
		t.Error(got)
	}
}

func TestText(t *testing.T) {
	files := map[string][]string{"a.yaml": {"errgen: 1", "title: \x1b[2J 日本 'it''s', x", strings.Repeat("x", 60) + " yy: " + strings.Repeat("z", 70)}}
	at := func(line, column int) Finding {
		return Finding{Rule: "c", Level: Error, Category: InCatalog, Pos: diag.Pos{File: "a.yaml", Line: line, Column: column}, Message: "m", Remedy: "r"}
	}
	change := at(1, 1)
	change.Category, change.Level, change.Subject, change.Before, change.After = "wire", Warning, "Gone", "404", "410"
	elsewhere := at(1, 1)
	elsewhere.Revision, elsewhere.Related = "v1", []diag.Related{{Pos: diag.Pos{File: "b.yaml", Line: 1, Column: 2}, Message: "there\r"}}
	findings := []Finding{at(2, 16), at(3, 62), at(9, 1), {Rule: "c", Category: InCatalog, Message: "evil \x1b[2J\nspec.yaml:1:1: forged"}, change, elsewhere}
	const want = `a.yaml:2:16: m [c]
    2 | title: \x1b[2J 日本 'it''s', x
      |                     ^^^^
    r
a.yaml:3:62: m [c]
    3 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx yy: zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz...
      |                                            ^^
    r
a.yaml:9:1: m [c]
    r
evil \x1b[2J\nspec.yaml:1:1: forged [c]
a.yaml:1:1: warning: Gone: m [c]
    1 | errgen: 1
      | ^^^^^^
    was:      404
    is:       410
    r
v1:a.yaml:1:1: m [c]
    r
    v1:b.yaml:1:2: there\r
`
	p := Printer{Lines: func(file string) []string { return files[file] }}
	if got := written(t, p, Report{Findings: findings}); got != want {
		t.Errorf("%s", got)
	}
	p.Color = true
	if got := written(t, p, Report{Findings: findings[:1]}); !strings.Contains(got, "\x1b[1;31m^^^^\x1b[0m") || strings.Contains(got, "\x1b[2J") {
		t.Errorf("%q", got)
	}
	const lines = "a.yaml:2:16: m [c] r\na.yaml:1:1: warning: Gone: m [c] r\n"
	if got := written(t, Printer{Format: Line}, Report{Findings: []Finding{findings[0], change}}); got != lines {
		t.Errorf("%s", got)
	}
}

// TestNoLineIsACommand: GitHub takes lines of a log that begin with :: or ##[ for
// commands; a file's name must not make one.
func TestNoLineIsACommand(t *testing.T) {
	for _, file := range []string{"::error::x.yaml", " ::x", "##[error]x"} {
		f := Finding{Rule: "c", Category: InCatalog, Pos: diag.Pos{File: file, Line: 1, Column: 1}, Message: "m"}
		for _, format := range []Format{Text, Line} {
			if got := written(t, Printer{Format: format}, Report{Findings: []Finding{f}}); !strings.HasPrefix(got, "./"+file) {
				t.Errorf("%q", got)
			}
		}
	}
}

func TestWriteReturnsTheWritersError(t *testing.T) {
	for _, format := range Formats() {
		if err := (Printer{Format: format}).Write(full{}, Report{Failure: "x", Findings: []Finding{{Message: "x"}}}); !errors.Is(err, errFull) {
			t.Error(format, err)
		}
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// written is what a printer writes.
func written(t *testing.T, p Printer, r Report) string {
	t.Helper()
	var b strings.Builder
	if err := p.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWords: what is marked under a line.
func TestWords(t *testing.T) {
	for line, want := range map[string]int{
		"": 0, "code, x": 4, "code: x": 4, "a:b: c": 3, "'a, b': c": 6, `"a\", b", c`: 8, "'open": 5, "{a: b}": 1, "[a]": 1, "a]": 1, "x y": 1, "x}": 1, "end": 3,
	} {
		if got := wordLength([]rune(line)); got != want {
			t.Errorf("%q: %d, want %d", line, got, want)
		}
	}
}
