// Package rooms is a service that books meeting rooms, whole: README.md says what
// is where. Here is what its two versions share, which knows no API: the business,
// and what a request needs whatever it is about. How the errors are written is what
// the versions, byhand and service, differ in.
package rooms

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Room is a room that can be booked.
type Room struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Seats int64  `json:"seats"`
}

// Booking is a room's use by somebody.
type Booking struct {
	ID     string    `json:"id"`
	Room   string    `json:"room"`
	Owner  string    `json:"owner"`
	Title  string    `json:"title"`
	People int64     `json:"people"`
	Starts time.Time `json:"starts"`
	Ends   time.Time `json:"ends"`
}

// What there is not.
var (
	ErrNoRoom    = errors.New("no such room")
	ErrNoBooking = errors.New("no such booking")
)

// TakenError is that a room has another booking.
type TakenError struct{ By Booking }

// Error says which booking it is.
func (e *TakenError) Error() string { return "taken by booking " + e.By.ID }

// InUseError is that a room has bookings.
type InUseError struct{ Bookings int64 }

// Error says how many bookings there are.
func (e *InUseError) Error() string { return fmt.Sprintf("%d bookings", e.Bookings) }

// Store holds rooms and bookings in memory. Its zero value is empty.
type Store struct {
	mu       sync.Mutex
	rooms    map[string]Room
	bookings []Booking
	last     int
}

// Rooms returns all rooms by their ids.
func (s *Store) Rooms() []Room {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.AppendSeq([]Room{}, maps.Values(s.rooms))
	slices.SortFunc(all, func(a, b Room) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// Room returns a room, or ErrNoRoom.
func (s *Store) Room(id string) (Room, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.rooms[id]
	if !ok {
		return Room{}, ErrNoRoom
	}
	return r, nil
}

// PutRoom adds or changes a room.
func (s *Store) PutRoom(r Room) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rooms == nil {
		s.rooms = map[string]Room{}
	}
	s.rooms[r.ID] = r
}

// DeleteRoom removes a room that has no bookings: else the error is an *InUseError.
func (s *Store) DeleteRoom(id string) error {
	bookings, err := s.Bookings(id)
	if err != nil {
		return err
	}
	if len(bookings) > 0 {
		return &InUseError{int64(len(bookings))}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.rooms, id)
	return nil
}

// Bookings returns the bookings of a room, or ErrNoRoom.
func (s *Store) Bookings(room string) ([]Booking, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.rooms[room]; !ok {
		return nil, ErrNoRoom
	}
	return slices.DeleteFunc(append([]Booking{}, s.bookings...), func(b Booking) bool { return b.Room != room }), nil
}

// Booking returns a booking, or ErrNoBooking.
func (s *Store) Booking(id string) (Booking, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.bookings, func(b Booking) bool { return b.ID == id })
	if i < 0 {
		return Booking{}, ErrNoBooking
	}
	return s.bookings[i], nil
}

// Book adds a booking, which gets an id, or changes the one whose id it has. The
// error is a *TakenError if the room has another one at that time.
func (s *Store) Book(b Booking) (Booking, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	own := -1
	for i, other := range s.bookings {
		switch {
		case other.ID == b.ID:
			own = i
		case other.Room == b.Room && other.Starts.Before(b.Ends) && b.Starts.Before(other.Ends):
			return Booking{}, &TakenError{other}
		}
	}
	if own >= 0 {
		s.bookings[own] = b
		return b, nil
	}
	s.last++
	b.ID = strconv.Itoa(s.last)
	s.bookings = append(s.bookings, b)
	return b, nil
}

// Cancel removes a booking.
func (s *Store) Cancel(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bookings = slices.DeleteFunc(s.bookings, func(b Booking) bool { return b.ID == id })
}

// PerRoom is how many bookings a room has on average. It has a mistake: without
// rooms it panics.
func (s *Store) PerRoom() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.bookings) / len(s.rooms)
}
