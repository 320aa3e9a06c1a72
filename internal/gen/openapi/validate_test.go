package openapi

import (
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// What is wrong with a document is found, wherever it stands.
func TestValidate(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(d *document)
		want  string
	}{
		{"nothing", func(*document) {}, ""},
		{"a schema", func(d *document) { flat(d).Type = &openapi3.Types{"text"} }, `schema "MedleyFlat"`},
		{"a member", func(d *document) { flat(d).Properties["message"] = &openapi3.SchemaRef{Value: typed("text")} }, `schema "MedleyFlat"`},
		{"an array without items", func(d *document) { flat(d).Properties["message"] = &openapi3.SchemaRef{Value: typed("array")} }, `schema "MedleyFlat"`},
		{"a keyword of 3.1", func(d *document) { flat(d).Const = "x" }, "const"},
		{"a member that is required twice", func(d *document) { flat(d).Required = []string{"code", "code"} }, `"code"`},
		{"a reference", func(d *document) { flat(d).AllOf = openapi3.SchemaRefs{{Ref: schemaPath + "None"}} }, "None"},
		{"a name", func(d *document) { d.Components.Schemas["a b"] = &openapi3.SchemaRef{Value: typed("string")} }, `"a b"`},
		{"a response", func(d *document) { d.Components.Responses["MedleyFirstResponse"].Value.Description = nil }, `response "MedleyFirstResponse"`},
		{"a header", func(d *document) {
			d.Components.Responses["MedleyUnauthorizedResponse"].Value.Headers["X-Reason"].Value.Schema = nil
		}, `response "MedleyUnauthorizedResponse"`},
		{"an example", func(d *document) { d.Components.Examples["MedleyFirst"].Value.Value = nil }, `example "MedleyFirst"`},
		{"the title", func(d *document) { d.Info.Title = "" }, "title"},
		{"an extension", func(d *document) { d.Extensions["group"] = true }, "group"},
	} {
		d := build(medley(), Options{})
		test.spoil(d)
		err := d.validate()
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func flat(d *document) *openapi3.Schema { return d.Components.Schemas["MedleyFlat"].Value }

// An invalid document is not written.
func TestInvalidDocuments(t *testing.T) {
	stranger := jsonEnvelope("Stranger", object(codeLeaf("code", str())))
	c := catalog("stray", []*model.Envelope{jsonEnvelope("E", object(fieldNode("cause", &model.Schema{Kind: model.ErrorKind, ErrorOf: stranger})))})
	for _, o := range []Options{{}, {OpenAPI31: true}} {
		files, err := With(o).Emit(c, gen.Target{})
		if files != nil || err == nil || !strings.HasPrefix(err.Error(), "the document is not valid OpenAPI 3.") || !strings.Contains(err.Error(), `schema "StrayE"`) {
			t.Errorf("%v, %v", files, err)
		}
	}
}
