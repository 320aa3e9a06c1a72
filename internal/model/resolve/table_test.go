package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// problem is the head of a small catalog with one envelope.
const problem = `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
`

// TestParams: which params an entry has, in which order, and as what.
func TestParams(t *testing.T) {
	const catalog = `errgen: 1
package: demo
types:
  Size: {type: string, enum: [small, large]}
envelopes:
  E:
    headers: {X-Limit: {type: integer}}
    body:
      properties:
        code: {type: string}
        title: {type: string}
        detail: {type: string}
        n: {type: integer, minimum: 0, optional: true}
        size: {$ref: Size, optional: true}
        tags: {type: array, items: {type: string}, optional: true}
        at: {type: integer, format: unix-time, optional: true}
        raw: {type: string, format: byte, optional: true}
        three: {type: [string, 'null'], optional: true}
        any: {optional: true}
      additionalProperties: {type: integer, field: more}
  F: {status: [200], body: {properties: {code: {type: string}, title: {type: string}, reason: {type: string}}}}
defaults: {envelope: E, status: 400, omit: [n, size, tags, at, raw, three, any, more], fields: {X-Limit: 1}}
errors:
  %s
`
	for _, tt := range []struct{ name, entry, want string }{
		{"open fields in wire order, headers first", "X: {code: A, fields: {X-Limit: '{X-Limit}'}}", "NewX(xLimit int64, title string, detail string)"},
		{"declared before implied, in file order", "X: {code: A, fields: {title: '{b} {a}'}, params: {a: {type: string}, b: {type: integer}}}", "NewX(a string, b int64, detail string)"},
		{"a refined field counts as declared", "X: {code: A, params: {detail: {maxLength: 5}}}", "NewX(detail string, title string)"},
		{"optional fields are struct fields", "X: {code: A, fields: {title: t, detail: d, n: '{n}', size: '{size}', tags: '{tags}', at: '{at}', raw: '{raw}', three: '{three}', any: '{any}', more: '{more}'}}",
			"NewX() [N *int64, Size *Size, Tags []string, At *time.Time, Raw []byte, Three **string, Any any, More map[string]int64]"},
		{"an optional one can be made required", "X: {code: A, fields: {title: t, detail: d, n: '{n}'}, params: {n: {optional: false}}}", "NewX(n int64)"},
		{"one that is declared by itself is optional, too", "X: {code: A, fields: {title: t, detail: d, n: '{n}'}, params: {n: {minimum: 3}}}", "NewX() [N *int64]"},
		{"one with a default is preset", "X: {code: A, fields: {title: 'in {n} s', detail: d}, params: {n: {type: integer, default: 3}}}", "NewX() [N int64]"},
		{"the status first, if there are several", "X: {status: [400, 5XX], code: A}", "NewX(status int, title string, detail string)"},
		{"any status", "X: {status: any, code: A, fields: {title: t, detail: d}}", "NewX(status int)"},
		{"a code param in wire order", "X: {code: '{code}', fields: {title: t}}", "NewX(code string, detail string)"},
		{"names that Go has", "X: {code: A, fields: {title: '{type} {error} {len} {time}', detail: d}, params: {type: {type: string}, error: {type: string}, len: {type: string}, time: {type: string}}}",
			"NewX(typeValue string, errorValue string, lenValue string, timeValue string)"},
		{"go names", "X: {code: A, fields: {title: '{a}', detail: d}, params: {a: {type: string, go: {name: UserID}}}}", "NewX(userID string)"},
		{"members of further members", "X: {code: A, fields: {title: t, detail: d}, params: {k: {type: integer, in: more}}}", "NewX(k int64)"},
		{"what another envelope asks for is optional", "X: {envelope: [E, F], code: A, fields: {title: t, detail: d}}", "NewX() [Reason *string]"},
		{"private params stay", "X: {code: A, fields: {title: t, detail: d}, params: {host: {type: string, private: true}}}", "NewX(host string)"},
		{"a param may be text where the leaf is", "X: {code: A, fields: {title: '{n}', detail: d}, params: {n: {type: integer}}}", "NewX(n int64)"},
		{"an open field refined to a narrower type", "X: {code: A, fields: {title: t}, params: {detail: {type: integer}}}", "NewX(detail int64)"},
		{"filled with itself is open", "X: {parent: P, fields: {detail: '{detail}'}}\n  P: {code: B, fields: {title: t, detail: d}}", "NewX(detail string)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := mustResolve(t, fmt.Sprintf(catalog, tt.entry))
			if got := modeltest.Signature(modeltest.Entry(c, "X")); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestParamOrder: the eldest ancestor's params come first, and keep their place
// when a descendant declares them anew.
func TestParamOrder(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, more: {type: string}}}}
defaults: {params: {d: {type: string}}}
errors:
  A: {status: 401, code: A, fields: {message: '{a} {b} {d}'}, params: {b: {type: string}, a: {type: string}}}
  B: {parent: A, fields: {message: '{d}, {c}, {a} and {b}'}, params: {c: {type: string}, a: {type: integer}}}
  C: {parent: B, fields: {message: 'only {c}'}}
`)
	for name, want := range map[string]string{
		"A": "NewA(d string, b string, a string, more string)",
		"B": "NewB(d string, b string, a int64, c string, more string)",
		"C": "NewC(c string, more string)",
	} {
		if got := modeltest.Signature(modeltest.Entry(c, name)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestFills: what the nearest of fields, headers and omit, the leaf's default and
// further members make of each field.
func TestFills(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E:
    headers: {Retry-After: {type: integer, optional: true, field: wait}}
    body:
      properties:
        code: {type: string}
        status: {type: integer}
        text: {type: string, default: 'see {$name}'}
        n: {type: [integer, string], optional: true}
        o: {optional: true}
        l: {oneOf: [{type: string}, {type: array, items: {type: integer}}], optional: true}
defaults: {status: 400, omit: [wait, n, o, l]}
errors:
  %s
`
	for _, tt := range []struct{ name, entry, want string }{
		{"the leaf's default", "X: {code: A}", `wait=- text="see X" n=- o=- l=-`},
		{"a header fills its field", "X: {code: A, headers: {retry-after: 5}}", `wait=5 text="see X" n=- o=- l=-`},
		{"text is its source text", "X: {code: A, fields: {text: 0100}}", `wait=- text="0100" n=- o=- l=-`},
		{"a union by the core schema", "X: {code: A, fields: {n: 0x1f}}", `wait=- text="see X" n=31 o=- l=-`},
		{"quoted is text", "X: {code: A, fields: {n: '31'}}", `wait=- text="see X" n="31" o=- l=-`},
		{"a free tree", "X: {code: A, fields: {o: {a: [1, x, null, true, 1.50, '{$name}'], b: '{p}'}}, params: {p: {type: number}}}", `wait=- text="see X" n=- o={a:[1,"x",null,true,1.5,"X"],b:{p}} l=-`},
		{"a list for a oneOf", "X: {code: A, fields: {l: [1, 2]}}", `wait=- text="see X" n=- o=- l=[1,2]`},
		{"a text for a oneOf", "X: {code: A, fields: {l: no}}", `wait=- text="see X" n=- o=- l="no"`},
		{"wordings", "X: {code: A, fields: {text: [a, b]}}", `wait=- text="a"|"b" n=- o=- l=-`},
		{"a field within a text", "X: {code: A, fields: {text: 'n is {n}', n: 7}}", `wait=- text="n is 7" n=7 o=- l=-`},
		{"wordings within a text", "X: {code: A, fields: {text: [a, b], l: 'l {text}'}}", `wait=- text="a"|"b" n=- o=- l="l a"|"l b"`},
		{"a field alone", "X: {code: A, fields: {text: '{n}', n: 7}}", `wait=- text="7" n=7 o=- l=-`},
		{"code, name and status", "X: {code: 'A{{', fields: {text: '{$code} {code} {$name} {$status} {status}', n: '{$status}', o: '{$code}'}}", `wait=- text="A{ A{ X 400 400" n=400 o="A{" l=-`},
		{"the nearest ancestor", "X: {parent: P}\n  P: {parent: Q, fields: {n: 1}}\n  Q: {code: A, fields: {n: 2, text: t}}", `wait=- text="t" n=1 o=- l=-`},
		{"what is inherited is resolved anew", "X: {parent: P, fields: {n: 5}}\n  P: {code: A, fields: {text: 'n={n}', n: 1}}", `wait=- text="n=5" n=5 o=- l=-`},
		{"braces", "X: {code: A, fields: {text: '{{x}} {{{$name}}}'}}", `wait=- text="{x} {X}" n=- o=- l=-`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := mustResolve(t, fmt.Sprintf(catalog, tt.entry))
			if got := modeltest.Fills(modeltest.Entry(c, "X")); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestStatuses: what the entry's and the envelope's statuses make together.
func TestStatuses(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E: {body: {properties: {code: {type: string}}}}
  One: {status: 401, body: {properties: {code: {type: string}}}}
  Ok: {status: [200, 4XX], body: {properties: {code: {type: string}}}}
  Three: {status: [3XX, 404], body: {properties: {code: {type: string}}}}
defaults: {envelope: E}
errors:
  %s
`
	for _, tt := range []struct{ name, entry, want string }{
		{"not documented", "X: {code: A}", ""},
		{"the envelope's only one", "X: {code: A, envelope: One}", "401"},
		{"as written, in order", "X: {code: A, status: [503, 404, 5XX]}", "503; 503,404,500-502,504-599"},
		{"any is what the envelope admits", "X: {code: A, envelope: Ok, status: any}", "200,400-499"},
		{"what both have", "X: {code: A, envelope: Ok, status: [404, any]}", "404,200,400-403,405-499"},
		{"the envelope's where it excludes all", "X: {parent: P, envelope: One}\n  P: {code: A, status: 404}", "401"},
		{"each envelope has its own", "X: {code: A, envelope: [Ok, E], status: [404, 500]}", "404; 404,500"},
		{"statuses without a body are not among them", "X: {code: A, envelope: Three, status: any}", "300-303,305-399,404"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := modeltest.Entry(mustResolve(t, fmt.Sprintf(catalog, tt.entry)), "X")
			var sets []string
			for _, s := range e.ReadStatus {
				sets = append(sets, modeltest.Statuses(s))
			}
			got := strings.Join(sets, "; ")
			if _, last, ok := strings.Cut(tt.want, "; "); ok && len(e.Reads) == 1 {
				tt.want = last
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if modeltest.Statuses(e.Status) != strings.Split(got, "; ")[0] {
				t.Errorf("written with %s", modeltest.Statuses(e.Status))
			}
		})
	}
}

// TestTexts: where the text of Error comes from.
func TestTexts(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E:
    headers: {X-H: {type: string, optional: true}}
    body: {properties: {code: {type: string}, n: {type: integer}, s: {type: string, optional: true}, t: {type: string, optional: true}}}
  Secret: {body: {properties: {code: {type: string}, s: {type: string, sensitive: true}, t: {type: string}}}}
  Number: {body: {properties: {code: {type: string}, n: {type: integer}}}}
  Text: {text: 'E {n}', body: {properties: {code: {type: string}, n: {type: integer}}}}
defaults: {envelope: E, status: 400, fields: {n: 1}, omit: [X-H, s, t]}
errors:
  %s
`
	for _, tt := range []struct{ name, entry, want string }{
		{"the name in the end", "X: {code: A}", "X"},
		{"the description's first line", "X: {code: A, description: \"First {line}.\\nSecond.\"}", "First {line}."},
		{"the first string field", "X: {code: A, description: d, fields: {t: b}}", "b"},
		{"one that may be absent has another behind it", "X: {code: A, description: d, fields: {s: '{s}', t: b}}", "{s} | b"},
		{"the body before headers", "X: {code: A, headers: {X-H: h}, fields: {t: b}}", "b"},
		{"a header if there is nothing else", "X: {code: A, headers: {X-H: h}}", "h"},
		{"the envelope's", "X: {code: A, envelope: Text}", "E 1"},
		{"its own before all", "X: {code: A, envelope: Text, text: 'own {$name}'}", "own X"},
		{"an ancestor's", "X: {parent: P, fields: {n: 2}}\n  P: {code: A, text: 'n {n}'}", "n 2"},
		{"the default where a param is absent", "X: {code: A, fields: {t: b}, text: 'at {o}', params: {o: {type: string, optional: true}}}", "at {o} | b"},
		{"none of an HTTP response", "X: {envelope: none, close: 4000, description: d}", "d"},
		{"not what is sensitive", "X: {envelope: Secret, code: A, fields: {s: s, t: b}}", "b"},
		{"not what another envelope says", "X: {envelope: [Number, E], code: A, description: d, fields: {t: b}}", "d"},
		{"wordings of which one is always there", "X: {code: A, description: d, fields: {s: [a, 'b {p}'], t: b}, params: {p: {type: string, optional: true}}}", "a | b {p}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := modeltest.Entry(mustResolve(t, fmt.Sprintf(catalog, tt.entry)), "X")
			if got := modeltest.Templates(e.Text); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestCodes: constants as text, templates, and codes that take any.
func TestCodes(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  S: {body: {properties: {code: {type: string, optional: true}}}}
  I: {body: {properties: {code: {type: integer}}}}
  U: {body: {properties: {code: {type: [integer, string]}}}}
errors:
  %s
`
	for _, tt := range []struct {
		name, entry, want string
		any, number       bool
	}{
		{"leading zeros are text", "X: {envelope: S, code: 0100}", "0100", false, false},
		{"what looks like a number is text", "X: {envelope: S, code: 42E10}", "42E10", false, false},
		{"negative", "X: {envelope: I, code: -2000}", "-2000", false, true},
		{"a union knows which it is", "X: {envelope: U, code: '7'}", "7", false, false},
		{"a union knows which it is, plain", "X: {envelope: U, code: 7}", "7", false, true},
		{"any code", "X: {envelope: S, code: '{code}'}", "{code}", true, false},
		{"any code by another name", "X: {envelope: S, code: '{c}', params: {c: {type: string}}}", "{c}", true, false},
		{"narrowed", "X: {envelope: S, code: '{code}', params: {code: {enum: [A, B]}}}", "{code}", false, false},
		{"a template with the status", "X: {envelope: I, status: 404, code: '{$status}{n}', params: {n: {type: integer, minimum: 10, maximum: 99}}}", "404{n}", false, false},
		{"a template", "X: {envelope: S, code: 'RETRY_{n}', params: {n: {type: integer}}}", "RETRY_{n}", false, false},
		{"inherited", "X: {parent: P}\n  P: {envelope: S, code: A}", "A", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			code := modeltest.Entry(mustResolve(t, fmt.Sprintf(catalog, tt.entry)), "X").Code
			if got := code.Template.String(); got != tt.want || code.Any != tt.any || code.Number != tt.number {
				t.Errorf("got %s, any %t, number %t", got, code.Any, code.Number)
			}
		})
	}
}

// TestClose: close codes and reasons are not inherited; the reason is the text.
func TestClose(t *testing.T) {
	c := mustResolve(t, problem+`
  A: {status: 401, code: A, fields: {message: 'n {n}'}, params: {n: {type: integer}}, close: 4001}
  B: {parent: A}
  C: {status: 402, code: C, fields: {message: m}, close: {code: 4002, reason: 'bye {$code}'}}
`)
	a, b, d := modeltest.Entry(c, "A").Close, modeltest.Entry(c, "B").Close, modeltest.Entry(c, "C").Close
	if a.Code != 4001 || modeltest.Templates(a.Reason) != "n {n}" || b != nil || d.Code != 4002 || modeltest.Templates(d.Reason) != "bye C" || !c.HasClose {
		t.Error(a, b, d)
	}
}

// TestFieldsOfEnvelopes: which leaves are which fields.
func TestFieldsOfEnvelopes(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
types:
  Place: {properties: {line: {type: integer}}}
envelopes:
  E:
    headers:
      X-Kind: {const: a}
      Retry-After: {type: integer, format: seconds, optional: true}
      X-Code: {type: string, field: code}
    body:
      properties:
        kind: {const: error}
        code: {type: string, field: code}
        state: {enum: [open, closed]}
        inner: {optional: true, sensitive: true, properties: {deep: {type: string}, place: {$ref: Place}}}
        list: {type: array, items: {properties: {x: {type: string}}}}
        old: {type: string, field: message, alias: true}
        message: {type: string, field: message}
        whole: {properties: {y: {type: integer}}, field: all}
      additionalProperties: {field: more}
defaults: {fields: {state: open, list: [], message: m, all: {y: 1}}, omit: [deep, place, more, Retry-After]}
errors:
  A: {status: 400, code: A}
`)
	var got []string
	for _, f := range c.Envelopes[0].Fields {
		s := f.Name
		if f.Optional {
			s += "?"
		}
		if f.Sensitive {
			s += "!"
		}
		if f.Header {
			s += " header"
		}
		if f.Map {
			s += " map"
		}
		got = append(got, s+" "+modeltest.Go(f.Schema.Go))
	}
	want := []string{"Retry-After? header time.Duration", "state string", "deep?! string", "place?! Place", "list []EListItem", "message string", "all EAll", "more? map map[string]any"}
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if env := c.Envelopes[0]; !env.HasCode || env.CodeField.Header != true || env.StatusField != nil {
		t.Error("the code's field")
	}
	var kinds []model.NodeKind
	for _, n := range c.Envelopes[0].Body.Members {
		kinds = append(kinds, n.Kind)
	}
	if fmt.Sprint(kinds) != fmt.Sprint([]model.NodeKind{model.ConstNode, model.CodeNode, model.FieldNode, model.ObjectNode, model.FieldNode, model.FieldNode, model.FieldNode, model.FieldNode}) {
		t.Error(kinds)
	}
}

// TestOmittedCode: a code and a status that are omitted are not written, and the
// entry is known by what is there.
func TestOmittedCode(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
envelopes:
  E:
    headers: {X-Code: {type: string, field: code, optional: true}}
    body: {properties: {status: {type: integer, optional: true}, code: {type: string, field: code, optional: true}, message: {type: string}}}
errors:
  A: {status: 400, code: A, omit: [status, code], fields: {message: a}}
  B: {status: 400, code: B, fields: {message: b}}
examples:
  - {name: a, error: A, status: 400, body: '{"message":"a"}'}
  - {name: b, error: B, status: 400, body: '{"status":400,"code":"B","message":"b"}'}
`)
	for name, want := range map[string]string{"A": `{"message":"a"}`, "B": `{"status":400,"code":"B","message":"b"}`} {
		sample := modeltest.Entry(c, name).Samples[0]
		if got := string(sample.Body); got != want || (len(sample.Headers) == 1) != (name == "A") {
			t.Errorf("%s is written as %s, %v", name, got, sample.Headers)
		}
	}
}

// TestDefaultsTellEntriesApart: a leaf's default that differs from entry to entry
// is a fact of the entry, one that is the same in all is none.
func TestDefaultsTellEntriesApart(t *testing.T) {
	mustResolve(t, `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {type: {type: string, default: 'https://x.example/{$name}'}, title: {type: string, default: Problem}}}}
errors:
  A: {status: 404}
  B: {status: 404}
examples:
  - {name: a, error: A, status: 404, body: '{"type":"https://x.example/A","title":"Problem"}'}
  - {name: b, error: B, status: 404, body: '{"type":"https://x.example/B","title":"Reworded"}'}
  - {name: c, error: unknown, status: 404, body: '{"type":"https://x.example/C","title":"Problem"}'}
`)
}
