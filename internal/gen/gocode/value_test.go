package gocode

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Small helpers that make models by hand.

func of(kind model.GoKind) model.GoType { return model.GoType{Kind: kind} }

func pointer(n int, t model.GoType) model.GoType {
	t.Pointers = n
	return t
}

func slice(elem model.GoType) model.GoType {
	return model.GoType{Kind: model.GoSlice, Elem: &elem}
}

func mapOf(elem model.GoType) model.GoType { return model.GoType{Kind: model.GoMap, Elem: &elem} }

func null() model.Value           { return model.Value{} }
func yes() model.Value            { return model.Value{Kind: model.BoolValue, Bool: true} }
func str(s string) model.Value    { return model.Value{Kind: model.StringValue, Text: s} }
func number(s string) model.Value { return model.Value{Kind: model.NumberValue, Text: s} }

func list(items ...model.Value) model.Value {
	return model.Value{Kind: model.ArrayValue, Items: items}
}

// members makes an object of names and values by turns.
func members(pairs ...any) model.Value {
	v := model.Value{Kind: model.ObjectValue}
	for i := 0; i < len(pairs); i += 2 {
		v.Members = append(v.Members, model.Member{Name: pairs[i].(string), Value: pairs[i+1].(model.Value)})
	}
	return v
}

func schema(kind model.Kind) *model.Schema { return &model.Schema{Kind: kind} }

// Types of the package, one of each kind.
var (
	mode = &model.Type{GoName: "Mode", Schema: schema(model.StringKind), Constants: []model.EnumConst{{GoName: "ModeFast", Value: "fast"}}}
	step = &model.Type{
		GoName: "Step", Schema: &model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.IntegerKind, model.StringKind}},
		Alternatives: []model.Alternative{{NewFunc: "StepInteger", Go: of(model.GoInt64)}, {NewFunc: "StepString", Go: of(model.GoString)}},
	}
	point = &model.Type{GoName: "Point", More: "More", Schema: &model.Schema{
		Kind: model.ObjectKind,
		Properties: []model.Property{
			{Name: "x", GoName: "X", Schema: schema(model.IntegerKind), Go: of(model.GoInt64)},
			{Name: "label", GoName: "Label", Schema: schema(model.StringKind), Go: pointer(1, of(model.GoString))},
		},
		Additional: &model.Schema{Kind: model.NumberKind, Format: "seconds", Go: of(model.GoDuration)},
	}}
	points = &model.Type{GoName: "Points", Schema: &model.Schema{
		Kind: model.ArrayKind, Items: &model.Schema{Kind: model.RefKind, Ref: point, Go: named(point)},
	}}
	waits = &model.Type{GoName: "Waits", Schema: &model.Schema{
		Kind: model.MapKind, Additional: &model.Schema{Kind: model.IntegerKind, Format: "seconds", Go: of(model.GoDuration)},
	}}
	detail = &model.Type{
		GoName:       "Detail",
		Schema:       &model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{schema(model.StringKind), {Kind: model.RefKind, Ref: step}, {Kind: model.RefKind, Ref: point}}},
		Alternatives: []model.Alternative{{GoName: "String", Go: pointer(1, of(model.GoString))}, {GoName: "Step", Go: pointer(1, named(step))}, {GoName: "Point", Go: pointer(1, named(point))}},
	}
)

func named(t *model.Type) model.GoType { return model.GoType{Kind: model.GoNamed, Named: t} }

// valueCase is a value and how it is written, inside the package and outside,
// where variables can be declared.
type valueCase struct {
	value           model.Value
	t               model.GoType
	s               *model.Schema
	inside, outside string
}

func TestValues(t *testing.T) {
	for _, test := range append(append(scalarCases(), pointerCases()...), namedCases()...) {
		in := Printer{}
		if got := in.Value("v", test.value, test.t, test.s).Inline(); got != test.inside {
			t.Errorf("%s as %s: inside %s, want %s", test.value.AppendJSON(nil), Scope("").Type(test.t), got, test.inside)
		}
		want := test.outside
		if want == "" {
			want = test.inside
		}
		out := Printer{In: "api", Variables: &Variables{Reserved: []string{"api"}}}
		got := out.Value("v", test.value, test.t, test.s).Inline()
		var lines []string
		for _, v := range out.Variables.Declared {
			lines = append(lines, v.Name+" := "+v.Value.Inline())
		}
		if got = strings.Join(append(lines, got), "; "); got != want {
			t.Errorf("%s as %s: outside %s, want %s", test.value.AppendJSON(nil), Scope("api").Type(test.t), got, want)
		}
	}
}

