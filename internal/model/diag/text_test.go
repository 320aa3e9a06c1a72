package diag

import (
	"errors"
	"strings"
	"testing"
)

func TestWriteText(t *testing.T) {
	var l List
	l.Report(Pos{File: "b.yaml", Line: 1, Column: 2}, "second", "later file", "")
	l.Report(Pos{File: "a.yaml", Line: 10, Column: 1}, "tenth", "line ten", "mend it")
	l.Report(Pos{File: "a.yaml", Line: 9, Column: 3}, "ninth", "evil \x1b[2J\nspec.yaml:1:1: forged", "do\nthis",
		Related{Pos: Pos{File: "other\u202e.yaml", Line: 1, Column: 1}, Message: "there\r"})
	l.Report(Pos{File: "a.yaml", Line: 9, Column: 3}, "ninth", "evil \x1b[2J\nspec.yaml:1:1: forged", "said twice")
	l.Report(Pos{File: "a.yaml"}, "whole", "the whole file", "rename it")
	l.Report(Pos{}, "nowhere", "no place", "look elsewhere")
	const want = `no place [nowhere]
    look elsewhere
a.yaml: the whole file [whole]
    rename it
a.yaml:9:3: evil \x1b[2J\nspec.yaml:1:1: forged [ninth]
    do\nthis
    other\u202e.yaml:1:1: there\r
a.yaml:10:1: line ten [tenth]
    mend it
b.yaml:1:2: later file [second]
`
	var b strings.Builder
	if err := WriteText(&b, l.Sorted()); err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
	if l.Len() != 5 {
		t.Errorf("%d findings, not 5: the same of the same place is one", l.Len())
	}
}

func TestWriteTextReturnsTheWritersError(t *testing.T) {
	if err := WriteText(full{}, []Diagnostic{{Message: "x"}}); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestListIsBounded(t *testing.T) {
	var l List
	for i := range 3 * maxFindings {
		l.Report(Pos{File: "a.yaml", Line: i + 1, Column: 1}, "c", "m", "r")
	}
	s := l.Sorted()
	if len(s) != maxFindings+1 || s[0].Code != OverLimit || s[maxFindings].Pos.Line != maxFindings {
		t.Errorf("%d findings, the first %+v", len(s), s[0])
	}
}
