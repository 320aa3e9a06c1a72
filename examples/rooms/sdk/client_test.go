package sdk_test

import (
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/generated/roomsapi"
	"github.com/seed-1b9d9f04/errgen/examples/rooms"
	"github.com/seed-1b9d9f04/errgen/examples/rooms/byhand"
	"github.com/seed-1b9d9f04/errgen/examples/rooms/sdk"
	"github.com/seed-1b9d9f04/errgen/examples/rooms/service"
)

var (
	ten    = time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	eleven = ten.Add(time.Hour)
)

// eachVersion runs a test with clients of two users, of either version of the
// service. There is a room, which ann has booked.
func eachVersion(t *testing.T, test func(t *testing.T, ann, bob *sdk.Client)) {
	users := rooms.Users{"t-ann": {Name: "ann"}, "t-bob": {Name: "bob"}, "t-root": {Name: "root", Admin: true}}
	log := slog.New(slog.DiscardHandler)
	id := func() string { return "r-1" }
	limiter := func() *rooms.Limiter { return &rooms.Limiter{PerMinute: 9, Now: func() time.Time { return ten }} }
	run := func(name string, store *rooms.Store, routes http.Handler) {
		t.Run(name, func(t *testing.T) {
			store.PutRoom(rooms.Room{ID: "blue", Name: "Blue", Seats: 4})
			server := httptest.NewServer(routes)
			defer server.Close()
			ann := &sdk.Client{HTTP: server.Client(), URL: server.URL, Token: "t-ann"}
			bob := &sdk.Client{HTTP: server.Client(), URL: server.URL, Token: "t-bob"}
			if _, err := ann.Book(t.Context(), "blue", rooms.Booking{Title: "Plan", People: 4, Starts: ten, Ends: eleven}); err != nil {
				t.Fatal(err)
			}
			test(t, ann, bob)
		})
	}
	byHand := &byhand.Service{Store: new(rooms.Store), Users: users, Limiter: limiter(), Log: log, NewID: id}
	run("by hand", byHand.Store, byHand.Routes())
	errgen := &service.Service{Store: new(rooms.Store), Users: users, Limiter: limiter(), Log: log, NewID: id}
	run("errgen", errgen.Store, errgen.Routes())
}

// Data of an error that stands in members.
func TestTaken(t *testing.T) {
	eachVersion(t, func(t *testing.T, _, bob *sdk.Client) {
		_, err := bob.Book(t.Context(), "blue", rooms.Booking{Title: "Plot", People: 2, Starts: ten, Ends: eleven})
		want := roomsapi.RoomTakenError{Room: "blue", Booking: "1", Until: "2026-03-02T11:00:00Z"}
		if taken, ok := errors.AsType[*roomsapi.RoomTakenError](err); !ok || *taken != want {
			t.Errorf("got %v", err)
		}
	})
}

// A kind of an error is one, and its data stands in the text alone.
func TestNotFound(t *testing.T) {
	eachVersion(t, func(t *testing.T, ann, _ *sdk.Client) {
		_, noRoom := ann.Room(t.Context(), "a/b c")
		_, noBooking := ann.Booking(t.Context(), "7")
		for err, id := range map[error]roomsapi.ID{noRoom: roomsapi.ErrRoomNotFound, noBooking: roomsapi.ErrBookingNotFound} {
			if !errors.Is(err, id) || !errors.Is(err, roomsapi.ErrNotFound) {
				t.Errorf("got %v", err)
			}
		}
		if missing, ok := errors.AsType[*roomsapi.RoomNotFoundError](noRoom); !ok || missing.Room != "a/b c" {
			t.Errorf("got %v", noRoom)
		}
	})
}

