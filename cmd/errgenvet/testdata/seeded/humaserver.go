package seeded

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

//errgen:operation GetOrder
func seededHandler(context.Context, *orderInput) (*orderOutput, error) {
	return nil, orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
}

func seededOther(context.Context, *orderInput) (*orderOutput, error) {
	return nil, huma.Error404NotFound("no") // want none of the catalog's
}
