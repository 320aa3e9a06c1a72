// Package ginserver is the orders service with gin-gonic/gin.
package ginserver

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// order is orders.Order with the rules that gin checks.
type order struct {
	Item  string `json:"item" binding:"required"`
	Count int64  `json:"count" binding:"min=1"`
	Card  string `json:"card" binding:"required"`
}

// Routes returns the service.
func Routes(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.Use(recovery(respond))
	router.NoRoute(handler(respond, func(*gin.Context) error { return orderserr.ErrNotFound }))
	router.NoMethod(handler(respond, func(c *gin.Context) error {
		return orderserr.NewMethodNotAllowed(c.Writer.Header().Get("Allow"))
	}))
	router.GET("/orders/:number", handler(respond.For(orderserr.OpGetOrder), func(c *gin.Context) error {
		order, err := shop.Order(c.Param("number"))
		if err != nil {
			return err
		}
		c.JSON(http.StatusOK, order)
		return nil
	}))
	router.POST("/orders", handler(respond.For(orderserr.OpPlaceOrder), func(c *gin.Context) error {
		var o order
		if err := c.ShouldBindJSON(&o); err != nil {
			return bindingError(err)
		}
		number, err := shop.Place(c.Request.Context(), orders.Order(o))
		if err != nil {
			return err
		}
		c.JSON(http.StatusCreated, gin.H{"number": number})
		return nil
	}))
	return router
}

// handler makes gin's handler of a function that returns an error.
func handler(respond *orderserr.Responder, h func(*gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			respond.WriteError(c.Writer, c.Request, err)
			c.Abort()
		}
	}
}

// recovery answers panics with the fallback. What a panic holds is for the hook
// alone, so it is not wrapped: an error of the catalog in it would be written.
func recovery(respond *orderserr.Responder) gin.HandlerFunc {
	return gin.CustomRecoveryWithWriter(nil, func(c *gin.Context, p any) {
		respond.WriteError(c.Writer, c.Request, fmt.Errorf("panic: %v", p))
		c.Abort()
	})
}
