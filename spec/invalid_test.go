package spec_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
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
		"several errors": "errgen: 1\npackage: shop\nenvelopes: {L: {body: {repeated: true, items: {type: string, field: code}}}}\nerrors: {Gone: {code: GONE}}\n" +
			"examples: [{name: two, error: [Gone, unknown], status: 410, body: '[\"GONE\",\"x\"]'}]\n",
	}
	s := compile(t)
	for name, text := range cases {
		validate(t, s, name, text)
		if f := findings(text); f != nil && !needsFiles[name] {
			t.Errorf("%s: errgen itself finds %v", name, f)
		}
	}
}

// rejection is a catalog that the schema refuses at a place.
type rejection struct{ name, text, at string }

// entry, leaf and envelope are the catalog with something else for the entry's
// status, for the schema of the message, and with more keys of the envelope.
func entry(keys string) string { return strings.Replace(whole, "status: 410", keys, 1) }

func leaf(schema string) string {
	return strings.Replace(whole, "message: {type: string}", "message: "+schema, 1)
}

func envelope(keys string) string { return strings.Replace(whole, "  E: {", "  E: {"+keys+", ", 1) }

// rejectedFiles are wrong at the top level, or in what stands beside the entries.
var rejectedFiles = []rejection{
	{"a list", "[1]", ""},
	{"no version", strings.Replace(whole, "errgen: 1\n", "", 1), ""},
	{"another version", strings.Replace(whole, "errgen: 1", "errgen: 2", 1), "/errgen"},
	{"a version as text", strings.Replace(whole, "errgen: 1", "errgen: '1'", 1), "/errgen"},
	{"no package and a title", "errgen: 1\ntitle: t\nenvelopes: {E: {}}\n", ""},
	{"no envelopes", "errgen: 1\npackage: shop\nerrors: {Gone: {status: 410}}\n", ""},
	{"a package with a hyphen", strings.Replace(whole, "package: shop", "package: my-shop", 1), "/package"},
	{"an unknown key", whole + "error: {}\n", ""},
	{"options that nothing reads", whole + "lint: {}\n", ""},
	{"an option of an entry that nothing reads", entry("status: 410, lint: {}"), "/errors/Gone"},
	{"parent in defaults", whole + "defaults: {parent: Gone}\n", "/defaults"},
	{"code in defaults", whole + "defaults: {code: GONE}\n", "/defaults"},
	{"deprecated in defaults", whole + "defaults: {deprecated: {since: '2'}}\n", "/defaults"},
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
	{"an address without a host", whole + "docs: 'https:///x'\n", "/docs"},
	{"an absolute include", "errgen: 1\npackage: shop\ninclude: [/etc/shared.yaml]\n", "/include/0"},
	{"a package that is a keyword", strings.Replace(whole, "package: shop", "package: func", 1), "/package"},
	{"an operation with an error twice", whole + "operations: {Get: [Gone, Gone]}\n", "/operations/Get"},
	{"a reason without a close code", whole + "examples: [{name: a, error: Gone, reason: b}]\n", "/examples/0"},
	{"a close code with a status", whole + "examples: [{name: a, error: Gone, close: 1008, status: 410}]\n", "/examples/0/status"},
	{"decodes without a waiver", whole + "examples: [{name: a, error: Gone, status: 410, decodes: unknown}]\n", "/examples/0"},
	{"a waiver for what is unknown", whole + "examples: [{name: a, error: unknown, status: 410, waive: [{at: /code, because: b}]}]\n", "/examples/0/error"},
	{"an unknown kind of Go types", whole + "go: {types: some}\n", "/go/types"},
}

// rejectedEntries are wrong in an entry.
var rejectedEntries = []rejection{
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
	{"a status under 200", entry("status: 100"), "/errors/Gone/status"},
	{"a range under 200", entry("status: 1XX"), "/errors/Gone/status"},
	{"a status twice wrong", entry("status: [410, 4xx]"), "/errors/Gone/status/1"},
	{"an envelope twice", entry("envelope: [E, E]"), "/errors/Gone/envelope"},
	{"a brace alone", entry("fields: {message: 'Gone :-}'}"), "/errors/Gone/fields/message"},
	{"a brace alone in a tree", entry("fields: {message: {a: ['{']}}"), "/errors/Gone/fields/message/a/0"},
	{"braces without a name", entry("text: 'Gone {}'"), "/errors/Gone/text"},
	{"a code among the fields", entry("fields: {code: GONE}"), "name code"},
	{"the status to match", entry("match: [status]"), "/errors/Gone/match/0"},
	{"a header that is none", entry("headers: {a b: c}"), "name a b"},
	{"a header of the server", entry("headers: {content-LENGTH: 0}"), "name content-LENGTH"},
	{"a header of two lines", entry("headers: {X-A: \"a\\nb\"}"), "/errors/Gone/headers/X-A"},
	{"an address of another kind", entry("docs: 'ftp://x.example/'"), "/errors/Gone/docs"},
	{"a bound of a text", entry("params: {a: {type: string, minimum: 1}}"), "/errors/Gone/params/a/type"},
	{"a pattern of a number", entry("params: {a: {type: integer, pattern: '[0-9]+'}}"), "/errors/Gone/params/a/type"},
	{"a reserved close code", entry("close: 1006"), "/errors/Gone/close"},
	{"a close code below 1000", entry("close: 8"), "/errors/Gone/close"},
	{"a close reason alone", entry("close: {reason: Gone.}"), "/errors/Gone/close"},
	{"deprecated: true", entry("deprecated: true"), "/errors/Gone/deprecated"},
	{"a Go name in lower case", entry("go: {name: gone}"), "/errors/Gone/go/name"},
	{"a Go name that is none", entry("go: {name: a b}"), "/errors/Gone/go/name"},
	{"a field within a param", entry("params: {a: {items: {type: string, field: b}}}"), "/errors/Gone/params/a/items"},
}

