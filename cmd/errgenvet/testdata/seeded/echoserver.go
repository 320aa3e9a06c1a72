package seeded

import (
	"github.com/labstack/echo/v5"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

func seededRoutes(e *echo.Echo, respond *orderserr.Responder) {
	e.GET("/orders/:number", handler(respond.For(orderserr.OpGetOrder), func(*echo.Context) error {
		return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
	}))
	e.GET("/other", func(*echo.Context) error {
		return echo.NewHTTPError(404, "no") // want none of the catalog's
	})
	e.GET("/third", func(c *echo.Context) error {
		respond.WriteError(c.Response(), c.Request(), orderserr.ErrMalformed) // want goes on writing
		return c.JSON(200, nil)
	})
}
