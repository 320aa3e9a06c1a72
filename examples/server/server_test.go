package server_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/client"
	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
	"github.com/seed-1b9d9f04/errgen/examples/internal/servicetest"
	"github.com/seed-1b9d9f04/errgen/examples/observe"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
	"github.com/seed-1b9d9f04/errgen/examples/payments"
	"github.com/seed-1b9d9f04/errgen/examples/server"
)

// start starts the payment service, which answers a card with an error, the
// orders service, and a client of that.
func start(t *testing.T, cards map[string]error) *client.Client {
	upstream := httptest.NewServer(paymentserr.Handler(func(_ http.ResponseWriter, r *http.Request) error {
		return cards[r.Header.Get("Card")]
	}))
	t.Cleanup(upstream.Close)
	s := &server.Server{
		Shop:    orders.NewShop(&payments.Client{HTTP: upstream.Client(), URL: upstream.URL}, map[string]int64{"umbrella": 2}),
		Respond: observe.Responder(slog.New(slog.DiscardHandler)),
		Token:   "secret",
	}
	service := httptest.NewServer(observe.WithRequestID(s.Routes(), func() string { return "r-1" }))
	t.Cleanup(service.Close)
	return &client.Client{HTTP: service.Client(), URL: service.URL, Token: "secret"}
}

