package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"time"
)

// odd puts values into an error that only Go can hold: texts that are no UTF-8,
// numbers that JSON does not have, parts of a second, values of foreign types.
// Where all values of the Go type are admitted, the laws hold for them as well;
// else only what holds for all.
func (c *checker) odd(tc *testCase) {
	if c.data[tc.Entry] == nil {
		return
	}
	for _, free := range []bool{true, false} {
		_, data := c.raise(tc.build)
		c.foreign = !free
		v := reflect.ValueOf(data).Elem()
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.Name != "Status" && (!free || slices.Contains(tc.Free, field.Name)) {
				c.setOdd(v.Field(i), 0)
			}
		}
		err := c.newError(data)
		c.checkPrinted(err)
		if c.closeFrame != nil {
			c.closeFrame(err)
		}
		if !tc.IsResponse {
			continue
		}
		status, header, body := c.encode(err)
		c.wellFormed(status, header, body)
		got := c.decode(status, header, body)
		if got == nil && status >= 400 {
			c.fail("decoded to nil: %d %v %s", status, header, body)
		}
		if again := c.dataIn(got); free && again != nil && c.idOf(got) == tc.Entry {
			if s, h, b := c.encode(c.newError(again)); s != status || !reflect.DeepEqual(h, header) || !bytes.Equal(b, body) {
				c.fail("%#v is written as\n%d %v %s, read, and written again as\n%d %v %s", data, status, header, body, s, h, b)
			}
		}
	}
}

// oddTexts are texts that JSON cannot hold, or hardly.
var oddTexts = []string{"\xff", "a\xc3", "\xed\xa0\x80\x80", "\x00", "\r\n", "\u2028", "\U0010ffff", "", "x"}

// setOdd sets a value, and those in it, to odd ones.
func (c *checker) setOdd(v reflect.Value, depth int) {
	switch v.Type() {
	case durationType:
		v.SetInt(pick(c, int64(time.Nanosecond), -1, 1500*int64(time.Millisecond), 999_999_999_999, math.MaxInt64, math.MinInt64, c.r.Int63()))
		return
	case timeType:
		v.Set(reflect.ValueOf(pick(c, time.Time{}, time.Unix(1, 1), time.Unix(-1, 999_999_999), time.Date(9999, 12, 31, 23, 59, 59, 999_999_999, time.UTC),
			time.Unix(c.r.Int63n(1e10), c.r.Int63n(1e9)).In(time.FixedZone("", 3600)))))
		return
	case errorType:
		v.Set(reflect.ValueOf(pick[error](c, errors.New("foreign"), c.id("Unlisted"), c.id(""), c.id("NoEntry"), c.newError(nil))))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(pick(c, oddTexts...))
	case reflect.Float64:
		v.SetFloat(pick(c, math.NaN(), math.Inf(1), math.Inf(-1), math.Copysign(0, -1), math.MaxFloat64, 5e-324, 0.1+0.2))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(pick[int64](c, 0, -1, math.MaxInt32, math.MinInt32))
	case reflect.Interface:
		if value := reflect.ValueOf(c.oddAny()); value.IsValid() && value.Type().AssignableTo(v.Type()) {
			v.Set(value)
		}
	case reflect.Pointer:
		if depth < 4 && c.r.Intn(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			c.setOdd(v.Elem(), depth+1)
			return
		}
		v.SetZero()
	case reflect.Slice:
		if v.SetZero(); depth < 4 && c.r.Intn(4) > 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			c.setOdd(v.Index(0), depth+1)
		}
	case reflect.Map:
		if v.SetZero(); depth < 4 && c.r.Intn(4) > 0 {
			v.Set(reflect.MakeMap(v.Type()))
			value := reflect.New(v.Type().Elem()).Elem()
			c.setOdd(value, depth+1)
			v.SetMapIndex(reflect.ValueOf("~"+pick(c, oddTexts...)), value)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.setOdd(v.Field(i), depth+1)
			}
		}
	}
}

func pick[T any](c *checker, from ...T) T { return from[c.r.Intn(len(from))] }

type pair struct {
	B string `json:"b"`
	A any    `json:"a"`
}

// oddAny is a value of some foreign type.
func (c *checker) oddAny() any {
	if c.foreign && c.r.Intn(3) == 0 { // what JSON does not have
		self := []any{nil}
		self[0] = self
		return pick[any](c, func() {}, make(chan int), math.NaN(), json.RawMessage(`{`), (*pair)(nil), self)
	}
	return pick[any](c,
		nil, "\xff", 1, int8(-3), uint64(math.MaxUint64), float32(0.1), json.Number("1.50"), json.Number("1e400"), json.Number("-0"),
		json.Number("x"), json.RawMessage(`{"b": 1, "a": 2e0}`), pair{"\u2028<", []int{1}}, &pair{}, map[string]any{"\xff": 1, "b": nil, "a": "<"},
		map[int]string{2: "b", 1: "a"}, []string{"\xff"}, []byte{1, 2}, struct{}{}, errors.New("foreign"), time.Unix(0, 1).UTC(), [2]bool{},
	)
}
