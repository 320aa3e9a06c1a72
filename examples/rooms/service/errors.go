package service

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/generated/roomsadminerr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/roomserr"
	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// public writes the errors of those routes that are for all.
func (s *Service) public() *roomserr.Responder {
	return &roomserr.Responder{
		Map:      mapPublic,
		OnError:  logger[roomserr.ID](s.Log),
		Exchange: func(r *http.Request, x *roomserr.Exchange) { x.Request = requestID(r) },
	}
}

// admin writes the errors of the routes of administrators.
func (s *Service) admin() *roomsadminerr.Responder {
	return &roomsadminerr.Responder{
		Map:      mapAdmin,
		OnError:  logger[roomsadminerr.ID](s.Log),
		Exchange: func(r *http.Request, x *roomsadminerr.Exchange) { x.Request = requestID(r) },
	}
}

// requestID is the request's id as an optional exchange value.
func requestID(r *http.Request) *string {
	if id := rooms.RequestID(r); id != "" {
		return &id
	}
	return nil
}

// logger returns a hook that logs errors whole.
func logger[ID interface{ Name() string }](log *slog.Logger) func(*http.Request, error, ID) {
	return func(r *http.Request, err error, written ID) {
		log.Info("failed", "request", rooms.RequestID(r), "written", written.Name(), "err", err)
	}
}

// mapPublic makes errors of the catalog of what the store, the middlewares and the
// standard library say.
func mapPublic(r *http.Request, err error) error {
	var wait *waitError
	var large *http.MaxBytesError
	var taken *rooms.TakenError
	switch {
	case errors.Is(err, errNoUser):
		return roomserr.ErrUnauthenticated
	case errors.As(err, &wait):
		return roomserr.NewRateLimited(wait.wait)
	case errors.As(err, &large):
		return roomserr.NewTooLarge(large.Limit)
	case errors.Is(err, errJSON):
		return roomserr.ErrMalformed.WithCause(err)
	case errors.Is(err, rooms.ErrNoRoom):
		return roomserr.NewRoomNotFound(r.PathValue("room"))
	case errors.Is(err, rooms.ErrNoBooking):
		return roomserr.NewBookingNotFound(r.PathValue("booking"))
	case errors.As(err, &taken):
		return roomserr.NewRoomTaken(taken.By.Room, taken.By.ID, taken.By.Ends.Format(time.RFC3339))
	}
	return err
}

// mapAdmin does so for the other catalog. What the two have in common they take from
// rooms/common.yaml; in Go each has its own.
func mapAdmin(r *http.Request, err error) error {
	var wait *waitError
	var large *http.MaxBytesError
	var used *rooms.InUseError
	switch {
	case errors.Is(err, errNoUser):
		return roomsadminerr.ErrUnauthenticated
	case errors.As(err, &wait):
		return roomsadminerr.NewRateLimited(wait.wait)
	case errors.As(err, &large):
		return roomsadminerr.NewTooLarge(large.Limit)
	case errors.Is(err, errJSON):
		return roomsadminerr.ErrMalformed.WithCause(err)
	case errors.Is(err, rooms.ErrNoRoom):
		return roomsadminerr.NewRoomNotFound(r.PathValue("room"))
	case errors.As(err, &used):
		return roomsadminerr.NewRoomInUse(r.PathValue("room"), used.Bookings)
	}
	return err
}
