package apidoc

import (
	"errors"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// schemas are what was decided of schemas, since many operations refer to one.
type schemas map[judged]error

type judged struct {
	schema *openapi3.Schema
	body   *body
}

// refuses is why a schema does not admit a body, nil if it does.
func (s schemas) refuses(schema *openapi3.Schema, b *body) error {
	key := judged{schema, b}
	err, known := s[key]
	if !known {
		err = visit(schema, b.value)
		s[key] = err
	}
	return err
}

// visit validates a value. Patterns that Go's regexp does not know admit everything, as
// do keywords of JSON Schema that OpenAPI 3.0 has not: what cannot be decided is no
// finding.
func visit(schema *openapi3.Schema, value any) error {
	return schema.VisitJSON(value, openapi3.VisitAsResponse(), openapi3.SetSchemaRegexCompiler(compile))
}

type anything struct{}

func (anything) MatchString(string) bool { return true }

func compile(pattern string) (openapi3.RegexMatcher, error) {
	re, err := regexp.Compile(pattern)
	if err != nil {
		return anything{}, nil
	}
	return re, nil
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
