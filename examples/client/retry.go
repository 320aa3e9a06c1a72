package client

import (
	"context"
	"errors"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Retry calls until there is no error that the catalog calls retryable, at most
// so many times. It waits as long as the service asks for in Retry-After, in
// whichever of its two forms, else for the pause.
func Retry(ctx context.Context, times int, pause time.Duration, wait func(context.Context, time.Duration) error, call func() error) error {
	for {
		err := call()
		if times--; times == 0 || !orderserr.IDOf(err).Retryable() {
			return err
		}
		if err := wait(ctx, delay(err, pause)); err != nil {
			return err
		}
	}
}

// delay is what Retry-After says, else the pause.
func delay(err error, pause time.Duration) time.Duration {
	if e, ok := errors.AsType[*orderserr.Error](err); ok {
		if after, ok := e.RetryAfter(); ok {
			return after
		}
	}
	return pause
}
