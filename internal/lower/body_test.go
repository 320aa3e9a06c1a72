package lower

import (
	"strings"
	"testing"
)

// TestBodies: what an entry is written as, in its envelope.
func TestBodies(t *testing.T) {
	for name, c := range map[string]struct{ catalog, body, headers string }{
		"constants": {`
envelopes: {P: {body: {properties: {code: {type: string}, ok: {const: false}, text: {type: string}}}}}
errors: {E: {status: 400, code: 'A"B', fields: {text: 'It''s {{it}}.'}}}
`, `{"code":"A\"B","ok":false,"text":"It's {it}."}`, ""},
		"params": {`
envelopes: {P: {body: {properties: {code: {type: string}, text: {type: string}, n: {type: integer}}}}}
errors: {E: {status: 400, code: A, fields: {text: 'Say "{word}" {n}.', n: '{n}'}, params: {word: {type: string}, n: {type: integer}}}}
`, `{"code":"A","text":"Say \"<s0>\" <s1>.","n":<v1>}`, ""},
		"an optional member": {`
envelopes: {P: {body: {properties: {code: {type: string}, hint: {type: string, optional: true}, last: {type: string}}}}}
errors: {E: {status: 400, code: A, fields: {hint: '{hint}', last: z}, params: {hint: {type: string, optional: true}}}}
`, `{"code":"A",<if0>"hint":<v0>,<end>"last":"z",<close>`, ""},
		"omitted": {`
envelopes: {P: {body: {properties: {code: {type: string}, hint: {type: string, optional: true}}}}}
errors: {E: {status: 400, code: A, omit: [hint]}}
`, `{"code":"A"}`, ""},
		"a preset": {`
envelopes: {P: {body: {properties: {code: {type: string}, hint: {type: integer, optional: true}}}}}
errors: {E: {status: 400, code: A, fields: {hint: '{hint}'}, params: {hint: {type: integer, default: 5}}}}
`, `{"code":"A","hint":<v0>}`, ""},
		"wordings": {`
envelopes: {P: {body: {properties: {code: {type: string}, text: {type: string}}}}}
errors: {E: {status: 400, code: A, fields: {text: ['For {who}.', None.]}, params: {who: {type: string, optional: true}}}}
`, `{"code":"A","text":"<pick>For <s0>.<or>None.<end>"}`, ""},
		"status and code": {`
envelopes: {P: {body: {properties: {code: {type: integer}, status: {type: integer, field: status}, text: {type: string}}}}}
errors: {E: {status: [502, 503], code: 7, fields: {text: '{$code} at {$status}'}}}
`, `{"code":7,"status":<status>,"text":"7 at <status>"}`, ""},
		"a code that is a number or a boolean": {`
envelopes: {P: {body: {properties: {code: {type: [number, boolean]}}}}}
errors: {E: {status: 400, code: '{code}'}}
`, `{"code":<v0>}`, ""},
		"a code with a param": {`
envelopes: {P: {body: {properties: {code: {type: integer}}}}}
errors: {E: {status: 400, code: '4{n}', params: {n: {type: string, enum: ['01', '02']}}}}
`, `{"code":<number>4<0><end>}`, ""},
		"a code that is a param": {`
envelopes: {P: {body: {properties: {code: {type: integer}}}}}
errors: {E: {status: 400, code: '{n}', params: {n: {type: integer}}}}
`, `{"code":<0>}`, ""},
		"exchange": {`
envelopes: {P: {body: {properties: {code: {type: string}, id: {type: string, exchange: true}, at: {type: integer, exchange: true, optional: true}}}}}
errors: {E: {status: 400, code: A}}
`, `{"code":"A","id":<vx0>,<ifx1>"at":<vx1>,<end><close>`, ""},
		"exchange, elsewhere of another type": {`
envelopes: {P: {headers: {X-Id: {type: integer, exchange: true, field: id}}, body: {properties: {code: {type: string}, id: {type: string, exchange: true}, n: {type: [string, number], exchange: true, field: id}}}}}
errors: {E: {status: 400, code: A}}
`, `{"code":"A","id":"<sx0>","n":<vx0>}`, "X-Id: <x0>"},
		"objects": {`
envelopes: {P: {body: {properties: {code: {type: string}, in: {optional: true, properties: {a: {type: string, field: a, optional: true}, b: {type: string, field: b, optional: true}}}}}}}
errors: {E: {status: 400, code: A, fields: {a: '{a}', b: '{b}'}, params: {a: {type: string, optional: true}, b: {type: string, optional: true}}}}
`, `{"code":"A","in":{<if0>"a":<v0>,<end><if1>"b":<v1>,<end><drop6><close>`, ""},
		"an object omitted": {`
envelopes: {P: {body: {properties: {code: {type: string}, in: {optional: true, properties: {a: {type: string, field: a}}}}}}}
errors: {E: {status: 400, code: A, omit: [a]}}
`, `{"code":"A"}`, ""},
		"a list": {`
envelopes: {L: {body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}, text: {type: string}}}}}}}}
errors: {E: {status: 400, code: A, fields: {text: x}}}
`, `{"errors":[<items>{"code":"A","text":"x"}<last>]}`, ""},
		"a tree": {`
envelopes: {P: {body: {properties: {code: {type: string}, info: {field: info}}}}}
errors: {E: {status: 400, code: A, fields: {info: {a: [1, '{n}', 'x {n}', true, null], b: {c: '{o}'}}}, params: {n: {type: integer}, o: {type: string, optional: true}}}}
`, `{"code":"A","info":{"a":[1,<v0>,"x <s0>",true,null],"b":{<if1>"c":<v1>,<end><close>}}`, ""},
		"further members": {`
envelopes: {P: {body: {properties: {code: {type: string}}, additionalProperties: {field: extra}}}}
errors: {E: {status: 400, code: A, fields: {extra: '{rest}'}, params: {own: {type: integer, in: extra}, opt: {type: string, in: extra, optional: true}, rest: {additionalProperties: {type: string}}}}}
`, `{"code":"A","own":<v0>,<if1>"opt":<v1>,<end><more2>code~own~opt~<end><close>`, ""},
		"further, a tree": {`
envelopes: {P: {body: {properties: {code: {type: string}}, additionalProperties: {field: extra}}}}
errors: {E: {status: 400, code: A, fields: {extra: {x: 1, y: '{y}'}}, params: {y: {type: string}}}}
`, `{"code":"A","x":1,"y":<v0>}`, ""},
		"a form": {`
envelopes: {P: {body: {properties: {code: {type: string, as: ['Code {}!', '{_}: {}']}, text: {type: string}}}}}
errors: {E: {status: 400, code: 'A"', fields: {text: x}}}
`, `{"code":"Code A\"!","text":"x"}`, ""},
		"a text": {`
envelopes: {T: {mediaType: text/plain, body: {type: string, field: text}}}
errors: {E: {status: 400, fields: {text: 'Say "{a}".'}, params: {a: {type: string}}}}
`, `Say "<0>".`, ""},
		"headers": {`
envelopes: {P: {headers: {X-Code: {type: string, field: code}, X-Kind: {const: shop}, X-Hint: {type: string, field: hint, optional: true}}, body: {properties: {text: {type: string}}}}}
errors: {E: {status: 400, code: A, omit: [hint], fields: {text: x}, headers: {Retry-After: '{n}', X-Own: ['a="{s}"', b]}, params: {n: {type: integer}, s: {type: string}}}}
`, `{"text":"x"}`, `X-Code: [A] | X-Kind: [shop] | Retry-After: <0> | X-Own: a="<q1>" | X-Own: [b]`},
		"other headers": {`
envelopes: {P: {headers: {X-Status: {type: integer, field: status}, X-Id: {type: string, exchange: true}, X-Code: {type: string, field: code, optional: true, as: ['c={}', '{}']}, X-Old: {type: string, field: code, alias: true, optional: true}}, body: {properties: {text: {type: string}}}}}
errors: {E: {status: [400, 409], fields: {text: x}}}
`, `{"text":"x"}`, `X-Status: <status> | X-Id: <x0>`},
		"a code in a header": {`
envelopes: {P: {headers: {X-Code: {type: string, field: code, optional: true, as: ['c={}', '{}']}}, body: {properties: {text: {type: string}}}}}
errors: {E: {status: 400, code: A, fields: {text: x}}}
`, `{"text":"x"}`, `X-Code: [c=A]`},
		"a number as text": {`
envelopes: {P: {body: {properties: {code: {type: string}, text: {type: string}, info: {}}}}}
errors: {E: {status: 400, code: A, fields: {text: '{n}', info: {a: '{n}'}}, params: {n: {type: integer}}}}
`, `{"code":"A","text":"<s0>","info":{"a":<v0>}}`, ""},
		"a status in a tree": {`
envelopes: {P: {body: {properties: {code: {type: string}, info: {}}}}}
errors: {E: {status: [400, 409], code: A, fields: {info: {at: '{$status}', of: [1, 2]}}}}
`, `{"code":"A","info":{"at":<status>,"of":[1,2]}}`, ""},
		"markup": {`
envelopes: {H: {mediaType: text/html, body: {type: string, field: page}}}
errors: {E: {status: 400, fields: {page: '<p>{a} {b}</p>'}, params: {a: {type: string}, b: {type: string, markup: true}}}}
`, `<p><m0> <1></p>`, ""},
		"a code in markup": {`
envelopes: {H: {mediaType: text/xml, body: {type: string, field: code, as: '<c>{}</c>'}}}
errors: {E: {status: 400, code: 'A<{n}', params: {n: {type: string}}}}
`, `<c>A&lt;<m0></c>`, ""},
		"no body": {`
envelopes: {E: {status: 400}}
errors: {E: {status: 400}}
`, "", ""},
	} {
		e := lowered(t, c.catalog).Table.Entries[0]
		checkSkips(t, e.Body)
		if got := string(e.Fixed) + show(e.Body); got != c.body {
			t.Errorf("%s: the body is\n%s, want\n%s", name, got, c.body)
		}
		var lines []string
		for _, l := range e.Headers {
			value := show(l.Value)
			if l.Fixed != nil {
				value = "[" + strings.Join(l.Fixed, " ") + "]"
			}
			lines = append(lines, l.Name+": "+value)
		}
		if got := strings.Join(lines, " | "); got != c.headers {
			t.Errorf("%s: the headers are\n%s, want\n%s", name, got, c.headers)
		}
	}
}

