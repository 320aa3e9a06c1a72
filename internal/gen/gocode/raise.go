package gocode

import (
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Raise is an occurrence of an entry, with the values that it is illustrated by:
// the entry's ID, or a call of its constructor.
func (p *Printer) Raise(e *model.Entry) Expr {
	if e.RaisedByID() {
		return atom(p.In.Name(e.Const))
	}
	x := call(p.In.Name(e.NewFunc))
	if e.StatusParam {
		x.add("", status(e))
	}
	for _, param := range e.Params {
		if param.Required() {
			x.add("", p.param(e, param))
		}
	}
	return x
}

// Data is a pointer to an entry's data with all params, also those that its
// constructor does not take.
func (p *Printer) Data(e *model.Entry) Expr {
	x := literal("&" + p.In.Name(e.TypeName))
	if e.StatusParam {
		x.add("Status", status(e))
	}
	for _, param := range e.Params {
		x.add(param.GoName, p.param(e, param))
	}
	return x
}

func status(e *model.Entry) Expr { return atom(strconv.Itoa(e.WriteStatus())) }

func (p *Printer) param(e *model.Entry, param *model.Param) Expr {
	return p.Value(param.ArgName, e.Illustration(param), param.Go, param.Schema)
}

// maxNested is how deep errors within errors are spelled out.
const maxNested = 3

// nested is an error of the envelope that a schema names: the first, as in
// samples.
func (p *Printer) nested(s *model.Schema) Expr {
	env := s.Resolved().ErrorOf
	if env == nil || len(env.Entries) == 0 {
		return atom("nil")
	}
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxNested {
		return atom(p.In.Name(env.Entries[0].Const))
	}
	return p.Raise(env.Entries[0])
}
