package proof

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// TestSampleValues: what is made up for a param satisfies its schema.
func TestSampleValues(t *testing.T) {
	for schema, want := range map[string]string{
		"{type: string}":                                                  `"p"`,
		"{type: string, example: e}":                                      `"e"`,
		"{type: string, default: d}":                                      `"d"`,
		"{enum: [b, a]}":                                                  `"b"`,
		"{type: string, minLength: 3}":                                    `"pxx"`,
		"{type: string, maxLength: 0}":                                    `""`,
		"{type: string, format: date-time}":                               `"2006-01-02T15:04:05Z"`,
		"{type: string, format: byte}":                                    `"ZXhhbXBsZQ=="`,
		"{type: string, format: byte, maxLength: 3}":                      `""`,
		"{type: string, format: byte, minLength: 13}":                     `"AAAAAAAAAAAAAAAA"`,
		"{type: string, format: byte, pattern: '[a-z]{4}'}":               `"aaaa"`,
		"{type: string, format: email, maxLength: 8}":                     `"a@b"`,
		"{type: string, format: email, minLength: 20}":                    `"xxxxxxxxxxxxxxxxxxxx@example.com"`,
		"{type: string, format: uri, maxLength: 12}":                      `"urn:a:b"`,
		"{type: string, format: uri, minLength: 24}":                      `"https://example.com/xxxxxxxxxxxxxxxxxxxxxxxx"`,
		"{type: string, format: hostname, minLength: 14}":                 `"a.a.a.a.a.a.a.host.example"`,
		"{type: string, format: ipv4, maxLength: 7}":                      `"1.1.1.1"`,
		"{type: integer}":                                                 `1`,
		"{type: integer, minimum: 10}":                                    `10`,
		"{type: integer, maximum: -3}":                                    `-3`,
		"{type: integer, exclusiveMinimum: 1, exclusiveMaximum: 3}":       `2`,
		"{type: number, exclusiveMinimum: 0.25, exclusiveMaximum: 0.75}":  `0.5`,
		"{type: integer, format: unix-time}":                              `1136214245`,
		"{type: boolean}":                                                 `true`,
		"{type: [integer, string]}":                                       `1`,
		"{type: array, items: {type: integer}}":                           `[1]`,
		"{type: array, minItems: 2, items: {type: boolean}}":              `[true,true]`,
		"{type: array, maxItems: 0}":                                      `[]`,
		"{oneOf: [{type: array, items: {type: string}}, {type: string}]}": `["p"]`,
		"{properties: {a: {type: integer}, b: {type: string, optional: true}, c: {type: string, optional: true, example: x}}}": `{"a":1,"c":"x"}`,
		"{type: object}":                                                `{}`,
		"{enum: [b]}":                                                   `"b"`,
		"{type: string, minLength: 1}":                                  `"p"`,
		"{type: string, maxLength: 1}":                                  `"p"`,
		"{type: string, pattern: '[0-9]{3}'}":                           `"000"`,
		"{type: string, pattern: '[a-z]+', minLength: 3}":               `"pxx"`,
		"{type: integer, exclusiveMinimum: 5}":                          `6`,
		"{type: integer, exclusiveMaximum: -5}":                         `-6`,
		"{type: integer, minimum: 5, maximum: 5}":                       `5`,
		"{type: integer, format: int32, minimum: 2147483647}":           `2147483647`,
		"{type: integer, format: uint64, minimum: 9223372036854775808}": `9223372036854775808`,
		"{type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: string}}}}}}":              `[[[[[]]]]]`,
		"{type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: string}, minItems: 1}}}}}": `[[[[["p"]]]]]`,
		"{type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: string}, minItems: 0}}}}}": `[[[[[]]]]]`,
		"{properties: {a: {properties: {a: {properties: {a: {properties: {a: {type: string, optional: true, example: x}}}}}}}}}":                    `{"a":{"a":{"a":{"a":"x"}}}}`,
		"{properties: {a: {properties: {a: {properties: {a: {properties: {a: {properties: {a: {type: string, optional: true, example: x}}}}}}}}}}}": `{"a":{"a":{"a":{"a":{}}}}}`,
	} {
		c := mustProve(t, fmt.Sprintf("errgen: 1\npackage: demo\nenvelopes: {E: {body: {properties: {v: {}}}}}\nerrors: {A: {status: 400, fields: {v: '{p}'}, params: {p: %s}}}\n", schema))
		e := c.Entries[0]
		s := e.Samples[0]
		if len(s.Params) != 1 {
			t.Errorf("%s: %d params", schema, len(s.Params))
			continue
		}
		if got := string(s.Params[0].Value.AppendJSON(nil)); got != want {
			t.Errorf("%s: got %s, want %s", schema, got, want)
		}
		if why := values.NewChecker().Violation(s.Params[0].Value, e.Params[0].Schema); why != "" {
			t.Errorf("%s: %s", schema, why)
		}
		if body := string(s.Body); body != `{"v":`+want+`}` {
			t.Errorf("%s: %s", schema, body)
		}
	}
}

// TestSampleLengths: lists have as many items as they must.
func TestSampleLengths(t *testing.T) {
	for _, tt := range []struct{ minItems, want int }{{1, 1}, {2, 2}, {101, 101}} {
		c := mustProve(t, fmt.Sprintf("errgen: 1\npackage: demo\nenvelopes: {E: {body: {properties: {v: {type: array, minItems: %d, items: {type: boolean}}}}}}\nerrors: {A: {status: 400}}\n", tt.minItems))
		if got := len(c.Entries[0].Samples[0].Params[0].Value.Items); got != tt.want {
			t.Errorf("%d items of at least %d", got, tt.minItems)
		}
	}
}

// TestSamples: an entry is shown in each of its envelopes, with what that one requires.
func TestSamples(t *testing.T) {
	c := mustProve(t, `errgen: 1
package: demo
envelopes:
  E: {status: 4XX, body: {properties: {code: {type: string}, text: {type: string}, hint: {type: string, optional: true}}}}
  F: {status: [409, 5XX], body: {properties: {code: {type: string}, reason: {type: string, field: why}, more: {type: string, field: more, optional: true}}}}
  G: {status: 418, body: {properties: {code: {type: string}, by: {type: array, items: {errorOf: H}}}}}
  H: {part: true, body: {properties: {code: {type: string}, n: {type: integer, field: n}}}}
errors:
  A: {envelope: [E, F], status: [404, 409, 503], code: A, fields: {hint: '{hint}', more: '{more}'}}
  B: {envelope: E, status: 410, code: B, fields: {text: b}, omit: [hint]}
  C: {envelope: [E, F], code: C, fields: {text: c, why: 'c {w}'}, omit: [hint, more], params: {w: {type: string}}}
  D: {envelope: G, code: D}
  H1: {envelope: H, code: H1}
  H2: {envelope: H, code: H2}
`)
	for name, want := range map[string]string{
		"A":  `404 {"code":"A","text":"text"} 409 {"code":"A","reason":"why"}`,
		"B":  `410 {"code":"B","text":"b"}`,
		"C":  `400 {"code":"C","text":"c"} 500 {"code":"C","reason":"c w"}`,
		"D":  `418 {"code":"D","by":[{"code":"H1","n":1}]}`,
		"H2": `500 {"code":"H2","n":1}`,
	} {
		var got []string
		for _, e := range c.Entries {
			if e.Name == name {
				for _, s := range e.Samples {
					got = append(got, fmt.Sprint(s.Status)+" "+string(s.Body))
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", name, strings.Join(got, " "), want)
		}
	}
}
