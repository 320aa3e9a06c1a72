package humaserver

import (
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// newError makes huma write errors as the catalog has them: both those that
// handlers return, which huma calls unexpected, and those of its own validation.
func newError(respond *orderserr.Responder) func(huma.Context, int, string, ...error) huma.StatusError {
	return func(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
		r, _ := humago.Unwrap(ctx)
		err := translate(status, message, errs)
		op := orderserr.Operation(ctx.Operation().OperationID)
		status, header, body := respond.For(op).Encode(r, err)
		for name, lines := range header {
			for _, line := range lines {
				ctx.AppendHeader(name, line)
			}
		}
		return &statusError{err, status, body}
	}
}

// translate returns the catalog's error for what huma says.
func translate(status int, message string, errs []error) error {
	cause := errors.Join(append(errs, errors.New(message))...)
	switch status {
	case http.StatusUnprocessableEntity:
		if invalid := invalidFields(errs); invalid != nil {
			return invalid
		}
	case http.StatusInternalServerError:
		return cause // what a handler returned: of the catalog or not
	}
	return orderserr.ErrMalformed.WithCause(cause)
}

// invalidFields returns the catalog's errors for those of huma's validation, one
// for each field, joined, which is one response.
func invalidFields(errs []error) error {
	var invalid []error
	for _, err := range errs {
		if detail, ok := errors.AsType[*huma.ErrorDetail](err); ok {
			invalid = append(invalid, orderserr.NewInvalid(strings.TrimPrefix(detail.Location, "body."), detail.Message))
		}
	}
	return errors.Join(invalid...)
}

// statusError is an error as huma writes it.
type statusError struct {
	error
	status int
	body   []byte
}

// GetStatus is for huma.
func (e *statusError) GetStatus() int { return e.status }

// MarshalJSON is for huma: the body as the catalog has it.
func (e *statusError) MarshalJSON() ([]byte, error) { return e.body, nil }
