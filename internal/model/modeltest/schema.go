package modeltest

import (
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Schema is a schema in short: what its values are, then what holds for them, as in
// "integer|null >=1 format=int32".
func Schema(s *model.Schema) string {
	words := []string{kind(s)}
	if s.Nullable {
		words[0] += "|null"
	}
	add := func(is bool, word string) {
		if is {
			words = append(words, word)
		}
	}
	text := func(v model.Value) string { return string(v.AppendJSON(nil)) }
	if s.Const != nil {
		add(true, "const="+text(*s.Const))
	}
	for _, v := range s.Enum {
		add(true, text(v))
	}
	add(s.Minimum != "", ">="+s.Minimum)
	add(s.ExclMinimum != "", ">"+s.ExclMinimum)
	add(s.Maximum != "", "<="+s.Maximum)
	add(s.ExclMaximum != "", "<"+s.ExclMaximum)
	for name, n := range map[string]*int{"least": s.MinLength, "fewest": s.MinItems} {
		if n != nil {
			add(true, name+"="+strconv.Itoa(*n))
		}
	}
	for name, n := range map[string]*int{"longest": s.MaxLength, "most": s.MaxItems} {
		if n != nil {
			add(true, name+"="+strconv.Itoa(*n))
		}
	}
	add(s.Pattern != "", "/"+s.Pattern+"/")
	add(s.Format != "", "format="+s.Format)
	add(s.Description != "", "("+s.Description+")")
	if s.Example != nil {
		add(true, "example="+text(*s.Example))
	}
	add(s.Sensitive, "sensitive")
	return strings.Join(words, " ")
}

var kinds = map[model.Kind]string{
	model.AnyKind: "any", model.StringKind: "string", model.IntegerKind: "integer", model.NumberKind: "number",
	model.BooleanKind: "boolean", model.NullKind: "null",
}

func kind(s *model.Schema) string {
	var parts []string
	switch s.Kind {
	case model.ArrayKind:
		if s.Items == nil {
			return "[]"
		}
		return "[" + Schema(s.Items) + "]"
	case model.MapKind:
		return "{*: " + Schema(s.Additional) + "}"
	case model.ObjectKind:
		for _, p := range s.Properties {
			name := p.Name
			if p.Optional {
				name += "?"
			}
			parts = append(parts, name+": "+Schema(p.Schema))
		}
		if s.Additional != nil {
			parts = append(parts, "*: "+Schema(s.Additional))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case model.UnionKind:
		for _, k := range s.Union {
			parts = append(parts, kinds[k])
		}
		return strings.Join(parts, "|")
	case model.OneOfKind:
		for _, a := range s.OneOf {
			parts = append(parts, Schema(a))
		}
		return "oneOf(" + strings.Join(parts, "; ") + ")"
	case model.RefKind:
		return s.Ref.GoName
	case model.ErrorKind:
		return "errorOf " + s.ErrorOf.Name
	}
	return kinds[s.Kind]
}
