package apidoc

import (
	"regexp"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// schemas are which bodies schemas admit, since many operations refer to one, and why
// they do not.
type schemas struct {
	admitted map[judged]bool
	reasons  map[judged]string
}

type judged struct {
	schema *openapi3.Schema
	body   *body
}

// admits reports whether a schema admits a body.
func (s schemas) admits(schema *openapi3.Schema, b *body) bool {
	key := judged{schema, b}
	admitted, known := s.admitted[key]
	if !known {
		admitted = visit(schema, b.value, openapi3.FailFast()) == nil // without the reasons, which take long
		s.admitted[key] = admitted
	}
	return admitted
}

// refuses is why a schema does not admit a body, "" if it does.
func (s schemas) refuses(schema *openapi3.Schema, b *body) string {
	if s.admits(schema, b) {
		return ""
	}
	key := judged{schema, b}
	reason, known := s.reasons[key]
	if !known {
		reason = because(schema, b.value)
		s.reasons[key] = reason
	}
	return reason
}

// visit validates a value. Patterns that Go's regexp does not know admit everything, as
// do keywords of JSON Schema that OpenAPI 3.0 has not: what cannot be decided is no
// finding.
func visit(schema *openapi3.Schema, value any, more ...openapi3.SchemaValidationOption) error {
	return schema.VisitJSON(value, append(more, openapi3.VisitAsResponse(), openapi3.SetSchemaRegexCompiler(compile),
		openapi3.SetSchemaErrorMessageCustomizer(func(err *openapi3.SchemaError) string { return err.Reason }))...) // not the schema, which may be large
}

type anything struct{}

func (anything) MatchString(string) bool { return true }

// compiled are the patterns that were met, by their texts.
var compiled sync.Map

func compile(pattern string) (openapi3.RegexMatcher, error) {
	if known, ok := compiled.Load(pattern); ok {
		return known.(openapi3.RegexMatcher), nil
	}
	var matcher openapi3.RegexMatcher = anything{}
	if re, err := regexp.Compile(pattern); err == nil {
		matcher = re
	}
	compiled.Store(pattern, matcher)
	return matcher, nil
}
