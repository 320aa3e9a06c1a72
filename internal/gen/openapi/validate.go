package openapi

import (
	"context"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
)

// component is what references are resolved to while a document is validated. The
// validator follows every one of them, and would look at the schema of an error once
// as a component, once in the error's response and once in that of the status.
var component = &openapi3.Schema{}

// validate reports what is not valid OpenAPI in a document, by kin-openapi's rules:
// that references lead somewhere, names, keywords that belong to another version of
// OpenAPI, what must be there and what excludes each other. It does not compile
// patterns nor validate examples, which would take longer than all else that is done
// for the document, examples even by the square of the errors of a status: that
// these are right is for tests to hold. The document is not to be built on later.
func (d *document) validate() error {
	for _, ref := range d.refs {
		if ref.Value != nil {
			ref.Value = component
		}
	}
	err := d.T.Validate(context.Background(), openapi3.DisableExamplesValidation(), openapi3.DisableSchemaPatternValidation())
	if err != nil {
		return fmt.Errorf("the document is not valid OpenAPI %s: %w", d.OpenAPI, err)
	}
	return nil
}
