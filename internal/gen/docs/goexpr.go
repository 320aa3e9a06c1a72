package docs

import (
	"encoding/base64"
	"go/token"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A snippet is a piece of Go that uses the generated package from outside.
type snippet struct {
	b     *builder
	taken map[string]bool // names that no variable may have
	setup []string        // declarations that come first: what a pointer points to
	depth int             // of errors within errors
}

// outerNames are the packages and variables that snippets use.
var outerNames = []string{"errors", "fmt", "time", "err", "data"}

// innerNames are the predeclared names that snippets use.
var innerNames = []string{"any", "string", "int32", "int64", "uint64", "float64", "bool", "byte", "error", "nil", "true", "false"}

func (b *builder) snippet() *snippet {
	s := &snippet{b: b, taken: map[string]bool{b.pkg: true}}
	for _, name := range append(outerNames, innerNames...) {
		s.taken[name] = true
	}
	return s
}

// variable declares a variable of a value and returns its name.
func (s *snippet) variable(base string, value expr) string {
	if !token.IsIdentifier(base) || s.taken[base] {
		base += "Value"
	}
	name := base
	for i := 2; s.taken[name]; i++ {
		name = base + strconv.Itoa(i)
	}
	s.taken[name] = true
	s.setup = append(s.setup, value.statement(name+" := "))
	return name
}

// goType is a Go type as it is written outside of the package.
func (s *snippet) goType(t model.GoType) string {
	stars := strings.Repeat("*", t.Pointers)
	switch t.Kind {
	case model.GoNamed:
		return stars + s.b.pkg + "." + t.Named.GoName
	case model.GoSlice:
		return stars + "[]" + s.goType(*t.Elem)
	case model.GoMap:
		return stars + "map[string]" + s.goType(*t.Elem)
	}
	return stars + basicTypes[t.Kind]
}

var basicTypes = map[model.GoKind]string{
	model.GoAny: "any", model.GoString: "string", model.GoInt64: "int64", model.GoInt32: "int32",
	model.GoUint64: "uint64", model.GoFloat64: "float64", model.GoBool: "bool", model.GoError: "error",
	model.GoDuration: "time.Duration", model.GoTime: "time.Time", model.GoBytes: "[]byte",
}

// value is an expression for a value of a schema, assignable to its Go type;
// name is what a variable for it is called.
func (s *snippet) value(name string, v model.Value, t model.GoType, schema *model.Schema) expr {
	if t.Kind == model.GoError && t.Pointers == 0 {
		return s.nested(schema)
	}
	if v.Kind == model.NullValue && (t.Pointers > 0 || isNilable(t.Kind)) {
		return atom("nil")
	}
	if t.Pointers > 0 {
		t.Pointers--
		pointed := s.typed(s.value(name, v, t, schema), t)
		return atom("&" + s.variable(name, pointed))
	}
	switch t.Kind {
	case model.GoAny:
		return anyValue(v)
	case model.GoString:
		return atom(strconv.Quote(v.Text))
	case model.GoBool:
		return atom(strconv.FormatBool(v.Bool))
	case model.GoBytes:
		decoded, _ := base64.StdEncoding.DecodeString(v.Text)
		return atom("[]byte(" + strconv.Quote(string(decoded)) + ")")
	case model.GoDuration:
		return duration(v, schema)
	case model.GoTime:
		return instant(v)
	case model.GoSlice, model.GoMap:
		return s.composite(name, v, t, s.goType(t), schema)
	case model.GoNamed:
		return s.named(name, v, t.Named)
	}
	return atom(numberLiteral(v.Text))
}

// typed gives an untyped constant the type that a variable of it needs.
func (s *snippet) typed(x expr, t model.GoType) expr {
	switch t.Kind {
	case model.GoInt64, model.GoInt32, model.GoUint64, model.GoFloat64:
		if t.Pointers == 0 {
			return atom(s.goType(t) + "(" + x.head + ")")
		}
	}
	return x
}

func isNilable(k model.GoKind) bool {
	switch k {
	case model.GoAny, model.GoBytes, model.GoSlice, model.GoMap, model.GoError:
		return true
	}
	return false
}

// numberLiteral is a JSON number as Go writes it; one beyond float64 is no constant.
func numberLiteral(text string) string {
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return "0"
	}
	return text
}

// anyValue is a value as encoding/json makes it for any.
func anyValue(v model.Value) expr {
	switch v.Kind {
	case model.BoolValue:
		return atom(strconv.FormatBool(v.Bool))
	case model.NumberValue:
		return atom("float64(" + numberLiteral(v.Text) + ")")
	case model.StringValue:
		return atom(strconv.Quote(v.Text))
	case model.ArrayValue:
		x := literal("[]any")
		for _, i := range v.Items {
			x.add("", anyValue(i))
		}
		return x
	case model.ObjectValue:
		x := literal("map[string]any")
		for _, m := range v.Members {
			x.add(strconv.Quote(m.Name), anyValue(m.Value))
		}
		return x
	}
	return atom("nil")
}

// duration is a number of seconds or milliseconds as a time.Duration.
func duration(v model.Value, schema *model.Schema) expr {
	unit := time.Second
	if schema.Resolved().Format == "milliseconds" {
		unit = time.Millisecond
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	d := time.Duration(math.Round(f * float64(unit)))
	if n, err := strconv.ParseInt(v.Text, 10, 64); err == nil && n <= math.MaxInt64/int64(unit) && n >= math.MinInt64/int64(unit) {
		d = time.Duration(n) * unit
	}
	for _, u := range []struct {
		unit time.Duration
		name string
	}{{unit, durationNames[unit]}, {time.Millisecond, "time.Millisecond"}, {time.Microsecond, "time.Microsecond"}} {
		switch {
		case d == u.unit:
			return atom(u.name)
		case d%u.unit == 0:
			return atom(strconv.FormatInt(int64(d/u.unit), 10) + " * " + u.name)
		}
	}
	return atom("time.Duration(" + strconv.FormatInt(int64(d), 10) + ")")
}

var durationNames = map[time.Duration]string{time.Second: "time.Second", time.Millisecond: "time.Millisecond"}

// instant is a number of seconds since 1970 as a time.Time.
func instant(v model.Value) expr {
	if _, err := strconv.ParseInt(v.Text, 10, 64); err == nil {
		return atom("time.Unix(" + v.Text + ", 0)")
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	return atom("time.UnixMilli(" + strconv.FormatInt(int64(f*1e3), 10) + ")")
}
