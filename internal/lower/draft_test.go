package lower

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// TestDraft: literals are joined with what follows them, and groups are measured, also
// within others.
func TestDraft(t *testing.T) {
	p0, p1 := hole(errgen.OpText, 0), hole(errgen.OpValue, 3)
	group := func(parts ...draft) draft {
		return join(hole(errgen.OpIf, 2), join(parts...), mark(errgen.OpEnd))
	}
	for _, c := range []struct {
		draft draft
		want  string
		size  int
	}{
		{nil, "", 0},
		{text(""), "", 0},
		{text("a"), "a", 1},
		{join(text("a"), text(""), text("b")), "ab", 1},
		{p0, "<0>", 1},
		{join(p0, p1), "<0><vx1>", 2},
		{join(text("a"), text("b"), p0, text("c"), text("d"), p1, text("e"), text("f")), "ab<0>cd<vx1>ef", 3},
		{group(text("a")), "<if1>a<end>", 2},
		{join(group(), group(p0)), "<if1><end><if1><0><end>", 5},
		{group(group(p0), p1, group(group())), "<if1><if1><0><end><vx1><if1><if1><end><end><end>", 10},
		{pickOf([]draft{p0}), "<0>", 1},
		{pickOf(nil), "", 0},
		{pickOf([]draft{p0, text("b"), group(p0)}), "<pick><0><or>b<or><if1><0><end><end>", 8},
		{join(mark(errgen.OpNumber), p0, mark(errgen.OpEnd)), "<number><0><end>", 3},
		{join(hole(errgen.OpMore, 0), text("a\x00"), mark(errgen.OpEnd)), "<more0>a~<end>", 2},
	} {
		p := c.draft.program()
		if got := show(p); got != c.want || len(p) != c.size {
			t.Errorf("%s of %d segments, want %s of %d", got, len(p), c.want, c.size)
		}
		checkSkips(t, p)
	}
}

// TestDraftsAreSeparate: what is joined to a draft does not change it.
func TestDraftsAreSeparate(t *testing.T) {
	a := join(text("a"), text("b"))
	b, c := join(a, text("c")), join(a, text("d"))
	quoted(a)
	if show(a.program()) != "ab" || show(b.program()) != "abc" || show(c.program()) != "abd" {
		t.Error(show(a.program()), show(b.program()), show(c.program()))
	}
}