// A duration is not called by a unit.
func TestDurationName(t *testing.T) {
	millis := &model.Schema{Kind: model.IntegerKind, Format: "milliseconds"}
	for name, want := range map[string]string{"wait": "wait", "waitMillis": "waitMillisValue", "retryAfterSeconds": "retryAfterSecondsValue", "waitMs": "waitMsValue", "atoms": "atoms"} {
		p := Printer{In: "api", Variables: &Variables{}}
		if got := p.Value(name, number("5"), pointer(1, of(model.GoDuration)), millis).Inline(); got != "&"+want {
			t.Errorf("%s: %s, not &%s", name, got, want)
		}
	}
	p := Printer{In: "api", Variables: &Variables{}}
	if got := p.Value("waitMs", number("5"), pointer(1, of(model.GoInt64)), schema(model.IntegerKind)).Inline(); got != "&waitMs" {
		t.Errorf("a number: %s", got)
	}
}

func scalarCases() []valueCase {
	seconds := &model.Schema{Kind: model.NumberKind, Format: "seconds"}
	millis := &model.Schema{Kind: model.NumberKind, Format: "milliseconds"}
	return []valueCase{
		{value: str(`say "x"`), t: of(model.GoString), inside: "`say \"x\"`"},
		{value: yes(), t: of(model.GoBool), inside: "true"},
		{value: number("-7"), t: of(model.GoInt64), inside: "-7"},
		{value: str("x"), t: of(model.GoInt32), inside: "0"},
		{value: number("1e400"), t: of(model.GoUint64), inside: "0"},
		{value: number("0.5"), t: of(model.GoFloat64), inside: "0.5"},
		{value: number("1e21"), t: of(model.GoFloat64), inside: "1e+21"},
		{value: number("-1e400"), t: of(model.GoFloat64), inside: "-1.7976931348623157e+308"},
		{value: null(), t: of(model.GoFloat64), inside: "0"},
		{value: str("AP8="), t: of(model.GoBytes), inside: `[]byte("\x00\xff")`},
		{value: null(), t: of(model.GoBytes), inside: "nil"},
		{value: null(), t: of(model.GoString), inside: `""`},
		{value: number("1"), t: of(model.GoDuration), s: seconds, inside: "time.Second"},
		{value: number("90"), t: of(model.GoDuration), s: seconds, inside: "90 * time.Second"},
		{value: number("0"), t: of(model.GoDuration), s: seconds, inside: "0 * time.Second"},
		{value: number("1.5"), t: of(model.GoDuration), s: seconds, inside: "1500 * time.Millisecond"},
		{value: number("0.29"), t: of(model.GoDuration), s: seconds, inside: "290 * time.Millisecond"},
		{value: number("1000"), t: of(model.GoDuration), s: millis, inside: "1000 * time.Millisecond"},
		{value: number("0.0005"), t: of(model.GoDuration), s: seconds, inside: "500 * time.Microsecond"},
		{value: number("0.000000001"), t: of(model.GoDuration), s: seconds, inside: "time.Duration(1)"},
		{value: number("9223372036"), t: of(model.GoDuration), s: seconds, inside: "9223372036 * time.Second"},
		{value: number("9223372037"), t: of(model.GoDuration), s: seconds, inside: "time.Duration(9223372036854775807)"},
		{value: number("-1e300"), t: of(model.GoDuration), s: seconds, inside: "time.Duration(-9223372036854775807)"},
		{value: number("1700000000"), t: of(model.GoTime), inside: "time.Unix(1700000000, 0)"},
		{value: number("1.5"), t: of(model.GoTime), inside: "time.UnixMicro(1500000)"},
		{value: number("1e300"), t: of(model.GoTime), inside: "time.UnixMicro(9223372036854775807)"},
		{
			value: members("a", list(number("1"), yes(), null(), str("x")), "b", members()), t: of(model.GoAny),
			inside: `map[string]any{"a": []any{float64(1), true, nil, "x"}, "b": map[string]any{}}`,
		},
		{value: null(), t: of(model.GoAny), inside: "nil"},
	}
}

