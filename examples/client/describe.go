package client

import (
	"errors"
	"fmt"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Advice is what to do about an error.
type Advice string

// What can be done.
const (
	GiveUp   Advice = "give up"
	Mend     Advice = "mend the request"
	SignIn   Advice = "sign in"
	Wait     Advice = "wait"
	AskUsers Advice = "ask the user"
	CallUs   Advice = "call the support"
)

// Advise says what to do about an error. A switch over IDs shows every error of
// the catalog, and the linter exhaustive tells when the catalog has got another.
func Advise(err error) Advice {
	switch orderserr.IDOf(err) { // the first error's, whatever it is wrapped in; "" if there is none
	case orderserr.ErrBusy:
		return Wait
	case orderserr.ErrUnauthenticated:
		return SignIn
	case orderserr.ErrMalformed, orderserr.ErrInvalid, orderserr.ErrMissing, orderserr.ErrMethodNotAllowed:
		return Mend
	case orderserr.ErrOutOfStock, orderserr.ErrPaymentRefused, orderserr.ErrOrderNotFound:
		return AskUsers
	case orderserr.ErrNotFound, orderserr.ErrClientGone, orderserr.ErrUpdatesEnded, orderserr.ErrInternal:
		return GiveUp
	case orderserr.ErrUnlisted: // the service knows an error that this catalog does not
		return CallUs
	case orderserr.ErrUnexpectedResponse: // not the service: a proxy, or no response at all
		return Wait
	}
	return GiveUp // no error of the service: the network's
}

// Describe says what happened, in words of the client's own. errors.Is holds for
// an ID and its ancestors; errors.As and errors.AsType give the data.
func Describe(err error) string {
	if stock, ok := errors.AsType[*orderserr.OutOfStockError](err); ok {
		return fmt.Sprintf("there are only %d left", stock.Left)
	}
	var missing *orderserr.OrderNotFoundError // before Go 1.26
	if errors.As(err, &missing) {
		return "no order has the number " + missing.Order
	}
	switch {
	case errors.Is(err, orderserr.ErrNotFound): // ErrOrderNotFound would be one too
		return "this service is too old"
	case errors.Is(err, orderserr.ErrUnexpectedResponse):
		return "something between us and the service said " + orderserr.ResponseOf(err).String()
	}
	if unlisted, ok := errors.AsType[*orderserr.UnlistedError](err); ok {
		return "the service said " + unlisted.Code + ": " + unlisted.Texts["message"]
	}
	return "something went wrong"
}

// Fields returns what is wrong with each field of a request. A response with
// several errors is an errors.Join of them, one with a single error is that. A
// missing field is an invalid one too, as which errors.AsType finds it as well: the
// kind comes first.
func Fields(err error) map[string]orderserr.ID {
	fields := map[string]orderserr.ID{}
	for _, each := range unjoin(err) {
		if missing, ok := errors.AsType[*orderserr.MissingError](each); ok {
			fields[missing.Field] = orderserr.ErrMissing
		} else if invalid, ok := errors.AsType[*orderserr.InvalidError](each); ok {
			fields[invalid.Field] = orderserr.ErrInvalid
		}
	}
	return fields
}

// unjoin returns the errors that were joined, in whatever they are wrapped.
func unjoin(err error) []error {
	type joined interface {
		error
		Unwrap() []error
	}
	if j, ok := errors.AsType[joined](err); ok {
		return j.Unwrap()
	}
	return []error{err}
}
