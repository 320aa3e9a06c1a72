package client

import (
	"context"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// busy is the response of a service that has too much to do.
func busy(header http.Header) error {
	return orderserr.Decode(http.StatusServiceUnavailable, header, []byte(`{"code":"BUSY","message":"Too much to do. Try again later."}`))
}

// Each call fails in another way; what is waited for in between is what the
// service asked for.
func TestRetry(t *testing.T) {
	half := 30 * time.Second
	answers := []error{
		busy(http.Header{"Retry-After": {"7"}}),
		busy(http.Header{ // the other form: until when, by the service's clock
			"Date":        {"Thu, 02 May 2024 10:00:00 GMT"},
			"Retry-After": {"Thu, 02 May 2024 10:02:00 GMT"},
		}),
		orderserr.New(&orderserr.BusyError{Status: http.StatusTooManyRequests, Wait: &half}), // as it is raised
		busy(nil),
		orderserr.NewOrderNotFound("7"), // not retryable
		nil,
	}
	var waited []time.Duration
	wait := func(_ context.Context, d time.Duration) error {
		waited = append(waited, d)
		return nil
	}
	calls := 0
	err := Retry(t.Context(), 10, time.Second, wait, func() error {
		calls++
		return answers[calls-1]
	})
	if orderserr.IDOf(err) != orderserr.ErrOrderNotFound || calls != 5 {
		t.Errorf("after %d calls: %v", calls, err)
	}
	if want := []time.Duration{7 * time.Second, 2 * time.Minute, half, time.Second}; !slices.Equal(waited, want) {
		t.Errorf("waited %v, want %v", waited, want)
	}
}
