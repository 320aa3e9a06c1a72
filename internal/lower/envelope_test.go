package lower

import (
	"fmt"
	"testing"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

func TestEnvelopes(t *testing.T) {
	p := lowered(t, shop)
	for i, want := range []string{
		"P 1 application/json [application/json] [{400 499} {500 599}] 4 false false [{text 2}]",
		"Part 1 application/json [application/json] [{400 499} {500 599}] 3 true false [{word 2}]",
		"T 2 text/plain [Text/Plain; charset=utf-8] [{500 599}] 3 false false [{text 2}]",
	} {
		env := &p.Table.Envelopes[i]
		got := fmt.Sprint(env.Name, " ", env.Kind, " ", env.Media, " ", env.ContentType, " ", env.Status, " ", env.Slots, " ", env.Part, " ", env.List, " ", env.Texts)
		if got != want {
			t.Errorf("envelope %d is\n%s, want\n%s", i, got, want)
		}
		if p.Envelopes[p.Catalog.Envelopes[i]] != i {
			t.Errorf("%s is another envelope", env.Name)
		}
	}
	env := &p.Table.Envelopes[0]
	codes := ""
	for _, c := range env.Codes {
		codes += c.Code + "=" + p.Table.Name(c.Row) + " "
	}
	if want := "BASE=Base BASE=Child OTHER=Other "; codes != want {
		t.Errorf("the codes are %s, want %s", codes, want)
	}
	if got := fmt.Sprint(p.Table.Name(env.Others[0]), p.Table.Name(env.Others[1]), len(env.Others)); got != "AnySome2" {
		t.Errorf("the others are %s", got)
	}
}

func TestNodes(t *testing.T) {
	for name, c := range map[string]struct{ envelope, want, headers string }{
		"members": {"body: {properties: {kind: {type: string}, n: {type: [integer, string], optional: true}, l: {type: array, items: {type: integer}}}}", "{kind=2:s n?=3:is l=4:a[i]}", ""},
		"status":  {"body: {properties: {status: {type: integer, field: status}, msg: {type: string, field: m}, old: {type: string, field: m, alias: true}}}", "{status=0:i msg=2:s old~=2:s}", ""},
		"constants": {
			`body: {properties: {ok: {const: false}, kind: {const: {b: 1.0, a: "\u00e9"}}, id: {exchange: true, optional: true}, text: {type: string}}}`,
			`{ok=false kind={"a":"é","b":1} id?=_ text=2:s}`, "",
		},
		"objects":      {"body: {properties: {in: {optional: true, properties: {a: {type: string, field: a}}}}}", "{in?{a?=2:s}}", ""},
		"in an object": {"body: {properties: {in: {optional: true, properties: {k: {const: 1}, deep: {properties: {a: {type: string}}}, b: {type: string, field: b}}}, c: {type: string, field: b}}}", "{in?{k=1 deep?{a?=2:s} b=3:s} c=3:s}", ""},
		"more":         {"body: {properties: {a: {type: string}}, additionalProperties: {field: rest}}", "{a=2:s}3", ""},
		"repeated":     {"body: {properties: {l: {repeated: true, items: {properties: {text: {type: string}}}}}}", "{l[{text=2:s}]}", ""},
		"forms":        {"body: {properties: {text: {type: string, pattern: '[0-9]+', as: ['a {}', 'more {_} a {}', '{_}: {};{_}']}}}", "{text=2:s(more <1> a <0>)(<1>: <0>;<2>)(a <0>)}", ""},
		"any":          {"body: {properties: {x: {}, l: {type: array}}}", "{x=2:0binsao l=3:a}", ""},
		"alternatives": {"body: {properties: {x: {oneOf: [{type: string}, {type: array, items: {type: integer}}]}}}", "{x=2:sa[i]}", ""},
		"a text":       {"mediaType: text/plain, body: {const: Sorry}", "=Sorry", ""},
		"headers":      {"headers: {X-A: {type: integer, format: seconds, field: a}, X-B: {const: 5}, X-C: {type: integer, field: c, optional: true}}, body: {properties: {m: {type: string}}}", "{m=4:s}", "X-A=2:is X-B=5 X-C?=3:i "},
	} {
		env := lowered(t, "envelopes: {E: {"+c.envelope+"}}\nerrors: {E: {status: 400}}\n").Table.Envelopes[0]
		if got := showNode(env.Root); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		headers := ""
		for _, h := range env.Headers {
			headers += showNode(h) + " "
		}
		if headers != c.headers {
			t.Errorf("%s: the headers are %s, want %s", name, headers, c.headers)
		}
	}
}

// TestManyFormHoles: a form has no more placeholders than the engine has room for.
func TestManyFormHoles(t *testing.T) {
	form := ""
	for range errgen.MaxFormHoles + 3 {
		form += "{_}."
	}
	env := lowered(t, "envelopes: {E: {body: {properties: {text: {type: string, pattern: '[0-9]+', as: ['{}', '"+form+"{}']}}}}}\nerrors: {E: {status: 400}}\n").Table.Envelopes[0]
	most := 0
	for _, s := range env.Root.Members[0].Forms[0] {
		most = max(most, s.Operand>>1)
	}
	if most != errgen.MaxFormHoles-1 {
		t.Errorf("the last placeholder is %d", most)
	}
}
