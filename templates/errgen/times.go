package errgen

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// unitOf is the unit of a duration.
func unitOf(s *Schema) time.Duration {
	if s.Kind == MillisSchema {
		return time.Millisecond
	}
	return time.Second
}

// appendDuration appends a duration in the schema's unit. A whole number is
// rounded up: nobody is told to come back too early.
func appendDuration(b []byte, d time.Duration, s *Schema) []byte {
	unit := unitOf(s)
	if s.Types&NumberType != 0 {
		return appendFraction(b, d, unit)
	}
	n := d / unit
	if d%unit > 0 {
		n++
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendFraction appends a duration as a number of units, to the nanosecond.
func appendFraction(b []byte, d, unit time.Duration) []byte {
	n := uint64(d)
	if d < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendUint(b, n/uint64(unit), 10)
	if rest := n % uint64(unit); rest > 0 {
		padded := strconv.FormatUint(uint64(unit)+rest, 10) // behind a 1
		b = append(append(b, '.'), strings.TrimRight(padded[1:], "0")...)
	}
	return b
}

// appendUnix appends a time in seconds since 1970.
func appendUnix(b []byte, at time.Time, s *Schema) []byte {
	if s.Types&NumberType != 0 {
		return appendFloat(b, float64(at.UnixMicro())/1e6)
	}
	return strconv.AppendInt(b, at.Unix(), 10)
}

// parseDuration reads a JSON number as a duration in the schema's unit; one that is
// too long for Go is the longest.
func parseDuration(text string, s *Schema) (time.Duration, bool) {
	unit := unitOf(s)
	suffix := strings.TrimLeft(unit.String(), "1")
	if d, err := time.ParseDuration(text + suffix); err == nil { // exactly, which float64 is not
		return d, true
	}
	f, err := strconv.ParseFloat(text, 64)
	switch f = math.Round(f * float64(unit)); {
	case f >= math.MaxInt64:
		return math.MaxInt64, err == nil
	case f <= math.MinInt64:
		return math.MinInt64, err == nil
	}
	return time.Duration(f), err == nil
}

func parseUnix(text string) (time.Time, bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return time.Unix(n, 0).UTC(), true
	}
	f, err := strconv.ParseFloat(text, 64)
	return time.UnixMicro(int64(math.Round(f * 1e6))).UTC(), err == nil && math.Abs(f) < 1e12
}

// untilDate is the time from a response's date, now if it has none, to an HTTP
// date; 0 if that is past.
func untilDate(text string, header http.Header) (time.Duration, bool) {
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, at.Sub(now)), true
}
