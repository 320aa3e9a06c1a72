package byhand

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// handler is a function that returns what went wrong instead of writing it.
type handler func(http.ResponseWriter, *http.Request) error

// fail answers with an error: what is no problem is an internal one.
func (s *Service) fail(w http.ResponseWriter, r *http.Request, err error) {
	var p *problem
	if !errors.As(err, &p) {
		p = internal()
	}
	s.Log.Info("failed", "request", rooms.RequestID(r), "written", p.body.Error.Code, "err", err)
	if t, ok := w.(*rooms.Tracked); ok && t.Written() {
		return
	}
	p.write(w, r)
}

// answer makes a handler of net/http.
func (s *Service) answer(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	}
}

// recovered answers panics.
func (s *Service) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tracked := &rooms.Tracked{ResponseWriter: w}
		defer func() {
			if p := recover(); p != nil {
				s.Log.Error("panic", "request", rooms.RequestID(r), "value", p, "stack", string(debug.Stack()))
				s.fail(tracked, r, fmt.Errorf("panic: %v", p))
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
			return unauthenticated()
		}
		if wait := s.Limiter.Wait(user); wait > 0 {
			return rateLimited(wait)
		}
		return next(w, rooms.WithUser(r, user))
	}
}

// administrator lets administrators pass.
func administrator(next handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if !rooms.UserOf(r).Admin {
			return forbidden()
		}
		return next(w, r)
	}
}

// maxBody is how many bytes a request may have.
const maxBody = 1024

// readJSON reads a request.
func readJSON(w http.ResponseWriter, r *http.Request, into any) error {
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(into)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return tooLarge(large.Limit)
	case err != nil:
		return malformed(err)
	}
	return nil
}

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, value any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(value)
}
