package openapi

import (
	"fmt"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// Of components that hold each other twice no more is looked at to
// tell alternatives apart than the types of those that an alternative refers to.
func TestFactsOfReferences(t *testing.T) {
	const n = 12
	b := &builder{schemas: map[string]*openapi3.Schema{}}
	refs := make([]*openapi3.SchemaRef, n)
	for i := range refs {
		refs[i] = &openapi3.SchemaRef{Ref: fmt.Sprintf("%sT%d", schemaPath, i), Value: typed(openapi3.TypeObject)}
		b.schemas[refs[i].Ref] = refs[i].Value
	}
	for i, ref := range refs {
		next := &openapi3.SchemaRef{Value: typed(openapi3.TypeString)}
		if i+1 < n {
			next = refs[i+1]
		}
		ref.Value.Required = []string{"a", "b"}
		ref.Value.Properties = openapi3.Schemas{"a": next, "b": next}
	}
	if facts := b.facts(refs[0]); len(facts) != 3 || facts[1] != (fact{path: "\x00a", kind: openapi3.TypeObject}) {
		t.Errorf("%d facts: %.3v", len(facts), facts)
	}
}
