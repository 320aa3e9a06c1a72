package gocode

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A statement stays on one line while it fits, and is in gofmt's form.
func TestStatement(t *testing.T) {
	nested := call("f", call("g", atom("2 * time.Second")), literal("T"))
	nested.elems[1].value.add("Key", quoted("x"))
	long := literal("T")
	long.add("A", quoted(strings.Repeat("a", 60)))
	long.add("Long", literal("U"))
	long.elems[1].value.add("", quoted(strings.Repeat("b", 30)))
	edge := func(n int) Expr { return call("f", atom(strings.Repeat("x", n-len("f()")))) }
	for _, test := range []struct {
		x    Expr
		want string
	}{
		{atom("ErrX"), "return ErrX"},
		{atom(strings.Repeat("x", 100)), "return " + strings.Repeat("x", 100)},
		{nested, `return f(g(2*time.Second), T{Key: "x"})`},
		{edge(maxLine), "return " + edge(maxLine).Inline()},
		{edge(maxLine + 1), "return f(\n\t" + strings.Repeat("x", maxLine+1-len("f()")) + ",\n)"},
		{long, "return T{\n\tA:    \"" + strings.Repeat("a", 60) + "\",\n\tLong: U{\"" + strings.Repeat("b", 30) + "\"},\n}"},
	} {
		if got := test.x.Statement("return "); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

func TestSpread(t *testing.T) {
	x := literal("T")
	x.add("A", atom("1"))
	if got, want := x.Spread(), "T{A: 1}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	x.add("B", call("f", atom("1"), atom("2")))
	if got, want := x.Spread(), "T{\nA: 1,\nB: f(1, 2),\n}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A variable has no name that means something else where it stands.
func TestVariables(t *testing.T) {
	vs := &Variables{Reserved: []string{"err", "waitValue"}}
	for _, test := range []struct{ base, want string }{
		{"days", "days"}, {"days", "daysValue"}, {"days", "daysValue2"}, {"days", "daysValue3"},
		{"err", "errValue"}, {"string", "stringValue"}, {"type", "typeValue"}, {"", "Value"}, {"wait", "wait"}, {"wait", "waitValue2"},
	} {
		if got := vs.declare(test.base, atom("1")); got != test.want {
			t.Errorf("%q: got %s, want %s", test.base, got, test.want)
		}
	}
}

// An error within another is the one of samples, with its values: it holds no other
// that it need not hold.
func TestRaise(t *testing.T) {
	env := &model.Envelope{}
	cause := &model.Param{GoName: "Cause", ArgName: "cause", Schema: &model.Schema{Kind: model.ErrorKind, ErrorOf: env}, Go: of(model.GoError)}
	wait := &model.Param{GoName: "Wait", ArgName: "wait", Optional: true, Go: pointer(1, of(model.GoInt64)), Schema: schema(model.IntegerKind), Example: &model.Value{Kind: model.NumberValue, Text: "5"}}
	failed := &model.Entry{Const: "ErrFailed", TypeName: "FailedError", NewFunc: "NewFailed", StatusParam: true, Status: model.StatusSet{{Lo: 500, Hi: 599}}, Params: []*model.Param{cause, wait}}
	gone := &model.Entry{Const: "ErrGone", Static: true}
	p := Printer{In: "api", Variables: &Variables{}}
	if got := p.Raise(gone).Inline(); got != "api.ErrGone" {
		t.Error(got)
	}
	if got := p.Raise(failed).Inline(); got != "api.NewFailed(500, nil)" {
		t.Error(got)
	}
	text := &model.Param{GoName: "Text", ArgName: "text", Go: of(model.GoString), Schema: schema(model.StringKind), Example: &model.Value{Kind: model.StringValue, Text: "outer"}}
	held := &model.Entry{Const: "ErrHeld", TypeName: "HeldError", NewFunc: "NewHeld", Params: []*model.Param{cause, text}}
	env.Nested = &model.Nested{Entry: held, Params: []model.SampleParam{{Param: text, Value: model.Value{Kind: model.StringValue, Text: "inner"}}}}
	if got, want := p.Raise(held).Inline(), `api.NewHeld(api.NewHeld(nil, "inner"), "outer")`; got != want {
		t.Error(got)
	}
	env.Nested = &model.Nested{Entry: gone}
	if got, want := p.Data(failed).Inline(), "&api.FailedError{Status: 500, Cause: api.ErrGone, Wait: &wait}"; got != want {
		t.Error(got)
	}
	if len(p.Variables.Declared) != 1 {
		t.Error(p.Variables.Declared)
	}
}
