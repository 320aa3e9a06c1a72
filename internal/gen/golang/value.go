package golang

import (
	"encoding/base64"
	"go/ast"
	"go/parser"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// goValue is an expression for a value of the catalog, of a Go type that a
// schema has: what a constructor presets.
func (in scope) goValue(v model.Value, t model.GoType, s *model.Schema) jen.Code {
	if t.Pointers > 0 || v.Kind == model.NullValue {
		return in.pointerValue(v, t, s)
	}
	switch t.Kind {
	case model.GoAny:
		return anyValue(v)
	case model.GoString:
		return text(v.Text)
	case model.GoBool:
		return jen.Lit(v.Bool)
	case model.GoFloat64:
		return jen.Op(floatText(v.Text))
	case model.GoBytes:
		b, _ := base64.StdEncoding.DecodeString(v.Text)
		return jen.Index().Byte().Parens(text(string(b)))
	case model.GoDuration:
		return durationValue(v, s)
	case model.GoTime:
		return timeValue(v)
	case model.GoSlice, model.GoMap, model.GoNamed:
		if c := in.compositeValue(v, t, s); c != nil {
			return in.goType(t).Add(c)
		}
		return in.namedScalar(v, t.Named)
	}
	return jen.Op(v.Text) // an integer, as JSON and Go write it
}

// valueUsesTime reports whether a value is written with package time.
func valueUsesTime(v model.Value, t model.GoType, s *model.Schema) bool {
	if v.Kind != model.ArrayValue && v.Kind != model.ObjectValue {
		return usesTime([]model.GoType{t})
	}
	uses := false
	if expr, err := parser.ParseExpr(jen.Add(inside.goValue(v, t, s)).GoString()); err == nil {
		ast.Inspect(expr, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok {
				x, ok := selector.X.(*ast.Ident)
				uses = uses || ok && x.Name == "time"
			}
			return true
		})
	}
	return uses
}

// pointerValue is a value that may be nil: null, or a pointer. Null is the
// innermost nil; with another pointer around it, it is there and null.
func (in scope) pointerValue(v model.Value, t model.GoType, s *model.Schema) jen.Code {
	if v.Kind == model.NullValue && (t.Pointers == 0 || t.Pointers == 1 && !isNilable(t)) {
		return jen.Nil()
	}
	t.Pointers--
	if t.Pointers == 0 && t.Kind == model.GoNamed && !isNilable(t) {
		if c := in.compositeValue(v, t, s); c != nil {
			return jen.Op("&").Add(in.goType(t), c)
		}
	}
	return jen.Op("&").Index().Add(in.goType(t)).Values(in.element(v, t, s)).Index(jen.Lit(0))
}

// element is a value in a composite literal, which does not repeat the type.
func (in scope) element(v model.Value, t model.GoType, s *model.Schema) jen.Code {
	if t.Pointers == 0 && v.Kind != model.NullValue {
		if c := in.compositeValue(v, t, s); c != nil {
			return c
		}
	}
	return in.goValue(v, t, s)
}

// compositeValue is the braces of a composite literal; nil if a value of the
// type is written otherwise.
func (in scope) compositeValue(v model.Value, t model.GoType, s *model.Schema) *jen.Statement {
	switch t.Kind {
	case model.GoSlice:
		return jen.Values(in.itemValues(v, *t.Elem, s)...)
	case model.GoMap:
		return jen.Values(in.memberValues(v, *t.Elem, s)...)
	case model.GoNamed:
		return in.namedComposite(v, t.Named)
	}
	return nil
}

// isNilable reports whether nil is a value of a Go type that is no pointer.
func isNilable(t model.GoType) bool {
	switch t.Kind {
	case model.GoAny, model.GoBytes, model.GoSlice, model.GoMap, model.GoError:
		return true
	case model.GoNamed:
		kind := t.Named.Schema.Kind
		return kind == model.ArrayKind || kind == model.MapKind
	}
	return false
}

// anyValue is a value as encoding/json makes it for any.
func anyValue(v model.Value) jen.Code {
	switch v.Kind {
	case model.BoolValue:
		return jen.Lit(v.Bool)
	case model.NumberValue:
		return jen.Float64().Parens(jen.Op(floatText(v.Text)))
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

func (in scope) itemValues(v model.Value, elem model.GoType, s *model.Schema) []jen.Code {
	values := make([]jen.Code, len(v.Items))
	for i, item := range v.Items {
		values[i] = in.element(item, elem, s.Resolved().Items)
	}
	return values
}

func (in scope) memberValues(v model.Value, elem model.GoType, s *model.Schema) []jen.Code {
	values := make([]jen.Code, len(v.Members))
	for i, m := range v.Members {
		values[i] = text(m.Name).Op(":").Add(in.element(m.Value, elem, s.Resolved().Additional))
	}
	return values
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
