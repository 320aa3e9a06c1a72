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
	v := e.Illustration(param)
	if p.within != nil {
		v = p.within.Illustration(param)
	}
	return p.Value(param.ArgName, v, param.Go, param.Schema)
}

// nested is an error of the envelope that a schema names, as samples show it. Where no
// sample shows one it is that as well, but within another it is left out.
func (p *Printer) nested(v model.Value, s *model.Schema) Expr {
	env := s.Resolved().ErrorOf
	if env == nil || env.Nested == nil || p.within != nil && v.Kind == model.NullValue {
		return atom("nil")
	}
	inner := *p
	inner.within = env.Nested
	return inner.Raise(env.Nested.Entry)
}