// What is wrong with each field is an error within the error.
func TestInvalid(t *testing.T) {
	eachVersion(t, func(t *testing.T, ann, _ *sdk.Client) {
		_, err := ann.Book(t.Context(), "blue", rooms.Booking{Starts: eleven, Ends: ten})
		invalid, ok := errors.AsType[*roomsapi.InvalidError](err)
		if !ok {
			t.Fatalf("got %v", err)
		}
		var ids []roomsapi.ID
		for _, field := range invalid.Fields {
			ids = append(ids, roomsapi.IDOf(field))
		}
		if want := []roomsapi.ID{roomsapi.ErrRequired, roomsapi.ErrTooSmall, roomsapi.ErrNotAfter}; !reflect.DeepEqual(ids, want) {
			t.Errorf("got %v", ids)
		}
		small, ok := errors.AsType[*roomsapi.TooSmallError](err) // whatever it stands in
		if !ok || *small != (roomsapi.TooSmallError{Field: "people", Min: 1}) {
			t.Errorf("got %v", err)
		}
	})
}

// What may be tried again says when.
func TestRateLimited(t *testing.T) {
	eachVersion(t, func(t *testing.T, _, bob *sdk.Client) {
		var err error
		for range 10 {
			_, err = bob.Rooms(t.Context())
		}
		e, ok := errors.AsType[*roomsapi.Error](err)
		if !ok || e.ID() != roomsapi.ErrRateLimited || !e.ID().Retryable() {
			t.Fatalf("got %v", err)
		}
		if wait, ok := e.RetryAfter(); !ok || wait != time.Minute {
			t.Errorf("wait %v", wait)
		}
	})
}

// The routes of administrators have a catalog of their own on the server; the client
// has one for all.
func TestAdmin(t *testing.T) {
	eachVersion(t, func(t *testing.T, ann, _ *sdk.Client) {
		root := &sdk.Client{HTTP: ann.HTTP, URL: ann.URL, Token: "t-root"}
		err := root.DeleteRoom(t.Context(), "blue")
		if used, ok := errors.AsType[*roomsapi.RoomInUseError](err); !ok || *used != (roomsapi.RoomInUseError{Room: "blue", Bookings: 1}) {
			t.Errorf("got %v", err)
		}
		if _, err := ann.PutRoom(t.Context(), rooms.Room{ID: "red"}); !errors.Is(err, roomsapi.ErrForbidden) {
			t.Errorf("got %v", err)
		}
		if _, err := root.PutRoom(t.Context(), rooms.Room{ID: "red"}); !errors.Is(err, roomsapi.ErrRequired) || !errors.Is(err, roomsapi.ErrTooSmall) {
			t.Errorf("got %v", err)
		}
	})
}

// The others, each by its ID; nil is none.
func TestIDs(t *testing.T) {
	eachVersion(t, func(t *testing.T, ann, bob *sdk.Client) {
		ctx := t.Context()
		plan, err := ann.Booking(ctx, "1")
		if err != nil {
			t.Fatal(err)
		}
		plan.People = 5
		_, tooSmall := ann.Change(ctx, plan)
		_, noBookings := ann.Bookings(ctx, "red")
		nobody := &sdk.Client{HTTP: ann.HTTP, URL: ann.URL}
		_, unauthenticated := nobody.Rooms(ctx)
		elsewhere := &sdk.Client{HTTP: ann.HTTP, URL: ann.URL + "/v2", Token: "t-ann"}
		_, nothing := elsewhere.Rooms(ctx)
		tests := []struct {
			err  error
			want roomsapi.ID
		}{
			{bob.Cancel(ctx, "1"), roomsapi.ErrNotYours},
			{ann.Cancel(ctx, "1"), ""},
			{tooSmall, roomsapi.ErrRoomTooSmall},
			{noBookings, roomsapi.ErrRoomNotFound},
			{unauthenticated, roomsapi.ErrUnauthenticated},
			{nothing, roomsapi.ErrNotFound},
		}
		for _, test := range tests {
			if got := roomsapi.IDOf(test.err); got != test.want {
				t.Errorf("got %v, want %v: %v", got, test.want, test.err)
			}
		}
	})
}
