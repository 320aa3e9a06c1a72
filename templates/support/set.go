package support

//errgen:if params

import (
	"encoding/base64"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// set stores a value in a pointer to its type; a nil p is a mere check.
func set[T any](p any, v T) bool {
	switch q := p.(type) {
	case nil:
	case *T:
		*q = v
	case *any:
		*q = v
	default:
		return false
	}
	return true
}

func setString(p any, v string) bool {
	switch q := p.(type) {
	case nil:
	case *string:
		*q = v
	case *any:
		*q = v
	default:
		e := reflect.ValueOf(p).Elem()
		if e.Kind() != reflect.String {
			return false
		}
		e.SetString(v)
	}
	return true
}

func setBytes(p any, v string) bool {
	b, err := base64.StdEncoding.DecodeString(v)
	return err == nil && set(p, b)
}

//errgen:if unions

func setScalar(p any, v scalar) bool {
	if p == nil {
		return true
	}
	u, ok := p.(union)
	if ok {
		*u.scalar() = v
	}
	return ok
}

//errgen:end

// setNumber stores a JSON number as the Go type of the schema.
func setNumber(p any, sc *schema, text string) bool {
	switch sc.kind {
	case numberSchema:
		f, err := strconv.ParseFloat(text, 64)
		return err == nil && set(p, f)
	//errgen:if times
	case secondsSchema, millisSchema:
		d, ok := parseDuration(text, unitOf(sc))
		return ok && set(p, d)
	case unixSchema:
		v, ok := parseUnix(text)
		return ok && set(p, v)
		//errgen:end
	}
	whole, ok := integerText(text)
	if !ok {
		return false
	}
	switch sc.format {
	case "uint64":
		n, err := strconv.ParseUint(whole, 10, 64)
		return err == nil && set(p, n)
	case "int32":
		n, err := strconv.ParseInt(whole, 10, 32)
		return err == nil && set(p, int32(n))
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if q, ok := p.(*int); ok && err == nil {
		*q = int(n)
		return true
	}
	return err == nil && set(p, n)
}

//errgen:if times

// parseDuration reads a duration in a unit; one that is too long for Go is the
// longest.
func parseDuration(text string, unit time.Duration) (time.Duration, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err == nil && n <= math.MaxInt64/int64(unit) && n >= math.MinInt64/int64(unit) {
		return time.Duration(n) * unit, true
	}
	digits := len(strconv.FormatInt(int64(unit), 10)) - 1
	if whole, part, ok := strings.Cut(text, "."); ok && len(part) <= digits { // exactly, which float64 is not
		if n, err := strconv.ParseInt(whole+part+strings.Repeat("0", digits-len(part)), 10, 64); err == nil {
			return time.Duration(n), true
		}
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

//errgen:end

//errgen:end
