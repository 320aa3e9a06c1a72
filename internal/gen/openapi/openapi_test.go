package openapi

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// emit returns a catalog's document after checking what every document must
// keep: it is the same twice, kin-openapi validates it with its examples, and
// it says what kin-openapi's own encoding of the same document says.
func emit(t *testing.T, c *model.Catalog, o Options) ([]byte, *openapi3.T) {
	t.Helper()
	return emitTo(t, c, gen.Target{Catalog: c.File}, o)
}

func emitTo(t *testing.T, c *model.Catalog, target gen.Target, o Options) ([]byte, *openapi3.T) {
	t.Helper()
	files, err := With(o).Emit(c, target)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 || files[0].Path != c.Package+"/openapi.yaml" {
		t.Fatalf("files: %v", files)
	}
	again, _ := With(o).Emit(c, target)
	if !bytes.Equal(files[0].Content, again[0].Content) {
		t.Error("two runs differ")
	}
	doc, err := openapi3.NewLoader().LoadFromData(files[0].Content)
	if err != nil {
		t.Fatalf("%v\n%s", err, files[0].Content)
	}
	if err := doc.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		t.Errorf("invalid: %v\n%s", err, files[0].Content)
	}
	if d := cmp.Diff(asJSON(t, &build(c, o).T), asJSON(t, doc)); d != "" {
		t.Errorf("printed otherwise than kin-openapi encodes it (-kin +printed):\n%s", d)
	}
	return files[0].Content, doc
}

func asJSON(t *testing.T, doc *openapi3.T) any {
	t.Helper()
	b, err := doc.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// golden compares with a file of testdata; ERRGEN_UPDATE=1 writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

func TestParcels(t *testing.T) {
	for _, test := range []struct {
		file       string
		importPath string
		options    Options
	}{
		{"parcels30.yaml", "", Options{}},
		{"parcels31.yaml", "example.com/parcelerr", Options{OpenAPI31: true, OpenAPI: model.OpenAPI{Version: "7"}}},
	} {
		t.Run(test.file, func(t *testing.T) {
			c := parcels()
			got, _ := emitTo(t, c, gen.Target{Catalog: c.File, ImportPath: test.importPath}, test.options)
			golden(t, test.file, got)
		})
	}
}

// An entry's schema takes the entry's body and refuses another's.
func TestSchemasTellEntriesApart(t *testing.T) {
	c := parcels()
	for _, o := range []Options{{}, {OpenAPI31: true}} {
		_, doc := emit(t, c, o)
		var options []openapi3.SchemaValidationOption
		if o.OpenAPI31 {
			options = append(options, openapi3.EnableJSONSchema2020())
		}
		for _, e := range c.Entries {
			s := doc.Components.Schemas[ComponentNames(c, Options{}).Entry(e, e.Envelope)].Value
			for _, other := range c.Entries {
				err := s.VisitJSON(sampleValue(t, other), options...)
				if (err == nil) != (e == other) {
					t.Errorf("3.1 %v: schema of %s, body of %s: %v", o.OpenAPI31, e.Name, other.Name, err)
				}
			}
		}
	}
}

func sampleValue(t *testing.T, e *model.Entry) any {
	t.Helper()
	if e.Envelope.Kind == model.TextBody {
		return string(e.Samples[0].Body)
	}
	var v any
	if err := json.Unmarshal(e.Samples[0].Body, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
