package noreturn

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v5"

	"shop.example/shop"
)

// A context has the writer.
func ginGoesOn(c *gin.Context, err error) {
	if err != nil {
		shop.WriteError(c.Writer, err) // want `goes on writing`
	}
	c.JSON(200, nil)
}

func ginReturns(c *gin.Context, err error) {
	if err != nil {
		shop.WriteError(c.Writer, err)
		c.Abort()
		c.Status(404)
		return
	}
	c.JSON(200, nil)
}

func echoGoesOn(c *echo.Context, err error) error {
	if err != nil {
		shop.WriteError(c.Response(), err) // want `goes on writing`
	}
	return c.JSON(200, nil)
}

func otherContext(a, b *gin.Context, err error) {
	shop.WriteError(a.Writer, err)
	b.JSON(200, nil)
}

func goesOn(w http.ResponseWriter, err error) {
	if err != nil {
		shop.WriteError(w, err) // want `the handler goes on writing after this error: return`
	}
	fmt.Fprintln(w, "done")
}

func returns(w http.ResponseWriter, err error) {
	if err != nil {
		shop.WriteError(w, err)
		return
	}
	fmt.Fprintln(w, "done")
}

func otherwise(w http.ResponseWriter, err error) {
	if err != nil {
		shop.WriteError(w, err)
	} else {
		fmt.Fprintln(w, "done")
	}
}

func last(w http.ResponseWriter, err error) {
	fmt.Fprintln(w, "begun")
	shop.WriteError(w, err)
}

func standard(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, "x", 500) // want `goes on writing`
	}
	_, _ = w.Write(nil)
}

func notFound(w http.ResponseWriter, r *http.Request) {
	http.NotFound(w, r) // want `goes on writing`
	w.WriteHeader(200)
}

func responder(w http.ResponseWriter, r *http.Request, s *shop.Responder, err error) {
	if err != nil {
		s.WriteError(w, r, err) // want `goes on writing`
	}
	_ = json.NewEncoder(w).Encode(1)
}

func twice(w http.ResponseWriter, a, b error) {
	if a != nil {
		shop.WriteError(w, a) // want `goes on writing`
	}
	if b != nil {
		shop.WriteError(w, b)
	}
}

func afterwards(w http.ResponseWriter, err error) {
	shop.WriteError(w, err)
	fmt.Println("log")
	w.Header().Set("X", "too late, but nothing is written")
}

func panics(w http.ResponseWriter, err error) {
	if err != nil {
		shop.WriteError(w, err)
		panic(err)
	}
	fmt.Fprintln(w, "done")
}

func loop(w http.ResponseWriter, errs []error) {
	for _, err := range errs {
		if err != nil {
			shop.WriteError(w, err)
			return
		}
	}
	fmt.Fprintln(w, "done")
}

func broken(w http.ResponseWriter, errs []error) {
	for _, err := range errs {
		if err != nil {
			shop.WriteError(w, err) // want `goes on writing`
			break
		}
	}
	fmt.Fprintln(w, "done")
}

func others(w, v http.ResponseWriter, err error) {
	shop.WriteError(w, err)
	fmt.Fprintln(v, "done")
}

func anew(w http.ResponseWriter, next func() http.ResponseWriter, err error) {
	shop.WriteError(w, err)
	w = next()
	fmt.Fprintln(w, "done")
}

func deferred(w http.ResponseWriter, err error) {
	defer fmt.Fprintln(w, "done")
	shop.WriteError(w, err)
}

func later(w http.ResponseWriter, err error) func() {
	shop.WriteError(w, err)
	return func() { fmt.Fprintln(w, "done") }
}

var literal = func(w http.ResponseWriter, err error) {
	shop.WriteError(w, err) // want `goes on writing`
	io.WriteString(w, "done")
}

func elsewhere(w http.ResponseWriter, err error, log func(http.ResponseWriter)) {
	shop.WriteError(w, err)
	log(w) // which may do anything
}

func ignored(w http.ResponseWriter, err error) {
	shop.WriteError(w, err) //errgen:ignore noreturn because the recorder takes both
	fmt.Fprintln(w, "done")
}
