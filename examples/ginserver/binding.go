package ginserver

import (
	"errors"
	"reflect"
	"strings"

	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/validator/v10"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// init makes gin call fields by their names on the wire.
func init() {
	if v, ok := binding.Validator.Engine().(*validator.Validate); ok {
		v.RegisterTagNameFunc(func(f reflect.StructField) string {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return name
		})
	}
}

// bindingError returns the catalog's errors for what gin's binding says: one for
// each field, joined, which is one response.
func bindingError(err error) error {
	invalid, ok := errors.AsType[validator.ValidationErrors](err)
	if !ok {
		return orderserr.ErrMalformed.WithCause(err)
	}
	var errs []error
	for _, field := range invalid {
		if field.Tag() == "required" {
			errs = append(errs, orderserr.NewMissing(field.Field()))
		} else {
			errs = append(errs, orderserr.NewInvalid(field.Field(), field.Tag()+" "+field.Param()))
		}
	}
	return errors.Join(errs...)
}
