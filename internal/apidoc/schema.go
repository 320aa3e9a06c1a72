package apidoc

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// schemas are which bodies schemas admit, since many operations refer to one.
type schemas map[judged]bool

type judged struct {
	schema *openapi3.Schema
	body   *body
}

// admits reports whether a schema admits a body.
func (s schemas) admits(schema *openapi3.Schema, b *body) bool {
	key := judged{schema, b}
	admitted, known := s[key]
	if !known {
		admitted = visit(schema, b.value, openapi3.FailFast()) == nil // without the reasons, which take long
		s[key] = admitted
	}
	return admitted
}

// refuses is why a schema does not admit a body, nil if it does.
func (s schemas) refuses(schema *openapi3.Schema, b *body) error {
	if s.admits(schema, b) {
		return nil
	}
	return visit(schema, b.value)
}

// visit validates a value. Patterns that Go's regexp does not know admit everything, as
// do keywords of JSON Schema that OpenAPI 3.0 has not: what cannot be decided is no
// finding.
func visit(schema *openapi3.Schema, value any, more ...openapi3.SchemaValidationOption) error {
	return schema.VisitJSON(value, append(more, openapi3.VisitAsResponse(), openapi3.SetSchemaRegexCompiler(compile))...)
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

// because is the reason of a refusal in one line: where in the body, and what.
func because(err error) string {
	var at *openapi3.SchemaError
	if !errors.As(err, &at) {
		line, _, _ := strings.Cut(err.Error(), "\n")
		return line
	}
	reason, _, _ := strings.Cut(at.Reason, "\n")
	if pointer := at.JSONPointer(); len(pointer) > 0 {
		return "/" + strings.Join(pointer, "/") + ": " + reason
	}
	return reason
}

// constantsAreEnums gives schemas with const (OpenAPI 3.1) the enum that means the same,
// which is all that the validator looks at.
func (d *Document) constantsAreEnums() {
	seen := map[*openapi3.Schema]bool{}
	for _, o := range d.operations {
		_, all := o.responses()
		for _, r := range all {
			for _, media := range r.Content {
				constantIsEnum(media.Schema, seen)
			}
		}
	}
}

func constantIsEnum(ref *openapi3.SchemaRef, seen map[*openapi3.Schema]bool) {
	if ref == nil || ref.Value == nil || seen[ref.Value] {
		return
	}
	s := ref.Value
	seen[s] = true
	if s.Const != nil && len(s.Enum) == 0 {
		s.Enum = []any{s.Const}
	}
	below := []*openapi3.SchemaRef{s.Items, s.Not, s.AdditionalProperties.Schema}
	for _, more := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf, s.AllOf} {
		below = append(below, more...)
	}
	for _, p := range s.Properties {
		below = append(below, p)
	}
	for _, b := range below {
		constantIsEnum(b, seen)
	}
}
