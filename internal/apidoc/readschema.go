package apidoc

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// assertions are the keywords of a schema, without those that have schemas, by which the
// validator admits or refuses.
var assertions = []string{
	"type", "format", "enum", "const", "nullable", "readOnly", "writeOnly", "required", "pattern",
	"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
	"minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
}

// applicators are the keywords that have schemas, by which it does.
var applicators = []string{"allOf", "oneOf", "anyOf", "not", "items", "properties", "additionalProperties"}

// schema reads a schema with all that it refers to, which may be itself.
func (r *reader) schema(p place) (*openapi3.SchemaRef, error) {
	from, to := p, ""
	for range longest {
		if made := r.schemas[p.node]; made != nil {
			return &openapi3.SchemaRef{Ref: to, Value: made}, nil
		}
		ref := p.member("$ref")
		if ref.text() == "" {
			made, err := r.stated(p)
			return &openapi3.SchemaRef{Ref: to, Value: made}, err
		}
		at, err := r.find(ref)
		if err != nil {
			return nil, err
		}
		if to == "" {
			to = identity(at)
		}
		if r.siblings && p.hasAny(assertions, applicators) {
			made, err := r.both(p, at)
			return &openapi3.SchemaRef{Ref: to, Value: made}, err
		}
		p = at
	}
	return nil, circular(from)
}

// stated reads a schema without $ref. A union that says the same as another one is that
// one, so that what it admits is found out once: many documents repeat it in each response.
func (r *reader) stated(p place) (*openapi3.Schema, error) {
	made := &openapi3.Schema{}
	r.schemas[p.node] = made
	if err := r.fill(made, p); err != nil || len(made.OneOf)+len(made.AnyOf) == 0 {
		return made, err
	}
	key := statement(made)
	if same := r.statements[key]; same != nil {
		r.schemas[p.node] = same
		return same, nil
	}
	r.statements[key] = made
	return made, nil
}

// statement is what a schema says of the schemas that it has, and of values.
func statement(s *openapi3.Schema) string {
	var b strings.Builder
	for _, list := range []openapi3.SchemaRefs{s.AllOf, s.OneOf, s.AnyOf, {s.Not, s.Items, s.AdditionalProperties.Schema}} {
		for _, one := range list {
			if one != nil {
				fmt.Fprintf(&b, "%s %p ", one.Ref, one.Value)
			}
		}
		b.WriteByte(';')
	}
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		fmt.Fprintf(&b, "%q %p ", name, s.Properties[name].Value)
	}
	own := *s
	own.AllOf, own.OneOf, own.AnyOf, own.Not, own.Items, own.Properties, own.AdditionalProperties.Schema = nil, nil, nil, nil, nil, nil, nil
	text, _ := json.Marshal(own)
	return b.String() + string(text)
}

// both reads a schema with a $ref beside other keywords.
func (r *reader) both(p, referred place) (*openapi3.Schema, error) {
	beside := &openapi3.Schema{}
	made := &openapi3.Schema{AllOf: openapi3.SchemaRefs{nil, {Value: beside}}}
	r.schemas[p.node] = made
	var err error
	if made.AllOf[0], err = r.schema(referred); err != nil {
		return nil, err
	}
	made.Extensions = made.AllOf[0].Value.Extensions
	return made, r.fill(beside, p)
}

// fill reads what a schema says itself.
func (r *reader) fill(s *openapi3.Schema, p place) error {
	if !p.isMapping() {
		if always, ok := p.boolean(); ok {
			s.Always = &always
			return nil
		}
		return fmt.Errorf("%s: this is no schema", p.pos())
	}
	if err := assert(s, p); err != nil {
		return fmt.Errorf("%s: this is no schema: %w", p.pos(), err)
	}
	for key, at := range p.members() {
		if slices.Contains(applicators, key) && at.node.Kind != yamltext.Nothing {
			if err := r.apply(s, key, at); err != nil {
				return err
			}
		}
	}
	s.Extensions = extensions(p)
	return r.discriminate(s, p)
}

// apply reads a keyword with schemas.
func (r *reader) apply(s *openapi3.Schema, key string, p place) (err error) {
	switch key {
	case "allOf":
		s.AllOf, err = r.list(p)
	case "oneOf":
		s.OneOf, err = r.list(p)
	case "anyOf":
		s.AnyOf, err = r.list(p)
	case "not":
		s.Not, err = r.schema(p)
	case "items":
		s.Items, err = r.schema(p)
	case "properties":
		s.Properties = openapi3.Schemas{}
		for name, at := range p.members() {
			if s.Properties[name], err = r.schema(at); err != nil {
				return err
			}
		}
	case "additionalProperties":
		if any, ok := p.boolean(); ok {
			s.AdditionalProperties.Has = &any
			return nil
		}
		s.AdditionalProperties.Schema, err = r.schema(p)
	}
	return err
}

func (r *reader) list(p place) (all openapi3.SchemaRefs, err error) {
	for at := range p.items() {
		one, err := r.schema(at)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// assert gives a schema its assertions. One with const has the enum that means the same,
// which is all that the validator looks at.
func assert(s *openapi3.Schema, p place) error {
	all := map[string]any{}
	for key, at := range p.members() {
		if slices.Contains(assertions, key) {
			var err error
			if all[key], err = at.value(); err != nil {
				return err
			}
		}
	}
	if constant, ok := all["const"]; ok && all["enum"] == nil {
		all["enum"] = []any{constant}
	}
	if len(all) == 0 {
		return nil
	}
	text, err := json.Marshal(all)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, s)
}

// discriminate reads the discriminator of a schema. Alternatives and what it maps to are
// told apart by where they stand, however the references are written.
func (r *reader) discriminate(s *openapi3.Schema, p place) error {
	d := p.member("discriminator")
	if !d.isMapping() {
		return nil
	}
	s.Discriminator = &openapi3.Discriminator{PropertyName: d.member("propertyName").text(), Mapping: map[string]openapi3.MappingRef{}}
	for value, at := range d.member("mapping").members() {
		to := at.in.top().member("components").member("schemas").member(at.text())
		if to.node == nil {
			var err error
			if to, err = r.find(at); err != nil {
				return err
			}
		}
		s.Discriminator.Mapping[value] = openapi3.MappingRef{Ref: identity(to)}
	}
	return nil
}

// identity is where a place is, in the form of a reference.
func identity(p place) string { return fmt.Sprintf("%s#/%d", p.in.path, p.node.Start) }

// looked is how far it was looked whether a schema consists of itself.
type looked int

const (
	notYet looked = iota
	inside
	through
)

// endless reports whether a schema, or one of a part of its values, consists of itself,
// so that to validate a value would not end.
func (r *reader) endless(s *openapi3.SchemaRef) bool {
	for parts := (openapi3.SchemaRefs{s}); len(parts) > 0; parts = parts[1:] {
		if parts[0] != nil && r.consists(parts[0].Value, &parts) {
			return true
		}
	}
	return false
}

// consists reports whether a schema consists of itself, and adds those of the parts of its
// values.
func (r *reader) consists(s *openapi3.Schema, parts *openapi3.SchemaRefs) bool {
	if r.looked[s] != notYet {
		return r.looked[s] == inside
	}
	r.looked[s] = inside
	for _, one := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf, openapi3.SchemaRefs{s.Not}) {
		if one != nil && r.consists(one.Value, parts) {
			return true
		}
	}
	r.looked[s] = through
	*parts = append(*parts, s.Items, s.AdditionalProperties.Schema)
	for _, p := range s.Properties {
		*parts = append(*parts, p)
	}
	return false
}
