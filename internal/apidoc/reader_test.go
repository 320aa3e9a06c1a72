package apidoc

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is a file that documents of TestReader refer to.
const shared = `components:
  schemas:
    Code: {type: string, enum: [NO_ORDER]}
    Problem: &problem
      type: object
      required: [code, message]
      properties: {code: {$ref: '#/components/schemas/Code'}, message: {type: string}, causes: {type: array, items: {$ref: shared.yaml#/components/schemas/Problem}}}
    Renamed: {$ref: '#/components/schemas/Problem'}
    Busy: {type: object, required: [code], properties: {code: {type: string, enum: [BUSY]}, since: {type: string, enum: [2026-11-28]}}}
    Either:
      oneOf: [{$ref: '#/components/schemas/Problem'}, {$ref: ./shared.yaml#/components/schemas/Busy}]
      discriminator: {propertyName: code, mapping: {NO_ORDER: shared.yaml#/components/schemas/Problem, BUSY: Busy}}
a/b ~ c: [{schema: *problem}]
`

// TestReader: of what a response refers to, in whatever way, it is decided what it admits.
func TestReader(t *testing.T) {
	catalog := catalogOf(t, "shop.yaml", []byte(orders))
	const missing = `body-refused /x: property "x" is missing`
	for _, test := range []struct{ schema, found string }{
		{`{$ref: 'shared.yaml#/components/schemas/Problem'}`, ""},
		{`{$ref: './shared.yaml#/components/schemas/Renamed'}`, ""},
		{`{$ref: 'shared.yaml#/a~1b%20~0%20c/0/schema'}`, ""},
		{`{$ref: 'shared.yaml#/components/schemas/Either'}`, ""},
		{`{$ref: '#/x-far/schema'}`, ""},
		{`{$ref: 'shared.yaml#/components/schemas/Busy'}`, `body-refused /code: value is not one of the allowed values ["BUSY"]`},
		{`{allOf: [{$ref: 'shared.yaml#/components/schemas/Problem'}, {required: [x]}]}`, missing},
		{`{$ref: 'shared.yaml#/components/schemas/Problem', required: [x]}`, "3.1 " + missing},
		{`{$ref: 'shared.yaml#/components/schemas/Problem', description: No more than that.}`, ""},
		{`{properties: {code: {const: NO_ORDER}}}`, ""},
		{`{properties: {code: {enum: [NO_ORDER]}, message: false}}`, "body-refused /message: the false schema accepts no value"},
		{`{additionalProperties: False, properties: {code: {enum: [NO_ORDER]}}}`, `body-refused property "message" is unsupported`},
		{`{<<: *base, properties: {code: {enum: [NO_ORDER]}, x: {type: string}}}`, missing},
		{`{<<: [{required: [code]}, *base], properties: {code: {enum: [NO_ORDER]}}}`, ""},
		{`{oneOf: [{$ref: 'shared.yaml#/components/schemas/Busy'}, {required: [x], properties: {code: {enum: [NO_ORDER]}}}]}`, missing},
		{`{oneOf: [{required: [x]}, {required: [y]}]}`, `body-refused value doesn't match any schema from "oneOf"`},
		{`{oneOf: [{required: [code]}, {required: [message]}]}`, `body-refused value matches more than one schema from "oneOf" (matches schemas at indices [0 1])`},
	} {
		for _, version := range []string{"3.0", "3.1"} {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "shared.yaml"), []byte(shared), 0o666); err != nil {
				t.Fatal(err)
			}
			d := documentOf(t, dir, "api.yaml", `openapi: `+version+`.0
x-base: &base {type: object, required: [x]}
x-far: {$ref: 'shared.yaml#/a~1b ~0 c/0'}
paths:
  /orders/{id}: {get: {responses: {'404': {description: None., content: {application/json: {schema: `+test.schema+`}}}, '503': {description: Busy.}}, x-errgen-allow: {media-type-undocumented: It is another's.}}}
`)
			want, only := strings.CutPrefix(test.found, "3.1 ")
			if only && version != "3.1" {
				want = ""
			}
			var got []string
			for _, f := range Check([]*Document{d}, []*Catalog{catalog}, Options{}) {
				got = append(got, f.Rule+" "+strings.TrimPrefix(f.Message, "the schema of `404` does not admit `NoOrder`: "))
			}
			if strings.Join(got, "\n") != want {
				t.Errorf("%s %s:\n got %s\nwant %s", version, test.schema, strings.Join(got, "\n"), want)
			}
		}
	}
}

// TestUnreadable: what cannot be read is an error that says where.
func TestUnreadable(t *testing.T) {
	bomb := "x-a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 'b'; i < 'j'; i++ {
		bomb += strings.ReplaceAll("x-"+string(i)+": &"+string(i)+" [*A, *A, *A, *A, *A, *A, *A, *A, *A, *A]\n", "*A", "*"+string(i-1))
	}
	for _, test := range []struct{ document, want string }{
		{"paths: {/a: {$ref: none.yaml}}", "api.yaml:2:14: open none.yaml: no such file or directory"},
		{"paths: {/a: {$ref: 'file://host/none.yaml'}}", "api.yaml:2:14: file://host/none.yaml is not fetched: refer to a file"},
		{"paths: {/a: {$ref: '#a'}}", "api.yaml:2:14: there is no `#a`"},
		{"paths: {/a: {$ref: '#/paths/~1a'}}", "api.yaml:2:9: the $ref leads back to itself"},
		{"paths: {/a: {get: {responses: {'404': {$ref: '%'}}}}}", "api.yaml:2:40: `%` is no reference: parse \"%\": invalid URL escape \"%\""},
		{"paths: {/a: {get: {responses: {'404': {content: {a/b: {schema: [x]}}}}}}}", "api.yaml:2:56: this is no schema"},
		{"paths: {/a: {get: {responses: {'404': {content: {a/b: {schema: {required: true}}}}}}}}", "api.yaml:2:56: this is no schema: json: cannot unmarshal bool into field Schema.required of type []string"},
		{"info: {title: a, version: b, title: c}", "api.yaml:2:30: the key `title` stands twice in one mapping"},
		{"paths:\n  /a: {get: {}}\n  /b: {}\n  /c: {}\n  /d: {}\n  /e: {}\n  /f: {}\n  /g: {}\n  /h: {}\n  /a: {}", "api.yaml:11:3: the key `/a` stands twice in one mapping"},
		{bomb + "paths: {/a: {get: {responses: {'404': {content: {a/b: {example: *i}}}}}}}", "api.yaml:11:56: aliases make too much of it, or it contains itself"},
	} {
		t.Chdir(t.TempDir())
		if err := os.WriteFile("api.yaml", []byte("openapi: 3.0.0\n"+test.document+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Read("api.yaml"); err == nil || err.Error() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.document[max(0, len(test.document)-80):], err, test.want)
		}
	}
}
