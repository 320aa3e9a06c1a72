package foreign

import (
	"errors"
	"fmt"
	"net/http"

	"shop.example/pay"
	"shop.example/shop"
)

var _ = shop.Handler(func(_ http.ResponseWriter, r *http.Request) error {
	resp, err := http.Get("http://pay.example")
	if err != nil {
		return err
	}
	return pay.DecodeResponse(resp) // want `what pay decodes here goes out as the fallback of shop`
})

var _ = shop.Handler(func(_ http.ResponseWriter, r *http.Request) error {
	if err := call(r); err != nil {
		return shop.ErrTooBusy.WithCause(err)
	}
	return nil
})

func call(*http.Request) error {
	return pay.Decode(402, nil, nil) // want `what pay decodes here`
}

var _ = shop.Handler(func(_ http.ResponseWriter, r *http.Request) error {
	return call(r)
})

func wrapped(r *http.Request) error {
	return fmt.Errorf("pay: %w", decoded(r))
}

func decoded(*http.Request) error {
	return (pay.Decoder{}).Decode(402, nil, nil) // want `what pay decodes here`
}

var _ = shop.OpGetOrder.Handler(func(_ http.ResponseWriter, r *http.Request) error { return wrapped(r) })

// An own error that was decoded is written as the fallback as well.
var _ = shop.Handler(func(http.ResponseWriter, *http.Request) error {
	return shop.Decode(404, nil, nil) // want `what shop decodes here`
})

var _ = shop.Handler(func(_ http.ResponseWriter, r *http.Request) error {
	err := pay.Decode(402, nil, nil)
	if errors.Is(err, pay.ErrRefused) {
		return shop.ErrUnauthorized.WithCause(err)
	}
	return shop.ErrInternal.WithCause(err)
})

// Nothing is known of what a handler does not write.
func client(resp *http.Response) error { return pay.DecodeResponse(resp) }

// An error that another catalog's package raises is none that was decoded.
var _ = shop.Handler(func(http.ResponseWriter, *http.Request) error { return pay.ErrRefused })

func written(w http.ResponseWriter, resp *http.Response) {
	shop.WriteError(w, pay.DecodeResponse(resp)) // want `what pay decodes here`
}

func ignored(w http.ResponseWriter, resp *http.Response) {
	//errgen:ignore foreign because the fallback is what is meant
	shop.WriteError(w, pay.DecodeResponse(resp))
}

func variable(w http.ResponseWriter, resp *http.Response) {
	err := pay.DecodeResponse(resp) // want `what pay decodes here`
	if err == nil {
		err = shop.ErrUnauthorized
	}
	shop.WriteError(w, err)
}

func joined(w http.ResponseWriter, resp *http.Response) {
	err := pay.DecodeResponse(resp) // want `what pay decodes here`
	shop.WriteError(w, errors.Join(shop.ErrUnauthorized, err))
}

func logged(w http.ResponseWriter, resp *http.Response) {
	if err := pay.DecodeResponse(resp); err != nil {
		fmt.Println(err)
		shop.WriteError(w, shop.ErrTooBusy)
	}
}

// A client's function says which operation it calls.
//
//errgen:operation GetOrder
func calls(resp *http.Response) error { return shop.DecodeResponse(resp) }

func textOnly(w http.ResponseWriter, resp *http.Response) {
	shop.WriteError(w, fmt.Errorf("pay: %v", pay.DecodeResponse(resp)))
}
