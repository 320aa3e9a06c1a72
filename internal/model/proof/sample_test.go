package proof

import (
	"fmt"
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
		"{type: object}": `{}`,
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
