package compare

import (
	"errors"
	"io"

	"shop.example/shop"
)

func equal(err error) bool {
	return err == shop.ErrUnauthorized // want `a wrapped error is never equal to shop.ErrUnauthorized: ask errors.Is\(err, shop.ErrUnauthorized\)`
}

func unequal(err error) bool {
	return err != shop.ErrUnauthorized // want `ask !errors.Is\(err, shop.ErrUnauthorized\)`
}

func reversed(err error) bool {
	return shop.ErrUnauthorized == err // want `ask errors.Is\(err, shop.ErrUnauthorized\)`
}

func is(err error) bool { return errors.Is(err, shop.ErrUnauthorized) }

func ids(err error) bool { return shop.IDOf(err) == shop.ErrUnauthorized }

func others(err error) bool { return err == io.EOF }

func isNil(err error) bool { return err == nil }

func asserted(err error) bool {
	_, ok := err.(*shop.OutOfStockError) // want `a wrapped error is no \*shop.OutOfStockError: ask errors.As`
	return ok
}

func assertedError(err error) bool {
	_, ok := err.(*shop.Error) // want `a wrapped error is no \*shop.Error`
	return ok
}

func assertedID(err error) bool {
	_, ok := err.(shop.ID) // want `a wrapped error is no shop.ID`
	return ok
}

func assertedOther(err error) bool {
	_, ok := err.(interface{ Timeout() bool })
	return ok
}

func data(e *shop.Error) bool {
	_, ok := e.Data().(*shop.OutOfStockError) // want `ask errors.As`
	return ok
}

func types(err error) int {
	switch err.(type) {
	case *shop.OutOfStockError: // want `ask errors.As`
		return 1
	case interface{ Timeout() bool }:
		return 2
	}
	return 0
}

func typesNamed(err error) string {
	switch e := err.(type) {
	case *shop.OutOfStockError: // want `ask errors.As`
		return e.Item
	}
	return ""
}

func cases(err error) int {
	switch err {
	case shop.ErrUnauthorized: // want `a wrapped error is no case shop.ErrUnauthorized`
		return 1
	case io.EOF:
		return 2
	}
	return 0
}

func casesOfIDs(err error) int {
	switch shop.IDOf(err) {
	case shop.ErrUnauthorized:
		return 1
	}
	return 0
}

func texts(err error) bool {
	return err.Error() == "shop: unauthorized: Who are you?" // want `texts of errors are for people`
}

func textOfID() bool {
	return shop.ErrUnauthorized.Error() == "x" // want `texts of errors are for people`
}

func code(err error) bool {
	return shop.IDOf(err).Code() == "unauthorized" // want `several errors can have one code`
}

func noCode(err error) bool { return shop.IDOf(err).Code() == "" }

func codes(a, b error) bool { return shop.IDOf(a).Code() == shop.IDOf(b).Code() }

func status(err *shop.Error) bool { return err.StatusCode() == 404 }

func ignored(err error) bool {
	return err == shop.ErrUnauthorized //errgen:ignore compare because it is never wrapped here
}
