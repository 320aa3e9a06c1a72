package openapi_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// action is one of an overlay.
type action struct {
	Target, Description string
	Update              map[string]any
	Remove              bool
}

// overlayOf is the overlay of a catalog; ok is false if it has none.
func overlayOf(t *testing.T, c *model.Catalog, o openapi.Options) (text string, actions []action, ok bool) {
	t.Helper()
	e := openapi.Overlay(o)
	files, err := e.Emit(c, gen.Target{Catalog: "catalog.yaml"})
	if err != nil || len(files) != len(e.Files(c)) {
		t.Fatal(files, err)
	}
	if len(files) == 0 {
		return "", nil, false
	}
	var document struct {
		Overlay string
		Info    struct{ Title, Version string }
		Actions []action
	}
	if err := yaml.Unmarshal(files[0].Content, &document); err != nil {
		t.Fatal(err)
	}
	if document.Overlay != "1.0.0" || document.Info.Title == "" || document.Info.Version == "" || len(document.Actions) == 0 {
		t.Errorf("%+v", document)
	}
	return string(files[0].Content), document.Actions, true
}

// TestOverlayGolden: the overlay of the market. ERRGEN_UPDATE=1 writes it.
func TestOverlayGolden(t *testing.T) {
	const golden = "testdata/overlay.yaml"
	got, _, _ := overlayOf(t, resolved(t, "market.yaml", []byte(strings.Replace(market, "OPTIONS", "default: fallback", 1))), openapi.Options{})
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", got)
	}
}

// TestOverlayComponents: what an overlay brings along is what its responses need, all of
// it and nothing else, and as the catalog's document has it.
func TestOverlayComponents(t *testing.T) {
	for _, o := range []openapi.Options{{}, {OpenAPI31: true}, {OpenAPI: model.OpenAPI{Unions: "envelope"}}} {
		c := resolved(t, "market.yaml", []byte(strings.Replace(market, "OPTIONS", "", 1)))
		_, actions, _ := overlayOf(t, c, o)
		i := slices.IndexFunc(actions[1:], func(a action) bool { return a.Target == "$" })
		service := map[string]any{"openapi": "3.0.3", "info": map[string]any{"title": "S", "version": "1"}, "paths": map[string]any{}}
		if o.OpenAPI31 {
			service["openapi"] = "3.1.0"
		}
		service["components"] = actions[1+i].Update["components"]
		for _, a := range actions[i+2:] {
			if strings.HasSuffix(a.Target, "].put") && a.Update["responses"] != nil {
				service["paths"] = map[string]any{"/things": map[string]any{"put": a.Update}}
			}
		}
		text, err := yaml.Marshal(service)
		if err != nil {
			t.Fatal(err)
		}
		got, err := openapi3.NewLoader().LoadFromData(text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if err := got.Validate(t.Context(), openapi3.EnableExamplesValidation()); err != nil {
			t.Error(err)
		}
		if len(got.Components.Responses) != 9 || got.Components.Schemas["MarketTooShortItem"] != nil || got.Components.Schemas["MarketProblem"] != nil && o.Unions == "" {
			t.Errorf("%+v: it has %d responses", o, len(got.Components.Responses))
		}
	}
}

// TestOverlayTargets: an operation is looked for by its path, and by its operationId if
// it has no path or the catalog says the ID; one of a WebSocket is not looked for.
func TestOverlayTargets(t *testing.T) {
	const catalog = `errgen: 1
package: p
envelopes: {E: {body: {properties: {code: {type: string}}}}}
errors: {A: {status: 404, code: A}, B: {status: 409, code: B}, Over: {envelope: none, close: 4000}}
operations: {op: OPERATION}
`
	for _, test := range []struct {
		operation string
		want      []string // targets after those of components
	}{
		{"{method: GET, path: '/a/{b}', errors: [A]}", []string{"$.paths['/a/{b}'].get", "$.paths['/a/{b}'].get.responses['404']", "$.paths['/a/{b}'].get"}},
		{"{method: DELETE, path: '/it''s', errors: [B, A]}", []string{`$.paths['/it\'s'].delete`, `$.paths['/it\'s'].delete.responses['404','409']`, `$.paths['/it\'s'].delete`}},
		{"[A]", []string{"$.paths.*[?(@.operationId == 'op')]", "$.paths.*[?(@.operationId == 'op')].responses['404']", "$.paths.*[?(@.operationId == 'op')]"}},
		{"{method: GET, path: /a, operationId: it, errors: [A]}", []string{"$.paths.*[?(@.operationId == 'it')]", "$.paths.*[?(@.operationId == 'it')].responses['404']", "$.paths.*[?(@.operationId == 'it')]"}},
		{"[A, Over]", nil},
		{"{method: GET, path: /a, errors: [Over]}", nil},
	} {
		_, actions, ok := overlayOf(t, resolved(t, "p.yaml", []byte(strings.Replace(catalog, "OPERATION", test.operation, 1))), openapi.Options{})
		var got []string
		for _, a := range actions {
			if !strings.HasPrefix(a.Target, "$.components") && a.Target != "$" {
				got = append(got, a.Target)
			}
		}
		if !slices.Equal(got, test.want) || ok != (test.want != nil) {
			t.Errorf("%s: %q", test.operation, got)
		}
	}
}
