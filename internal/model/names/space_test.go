package names

import (
	"fmt"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

func pos(line int) diag.Pos { return diag.Pos{File: "c.yaml", Line: line, Column: 1} }

// TestSpace: a name is taken once, and who comes later is told by whom.
func TestSpace(t *testing.T) {
	var l diag.List
	s := NewSpace(&l, "ID")
	if !s.Claim("A", pos(1), "entry `a`") || !s.Claim("B", pos(2), "entry `b`") || l.Len() > 0 {
		t.Error("free names")
	}
	if s.Claim("A", pos(3), "type `a`") || s.Claim("ID", pos(4), "type `id`") {
		t.Error("taken names")
	}
	found := l.Sorted()
	if len(found) != 2 || found[0].Code != diag.NameClash || found[1].Code != diag.NameClash {
		t.Fatal(found)
	}
	if got, want := found[0].Message, "type `a` would be `A` in Go, and so would entry `a`"; got != want || found[0].Related[0].Pos != pos(1) {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := found[1].Message, "type `id` would be `ID` in Go, which every generated package declares"; got != want || found[1].Related != nil {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestTable: the first of a name stays, in the order in which they came.
func TestTable(t *testing.T) {
	var table Table[int]
	if table.At("a") != 0 || len(table.All()) > 0 {
		t.Error("an empty table")
	}
	if !table.Add("b", 1) || !table.Add("a", 2) || table.Add("b", 3) {
		t.Error("what was added")
	}
	if got := fmt.Sprint(table.Names, table.All(), table.At("b"), table.At("c")); got != "[b a] [1 2] 1 0" {
		t.Error(got)
	}
	r := &diag.Reporter{List: &diag.List{}}
	if v, ok := table.Find(r, pos(1), "a", diag.UnknownType, "type"); v != 2 || !ok || r.Reported {
		t.Error("a name that is there")
	}
	if v, ok := table.Find(r, pos(1), "bb", diag.UnknownType, "type"); v != 0 || ok || !r.Reported {
		t.Error("a name that is not there")
	}
	if d := r.List.Sorted()[0]; d.Code != diag.UnknownType || d.Message != "there is no type `bb`" || d.Remedy != "did you mean `b`?" {
		t.Error(d)
	}
}
