package typescript

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// template is a program for texts as the engine's Template: "" for one that is empty.
func template(p errgen.Program) string {
	if literal, ok := p.Constant(); ok {
		if literal == "" {
			return ""
		}
		return tscode.Text(literal)
	}
	if p[0].Op != errgen.OpPick || p[0].Literal != "" {
		return wording(p)
	}
	var all []string
	for at := 0; p[at].Op != errgen.OpEnd; at += p[at].Skip {
		all = append(all, wording(p[at+1:at+p[at].Skip+1]))
	}
	return "{w:" + list(all, func(w string) string { return w }) + "}"
}

// wording is one of the wordings of a template.
func wording(p errgen.Program) string {
	var pieces []string
	literal := ""
	flush := func() {
		if literal != "" {
			pieces = append(pieces, tscode.Text(literal))
		}
		literal = ""
	}
	for i := range p {
		literal += p[i].Literal
		if hole := hole(&p[i]); hole != "" {
			flush()
			pieces = append(pieces, hole)
		}
	}
	flush()
	return list(pieces, func(p string) string { return p })
}

// hole is what stands behind a segment's literal, "" for nothing that a text has.
func hole(s *errgen.Segment) string {
	param := strconv.Itoa(s.Operand >> 1)
	switch {
	case s.Op == errgen.OpText:
		return param
	case s.Op == errgen.OpStatus:
		return "[" + strconv.Itoa(int(s.Op)) + "]"
	case errgen.OpText < s.Op && s.Op <= errgen.OpValue:
		return "[" + strconv.Itoa(int(s.Op)) + "," + param + "]"
	}
	return ""
}
