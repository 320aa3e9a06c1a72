package lower

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// TestFacts: what an entry says of its envelope, params that stand alone first, then
// headers, then texts.
func TestFacts(t *testing.T) {
	const problem = "envelopes: {P: {body: {properties: {code: {type: string}, text: {type: string}, info: {optional: true}}}}}\ndefaults: {omit: [info]}\n"
	// Of an entry with a code of its own only what tells a param counts: there are two.
	both := func(e string) string {
		return problem + "errors:\n  E: " + e + "\n  Other: {status: 400, code: A, fields: {text: other}}\n"
	}
	for name, c := range map[string]struct{ catalog, want string }{
		"a text":            {both(`{status: 400, code: A, fields: {text: 'Say {word}.'}, params: {word: {type: string}}}`), "2=Say <0>.!"},
		"a constant":        {both(`{status: 400, code: A, fields: {text: No.}}`), "2=No.!"},
		"an open field":     {both(`{status: 400, code: A}`), "2{0}"},
		"narrowed":          {both(`{status: 400, code: A, params: {text: {enum: [a, b]}}}`), "2{0}!"},
		"wordings":          {both(`{status: 400, code: A, fields: {text: ['a {w}', b]}, params: {w: {type: string, optional: true}}}`), "2=<pick>a <0><or>b<end>!"},
		"a tree":            {both(`{status: 400, code: A, fields: {text: x, info: {a: 1, b: ['{n}', 'y {n}', true], '': {}}}, params: {n: {type: integer}}}`), "3.b[0]{0}! ; 2=x! ; 3.a:1! ; 3.b#3! ; 3.b[1]=y <0>! ; 3.b[2]:true!"},
		"null":              {both(`{status: 400, code: A, fields: {text: x, info: null}}`), "2=x! ; 3:null!"},
		"headers":           {both(`{status: 400, code: A, fields: {text: 'in {w}'}, headers: {X-A: 'a "{w}"', X-B: '{n}', X-C: ['long {w}']}, params: {w: {type: string}, n: {type: integer}}}`), "X-A=a \"<q0>\"! ; X-B{1} ; X-C=long <0>! ; 2=in <0>!"},
		"lines":             {both(`{status: 400, code: A, headers: {X-A: ['a {w}', 'longer {w}']}, params: {w: {type: string}}}`), "2{1} ; X-A=longer <0>! ; X-A=a <0>!"},
		"its status":        {both(`{status: [400, 409], code: A, fields: {text: 'At {$status}.', info: ['{$status}']}}`), "2=At <status>.! ; 3#1!"},
		"a code of its own": {problem + "errors: {E: {status: 400, code: B, fields: {text: x, info: '{n}'}, headers: {X-A: y, X-B: 'z {m}'}, params: {n: {type: integer}, m: {type: integer}}}}", "3{0} ; X-A=y! ; X-B=z <1>!"},
		"with match":        {problem + "errors: {E: {status: 400, code: B, match: [text], fields: {text: x}}}", "2=x!"},
		"no code":           {"envelopes: {P: {body: {properties: {text: {type: string}}}}}\nerrors: {E: {status: 400, fields: {text: x}}}", "2=x!"},
		"a text body":       {"envelopes: {T: {mediaType: text/plain, body: {type: string, field: text}}}\nerrors: {E: {status: 400, fields: {text: \" a\\r\\n{w}\\n\"}, params: {w: {type: string}}}}", "2=a\n<0>!"},
		"header fields": {
			"envelopes: {P: {headers: {X-A: {type: string, field: a}, X-B: {type: string, field: b}}, body: {properties: {code: {type: string}, b: {type: string, field: b}}}}}\n" +
				"errors: {E: {status: 400, code: A, match: [a], fields: {a: '\"{w}\"', b: '\"{w}\"'}, params: {w: {type: string}}}}",
			"2=\"<q0>\"! ; 3=\"<0>\"!",
		},
		"further members": {
			"envelopes: {P: {body: {properties: {code: {type: string}}, additionalProperties: {field: extra}}}}\n" +
				"errors: {E: {status: 400, code: A, params: {own: {type: integer, in: extra}}}}",
			"2{1} ; 2.own{0}",
		},
	} {
		e := lowered(t, c.catalog).Table.Entries[0]
		if got := showFacts(e.Reads[0].Facts); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
}

// TestNeedsRegexp: wherever the catalog has a pattern, or a text that takes one.
func TestNeedsRegexp(t *testing.T) {
	schemas := []errgen.Schema{{Kind: errgen.IntegerSchema}}
	digits := errgen.Program{{Literal: "1", Op: errgen.OpText}}
	params := make([]errgen.Param, 1)
	for i, c := range []struct {
		table errgen.Table
		want  bool
	}{
		{errgen.Table{}, false},
		{errgen.Table{Schemas: []errgen.Schema{{}, {Pattern: "a"}}}, true},
		{errgen.Table{Schemas: schemas, Entries: []errgen.Entry{{Params: params, Text: digits, Body: digits, Reason: digits}}}, false},
		{errgen.Table{Schemas: schemas, Entries: []errgen.Entry{{}, {Params: params, Causes: []errgen.Fact{{}, {Want: digits}}}}}, true},
		{errgen.Table{Schemas: schemas, Entries: []errgen.Entry{{Params: params, Reads: []errgen.Read{{}, {Code: digits}}}}}, true},
		{errgen.Table{Schemas: schemas, Entries: []errgen.Entry{{Params: params, Reads: []errgen.Read{{Facts: []errgen.Fact{{}, {Want: digits}}}}}}}, true},
	} {
		if got := NeedsRegexp(&c.table); got != c.want {
			t.Errorf("table %d needs expressions: %v", i, got)
		}
	}
}
