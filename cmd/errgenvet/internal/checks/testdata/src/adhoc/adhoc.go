package adhoc

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/render"
	"github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v5"

	"shop.example/shop"
)

func standard(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", http.StatusNotFound) // want `http.Error writes an error response that is none of the catalog's`
	http.NotFound(w, r)                      // want `http.NotFound writes`
	switch r.Method {
	case "GET":
		w.WriteHeader(http.StatusInternalServerError) // want `w.WriteHeader writes`
	case "PUT":
		w.WriteHeader(499) // want `w.WriteHeader writes`
	case "POST":
		w.WriteHeader(http.StatusCreated)
	default:
		w.WriteHeader(304)
	}
	shop.WriteError(w, shop.ErrUnauthorized)
	http.Redirect(w, r, "/", http.StatusFound)
}

func computed(w http.ResponseWriter, status int) { w.WriteHeader(status) }

func closure() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(404) // want `w.WriteHeader writes`
	}
}

type recorder struct{ status int }

func (r *recorder) WriteHeader(status int) { r.status = status }

func own(r *recorder) { r.WriteHeader(404) }

func ginHandler(c *gin.Context) {
	c.JSON(200, nil)
	c.JSON(404, nil)                // want `c.JSON writes`
	c.AbortWithStatus(401)          // want `c.AbortWithStatus writes`
	c.AbortWithStatusJSON(422, nil) // want `c.AbortWithStatusJSON writes`
	c.String(500, "x")              // want `c.String writes`
	c.String(200, "x")
}

func echoHandler(c *echo.Context) error {
	if c == nil {
		return echo.NewHTTPError(404, "x") // want `echo.NewHTTPError writes`
	}
	if err := c.JSON(201, nil); err != nil {
		return err
	}
	_ = c.NoContent(204)
	_ = c.NoContent(403)    // want `c.NoContent writes`
	return c.JSON(400, nil) // want `c.JSON writes`
}

func chiHandler(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 404) // want `render.Status writes`
	render.Status(r, 200)
}

func fiberHandler(c fiber.Ctx) error {
	_ = c.SendStatus(204)
	_ = c.SendStatus(404) // want `c.SendStatus writes`
	_ = c.Status(500)     // want `c.Status writes`
	_ = c.Status(201)
	return fiber.NewError(404) // want `fiber.NewError writes`
}

func humaHandler() error {
	_ = huma.Error404NotFound("x")           // want `huma.Error404NotFound writes`
	_ = huma.Error503ServiceUnavailable("x") // want `huma.Error503ServiceUnavailable writes`
	return huma.NewError(500, "x")           // want `huma.NewError writes`
}

func ignored(w http.ResponseWriter) {
	w.WriteHeader(503) //errgen:ignore adhoc because a probe has no body
}
