package seeded

import (
	"github.com/gin-gonic/gin"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

func seededRoutes(router *gin.Engine, respond *orderserr.Responder) {
	router.GET("/orders/:number", handler(respond.For(orderserr.OpGetOrder), func(*gin.Context) error {
		return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
	}))
	router.GET("/other", func(c *gin.Context) {
		c.JSON(404, nil) // want none of the catalog's
	})
	router.GET("/third", func(c *gin.Context) {
		respond.WriteError(c.Writer, c.Request, orderserr.ErrMalformed) // want goes on writing
		c.JSON(200, nil)
	})
}
