// Package observe shows what the client never sees to those who run the
// service: logs, request ids and traces.
package observe

import (
	"errors"
	"log/slog"
	"net/http"

	"go.opentelemetry.io/otel/codes"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// Responder returns one that logs every error, marks the span of its request,
// and puts the request's id into the response.
func Responder(log *slog.Logger) *orderserr.Responder {
	return &orderserr.Responder{
		OnError: func(r *http.Request, err error, written orderserr.ID) {
			logError(log, r, err, written)
			markSpan(r, err, written)
		},
		Exchange: func(r *http.Request, x *orderserr.Exchange) {
			if id := RequestID(r.Context()); id != "" {
				x.Request = &id
			}
		},
	}
}

// logError logs an error whole, with the cause that the client never sees.
// What Error and LogValue print is safe: sensitive params are redacted.
//
// slog asks for LogValue only if the value itself has it. So the catalog's error
// is taken out of its wrappers, whose words are in the text beside it.
func logError(log *slog.Logger, r *http.Request, err error, written orderserr.ID) {
	level := slog.LevelInfo // the client's fault
	if written.StatusCode() >= http.StatusInternalServerError {
		level = slog.LevelError
	}
	attrs := []slog.Attr{
		slog.String("request", RequestID(r.Context())),
		slog.String("written", written.Name()),
		slog.String("text", err.Error()),
	}
	if e, ok := errors.AsType[*orderserr.Error](err); ok {
		attrs = append(attrs, slog.Any("error", e))
	}
	log.LogAttrs(r.Context(), level, "request failed", attrs...)
}

// markSpan sets error.type to what was written, which is what clients saw. The
// conventions for HTTP want a server's span to fail for 500 and up only.
func markSpan(r *http.Request, err error, written orderserr.ID) {
	span := trace.SpanFromContext(r.Context())
	span.SetAttributes(semconv.ErrorTypeKey.String(written.ErrorType()))
	if written.StatusCode() >= http.StatusInternalServerError {
		span.SetStatus(codes.Error, err.Error())
	}
}
