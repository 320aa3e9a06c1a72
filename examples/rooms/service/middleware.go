package service

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/generated/roomsadminerr"
	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// handler is what the method Handler of both catalogs' responders takes.
type handler = func(http.ResponseWriter, *http.Request) error

// Errors of the middlewares that the routes of both catalogs have.
var (
	errNoUser = errors.New("no such user")
	errJSON   = errors.New("no such JSON")
)

// waitError is that a user has to wait.
type waitError struct{ wait time.Duration }

// Error says how long.
func (e *waitError) Error() string { return "wait " + e.wait.String() }

// recovered answers panics. Those of handlers have been answered by the responder
// when they come here; the writer knows.
func (s *Service) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tracked := &rooms.Tracked{ResponseWriter: w}
		defer func() {
			if p := recover(); p != nil {
				s.Log.Error("panic", "request", rooms.RequestID(r), "value", p, "stack", string(debug.Stack()))
				if !tracked.Written() {
					s.public().WriteError(tracked, r, fmt.Errorf("panic: %v", p))
				}
			}
		}()
		next.ServeHTTP(tracked, r)
	})
}

// authenticated lets users pass, as often as they may.
func (s *Service) authenticated(next handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		user, ok := s.Users.Of(r)
		if !ok {
			return errNoUser
		}
		if wait := s.Limiter.Wait(user); wait > 0 {
			return &waitError{wait}
		}
		return next(w, rooms.WithUser(r, user))
	}
}

// administrator lets administrators pass.
func administrator(next handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if !rooms.UserOf(r).Admin {
			return roomsadminerr.ErrForbidden
		}
		return next(w, r)
	}
}

// maxBody is how many bytes a request may have.
const maxBody = 1024

// readJSON reads a request.
func readJSON(w http.ResponseWriter, r *http.Request, into any) error {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(into); err != nil {
		return fmt.Errorf("%w: %w", errJSON, err)
	}
	return nil
}

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, value any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(value)
}
