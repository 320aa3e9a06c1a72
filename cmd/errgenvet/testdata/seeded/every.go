package seeded

import (
	"errors"
	"io"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
)

var _ = orderserr.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
})

func needsData() error {
	return orderserr.ErrOutOfStock // want needs data
}

func leaks(err error) error {
	return orderserr.NewInvalid("body", err.Error()) // want the text of err goes to clients
}

func adHoc(w http.ResponseWriter) {
	w.WriteHeader(404) // want none of the catalog's
}

func goesOn(w http.ResponseWriter, err error) {
	orderserr.WriteError(w, err) // want goes on writing
	io.WriteString(w, "done")
}

func compares(err error) bool {
	return err == orderserr.ErrMalformed // want errors.Is
}

func passesOn(w http.ResponseWriter, resp *http.Response) {
	orderserr.WriteError(w, paymentserr.DecodeResponse(resp)) // want what paymentserr decodes here
}

//errgen:operation GetOrder
func getOrder() error { return orderserr.Decode(404, nil, nil) }

func asks() bool {
	err := getOrder()
	return errors.Is(err, orderserr.ErrMalformed) // want GetOrder never returns
}

func swaps(field, reason string) error {
	return orderserr.NewInvalid(reason, field) // want have changed places
}
