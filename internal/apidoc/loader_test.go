package apidoc

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
)

// TestLoader holds what is read of the shop's documents to what kin-openapi's loader reads:
// the same responses, which admit the same of all examples.
func TestLoader(t *testing.T) {
	for _, o := range []openapi.Options{{}, {OpenAPI31: true}} {
		dir := t.TempDir()
		_, service := shop(t, dir, o)
		d := documentOf(t, dir, "api/service.yaml", service)
		loader := openapi3.NewLoader()
		loader.IsExternalRefsAllowed = true
		spec, err := loader.LoadFromFile(filepath.Join(dir, "api/service.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		var examples []any
		schemas := map[*openapi3.Schema]*openapi3.Schema{} // of the loader, by ours
		for _, op := range d.operations {
			want := spec.Paths.Value(op.path).GetOperation(strings.ToUpper(op.method)).Responses.Map()
			if len(op.responses) != len(want) {
				t.Errorf("%s has %d responses, want %d", op.name(), len(op.responses), len(want))
			}
			for key, r := range op.responses {
				w := want[key].Value
				if len(r.Headers) != len(w.Headers) || len(r.Content) != len(w.Content) {
					t.Errorf("%s %s: %d headers, %d media types, want %d, %d", op.name(), key, len(r.Headers), len(r.Content), len(w.Headers), len(w.Content))
				}
				for media, content := range r.Content {
					for _, e := range content.Examples {
						examples = append(examples, e.Value.Value)
					}
					if len(content.Examples) != len(w.Content[media].Examples) {
						t.Errorf("%s %s has %d examples", op.name(), key, len(content.Examples))
					}
					schemas[content.Schema.Value] = w.Content[media].Schema.Value
				}
			}
		}
		admitted := 0
		for ours, theirs := range schemas {
			for _, e := range examples {
				got, want := because(ours, e), because(theirs, e)
				if got != want {
					t.Errorf("%v: got %q, want %q", e, got, want)
				}
				if got == "" {
					admitted++
				}
			}
		}
		if admitted < 20 || len(schemas) < 10 {
			t.Errorf("%d examples are admitted by %d schemas", admitted, len(schemas))
		}
	}
}
