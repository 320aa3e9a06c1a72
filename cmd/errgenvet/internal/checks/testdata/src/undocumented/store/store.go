// Package store raises errors in another package than the handlers'.
package store

import (
	"errors"

	"shop.example/shop"
)

var errDisk = errors.New("disk")

type Store struct{}

func (*Store) Get(id string) (string, error) {
	if id == "" {
		return "", shop.NewOrderNotFound(id)
	}
	return id, nil
}

func (*Store) Take(item string) error {
	switch item {
	case "a":
		return shop.NewOutOfStock(item, 0)
	case "b":
		return errDisk
	}
	return nil
}

func Deep(n int) error {
	if n > 0 {
		return Deep(n - 1)
	}
	return shop.ErrTooBusy
}

type Getter interface {
	Get(id string) (string, error)
}
