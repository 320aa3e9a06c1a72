package lower

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// lowered is the table of a catalog, without its first lines.
func lowered(t *testing.T, catalog string) *Program {
	t.Helper()
	var l diag.List
	f := load.Bytes("test.yaml", []byte("errgen: 1\npackage: low\n"+catalog), &l)
	if f == nil {
		t.Fatal(l.Sorted())
	}
	c := resolve.Catalog(f, &l)
	for _, d := range l.Sorted() {
		t.Fatalf("%s: %s: %s", d.Pos, d.Code, d.Message)
	}
	return Lower(c)
}

var opNames = map[errgen.Op]string{
	errgen.OpText: "", errgen.OpString: "s", errgen.OpQuoted: "q", errgen.OpMarkup: "m", errgen.OpValue: "v", errgen.OpStatus: "status", errgen.OpIf: "if",
	errgen.OpPick: "pick", errgen.OpOr: "or", errgen.OpEnd: "end", errgen.OpClose: "close", errgen.OpDrop: "drop", errgen.OpMore: "more",
	errgen.OpItems: "items", errgen.OpLast: "last", errgen.OpNumber: "number",
}

// show is a program in short: <0> is param 0 as text, <s0> as the content of a JSON
// string, <q0> of a quoted string, <m0> of markup, <v0> as a value, <vx0> the exchange value 0.
func show(p errgen.Program) string {
	var b strings.Builder
	for _, s := range p {
		b.WriteString(s.Literal)
		if s.Op == errgen.OpNone {
			continue
		}
		b.WriteString("<" + opNames[s.Op])
		switch s.Op {
		case errgen.OpDrop:
			fmt.Fprint(&b, s.Operand)
		case errgen.OpText, errgen.OpString, errgen.OpQuoted, errgen.OpMarkup, errgen.OpValue, errgen.OpIf, errgen.OpMore:
			if s.Operand&1 != 0 {
				b.WriteByte('x')
			}
			fmt.Fprint(&b, s.Operand>>1)
		}
		b.WriteByte('>')
	}
	return strings.ReplaceAll(b.String(), "\x00", "~")
}

// checkSkips holds that every group of a program ends where its begin says.
func checkSkips(t *testing.T, p errgen.Program) {
	t.Helper()
	var open []int
	for i, s := range p {
		switch s.Op {
		case errgen.OpIf, errgen.OpPick, errgen.OpMore, errgen.OpNumber:
			open = append(open, i)
			continue
		case errgen.OpOr, errgen.OpEnd:
			last := open[len(open)-1]
			if last+p[last].Skip != i {
				t.Errorf("%s: segment %d skips %d, to %d", show(p), last, p[last].Skip, i)
			}
			if open = open[:len(open)-1]; s.Op == errgen.OpOr {
				open = append(open, i)
			}
			continue
		}
		if s.Skip != 0 {
			t.Errorf("%s: segment %d skips %d", show(p), i, s.Skip)
		}
	}
	if len(open) > 0 {
		t.Errorf("%s: %d groups have no end", show(p), len(open))
	}
}

// showFact is a fact in short.
func showFact(f errgen.Fact) string {
	s := fmt.Sprint(f.Slot)
	if f.Slot == errgen.SlotHeader {
		s = f.Header
	}
	for _, step := range f.Path {
		if s += step.Name; step.Name == "" {
			s += fmt.Sprintf("[%d]", step.Index)
		}
	}
	switch f.Kind {
	case errgen.TextFact:
		s += "=" + show(f.Want)
	case errgen.ValueFact:
		s += ":" + f.Value
	case errgen.SizeFact:
		s += "#" + f.Value
	case errgen.ParamFact:
		s += fmt.Sprintf("{%d}", f.Param)
	}
	if f.Proof {
		s += "!"
	}
	return s
}

func showFacts(fs []errgen.Fact) string {
	var all []string
	for _, f := range fs {
		all = append(all, showFact(f))
	}
	return strings.Join(all, " ; ")
}

// showNode is a place in short: its name, kind, slot and types.
func showNode(n errgen.Node) string {
	s := n.Name
	if n.Optional {
		s += "?"
	}
	if n.Alias {
		s += "~"
	}
	var members []string
	for _, m := range n.Members {
		members = append(members, showNode(m))
	}
	switch n.Kind {
	case errgen.LeafNode:
		s += fmt.Sprintf("=%d:%s", n.Slot, showTypes(n.Types))
		if n.Items != 0 {
			s += "[" + showTypes(n.Items) + "]"
		}
		for _, form := range n.Forms {
			s += "(" + show(form) + ")"
		}
	case errgen.ConstantNode:
		s += "=" + n.Constant
	case errgen.IgnoredNode:
		s += "=_"
	case errgen.ObjectNode:
		s += "{" + strings.Join(members, " ") + "}"
		if n.More > 0 {
			s += fmt.Sprint(n.More)
		}
	case errgen.ListNode:
		s += "[" + strings.Join(members, " ") + "]"
	}
	return s
}

// showTypes is a letter for each JSON type.
func showTypes(types errgen.JSONTypes) string {
	s := ""
	for i, letter := range "0binsao" {
		if types&(1<<i) != 0 {
			s += string(letter)
		}
	}
	return s
}
