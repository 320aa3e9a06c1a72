// Package client is a client of the orders service: it turns responses into the
// errors of the catalog, tells them apart, and tries again what may be tried.
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/orders"
)

// Client calls the orders service.
type Client struct {
	HTTP  *http.Client
	URL   string
	Token string
}

// Order fetches an order.
func (c *Client) Order(ctx context.Context, number string) (orders.Order, error) {
	var order orders.Order
	if err := c.call(ctx, http.MethodGet, "/orders/"+number, nil, &order); err != nil {
		return orders.Order{}, fmt.Errorf("order %s: %w", number, err)
	}
	return order, nil
}

// Place places an order and returns its number.
func (c *Client) Place(ctx context.Context, order orders.Order) (string, error) {
	body, err := json.Marshal(order)
	if err != nil {
		return "", fmt.Errorf("place order: %w", err)
	}
	var placed struct{ Number string }
	if err := c.call(ctx, http.MethodPost, "/orders", body, &placed); err != nil {
		return "", fmt.Errorf("place order: %w", err)
	}
	return placed.Number, nil
}

// call makes a request. DecodeResponse returns nil for a response that is no
// error, and leaves its body to be read.
func (c *Client) call(ctx context.Context, method, path string, body []byte, result any) error {
	req, err := http.NewRequestWithContext(ctx, method, c.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if err := orderserr.DecodeResponse(resp); err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(result)
}
