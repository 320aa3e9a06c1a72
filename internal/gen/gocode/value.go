package gocode

import (
	"encoding/base64"
	"regexp"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A Printer writes expressions.
type Printer struct {
	In Scope
	// Variables are those of the function in which the expressions stand, to which
	// the printer adds what pointers point to. Where none can be declared it is nil.
	Variables *Variables

	within *model.Nested // it is written; nil: an error that stands in no other
}

// Value is an expression for a value of a schema, assignable to its Go type; name
// is what a variable for it is called.
func (p *Printer) Value(name string, v model.Value, t model.GoType, s *model.Schema) Expr {
	switch {
	case t.Pointers > 0:
		return p.pointer(name, v, t, s)
	case t.Kind == model.GoError:
		return p.nested(v, s)
	case v.Kind == model.NullValue && t.IsNilable():
		return atom("nil")
	}
	switch t.Kind {
	case model.GoAny:
		return anyValue(v)
	case model.GoString:
		return quoted(v.Text)
	case model.GoBool:
		return boolean(v)
	case model.GoFloat64:
		return float(v)
	case model.GoBytes:
		b, _ := base64.StdEncoding.DecodeString(v.Text)
		return call("[]byte", quoted(string(b)))
	case model.GoDuration:
		return duration(v, s)
	case model.GoTime:
		return instant(v)
	case model.GoSlice, model.GoMap:
		return p.composite(name, v, p.typeLiteral(t), *t.Elem, s)
	case model.GoNamed:
		return p.named(name, v, t.Named)
	}
	return integer(v)
}

// unitName matches names that end with a unit, which a duration ought not to be called by:
// it has none. The units are those of staticcheck's rule ST1011.
var unitName = regexp.MustCompile(`(Secs?|Seconds|Msecs?|Millis?|Milliseconds|Usecs?|Microseconds|MS|Ms)$`)

// pointer is a value that may be nil: null, or a pointer. Null is the innermost
// nil; with another pointer around it, it is there and null.
func (p *Printer) pointer(name string, v model.Value, t model.GoType, s *model.Schema) Expr {
	t.Pointers--
	if v.Kind == model.NullValue && t.Pointers == 0 && !t.IsNilable() {
		return atom("nil")
	}
	x := p.Value(name, v, t, s)
	switch {
	case t.Pointers == 0 && x.open == "{" && t.Kind != model.GoAny:
		x.head = "&" + x.head
		return x
	case p.Variables != nil:
		if t.Kind == model.GoDuration && unitName.MatchString(name) {
			name += "Value"
		}
		return atom("&" + p.Variables.declare(name, p.typed(x, t)))
	}
	element := p.typeLiteral(model.GoType{Kind: model.GoSlice, Elem: &t})
	element.add("", x.within(p.In.Type(t)))
	return Expr{head: "&" + element.Inline() + "[0]", time: element.UsesTime()}
}

// typed gives an expression that has no type of its own, or another one, the type
// that a variable of it needs.
func (p *Printer) typed(x Expr, t model.GoType) Expr {
	name := p.In.Type(t)
	switch {
	case x.head == "nil" && t.Pointers > 0:
		return call("("+name+")", x)
	case t.Pointers > 0:
		return x
	case x.head == "nil":
		return call(name, x)
	}
	switch t.Kind {
	case model.GoInt64, model.GoInt32, model.GoUint64, model.GoFloat64, model.GoAny, model.GoError:
		return call(name, x)
	}
	return x
}

// typeLiteral is the beginning of a literal of a type.
func (p *Printer) typeLiteral(t model.GoType) Expr {
	x := literal(p.In.Type(t))
	for t.Elem != nil {
		t = *t.Elem
	}
	x.time = t.Kind == model.GoDuration || t.Kind == model.GoTime
	return x
}

// composite adds the elements of a value to a literal of a slice or map type.
func (p *Printer) composite(name string, v model.Value, x Expr, elem model.GoType, s *model.Schema) Expr {
	s = s.Resolved()
	elemType := p.In.Type(elem)
	for _, i := range v.Items {
		x.add("", p.Value(name+"Item", i, elem, s.Items).within(elemType))
	}
	for _, m := range v.Members {
		x.add(Quote(m.Name), p.Value(name+"Value", m.Value, elem, s.Additional).within(elemType))
	}
	return x
}

// anyValue is a value as encoding/json makes it for any.
func anyValue(v model.Value) Expr {
	switch v.Kind {
	case model.BoolValue:
		return boolean(v)
	case model.NumberValue:
		return call("float64", float(v))
	case model.StringValue:
		return quoted(v.Text)
	case model.ArrayValue:
		x := literal("[]any")
		for _, item := range v.Items {
			x.add("", anyValue(item))
		}
		return x
	case model.ObjectValue:
		x := literal("map[string]any")
		for _, m := range v.Members {
			x.add(Quote(m.Name), anyValue(m.Value))
		}
		return x
	}
	return atom("nil")
}

func boolean(v model.Value) Expr { return atom(strconv.FormatBool(v.Bool)) }
