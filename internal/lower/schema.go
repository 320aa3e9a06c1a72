package lower

import (
	"fmt"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// schema returns the index of a schema's row, which it makes once. Rows without
// others in them are shared by all schemas that say the same, so that two params
// are known to take the same values by one comparison.
func (l *lowerer) schema(s *model.Schema) int {
	if i, ok := l.schemas[s]; ok {
		return i
	}
	made := s
	if s.Kind == model.RefKind {
		if !s.Nullable {
			i := l.schema(s.Ref.Schema)
			l.schemas[s] = i
			return i
		}
		orNull := *s.Ref.Schema
		orNull.Nullable = true
		made = &orNull
	}
	row := schemaRow(made)
	if !hasParts(made) {
		key := fmt.Sprintf("%#v", row)
		i, ok := l.scalars[key]
		if !ok {
			i = l.addSchema(row)
			l.scalars[key] = i
		}
		l.schemas[s] = i
		return i
	}
	i := l.addSchema(row)
	l.schemas[s] = i // before its parts, which may refer to it
	l.schemaParts(i, made)
	return i
}

func (l *lowerer) addSchema(row errgen.Schema) int {
	l.table.Schemas = append(l.table.Schemas, row)
	return len(l.table.Schemas) - 1
}

// hasParts reports whether other schemas stand in a schema.
func hasParts(s *model.Schema) bool {
	switch s.Kind {
	case model.ArrayKind, model.ObjectKind, model.MapKind, model.OneOfKind, model.ErrorKind:
		return true
	}
	return false
}

// schemaParts fills in the rows that row i refers to.
func (l *lowerer) schemaParts(i int, s *model.Schema) {
	switch s.Kind {
	case model.ArrayKind:
		l.table.Schemas[i].Items = l.schemaOrAny(s.Items)
	case model.MapKind:
		l.table.Schemas[i].Items = l.schemaOrAny(s.Additional)
	case model.ErrorKind:
		l.table.Schemas[i].Part = l.envelopes[s.ErrorOf]
	case model.OneOfKind:
		members := make([]errgen.Member, len(s.OneOf))
		for k, alternative := range s.OneOf {
			members[k] = errgen.Member{Schema: l.schema(alternative), Optional: true}
		}
		l.table.Schemas[i].Members = members
	case model.ObjectKind:
		members := make([]errgen.Member, len(s.Properties))
		for k, p := range s.Properties {
			members[k] = errgen.Member{Name: p.Name, Schema: l.schema(p.Schema), Optional: p.Optional}
		}
		l.table.Schemas[i].Members = members
		if s.Additional != nil {
			further := l.schema(s.Additional)
			l.table.Schemas[i].Open, l.table.Schemas[i].Items = true, further
		}
	}
}

func (l *lowerer) schemaOrAny(s *model.Schema) int {
	if s == nil {
		s = &model.Schema{Kind: model.AnyKind}
	}
	return l.schema(s)
}

// schemaRow is a schema's row but for the schemas in it.
func schemaRow(s *model.Schema) errgen.Schema {
	row := errgen.Schema{
		Kind:    schemaKindOf(s),
		Null:    s.Nullable || s.Kind == model.NullKind,
		Min:     s.Minimum,
		Max:     s.Maximum,
		Above:   s.ExclMinimum,
		Below:   s.ExclMaximum,
		Pattern: s.Pattern,
	}
	if s.MinLength != nil {
		row.MinLen = *s.MinLength
	}
	if s.MaxLength != nil {
		row.MaxLen = *s.MaxLength
	}
	if s.Kind == model.StringKind && s.MaxLength != nil && *s.MaxLength == 0 && len(s.Enum) == 0 {
		row.Enum = []string{""} // a table has 0 for no bound
	}
	for _, v := range s.Enum {
		row.Enum = append(row.Enum, plainText(v))
	}
	if s.Const != nil {
		row.Enum = []string{plainText(*s.Const)}
	}
	switch row.Kind {
	case errgen.UnionSchema:
		for _, k := range s.Union {
			row.Types |= typesOfKind(k)
		}
	case errgen.SecondsSchema, errgen.MillisSchema, errgen.UnixSchema:
		row.Types = typesOfKind(s.Kind)
	default:
		row.Format = s.CheckedFormat()
	}
	return row
}

// plainText is a value as it stands in a text.
func plainText(v model.Value) string {
	if v.Kind == model.StringValue {
		return v.Text
	}
	return string(v.AppendJSON(nil))
}

func schemaKindOf(s *model.Schema) errgen.SchemaKind {
	switch s.Kind {
	case model.StringKind:
		if s.Format == "byte" {
			return errgen.BytesSchema
		}
		return errgen.StringSchema
	case model.IntegerKind, model.NumberKind:
		switch s.Format {
		case "seconds":
			return errgen.SecondsSchema
		case "milliseconds":
			return errgen.MillisSchema
		case "unix-time":
			return errgen.UnixSchema
		}
		if s.Kind == model.NumberKind {
			return errgen.NumberSchema
		}
		return errgen.IntegerSchema
	}
	return map[model.Kind]errgen.SchemaKind{
		model.BooleanKind: errgen.BoolSchema,
		model.NullKind:    errgen.NullSchema,
		model.ArrayKind:   errgen.ArraySchema,
		model.ObjectKind:  errgen.ObjectSchema,
		model.MapKind:     errgen.MapSchema,
		model.UnionKind:   errgen.UnionSchema,
		model.OneOfKind:   errgen.OneOfSchema,
		model.ErrorKind:   errgen.ErrorSchema,
	}[s.Kind]
}

// typesOfKind is the JSON types of a scalar kind.
func typesOfKind(k model.Kind) errgen.JSONTypes {
	return map[model.Kind]errgen.JSONTypes{
		model.StringKind:  errgen.StringType,
		model.IntegerKind: errgen.IntegerType,
		model.NumberKind:  errgen.NumberType,
		model.BooleanKind: errgen.BoolType,
		model.NullKind:    errgen.NullType,
	}[k]
}
