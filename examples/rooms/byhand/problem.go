package byhand

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/rooms"
)

// problem is an error of the API: its status and headers, and its body.
type problem struct {
	status int
	header http.Header
	body   body
	cause  error // for the log
}

// body is what is written.
type body struct {
	Error   detail `json:"error"`
	Request string `json:"request,omitempty"`
}

// detail is what the error says.
type detail struct {
	Code    string         `json:"code"`
	Message string         `json:"message"`
	Details any            `json:"details,omitempty"`
	Fields  []fieldProblem `json:"fields,omitempty"`
}

// fieldProblem is what is wrong with one field of a request.
type fieldProblem struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Error is for the log.
func (p *problem) Error() string {
	text := p.body.Error.Code + ": " + p.body.Error.Message
	if p.cause != nil {
		text += ": " + p.cause.Error()
	}
	return text
}

// Unwrap returns the cause.
func (p *problem) Unwrap() error { return p.cause }

// newProblem returns a problem without details.
func newProblem(status int, code, message string) *problem {
	return &problem{status: status, body: body{Error: detail{Code: code, Message: message}}}
}

// with sets a header.
func (p *problem) with(name, value string) *problem {
	p.header = http.Header{}
	p.header.Set(name, value)
	return p
}

// because sets the cause.
func (p *problem) because(cause error) *problem {
	p.cause = cause
	return p
}

// The errors of the API.

func notFound() *problem {
	return newProblem(http.StatusNotFound, "not_found", "There is nothing here.")
}

func methodNotAllowed(allow string) *problem {
	return newProblem(http.StatusMethodNotAllowed, "method_not_allowed", "The method is not allowed here.").with("Allow", allow)
}

func unauthenticated() *problem {
	return newProblem(http.StatusUnauthorized, "unauthenticated", "A valid token is required.").
		with("WWW-Authenticate", `Bearer realm="rooms"`)
}

func rateLimited(wait time.Duration) *problem {
	seconds := (wait + time.Second - 1) / time.Second // whole ones, not too few
	return newProblem(http.StatusTooManyRequests, "rate_limited", "Too many requests.").
		with("Retry-After", strconv.FormatInt(int64(seconds), 10))
}

func malformed(cause error) *problem {
	return newProblem(http.StatusBadRequest, "malformed", "The request cannot be read.").because(cause)
}

func tooLarge(limit int64) *problem {
	return newProblem(http.StatusRequestEntityTooLarge, "too_large", fmt.Sprintf("The request is larger than %d bytes.", limit))
}

func invalid(fields []fieldProblem) *problem {
	p := newProblem(http.StatusUnprocessableEntity, "invalid", "The request is not valid.")
	p.body.Error.Fields = fields
	return p
}

func internal() *problem {
	return newProblem(http.StatusInternalServerError, "internal", "Something went wrong.")
}

func forbidden() *problem {
	return newProblem(http.StatusForbidden, "forbidden", "Only administrators may do this.")
}

func roomNotFound(room string) *problem {
	return newProblem(http.StatusNotFound, "room_not_found", fmt.Sprintf("There is no room %s.", room))
}

func bookingNotFound(booking string) *problem {
	return newProblem(http.StatusNotFound, "booking_not_found", fmt.Sprintf("There is no booking %s.", booking))
}

func notYours(booking string) *problem {
	return newProblem(http.StatusForbidden, "not_yours", fmt.Sprintf("Booking %s is not yours.", booking))
}

func roomTaken(by rooms.Booking) *problem {
	until := by.Ends.Format(time.RFC3339)
	p := newProblem(http.StatusConflict, "room_taken", fmt.Sprintf("Room %s is taken until %s.", by.Room, until))
	p.body.Error.Details = struct {
		Booking string `json:"booking"`
		Until   string `json:"until"`
	}{by.ID, until}
	return p
}

func roomTooSmall(r rooms.Room) *problem {
	p := newProblem(http.StatusConflict, "room_too_small", fmt.Sprintf("Room %s has only %d seats.", r.ID, r.Seats))
	p.body.Error.Details = struct {
		Seats int64 `json:"seats"`
	}{r.Seats}
	return p
}

func roomInUse(room string, bookings int64) *problem {
	p := newProblem(http.StatusConflict, "room_in_use", fmt.Sprintf("Room %s still has %d bookings.", room, bookings))
	p.body.Error.Details = struct {
		Bookings int64 `json:"bookings"`
	}{bookings}
	return p
}

// What is wrong with fields.

func required(field string) fieldProblem {
	return fieldProblem{field, "required", fmt.Sprintf("%s is missing.", field)}
}

func tooLong(field string, max int64) fieldProblem {
	return fieldProblem{field, "too_long", fmt.Sprintf("%s has more than %d characters.", field, max)}
}

func tooSmall(field string, min int64) fieldProblem {
	return fieldProblem{field, "too_small", fmt.Sprintf("%s is less than %d.", field, min)}
}

func notAfter(field, other string) fieldProblem {
	return fieldProblem{field, "not_after", fmt.Sprintf("%s is not after %s.", field, other)}
}

// write answers with a problem.
func (p *problem) write(w http.ResponseWriter, r *http.Request) {
	answer := p.body
	answer.Request = rooms.RequestID(r)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(answer); err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	for name, values := range p.header {
		header[name] = values
	}
	header.Set("Content-Type", "application/json")
	header.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(p.status)
	_, _ = w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}
