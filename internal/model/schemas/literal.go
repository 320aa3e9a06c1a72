package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Literals types the values of one catalog.
type Literals struct {
	*diag.Reporter
	*values.Checker
}

// Literal types a YAML value by a schema (docs/spec.md#yaml) and checks it
// against the schema. What does not fit is reported.
func (r *Literals) Literal(v *load.Value, s *model.Schema) (model.Value, bool) {
	value, ok := r.Typed(v, s)
	if !ok {
		return value, false
	}
	if why := r.Violation(value, s); why != "" {
		r.Reportf(v.Pos, diag.ValueNotAllowed, "give a value that its schema allows, or widen the schema", "%s", why)
		return value, false
	}
	return value, true
}

// Typed types a YAML value by a schema without looking at bounds.
func (r *Literals) Typed(v *load.Value, s *model.Schema) (model.Value, bool) {
	if v == nil || v.Broken {
		return model.Value{}, false
	}
	switch v.Kind {
	case load.Sequence:
		return r.typedList(v, s)
	case load.Mapping:
		return r.typedObject(v, s)
	}
	s = alternative(v, s)
	value, problem := values.Scalar(v.Text, v.Quoted, s)
	if problem != "" {
		r.wrongType(v, problem, s)
		return model.Value{}, false
	}
	return value, true
}

func (r *Literals) wrongType(v *load.Value, problem string, s *model.Schema) {
	code, remedy := diag.ValueType, "write "+values.Describe(s)
	if v.Kind == load.Scalar && !v.Quoted && values.IsNull(v.Text) {
		code, remedy = diag.NullValue, "write "+values.Describe(s)+", leave the key out, or let the type admit null: `type: [..., 'null']`"
	}
	r.Reportf(v.Pos, code, remedy, "%s stands where the schema wants %s", problem, values.Describe(s))
}

// AsList is the schema by which a value is a list; false, and reported, if it is none.
func (r *Literals) AsList(v *load.Value, s *model.Schema) (*model.Schema, bool) {
	s = alternative(v, s)
	if s.Kind != model.ArrayKind && s.Kind != model.AnyKind {
		r.wrongType(v, "a list", s)
		return s, false
	}
	return s, true
}

// AsObject is the schema by which a value is an object; false, and reported, if it is
// none.
func (r *Literals) AsObject(v *load.Value, s *model.Schema) (*model.Schema, bool) {
	s = alternative(v, s)
	if s.Kind != model.ObjectKind && s.Kind != model.MapKind && s.Kind != model.AnyKind {
		r.wrongType(v, "a mapping", s)
		return s, false
	}
	return s, true
}

func (r *Literals) typedList(v *load.Value, s *model.Schema) (model.Value, bool) {
	list := model.Value{Kind: model.ArrayValue}
	s, ok := r.AsList(v, s)
	if !ok {
		return model.Value{}, false
	}
	for _, item := range v.Items {
		value, good := r.Typed(item, values.Item(s))
		list.Items, ok = append(list.Items, value), ok && good
	}
	return list, ok
}

func (r *Literals) typedObject(v *load.Value, s *model.Schema) (model.Value, bool) {
	object := model.Value{Kind: model.ObjectValue}
	s, ok := r.AsObject(v, s)
	if !ok {
		return model.Value{}, false
	}
	for _, m := range v.Members {
		member, known := r.Member(m.Key, s)
		value, good := r.Typed(m.Value, member)
		object.Members, ok = append(object.Members, model.Member{Name: m.Key.S, Value: value}), ok && good && known
	}
	return object, ok
}

// Member is the schema of an object's member. A name that the object does
// not have is reported.
func (r *Literals) Member(name load.Text, s *model.Schema) (*model.Schema, bool) {
	if s.Kind == model.AnyKind {
		return s, true
	}
	names := make([]string, 0, len(s.Properties))
	for _, p := range s.Properties {
		if p.Name == name.S {
			return p.Schema, true
		}
		names = append(names, p.Name)
	}
	if s.Additional != nil {
		return s.Additional, true
	}
	r.Unknown(name.Pos, name.S, diag.UnknownMember, "member", names)
	return values.Any(), false
}

// alternative is the alternative of a oneOf that has the JSON type of a YAML
// value; the schema itself if it is no oneOf, or none has it.
func alternative(v *load.Value, s *model.Schema) *model.Schema {
	s = s.Resolved()
	if s.Kind != model.OneOfKind {
		return s
	}
	want := values.TypesOf(&model.Schema{Kind: coreKind(v)})
	if want == values.NullType && s.Nullable {
		return &model.Schema{Kind: model.NullKind}
	}
	alt := values.Alternative(s, want)
	if alt == s && v.Kind == load.Scalar && want != values.NullType {
		alt = values.Alternative(s, values.StringType)
	}
	return alt.Resolved()
}
