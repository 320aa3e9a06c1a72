// Package sdk is a client of the rooms service. What its methods return as an error
// is one of package roomsapi, or the network's: ask for it with errors.Is, for its
// data with errors.As.
package sdk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"

	"github.com/seed-1b9d9f04/errgen/examples/generated/roomsapi"
	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// Client calls the service.
type Client struct {
	HTTP  *http.Client
	URL   string
	Token string
}

// Rooms returns all rooms.
func (c *Client) Rooms(ctx context.Context) ([]rooms.Room, error) {
	return call[[]rooms.Room](ctx, c, http.MethodGet, nil, "rooms")
}

// Room returns a room: roomsapi.ErrRoomNotFound.
func (c *Client) Room(ctx context.Context, room string) (rooms.Room, error) {
	return call[rooms.Room](ctx, c, http.MethodGet, nil, "rooms", room)
}

// Bookings returns the bookings of a room: roomsapi.ErrRoomNotFound.
func (c *Client) Bookings(ctx context.Context, room string) ([]rooms.Booking, error) {
	return call[[]rooms.Booking](ctx, c, http.MethodGet, nil, "rooms", room, "bookings")
}

// Book books a room: roomsapi.ErrRoomNotFound, ErrRoomTaken, ErrRoomTooSmall,
// ErrInvalid.
func (c *Client) Book(ctx context.Context, room string, b rooms.Booking) (rooms.Booking, error) {
	return call[rooms.Booking](ctx, c, http.MethodPost, b, "rooms", room, "bookings")
}

// Booking returns a booking: roomsapi.ErrBookingNotFound.
func (c *Client) Booking(ctx context.Context, id string) (rooms.Booking, error) {
	return call[rooms.Booking](ctx, c, http.MethodGet, nil, "bookings", id)
}

// Change changes a booking: roomsapi.ErrBookingNotFound, ErrNotYours, and what Book
// returns.
func (c *Client) Change(ctx context.Context, b rooms.Booking) (rooms.Booking, error) {
	return call[rooms.Booking](ctx, c, http.MethodPut, b, "bookings", b.ID)
}

// Cancel removes a booking: roomsapi.ErrBookingNotFound, ErrNotYours.
func (c *Client) Cancel(ctx context.Context, id string) error {
	_, err := call[struct{}](ctx, c, http.MethodDelete, nil, "bookings", id)
	return err
}

// PutRoom adds or changes a room: roomsapi.ErrForbidden, ErrInvalid.
func (c *Client) PutRoom(ctx context.Context, r rooms.Room) (rooms.Room, error) {
	return call[rooms.Room](ctx, c, http.MethodPut, r, "admin", "rooms", r.ID)
}

// DeleteRoom removes a room: roomsapi.ErrForbidden, ErrRoomNotFound, ErrRoomInUse.
func (c *Client) DeleteRoom(ctx context.Context, room string) error {
	_, err := call[struct{}](ctx, c, http.MethodDelete, nil, "admin", "rooms", room)
	return err
}

// call makes a request to a path of escaped elements.
func call[T any](ctx context.Context, c *Client, method string, body any, path ...string) (result T, err error) {
	var b []byte
	if body != nil {
		if b, err = json.Marshal(body); err != nil {
			return result, err
		}
	}
	address := c.URL
	for _, element := range path {
		address += "/" + url.PathEscape(element)
	}
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(b))
	if err != nil {
		return result, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return result, err
	}
	defer func() { _ = resp.Body.Close() }()
	if err := roomsapi.DecodeResponse(resp); err != nil {
		return result, fmt.Errorf("%s %s: %w", method, req.URL.Path, err)
	}
	if resp.StatusCode == http.StatusNoContent {
		return result, nil
	}
	err = json.NewDecoder(resp.Body).Decode(&result)
	return result, err
}
