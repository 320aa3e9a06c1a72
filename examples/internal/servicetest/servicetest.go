// Package servicetest holds all the examples' services to one contract: whatever
// the framework, every error has the catalog's format.
package servicetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/examples/client"
	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
	"github.com/seed-1b9d9f04/errgen/examples/observe"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
	"github.com/seed-1b9d9f04/errgen/examples/server"
)

// payments is a payment service that fails for some cards.
type payments struct{}

// Pay takes any other card.
func (payments) Pay(_ context.Context, card, _ string) error {
	switch card {
	case "refused":
		return paymentserr.Decode(paymentserr.Encode(paymentserr.ErrCardRefused))
	case "unauthorized":
		return paymentserr.Decode(paymentserr.Encode(paymentserr.ErrUnauthorized))
	case "slow":
		return fmt.Errorf("pay: %w", context.DeadlineExceeded)
	case "panic":
		panic("no such card")
	}
	return nil
}

// Run starts a service and a client of it, and checks what the client gets.
func Run(t *testing.T, routes func(*orders.Shop, *orderserr.Responder) http.Handler) {
	shop := orders.NewShop(payments{}, map[string]int64{"umbrella": 3})
	respond := observe.Responder(slog.New(slog.DiscardHandler))
	respond.Strict = true // what an operation does not list is the fallback here
	respond.Map = server.Map
	handler := routes(shop, respond)
	service := httptest.NewUnstartedServer(observe.WithRequestID(handler, func() string { return "r-1" }))
	service.Config.ErrorLog = log.New(io.Discard, "", 0) // panics
	service.Start()
	t.Cleanup(service.Close)
	c := &client.Client{HTTP: service.Client(), URL: service.URL, Token: "secret"}
	t.Run("orders", func(t *testing.T) { testOrders(t, c) })
	t.Run("several errors", func(t *testing.T) { testSeveral(t, c) })
	t.Run("outside of handlers", func(t *testing.T) { testOutside(t, c) })
}

// testOrders places orders, and reads one.
func testOrders(t *testing.T, c *client.Client) {
	tests := []struct {
		count int64
		card  string
		want  orderserr.ID
	}{
		{1, "0000", ""},
		{3, "0000", orderserr.ErrOutOfStock},
		{1, "refused", orderserr.ErrPaymentRefused},
		{1, "unauthorized", orderserr.ErrInternal}, // the payment service's 401 is none of ours
		{1, "slow", orderserr.ErrBusy},             // by server.Map
		{1, "panic", orderserr.ErrInternal},
	}
	for _, test := range tests {
		_, err := c.Place(t.Context(), orders.Order{Item: "umbrella", Count: test.count, Card: test.card})
		check(t, test.card, err, test.want)
	}
	want := orders.Order{Item: "umbrella", Count: 1, Card: "0000"}
	if got, err := c.Order(t.Context(), "1"); err != nil || got != want {
		t.Errorf("order 1: %+v, %v", got, err)
	}
	_, err := c.Order(t.Context(), "7")
	check(t, "order 7", err, orderserr.ErrOrderNotFound)
	if missing, ok := errors.AsType[*orderserr.OrderNotFoundError](err); !ok || missing.Order != "7" {
		t.Errorf("order 7: %v", err)
	}
}

// testSeveral places an order in which everything is wrong.
func testSeveral(t *testing.T, c *client.Client) {
	_, err := c.Place(t.Context(), orders.Order{})
	fields := slices.Sorted(maps.Keys(client.Fields(err)))
	if want := []string{"card", "count", "item"}; !slices.Equal(fields, want) {
		t.Errorf("got %v, want %v: %v", fields, want, err)
	}
}

// testOutside makes requests that no handler sees, or whose body is broken.
func testOutside(t *testing.T, c *client.Client) {
	tests := []struct {
		method, path, body string
		want               orderserr.ID
	}{
		{http.MethodGet, "/nothing", "", orderserr.ErrNotFound},
		{http.MethodDelete, "/orders", "", orderserr.ErrMethodNotAllowed},
		{http.MethodPost, "/orders", `{"item":`, orderserr.ErrMalformed},
	}
	for _, test := range tests {
		req, err := http.NewRequestWithContext(t.Context(), test.method, c.URL+test.path, strings.NewReader(test.body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer "+c.Token)
		req.Header.Set("Content-Type", "application/json")
		resp, err := c.HTTP.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = resp.Body.Close() }()
		err = orderserr.DecodeResponse(resp)
		check(t, test.method+" "+test.path, err, test.want)
		notAllowed, ok := errors.AsType[*orderserr.MethodNotAllowedError](err)
		if ok && !strings.Contains(notAllowed.Allow, http.MethodPost) {
			t.Errorf("Allow: %s", notAllowed.Allow)
		}
	}
}

// check compares an error's ID, and looks for the request's in the response.
func check(t *testing.T, what string, err error, want orderserr.ID) {
	t.Helper()
	if got := orderserr.IDOf(err); got != want {
		t.Errorf("%s: got %v, want %v: %v", what, got, want, err)
	}
	if resp := orderserr.ResponseOf(err); want != "" && (resp == nil || !strings.Contains(resp.Body, `"request":"r-1"`)) {
		t.Errorf("%s: %+v", what, resp)
	}
}
