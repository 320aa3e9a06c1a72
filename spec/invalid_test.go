package spec_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// A catalog that is whole; the cases below add to it or change it.
const whole = `errgen: 1
package: shop
envelopes:
  E: {body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
  Gone: {code: GONE, status: 410}
`

func TestSchemaAdmits(t *testing.T) {
	cases := map[string]string{
		"the smallest":             whole,
		"a shared file":            "errgen: 1\ntypes: {T: {type: string}}\nenvelopes: {E: {}}\n",
		"envelopes from elsewhere": "errgen: 1\npackage: shop\ninclude: [shared.yaml]\nerrors: {Gone: {status: 410}}\n",
		"x- keys":                  whole + "x-owner: {team: shop}\n",
		"x- keys in an entry":      strings.Replace(whole, "status: 410", "status: 410, x-owner: shop", 1),
		"digits as a code":         strings.Replace(whole, "code: GONE", "code: 0100", 1),
		"a word as a code":         strings.Replace(whole, "code: GONE", "code: true", 1),
		"a number as a title":      whole + "title: 1.10\n",
		"null as a type":           strings.Replace(whole, "message: {type: string}", "message: {type: [string, null]}", 1),
		"null as a value":          strings.NewReplacer("status: 410", "status: 410, fields: {message: null}", "message: {type: string}", "message: {type: [string, null]}").Replace(whole),
		"a member called x-y":      strings.Replace(whole, "message: {type: string}", "x-y: {type: string}", 1),
		"statuses":                 strings.Replace(whole, "status: 410", "status: [400, 5XX]", 1),
		"any status":               strings.Replace(whole, "status: 410", "status: any", 1),
		"close with a reason":      strings.Replace(whole, "status: 410", "close: {code: 1008, reason: 'No {x}.'}, params: {x: {type: string}}", 1),
		"wordings":                 strings.Replace(whole, "status: 410", "status: 410, fields: {message: [Gone., It is gone.]}", 1),
		"several header lines":     strings.Replace(whole, "status: 410", "status: 410, headers: {Link: [a, b]}", 1),
		"a narrowed field":         strings.Replace(whole, "status: 410", "status: 410, params: {message: {example: It is gone.}}", 1),
		"an operation as a list":   whole + "operations: {Get: [Gone]}\n",
		"a whole operation":        whole + "operations: {Get: {errors: [Gone], method: GET, path: '/x/{id}'}}\n",
		"several errors":           whole + "examples: [{name: two, error: [Gone, unknown], status: 410, body: '[]'}]\n",
	}
	s := compile(t)
	for name, text := range cases {
		validate(t, s, name, text)
		if f := findings(text); f != nil && !needsFiles[name] {
			t.Errorf("%s: errgen itself finds %v", name, f)
		}
	}
}

