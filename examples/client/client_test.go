package client

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// fake is an http.RoundTripper that answers with an error of the catalog, as the
// service would: Encode makes the response, and no server is needed.
type fake struct{ err error }

// RoundTrip makes the response.
func (f fake) RoundTrip(r *http.Request) (*http.Response, error) {
	status, header, body := orderserr.Encode(f.err)
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(bytes.NewReader(body)), Request: r}, nil
}

// clientOf is a client whose calls all fail with an error.
func clientOf(err error) *Client {
	return &Client{HTTP: &http.Client{Transport: fake{err}}, URL: "http://orders.example"}
}

// Any error of the catalog can be made in a test, here one of each, and goes
// through the client as if the service had sent it.
func TestAdvise(t *testing.T) {
	tests := []struct {
		err  error
		want Advice
	}{
		{orderserr.ErrNotFound, GiveUp},
		{orderserr.NewMethodNotAllowed("GET"), Mend},
		{orderserr.ErrMalformed, Mend},
		{orderserr.ErrUnauthenticated, SignIn},
		{&orderserr.BusyError{Status: http.StatusTooManyRequests}, Wait}, // a literal is as good as NewBusy
		{orderserr.ErrInternal, GiveUp},
		{orderserr.ErrClientGone, GiveUp},
		{orderserr.NewOrderNotFound("7"), AskUsers},
		{orderserr.NewOutOfStock("umbrella", 2), AskUsers},
		{orderserr.NewPaymentRefused("4242", ""), AskUsers},
		{orderserr.NewInvalid("count", "it is negative"), Mend},
		{orderserr.NewMissing("item"), Mend},
		{io.ErrUnexpectedEOF, GiveUp}, // what the service makes of any other error: its fallback
	}
	for _, test := range tests {
		_, err := clientOf(test.err).Order(t.Context(), "7")
		if got := Advise(err); got != test.want {
			t.Errorf("%v: got %q, want %q", err, got, test.want)
		}
	}
}

// An error without a response, or without the service, needs no call at all:
// Decode is the inverse of Encode.
func TestDecode(t *testing.T) {
	err := orderserr.Decode(orderserr.Encode(orderserr.NewOutOfStock("umbrella", 2)))
	stock, ok := errors.AsType[*orderserr.OutOfStockError](err)
	if !ok || *stock != (orderserr.OutOfStockError{Item: "umbrella", Left: 2}) {
		t.Errorf("got %#v", stock)
	}
}

// What was raised here and what was received differ in the response alone.
func TestResponse(t *testing.T) {
	raised := orderserr.NewOutOfStock("umbrella", 2)
	_, received := clientOf(raised).Order(t.Context(), "7")
	if orderserr.ResponseOf(raised) != nil {
		t.Error("an error that was raised here has a response")
	}
	const want = `{"code":"OUT_OF_STOCK","message":"Only 2 of umbrella are left."}`
	if got := orderserr.ResponseOf(received); got == nil || got.StatusCode != http.StatusConflict || got.Body != want {
		t.Errorf("got %v", got)
	}
}

// Several errors in one response, which is what the service makes of errors.Join.
func TestFields(t *testing.T) {
	tests := []struct {
		order orders.Order
		want  map[string]orderserr.ID
	}{
		{orders.Order{}, map[string]orderserr.ID{"item": orderserr.ErrMissing, "count": orderserr.ErrInvalid, "card": orderserr.ErrMissing}},
		{orders.Order{Item: "umbrella", Card: "4242"}, map[string]orderserr.ID{"count": orderserr.ErrInvalid}},
	}
	for _, test := range tests {
		_, err := clientOf(test.order.Validate()).Place(t.Context(), test.order)
		if got := Fields(err); !maps.Equal(got, test.want) {
			t.Errorf("%v: got %v, want %v", err, got, test.want)
		}
	}
}

// Responses that are not the catalog's, each from a server of its own.
func TestDescribe(t *testing.T) {
	tests := []struct {
		name   string
		handle http.HandlerFunc
		want   string
	}{
		{"with data", answer(orderserr.NewOutOfStock("umbrella", 2)), "there are only 2 left"},
		{"a kind of another", answer(orderserr.NewOrderNotFound("7")), "no order has the number 7"},
		{"the other", answer(orderserr.ErrNotFound), "this service is too old"},
		{"a code that the catalog does not have", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusConflict)
			_, _ = io.WriteString(w, `{"code":"ORDER_FROZEN","message":"The order is frozen."}`)
		}, "the service said ORDER_FROZEN: The order is frozen."},
		{"a gateway's page", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(http.StatusBadGateway)
			_, _ = io.WriteString(w, `<html><h1>502 Bad Gateway</h1></html>`)
		}, "something between us and the service said 502 text/html, 37 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(test.handle)
			defer server.Close()
			_, err := (&Client{HTTP: server.Client(), URL: server.URL}).Order(t.Context(), "7")
			if got := Describe(err); got != test.want {
				t.Errorf("%v: got %q, want %q", err, got, test.want)
			}
		})
	}
}

// answer is the handler of a service that knows one answer: WriteError is all
// that a fake server needs.
func answer(err error) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { orderserr.WriteError(w, err) }
}
