package golang

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// floatText is a JSON number as a constant that a float64 can hold: what is too
// large becomes the largest.
func floatText(number string) string {
	f, _ := strconv.ParseFloat(number, 64)
	if math.IsInf(f, 0) {
		f = math.Copysign(math.MaxFloat64, f)
	} else if !strings.ContainsAny(number, "eE") {
		return number
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// durationValue is a number of seconds or milliseconds as a time.Duration; what
// is too long becomes the longest.
func durationValue(v model.Value, s *model.Schema) jen.Code {
	unit, name := time.Second, "Second"
	if s != nil && s.Format == "milliseconds" {
		unit, name = time.Millisecond, "Millisecond"
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	switch n, err := strconv.ParseInt(v.Text, 10, 64); {
	case math.Abs(f) >= math.MaxInt64/float64(unit):
		return jen.Qual("time", "Duration").Parens(jen.Op(strconv.FormatInt(extreme(f), 10)))
	case err == nil:
		return jen.Op(strconv.FormatInt(n, 10)).Op("*").Qual("time", name)
	}
	return jen.Qual("time", "Duration").Parens(jen.Op(strconv.FormatInt(int64(f*float64(unit)), 10)))
}

// timeValue is a number of seconds since 1970 as a time.Time.
func timeValue(v model.Value) jen.Code {
	if n, err := strconv.ParseInt(v.Text, 10, 64); err == nil {
		return jen.Qual("time", "Unix").Call(jen.Op(strconv.FormatInt(n, 10)), jen.Lit(0))
	}
	f, _ := strconv.ParseFloat(v.Text, 64)
	micros := int64(f * 1e6)
	if math.Abs(f) >= math.MaxInt64/1e6 {
		micros = extreme(f)
	}
	return jen.Qual("time", "UnixMicro").Call(jen.Op(strconv.FormatInt(micros, 10)))
}

// extreme is the largest integer with the sign of f.
func extreme(f float64) int64 {
	if f < 0 {
		return -math.MaxInt64
	}
	return math.MaxInt64
}
