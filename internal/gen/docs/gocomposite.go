package docs

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// composite is a literal of a slice or map type.
func (s *snippet) composite(name string, v model.Value, t model.GoType, typeName string, schema *model.Schema) expr {
	x := literal(typeName)
	schema = schema.Resolved()
	for _, i := range v.Items {
		x.add("", s.elem(s.value(name+"Item", i, *t.Elem, schema.Items), *t.Elem))
	}
	for _, m := range v.Members {
		x.add(strconv.Quote(m.Name), s.elem(s.value(name+"Value", m.Value, *t.Elem, schema.Additional), *t.Elem))
	}
	return x
}

// elem leaves out the type of a literal within a literal that says it.
func (s *snippet) elem(x expr, t model.GoType) expr {
	if x.open == "{" && x.head == s.goType(t) {
		x.head = ""
	}
	return x
}

// named is a value of a type of the package.
func (s *snippet) named(name string, v model.Value, t *model.Type) expr {
	typeName, schema := s.b.pkg+"."+t.GoName, t.Schema
	switch schema.Kind {
	case model.ObjectKind:
		return s.object(v, t)
	case model.UnionKind:
		return s.union(name, v, t)
	case model.OneOfKind:
		return s.oneOf(name, v, t)
	case model.ArrayKind:
		return s.composite(name, v, model.GoType{Elem: &schema.Items.Go}, typeName, schema)
	case model.MapKind:
		return s.composite(name, v, model.GoType{Elem: &schema.Additional.Go}, typeName, schema)
	case model.StringKind:
		for _, c := range t.Constants {
			if c.Value == v.Text {
				return atom(s.b.pkg + "." + c.GoName)
			}
		}
		return atom(typeName + "(" + strconv.Quote(v.Text) + ")")
	}
	return atom(typeName + "(" + numberLiteral(v.Text) + ")")
}

// object is a literal of a struct type, of the members that the value has.
func (s *snippet) object(v model.Value, t *model.Type) expr {
	x := literal(s.b.pkg + "." + t.GoName)
	more := literal("")
	for _, m := range v.Members {
		i := slices.IndexFunc(t.Schema.Properties, func(p model.Property) bool { return p.Name == m.Name })
		if i >= 0 {
			p := t.Schema.Properties[i]
			x.add(p.GoName, s.value(lowerFirst(p.GoName), m.Value, p.Go, p.Schema))
		} else if t.More != "" {
			additional := t.Schema.Additional
			more.head = "map[string]" + s.goType(additional.Go)
			more.add(strconv.Quote(m.Name), s.value("more", m.Value, additional.Go, additional))
		}
	}
	if len(more.elems) > 0 {
		x.add(t.More, more)
	}
	return x
}

// union calls the constructor of the first of the union's kinds that the value
// has. The zero value is null.
func (s *snippet) union(name string, v model.Value, t *model.Type) expr {
	for i, kind := range t.Schema.Union {
		if admits(kind, v) {
			a := t.Alternatives[i]
			return call(s.b.pkg+"."+a.NewFunc, s.value(name, v, a.Go, nil))
		}
	}
	return literal(s.b.pkg + "." + t.GoName)
}

// oneOf sets the field of the first alternative that has the value's JSON type.
func (s *snippet) oneOf(name string, v model.Value, t *model.Type) expr {
	x := literal(s.b.pkg + "." + t.GoName)
	for i, alternative := range t.Schema.OneOf {
		schema := alternative.Resolved()
		kinds := append([]model.Kind{schema.Kind}, schema.Union...)
		if slices.ContainsFunc(kinds, func(k model.Kind) bool { return admits(k, v) }) {
			a := t.Alternatives[i]
			x.add(a.GoName, s.value(name, v, a.Go, alternative))
			break
		}
	}
	return x
}

// admits reports whether a value is of a kind of schema.
func admits(kind model.Kind, v model.Value) bool {
	switch kind {
	case model.AnyKind:
		return true
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
	return false
}

// maxNested is how deep errors within errors are spelled out.
const maxNested = 3

// nested is an error of the envelope that a schema names: the first, as in
// samples.
func (s *snippet) nested(schema *model.Schema) expr {
	env := schema.Resolved().ErrorOf
	if env == nil || len(env.Entries) == 0 {
		return atom("nil")
	}
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxNested {
		return atom(s.b.pkg + "." + env.Entries[0].Const)
	}
	return s.raise(env.Entries[0])
}

// lowerFirst is a name with its first letter in lower case.
func lowerFirst(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}
