// Package humaserver is the orders service with danielgtaylor/huma.
package humaserver

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
	"github.com/seed-1b9d9f04/errgen/examples/server"
)

// placeInput is an order with the rules that huma checks.
type placeInput struct {
	Body struct {
		Item  string `json:"item" minLength:"1"`
		Count int64  `json:"count" minimum:"1"`
		Card  string `json:"card" minLength:"1"`
	}
}

// placeOutput is the answer to an order.
type placeOutput struct {
	Body struct {
		Number string `json:"number"`
	}
}

// orderInput is what an order is asked for by.
type orderInput struct {
	Number string `path:"number"`
}

// orderOutput is an order.
type orderOutput struct{ Body orders.Order }

// Routes returns the service. Huma's errors, and those of its handlers, are made
// by huma.NewErrorWithContext, a variable of the whole program. The mux below
// answers 404 and 405, the handler around it panics.
func Routes(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
	huma.NewErrorWithContext = newError(respond)
	mux := http.NewServeMux()
	config := huma.DefaultConfig("Orders", "1.0.0")
	config.CreateHooks = nil // they add a member $schema to bodies
	api := humago.New(mux, config)
	s := &service{shop}
	register(api, orderserr.OpGetOrder, s.getOrder)
	register(api, orderserr.OpPlaceOrder, s.placeOrder)
	routes := server.Unmatched(mux, respond)
	return respond.Handler(func(w http.ResponseWriter, r *http.Request) error {
		routes.ServeHTTP(w, r)
		return nil
	})
}

// register gives huma an operation of the catalog, by whose name newError knows it again.
func register[In, Out any](api huma.API, op orderserr.Operation, h func(context.Context, *In) (*Out, error)) {
	huma.Register(api, huma.Operation{OperationID: string(op), Method: op.Method(), Path: op.Path()}, h)
}

// service has huma's handlers. Which operations they do stands above them, for the
// analyzer: huma calls them, not code that it could follow.
type service struct{ shop *orders.Shop }

//errgen:operation GetOrder
func (s *service) getOrder(_ context.Context, in *orderInput) (*orderOutput, error) {
	order, err := s.shop.Order(in.Number)
	return &orderOutput{Body: order}, err
}

//errgen:operation PlaceOrder
func (s *service) placeOrder(ctx context.Context, in *placeInput) (*placeOutput, error) {
	number, err := s.shop.Place(ctx, orders.Order(in.Body))
	out := &placeOutput{}
	out.Body.Number = number
	return out, err
}
