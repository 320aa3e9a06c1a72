package errgen

import (
	"slices"
	"strconv"
)

// A Program is a text with holes, such as a body or a message.
//
// A body whose members are not all there always writes a comma after every
// member; OpClose and OpDrop take the last one back.
type Program []Segment

// Segment is a literal and the hole after it.
type Segment struct {
	Literal string
	Op      Op
	Operand int // a param's index times two, plus one for an exchange value; of OpDrop bytes
	Skip    int // how many segments on a group or an alternative ends
}

// Op is what stands in a hole.
type Op byte

const (
	OpNone   Op = iota // nothing
	OpText             // the param as text, as it is
	OpString           // the param as text, escaped for a JSON string
	OpQuoted           // the param as text, escaped for a quoted string of a header
	OpMarkup           // the param as text, escaped for HTML and XML
	OpValue            // the param as a JSON value
	OpStatus           // the status in digits
	OpIf               // what follows up to OpEnd, if the param is there
	OpPick             // alternatives: the first of which all params are there
	OpOr               // the next alternative
	OpEnd              // of a group
	OpClose            // end of an object: the last comma becomes a brace
	OpDrop             // end of an object that is left out when empty: operand bytes of name and brace
	OpMore             // the members of a map; names that are taken follow, each ended by a NUL, then OpEnd
	OpItems            // begin of a repeated item
	OpLast             // its end
	OpNumber           // what follows up to OpEnd is a number, a JSON string if it should be none
)

// takesParam reports whether the hole is filled with a param's value.
func (s *Segment) takesParam() bool { return OpText <= s.Op && s.Op <= OpValue }

// IsText reports whether a text has the param's value in the hole.
func (s *Segment) IsText() bool { return s.Op == OpText || s.Op == OpQuoted || s.Op == OpMarkup }

// Constant is a program's text, if it has no holes.
func (p Program) Constant() (string, bool) {
	switch {
	case len(p) == 0:
		return "", true
	case len(p) == 1 && p[0].Op == OpNone:
		return p[0].Literal, true
	}
	return "", false
}

// under is the program as it is read under a status: the digits of that stand where the
// status does. Without a status, 0, any would match.
func (p Program) under(status int) Program {
	if status == 0 || !slices.ContainsFunc(p, func(s Segment) bool { return s.Op == OpStatus }) {
		return p
	}
	read := slices.Clone(p)
	for i := range read {
		if s := &read[i]; s.Op == OpStatus {
			s.Literal, s.Op = s.Literal+strconv.Itoa(status), OpNone
		}
	}
	return read
}

// hasWordings reports whether the program is several wordings of one text.
func (p Program) hasWordings() bool { return len(p) > 0 && p[0].Op == OpPick && p[0].Literal == "" }

// anyWording reports whether some wording is so; the first that is ends it.
func (p Program) anyWording(is func(w Program) bool) bool {
	if !p.hasWordings() {
		return is(p)
	}
	for at := 0; p[at].Op != OpEnd; at += p[at].Skip {
		if is(p[at+1 : at+p[at].Skip+1]) {
			return true
		}
	}
	return false
}

// ends are the literals with which a wording begins and ends, "" for a hole.
func (p Program) ends() (before, after string) {
	if len(p) == 0 {
		return "", ""
	}
	last := &p[len(p)-1]
	if !last.takesParam() && last.Op != OpStatus {
		after = last.Literal
	}
	return p[0].Literal, after
}

// longest is the most that a wording has of what count counts in a segment.
func (p Program) longest(count func(s *Segment) int) int {
	most, n := 0, 0
	for i := range p {
		n += count(&p[i])
		if p[i].Op == OpOr {
			most, n = max(most, n), 0
		}
	}
	return max(most, n)
}
