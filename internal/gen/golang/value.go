package golang

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// preset is an expression for the value that a constructor presets. It stands where
// no variable can be declared.
func preset(p *model.Param) jen.Code {
	return jen.Op((&gocode.Printer{}).Value(p.ArgName, *p.Default, p.Go, p.Schema).Inline())
}

// valueUsesTime reports whether a value is written with package time.
func valueUsesTime(v model.Value, t model.GoType, s *model.Schema) bool {
	return (&gocode.Printer{}).Value("", v, t, s).UsesTime()
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
