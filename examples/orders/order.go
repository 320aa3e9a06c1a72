// Package orders is the business of the examples: it knows no HTTP, and its
// errors are those of the catalog.
package orders

import (
	"errors"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Order is what a customer wants.
type Order struct {
	Item  string `json:"item"`
	Count int64  `json:"count"`
	Card  string `json:"card"`
}

// Validate reports all that is wrong with an order at once: errors of a repeated
// envelope, joined, are one response.
func (o Order) Validate() error {
	var errs []error
	if o.Item == "" {
		errs = append(errs, orderserr.NewMissing("item"))
	}
	if o.Count < 1 {
		errs = append(errs, orderserr.NewInvalid("count", strconv.FormatInt(o.Count, 10)+" is less than 1"))
	}
	if o.Card == "" {
		errs = append(errs, orderserr.NewMissing("card"))
	}
	return errors.Join(errs...)
}

// lastDigits is as much of a card's number as anybody may see.
func lastDigits(card string) string { return card[max(0, len(card)-4):] }
