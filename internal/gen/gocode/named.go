package gocode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// named is a value of a type of the package.
func (p *Printer) named(name string, v model.Value, t *model.Type) Expr {
	typeName, s := p.In.Name(t.GoName), t.Schema
	switch s.Kind {
	case model.ObjectKind:
		return p.object(v, t)
	case model.UnionKind:
		return p.union(name, v, t)
	case model.OneOfKind:
		return p.oneOf(name, v, t)
	case model.ArrayKind:
		return p.composite(name, v, literal(typeName), s.Items.Go, s)
	case model.MapKind:
		return p.composite(name, v, literal(typeName), s.Additional.Go, s)
	}
	for _, c := range t.Constants {
		if c.Value == v.Text {
			return atom(p.In.Name(c.GoName))
		}
	}
	return call(typeName, quoted(v.Text))
}

// object is a literal of a struct type, of the members that the value has.
func (p *Printer) object(v model.Value, t *model.Type) Expr {
	x := literal(p.In.Name(t.GoName))
	var more Expr
	for _, m := range v.Members {
		if property := propertyOf(t.Schema, m.Name); property != nil {
			x.add(property.GoName, p.Value(lowerFirst(property.GoName), m.Value, property.Go, property.Schema))
		} else if t.More != "" {
			elem := t.Schema.Additional.Go
			if more.elems == nil {
				more = p.typeLiteral(model.GoType{Kind: model.GoMap, Elem: &elem})
			}
			more.add(Quote(m.Name), p.Value("more", m.Value, elem, t.Schema.Additional).within(p.In.Type(elem)))
		}
	}
	if more.elems != nil {
		x.add(t.More, more)
	}
	return x
}

func propertyOf(s *model.Schema, name string) *model.Property {
	for i := range s.Properties {
		if s.Properties[i].Name == name {
			return &s.Properties[i]
		}
	}
	return nil
}

// union calls the constructor of the first of the union's kinds that the value
// has. The zero value is null.
func (p *Printer) union(name string, v model.Value, t *model.Type) Expr {
	for i, kind := range t.Schema.Union {
		if admits(kind, v) {
			a := t.Alternatives[i]
			return call(p.In.Name(a.NewFunc), p.Value(name, v, a.Go, nil))
		}
	}
	return literal(p.In.Name(t.GoName))
}

// oneOf sets the field of the first alternative that has the value's JSON type.
func (p *Printer) oneOf(name string, v model.Value, t *model.Type) Expr {
	x := literal(p.In.Name(t.GoName))
	for i, s := range t.Schema.OneOf {
		if admitsSchema(s, v) {
			a := t.Alternatives[i]
			x.add(a.GoName, p.Value(name, v, a.Go, s))
			break
		}
	}
	return x
}

// admitsSchema reports whether a value has the JSON type of a schema.
func admitsSchema(s *model.Schema, v model.Value) bool {
	s = s.Resolved()
	if s.Kind == model.UnionKind {
		for _, kind := range s.Union {
			if admits(kind, v) {
				return true
			}
		}
		return false
	}
	return admits(s.Kind, v)
}

// admits reports whether a value is of a kind of schema.
func admits(kind model.Kind, v model.Value) bool {
	switch kind {
	case model.StringKind:
		return v.Kind == model.StringValue
	case model.IntegerKind:
		return v.Kind == model.NumberValue && !strings.ContainsAny(v.Text, ".eE")
	case model.NumberKind:
		return v.Kind == model.NumberValue
	case model.BooleanKind:
		return v.Kind == model.BoolValue
	case model.ArrayKind:
		return v.Kind == model.ArrayValue
	case model.ObjectKind, model.MapKind:
		return v.Kind == model.ObjectValue
	}
	return kind == model.AnyKind
}

// lowerFirst is a name with its first letter in lower case.
func lowerFirst(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}
