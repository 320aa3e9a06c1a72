package resolve

import (
	"fmt"
	"os"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
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
		c := mustResolve(t, fmt.Sprintf("errgen: 1\npackage: demo\nenvelopes: {E: {body: {properties: {v: {}}}}}\nerrors: {A: {status: 400, fields: {v: '{p}'}, params: {p: %s}}}\n", schema))
		e := entryOf(c, "A")
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

// TestIncluded: types and envelopes of included files are the catalog's, and
// findings in them point there.
func TestIncluded(t *testing.T) {
	const catalog = "errgen: 1\npackage: demo\ninclude: [shared.yaml]\nerrors: {A: {status: 400, code: A, fields: {size: %s}}}\n"
	const shared = "errgen: 1\ntypes: {Size: {type: string, enum: [small, large]}}\nenvelopes: {E: {body: {properties: {code: {type: string}, size: {$ref: %s}}}}}\n"
	read := func(ref string) load.ReadFunc {
		return func(path string) ([]byte, error) {
			if path != "shared.yaml" {
				return nil, os.ErrNotExist
			}
			return fmt.Appendf(nil, shared, ref), nil
		}
	}
	for _, tt := range []struct {
		size, ref, file string
		code            diag.Code
	}{
		{"small", "Size", "", ""},
		{"huge", "Size", "catalog.yaml", diag.ValueNotAllowed},
		{"small", "Sizes", "shared.yaml", diag.UnknownType},
	} {
		var l diag.List
		f := load.BytesWith("catalog.yaml", fmt.Appendf(nil, catalog, tt.size), read(tt.ref), &l)
		c := Catalog(f, &l)
		found := l.Sorted()
		switch {
		case tt.code == "" && (c == nil || len(found) > 0 || showFills(c.Entries[0]) != `size="small"`):
			t.Errorf("%v", found)
		case tt.code != "" && (c != nil || len(found) != 1 || found[0].Code != tt.code || found[0].Pos.File != tt.file):
			t.Errorf("%v", found)
		}
	}
}
