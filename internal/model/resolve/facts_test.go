package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
)

// prose is what is said about an entry, in short.
func prose(e *model.Entry) string {
	words := []string{fmt.Sprintf("%q %s %v", e.Description, e.Stability, e.Tags)}
	if e.Retryable {
		words = append(words, "retryable")
	}
	if e.Group != nil {
		words = append(words, "group="+e.Group.Heading())
	}
	if e.Source != nil {
		words = append(words, "source="+e.Source.Title)
	}
	if e.DocURL != "" {
		words = append(words, e.DocURL)
	}
	if d := e.Deprecated; d != nil {
		words = append(words, "deprecated since "+d.Since+", gone "+d.Sunset+", now "+d.Replacement.Name)
	}
	return strings.Join(words, " ")
}

// TestProse: what is said about an entry is its own or inherited, each for itself.
func TestProse(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
docs: https://x.example/errors/
sources: [{id: a, title: Page A}, {id: b, title: Page B}]
groups: {G: {title: General, source: b}, H: {}}
envelopes: {E: {body: {properties: {code: {type: string}}}}}
defaults: {status: 400, source: b}
errors:
  A: {code: A, group: G, retryable: true, stability: beta, tags: [x, y], description: Of A., docs: '#a', deprecated: {since: 2.0, sunset: 2027-01-31, replacement: B}}
  B: {parent: A, code: B, source: a}
  C: {parent: A, code: C, group: H, retryable: false, stability: stable, tags: [], docs: 'http://y.example/c'}
  D: {parent: B, code: D, tags: [z]}
operations:
  op: {description: Does., method: GET, path: /x, errors: [B, A]}
  get-it: {errors: [], go: {name: Fetch}}
common: [A]
fallback: C
retired: [{name: Old, code: OLD, since: 2024-01-01, replacement: A, reason: Why.}]
`)
	for name, want := range map[string]string{
		"A": `"Of A." beta [x y] retryable group=General source=Page B https://x.example/errors/#a deprecated since 2.0, gone 2027-01-31, now B`,
		"B": `"" beta [x y] retryable group=General source=Page A`,
		"C": `"" stable [] group=H source=Page B http://y.example/c`,
		"D": `"" beta [z] retryable group=General source=Page A`,
	} {
		if got := prose(modeltest.Entry(c, name)); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", name, got, want)
		}
	}
	var got []string
	for _, g := range c.Groups {
		s := g.Name + entryNames(g.Entries)
		if g.Source != nil {
			s += " " + g.Source.ID
		}
		got = append(got, s)
	}
	for _, s := range c.Sources {
		got = append(got, s.ID)
	}
	for _, o := range c.Operations {
		got = append(got, o.Name+" "+o.Const+" "+o.Description+o.Method+o.Path+":"+entryNames(o.Own)+", all"+entryNames(o.Errors))
	}
	for _, r := range c.Retired {
		got = append(got, fmt.Sprint(r))
	}
	if got, want := strings.Join(got, "; "), "G A B D b; H C; a; b; op OpOp Does.GET/x: B, all B A C; get-it OpFetch :, all A C; {OLD Old 2024-01-01 A Why.}"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// entryNames are the names of entries, each behind a space.
func entryNames(entries []*model.Entry) (s string) {
	for _, e := range entries {
		s += " " + e.Name
	}
	return s
}

