package shape

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func text(s string) model.Value   { return model.Value{Kind: model.StringValue, Text: s} }
func number(s string) model.Value { return model.Value{Kind: model.NumberValue, Text: s} }

func object(members ...model.Member) model.Value {
	return model.Value{Kind: model.ObjectValue, Members: members}
}

func list(items ...model.Value) model.Value { return model.Value{Kind: model.ArrayValue, Items: items} }

func member(name string, v model.Value) model.Member { return model.Member{Name: name, Value: v} }

func sample(status int, body model.Value) *Sample {
	return &Sample{Status: status, Body: body, IsJSON: true, Media: "application/json"}
}

// tree is a place in one line: what stands there, with the members in braces.
func tree(n *draft.Node) string {
	var all []string
	for _, m := range n.Members {
		all = append(all, tree(m))
	}
	out := n.Name
	switch {
	case n.Const != nil:
		out += "=" + n.Const.Scalar()
	case n.Repeated:
		out += "[" + strings.Join(all, " ") + "]"
	case len(all) > 0:
		out += "{" + strings.Join(all, " ") + "}"
	default:
		out += ":" + strings.Join(n.Types, "|")
	}
	if n.Field != "" && n.Field != n.Name {
		out += ">" + n.Field
	}
	if n.Exchange {
		out += "!"
	} else if n.Optional {
		out += "?"
	}
	return out
}

// TestInfer: what the places of responses are.
func TestInfer(t *testing.T) {
	errorOf := func(code, message, id string) model.Value {
		return object(member("error", object(member("code", text(code)), member("message", text(message)))), member("request_id", text(id)))
	}
	var many []*Sample
	for i := range 6 {
		code := fmt.Sprintf("CODE_%d", i%3)
		many = append(many, sample(400, object(member("code", text(code)), member("status", number("400")), member("kind", text("api")), member("ok", model.Value{Kind: model.BoolValue}))))
	}
	for _, test := range []struct {
		name    string
		samples []*Sample
		options Options
		want    string
	}{
		{
			"a code, a text and a value of the request",
			[]*Sample{sample(404, errorOf("A", "a", "1")), sample(404, errorOf("B", "b", "2")), sample(409, errorOf("A", "c", "3"))}, Options{},
			"ErrorResponse {error{code:string message:string} request_id:string!}",
		},
		{
			"what some lack is optional",
			[]*Sample{sample(400, object(member("code", text("A")), member("message", text("m")))), sample(400, object(member("code", text("B")), member("message", text("m")), member("field", text("f"))))},
			Options{Few: true}, "ErrorResponse {code:string message:string field:string?}",
		},
		{"the status, and what is always the same", many, Options{}, "ErrorResponse {code:string status:integer kind=api ok=false}"},
		{
			"a list of errors",
			[]*Sample{sample(422, object(member("errors", list(object(member("code", text("A")), member("title", text("t")))))))}, Options{Few: true},
			"ErrorList {errors[{code:string title:string}]}",
		},
		{
			"a code that is known is one, whatever it is called",
			[]*Sample{sample(400, object(member("x", text("KNOWN")), member("code", text("y z"))))},
			Options{Few: true, Known: func(code string) bool { return code == "KNOWN" }}, "ErrorResponse {x:string>code code:string>value_code}",
		},
		{
			"members whose Go names are one have names of their own",
			[]*Sample{sample(400, object(member("message", text("a b")), member("Message", text("c d"))))}, Options{Few: true},
			"ErrorResponse {message:string Message:string>Message2}",
		},
		{"a text", []*Sample{{Status: 503, Text: "Down", Media: "text/plain"}}, Options{}, "Plain :string>message"},
	} {
		s := Infer(test.samples, test.options)[0]
		if got := s.Envelope.Name + " " + tree(s.Envelope.Body); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestErrors: the errors in a sample, with their codes and texts.
func TestErrors(t *testing.T) {
	item := func(code string) model.Value { return object(member("code", text(code)), member("title", text("t"))) }
	s := sample(422, object(member("errors", list(item("A"), item("B")))))
	var got []string
	for _, e := range Infer([]*Sample{s}, Options{Few: true})[0].Errors(s) {
		got = append(got, fmt.Sprint(e.Code, e.Status, e.Values[0].Name, e.Values[0].Text))
	}
	if want := "[A422titletrue B422titletrue]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestCluster: responses are of one shape if nothing is one thing here and another there,
// and half of it is common.
func TestCluster(t *testing.T) {
	a := object(member("code", text("A")), member("message", text("m")))
	for _, test := range []struct {
		name string
		b    model.Value
		want int
	}{
		{"the same", a, 1},
		{"one more", object(member("code", text("A")), member("message", text("m")), member("x", number("1"))), 1},
		{"null", object(member("code", text("A")), member("message", model.Value{Kind: model.NullValue})), 1},
		{"another thing", object(member("code", text("A")), member("message", object(member("en", text("m"))))), 2},
		{"nothing in common", object(member("errors", list(a))), 2},
	} {
		if got := len(cluster([]*Sample{sample(400, a), sample(400, test.b)})); got != test.want {
			t.Errorf("%s: %d shapes, want %d", test.name, got, test.want)
		}
	}
}

func TestCodeScore(t *testing.T) {
	for i, names := range [][]string{{"code", "error_code", "errCode"}, {"statusless_code", "sub-code"}, {"reason"}, {"type", "error"}, {"message", "status_code", "countryCode"}} {
		want := []int{10, 8, 6, 5, 0}[i]
		for _, name := range names {
			if got := CodeScore(name); got != want && !(want == 8 && got == 0) {
				t.Errorf("%s: %d, want %d", name, got, want)
			}
		}
	}
}
