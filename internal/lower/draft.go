package lower

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// A draft is a program in the making, as a text, so that drafts are joined with
// "+". A hole is the byte 0xFF, which no UTF-8 text has, an operation and, for
// some, an operand.
type draft string

const hole = '\xff'

// operation is a hole with an operand.
func operation(op errgen.Op, operand int) draft {
	b := []byte{hole, byte(op)}
	for ; operand >= 0x80; operand >>= 7 {
		b = append(b, byte(operand)|0x80)
	}
	return draft(append(b, byte(operand)))
}

// mark is a hole without an operand.
func mark(op errgen.Op) draft { return draft([]byte{hole, byte(op)}) }

// hasOperand reports whether an operation is followed by an operand.
func hasOperand(op errgen.Op) bool {
	switch op {
	case errgen.OpText, errgen.OpString, errgen.OpQuoted, errgen.OpMarkup, errgen.OpValue, errgen.OpIf, errgen.OpDrop, errgen.OpMore:
		return true
	}
	return false
}

// next reads the first segment, and returns what follows it.
func (d draft) next() (s errgen.Segment, rest draft) {
	i := strings.IndexByte(string(d), hole)
	if i < 0 {
		return errgen.Segment{Literal: string(d)}, ""
	}
	s = errgen.Segment{Literal: string(d[:i]), Op: errgen.Op(d[i+1])}
	if rest = d[i+2:]; !hasOperand(s.Op) {
		return s, rest
	}
	for i := 0; ; i++ {
		s.Operand |= int(rest[i]&0x7f) << (7 * i)
		if rest[i] < 0x80 {
			return s, rest[i+1:]
		}
	}
}

// program is the draft as a program.
func (d draft) program() errgen.Program {
	var p errgen.Program
	var open []int // of the groups around a segment: where they, or their last alternatives, begin
	for d != "" {
		s, rest := d.next()
		i, last := len(p), len(open)-1
		p, d = append(p, s), rest
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
	return p
}
