package errgen

import (
	"net/http"
	"strconv"
	"strings"
)

// Response is what an error was decoded from.
type Response struct {
	StatusCode  int
	Header      http.Header
	Body        string
	Truncated   bool   // the body was longer than Decoder.MaxBody
	CloseCode   int    // of a WebSocket; 0: an HTTP response
	CloseReason string // of a WebSocket
}

// String says what the response was, never what it held: "502 text/html, 312 bytes".
func (r *Response) String() string {
	if r == nil {
		return "no response"
	}
	if r.CloseCode != 0 {
		return "close code " + strconv.Itoa(r.CloseCode)
	}
	s := "no status"
	if r.StatusCode != 0 {
		s = strconv.Itoa(r.StatusCode)
	}
	if media := mediaType(r.Header); media != "" {
		s += " " + bound(media)
	}
	if encoding := r.encoding(); encoding != "" {
		s += " in " + bound(encoding)
	}
	s += ", " + strconv.Itoa(len(r.Body)) + " bytes"
	if r.Truncated {
		s += ", cut"
	}
	return s
}

// encoding is how the body is still compressed, "" if it is not.
func (r *Response) encoding() string {
	if encoding := r.Header.Get("Content-Encoding"); !strings.EqualFold(encoding, "identity") {
		return encoding
	}
	return ""
}