// rejectedSchemas are wrong in an envelope, a type or a schema.
var rejectedSchemas = []rejection{
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
	{"an exchange value in a type", whole + "types: {T: {type: string, exchange: true}}\n", "/types/T"},
	{"boolean additionalProperties", leaf("{type: object, additionalProperties: true}"), "/envelopes/E/body/properties/message/additionalProperties"},
	{"an unknown key in an envelope", envelope("content: text/plain"), "/envelopes/E"},
	{"match as text", envelope("match: message"), "/envelopes/E/match"},
	{"a media type that is null", envelope("mediaType: null"), "/envelopes/E/mediaType"},
	{"part as a number", envelope("part: 1"), "/envelopes/E/part"},
	{"a required body", envelope("status: 204"), "/envelopes/E/status"},
	{"a media type that is none", envelope("mediaType: json"), "/envelopes/E/mediaType"},
	{"a text with members", envelope("mediaType: text/plain"), "/envelopes/E/body/properties"},
	{"a header that is a list", envelope("headers: {X-A: {type: array}}"), "/envelopes/E/headers/X-A/type"},
	{"a header with members", envelope("headers: {X-A: {properties: {a: {}}}}"), "/envelopes/E/headers/X-A/properties"},
	{"a body without a name", "errgen: 1\npackage: shop\nenvelopes: {E: {body: {type: string}}}\n", "/envelopes/E/body"},
	{"a union with lists", leaf("{type: [string, array]}"), "/envelopes/E/body/properties/message/type"},
	{"a format of numbers", leaf("{type: string, format: seconds}"), "/envelopes/E/body/properties/message/format"},
	{"a format of texts", leaf("{type: integer, format: date}"), "/envelopes/E/body/properties/message/format"},
	{"a format of integers", leaf("{type: number, format: int32}"), "/envelopes/E/body/properties/message/format"},
	{"an enum of lists", leaf("{enum: [[a]]}"), "/envelopes/E/body/properties/message/enum/0"},
	{"a constant with a field", leaf("{const: a, field: b}"), "/envelopes/E/body/properties/message/field"},
	{"an exchange value with a default", leaf("{type: string, exchange: true, default: a}"), "/envelopes/E/body/properties/message/default"},
	{"a type beside alternatives", leaf("{type: string, oneOf: [{type: string}, {type: array}]}"), "/envelopes/E/body/properties/message/type"},
	{"an optional alternative", leaf("{oneOf: [{type: string, optional: true}, {type: array}]}"), "/envelopes/E/body/properties/message/oneOf/0/optional"},
	{"a list without items repeated", leaf("{repeated: true}"), "/envelopes/E/body/properties/message"},
	{"an alias of nothing", leaf("{type: string, alias: true}"), "/envelopes/E/body/properties/message"},
	{"a form without a value", leaf("{type: string, as: 'urn:x'}"), "/envelopes/E/body/properties/message/as"},
	{"a written form with anything in it", leaf("{type: string, as: ['{_}#{}']}"), "/envelopes/E/body/properties/message/as/0"},
	{"two holes side by side", leaf("{type: string, as: ['{}', '{_}{}']}"), "/envelopes/E/body/properties/message/as/1"},
	{"an optional type", whole + "types: {T: {type: string, optional: true}}\n", "/types/T/optional"},
	{"optional items", whole + "types: {T: {type: array, items: {type: string, optional: true}}}\n", "/types/T/items/optional"},
}

func TestSchemaRejects(t *testing.T) {
	s := compile(t)
	for _, c := range slices.Concat(rejectedFiles, rejectedEntries, rejectedSchemas) {
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
		proof.Catalog(resolve.Catalog(f, &l), f, &l)
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
