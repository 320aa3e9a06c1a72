// Package tscode writes texts, names and values as TypeScript has them.
package tscode

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// Text is a string literal. It has no line end in it, whatever the text has.
func Text(s string) string { return string(errgen.AppendQuoted(nil, s)) }

// identifier is what can stand as a name without quotes.
var identifier = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)

// Property is the name of a property.
func Property(name string) string {
	if identifier.MatchString(name) {
		return name
	}
	return Text(name)
}

// Member is the name of a member in an object literal, in which __proto__ would be the
// object's prototype (ECMA-262 section B.3.1).
func Member(name string) string {
	if name == "__proto__" {
		return "[" + Text(name) + "]"
	}
	return Property(name)
}

// Optional is the property of an object that may be undefined.
func Optional(object, name string) string {
	if identifier.MatchString(name) {
		return object + "?." + name
	}
	return object + "?.[" + Text(name) + "]"
}

// Value is a literal of a schema's value, assignable to the schema's type.
func Value(v model.Value, s *model.Schema) string {
	s = s.Resolved()
	switch v.Kind {
	case model.NumberValue:
		return number(v.Text, s)
	case model.StringValue:
		return Text(v.Text)
	case model.ArrayValue:
		items := make([]string, len(v.Items))
		for i, item := range v.Items {
			items[i] = Value(item, s.Items)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case model.ObjectValue:
		var members []string
		for _, m := range v.Members {
			members = append(members, Member(m.Name)+": "+Value(m.Value, memberOf(s, m.Name)))
		}
		return Object(members)
	}
	return v.Scalar()
}

// memberOf is the schema of an object's or a map's member.
func memberOf(s *model.Schema, name string) *model.Schema {
	if i := slices.IndexFunc(s.Properties, func(p model.Property) bool { return p.Name == name }); i >= 0 {
		return s.Properties[i].Schema
	}
	return s.Additional
}

// number is a number, but for an integer that number does not hold: that is its digits
// (Integer in templates/typescript/error.ts).
func number(text string, s *model.Schema) string {
	f, err := strconv.ParseFloat(text, 64)
	if s.Kind != model.NumberKind && err == nil && math.Abs(f) >= 1<<53 && !strings.ContainsAny(text, ".eE") {
		return Text(text)
	}
	return text
}

// Object is an object literal in one line.
func Object(members []string) string {
	if len(members) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(members, ", ") + " }"
}
