// Package byhand is the service with errors that are written by hand, as a careful
// team would: the measure for package service.
package byhand

import (
	"errors"
	"log/slog"
	"net/http"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// Service serves a store.
type Service struct {
	Store   *rooms.Store
	Users   rooms.Users
	Limiter *rooms.Limiter
	Log     *slog.Logger
	NewID   func() string // ids of requests
}

// Routes returns the service.
func (s *Service) Routes() http.Handler {
	mux := http.NewServeMux()
	user := func(h handler) http.Handler { return s.answer(s.authenticated(h)) }
	admin := func(h handler) http.Handler { return user(administrator(h)) }
	mux.Handle("GET /rooms", user(s.listRooms))
	mux.Handle("GET /rooms/{room}", user(s.getRoom))
	mux.Handle("GET /rooms/{room}/bookings", user(s.listBookings))
	mux.Handle("POST /rooms/{room}/bookings", user(s.postBooking))
	mux.Handle("GET /bookings/{booking}", user(s.getBooking))
	mux.Handle("PUT /bookings/{booking}", user(s.putBooking))
	mux.Handle("DELETE /bookings/{booking}", user(s.deleteBooking))
	mux.Handle("PUT /admin/rooms/{room}", admin(s.putRoom))
	mux.Handle("DELETE /admin/rooms/{room}", admin(s.deleteRoom))
	mux.Handle("GET /admin/usage", admin(s.usage))
	routes := rooms.Unmatched(mux,
		func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, notFound()) },
		func(w http.ResponseWriter, r *http.Request, allow string) { s.fail(w, r, methodNotAllowed(allow)) })
	return rooms.WithRequestID(s.recovered(routes), s.NewID)
}

func (s *Service) listRooms(w http.ResponseWriter, _ *http.Request) error {
	return writeJSON(w, http.StatusOK, s.Store.Rooms())
}

func (s *Service) getRoom(w http.ResponseWriter, r *http.Request) error {
	room, err := s.room(r)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, room)
}

func (s *Service) listBookings(w http.ResponseWriter, r *http.Request) error {
	room, err := s.room(r)
	if err != nil {
		return err
	}
	bookings, err := s.Store.Bookings(room.ID)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, bookings)
}

func (s *Service) postBooking(w http.ResponseWriter, r *http.Request) error {
	room, err := s.room(r)
	if err != nil {
		return err
	}
	return s.book(w, r, rooms.Booking{Room: room.ID, Owner: rooms.UserOf(r).Name}, http.StatusCreated)
}

func (s *Service) getBooking(w http.ResponseWriter, r *http.Request) error {
	booking, err := s.booking(r)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, booking)
}

func (s *Service) putBooking(w http.ResponseWriter, r *http.Request) error {
	booking, err := s.ownBooking(r)
	if err != nil {
		return err
	}
	return s.book(w, r, booking, http.StatusOK)
}

func (s *Service) deleteBooking(w http.ResponseWriter, r *http.Request) error {
	booking, err := s.ownBooking(r)
	if err != nil {
		return err
	}
	s.Store.Cancel(booking.ID)
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *Service) putRoom(w http.ResponseWriter, r *http.Request) error {
	var room rooms.Room
	if err := readJSON(w, r, &room); err != nil {
		return err
	}
	var fields []fieldProblem
	if room.Name == "" {
		fields = append(fields, required("name"))
	}
	if room.Seats < 1 {
		fields = append(fields, tooSmall("seats", 1))
	}
	if fields != nil {
		return invalid(fields)
	}
	room.ID = r.PathValue("room")
	s.Store.PutRoom(room)
	return writeJSON(w, http.StatusOK, room)
}

func (s *Service) deleteRoom(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("room")
	err := s.Store.DeleteRoom(id)
	var used *rooms.InUseError
	switch {
	case errors.Is(err, rooms.ErrNoRoom):
		return roomNotFound(id)
	case errors.As(err, &used):
		return roomInUse(id, used.Bookings)
	case err != nil:
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *Service) usage(w http.ResponseWriter, _ *http.Request) error {
	return writeJSON(w, http.StatusOK, map[string]int{"bookingsPerRoom": s.Store.PerRoom()})
}

// room returns the room of a request.
func (s *Service) room(r *http.Request) (rooms.Room, error) {
	id := r.PathValue("room")
	room, err := s.Store.Room(id)
	if errors.Is(err, rooms.ErrNoRoom) {
		return room, roomNotFound(id)
	}
	return room, err
}

// booking returns the booking of a request.
func (s *Service) booking(r *http.Request) (rooms.Booking, error) {
	id := r.PathValue("booking")
	booking, err := s.Store.Booking(id)
	if errors.Is(err, rooms.ErrNoBooking) {
		return booking, bookingNotFound(id)
	}
	return booking, err
}

// ownBooking returns the booking of a request, which is that of its user.
func (s *Service) ownBooking(r *http.Request) (rooms.Booking, error) {
	booking, err := s.booking(r)
	if err == nil && booking.Owner != rooms.UserOf(r).Name {
		err = notYours(booking.ID)
	}
	return booking, err
}

// book reads a booking, of which the room and the owner are known, and books it.
func (s *Service) book(w http.ResponseWriter, r *http.Request, known rooms.Booking, status int) error {
	b := known
	if err := readJSON(w, r, &b); err != nil {
		return err
	}
	b.ID, b.Room, b.Owner = known.ID, known.Room, known.Owner
	if fields := validate(b); fields != nil {
		return invalid(fields)
	}
	room, err := s.Store.Room(b.Room)
	if err != nil {
		return err
	}
	if room.Seats < b.People {
		return roomTooSmall(room)
	}
	b, err = s.Store.Book(b)
	var taken *rooms.TakenError
	if errors.As(err, &taken) {
		return roomTaken(taken.By)
	}
	if err != nil {
		return err
	}
	return writeJSON(w, status, b)
}

// maxTitle is how many characters a title may have.
const maxTitle = 40

// validate returns all that is wrong with a booking.
func validate(b rooms.Booking) (fields []fieldProblem) {
	if b.Title == "" {
		fields = append(fields, required("title"))
	}
	if utf8.RuneCountInString(b.Title) > maxTitle {
		fields = append(fields, tooLong("title", maxTitle))
	}
	if b.People < 1 {
		fields = append(fields, tooSmall("people", 1))
	}
	switch {
	case b.Starts.IsZero():
		fields = append(fields, required("starts"))
	case !b.Ends.After(b.Starts):
		fields = append(fields, notAfter("ends", "starts"))
	}
	return fields
}
