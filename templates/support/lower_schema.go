package support

import (
	"fmt"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// schema returns the index of a schema's row, which it makes once. Rows without
// others in them are shared by all schemas that say the same, so that two params
// are known to take the same values by one comparison.
func (l *lowerer) schema(s *model.Schema) int {
	if i, ok := l.schemas[s]; ok {
		return i
	}
	if s.Kind == model.RefKind {
		if !s.Nullable {
			i := l.schema(s.Ref.Schema)
			l.schemas[s] = i
			return i
		}
		merged := *s.Ref.Schema
		merged.Nullable = true
		i := l.schema(&merged)
		l.schemas[s] = i
		return i
	}
	row := schemaRow(s)
	if !hasParts(s) {
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
	l.schemaParts(i, s)
	return i
}

func (l *lowerer) addSchema(row schema) int {
	l.table.schemas = append(l.table.schemas, row)
	return len(l.table.schemas) - 1
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
		l.table.schemas[i].items = l.schemaOrAny(s.Items)
	case model.MapKind:
		l.table.schemas[i].items = l.schemaOrAny(s.Additional)
	case model.ErrorKind:
		l.table.schemas[i].part = l.envelopes[s.ErrorOf]
	case model.OneOfKind:
		members := make([]member, len(s.OneOf))
		for k, alternative := range s.OneOf {
			members[k] = member{schema: l.schema(alternative), optional: true}
		}
		l.table.schemas[i].members = members
	case model.ObjectKind:
		members := make([]member, len(s.Properties))
		for k, p := range s.Properties {
			members[k] = member{name: p.Name, schema: l.schema(p.Schema), optional: p.Optional}
		}
		l.table.schemas[i].members = members
		if s.Additional != nil {
			further := l.schema(s.Additional)
			l.table.schemas[i].open, l.table.schemas[i].items = true, further
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
func schemaRow(s *model.Schema) schema {
	row := schema{
		kind:    schemaKindOf(s),
		null:    s.Nullable || s.Kind == model.NullKind,
		min:     s.Minimum,
		max:     s.Maximum,
		above:   s.ExclMinimum,
		below:   s.ExclMaximum,
		pattern: s.Pattern,
	}
	if s.MinLength != nil {
		row.minLen = *s.MinLength
	}
	if s.MaxLength != nil {
		row.maxLen = *s.MaxLength
	}
	for _, v := range s.Enum {
		row.enum = append(row.enum, plainText(v))
	}
	if s.Const != nil {
		row.enum = []string{plainText(*s.Const)}
	}
	switch row.kind {
	case unionSchema:
		for _, k := range s.Union {
			row.types |= typesOfKind(k)
		}
	case secondsSchema, millisSchema, unixSchema:
		row.types = typesOfKind(s.Kind)
	default:
		row.format = s.Format
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

func schemaKindOf(s *model.Schema) schemaKind {
	switch s.Kind {
	case model.StringKind:
		if s.Format == "byte" {
			return bytesSchema
		}
		return stringSchema
	case model.IntegerKind, model.NumberKind:
		switch s.Format {
		case "seconds":
			return secondsSchema
		case "milliseconds":
			return millisSchema
		case "unix-time":
			return unixSchema
		}
		if s.Kind == model.NumberKind {
			return numberSchema
		}
		return integerSchema
	}
	return map[model.Kind]schemaKind{
		model.BooleanKind: boolSchema,
		model.NullKind:    nullSchema,
		model.ArrayKind:   arraySchema,
		model.ObjectKind:  objectSchema,
		model.MapKind:     mapSchema,
		model.UnionKind:   unionSchema,
		model.OneOfKind:   oneOfSchema,
		model.ErrorKind:   errorSchema,
	}[s.Kind]
}

// typesOfKind is the JSON types of a scalar kind.
func typesOfKind(k model.Kind) jsonTypes {
	return map[model.Kind]jsonTypes{
		model.StringKind:  stringType,
		model.IntegerKind: integerType,
		model.NumberKind:  numberType,
		model.BooleanKind: boolType,
		model.NullKind:    nullType,
	}[k]
}
