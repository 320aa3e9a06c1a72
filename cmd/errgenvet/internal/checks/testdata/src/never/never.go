package never

import (
	"errors"

	"shop.example/pay"
	"shop.example/shop"
)

//errgen:operation GetOrder
func getOrder(id string) (string, error) { return "", shop.Decode(404, nil, nil) }

//errgen:operation PutOrder
func putOrder(id string) error { return shop.Decode(404, nil, nil) }

func unknown(id string) error { return shop.Decode(404, nil, nil) }

func ask() int {
	_, err := getOrder("7")
	switch {
	case errors.Is(err, shop.ErrOutOfStock): // want `GetOrder never returns shop.ErrOutOfStock`
		return 1
	case errors.Is(err, shop.ErrOrderNotFound):
		return 2
	case errors.Is(err, shop.ErrNotFound): // an ancestor
		return 3
	case errors.Is(err, shop.ErrUnauthorized): // common
		return 4
	case errors.Is(err, shop.ErrInternal): // the fallback
		return 5
	case errors.Is(err, shop.ErrUnlisted):
		return 6
	case errors.Is(err, shop.ErrUnexpectedResponse):
		return 7
	case errors.Is(err, pay.ErrRefused): // of another catalog
		return 8
	}
	return 0
}

func data() {
	_, err := getOrder("7")
	var stock *shop.OutOfStockError
	if errors.As(err, &stock) { // want `GetOrder never returns shop.ErrOutOfStock`
		return
	}
	var order *shop.OrderNotFoundError
	_ = errors.As(err, &order)
	if _, ok := errors.AsType[*shop.OutOfStockError](err); ok { // want `GetOrder never returns shop.ErrOutOfStock`
		return
	}
	_, _ = errors.AsType[*shop.OrderNotFoundError](err)
	var any *shop.Error
	_ = errors.As(err, &any)
}

func single() bool {
	err := putOrder("7")
	return errors.Is(err, shop.ErrTooBusy) // want `PutOrder never returns shop.ErrBusy`
}

func listed() bool {
	err := putOrder("7")
	return errors.Is(err, shop.ErrVersionConflict)
}

func short() bool {
	if err := putOrder("7"); errors.Is(err, shop.ErrTooBusy) { // want `PutOrder never returns shop.ErrBusy`
		return true
	}
	return false
}

// One of two operations returns it.
func two(id string) bool {
	_, err := getOrder(id)
	if id == "" {
		err = putOrder(id)
	}
	return errors.Is(err, shop.ErrVersionConflict)
}

func neither(id string) bool {
	_, err := getOrder(id)
	if id == "" {
		err = putOrder(id)
	}
	return errors.Is(err, shop.ErrOutOfStock) // want `never returns shop.ErrOutOfStock`
}

// It may be of something else.
func mixed(id string) bool {
	err := putOrder(id)
	if err == nil {
		err = unknown(id)
	}
	return errors.Is(err, shop.ErrOutOfStock)
}

func ofNone(id string) bool { return errors.Is(unknown(id), shop.ErrOutOfStock) }

func ignored(id string) bool {
	err := putOrder(id)
	return errors.Is(err, shop.ErrOutOfStock) //errgen:ignore never because older servers do
}
