package apidoc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// needless reports a response of errors that the operation has none for.
func (c *checker) needless(o *operation, key string) {
	remedy := "remove the response, or add the error to the operation in the catalog"
	if class := strings.ToUpper(key); class != key {
		remedy = fmt.Sprintf("write `%s`: OpenAPI knows classes by capitals alone", class)
	}
	c.report(o, StatusUnraised, []string{"responses", key}, fmt.Sprintf("none of its errors is answered with `%s`", key), remedy)
}

// unraised asks which errors a response documents that the operation cannot give.
func (c *checker) unraised(o *operation, key string, response *openapi3.Response) {
	names := named(response)
	for _, s := range c.sets[o] {
		for _, e := range s.catalog.Entries {
			switch {
			case s.gives[e]:
			case names[e.Name], names == nil && c.documents(key, response, e):
				c.cannotGive(o, key, e)
			}
		}
	}
}

// cannotGive reports an error that is documented under a key, and that the operation
// cannot give.
func (c *checker) cannotGive(o *operation, key string, e *model.Entry) {
	c.report(o, ErrorUnraised, []string{"responses", key}, fmt.Sprintf("`%s` documents %s, which it cannot give", key, diag.Quote(e.Name)),
		"refer to the response of the operation, or add the error to the operation in the catalog")
}

// documents reports whether a response that names no entry is of one: by a schema that
// admits its body but not the same one with a code that no entry has. Of a response that
// is of any error nothing is said.
func (c *checker) documents(key string, response *openapi3.Response, e *model.Entry) bool {
	for _, s := range slices.Concat(e.Samples, e.StatusSamples) {
		set := statuses(e, s.Envelope)
		if s.Envelope.Part || key == other || !set.Intersects(within(key)) {
			continue
		}
		b := c.bodies.of(e, s)
		content := documented(response, b.media)
		if content == nil || content.Schema == nil || content.Schema.Value == nil || b.invented == nil {
			continue
		}
		schema := content.Schema.Value
		if c.schema.admits(schema, b) && !c.schema.admits(schema, b.invented) {
			return true
		}
	}
	return false
}

// named are the entries that the extensions of a response name, as errgen writes them, or
// those of the alternatives of its schemas and of its examples; nil if they name none.
func named(r *openapi3.Response) map[string]bool {
	names := map[string]bool{}
	extended(r.Extensions, names)
	if len(names) == 0 {
		for _, content := range r.Content {
			alternatives(content.Schema, names, 0)
			for _, example := range content.Examples {
				if example != nil && example.Value != nil {
					extended(example.Value.Extensions, names)
				}
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

// extended adds the entries that extensions name.
func extended(extensions map[string]any, names map[string]bool) {
	if name, ok := extensions["x-errgen-entry"].(string); ok {
		names[name] = true
	}
	list, _ := extensions["x-errgen-entries"].([]any)
	for _, item := range list {
		if name, ok := item.(string); ok {
			names[name] = true
		}
	}
}

// alternatives adds the entries that a schema names, or its alternatives.
func alternatives(ref *openapi3.SchemaRef, names map[string]bool, depth int) {
	const deepest = 8
	if ref == nil || ref.Value == nil || depth > deepest {
		return
	}
	extended(ref.Value.Extensions, names)
	for _, all := range []openapi3.SchemaRefs{ref.Value.OneOf, ref.Value.AnyOf} {
		for _, one := range all {
			alternatives(one, names, depth+1)
		}
	}
}
