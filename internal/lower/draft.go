package lower

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// A draft is a program in the making: its segments, of which those without a hole are
// not joined yet with what follows, nor the groups measured.
type draft []errgen.Segment

// text is a literal.
func text(s string) draft { return draft{{Literal: s}} }

// hole is an operation with an operand.
func hole(op errgen.Op, operand int) draft { return draft{{Op: op, Operand: operand}} }

// mark is an operation without an operand.
func mark(op errgen.Op) draft { return hole(op, 0) }

// join puts drafts one behind the other.
func join(parts ...draft) draft { return slices.Concat(parts...) }

// program is the draft as a program.
func (d draft) program() errgen.Program {
	var p errgen.Program
	var literal strings.Builder
	var open []int // of the groups around a segment: where they, or their last alternatives, begin
	for _, s := range d {
		literal.WriteString(s.Literal)
		if s.Op == errgen.OpNone {
			continue
		}
		s.Literal = literal.String()
		literal.Reset()
		i, last := len(p), len(open)-1
		p = append(p, s)
		switch s.Op {
		case errgen.OpIf, errgen.OpPick, errgen.OpMore, errgen.OpNumber:
			open = append(open, i)
		case errgen.OpOr:
			p[open[last]].Skip = i - open[last]
			open[last] = i
		case errgen.OpEnd:
			p[open[last]].Skip = i - open[last]
			open = open[:last]
		}
	}
	if literal.Len() > 0 {
		p = append(p, errgen.Segment{Literal: literal.String()})
	}
	return p
}
