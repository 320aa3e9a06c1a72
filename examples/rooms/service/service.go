// Package service is the service with errors of two catalogs, which errgen has made.
package service

import (
	"log/slog"
	"net/http"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/examples/generated/roomsadminerr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/roomserr"
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
	public := s.public()
	user := func(op roomserr.Operation, h handler) {
		mux.Handle(op.Method()+" "+op.Path(), public.For(op).Handler(s.authenticated(h)))
	}
	admin := func(op roomsadminerr.Operation, h handler) {
		mux.Handle(op.Method()+" "+op.Path(), s.admin().For(op).Handler(s.authenticated(administrator(h))))
	}
	user(roomserr.OpListRooms, s.listRooms)
	user(roomserr.OpGetRoom, s.getRoom)
	user(roomserr.OpListBookings, s.listBookings)
	user(roomserr.OpPostBooking, s.postBooking)
	user(roomserr.OpGetBooking, s.getBooking)
	user(roomserr.OpPutBooking, s.putBooking)
	user(roomserr.OpDeleteBooking, s.deleteBooking)
	admin(roomsadminerr.OpPutRoom, s.putRoom)
	admin(roomsadminerr.OpDeleteRoom, s.deleteRoom)
	admin(roomsadminerr.OpGetUsage, s.usage)
	routes := rooms.Unmatched(mux,
		func(w http.ResponseWriter, r *http.Request) { public.WriteError(w, r, roomserr.ErrNotFound) },
		func(w http.ResponseWriter, r *http.Request, allow string) {
			public.WriteError(w, r, roomserr.NewMethodNotAllowed(allow))
		})
	return rooms.WithRequestID(s.recovered(routes), s.NewID)
}

func (s *Service) listRooms(w http.ResponseWriter, _ *http.Request) error {
	return writeJSON(w, http.StatusOK, s.Store.Rooms())
}

func (s *Service) getRoom(w http.ResponseWriter, r *http.Request) error {
	room, err := s.Store.Room(r.PathValue("room"))
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, room)
}

func (s *Service) listBookings(w http.ResponseWriter, r *http.Request) error {
	bookings, err := s.Store.Bookings(r.PathValue("room"))
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, bookings)
}

func (s *Service) postBooking(w http.ResponseWriter, r *http.Request) error {
	room, err := s.Store.Room(r.PathValue("room"))
	if err != nil {
		return err
	}
	return s.book(w, r, rooms.Booking{Room: room.ID, Owner: rooms.UserOf(r).Name}, http.StatusCreated)
}

func (s *Service) getBooking(w http.ResponseWriter, r *http.Request) error {
	booking, err := s.Store.Booking(r.PathValue("booking"))
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
	var fields []error
	if room.Name == "" {
		fields = append(fields, roomsadminerr.NewRequired("name"))
	}
	if room.Seats < 1 {
		fields = append(fields, roomsadminerr.NewTooSmall("seats", 1))
	}
	if fields != nil {
		return roomsadminerr.NewInvalid(fields)
	}
	room.ID = r.PathValue("room")
	s.Store.PutRoom(room)
	return writeJSON(w, http.StatusOK, room)
}

func (s *Service) deleteRoom(w http.ResponseWriter, r *http.Request) error {
	if err := s.Store.DeleteRoom(r.PathValue("room")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *Service) usage(w http.ResponseWriter, _ *http.Request) error {
	return writeJSON(w, http.StatusOK, map[string]int{"bookingsPerRoom": s.Store.PerRoom()})
}

// ownBooking returns the booking of a request, which is that of its user.
func (s *Service) ownBooking(r *http.Request) (rooms.Booking, error) {
	booking, err := s.Store.Booking(r.PathValue("booking"))
	if err == nil && booking.Owner != rooms.UserOf(r).Name {
		err = roomserr.NewNotYours(booking.ID)
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
		return roomserr.NewInvalid(fields)
	}
	room, err := s.Store.Room(b.Room)
	if err != nil {
		return err
	}
	if room.Seats < b.People {
		return roomserr.NewRoomTooSmall(room.ID, room.Seats)
	}
	b, err = s.Store.Book(b)
	if err != nil {
		return err
	}
	return writeJSON(w, status, b)
}

// maxTitle is how many characters a title may have.
const maxTitle = 40

// validate returns all that is wrong with a booking.
func validate(b rooms.Booking) (fields []error) {
	if b.Title == "" {
		fields = append(fields, roomserr.NewRequired("title"))
	}
	if utf8.RuneCountInString(b.Title) > maxTitle {
		fields = append(fields, roomserr.NewTooLong("title", maxTitle))
	}
	if b.People < 1 {
		fields = append(fields, roomserr.NewTooSmall("people", 1))
	}
	switch {
	case b.Starts.IsZero():
		fields = append(fields, roomserr.NewRequired("starts"))
	case !b.Ends.After(b.Starts):
		fields = append(fields, roomserr.NewNotAfter("ends", "starts"))
	}
	return fields
}
