package seeded

import (
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

func (s *Server) seededRoutes(mux *http.ServeMux) {
	mux.Handle("GET /orders/{number}", s.Respond.Handler(func(http.ResponseWriter, *http.Request) error {
		return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
	}))
	mux.HandleFunc("GET /other", func(w http.ResponseWriter, r *http.Request) {
		http.NotFound(w, r) // want none of the catalog's
	})
}
