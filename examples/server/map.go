package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Map makes errors of the catalog of what the standard library and drivers say, in
// one place for all handlers: it is for Responder.Map, which is asked before the
// fallback is written. The cause is for the log.
func Map(r *http.Request, err error) error {
	switch {
	case errors.Is(err, context.Canceled) && r.Context().Err() != nil: // nobody reads it: so that it does not count as a fault
		return orderserr.ErrClientGone.WithCause(err)
	case errors.Is(err, context.DeadlineExceeded):
		return orderserr.NewBusy(http.StatusServiceUnavailable).WithCause(err)
	}
	return nil
}
