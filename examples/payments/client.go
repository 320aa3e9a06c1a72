// Package payments is a client of another service, whose errors have a catalog
// of their own.
package payments

import (
	"context"
	"fmt"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
)

// Client calls the payment service.
type Client struct {
	HTTP *http.Client
	URL  string
}

// Pay charges a card. Its errors are those of paymentserr, or of the network.
func (c *Client) Pay(ctx context.Context, card, payment string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/payments/"+payment, nil)
	if err != nil {
		return fmt.Errorf("pay: %w", err)
	}
	req.Header.Set("Card", card)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return fmt.Errorf("pay: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	if err := paymentserr.DecodeResponse(resp); err != nil {
		return fmt.Errorf("pay: %w", err)
	}
	return nil
}
