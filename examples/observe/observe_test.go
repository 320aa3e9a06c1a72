package observe

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// errBank is a cause that no client may see.
var errBank = errors.New("bank.internal:5432 says no")

// refused is a wrapped error with a sensitive and a private param, and a cause.
func refused(http.ResponseWriter, *http.Request) error {
	return fmt.Errorf("place order 7: %w", orderserr.NewPaymentRefused("4242", "pay_7").WithCause(errBank))
}

// serve runs a handler with the package's hooks, and returns the response and
// what was logged.
func serve(newHandler func(log *strings.Builder) slog.Handler, h func(http.ResponseWriter, *http.Request) error) (*httptest.ResponseRecorder, string) {
	var log strings.Builder
	respond := Responder(slog.New(newHandler(&log)))
	w := httptest.NewRecorder()
	WithRequestID(respond.Handler(h), func() string { return "r-1" }).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	return w, log.String()
}

// withoutTime leaves out what is different in every run.
func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// jsonLog writes log lines as JSON.
func jsonLog(log *strings.Builder) slog.Handler {
	return slog.NewJSONHandler(log, &slog.HandlerOptions{ReplaceAttr: withoutTime})
}

// textLog writes log lines as text.
func textLog(log *strings.Builder) slog.Handler {
	return slog.NewTextHandler(log, &slog.HandlerOptions{ReplaceAttr: withoutTime})
}

// The client sees the catalog's text and the request's id, and nothing of the
// cause or of the private param. The card, which the log does not show, is his.
func TestResponse(t *testing.T) {
	w, _ := serve(jsonLog, refused)
	const want = `{"code":"PAYMENT_REFUSED","message":"The card 4242 was refused.","request":"r-1"}`
	if got := w.Body.String(); w.Code != http.StatusPaymentRequired || got != want {
		t.Errorf("got %d %s, want %s", w.Code, got, want)
	}
}

// The log has the cause and the private param, and the sensitive one redacted.
func TestLogJSON(t *testing.T) {
	_, log := serve(jsonLog, refused)
	const want = `{"level":"INFO","msg":"request failed","request":"r-1","written":"PaymentRefused",` +
		`"text":"place order 7: orderserr: PAYMENT_REFUSED: The card [redacted] was refused: bank.internal:5432 says no",` +
		`"error":{"name":"PaymentRefused","code":"PAYMENT_REFUSED","status":402,"text":"orderserr: PAYMENT_REFUSED: The card [redacted] was refused",` +
		`"params":{"card":"[redacted]","payment":"pay_7"},"cause":"bank.internal:5432 says no"}}` + "\n"
	if log != want {
		t.Errorf("got  %swant %s", log, want)
	}
}

// The same as text.
func TestLogText(t *testing.T) {
	_, log := serve(textLog, refused)
	const want = `level=INFO msg="request failed" request=r-1 written=PaymentRefused ` +
		`text="place order 7: orderserr: PAYMENT_REFUSED: The card [redacted] was refused: bank.internal:5432 says no" ` +
		`error.name=PaymentRefused error.code=PAYMENT_REFUSED error.status=402 error.text="orderserr: PAYMENT_REFUSED: The card [redacted] was refused" ` +
		`error.params.card=[redacted] error.params.payment=pay_7 error.cause="bank.internal:5432 says no"` + "\n"
	if log != want {
		t.Errorf("got  %swant %s", log, want)
	}
}

// What is not of the catalog is the fallback for the client, and whole in the log.
func TestLogFallback(t *testing.T) {
	w, log := serve(jsonLog, func(http.ResponseWriter, *http.Request) error { return errBank })
	const want = `{"level":"ERROR","msg":"request failed","request":"r-1","written":"Internal","text":"bank.internal:5432 says no"}` + "\n"
	if log != want {
		t.Errorf("got  %swant %s", log, want)
	}
	if body := w.Body.String(); body != `{"code":"INTERNAL","message":"Something went wrong.","request":"r-1"}` {
		t.Errorf("body %s", body)
	}
}

// A span says as what its request failed; only a fault of the service is one of
// the span.
func TestSpan(t *testing.T) {
	tests := []struct {
		err       error
		errorType string
		status    sdktrace.Status
	}{
		{orderserr.NewOrderNotFound("7"), "OrderNotFound", sdktrace.Status{}},
		{errBank, "Internal", sdktrace.Status{Code: codes.Error, Description: "bank.internal:5432 says no"}},
	}
	for _, test := range tests {
		t.Run(test.errorType, func(t *testing.T) {
			spans := tracetest.NewSpanRecorder()
			tracer := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans)).Tracer("orders")
			respond := Responder(slog.New(slog.DiscardHandler))
			h := respond.Handler(func(http.ResponseWriter, *http.Request) error { return test.err })
			WithSpan(h, tracer).ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
			span := spans.Ended()[0]
			if got := attribute.NewSet(span.Attributes()...); got != attribute.NewSet(attribute.String("error.type", test.errorType)) {
				t.Errorf("attributes %v", got)
			}
			if span.Status() != test.status {
				t.Errorf("status %v", span.Status())
			}
		})
	}
}

// A client's span fails as what was received.
func TestCall(t *testing.T) {
	spans := tracetest.NewSpanRecorder()
	tracer := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans)).Tracer("client")
	received := orderserr.Decode(orderserr.Encode(orderserr.NewOrderNotFound("7")))
	err := Call(t.Context(), tracer, "order", func(context.Context) error { return fmt.Errorf("order 7: %w", received) })
	if !errors.Is(err, orderserr.ErrOrderNotFound) {
		t.Errorf("got %v", err)
	}
	if got := spans.Ended()[0].Attributes(); len(got) != 1 || got[0] != attribute.String("error.type", "OrderNotFound") {
		t.Errorf("attributes %v", got)
	}
}
