package openapi

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// discriminate names the member that tells the alternatives of a schema apart: one
// that each of them requires and that is another constant text in each, the code if it
// can be. There is none if an alternative would be left out.
func (b *builder) discriminate(s *openapi3.Schema) {
	if len(s.OneOf) == 0 {
		return
	}
	first := b.component(s.OneOf[0])
	names := slices.Clone(b.order[&first.Properties])
	slices.SortStableFunc(names, func(x, y string) int { return b.isCode(y) - b.isCode(x) })
	for _, name := range names {
		d := &openapi3.Discriminator{PropertyName: name}
		for _, ref := range s.OneOf {
			text, ok := b.constantMember(ref, name)
			if _, taken := d.Mapping[text]; !ok || taken {
				d = nil
				break
			}
			put(b.order, &d.Mapping, text, openapi3.MappingRef{Ref: ref.Ref})
		}
		if d != nil {
			s.Discriminator = d
			return
		}
	}
}

// isCode is 1 for the name of a member that is the code of an envelope, else 0.
func (b *builder) isCode(name string) int {
	for _, env := range b.catalog.Envelopes {
		if n := codeNode(env); n != nil && n.Name == name {
			return 1
		}
	}
	return 0
}

// constantMember is the constant text of a required member of a component.
func (b *builder) constantMember(ref *openapi3.SchemaRef, name string) (string, bool) {
	s := b.component(ref)
	if s == nil || ref.Ref == "" || !slices.Contains(s.Required, name) {
		return "", false
	}
	member := b.component(s.Properties[name])
	if member == nil || len(member.Enum) != 1 {
		return "", false
	}
	text, ok := member.Enum[0].(string)
	return text, ok
}
