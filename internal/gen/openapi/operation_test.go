package openapi_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// market is a catalog with operations of all kinds of sets; OPTIONS stands for its options.
const market = `errgen: 1
package: market
openapi: {OPTIONS}
envelopes:
  Problem: {body: {properties: {type: {type: string, default: 'https://m.example/{$name}'}, status: {type: integer}, code: {type: string}, message: {type: string}}}}
  Invalid: {status: 422, body: {properties: {code: {const: INVALID}, errors: {repeated: true, items: {properties: {reason: {type: string, field: code}, text: {type: string}}}}}}}
operations:
  list: [Slow]
  put: {method: PUT, path: /things, operationId: putThing, errors: [Stale, Locked, Missing, TooLong, Any4]}
  add: [Missing]
common: [Broken]
fallback: Broken
errors:
  Broken: {envelope: Problem, status: 500, code: BROKEN, fields: {message: Something broke.}}
  Slow: {envelope: Problem, status: 429, code: SLOW, fields: {message: 'Wait for {n} seconds.'}, headers: {X-RateLimit-Limit: '{n}', WWW-Authenticate: Basic}, params: {n: {type: integer, example: 3}}}
  Stale: {envelope: Problem, status: [409, 412], code: STALE, fields: {message: Someone was faster.}}
  Locked: {envelope: Problem, status: 409, code: LOCKED, fields: {message: It is locked.}}
  Any4: {envelope: Problem, status: 4XX, code: ANY, fields: {message: Something is wrong.}}
  Missing: {envelope: Invalid, code: MISSING, fields: {text: It is missing.}}
  TooLong: {envelope: Invalid, code: TOO_LONG, fields: {text: It is too long.}}
  TooShort: {envelope: Invalid, code: TOO_SHORT, fields: {text: It is too short.}}
`

// marketDocument is the document of the market's catalog with options of its own.
func marketDocument(t *testing.T, options string, o openapi.Options) *openapi3.T {
	t.Helper()
	text := strings.Replace(market, "OPTIONS", options, 1)
	files, err := openapi.With(o).Emit(resolved(t, "market.yaml", []byte(text)), gen.Target{})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := openapi3.NewLoader().LoadFromData(files[0].Content)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context(), openapi3.EnableExamplesValidation()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// An operation has a response for each of its statuses, of exactly its entries.
func TestOperationResponses(t *testing.T) {
	doc := marketDocument(t, "", openapi.Options{})
	for name, want := range map[string][]string{
		"MarketList429": {"Slow"}, "MarketList500": {"Broken"},
		"MarketPut409": {"Stale", "Locked", "Any4"}, "MarketPut412": {"Stale", "Any4"}, "MarketPut422": {"Missing", "TooLong", "Any4"},
		"MarketPut4XX": {"Any4"}, "MarketPut500": {"Broken"},
		"MarketAdd422": {"Missing"}, "MarketAdd500": {"Broken"},
	} {
		r := doc.Components.Responses[name]
		if r == nil {
			t.Errorf("no response %s", name)
			continue
		}
		var got []string
		for _, x := range r.Value.Extensions["x-errgen-entries"].([]any) {
			got = append(got, x.(string))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is of %v, want %v", name, got, want)
		}
		for media, mt := range r.Value.Content {
			if mt.Schema.Ref == "" {
				t.Errorf("%s, %s: the schema is no component", name, media)
			}
			if len(mt.Examples) == 0 {
				t.Errorf("%s, %s: no example", name, media)
			}
		}
	}
	if r := doc.Components.Responses["MarketList429"].Value; r.Headers["X-RateLimit-Limit"] == nil || r.Headers["WWW-Authenticate"] == nil {
		t.Errorf("headers %v", r.Headers)
	}
}

// The responses of operations take what is written, and nothing that the operation
// cannot return.
func TestOperationSchemas(t *testing.T) {
	const missing, long, short = `{"reason":"MISSING","text":"It is missing."}`, `{"reason":"TOO_LONG","text":"x"}`, `{"reason":"TOO_SHORT","text":"x"}`
	stale := func(status string) string {
		return `{"type":"https://m.example/Stale","status":` + status + `,"code":"STALE","message":"In other words."}`
	}
	for _, test := range []struct {
		response, body string
		want           bool
	}{
		{"MarketPut422", `{"code":"INVALID","errors":[` + missing + `]}`, true},
		{"MarketPut422", `{"code":"INVALID","errors":[` + missing + "," + long + `]}`, true},
		{"MarketPut422", `{"code":"INVALID","errors":[` + missing + "," + short + `]}`, false},
		{"MarketStatus422", `{"code":"INVALID","errors":[` + missing + "," + short + `]}`, true},
		{"MarketAdd422", `{"code":"INVALID","errors":[` + missing + `]}`, true},
		{"MarketAdd422", `{"code":"INVALID","errors":[` + long + `]}`, false},
		{"MarketPut409", stale("409"), true}, {"MarketPut409", stale("412"), false}, {"MarketPut412", stale("412"), true},
		{"MarketStatus412", stale("409"), false}, {"MarketStaleResponse", stale("412"), true}, {"MarketStaleResponse", stale("500"), false},
	} {
		for _, is31 := range []bool{false, true} {
			doc := marketDocument(t, "", openapi.Options{OpenAPI31: is31})
			if err := visit(doc, test.response, test.body); (err == nil) != test.want {
				t.Errorf("3.1 %v, %s, %s: %v", is31, test.response, test.body, err)
			}
		}
	}
}

// visit validates a JSON body against the schema of a response.
func visit(doc *openapi3.T, response, body string) error {
	var v any
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		return err
	}
	var options []openapi3.SchemaValidationOption
	if doc.IsOpenAPI31OrLater() {
		options = append(options, openapi3.EnableJSONSchema2020())
	}
	r := doc.Components.Responses[response]
	if r == nil {
		return errors.New("no such response")
	}
	return r.Value.Content["application/json"].Schema.Value.VisitJSON(v, options...)
}

