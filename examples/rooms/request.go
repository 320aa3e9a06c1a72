package rooms

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"
)

// User is who makes a request.
type User struct {
	Name  string
	Admin bool
}

// Users are the users by their tokens.
type Users map[string]User

// Of returns the user whose token a request has.
func (u Users) Of(r *http.Request) (User, bool) {
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	user, ok := u[token]
	return user, ok
}

// Limiter allows each user so many requests a minute.
type Limiter struct {
	PerMinute int
	Now       func() time.Time

	mu     sync.Mutex
	minute time.Time
	made   map[string]int
}

// Wait counts a request, and returns how long its user has to wait before it is
// allowed: 0 if it is.
func (l *Limiter) Wait(user User) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.Now()
	if minute := now.Truncate(time.Minute); !minute.Equal(l.minute) {
		l.minute, l.made = minute, map[string]int{}
	}
	if l.made[user.Name] == l.PerMinute {
		return l.minute.Add(time.Minute).Sub(now)
	}
	l.made[user.Name]++
	return 0
}

// key is of what a request's context holds.
type key int

const (
	requestKey key = iota
	userKey
)

// WithRequestID gives each request an id, of newID if it brings none, and returns
// it with every answer.
func WithRequestID(next http.Handler, newID func() string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if id == "" {
			id = newID()
		}
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey, id)))
	})
}

// RequestID returns the request's id, "" if it has none.
func RequestID(r *http.Request) string {
	id, _ := r.Context().Value(requestKey).(string)
	return id
}

// WithUser returns the request with who makes it.
func WithUser(r *http.Request, user User) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), userKey, user))
}

// UserOf returns who makes the request.
func UserOf(r *http.Request) User {
	user, _ := r.Context().Value(userKey).(User)
	return user
}

// Tracked is a writer that knows whether the answer has begun. The method Written
// tells it to the packages that errgen makes, too.
type Tracked struct {
	http.ResponseWriter
	written bool
}

// Written reports whether the answer has begun.
func (t *Tracked) Written() bool { return t.written }

// Unwrap is for http.ResponseController.
func (t *Tracked) Unwrap() http.ResponseWriter { return t.ResponseWriter }

// WriteHeader begins the answer.
func (t *Tracked) WriteHeader(status int) {
	t.written = true
	t.ResponseWriter.WriteHeader(status)
}

// Write begins the answer.
func (t *Tracked) Write(b []byte) (int, error) {
	t.written = true
	return t.ResponseWriter.Write(b)
}

// Unmatched answers what no pattern of a mux matches with functions, where
// http.ServeMux would answer in plain text. allow is the header Allow.
func Unmatched(mux *http.ServeMux, notFound http.HandlerFunc, notAllowed func(w http.ResponseWriter, r *http.Request, allow string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, pattern := mux.Handler(r)
		if pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		said := answer{header: http.Header{}}
		h.ServeHTTP(&said, r)
		if said.status == http.StatusMethodNotAllowed {
			notAllowed(w, r, said.header.Get("Allow"))
			return
		}
		notFound(w, r)
	})
}

// answer is an http.ResponseWriter that keeps status and headers.
type answer struct {
	header http.Header
	status int
}

// Header returns the headers that were set.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader keeps the status.
func (a *answer) WriteHeader(status int) { a.status = status }

// Write drops the body.
func (a *answer) Write(b []byte) (int, error) { return len(b), nil }
