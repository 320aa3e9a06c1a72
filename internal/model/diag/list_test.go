package diag

import "testing"

func TestListIsSortedAndSaysAThingOnce(t *testing.T) {
	var l List
	l.Report(Pos{File: "b.yaml", Line: 1, Column: 2}, "second", "later file", "")
	l.Report(Pos{File: "a.yaml", Line: 10, Column: 1}, "tenth", "line ten", "mend it")
	l.Report(Pos{File: "a.yaml", Line: 9, Column: 3}, "ninth", "line nine", "")
	l.Report(Pos{File: "a.yaml", Line: 9, Column: 3}, "ninth", "line nine", "said twice")
	l.Report(Pos{File: "a.yaml"}, "whole", "the whole file", "rename it")
	l.Report(Pos{}, "nowhere", "no place", "look elsewhere")
	got := ""
	for _, d := range l.Sorted() {
		got += string(d.Code) + " "
	}
	if want := "nowhere whole ninth tenth second "; got != want || l.Len() != 5 {
		t.Errorf("%s (%d), want %s", got, l.Len(), want)
	}
}

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