func pointerCases() []valueCase {
	return []valueCase{
		{value: null(), t: pointer(1, of(model.GoString)), inside: "nil"},
		{value: str("x"), t: pointer(1, of(model.GoString)), inside: `&[]string{"x"}[0]`, outside: `v := "x"; &v`},
		{value: number("5"), t: pointer(1, of(model.GoInt32)), inside: "&[]int32{5}[0]", outside: "v := int32(5); &v"},
		{value: str("x"), t: pointer(2, of(model.GoString)), inside: `&[]*string{&[]string{"x"}[0]}[0]`, outside: `v := "x"; vValue := &v; &vValue`},
		// Absent, and there and null.
		{value: null(), t: pointer(2, of(model.GoString)), inside: "&[]*string{nil}[0]", outside: "v := (*string)(nil); &v"},
		{value: null(), t: pointer(1, slice(of(model.GoString))), inside: "&[][]string{nil}[0]", outside: "v := []string(nil); &v"},
		{value: null(), t: pointer(1, named(points)), inside: "&[]Points{nil}[0]", outside: "v := api.Points(nil); &v"},
		{value: null(), t: pointer(1, of(model.GoAny)), inside: "&[]any{nil}[0]", outside: "v := any(nil); &v"},
		{value: list(), t: pointer(1, of(model.GoAny)), inside: "&[]any{[]any{}}[0]", outside: "v := any([]any{}); &v"},
		{value: list(str("x")), t: pointer(1, slice(of(model.GoString))), inside: `&[]string{"x"}`},
		{value: members("x", number("1")), t: pointer(1, named(point)), inside: "&Point{X: 1}", outside: "&api.Point{X: 1}"},
		{value: members("x", number("1")), t: pointer(2, named(point)), inside: "&[]*Point{&Point{X: 1}}[0]", outside: "v := &api.Point{X: 1}; &v"},
		{value: str("fast"), t: pointer(1, named(mode)), inside: "&[]Mode{ModeFast}[0]", outside: "v := api.ModeFast; &v"},
		{value: list(str("a"), null()), t: slice(pointer(1, of(model.GoString))), inside: `[]*string{&[]string{"a"}[0], nil}`, outside: `vItem := "a"; []*string{&vItem, nil}`},
	}
}

func namedCases() []valueCase {
	return []valueCase{
		{value: str("fast"), t: named(mode), inside: "ModeFast", outside: "api.ModeFast"},
		{value: str("new"), t: named(mode), inside: `Mode("new")`, outside: `api.Mode("new")`},
		{value: number("3"), t: named(step), inside: "StepInteger(3)", outside: "api.StepInteger(3)"},
		{value: str("3"), t: named(step), inside: `StepString("3")`, outside: `api.StepString("3")`},
		{value: yes(), t: named(step), inside: "Step{}", outside: "api.Step{}"},
		{value: null(), t: named(point), inside: "Point{}", outside: "api.Point{}"},
		{
			value: members("x", number("1"), "label", str("a"), "z", number("2")), t: named(point),
			inside:  `Point{X: 1, Label: &[]string{"a"}[0], More: map[string]time.Duration{"z": 2 * time.Second}}`,
			outside: `label := "a"; api.Point{X: 1, Label: &label, More: map[string]time.Duration{"z": 2 * time.Second}}`,
		},
		{value: list(members("x", number("1")), members()), t: named(points), inside: "Points{{X: 1}, {}}", outside: "api.Points{{X: 1}, {}}"},
		{value: list(list(str("a"))), t: slice(slice(of(model.GoString))), inside: `[][]string{{"a"}}`},
		{value: members("a", members("x", number("1"))), t: mapOf(named(point)), inside: `map[string]Point{"a": {X: 1}}`, outside: `map[string]api.Point{"a": {X: 1}}`},
		{value: members("a", number("1")), t: named(waits), inside: `Waits{"a": time.Second}`, outside: `api.Waits{"a": time.Second}`},
		{value: str("s"), t: named(detail), inside: `Detail{String: &[]string{"s"}[0]}`, outside: `v := "s"; api.Detail{String: &v}`},
		{value: number("1"), t: named(detail), inside: "Detail{Step: &[]Step{StepInteger(1)}[0]}", outside: "v := api.StepInteger(1); api.Detail{Step: &v}"},
		{value: members(), t: named(detail), inside: "Detail{Point: &Point{}}", outside: "api.Detail{Point: &api.Point{}}"},
		{value: yes(), t: named(detail), inside: "Detail{}", outside: "api.Detail{}"},
	}
}

// Package time is used where its name is written, not where a text has it.
func TestUsesTime(t *testing.T) {
	for _, test := range []struct {
		value model.Value
		t     model.GoType
		want  bool
	}{
		{str("time.Second"), of(model.GoString), false},
		{str("dGltZS5TZWNvbmQ="), of(model.GoBytes), false},
		{number("1"), of(model.GoDuration), true},
		{number("1"), of(model.GoTime), true},
		{list(), slice(of(model.GoDuration)), true},
		{members(), mapOf(slice(of(model.GoTime))), true},
		{null(), slice(of(model.GoDuration)), false},
		{null(), pointer(1, of(model.GoDuration)), false},
		{null(), pointer(2, of(model.GoDuration)), true},
		{number("1"), pointer(1, of(model.GoDuration)), true},
		{members(), named(waits), false},
		{members("a", number("1")), named(waits), true},
		{members("x", number("1")), named(point), false},
		{members("z", number("1")), named(point), true},
	} {
		if got := (&Printer{}).Value("v", test.value, test.t, nil).UsesTime(); got != test.want {
			t.Errorf("%s as %s: %v", test.value.AppendJSON(nil), Scope("").Type(test.t), got)
		}
	}
}
