package stress

import (
	"encoding/json"
	"math"
	"math/big"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// number draws a number that the schema allows and that its Go type can hold, as
// JSON and JavaScript write it; in a wild draw sometimes one that is out of
// bounds. It reports false if it finds none.
func (d *drawer) number(s *model.Schema, whole bool) (string, bool) {
	inBounds := !d.wildly()
	for range 100 {
		var text string
		if whole {
			text = d.wholeCandidate(s)
		} else {
			text = d.realCandidate(s)
		}
		if text != "" && fitsType(s, text, whole) && (!inBounds || allowsNumber(s, text)) {
			return text, true
		}
	}
	return "", false
}

// bounds are the schema's.
func bounds(s *model.Schema) []string {
	var all []string
	for _, b := range []string{s.Minimum, s.Maximum, s.ExclMinimum, s.ExclMaximum} {
		if b != "" {
			all = append(all, b)
		}
	}
	return all
}

// wholeCandidate draws an integer: near a bound, at the end of a type, or any.
func (d *drawer) wholeCandidate(s *model.Schema) string {
	near := bounds(s)
	switch n := d.r.Intn(6); {
	case n < 2 && len(near) > 0:
		whole, _ := new(big.Float).SetPrec(200).SetString(near[d.r.Intn(len(near))])
		i, _ := whole.Int(nil)
		return i.Add(i, big.NewInt(int64(d.r.Intn(3)-1))).String()
	case n == 2:
		ends := []string{
			"9223372036854775807", "-9223372036854775808", "18446744073709551615", "2147483647", "-2147483648", "9007199254740993",
			"9223372036", "-9223372036", "9223372036854", "4294967296",
		}
		return ends[d.r.Intn(len(ends))]
	case n == 3 && len(near) > 1:
		low, _ := strconv.ParseFloat(near[0], 64)
		high, _ := strconv.ParseFloat(near[1], 64)
		if high-low < 1e15 && high > low {
			return strconv.FormatInt(int64(low)+d.r.Int63n(int64(high-low)+1), 10)
		}
	}
	return strconv.FormatInt(d.r.Int63n(200)-20, 10)
}

// realCandidate draws a number.
func (d *drawer) realCandidate(s *model.Schema) string {
	if s.Format == "seconds" || s.Format == "milliseconds" || s.Format == "unix-time" {
		n := d.r.Int63n([]int64{5, 1e3, 1e7, 4e15}[d.r.Intn(4)]) // microseconds, or of a millisecond
		return canonical(float64(n*int64(1-2*d.r.Intn(2))) / 1e6)
	}
	near := bounds(s)
	f := []float64{0, 1, -1, 0.5, 0.1, 1e-7, 1.5e-9, 1e21, 123456789.125, 1e300, math.MaxFloat64, math.SmallestNonzeroFloat64, 3, -2.75}[d.r.Intn(14)]
	switch n := d.r.Intn(5); {
	case n < 2 && len(near) > 0:
		f, _ = strconv.ParseFloat(near[d.r.Intn(len(near))], 64)
		f = math.Nextafter(f, []float64{f, math.Inf(1), math.Inf(-1)}[d.r.Intn(3)])
	case n == 2 && len(near) > 1:
		low, _ := strconv.ParseFloat(near[0], 64)
		high, _ := strconv.ParseFloat(near[1], 64)
		f = low + (high-low)*d.r.Float64()
	case n == 3:
		f = d.r.NormFloat64() * math.Pow(10, float64(d.r.Intn(30)-10))
	}
	if math.IsInf(f, 0) {
		return ""
	}
	return canonical(f)
}

// canonical is a number as JSON and JavaScript write it.
func canonical(f float64) string {
	b, err := json.Marshal(f)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// fitsType reports whether the Go type of the schema holds the number.
func fitsType(s *model.Schema, text string, whole bool) bool {
	if !whole {
		return s.Format != "seconds" && s.Format != "milliseconds" || math.Abs(mustFloat(text)) < 9e6
	}
	n, ok := new(big.Int).SetString(text, 10)
	if !ok {
		return false
	}
	limit := func(low, high int64) bool {
		return n.Cmp(big.NewInt(low)) >= 0 && n.Cmp(big.NewInt(high)) <= 0
	}
	switch s.Format {
	case "int32":
		return limit(math.MinInt32, math.MaxInt32)
	case "uint64":
		return n.IsUint64()
	case "seconds":
		return limit(-9223372036, 9223372036)
	case "milliseconds":
		return limit(-9223372036854, 9223372036854)
	}
	return n.IsInt64()
}

func mustFloat(text string) float64 {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return f
}

// allowsNumber reports whether a number is within the schema's bounds.
func allowsNumber(s *model.Schema, text string) bool {
	compare := func(bound string) int {
		a, _ := new(big.Rat).SetString(text)
		b, ok := new(big.Rat).SetString(bound)
		if !ok {
			panic(bound)
		}
		return a.Cmp(b)
	}
	return (s.Minimum == "" || compare(s.Minimum) >= 0) && (s.Maximum == "" || compare(s.Maximum) <= 0) &&
		(s.ExclMinimum == "" || compare(s.ExclMinimum) > 0) && (s.ExclMaximum == "" || compare(s.ExclMaximum) < 0)
}
