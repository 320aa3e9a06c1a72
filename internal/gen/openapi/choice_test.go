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

// Only what no value can have in common makes alternatives of which one must match.
func TestDisjoint(t *testing.T) {
	one := func(s *openapi3.Schema) *openapi3.Schema {
		o := typed("object")
		o.Properties, o.Required = openapi3.Schemas{"k": {Value: s}}, []string{"k"}
		return o
	}
	constant := func(kind string, v any) *openapi3.Schema {
		s := typed(kind)
		s.Enum = []any{v}
		return s
	}
	nullable := constant("string", "a")
	nullable.Nullable = true
	two := typed("string")
	two.Enum = []any{"a", "b"}
	optional := one(constant("string", "a"))
	optional.Required = nil
	nested := func(text string) *openapi3.Schema { return one(one(constant("string", text))) }
	for _, test := range []struct {
		name string
		all  []*openapi3.Schema
		want bool
	}{
		{"types", []*openapi3.Schema{typed("string"), typed("object"), typed("array")}, true},
		{"a type twice", []*openapi3.Schema{typed("string"), typed("object"), typed("string")}, false},
		{"integers are numbers", []*openapi3.Schema{typed("integer"), typed("number")}, false},
		{"no type", []*openapi3.Schema{typed("string"), {}}, false},
		{"constants", []*openapi3.Schema{constant("string", "a"), constant("string", "b")}, true},
		{"a constant twice", []*openapi3.Schema{constant("string", "a"), constant("string", "b"), constant("string", "a")}, false},
		{"a constant and any text", []*openapi3.Schema{constant("string", "a"), typed("string")}, false},
		{"constants and a list", []*openapi3.Schema{constant("string", "c"), two}, false},
		{"null", []*openapi3.Schema{nullable, constant("string", "b")}, false},
		{"members", []*openapi3.Schema{one(constant("string", "a")), one(constant("string", "b"))}, true},
		{"members of types", []*openapi3.Schema{one(typed("string")), one(typed("integer"))}, true},
		{"members that may be missing", []*openapi3.Schema{optional, one(constant("string", "b"))}, false},
		{"members within", []*openapi3.Schema{nested("a"), nested("b"), nested("c")}, true},
		{"equal within", []*openapi3.Schema{nested("a"), nested("b"), nested("a")}, false},
	} {
		b := &builder{}
		var refs []*openapi3.SchemaRef
		for _, s := range test.all {
			refs = append(refs, &openapi3.SchemaRef{Value: s})
		}
		s := b.choice(refs).Value
		if got := len(s.OneOf) == len(refs); got != test.want || len(s.OneOf)+len(s.AnyOf) != len(refs) {
			t.Errorf("%s: one of %d, any of %d", test.name, len(s.OneOf), len(s.AnyOf))
		}
	}
}
