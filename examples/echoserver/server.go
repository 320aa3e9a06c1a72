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

// Routes returns the service. Echo's handlers return errors, and its error
// handler is the one place where they are written; Recover sends panics there.
func Routes(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
	e := echo.New()
	e.HTTPErrorHandler = errorHandler(respond)
	e.Use(middleware.Recover())
	e.GET("/orders/:number", func(c *echo.Context) error {
		order, err := shop.Order(c.Param("number"))
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, order)
	})
	e.POST("/orders", func(c *echo.Context) error {
		var order orders.Order
		if err := c.Bind(&order); err != nil {
			return err
		}
		number, err := shop.Place(c.Request().Context(), order)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusCreated, map[string]string{"number": number})
	})
	return e
}

// errorHandler writes errors as the catalog has them.
func errorHandler(respond *orderserr.Responder) echo.HTTPErrorHandler {
	return func(c *echo.Context, err error) {
		if resp, _ := echo.UnwrapResponse(c.Response()); resp != nil && resp.Committed {
			return
		}
		if orderserr.IDOf(err) == "" {
			err = translate(err, c.Response().Header())
		}
		respond.WriteError(c.Response(), c.Request(), err)
	}
}

// translate returns the catalog's error for one of echo's own. It does not ask
// echo.StatusCode, which an error of another catalog has as well: a payment
// service's 401 is not this service's.
func translate(err error, header http.Header) error {
	if errors.Is(err, echo.ErrNotFound) {
		return orderserr.ErrNotFound.WithCause(err)
	}
	if errors.Is(err, echo.ErrMethodNotAllowed) {
		return orderserr.NewMethodNotAllowed(header.Get("Allow")).WithCause(err)
	}
	if own, ok := errors.AsType[*echo.HTTPError](err); ok && own.Code < http.StatusInternalServerError {
		return orderserr.ErrMalformed.WithCause(err) // what Bind says
	}
	return err
}
