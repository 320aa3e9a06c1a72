package openapi

import "github.com/getkin/kin-openapi/openapi3"

// choice describes a value that is one of several. oneOf admits only values
// that match a single alternative, so it is used where no value can match two:
// where a member that all of them require, or the value itself, has a type or a
// constant of its own in each. Otherwise it is anyOf.
func (b *builder) choice(alternatives []*openapi3.SchemaRef) *openapi3.SchemaRef {
	alternatives = b.distinctRefs(alternatives)
	switch len(alternatives) {
	case 0:
		return &openapi3.SchemaRef{Value: b.anyValue()}
	case 1:
		return alternatives[0]
	}
	all := make([][]fact, len(alternatives))
	for i, ref := range alternatives {
		all[i] = b.facts(ref)
	}
	if areDisjoint(all) {
		return &openapi3.SchemaRef{Value: &openapi3.Schema{OneOf: alternatives}}
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{AnyOf: alternatives}}
}

// distinctRefs drops references to a component that was there before.
func (b *builder) distinctRefs(refs []*openapi3.SchemaRef) []*openapi3.SchemaRef {
	seen := make(map[string]bool, len(refs))
	out := refs[:0:0]
	for _, ref := range refs {
		if ref.Ref != "" && seen[ref.Ref] {
			continue
		}
		seen[ref.Ref] = true
		out = append(out, ref)
	}
	return out
}

// A fact is what every value of a schema has at a place.
type fact struct {
	path  string // member names, each after a NUL
	kind  string // JSON type; an integer is a number
	value string // JSON text of the constant; "" if there is none
}

// facts are those of a schema, the place of every required member included. Of
// components that it refers to, nothing is said but the type: they can hold each
// other twice, and themselves.
func (b *builder) facts(ref *openapi3.SchemaRef) []fact {
	return b.appendFacts(nil, "", &openapi3.SchemaRef{Value: b.component(ref)})
}

// component is a schema, also if it is not linked yet.
func (b *builder) component(ref *openapi3.SchemaRef) *openapi3.Schema {
	if ref.Ref != "" {
		return b.schemas[ref.Ref]
	}
	return ref.Value
}

func (b *builder) appendFacts(facts []fact, path string, ref *openapi3.SchemaRef) []fact {
	s := b.component(ref)
	if s == nil || s.Nullable || !s.Type.IsSingle() {
		return facts
	}
	f := fact{path: path, kind: (*s.Type)[0]}
	if f.kind == openapi3.TypeInteger {
		f.kind = openapi3.TypeNumber
	}
	if s.Const != nil {
		f.value = constantKey(s.Const)
	} else if len(s.Enum) == 1 {
		f.value = constantKey(s.Enum[0])
	}
	facts = append(facts, f)
	if ref.Ref != "" {
		return facts
	}
	for _, name := range s.Required {
		facts = b.appendFacts(facts, path+"\x00"+name, s.Properties[name])
	}
	return facts
}

// constantKey is a text that two constants share if they are equal. Numbers
// that are equal but written otherwise share none, and count as different: the
// model writes a number in one way only.
func constantKey(v any) string { return string(valueOf(v).AppendJSON(nil)) }

// areDisjoint reports whether no value fits two of the schemas with these
// facts. It looks for a place at which they part into groups that no value has
// in common, then goes on in each group, so its time grows with their number
// times the number of places, not with the number of pairs.
func areDisjoint(schemas [][]fact) bool {
	if len(schemas) < 2 {
		return true
	}
	for _, f := range schemas[0] {
		groups := partition(schemas, f.path)
		if len(groups) < 2 {
			continue
		}
		for _, g := range groups {
			if !areDisjoint(g) {
				return false
			}
		}
		return true
	}
	return false
}

// partition groups schemas by what they have at a place: the type, and the
// constant if all of that type have one. It is nil if one has nothing there.
func partition(schemas [][]fact, path string) [][][]fact {
	at := make([]fact, len(schemas))
	open := map[string]bool{} // types of which one has no constant
	for i, facts := range schemas {
		f, ok := factAt(facts, path)
		if !ok {
			return nil
		}
		at[i] = f
		open[f.kind] = open[f.kind] || f.value == ""
	}
	index := map[fact]int{}
	var groups [][][]fact
	for i, f := range at {
		if open[f.kind] {
			f.value = ""
		}
		g, ok := index[f]
		if !ok {
			g = len(groups)
			index[f] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], schemas[i])
	}
	return groups
}

func factAt(facts []fact, path string) (fact, bool) {
	for _, f := range facts {
		if f.path == path {
			return f, true
		}
	}
	return fact{}, false
}
