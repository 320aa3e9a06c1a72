package openapi_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi/openapitest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// catalogs reads all catalogs of the project: name -> text.
func catalogs(t *testing.T) map[string][]byte {
	t.Helper()
	const root = "../../../"
	all := map[string][]byte{}
	for _, pattern := range []string{"spec/*.yaml", "testdata/*.yaml", "testdata/decode/*.yaml", "testdata/gen/*.txtar"} {
		paths, err := filepath.Glob(root + pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Ext(path) == ".txtar" {
				for _, f := range txtar.Parse(data).Files {
					if f.Name == "catalog.yaml" {
						data = f.Data
					}
				}
			}
			all[strings.TrimPrefix(path, root)] = data
		}
	}
	return all
}

func resolved(t *testing.T, name string, text []byte) *model.Catalog {
	t.Helper()
	var list diag.List
	if f := load.Bytes(name, text, &list); f != nil && list.Len() == 0 {
		if c, _ := proof.Catalog(resolve.Catalog(f, &list), f, &list); c != nil && list.Len() == 0 {
			return c
		}
	}
	for _, d := range list.Sorted() {
		t.Errorf("%s: %s", d.Pos, d.Message)
	}
	t.FailNow()
	return nil
}

// The document of every catalog is valid, and so is by it every body that the
// encoder writes and every documented one.
func TestCatalogs(t *testing.T) {
	for name, text := range catalogs(t) {
		t.Run(name, func(t *testing.T) {
			c := resolved(t, name, text)
			for _, o := range []openapi.Options{{}, {OpenAPI31: true}} {
				files, err := openapi.With(o).Emit(c, gen.Target{})
				if err != nil {
					t.Fatal(err)
				}
				v, err := openapitest.New(c, files[0].Content)
				if err != nil {
					t.Fatalf("3.1 %v: %v", o.OpenAPI31, err)
				}
				checkSamples(t, v, c)
				if strings.HasPrefix(name, "spec/") { // elsewhere are bodies that are read, but never written
					checkExamples(t, v, c)
				}
			}
		})
	}
}

func checkSamples(t *testing.T, v *openapitest.Validator, c *model.Catalog) {
	t.Helper()
	for _, e := range c.Entries {
		if len(e.Samples) != len(e.Reads) {
			t.Errorf("%s: %d samples of %d envelopes", e.Name, len(e.Samples), len(e.Reads))
		}
		for _, s := range e.Samples {
			if err := v.Entry(e, s.Envelope, s.Body); err != nil {
				t.Errorf("%s in %s: %s: %v", e.Name, s.Envelope.Name, s.Body, err)
			}
			if err := v.Envelope(s.Envelope, s.Body); err != nil && s.Envelope.Body != nil {
				t.Errorf("%s by %s: %s: %v", e.Name, s.Envelope.Name, s.Body, err)
			}
		}
	}
}

// checkExamples validates the documented bodies, the waived places corrected.
func checkExamples(t *testing.T, v *openapitest.Validator, c *model.Catalog) {
	t.Helper()
	for _, x := range c.Examples {
		if !x.HasBody || x.Close != 0 {
			continue
		}
		var errs []error
		for _, o := range x.Outcomes {
			if o.Kind != model.ListedOutcome {
				errs = nil
				break
			}
			for _, env := range o.Entry.Reads {
				err := v.Entry(o.Entry, env, x.Corrected)
				if len(x.Outcomes) > 1 {
					err = v.Several(env, x.Corrected)
				}
				if errs = append(errs, err); err == nil {
					errs = nil
					break
				}
			}
			if len(errs) == 0 {
				break
			}
		}
		for _, err := range errs {
			t.Errorf("example %q: %s: %v", x.Name, x.Corrected, err)
		}
	}
}

// An error that stands within others alone is given no status by its examples.
func TestNoStatusWithin(t *testing.T) {
	c := resolved(t, "catalog.yaml", []byte(`errgen: 1
package: inner
envelopes:
  Problem: {body: {properties: {code: {type: string}, details: {type: array, items: {errorOf: Detail}}}}}
  Detail: {part: true, body: {properties: {code: {type: string}, text: {type: string}}}}
errors:
  Invalid: {envelope: Problem, status: 400, code: INVALID}
  TooLong: {envelope: Detail, code: TOO_LONG, fields: {text: Too long.}}
  Either: {envelope: [Problem, Detail], status: 422, code: EITHER, fields: {text: Either.}}
examples:
  - {name: a detail, error: Invalid, status: 400, body: '{"code":"INVALID","details":[{"code":"TOO_LONG","text":"Too long."}]}'}
`))
	files, err := openapi.New().Emit(c, gen.Target{})
	if err != nil {
		t.Fatal(err)
	}
	text := string(files[0].Content)
	for want, there := range map[string]bool{"Invalid, status 400": true, "Either, status 422": true, "TooLong, status": false, "status 500": false} {
		if strings.Contains(text, want) != there {
			t.Errorf("%q: %t, in\n%s", want, !there, text)
		}
	}
}
