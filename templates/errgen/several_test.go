package errgen

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestManyErrors: of one response at most a thousand errors are made, and not all of
// their texts are printed.
func TestManyErrors(t *testing.T) {
	list := func(n int, item string) string { return strings.TrimSuffix(strings.Repeat(item+",", n), ",") }
	err := shop.Decode(1<<20, 422, nil, []byte(`{"errors":[`+list(200_000, "1")+`]}`))
	all := err.(interface{ Unwrap() []error }).Unwrap()
	if len(all) != maxErrors {
		t.Errorf("%d errors", len(all))
	}
	text := err.Error()
	if len(text) > maxText+100 || !strings.HasSuffix(text, " more") {
		t.Errorf("%d bytes: %.100s", len(text), text)
	}
	printed := strings.Count(text, "\n")
	if want := fmt.Sprintf("\nand %d more", 200_000-printed); !strings.HasSuffix(text, want) {
		t.Errorf("%d are printed, and it ends in %q", printed, text[len(text)-30:])
	}
	two := shop.Decode(0, 422, nil, []byte(`{"errors":[{"code":"MISSING","message":"a"},{"code":"MISSING","message":"b"}]}`))
	if got, want := two.Error(), errors.Join(two.(*several).all...).Error(); got != want {
		t.Errorf("two are %q, want %q", got, want)
	}
	long := &several{all: []error{errors.New(strings.Repeat("x", 2*maxText)), errors.New("y")}}
	if got := long.Error(); !strings.HasSuffix(got, "x\nand 1 more") {
		t.Errorf("one that is long ends in %q", got[len(got)-20:])
	}
	exact := shop.Decode(1<<20, 422, nil, []byte(`{"errors":[`+list(maxErrors, `{"code":"MISSING","message":"m"}`)+`]}`)).(*several)
	if exact.beyond != 0 || len(exact.all) != maxErrors {
		t.Errorf("%d and %d beyond", len(exact.all), exact.beyond)
	}
}

// TestManyNestedErrors: a list of too many errors within another is no data, and stays as
// it was received.
func TestManyNestedErrors(t *testing.T) {
	body := func(n int) string {
		return `{"code":"WRAPPED","message":"m","note":{"code":"CAUSE","message":"a!"},"reasons":[` + strings.TrimSuffix(strings.Repeat(`{"code":"CAUSE","message":"b!"},`, n), ",") + `]}`
	}
	few := shop.Decode(1<<20, 409, nil, []byte(body(maxErrors-1))).(*shopError)
	if got := len(few.o.Data.(*wrapData).More); got != maxErrors-1 {
		t.Errorf("%d of the few", got)
	}
	many := shop.Decode(1<<20, 409, nil, []byte(body(maxErrors+1))).(*shopError)
	if data := many.o.Data.(*wrapData); data.More != nil || data.Reason == nil {
		t.Errorf("%d of the many", len(data.More))
	}
	if string(shop.AppendBody(nil, &many.o)) != body(maxErrors+1) {
		t.Error("what was received is gone")
	}
}
