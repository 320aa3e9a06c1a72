package openapi

import (
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// reached are components, and all that they refer to.
type reached struct {
	from *document
	has  map[string]bool // by their references
}

// reach returns the components of a document that some of its responses need, in the
// order of the document.
func (d *document) reach(responses []string) *document {
	r := &reached{d, map[string]bool{}}
	for _, name := range responses {
		r.response(name)
	}
	made := &document{order: d.order, digits: d.digits}
	made.Components = &openapi3.Components{}
	pick(r, schemaPath, &d.Components.Schemas, &made.Components.Schemas)
	pick(r, responsePath, &d.Components.Responses, &made.Components.Responses)
	pick(r, examplePath, &d.Components.Examples, &made.Components.Examples)
	return made
}

// pick takes over the components that were reached.
func pick[M ~map[string]V, V any](r *reached, path string, from, to *M) {
	for _, name := range r.from.order[from] {
		if r.has[path+name] {
			put(r.from.order, to, name, (*from)[name])
		}
	}
}

func (r *reached) response(name string) {
	if r.has[responsePath+name] {
		return
	}
	r.has[responsePath+name] = true
	response := r.from.Components.Responses[name].Value
	for _, h := range response.Headers {
		r.schema(h.Value.Schema)
	}
	for _, media := range response.Content {
		r.schema(media.Schema)
		for _, x := range media.Examples {
			r.has[x.Ref] = true
		}
	}
}

func (r *reached) schema(ref *openapi3.SchemaRef) {
	switch {
	case ref == nil || r.has[ref.Ref]:
		return
	case ref.Ref != "":
		r.has[ref.Ref] = true
		r.schema(r.from.Components.Schemas[strings.TrimPrefix(ref.Ref, schemaPath)])
		return
	}
	s := ref.Value
	r.schema(s.Items)
	r.schema(s.AdditionalProperties.Schema)
	for _, p := range s.Properties {
		r.schema(p)
	}
	for _, alternative := range slices.Concat(s.OneOf, s.AnyOf, s.AllOf) {
		r.schema(alternative)
	}
}
