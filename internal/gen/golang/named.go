package golang

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// namedComposite is the braces of a composite literal of a type of the package;
// nil for a string type or a union.
func (in scope) namedComposite(v model.Value, t *model.Type) *jen.Statement {
	switch s := t.Schema; s.Kind {
	case model.ObjectKind:
		return jen.Values(in.structFields(v, t)...)
	case model.OneOfKind:
		return jen.Values(in.oneOfField(v, t)...)
	case model.ArrayKind:
		return jen.Values(in.itemValues(v, s.Items.Go, s)...)
	case model.MapKind:
		return jen.Values(in.memberValues(v, s.Additional.Go, s)...)
	}
	return nil
}

// namedScalar is a value of a string type, by its constant if it has one, or of
// a union, by the constructor of the first kind that the value has.
func (in scope) namedScalar(v model.Value, t *model.Type) jen.Code {
	for i, kind := range t.Schema.Union {
		if admits(kind, v) {
			alternative := t.Alternatives[i]
			return in.name(alternative.NewFunc).Call(in.goValue(v, alternative.Go, nil))
		}
	}
	for _, c := range t.Constants {
		if c.Value == v.Text {
			return in.name(c.GoName)
		}
	}
	return in.name(t.GoName).Parens(text(v.Text))
}

// structFields are the fields of an object's struct that a value has.
func (in scope) structFields(v model.Value, t *model.Type) []jen.Code {
	var fields, more []jen.Code
	for _, m := range v.Members {
		if p := propertyOf(t.Schema, m.Name); p != nil {
			fields = append(fields, jen.Id(p.GoName).Op(":").Add(in.goValue(m.Value, p.Go, p.Schema)))
		} else if t.More != "" {
			more = append(more, text(m.Name).Op(":").Add(in.element(m.Value, t.Schema.Additional.Go, t.Schema.Additional)))
		}
	}
	if more != nil {
		fields = append(fields, jen.Id(t.More).Op(":").Add(in.moreType(t)).Values(more...))
	}
	return fields
}

func propertyOf(s *model.Schema, name string) *model.Property {
	for i := range s.Properties {
		if s.Properties[i].Name == name {
			return &s.Properties[i]
		}
	}
	return nil
}

// oneOfField is the field of the first alternative that the value has the JSON
// type of.
func (in scope) oneOfField(v model.Value, t *model.Type) []jen.Code {
	for i, s := range t.Schema.OneOf {
		if admitsSchema(s, v) {
			alternative := t.Alternatives[i]
			return []jen.Code{jen.Id(alternative.GoName).Op(":").Add(in.goValue(v, alternative.Go, s))}
		}
	}
	return nil
}

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
		return v.Kind == model.NumberValue && !strings.ContainsAny(v.Text, ".e")
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
