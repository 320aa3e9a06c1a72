package diag

import (
	"strings"
	"testing"
)

func TestGather(t *testing.T) {
	var l List
	for line := 1; line <= 9; line++ {
		at := Pos{File: "a.yaml", Line: line, Column: 1}
		l.Report(at, "unknown", "there is no `x"+strings.Repeat("x", line)+"`", "declare `y"+strings.Repeat("y", line)+"` under `z`")
		if line <= 5 {
			l.Report(at, "few", "m", "five are shown")
		}
		l.Report(at, "unknown", "there is no `G`", "did you mean `H`?")
		l.Report(Pos{File: "b.yaml", Line: line, Column: 1}, "unknown", "there is no `w"+strings.Repeat("w", line)+"`", "did you mean `"+strings.Repeat("W", line)+"`?")
	}
	shown := map[string]int{}
	for _, d := range Gather(l.Sorted()) {
		name := d.Pos.File + " " + string(d.Code) + " " + d.Remedy[:3]
		shown[name]++
		if d.More > 0 && (d.More != 6 || d.Pos.Line != 3 || d.Last.Line != 9) {
			t.Errorf("%+v", d)
		}
		if d.More > 0 {
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

func TestForm(t *testing.T) {
	files := map[string][]string{"a.yaml": {"errgen: 1", "title: \x1b[2J 日本 'it''s', x", strings.Repeat("x", 60) + " yy: " + strings.Repeat("z", 70)}}
	at := func(line, column int) Diagnostic {
		return Diagnostic{Code: "c", Pos: Pos{File: "a.yaml", Line: line, Column: column}, Message: "m", Remedy: "r"}
	}
	more := at(1, 1)
	more.More, more.Last = 7, Pos{File: "a.yaml", Line: 9, Column: 2}
	findings := []Diagnostic{more, at(2, 16), at(3, 62), at(9, 1), {Code: "c", Pos: Pos{File: "b.yaml", Line: 1, Column: 1}, Message: "m"}, {Code: "c", Pos: Pos{File: "a.yaml"}, Message: "m"}}
	const want = `a.yaml:1:1: m [c]
    1 | errgen: 1
      | ^^^^^^
    r
... and 7 more [c], up to a.yaml:9:2; --all shows them
a.yaml:2:16: m [c]
    2 | title: \x1b[2J 日本 'it''s', x
      |                     ^^^^
    r
a.yaml:3:62: m [c]
    3 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx yy: zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz...
      |                                            ^^
    r
a.yaml:9:1: m [c]
    r
b.yaml:1:1: m [c]
a.yaml: m [c]
`
	lines := func(file string) []string { return files[file] }
	var b strings.Builder
	if err := (Form{Lines: lines}).Write(&b, findings); err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
	b.Reset()
	if err := (Form{Lines: lines, Color: true}).Write(&b, findings[1:2]); err != nil || !strings.Contains(b.String(), "\x1b[1;31m^^^^\x1b[0m") || strings.Contains(b.String(), "\x1b[2J") {
		t.Errorf("%v\n%q", err, b.String())
	}
	b.Reset()
	if err := WriteLines(&b, findings[:2]); err != nil || b.String() != "a.yaml:1:1: m [c] r\na.yaml:2:16: m [c] r\n" {
		t.Errorf("%v\n%s", err, b.String())
	}
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