func TestSchemaRejects(t *testing.T) {
	entry := func(keys string) string { return strings.Replace(whole, "status: 410", keys, 1) }
	leaf := func(schema string) string {
		return strings.Replace(whole, "message: {type: string}", "message: "+schema, 1)
	}
	envelope := func(keys string) string { return strings.Replace(whole, "  E: {", "  E: {"+keys+", ", 1) }
	cases := []struct{ name, text, at string }{
		{"a list", "[1]", ""},
		{"no version", strings.Replace(whole, "errgen: 1\n", "", 1), ""},
		{"another version", strings.Replace(whole, "errgen: 1", "errgen: 2", 1), "/errgen"},
		{"a version as text", strings.Replace(whole, "errgen: 1", "errgen: '1'", 1), "/errgen"},
		{"no package and errors", strings.Replace(whole, "package: shop\n", "", 1), ""},
		{"no envelopes", "errgen: 1\npackage: shop\nerrors: {Gone: {status: 410}}\n", ""},
		{"a package with a hyphen", strings.Replace(whole, "package: shop", "package: my-shop", 1), "/package"},
		{"an unknown key", whole + "error: {}\n", ""},
		{"an entry that is nothing", strings.Replace(whole, "{code: GONE, status: 410}", "", 1), "/errors/Gone"},
		{"an entry that is text", strings.Replace(whole, "{code: GONE, status: 410}", "GONE", 1), "/errors/Gone"},
		{"an entry in lower case", strings.Replace(whole, "  Gone:", "  gone:", 1), "name gone"},
		{"an unknown key in an entry", entry("state: 410"), "/errors/Gone"},
		{"a text without its quotes", entry("description: Sorry, not here"), "/errors/Gone"},
		{"a code that is a list", strings.Replace(whole, "code: GONE", "code: [GONE]", 1), "/errors/Gone/code"},
		{"a code that is null", strings.Replace(whole, "code: GONE", "code: ~", 1), "/errors/Gone/code"},
		{"a status that is a word", entry("status: gone"), "/errors/Gone/status"},
		{"a status in lower case", entry("status: 4xx"), "/errors/Gone/status"},
		{"a status of two digits", entry("status: 41"), "/errors/Gone/status"},
		{"no status at all", entry("status: []"), "/errors/Gone/status"},
		{"fields as a list", entry("fields: [message]"), "/errors/Gone/fields"},
		{"omit as text", entry("omit: message"), "/errors/Gone/omit"},
		{"a param with a hyphen", entry("params: {a-b: {type: string}}"), "name a-b"},
		{"a param as a type", entry("params: {a: string}"), "/errors/Gone/params/a"},
		{"a param that is exchanged", entry("params: {a: {type: string, exchange: true}}"), "/errors/Gone/params/a"},
		{"a field in a param", entry("params: {a: {type: string, field: b}}"), "/errors/Gone/params/a"},
		{"retryable as text", entry("retryable: 'yes'"), "/errors/Gone/retryable"},
		{"yes, which is text", entry("retryable: yes"), "/errors/Gone/retryable"},
		{"a close code below 1000", entry("close: 8"), "/errors/Gone/close"},
		{"a close reason alone", entry("close: {reason: Gone.}"), "/errors/Gone/close"},
		{"deprecated: true", entry("deprecated: true"), "/errors/Gone/deprecated"},
		{"a Go name in lower case", entry("go: {name: gone}"), "/errors/Gone/go/name"},
		{"a Go name that is none", entry("go: {name: a b}"), "/errors/Gone/go/name"},
		{"parent in defaults", whole + "defaults: {parent: Gone}\n", "/defaults"},
		{"code in defaults", whole + "defaults: {code: GONE}\n", "/defaults"},
		{"deprecated in defaults", whole + "defaults: {deprecated: {since: '2'}}\n", "/defaults"},
		{"an unknown type", leaf("{type: text}"), "/envelopes/E/body/properties/message/type"},
		{"required", leaf("{type: string, required: true}"), "/envelopes/E/body/properties/message"},
		{"a schema as text", leaf("string"), "/envelopes/E/body/properties/message"},
		{"private outside params", leaf("{type: string, private: true}"), "/envelopes/E/body/properties/message"},
		{"optional as text", leaf("{type: string, optional: 'true'}"), "/envelopes/E/body/properties/message/optional"},
		{"a negative length", leaf("{type: string, minLength: -1}"), "/envelopes/E/body/properties/message/minLength"},
		{"a bound as text", leaf("{type: integer, minimum: '1'}"), "/envelopes/E/body/properties/message/minimum"},
		{"an enum of nothing", leaf("{enum: []}"), "/envelopes/E/body/properties/message/enum"},
		{"no alternative", leaf("{oneOf: []}"), "/envelopes/E/body/properties/message/oneOf"},
		{"a field in a type", whole + "types: {T: {properties: {a: {type: string, field: b}}}}\n", "/types/T/properties/a"},
		{"a field within a param", entry("params: {a: {items: {type: string, field: b}}}"), "/errors/Gone/params/a/items"},
		{"an exchange value in a type", whole + "types: {T: {type: string, exchange: true}}\n", "/types/T"},
		{"boolean additionalProperties", leaf("{type: object, additionalProperties: true}"), "/envelopes/E/body/properties/message/additionalProperties"},
		{"an unknown key in an envelope", envelope("content: text/plain"), "/envelopes/E"},
		{"match as text", envelope("match: message"), "/envelopes/E/match"},
		{"a media type that is null", envelope("mediaType: null"), "/envelopes/E/mediaType"},
		{"part as a number", envelope("part: 1"), "/envelopes/E/part"},
		{"a source without a title", whole + "sources: [{id: a}]\n", "/sources/0"},
		{"a source as text", whole + "sources: [page.html]\n", "/sources/0"},
		{"a count as text", whole + "count: '1'\n", "/count"},
		{"a group with a wrong count", whole + "groups: {G: {count: many}}\n", "/groups/G/count"},
		{"an operation without errors", whole + "operations: {Get: {method: GET}}\n", "/operations/Get"},
		{"retired without code and name", whole + "retired: [{since: '1'}]\n", "/retired/0"},
		{"an example without an error", whole + "examples: [{name: a, status: 410}]\n", "/examples/0"},
		{"an example with a range", whole + "examples: [{name: a, error: Gone, status: 4XX}]\n", "/examples/0/status"},
		{"a body that is no text", whole + "examples: [{name: a, error: Gone, body: {code: GONE}}]\n", "/examples/0/body"},
		{"a waiver without a reason", whole + "examples: [{name: a, error: Gone, waive: [{at: /code}]}]\n", "/examples/0/waive/0"},
		{"a waiver without a pointer", whole + "examples: [{name: a, error: Gone, waive: [{at: code, because: b}]}]\n", "/examples/0/waive/0/at"},
		{"an unknown kind of Go types", whole + "go: {types: some}\n", "/go/types"},
	}
	s := compile(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, err := coreSchema(c.text)
			if err != nil {
				t.Fatal(err)
			}
			var invalid *jsonschema.ValidationError
			if err := s.Validate(v); !errors.As(err, &invalid) {
				t.Fatalf("valid, or no answer: %v\n%s", err, c.text)
			}
			if !fails(invalid, c.at) {
				t.Errorf("not at %q: %v", c.at, invalid)
			}
			if len(findings(c.text)) == 0 {
				t.Error("errgen itself has nothing against it")
			}
		})
	}
}

// needsFiles names catalogs that are whole only together with other files.
var needsFiles = map[string]bool{"a shared file": true, "envelopes from elsewhere": true}

// findings is what the loader and the resolver have against a catalog.
func findings(text string) []diag.Diagnostic {
	var l diag.List
	if f := load.Bytes("catalog.yaml", []byte(text), &l); f != nil {
		resolve.Catalog(f, &l)
	}
	return l.Sorted()
}

// fails reports whether some cause of e is at a place of the catalog, or is about
// a name: "name gone".
func fails(e *jsonschema.ValidationError, at string) bool {
	here := ""
	for _, step := range e.InstanceLocation {
		here += "/" + step
	}
	if name, ok := e.ErrorKind.(*kind.PropertyNames); ok {
		return "name "+name.Property == at // the validator's place of a name cannot be relied on
	}
	if len(e.Causes) == 0 {
		return here == at
	}
	for _, c := range e.Causes {
		if fails(c, at) {
			return true
		}
	}
	return false
}
