// Package echoserver is the orders service with labstack/echo.
package echoserver

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// Routes returns the service. Echo's handlers return errors: those of an operation
// are written as the operation has them, all others by echo's error handler, to which
// Recover sends panics.
func Routes(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
	e := echo.New()
	e.HTTPErrorHandler = errorHandler(respond)
	e.Use(middleware.Recover())
	e.GET("/orders/:number", handler(respond.For(orderserr.OpGetOrder), func(c *echo.Context) error {
		order, err := shop.Order(c.Param("number"))
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, order)
	}))
	e.POST("/orders", handler(respond.For(orderserr.OpPlaceOrder), func(c *echo.Context) error {
		var order orders.Order
		if err := c.Bind(&order); err != nil {
			return orderserr.ErrMalformed.WithCause(err)
		}
		number, err := shop.Place(c.Request().Context(), order)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusCreated, map[string]string{"number": number})
	}))
	return e
}

// handler makes a handler whose errors a responder writes.
func handler(respond *orderserr.Responder, h echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if err := h(c); err != nil {
			write(respond, c, err)
		}
		return nil
	}
}

// errorHandler writes echo's own errors as the catalog has them.
func errorHandler(respond *orderserr.Responder) echo.HTTPErrorHandler {
	return func(c *echo.Context, err error) { write(respond, c, translate(err, c.Response().Header())) }
}

// write writes an error, unless the response has begun.
func write(respond *orderserr.Responder, c *echo.Context, err error) {
	if resp, _ := echo.UnwrapResponse(c.Response()); resp != nil && resp.Committed {
		return
	}
	respond.WriteError(c.Response(), c.Request(), err)
}

// translate returns the catalog's error for one of echo's own.
func translate(err error, header http.Header) error {
	switch {
	case errors.Is(err, echo.ErrNotFound):
		return orderserr.ErrNotFound.WithCause(err)
	case errors.Is(err, echo.ErrMethodNotAllowed):
		return orderserr.NewMethodNotAllowed(header.Get("Allow")).WithCause(err)
	}
	return err
}