// TestExampleFacts: what an example says.
func TestExampleFacts(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes: {E: {headers: {A: {type: string, optional: true}, B: {type: string, optional: true}}, body: {properties: {text: {type: string}}}}}
defaults: {omit: [A, B]}
errors:
  A: {status: 400, fields: {text: 'a {p}'}, params: {p: {type: integer}}}
examples:
  - {name: a, error: A, status: 400, headers: {A: [x, 1], B: y}, body: '{"text":"a 1"}', expect: {p: 1}}
  - {name: b, error: A, decodes: unknown, status: 400, body: '{"text":"b"}', waive: [{at: /body/text, because: r}]}
  - {name: c, error: [unknown, unexpected, none], close: 4000, reason: bye}
`
	var l diag.List
	c := Catalog(load.Bytes("catalog.yaml", []byte(catalog), &l), &l)
	if c == nil || len(c.Examples) != 3 {
		t.Fatal(l.Sorted())
	}
	a, b := c.Examples[0], c.Examples[1]
	if got, want := fmt.Sprintln(a.Headers, a.Status, a.Body, a.HasBody, a.Expect[0].Name, a.Expect[0].Value.Text, a.Outcomes[0].Entry.Name), `[{A x} {A 1} {B y}] 400 {"text":"a 1"} true p 1 A`+"\n"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(b.Waivers) != 1 || b.Waivers[0] != (model.Waiver{At: "/body/text", Because: "r"}) || b.Decodes[0].Kind != model.UnknownOutcome {
		t.Errorf("%v %v", b.Waivers, b.Decodes)
	}
	last := c.Examples[2]
	if got, want := fmt.Sprintln(last.Outcomes, last.Close, last.Reason, last.HasBody), "[{<nil> 1} {<nil> 2} {<nil> 3}] 4000 bye false\n"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestParamFacts: what a param is, by its declaration and by the field that it is.
func TestParamFacts(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E:
    body:
      properties:
        code: {type: string}
        a: {type: string, description: Of a., example: x, go: {name: Alpha}}
        s: {type: string, sensitive: true, optional: true}
        o: {type: string, optional: true, go: {name: Omega}}
        n: {type: array, optional: true, items: {properties: {secret: {type: string, sensitive: true}}}}
        v: {optional: true}
defaults: {status: 400, omit: [s, o, n, v], params: {d: {properties: {x: {type: string}}}}}
errors:
  Y: {status: 401, code: Y, fields: {a: y, v: '{d}'}}
  %s
`
	for _, tt := range []struct{ name, entry, want string }{
		{"implied", "X: {code: A}", "Alpha alpha required implied string example=x Of a."},
		{"implied, optional and sensitive", "X: {code: A, fields: {a: a, s: '{s}'}}", "S s optional sensitive implied string"},
		{"sensitive within", "X: {code: A, fields: {a: a, n: '{n}'}}", "N n optional sensitive implied []ENItem"},
		{"declared", "X: {code: A, fields: {a: '{b}'}, params: {b: {type: string, description: Of b., example: y}}}", "B b required string example=y Of b."},
		{"sensitive itself", "X: {code: A, fields: {a: '{b}'}, params: {b: {type: string, sensitive: true}}}", "B b required sensitive string"},
		{"sensitive in a field that is", "X: {code: A, fields: {a: a, s: '{b}'}, params: {b: {type: string, optional: true}}}", "B b optional sensitive string"},
		{"of a field that is sensitive", "X: {code: A, fields: {a: a, s: '{s}'}, params: {s: {maxLength: 3}}}", "S s optional sensitive string"},
		{"declared, its field optional", "X: {code: A, fields: {a: a, o: '{o}'}, params: {o: {maxLength: 3}}}", "Omega omega optional string"},
		{"declared, its field made required", "X: {code: A, fields: {a: a, o: '{o}'}, params: {o: {optional: false}}}", "Omega omega required string"},
		{"declared with a name in Go", "X: {code: A, params: {a: {maxLength: 3, go: {name: Other}}}}", "Other other required string example=x Of a."},
		{"with a default", "X: {code: A, fields: {a: '{b}'}, params: {b: {type: integer, default: 3}}}", "B b optional int64 default=3"},
		{"sensitive in one of its fields", "X: {code: A, fields: {a: a, s: '{b}', v: '{b}'}, params: {b: {type: string, optional: true}}}", "B b optional sensitive string"},
		{"a name that errors have", "X: {code: A, fields: {a: '{error}'}, params: {error: {type: string}}}", "ErrorValue errorValue required string"},
		{"private, of an ancestor", "X: {parent: P, code: A}\n  P: {code: B, fields: {a: a}, params: {b: {type: string, private: true}}}", "B b required private string"},
		{"private", "X: {code: A, fields: {a: a}, params: {b: {type: string, private: true}}}", "B b required private string"},
		{"of the defaults", "X: {code: A, fields: {a: a, v: '{d}'}}", "D d required D"},
		{"an enum of an entry", "X: {code: A, fields: {a: a, v: '{e}'}, params: {e: {properties: {x: {type: string}}}}}", "E e required XE"},
		{"an enum of an ancestor", "X: {parent: P, code: A}\n  P: {code: B, fields: {a: a, v: '{e}'}, params: {e: {properties: {x: {type: string}}}}}", "E e required PE"},
		{"the code", "X: {code: '{code}', fields: {a: a}}", "Code code required implied string"},
		{"the code, declared", "X: {code: '{code}', fields: {a: a}, params: {code: {maxLength: 3}}}", "Code code required string"},
		{"the code of a name that another field has", "X: {code: '{a}'}", "Alpha alpha required implied string example=x Of a."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := mustResolve(t, fmt.Sprintf(catalog, tt.entry))
			var got []string
			for _, p := range modeltest.Entry(c, "X").Params {
				got = append(got, param(p))
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func param(p *model.Param) string {
	words := []string{p.GoName, p.ArgName}
	add := func(is bool, word string) {
		if is {
			words = append(words, word)
		}
	}
	add(p.Required(), "required")
	add(!p.Required(), "optional")
	add(p.Sensitive, "sensitive")
	add(p.Private, "private")
	add(p.Implied, "implied")
	add(true, strings.TrimPrefix(modeltest.Go(p.Go), "*"))
	if p.Default != nil {
		add(true, "default="+p.Default.Text)
	}
	if p.Example != nil {
		add(true, "example="+p.Example.Text)
	}
	add(p.Description != "", p.Description)
	return strings.Join(words, " ")
}

// TestNames: what a name stands for that is both a param's and a field's.
func TestNames(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E: {body: {properties: {code: {type: string}, a: {type: string}, b: {type: string, default: 'b {$name}'}, o: {optional: true}}}}
  F: {status: 401, body: {properties: {code: {type: string}, why: {type: string}, a: {type: string, optional: true, field: a}}}}
  G: {status: 401, body: {properties: {code: {type: string}, b: {type: string, default: 'of G'}, why: {type: string}}}}
  H: {status: 401, body: {properties: {n: {type: integer, field: code}, a: {type: string}}}}
defaults: {envelope: E, status: [400, 401], omit: [o], fields: {why: 's {$status}'}}
errors:
  %s
`
	for _, tt := range []struct{ name, entry, text, fills string }{
		{"an open field", "X: {code: A, text: 'at {a}'}", "at {a}", `a=? b="b X" o=-`},
		{"an open field that is refined", "X: {code: A, text: 'at {a}', params: {a: {maxLength: 3}}}", "at {a}", `a=? b="b X" o=-`},
		{"refined by an ancestor, filled here", "X: {parent: P, fields: {a: v}}\n  P: {code: A, text: '{a}', params: {a: {maxLength: 3}}}", "v", `a="v" b="b X" o=-`},
		{"refined here, filled here", "X: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string, maxLength: 3}}, text: '{a}'}", "{a}", `a="v {a}" b="b X" o=-`},
		{"declared and filled by an ancestor", "X: {parent: P}\n  P: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string}}, text: '{a}'}", "{a}", `a="v {a}" b="b X" o=-`},
		{"declared and filled by an ancestor, filled here", "X: {parent: P, fields: {a: w}}\n  P: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string}}, text: '{a}'}", "w", `a="w" b="b X" o=-`},
		{"declared by an ancestor, filled here with it", "X: {parent: P, fields: {a: 'w {a}'}}\n  P: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string}}, text: '{a}'}", "w {a}", `a="w {a}" b="b X" o=-`},
		{"filled by an ancestor, declared here", "X: {parent: P, params: {a: {type: string}}}\n  P: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string}}, text: '{a}'}", "{a}", `a="v {a}" b="b X" o=-`},
		{"declared by an ancestor, filled here, in the code", "X: {parent: P, code: 'A{a}', fields: {a: w}, text: '{$code}'}\n  P: {code: A, fields: {a: 'v {a}'}, params: {a: {type: string}}}", "Aw", `a="w" b="b X" o=-`},
		{"beside a default", "X: {code: A, fields: {a: a}, params: {b: {type: string}}, text: 'at {b}'}", "at {b}", `a="a" b="b X" o=-`},
		{"a default", "X: {code: A, fields: {a: a}, text: 'at {b}'}", "at b X", `a="a" b="b X" o=-`},
		{"beside what is omitted", "X: {code: A, fields: {a: a}, omit: [o], params: {o: {type: string}}, text: 'at {o}'}", "at {o}", `a="a" b="b X" o=-`},
		{"the code that is a param", "X: {code: '{c}', fields: {a: a}, params: {c: {type: string}}, text: 'at {$code}'}", "at {c}", `a="a" b="b X" o=-`},
		{"the code that is a param, not as text", "X: {code: '{c}', fields: {a: a, o: '{$code}'}, params: {c: {type: integer}}, text: '{o}'}", "{c}", `a="a" b="b X" o={c}`},
		{"the code that begins with a param", "X: {code: '{c}-1', fields: {a: a}, params: {c: {type: string}}, text: 'at {$code}'}", "at {c}-1", `a="a" b="b X" o=-`},
		{"the field of each envelope", "X: {envelope: [E, G], code: A, fields: {a: '{b}', why: '{b}'}}", "b X", `a="b X" b="b X" o=- b="of G" why="of G"`},
		{"the field of another envelope", "X: {envelope: [E, G], code: A, fields: {a: '{why}', why: w}}", "w", `a="w" b="b X" o=- b="of G" why="w"`},
		{"the status of each envelope", "X: {envelope: [E, F], code: A, fields: {a: 's {$status}'}}", "s {$status}", `a="s {$status}" b="b X" o=- why="s 401" a="s 401"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := modeltest.Entry(mustResolve(t, fmt.Sprintf(catalog, tt.entry)), "X")
			if text, fills := modeltest.Templates(e.Text), modeltest.Fills(e); text != tt.text || fills != tt.fills {
				t.Errorf("got  %s, %s\nwant %s, %s", text, fills, tt.text, tt.fills)
			}
		})
	}
}

// TestOwn: which fields an entry fills in a way that tells it apart.
func TestOwn(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
envelopes:
  E:
    body:
      properties:
        code: {type: string, optional: true}
        a: {type: string}
        b: {type: string, default: all}
        c: {type: string, default: 'of {$name}'}
        d: {default: [x, {y: '{$name}'}]}
        e: {default: [x, {y: '{{'}]}
        f: {type: string, optional: true}
        g: {type: string}
      additionalProperties: {type: integer, field: more}
defaults: {omit: [f, code]}
errors:
  X: {status: 400, match: [a], fields: {a: a, more: {m: 1, n: 2}}, params: {n: {type: integer, in: more}}}
`)
	var got []string
	for _, f := range c.Entries[0].Fills {
		s := f.Field.Name
		for flag, is := range map[string]bool{"=own": f.Own, "=open": f.Open, "=omit": f.Omit} {
			if is {
				s += flag
			}
		}
		got = append(got, s)
	}
	if got, want := strings.Join(got, " "), "a=own b c=own d=own e f=omit g=open more=own code=omit"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	more := c.Entries[0].Fills[7]
	if got := modeltest.Tree(more.Wordings[0]); got != "{m:1}" || modeltest.Signature(c.Entries[0]) != "NewX(n int64, g string)" {
		t.Errorf("%s, %s", got, modeltest.Signature(c.Entries[0]))
	}
	if fmt.Sprint(c.Entries[0].Match) != "[a]" {
		t.Error(c.Entries[0].Match)
	}
}

// TestAddedHeaders: the headers of an entry, each the nearest.
func TestAddedHeaders(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
envelopes: {E: {headers: {X-H: {type: string}}, body: {properties: {code: {type: string}}}}}
defaults: {status: 400, headers: {X-A: of all}}
errors:
  P: {code: P, headers: {X-H: h, X-B: ['{p}', b]}, params: {p: {type: string}}}
  X: {parent: P, code: X, headers: {x-a: mine}}
  N: {parent: P, envelope: none, close: 4000, headers: {X-N: n}}
`)
	for name, want := range map[string]string{"P": `X-B={p},"b" X-A="of all"`, "X": `X-A="mine" X-B={p},"b"`, "N": `X-N="n"`} {
		var got []string
		for _, h := range modeltest.Entry(c, name).Headers {
			var lines []string
			for _, l := range h.Lines {
				lines = append(lines, modeltest.Tree(l.Wordings[0]))
			}
			got = append(got, h.Name+"="+strings.Join(lines, ","))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// TestEnvelopeNeeded: the only envelope of responses need not be named.
func TestEnvelopeNeeded(t *testing.T) {
	for envelopes, want := range map[string]string{
		"E: {}":                                     "",
		"E: {}, P: {part: true}":                    "",
		"E: {}, P: {part: true}, F: {}":             "envelope-needed: the catalog has 2 envelopes, and entry `A` does not say which is its own",
		"P: {part: true}, Q: {part: true}":          "envelope-needed: the catalog has 0 envelopes, and entry `A` does not say which is its own",
		"E: {}, F: {status: 400}, G: {status: 401}": "envelope-needed: the catalog has 3 envelopes, and entry `A` does not say which is its own",
	} {
		if got := found("errgen: 1\npackage: demo\nenvelopes: {" + envelopes + "}\nerrors: {A: {status: 400, text: '{nope}'}}\n"); strings.TrimPrefix(got, "unknown-placeholder: there is no param and no field `nope`") != want {
			t.Errorf("{%s}: %s", envelopes, got)
		}
	}
}

func TestStatusPattern(t *testing.T) {
	for want, set := range map[string]model.StatusSet{
		schemas.AnyStatus:       nil,
		"404":                   {{Lo: 404, Hi: 404}},
		"(?:404|405)":           {{Lo: 404, Hi: 405}},
		"(?:4[0-9]{2})":         {{Lo: 400, Hi: 499}},
		"(?:403|5[0-9]{2})":     {{Lo: 403, Hi: 403}, {Lo: 500, Hi: 599}},
		"(?:400|401|598|599)":   {{Lo: 400, Hi: 401}, {Lo: 598, Hi: 599}},
		"(?:200|3[0-9]{2}|499)": {{Lo: 200, Hi: 200}, {Lo: 300, Hi: 399}, {Lo: 499, Hi: 499}},
	} {
		if got := statusPattern(set); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, r := range []model.StatusRange{{Lo: 400, Hi: 498}, {Lo: 401, Hi: 500}, {Lo: 401, Hi: 499}, {Lo: 400, Hi: 599}} {
		if got := statusPattern(model.StatusSet{r}); strings.Count(got, "|") != r.Hi-r.Lo {
			t.Errorf("%v: %s", r, got)
		}
	}
}

// TestHoldsSensitive: logs have a param as a whole, so what is sensitive within it
// hides all of it.
func TestHoldsSensitive(t *testing.T) {
	open, secret := &model.Schema{Kind: model.StringKind}, &model.Schema{Kind: model.StringKind, Sensitive: true}
	ring := &model.Type{Name: "Ring"}
	ring.Schema = &model.Schema{Kind: model.ObjectKind, Properties: []model.Property{{Name: "next", Schema: &model.Schema{Ref: ring}}}}
	deep := &model.Type{Name: "Deep", Schema: &model.Schema{Kind: model.ObjectKind, Properties: []model.Property{
		{Name: "a", Schema: open}, {Name: "next", Schema: &model.Schema{Ref: ring}}, {Name: "b", Schema: secret},
	}}}
	for name, tt := range map[string]struct {
		schema *model.Schema
		want   bool
	}{
		"none":              {nil, false},
		"itself":            {secret, true},
		"open":              {open, false},
		"items":             {&model.Schema{Items: secret}, true},
		"open items":        {&model.Schema{Items: open}, false},
		"further members":   {&model.Schema{Additional: secret}, true},
		"open ones":         {&model.Schema{Items: open, Additional: open}, false},
		"an alternative":    {&model.Schema{OneOf: []*model.Schema{open, secret}}, true},
		"open alternatives": {&model.Schema{OneOf: []*model.Schema{open, open}}, false},
		"a member":          {&model.Schema{Properties: []model.Property{{Schema: open}, {Schema: secret}}}, true},
		"a type":            {&model.Schema{Ref: deep}, true},
		"a ring":            {&model.Schema{Ref: ring}, false},
		"members of a type": {&model.Schema{Properties: []model.Property{{Schema: &model.Schema{Ref: ring}}, {Schema: &model.Schema{Ref: deep}}}}, true},
	} {
		if got := holdsSensitive(tt.schema, map[*model.Type]bool{}); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestUsage: what only another envelope asks for need not be given.
func TestUsage(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E: {body: {properties: {code: {type: string}, a: {type: string}}, additionalProperties: {type: string, field: more}}}
  F: {status: 401, body: {properties: {b: {type: string}, more: {type: string, field: rest}}}}
defaults: {envelope: [E, F], status: [400, 401], omit: [more], fields: {a: a, rest: r}}
errors:
  X: {%s, params: {p: {type: string%s}}}
`
	for _, tt := range []struct{ name, entry, more, want string }{
		{"in the other alone", "code: A, fields: {b: '{p}'}", "", "NewX(status int) [P *string]"},
		{"in both", "code: A, fields: {a: '{p}', b: '{p}'}", "", "NewX(status int, p string)"},
		{"in the first alone", "code: A, fields: {a: '{p}', b: b}", "", "NewX(status int, p string)"},
		{"in an added header too", "code: A, fields: {b: '{p}'}, headers: {X-A: '{p}'}", "", "NewX(status int, p string)"},
		{"in the code too", "code: '{p}', fields: {b: '{p}'}", "", "NewX(status int, p string)"},
		{"in the text too", "code: A, fields: {b: '{p}'}, text: '{p}'", "", "NewX(status int, p string)"},
		{"in the reason too", "code: A, fields: {b: '{p}'}, close: {code: 4000, reason: '{p}'}", "", "NewX(status int, p string)"},
		{"a further member", "code: A, fields: {b: '{p}'}", ", in: more", "NewX(status int, p string)"},
	} {
		c := mustResolve(t, fmt.Sprintf(catalog, tt.entry, tt.more))
		if got := modeltest.Signature(c.Entries[0]); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestPlaces: where findings point to.
func TestPlaces(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes: {E: {body: {properties: {code: {type: string}, text: {type: string, default: 't {nope}'}, n: {type: integer, optional: true}}}}}
defaults: {status: 400, omit: [n]}
errors:
  P: {code: P, fields: {text: p}}
  X: %s
  Q: {code: Q, fields: {text: q}}
`
	for entry, want := range map[string]string{
		"{code: X, fields: {text: 'at {nope}'}}":                                         "7:31",
		"{code: X}":                                                                      "3:89 with 7:3",
		"{code: X, fields: {text: t, n: 1}, omit: [n]}":                                  "7:48 with 7:37",
		"{code: X, fields: {text: t}, omit: [text]}":                                     "7:42",
		"{code: X, fields: {text: t}, params: {p: {type: integer}}}":                     "7:44",
		"{code: X, fields: {text: t, n: '{n}'}, params: {n: {type: string}}}":            "7:57",
		"{code: X, fields: {text: 't {p}'}, params: {p: {type: string, private: true}}}": "7:50",
	} {
		var l diag.List
		Catalog(load.Bytes("catalog.yaml", fmt.Appendf(nil, catalog, entry), &l), &l)
		var got []string
		for _, d := range l.Sorted() {
			at := fmt.Sprintf("%d:%d", d.Pos.Line, d.Pos.Column)
			for _, r := range d.Related {
				at += fmt.Sprintf(" with %d:%d", r.Pos.Line, r.Pos.Column)
			}
			got = append(got, at)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: got %s, want %s", entry, got, want)
		}
	}
}

// TestRemedy: an entry has the nearest remedy of its chain.
func TestRemedy(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: p
envelopes: {E: {status: 4XX}}
defaults: {remedy: Wait.}
errors:
  A: {status: 401}
  B: {status: 402, remedy: Call us.}
  C: {status: 403, parent: B}
  D: {status: 404, parent: B, remedy: Go home.}
`)
	for i, want := range []string{"Wait.", "Call us.", "Call us.", "Go home."} {
		if got := c.Entries[i].Remedy; got != want {
			t.Errorf("%s: %q, want %q", c.Entries[i].Name, got, want)
		}
	}
}
