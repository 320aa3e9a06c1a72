// Package server is the orders service with net/http alone.
package server

import (
	"encoding/json"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// handler is what orderserr.Handler and Responder.Handler take: a function that
// returns what went wrong instead of writing it.
type handler = func(http.ResponseWriter, *http.Request) error

// Server serves a shop.
type Server struct {
	Shop    *orders.Shop
	Respond *orderserr.Responder // writes every error; nil has no hooks
	Token   string               // what clients have to show
}

// Routes returns the service.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	route := func(op orderserr.Operation, h handler) {
		mux.Handle(op.Method()+" "+op.Path(), s.Respond.For(op).Handler(s.authenticated(h)))
	}
	route(orderserr.OpGetOrder, s.getOrder)
	route(orderserr.OpPlaceOrder, s.postOrder)
	return Unmatched(mux, s.Respond)
}

// getOrder passes errors on as they are.
func (s *Server) getOrder(w http.ResponseWriter, r *http.Request) error {
	order, err := s.Shop.Order(r.PathValue("number"))
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, order)
}

// postOrder raises an error whose cause is for the log only: what encoding/json
// says is not in the catalog, and never reaches the client.
func (s *Server) postOrder(w http.ResponseWriter, r *http.Request) error {
	var order orders.Order
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		return orderserr.ErrMalformed.WithCause(err)
	}
	number, err := s.Shop.Place(r.Context(), order)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusCreated, map[string]string{"number": number})
}

// authenticated lets those pass who show the token. An ID is an error: where no
// data is needed it can be returned as it is.
func (s *Server) authenticated(next handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if r.Header.Get("Authorization") != "Bearer "+s.Token {
			return orderserr.ErrUnauthenticated
		}
		return next(w, r)
	}
}

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, value any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(value)
}