// The code tells alternatives apart, in the items of a list, too, if none is left out.
func TestDiscriminators(t *testing.T) {
	for _, test := range []struct{ options, schema, want string }{
		{"", "MarketPut409Body", "code"}, {"", "MarketPutInvalidListItem", "reason"}, {"", "MarketPut422Body", "code"},
		{"discriminator: false", "MarketPut409Body", ""},
	} {
		s := marketDocument(t, test.options, openapi.Options{}).Components.Schemas[test.schema].Value
		got := ""
		if s.Discriminator != nil {
			got = s.Discriminator.PropertyName
			if len(s.Discriminator.Mapping) != len(s.OneOf) {
				t.Errorf("%s: %v", test.schema, s.Discriminator.Mapping)
			}
		}
		if got != test.want {
			t.Errorf("{%s} %s: got %q, want %q", test.options, test.schema, got, test.want)
		}
	}
}

// Each option of a catalog does what the manual says.
func TestOptions(t *testing.T) {
	schema := func(name string) func(*openapi3.T) *openapi3.Schema {
		return func(doc *openapi3.T) *openapi3.Schema { return doc.Components.Schemas[name].Value }
	}
	broken := schema("MarketBrokenError")
	for _, test := range []struct {
		options string
		holds   func(*openapi3.T) bool
	}{
		{"", func(d *openapi3.T) bool { return d.Info.Version == "1.0.0" && d.Info.License == nil }},
		{"version: 2.1.0", func(d *openapi3.T) bool { return d.Info.Version == "2.1.0" }},
		{"license: {name: MIT, url: https://m.example/mit}", func(d *openapi3.T) bool { return d.Info.License.URL == "https://m.example/mit" }},
		{"contact: {name: Team, email: a@m.example}", func(d *openapi3.T) bool { return d.Info.Contact.Email == "a@m.example" }},
		{"prefix: ''", func(d *openapi3.T) bool { return d.Components.Responses["Put409"] != nil }},
		{"prefix: Err", func(d *openapi3.T) bool { return d.Components.Responses["ErrPut409"] != nil }},
		{"", func(d *openapi3.T) bool {
			m := broken(d).Properties["message"].Value
			return m.Enum == nil && m.Example == "Something broke."
		}},
		{"texts: contract", func(d *openapi3.T) bool { return len(broken(d).Properties["message"].Value.Enum) == 1 }},
		{"", func(d *openapi3.T) bool { return schema("MarketCode")(d).Extensions["x-enum-varnames"] != nil }},
		{"audience: public", func(d *openapi3.T) bool { return schema("MarketCode")(d).Extensions["x-enum-varnames"] == nil }},
		{"", func(d *openapi3.T) bool { return d.Components.Responses["MarketDefault"] == nil }},
		{"default: fallback", func(d *openapi3.T) bool { return entriesOf(d, "MarketDefault") == 1 }},
		{"default: any", func(d *openapi3.T) bool { return entriesOf(d, "MarketDefault") == 8 }},
		{"unions: envelope", func(d *openapi3.T) bool {
			put := d.Components.Responses["MarketPut409"].Value.Content["application/json"].Schema
			return put.Ref == "#/components/schemas/MarketPut409Problem" && len(put.Value.Properties["code"].Value.Enum) == 3 && visit(d, "MarketPut422",
				`{"code":"INVALID","errors":[{"reason":"MISSING","text":""}]}`) == nil
		}},
	} {
		if !test.holds(marketDocument(t, test.options, openapi.Options{})) {
			t.Errorf("{%s} does not hold", test.options)
		}
	}
}

func entriesOf(doc *openapi3.T, response string) int {
	return len(doc.Components.Responses[response].Value.Extensions["x-errgen-entries"].([]any))
}

// What a catalog says counts before what it is told.
func TestOptionsOfTheCatalogComeFirst(t *testing.T) {
	doc := marketDocument(t, "version: '2'", openapi.Options{OpenAPI: model.OpenAPI{Version: "3", Contact: &model.DocumentContact{Name: "N"}}})
	if doc.Info.Version != "2" || doc.Info.Contact == nil {
		t.Errorf("%+v", doc.Info)
	}
}

// Operations name their responses.
func TestOperationsNameTheirResponses(t *testing.T) {
	doc := marketDocument(t, "default: fallback", openapi.Options{})
	operations := doc.Extensions["x-operations"].([]any)
	put := operations[1].(map[string]any)
	if put["operationId"] != "putThing" || operations[0].(map[string]any)["operationId"] != "list" {
		t.Errorf("operationId %v", put["operationId"])
	}
	responses := put["responses"].(map[string]any)
	for status, name := range responses {
		if doc.Components.Responses[name.(string)] == nil {
			t.Errorf("%s: no response %v", status, name)
		}
	}
	if len(responses) != 6 || responses["default"] != "MarketDefault" {
		t.Errorf("%v", responses)
	}
}