// TestIn: an entry in another of its envelopes.
func TestIn(t *testing.T) {
	p := lowered(t, `
envelopes:
  P: {body: {properties: {code: {type: string}, text: {type: string}}}}
  Old: {status: 409, body: {properties: {error: {type: string, field: code}, text: {type: string}}}}
errors: {E: {envelope: [P, Old], status: [400, 409], code: A, fields: {text: x}}}
`)
	e := p.Catalog.Entries[0]
	row := p.In(p.Table.Entries[0], e, p.Catalog.Envelopes[1])
	if got, want := string(row.Fixed)+show(row.Body), `{"error":"A","text":"x"}`; got != want || len(row.Reads) != 1 || row.Reads[0].Envelope != 1 || len(row.Status) != 1 || row.Status[0].Lo != 409 {
		t.Errorf("%s in %v at %v", got, row.Reads, row.Status)
	}
	if got := string(p.Table.Entries[0].Fixed); got != `{"code":"A","text":"x"}` {
		t.Errorf("its own is %s", got)
	}
	p = lowered(t, `
envelopes: {P: {}, Old: {status: 409, body: {properties: {status: {type: integer}}}}}
errors: {E: {envelope: [P, Old]}}
`)
	row = p.In(p.Table.Entries[0], p.Catalog.Entries[0], p.Catalog.Envelopes[1])
	if got, want := string(row.Fixed)+show(row.Body), `{"status":409}`; got != want {
		t.Errorf("with the status of the envelope it is %s, want %s", got, want)
	}
}
