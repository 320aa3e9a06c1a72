package support

// A program is a text with holes, such as a body or a message.
//
// A body whose members are not all there always writes a comma after every
// member; opClose and opDrop take the last one back.
type program []segment

// segment is a literal and the hole after it.
type segment struct {
	literal string
	op      op
	operand int // a param's index times two, plus one for an exchange value; of opDrop bytes
	skip    int // how many segments on a group or an alternative ends
}

// op is what stands in a hole.
type op byte

const (
	opNone   op = iota // nothing
	opText             // the param as text, as it is
	opString           // the param as text, escaped for a JSON string
	opQuoted           // the param as text, escaped for a quoted string of a header
	opValue            // the param as a JSON value
	opStatus           // the status in digits
	opIf               // what follows up to opEnd, if the param is there
	opPick             // alternatives: the first of which all params are there
	opOr               // the next alternative
	opEnd              // of a group
	opClose            // end of an object: the last comma becomes a brace
	opDrop             // end of an object that is left out when empty: operand bytes of name and brace
	opMore             // the members of a map; names that are taken follow, each ended by a NUL, then opEnd
	opItems            // begin of a repeated item
	opLast             // its end
	opNumber           // what follows up to opEnd is a number, a JSON string if it should be none
)

//errgen:if params

// takesParam reports whether the hole is filled with a param's value.
func (s *segment) takesParam() bool { return opText <= s.op && s.op <= opValue }

// isText reports whether a text has the param's value in the hole.
func (s *segment) isText() bool { return s.op == opText || s.op == opQuoted }

//errgen:end

// constant is a program's text, if it has no holes.
func (p program) constant() (string, bool) {
	switch {
	case len(p) == 0:
		return "", true
	case len(p) == 1 && p[0].op == opNone:
		return p[0].literal, true
	}
	return "", false
}

//errgen:if params

// wording returns the wording that begins at an index, 0 for the first, and where
// the next one does, -1 if there is none. Only a program that begins with opPick
// has several.
func (p program) wording(at int) (w program, next int) {
	if len(p) == 0 || p[0].op != opPick || p[0].literal != "" {
		return p, -1
	}
	end := at + p[at].skip
	if next = end; p[end].op == opEnd {
		next = -1
	}
	return p[at+1 : end+1], next
}

//errgen:end
