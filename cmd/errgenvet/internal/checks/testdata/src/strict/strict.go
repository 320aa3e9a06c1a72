// Package strict is what undocumented says with -strict of what it cannot follow.
package strict

import (
	"errors"
	"net/http"

	"shop.example/shop"
)

type getter interface{ Get(id string) error }

type Server struct {
	Getter getter // of which others say what it is
	own    getter
	call   func() error
}

func New() *Server { return &Server{own: own{}} }

type own struct{}

func (own) Get(id string) error { return shop.NewOrderNotFound(id) }

//errgen:operation GetOrder
func (s *Server) others(http.ResponseWriter, *http.Request) error { // want `not all errors that GetOrder can return can be followed`
	return s.Getter.Get("7")
}

//errgen:operation GetOrder
func (s *Server) known(http.ResponseWriter, *http.Request) error { return s.own.Get("7") }

//errgen:operation GetOrder
func (s *Server) called(http.ResponseWriter, *http.Request) error { return s.call() } // want `not all errors that GetOrder`

//errgen:operation GetOrder
func standard(http.ResponseWriter, *http.Request) error { return errors.New("of no catalog") }

//errgen:operation GetOrder
func direct(http.ResponseWriter, *http.Request) error { return shop.NewOrderNotFound("7") }

//errgen:operation GetOrder
func undocumented(http.ResponseWriter, *http.Request) error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
}
