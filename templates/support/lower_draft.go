package support

import "strings"

// A draft is a program in the making, as a text, so that drafts are joined with
// "+". A hole is the byte 0xFF, which no UTF-8 text has, an operation and, for
// some, an operand.
type draft string

const hole = '\xff'

// operation is a hole with an operand.
func operation(op op, operand int) draft {
	b := []byte{hole, byte(op)}
	for ; operand >= 0x80; operand >>= 7 {
		b = append(b, byte(operand)|0x80)
	}
	return draft(append(b, byte(operand)))
}

// mark is a hole without an operand.
func mark(op op) draft { return draft([]byte{hole, byte(op)}) }

// hasOperand reports whether an operation is followed by an operand.
func hasOperand(op op) bool {
	switch op {
	case opText, opString, opQuoted, opValue, opIf, opDrop, opMore:
		return true
	}
	return false
}

// next reads the first segment, and returns what follows it.
func (d draft) next() (s segment, rest draft) {
	i := strings.IndexByte(string(d), hole)
	if i < 0 {
		return segment{literal: string(d)}, ""
	}
	s = segment{literal: string(d[:i]), op: op(d[i+1])}
	if rest = d[i+2:]; !hasOperand(s.op) {
		return s, rest
	}
	for i := 0; ; i++ {
		s.operand |= int(rest[i]&0x7f) << (7 * i)
		if rest[i] < 0x80 {
			return s, rest[i+1:]
		}
	}
}

// program is the draft as a program.
func (d draft) program() program {
	var p program
	var open []int // of the groups around a segment: where they, or their last alternatives, begin
	for d != "" {
		s, rest := d.next()
		i, last := len(p), len(open)-1
		p, d = append(p, s), rest
		switch s.op {
		case opIf, opPick, opMore, opNumber:
			open = append(open, i)
		case opOr:
			p[open[last]].skip = i - open[last]
			open[last] = i
		case opEnd:
			p[open[last]].skip = i - open[last]
			open = open[:last]
		}
	}
	return p
}
