package needsdata

import (
	"errors"
	"fmt"
	"net/http"

	"shop.example/shop"
)

func bare() error {
	return shop.ErrOutOfStock // want `shop.ErrOutOfStock needs data: raise it with shop.NewOutOfStock`
}

func static() error { return shop.ErrUnauthorized }

func raised() error { return shop.NewOutOfStock("a", 1) }

func second() (int, error) {
	return 0, shop.ErrOrderNotFound // want `shop.ErrOrderNotFound needs data`
}

func named() (n int, err error) {
	return 1, shop.ErrOrderNotFound // want `shop.ErrOrderNotFound needs data`
}

func notAnError() shop.ID { return shop.ErrOutOfStock }

func withCause(err error) error {
	return shop.ErrOutOfStock.WithCause(err) // want `shop.ErrOutOfStock needs data`
}

func withCauseOfStatic(err error) error { return shop.ErrUnauthorized.WithCause(err) }

func wrapped() error {
	return fmt.Errorf("a: %w", shop.ErrOutOfStock) // want `shop.ErrOutOfStock needs data`
}

func joined() error {
	return errors.Join(shop.ErrUnauthorized, shop.ErrOutOfStock) // want `shop.ErrOutOfStock needs data`
}

func written(w http.ResponseWriter, r *http.Request, respond *shop.Responder) {
	shop.WriteError(w, shop.ErrOutOfStock)       // want `shop.ErrOutOfStock needs data`
	respond.WriteError(w, r, shop.ErrOutOfStock) // want `shop.ErrOutOfStock needs data`
	shop.WriteError(w, shop.ErrUnauthorized)
	_, _, _ = shop.Encode(shop.ErrOutOfStock) // want `shop.ErrOutOfStock needs data`
}

func target(err error) bool { return errors.Is(err, shop.ErrOutOfStock) }

func compared(err error) bool { return shop.IDOf(err) == shop.ErrOutOfStock }

func switched(err error) int {
	switch shop.IDOf(err) {
	case shop.ErrOutOfStock:
		return 1
	case shop.ErrOrderNotFound:
		return 2
	}
	return 0
}

var targets = []error{shop.ErrOutOfStock, shop.ErrOrderNotFound}

var names = map[shop.ID]string{shop.ErrOutOfStock: "stock"}

func closure() func() error {
	return func() error {
		return shop.ErrOutOfStock // want `shop.ErrOutOfStock needs data`
	}
}

func closureWithin() error {
	is := func(err error) bool { return errors.Is(err, shop.ErrOutOfStock) }
	_ = is
	return nil
}

func decodedOnly() error { return shop.ErrUnlisted }

func ignored() error {
	return shop.ErrOutOfStock //errgen:ignore needsdata because the zero values serve
}

func variable() error {
	id := shop.ErrOutOfStock
	return id // not constant: nothing is said
}

func text() string { return shop.ErrOutOfStock.Error() }
