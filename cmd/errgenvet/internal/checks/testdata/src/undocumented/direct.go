package undocumented

import (
	"errors"
	"fmt"
	"net/http"

	"shop.example/shop"
)

type handler = func(http.ResponseWriter, *http.Request) error

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewOutOfStock("umbrella", 2) // want `GetOrder can return shop.ErrOutOfStock, which it does not list`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewOrderNotFound("7")
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.ErrUnauthorized // common to all
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.ErrInternal // the fallback
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.ErrTooBusy // want `GetOrder can return shop.ErrBusy`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return errors.New("of no catalog: the fallback")
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return &shop.OutOfStockError{Item: "umbrella"} // want `GetOrder can return shop.ErrOutOfStock`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.New(&shop.OutOfStockError{Item: "umbrella"}) // want `GetOrder can return shop.ErrOutOfStock`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.ErrTooBusy.WithCause(errors.New("x")) // want `GetOrder can return shop.ErrBusy`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewOutOfStock("umbrella", 2).WithCause(errors.New("x")) // want `GetOrder can return shop.ErrOutOfStock`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return fmt.Errorf("order %d: %w", 7, shop.ErrTooBusy) // want `GetOrder can return shop.ErrBusy`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return fmt.Errorf("order: %v", shop.ErrTooBusy) // only its text: of no catalog
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return errors.Join(shop.NewOrderNotFound("7"), shop.ErrTooBusy) // want `GetOrder can return shop.ErrBusy`
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return nil
})

var _ = shop.OpEmpty.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewOrderNotFound("7") // want `Empty can return shop.ErrOrderNotFound`
})

// A kind of what is listed is listed as well if it can occur.
var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewSoldOut("a", 1) // want `GetOrder can return shop.ErrSoldOut`
})

// A handler of no operation can return everything.
var _ = shop.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.NewOutOfStock("umbrella", 2)
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	//errgen:ignore undocumented because it is an experiment
	return shop.ErrTooBusy
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.ErrTooBusy //errgen:ignore undocumented because it is an experiment
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	//errgen:ignore undocumented // want `say why it is ignored`
	return shop.ErrTooBusy
})

var _ = shop.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	//errgen:ignore undocumentd because of a slip // want `there is no check "undocumentd": it is one of undocumented, needsdata`
	//errgen:ignore undocumented because it was one once // want `there is nothing of undocumented to ignore here`
	return shop.ErrUnauthorized
})
