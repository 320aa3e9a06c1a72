package support

//errgen:if retryafter

import (
	"net/http"
	"strconv"
	"time"
)

// RetryAfter is how long the error's Retry-After header says to wait (RFC 9110
// section 10.2.3), given in seconds or as a date; false if there is none.
func (e *Error) RetryAfter() (time.Duration, bool) {
	header := http.Header{}
	if r := e.Response(); r != nil {
		header = r.Header
	} else if o := e.occurrence(); catalog.writable(&o) {
		catalog.setHeaders(header, []occurrence{o})
	}
	text := header.Get("Retry-After")
	if d, ok := untilDate(text, header); ok {
		return d, true
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > 1<<33 {
		return 0, false
	}
	return time.Duration(n) * time.Second, true
}

//errgen:end
