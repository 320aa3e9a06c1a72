package gocode

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// integer is a JSON number as a constant; 0 for what is none, or beyond all types.
func integer(v model.Value) Expr {
	if _, err := strconv.ParseFloat(v.Text, 64); err != nil {
		return atom("0")
	}
	return atom(v.Text) // as JSON and Go write it
}

// float is a JSON number as a constant that a float64 can hold: what is too large
// becomes the largest, and what is none 0.
func float(v model.Value) Expr {
	f, err := strconv.ParseFloat(v.Text, 64)
	switch {
	case math.IsInf(f, 0):
		f = math.Copysign(math.MaxFloat64, f)
	case err == nil && !strings.ContainsAny(v.Text, "eE"):
		return atom(v.Text)
	}
	return atom(strconv.FormatFloat(f, 'g', -1, 64))
}

// duration is a number of seconds or milliseconds as a time.Duration, in the
// largest unit that it is a multiple of; what is too long becomes the longest.
func duration(v model.Value, s *model.Schema) Expr {
	unit := time.Second
	if s.Resolved().Format == "milliseconds" {
		unit = time.Millisecond
	}
	x := Expr{time: true}
	d := durationOf(v.Text, unit)
	for _, u := range units {
		switch {
		case u.unit > unit:
		case d == u.unit:
			x.head = u.name
			return x
		case d%u.unit == 0:
			x.head = strconv.FormatInt(int64(d/u.unit), 10) + " * " + u.name
			return x
		}
	}
	x = call("time.Duration", atom(strconv.FormatInt(int64(d), 10)))
	x.time = true
	return x
}

// units are those that durations are written in.
var units = []struct {
	unit time.Duration
	name string
}{{time.Second, "time.Second"}, {time.Millisecond, "time.Millisecond"}, {time.Microsecond, "time.Microsecond"}}

// durationOf is a number of units.
func durationOf(number string, unit time.Duration) time.Duration {
	f, _ := strconv.ParseFloat(number, 64)
	if math.Abs(f) >= math.MaxInt64/float64(unit) {
		return time.Duration(extreme(f))
	}
	if n, err := strconv.ParseInt(number, 10, 64); err == nil {
		return time.Duration(n) * unit
	}
	return time.Duration(math.Round(f * float64(unit)))
}

// instant is a number of seconds since 1970 as a time.Time.
func instant(v model.Value) Expr {
	x := call("time.Unix", atom(v.Text), atom("0"))
	if _, err := strconv.ParseInt(v.Text, 10, 64); err != nil {
		f, _ := strconv.ParseFloat(v.Text, 64)
		micros := extreme(f)
		if math.Abs(f) < math.MaxInt64/1e6 {
			micros = int64(math.Round(f * 1e6))
		}
		x = call("time.UnixMicro", atom(strconv.FormatInt(micros, 10)))
	}
	x.time = true
	return x
}

// extreme is the largest integer with the sign of f.
func extreme(f float64) int64 {
	if f < 0 {
		return -math.MaxInt64
	}
	return math.MaxInt64
}
