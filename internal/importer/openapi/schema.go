package openapi

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// maxNesting is how deep schemas are looked into.
const maxNesting = 8

// alternatives are the schemas of which a body has one: those of oneOf and anyOf, or the
// schema itself. One that leads back to itself is looked at once.
func alternatives(ref *openapi3.SchemaRef, within []*openapi3.Schema) []*openapi3.SchemaRef {
	if ref == nil || ref.Value == nil || slices.Contains(within, ref.Value) || len(within) > maxNesting {
		return nil
	}
	s := ref.Value
	choices := slices.Concat(s.OneOf, s.AnyOf)
	if len(choices) == 0 {
		return []*openapi3.SchemaRef{ref}
	}
	var all []*openapi3.SchemaRef
	for _, c := range choices {
		all = append(all, alternatives(c, append(within, s))...)
	}
	return all
}

// property is a member of an object.
type property struct {
	name     string
	schema   *openapi3.Schema
	required bool
	line     int
}

// object is a schema with what allOf adds to it.
type object struct {
	own        *openapi3.Schema
	parts      []*openapi3.Schema // itself, and what allOf adds
	properties []property
	items      *openapi3.SchemaRef
}

// flatten joins a schema with those of its allOf.
func flatten(ref *openapi3.SchemaRef) *object {
	o := &object{own: ref.Value}
	o.join(ref.Value, nil)
	sort.SliceStable(o.properties, func(i, k int) bool {
		a, b := o.properties[i], o.properties[k]
		if a.line != b.line {
			return a.line < b.line
		}
		return a.name < b.name
	})
	return o
}

func (o *object) join(s *openapi3.Schema, within []*openapi3.Schema) {
	if s == nil || slices.Contains(within, s) || len(within) > maxNesting {
		return
	}
	within = append(within, s)
	o.parts = append(o.parts, s)
	for _, part := range s.AllOf {
		if part != nil {
			o.join(part.Value, within)
		}
	}
	for name, ref := range s.Properties {
		if ref == nil || ref.Value == nil {
			continue
		}
		p := property{name: name, schema: ref.Value, line: lineOf(ref.Origin), required: slices.Contains(s.Required, name)}
		if p.line == 0 {
			p.line = lineOf(ref.Value.Origin)
		}
		if i := slices.IndexFunc(o.properties, func(have property) bool { return have.name == name }); i >= 0 {
			p.required = p.required || o.properties[i].required
			if len(enumOf(p.schema)) == 0 && len(enumOf(o.properties[i].schema)) > 0 {
				p.schema = o.properties[i].schema
			}
			o.properties[i] = p
			continue
		}
		o.properties = append(o.properties, p)
	}
	for i := range o.properties {
		o.properties[i].required = o.properties[i].required || slices.Contains(s.Required, o.properties[i].name)
	}
	if s.Items != nil {
		o.items = s.Items
	}
}

// itemsOf are the items of a body that is a list, or of its only list; nil for none.
func itemsOf(o *object) *openapi3.SchemaRef {
	found := o.items
	for _, p := range o.properties {
		if p.schema.Items != nil {
			if found != nil {
				return nil
			}
			found = p.schema.Items
		}
	}
	return found
}

// enumOf are the values of a schema, if it lists them.
func enumOf(s *openapi3.Schema) []any {
	switch {
	case s.Const != nil:
		return []any{s.Const}
	case len(s.Enum) > 0:
		return s.Enum
	}
	if list, ok := s.Extensions["x-extensible-enum"].([]any); ok {
		return list
	}
	return nil
}

// text is a scalar as a text; "" for what is none.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64, int, int64, uint64, json.Number:
		return strings.TrimSuffix(fmt.Sprint(v), ".0")
	case bool:
		return fmt.Sprint(v)
	}
	return ""
}

// value is a value of the document as JSON.
func value(v any) (model.Value, bool) {
	raw, err := json.Marshal(v)
	if err != nil {
		return model.Value{}, false
	}
	return replay.ParseJSON(string(raw))
}

// leaf is a place of a schema.
type leaf struct {
	node   *draft.Node
	values []any // that it lists
	path   string
	text   bool
	// pattern is that of a text.
	pattern string
}

// tree makes the draft of a body's schema, and lists its leaves.
func tree(o *object, within []*openapi3.Schema, path string) (n *draft.Node, leaves []*leaf) {
	n = &draft.Node{}
	isWithin := func(s *openapi3.Schema) bool { return slices.Contains(within, s) }
	if len(o.properties) == 0 || strings.Count(path, "/") > maxNesting || slices.ContainsFunc(o.parts, isWithin) {
		return scalar(o, path)
	}
	n.Description = o.own.Description
	if path == "" {
		n.Description = ""
	}
	for _, p := range o.properties {
		inner := flatten(&openapi3.SchemaRef{Value: p.schema})
		m, below := tree(inner, slices.Concat(within, o.parts), path+"/"+p.name)
		m.Name, m.Optional = p.name, !p.required
		if m.Description == "" {
			m.Description = p.schema.Description
		}
		n.Members, leaves = append(n.Members, m), append(leaves, below...)
	}
	return n, leaves
}

// scalar makes the draft of a leaf.
func scalar(o *object, path string) (*draft.Node, []*leaf) {
	s := o.own
	n := &draft.Node{Description: s.Description}
	if s.Type != nil {
		for _, t := range s.Type.Slice() {
			if t != "object" && !(t == "array" && len(s.Type.Slice()) > 1) {
				n.Types = append(n.Types, t)
			}
		}
		if s.Nullable && len(n.Types) == 1 && n.Types[0] != "array" {
			n.Types = append(n.Types, "null")
		}
	}
	if v, ok := value(s.Example); ok && s.Example != nil && (v.Kind == model.StringValue || v.Kind == model.NumberValue) && len(v.Text) < 80 && len(n.Types) == 1 && kindFits(v, n.Types[0]) {
		n.Example = &v
	}
	name := path[strings.LastIndexByte(path, '/')+1:]
	return n, []*leaf{{node: n, values: enumOf(s), path: path, text: shape.IsText(name), pattern: s.Pattern}}
}

func kindFits(v model.Value, kind string) bool {
	return (v.Kind == model.StringValue) == (kind == "string") && (kind == "string" || kind == "integer" && !strings.ContainsAny(v.Text, ".eE") || kind == "number")
}

var statusMember = regexp.MustCompile(`(?i)^(status|status_?code|http_?status(_?code)?|http_?code)$`)