// A service, the service behind it and a client, together. What the payment
// service answers reaches the client only where the orders service raises it
// anew: its 401 and whatever it does not list are this service's fallback.
func TestPlace(t *testing.T) {
	wait := 30 * time.Second
	service := start(t, map[string]error{
		"4000-0001": paymentserr.ErrCardRefused,
		"4000-0002": paymentserr.ErrInsufficientFunds,
		"4000-0003": paymentserr.New(&paymentserr.RateLimitedError{Wait: &wait}),
		"4000-0004": paymentserr.ErrUnauthorized,
		"4000-0005": io.ErrUnexpectedEOF, // the payment service's own fallback
	})
	tests := []struct {
		name  string
		order orders.Order
		want  orderserr.ID
	}{
		{"taken", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0000"}, ""},
		{"too many", orders.Order{Item: "umbrella", Count: 2, Card: "4000-0000"}, orderserr.ErrOutOfStock},
		{"several errors", orders.Order{Count: 1}, orderserr.ErrMissing},
		{"raised anew", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0001"}, orderserr.ErrPaymentRefused},
		{"a kind of that", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0002"}, orderserr.ErrPaymentRefused},
		{"with data", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0003"}, orderserr.ErrBusy},
		{"passed on", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0004"}, orderserr.ErrInternal},
		{"passed on, too", orders.Order{Item: "umbrella", Count: 1, Card: "4000-0005"}, orderserr.ErrInternal},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := service.Place(t.Context(), test.order)
			if got := orderserr.IDOf(err); got != test.want {
				t.Fatalf("got %v: %v", got, err)
			}
			if busy, ok := errors.AsType[*orderserr.BusyError](err); ok && (busy.Wait == nil || *busy.Wait != wait) {
				t.Errorf("wait %v", busy.Wait)
			}
		})
	}
}

// The same envelope for what the service says outside of its handlers.
func TestOutsideHandlers(t *testing.T) {
	service := start(t, nil)
	if _, err := service.Order(t.Context(), "7"); !errors.Is(err, orderserr.ErrOrderNotFound) {
		t.Errorf("an order that is not there: %v", err)
	}
	if _, err := service.Order(t.Context(), "7/lines"); orderserr.IDOf(err) != orderserr.ErrNotFound {
		t.Errorf("404: %v", err)
	}
	service.Token = "guessed"
	if _, err := service.Order(t.Context(), "7"); !errors.Is(err, orderserr.ErrUnauthenticated) {
		t.Errorf("401: %v", err)
	}
	resp, err := service.HTTP.Get(service.URL + "/orders")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	notAllowed, ok := errors.AsType[*orderserr.MethodNotAllowedError](orderserr.DecodeResponse(resp))
	if !ok || notAllowed.Allow != http.MethodPost {
		t.Errorf("405: %+v", notAllowed)
	}
}

// What a handler returns, and what goes out.
func TestHandler(t *testing.T) {
	missing := orderserr.NewOrderNotFound("7")
	decoded := orderserr.Decode(orderserr.Encode(missing)) // as another instance of the service answers
	refused := paymentserr.ErrCardRefused.WithCause(io.ErrUnexpectedEOF)
	tests := []struct {
		name string
		err  error
		want orderserr.ID
	}{
		{"plain", missing, orderserr.ErrOrderNotFound},
		{"an ID alone", orderserr.ErrMalformed, orderserr.ErrMalformed},
		{"a literal", &orderserr.OrderNotFoundError{Order: "7"}, orderserr.ErrOrderNotFound},
		{"wrapped", fmt.Errorf("get: %w", missing), orderserr.ErrOrderNotFound},
		{"joined: the first of the catalog", errors.Join(io.EOF, missing, orderserr.ErrMalformed), orderserr.ErrOrderNotFound},
		{"another catalog's within ours", orderserr.ErrInternal.WithCause(refused), orderserr.ErrInternal},
		{"ours within another catalog's", paymentserr.ErrCardRefused.WithCause(missing), orderserr.ErrOrderNotFound},
		{"ours within ours: the outer one", orderserr.ErrMalformed.WithCause(missing), orderserr.ErrMalformed},
		{"three deep", orderserr.ErrMalformed.WithCause(paymentserr.ErrCardRefused.WithCause(missing)), orderserr.ErrMalformed},
		{"another catalog's", refused, orderserr.ErrInternal},
		{"no catalog's", io.ErrUnexpectedEOF, orderserr.ErrInternal},
		{"an ID without its data", orderserr.ErrOrderNotFound, orderserr.ErrOrderNotFound},
		{"ours, but received", decoded, orderserr.ErrInternal},
		{"received and raised anew", orderserr.NewOrderNotFound("7").WithCause(decoded), orderserr.ErrOrderNotFound},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := httptest.NewRecorder()
			h := orderserr.Handler(func(http.ResponseWriter, *http.Request) error { return test.err })
			h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
			if got := orderserr.IDOf(orderserr.DecodeResponse(w.Result())); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// What Map makes of errors that are none of the catalog: the hook is told the error
// that was returned, and as what it is written.
func TestMap(t *testing.T) {
	gone, leave := context.WithCancel(t.Context())
	leave()
	tests := []struct {
		name    string
		request context.Context
		err     error
		want    orderserr.ID
	}{
		{"the client is gone", gone, fmt.Errorf("query: %w", context.Canceled), orderserr.ErrClientGone},
		{"another context", t.Context(), fmt.Errorf("query: %w", context.Canceled), orderserr.ErrInternal},
		{"too slow", t.Context(), fmt.Errorf("query: %w", context.DeadlineExceeded), orderserr.ErrBusy},
		{"an error of the catalog", gone, orderserr.NewOrderNotFound("7").WithCause(context.Canceled), orderserr.ErrOrderNotFound},
		{"any other", gone, io.ErrUnexpectedEOF, orderserr.ErrInternal},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var told error
			var written orderserr.ID
			respond := &orderserr.Responder{Map: server.Map, OnError: func(_ *http.Request, err error, id orderserr.ID) { told, written = err, id }}
			w := httptest.NewRecorder()
			respond.WriteError(w, httptest.NewRequestWithContext(test.request, http.MethodGet, "/", nil), test.err)
			if got := orderserr.IDOf(orderserr.DecodeResponse(w.Result())); got != test.want || written != test.want || !errors.Is(told, test.err) {
				t.Errorf("got %v, told %v as %v; want %v", got, told, written, test.want)
			}
		})
	}
}

// A panic is answered with the fallback and goes on, so that the server logs it
// with its stack; the hook is told, too.
func TestPanic(t *testing.T) {
	told := make(chan error, 1)
	respond := &orderserr.Responder{OnError: func(_ *http.Request, err error, _ orderserr.ID) { told <- err }}
	service := httptest.NewUnstartedServer(respond.Handler(func(http.ResponseWriter, *http.Request) error { panic("no stock") }))
	service.Config.ErrorLog = log.New(io.Discard, "", 0)
	service.Start()
	defer service.Close()
	_, err := (&client.Client{HTTP: service.Client(), URL: service.URL}).Order(t.Context(), "7")
	if orderserr.IDOf(err) != orderserr.ErrInternal {
		t.Errorf("got %v", err)
	}
	if got := (<-told).Error(); got != "panic: no stock" {
		t.Errorf("the hook was told %q", got)
	}
}

// The contract of all services.
func TestService(t *testing.T) {
	servicetest.Run(t, func(shop *orders.Shop, respond *orderserr.Responder) http.Handler {
		return (&server.Server{Shop: shop, Respond: respond, Token: "secret"}).Routes()
	})
}
