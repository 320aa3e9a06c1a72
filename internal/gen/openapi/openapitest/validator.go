// Package openapitest validates response bodies against the OpenAPI documents
// that package openapi writes, for tests.
package openapitest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A Validator validates against one document.
type Validator struct {
	doc   *openapi3.T
	names *openapi.Names
}

// New reads the document of a catalog, as its own options have it, and validates it,
// examples included.
func New(c *model.Catalog, document []byte) (*Validator, error) {
	doc, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		return nil, err
	}
	if err := doc.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		return nil, err
	}
	return &Validator{doc: doc, names: openapi.ComponentNames(c, openapi.Options{})}, nil
}

// Entry validates a body as an entry writes it in one of the envelopes that it
// reads. An empty body fits an envelope without one.
func (v *Validator) Entry(e *model.Entry, env *model.Envelope, body []byte) error {
	return v.body(v.names.Entry(e, env), env, body)
}

// Envelope validates a body of an envelope, whatever the error is.
func (v *Validator) Envelope(env *model.Envelope, body []byte) error {
	return v.body(v.names.Envelope(env), env, body)
}

// Several validates a body of a repeated envelope with several errors.
func (v *Validator) Several(env *model.Envelope, body []byte) error {
	return v.body(v.names.List(env), env, body)
}

func (v *Validator) body(component string, env *model.Envelope, body []byte) error {
	if env.Kind == model.NoBody {
		if len(body) > 0 {
			return errors.New("a body where the envelope has none")
		}
		return nil
	}
	ref, ok := v.doc.Components.Schemas[component]
	if !ok {
		return fmt.Errorf("no schema %s", component)
	}
	var value any = string(body)
	if env.Kind == model.JSONBody {
		if err := json.Unmarshal(body, &value); err != nil {
			return err
		}
	}
	if err := ref.Value.VisitJSON(value, v.options()...); err != nil {
		return fmt.Errorf("%s: %w", component, err)
	}
	return nil
}

func (v *Validator) options() []openapi3.SchemaValidationOption {
	if v.doc.IsOpenAPI31OrLater() {
		return []openapi3.SchemaValidationOption{openapi3.EnableJSONSchema2020()}
	}
	return nil
}
