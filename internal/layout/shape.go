package layout

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// shape says of a mapping or list of the language in which order its keys stand, and
// what shape the values have. Nil is that of what has no order: data, extensions.
type shape struct {
	order  []string
	inner  map[string]*shape // by key
	each   *shape            // of all other values, and of items
	spaced bool              // elements of several lines have blank lines around them
}

// Of what is nested in a schema the inner ones come last: what stands behind many lines
// is overlooked.
var (
	fileShape    *shape
	entryKeys    = []string{"parent", "group", "source", "envelope", "status", "code", "retryable", "description", "remedy", "fields", "omit", "headers", "match", "params", "close", "text", "stability", "deprecated", "tags", "docs", "go", "allow"}
	schemaKeys   = []string{"$ref", "errorOf", "type", "const", "enum", "field", "as", "alias", "success", "repeated", "exchange", "in", "private", "markup", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "optional", "sensitive", "default", "example", "description", "go", "allow", "oneOf", "items", "properties", "additionalProperties"}
	envelopeKeys = []string{"description", "mediaType", "status", "part", "match", "text", "allow", "headers", "body"}
	fileKeys     = []string{"errgen", "package", "include", "title", "description", "docs", "go", "openapi", "breaking", "lint", "allow", "sources", "types", "envelopes", "defaults", "groups", "count", "operations", "common", "fallback", "errors", "retired", "examples"}
)

func init() {
	schema := &shape{order: schemaKeys, inner: map[string]*shape{}}
	for _, key := range []string{"properties", "oneOf"} {
		schema.inner[key] = &shape{each: schema}
	}
	for _, key := range []string{"items", "additionalProperties"} {
		schema.inner[key] = schema
	}
	schema.inner["enum"] = &shape{each: &shape{order: []string{"value", "go"}}}
	schemas := &shape{each: schema}
	entry := &shape{order: entryKeys, inner: map[string]*shape{
		"params":     schemas,
		"close":      {order: []string{"code", "reason"}},
		"deprecated": {order: []string{"since", "replacement", "sunset"}},
	}}
	fileShape = &shape{order: fileKeys, spaced: true, inner: map[string]*shape{
		"go": {order: []string{"types", "sides"}},
		"breaking": {order: []string{"codes", "texts", "unstable", "removal", "accept"}, inner: map[string]*shape{
			"accept": {each: &shape{order: []string{"rule", "of", "because", "until", "version"}}},
		}},
		"openapi": {order: []string{"version", "license", "contact", "prefix", "unions", "texts", "audience", "discriminator", "default"}, inner: map[string]*shape{
			"license": {order: []string{"name", "url"}},
			"contact": {order: []string{"name", "url", "email"}},
		}},
		"sources":    {each: &shape{order: []string{"id", "title", "file", "url", "date", "description"}}},
		"types":      schemas,
		"envelopes":  {each: &shape{order: envelopeKeys, inner: map[string]*shape{"headers": schemas, "body": schema}}},
		"defaults":   entry,
		"groups":     {each: &shape{order: []string{"title", "description", "count", "source"}}},
		"operations": {each: &shape{order: []string{"method", "path", "operationId", "description", "errors", "allow", "go"}}},
		"errors":     {each: entry, spaced: true},
		"retired":    {each: &shape{order: []string{"code", "name", "since", "replacement", "reason"}}},
		"examples": {each: &shape{
			order: []string{"name", "source", "error", "status", "headers", "body", "close", "reason", "expect", "decodes", "waive"},
			inner: map[string]*shape{"waive": {each: &shape{order: []string{"at", "because"}}}},
		}},
	}}
}

// of is the shape of the value of an element.
func (s *shape) of(e *yamltext.Element) *shape {
	switch {
	case s == nil:
		return nil
	case e.Key == nil:
		return s.each
	case s.inner[e.Key.Value] != nil:
		return s.inner[e.Key.Value]
	case strings.HasPrefix(e.Key.Value, "x-"):
		return nil
	}
	return s.each
}

// sort puts the members of a mapping in order. A key that has no place in it, such as
// an extension, stays behind the one that it follows.
func (s *shape) sort(items []*item) {
	if s == nil || s.order == nil || len(items) == 0 || items[0].src.Key == nil {
		return
	}
	last := -1
	for _, it := range items {
		if i := slices.Index(s.order, it.src.Key.Value); i >= 0 {
			last = i
		}
		it.rank = last
	}
	slices.SortStableFunc(items, func(a, b *item) int { return a.rank - b.rank })
}
