package importer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/importer/openapi"
)

// TestOpenAPI: documents of many kinds become the catalogs that are expected of them.
func TestOpenAPI(t *testing.T) {
	files, err := filepath.Glob("testdata/openapi/*")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := openapi.Draft(text)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		r := finish(t, filepath.Base(file), c)
		golden(t, "catalogs/"+filepath.Base(file)+".yaml", string(r.Text))
	}
}

// TestHostileOpenAPI: what is no document, or leads nowhere, ends in a message.
func TestHostileOpenAPI(t *testing.T) {
	for _, text := range []string{
		"", "x", "[]", "swagger: '2.0'\n", "openapi: 3.0.3\npaths: {/a: {get: {responses: {'404': {$ref: '#/components/responses/None'}}}}}",
		"openapi: 3.0.3\npaths: {/a: {get: {responses: {'404': {$ref: 'http://169.254.169.254/x'}}}}}",
		strings.Repeat("{\"a\":", 100_000), strings.Repeat("- ", 10_000),
		"a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n",
	} {
		if _, err := openapi.Draft([]byte(text)); err == nil {
			t.Errorf("no error: %.60s", text)
		}
	}
	for _, text := range []string{"swagger: '2.0'\n", `{"swagger":"2.0","info":{}}`, "{\n  \"info\": {},\n  \"swagger\": \"2.0\"\n}"} {
		if _, err := openapi.Draft([]byte(text)); err == nil || !strings.Contains(err.Error(), "convert it to OpenAPI 3") {
			t.Errorf("%s: %v", text, err)
		}
	}
	cyclic := `openapi: 3.0.3
info: {title: x, version: "1"}
paths: {/a: {get: {responses: {'404': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}
components: {schemas: {A: {oneOf: [{$ref: '#/components/schemas/B'}]}, B: {oneOf: [{$ref: '#/components/schemas/A'}], allOf: [{$ref: '#/components/schemas/B'}]}}}
`
	if c, err := openapi.Draft([]byte(cyclic)); err == nil && len(c.Entries) > 0 {
		finish(t, "cyclic.yaml", c)
	}
}

func FuzzOpenAPI(f *testing.F) {
	files, _ := filepath.Glob("testdata/openapi/*")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if c, err := openapi.Draft(text); err == nil && len(c.Entries) > 0 {
			finish(t, "api.yaml", c)
		}
	})
}
