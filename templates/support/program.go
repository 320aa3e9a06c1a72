package support

import "strings"

// A program is a text with holes, such as a body or a message. A hole is the
// byte 0xFF, which no UTF-8 text has, an operation and, for most, an operand
// (a varint): a param's index times two, plus one for an exchange value.
//
// A body whose members are not all there always writes a comma after every
// member; opClose and opDrop take the last one back.
type program string

const hole = '\xff'

const (
	opText   = 't' // the param as text, as it is
	opString = 's' // the param as text, escaped for a JSON string
	opQuoted = 'q' // the param as text, escaped for a quoted string of a header
	opValue  = 'v' // the param as a JSON value
	opStatus = 'c' // the status in digits; no operand
	opIf     = '?' // what follows up to opEnd, if the param is there
	opPick   = '{' // alternatives: the first of which all params are there; no operand
	opOr     = '|' // the next alternative; no operand
	opEnd    = '}' // of opIf or opPick; no operand
	opClose  = ']' // end of an object: the last comma becomes a brace; no operand
	opDrop   = '-' // end of an object that is left out when empty: operand bytes of name and brace
	opMore   = '+' // the members of a map; names that are taken follow, each ended by a NUL, then opEnd
	opItems  = '(' // begin of a repeated item; no operand
	opLast   = ')' // its end; no operand
	opNumber = '#' // what follows up to opEnd is a number, a JSON string if it should be none; no operand
)

// takesOperand reports whether an operation is followed by an operand.
func takesOperand(op byte) bool {
	switch op {
	case opText, opString, opQuoted, opValue, opIf, opDrop, opMore:
		return true
	}
	return false
}

// next splits a program at its first hole: the literal before it, the operation
// (0 at the end), its operand and what follows.
func (p program) next() (literal string, op byte, operand int, rest program) {
	i := strings.IndexByte(string(p), hole)
	if i < 0 {
		return string(p), 0, 0, ""
	}
	literal, op, rest = string(p[:i]), p[i+1], p[i+2:]
	if takesOperand(op) {
		operand, rest = rest.operand()
	}
	return literal, op, operand, rest
}

// operand reads a varint.
func (p program) operand() (int, program) {
	n := 0
	for i := 0; i < len(p); i++ {
		n |= int(p[i]&0x7f) << (7 * i)
		if p[i] < 0x80 {
			return n, p[i+1:]
		}
	}
	return n, ""
}

// skip returns what follows the end of a group whose begin has been read, and
// whether it stopped at opOr instead.
func (p program) skip() (rest program, or bool) {
	for depth := 0; ; {
		_, op, _, after := p.next()
		p = after
		switch op {
		case 0:
			return "", false
		case opIf, opPick, opMore, opNumber:
			depth++
		case opOr:
			if depth == 0 {
				return p, true
			}
		case opEnd:
			if depth == 0 {
				return p, false
			}
			depth--
		}
	}
}
