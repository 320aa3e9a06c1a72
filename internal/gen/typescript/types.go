package typescript

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// union joins types, each once.
func union(types ...string) string {
	var all []string
	for _, t := range types {
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return strings.Join(all, " | ")
}

// typeOf is the type of a schema's values.
func (m *module) typeOf(s *model.Schema) string {
	name := ""
	switch {
	case s.Kind == model.RefKind:
		name = m.names.types[s.Ref]
	case s.Go.Kind == model.GoNamed:
		name = m.names.types[s.Go.Named]
	}
	if name == "" {
		name = m.bodyOf(s)
	}
	if s.Nullable {
		return union(name, "null")
	}
	return name
}

// scalars are the types of kinds without others in them.
var scalars = map[model.Kind]string{
	model.AnyKind:     "Json",
	model.StringKind:  "string",
	model.IntegerKind: "Integer",
	model.NumberKind:  "number",
	model.BooleanKind: "boolean",
	model.NullKind:    "null",
}

// bodyOf is the type of a schema's values, written out; null aside.
func (m *module) bodyOf(s *model.Schema) string {
	switch s.Kind {
	case model.StringKind:
		return enum(s)
	case model.IntegerKind:
		switch s.Format {
		case "int32", "seconds", "milliseconds", "unix-time":
			return "number"
		}
	case model.ArrayKind:
		return "readonly " + parenthesized(m.typeOf(s.Items)) + "[]"
	case model.MapKind:
		return "{ readonly [name: string]: " + m.typeOf(s.Additional) + " }"
	case model.ObjectKind:
		return m.objectType(s)
	case model.UnionKind:
		var all []string
		for _, k := range s.Union {
			all = append(all, scalars[k])
		}
		return union(all...)
	case model.OneOfKind:
		var all []string
		for _, one := range s.OneOf {
			all = append(all, m.typeOf(one))
		}
		return union(all...)
	case model.ErrorKind:
		return m.names.all
	}
	if t, ok := scalars[s.Kind]; ok {
		return t
	}
	return "Json"
}

// parenthesized is a type as it stands before brackets.
func parenthesized(t string) string {
	if strings.ContainsAny(t, " |&") {
		return "(" + t + ")"
	}
	return t
}

// enum is the type of texts: of one with an enum its values, and any other text, since
// servers may know more than the catalog.
func enum(s *model.Schema) string {
	values := s.Enum
	if s.Const != nil {
		values = []model.Value{*s.Const}
	}
	if len(values) == 0 {
		return "string"
	}
	var all []string
	for _, v := range values {
		if v.Kind == model.StringValue {
			all = append(all, tscode.Text(v.Text))
		}
	}
	return union(append(all, "(string & {})")...)
}

// objectType is the type of an object, on lines of their own.
func (m *module) objectType(s *model.Schema) string {
	var b strings.Builder
	b.WriteString("{\n")
	further := []string{}
	for _, p := range s.Properties {
		var doc comment
		doc.prose(p.Schema.Description)
		t := m.typeOf(p.Schema)
		b.WriteString(doc.indented("  "))
		b.WriteString("  readonly " + tscode.Property(p.Name) + optional(p.Optional) + ": " + t + ";\n")
		if further = append(further, t); p.Optional {
			further = append(further, "undefined")
		}
	}
	if s.Additional != nil {
		b.WriteString("  readonly [name: string]: " + union(append([]string{m.typeOf(s.Additional)}, further...)...) + ";\n")
	}
	b.WriteString("}")
	return b.String()
}

func optional(is bool) string {
	if is {
		return "?"
	}
	return ""
}
