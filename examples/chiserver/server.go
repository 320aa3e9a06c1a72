// Package chiserver is the orders service with go-chi/chi.
package chiserver

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// Routes returns the service. Responder.Handler is all the glue that chi needs;
// it answers panics, too.
func Routes(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
	r := chi.NewRouter()
	handle := func(respond *orderserr.Responder, h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
		return respond.Handler(h).ServeHTTP
	}
	r.NotFound(handle(respond, func(http.ResponseWriter, *http.Request) error { return orderserr.ErrNotFound }))
	r.MethodNotAllowed(handle(respond, func(_ http.ResponseWriter, req *http.Request) error {
		return orderserr.NewMethodNotAllowed(allowed(r, req.URL.Path))
	}))
	r.Get("/orders/{number}", handle(respond.For(orderserr.OpGetOrder), func(w http.ResponseWriter, req *http.Request) error {
		order, err := shop.Order(chi.URLParam(req, "number"))
		if err != nil {
			return err
		}
		return json.NewEncoder(w).Encode(order)
	}))
	r.Post("/orders", handle(respond.For(orderserr.OpPlaceOrder), func(w http.ResponseWriter, req *http.Request) error {
		var order orders.Order
		if err := json.NewDecoder(req.Body).Decode(&order); err != nil {
			return orderserr.ErrMalformed.WithCause(err)
		}
		number, err := shop.Place(req.Context(), order)
		if err != nil {
			return err
		}
		return json.NewEncoder(w).Encode(map[string]string{"number": number})
	}))
	return r
}

// allowed lists the methods that a path has, which chi does not tell a handler
// for MethodNotAllowed.
func allowed(routes chi.Routes, path string) string {
	var methods []string
	for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodPost, http.MethodPatch, http.MethodDelete} {
		if routes.Match(chi.NewRouteContext(), method, path) {
			methods = append(methods, method)
		}
	}
	return strings.Join(methods, ", ")
}
