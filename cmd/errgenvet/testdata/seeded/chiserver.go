package seeded

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

func seededRoutes(r chi.Router, respond *orderserr.Responder) {
	r.Get("/orders/{number}", respond.For(orderserr.OpGetOrder).Handler(func(http.ResponseWriter, *http.Request) error {
		return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
	}).ServeHTTP)
	r.Get("/other", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "no", 404) // want none of the catalog's
	})
}
