package orders

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
)

// Payments is what a shop needs of the payment service.
type Payments interface {
	Pay(ctx context.Context, card, payment string) error
}

// Shop takes orders.
type Shop struct {
	payments Payments

	mu     sync.Mutex
	stock  map[string]int64
	orders []Order
}

// NewShop returns a shop that has so many of each item.
func NewShop(payments Payments, stock map[string]int64) *Shop {
	return &Shop{payments: payments, stock: stock}
}

// Order returns an order.
func (s *Shop) Order(number string) (Order, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(s.orders) {
		return Order{}, orderserr.NewOrderNotFound(number)
	}
	return s.orders[n-1], nil
}

// Place takes an order and returns its number.
func (s *Shop) Place(ctx context.Context, o Order) (string, error) {
	if err := o.Validate(); err != nil {
		return "", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if left := s.stock[o.Item]; left < o.Count {
		return "", orderserr.NewOutOfStock(o.Item, left)
	}
	number := strconv.Itoa(len(s.orders) + 1)
	if err := s.pay(ctx, o, "pay_"+number); err != nil {
		return "", fmt.Errorf("place order %s: %w", number, err)
	}
	s.stock[o.Item] -= o.Count
	s.orders = append(s.orders, o)
	return number, nil
}

// pay raises anew what customers may know of a failed payment, with the payment
// service's error as the cause. Everything else, such as its 401, is this
// service's own trouble: as it comes it is none of this catalog's errors, and
// the customer sees the fallback.
func (s *Shop) pay(ctx context.Context, o Order, payment string) error {
	err := s.payments.Pay(ctx, o.Card, payment)
	switch {
	case errors.Is(err, paymentserr.ErrCardRefused): // ErrInsufficientFunds is one too
		return orderserr.NewPaymentRefused(lastDigits(o.Card), payment).WithCause(err)
	case errors.Is(err, paymentserr.ErrRateLimited):
		busy := &orderserr.BusyError{Status: http.StatusServiceUnavailable} // optional params are set on the struct
		if limited, ok := errors.AsType[*paymentserr.RateLimitedError](err); ok {
			busy.Wait = limited.Wait
		}
		return orderserr.New(busy).WithCause(err)
	default:
		return err
	}
}
