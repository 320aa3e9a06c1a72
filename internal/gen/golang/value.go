package golang

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// goValue is an expression for a value of the catalog, of a Go type that a
// schema has: what a constructor presets.
func goValue(v model.Value, t model.GoType, s *model.Schema) jen.Code {
	if v.Kind == model.NullValue && (t.Pointers > 0 || isNilable(t.Kind)) {
		return jen.Nil()
	}
	if t.Pointers > 0 {
		t.Pointers--
		return jen.Op("&").Index().Add(goType(t)).Values(goValue(v, t, s)).Index(jen.Lit(0))
	}
	switch t.Kind {
	case model.GoAny:
		return anyValue(v)
	case model.GoString:
		return text(v.Text)
	case model.GoBool:
		return jen.Lit(v.Bool)
	case model.GoBytes:
		b, _ := base64.StdEncoding.DecodeString(v.Text)
		return jen.Index().Byte().Parens(text(string(b)))
	case model.GoDuration:
		return durationValue(v, s)
	case model.GoTime:
		return timeValue(v)
	case model.GoSlice:
		return jen.Index().Add(goType(*t.Elem)).Values(itemValues(v, *t.Elem, s)...)
	case model.GoMap:
		return jen.Map(jen.String()).Add(goType(*t.Elem)).Values(memberValues(v, *t.Elem, s)...)
	case model.GoNamed:
		return namedValue(v, t.Named)
	}
	return jen.Op(v.Text) // a number, as JSON and Go write it
}

// isNilable reports whether nil is a value of the Go types of a kind.
func isNilable(k model.GoKind) bool {
	switch k {
	case model.GoAny, model.GoBytes, model.GoSlice, model.GoMap, model.GoError:
		return true
	}
	return false
}

// anyValue is a value as encoding/json makes it for any.
func anyValue(v model.Value) jen.Code {
	switch v.Kind {
	case model.BoolValue:
		return jen.Lit(v.Bool)
	case model.NumberValue:
		return jen.Float64().Parens(jen.Op(v.Text))
	case model.StringValue:
		return text(v.Text)
	case model.ArrayValue:
		items := make([]jen.Code, len(v.Items))
		for i, item := range v.Items {
			items[i] = anyValue(item)
		}
		return jen.Index().Any().Values(items...)
	case model.ObjectValue:
		members := make([]jen.Code, len(v.Members))
		for i, m := range v.Members {
			members[i] = text(m.Name).Op(":").Add(anyValue(m.Value))
		}
		return jen.Map(jen.String()).Any().Values(members...)
	}
	return jen.Nil()
}

// durationValue is a number of seconds or milliseconds as a time.Duration.
func durationValue(v model.Value, s *model.Schema) jen.Code {
	unit, name := time.Second, "Second"
	if s != nil && s.Format == "milliseconds" {
		unit, name = time.Millisecond, "Millisecond"
	}
	if _, err := strconv.ParseInt(v.Text, 10, 64); err == nil {
		return jen.Op(v.Text).Op("*").Qual("time", name)
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	return jen.Lit(int(f*float64(unit))).Op("*").Qual("time", "Nanosecond")
}

// timeValue is a number of seconds since 1970 as a time.Time.
func timeValue(v model.Value) jen.Code {
	if _, err := strconv.ParseInt(v.Text, 10, 64); err == nil {
		return jen.Qual("time", "Unix").Call(jen.Op(v.Text), jen.Lit(0))
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	return jen.Qual("time", "UnixMicro").Call(jen.Lit(int(f * 1e6)))
}

func itemValues(v model.Value, elem model.GoType, s *model.Schema) []jen.Code {
	values := make([]jen.Code, len(v.Items))
	for i, item := range v.Items {
		values[i] = goValue(item, elem, resolved(s).Items)
	}
	return values
}

func memberValues(v model.Value, elem model.GoType, s *model.Schema) []jen.Code {
	values := make([]jen.Code, len(v.Members))
	for i, m := range v.Members {
		values[i] = text(m.Name).Op(":").Add(goValue(m.Value, elem, resolved(s).Additional))
	}
	return values
}

// resolved follows the reference to a named type.
func resolved(s *model.Schema) *model.Schema {
	if s == nil {
		return &model.Schema{}
	}
	for s.Kind == model.RefKind {
		s = s.Ref.Schema
	}
	return s
}

// valueText is a value as JSON, for people to read.
func valueText(v model.Value) string {
	switch v.Kind {
	case model.BoolValue:
		return strconv.FormatBool(v.Bool)
	case model.NumberValue:
		return v.Text
	case model.StringValue:
		return strconv.Quote(v.Text)
	case model.ArrayValue:
		items := make([]string, len(v.Items))
		for i, item := range v.Items {
			items[i] = valueText(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case model.ObjectValue:
		members := make([]string, len(v.Members))
		for i, m := range v.Members {
			members[i] = strconv.Quote(m.Name) + ": " + valueText(m.Value)
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return "null"
}
