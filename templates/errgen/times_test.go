package errgen

import (
	"math"
	"net/http"
	"testing"
	"time"
)

var (
	wholeSeconds = &Schema{Kind: SecondsSchema, Types: IntegerType}
	seconds      = &Schema{Kind: SecondsSchema, Types: NumberType}
	wholeMillis  = &Schema{Kind: MillisSchema, Types: IntegerType}
	millis       = &Schema{Kind: MillisSchema, Types: NumberType}
)

// TestAppendDuration: a whole number is rounded up, to zero if it is negative, and a
// fraction is exact.
func TestAppendDuration(t *testing.T) {
	for _, c := range []struct {
		d      time.Duration
		schema *Schema
		want   string
	}{
		{0, wholeSeconds, "0"},
		{time.Second, wholeSeconds, "1"},
		{1, wholeSeconds, "1"},
		{time.Second + 1, wholeSeconds, "2"},
		{-time.Second / 2, wholeSeconds, "0"},
		{-3 * time.Second / 2, wholeSeconds, "-1"},
		{1500 * time.Microsecond, wholeMillis, "2"},
		{2 * time.Second, wholeMillis, "2000"},
		{0, seconds, "0"},
		{1500 * time.Millisecond, seconds, "1.5"},
		{-1500 * time.Millisecond, seconds, "-1.5"},
		{10 * time.Second, seconds, "10"},
		{1, seconds, "0.000000001"},
		{1, millis, "0.000001"},
		{time.Second + 20*time.Microsecond, millis, "1000.02"},
		{math.MaxInt64, seconds, "9223372036.854775807"},
		{math.MinInt64, seconds, "-9223372036.854775808"},
	} {
		got := string(appendDuration([]byte("x"), c.d, c.schema))
		if got != "x"+c.want {
			t.Errorf("%v is written as %s, want %s", c.d, got, c.want)
		}
		if back, ok := parseDuration(c.want, c.schema); c.schema.Types == NumberType && (back != c.d || !ok) {
			t.Errorf("%s is read as %v, %v", c.want, back, ok)
		}
	}
}

func TestParseDuration(t *testing.T) {
	for _, c := range []struct {
		text   string
		schema *Schema
		want   time.Duration
		ok     bool
	}{
		{"5", wholeSeconds, 5 * time.Second, true},
		{"-5", wholeMillis, -5 * time.Millisecond, true},
		{"1e2", wholeSeconds, 100 * time.Second, true},
		{"2.5e-1", seconds, 250 * time.Millisecond, true},
		{"15e-1", millis, 1500 * time.Microsecond, true},
		{"9223372036", wholeSeconds, 9223372036 * time.Second, true},
		{"9223372037", wholeSeconds, math.MaxInt64, true},
		{"-9223372037", wholeSeconds, math.MinInt64, true},
		{"1e300", seconds, math.MaxInt64, true},
		{"1e999", seconds, math.MaxInt64, false},
		{"-1e999", seconds, math.MinInt64, false},
		{"x", seconds, 0, false},
	} {
		if got, ok := parseDuration(c.text, c.schema); got != c.want && c.ok || ok != c.ok {
			t.Errorf("%s is read as %v, %v, want %v", c.text, got, ok, c.want)
		}
	}
}

func TestUnixTime(t *testing.T) {
	whole, fraction := &Schema{Kind: UnixSchema, Types: IntegerType}, &Schema{Kind: UnixSchema, Types: NumberType}
	for _, c := range []struct {
		at     time.Time
		schema *Schema
		text   string
	}{
		{time.Unix(1700000000, 0), whole, "1700000000"},
		{time.Unix(-1, 0), whole, "-1"},
		{time.Unix(1700000000, 250000000), fraction, "1700000000.25"},
		{time.Unix(1700000000, 1000), fraction, "1700000000.000001"},
	} {
		if got := string(appendUnix([]byte("x"), c.at, c.schema)); got != "x"+c.text {
			t.Errorf("%v is written as %s, want %s", c.at, got, c.text)
		}
		if got, ok := parseUnix(c.text); !got.Equal(c.at) || !ok || got.Location() != time.UTC {
			t.Errorf("%s is read as %v, %v", c.text, got, ok)
		}
	}
	if got := string(appendUnix(nil, time.Unix(1, 999999999), whole)); got != "1" {
		t.Errorf("a fraction is written as %s", got)
	}
	for _, text := range []string{"x", "1e12", "-1e12", "1e400"} {
		if at, ok := parseUnix(text); ok {
			t.Errorf("%s is read as %v", text, at)
		}
	}
	if at, ok := parseUnix("1e11"); !ok || at.Unix() != 1e11 {
		t.Errorf("1e11 is read as %v, %v", at, ok)
	}
}

// TestUntilDate: the time to an HTTP date counts from the response's date, and is
// not negative.
func TestUntilDate(t *testing.T) {
	at := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	dated := http.Header{"Date": {at.Format(http.TimeFormat)}}
	for _, c := range []struct {
		text string
		want time.Duration
		ok   bool
	}{
		{at.Add(time.Minute).Format(http.TimeFormat), time.Minute, true},
		{at.Format(http.TimeFormat), 0, true},
		{at.Add(-time.Minute).Format(http.TimeFormat), 0, true},
		{"60", 0, false},
		{"", 0, false},
	} {
		if got, ok := untilDate(c.text, dated); got != c.want || ok != c.ok {
			t.Errorf("it is %v, %v to %q, want %v", got, ok, c.text, c.want)
		}
	}
	soon := time.Now().Add(time.Hour).UTC().Format(http.TimeFormat)
	for _, header := range []http.Header{nil, {"Date": {"today"}}} {
		if got, ok := untilDate(soon, header); !ok || got < 59*time.Minute || got > time.Hour {
			t.Errorf("without a date it is %v, %v to %q", got, ok, soon)
		}
	}
}
