package errgen

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestError(t *testing.T) {
	order := raised("OrderNotFound", &orderData{ID: "7"})
	for want, o := range map[string]*Occurrence{
		"shop: no error": nil,
		"shop: ORDER_NOT_FOUND: There is no order 7":       &order.o,
		"shop: ORDER_NOT_FOUND: There is no order 7: gone": &order.withCause(errors.New("gone")).o,
	} {
		if got := shop.Error(o); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	if got, want := shop.GoString("Error", &order.o), `(*shop.Error)("shop: ORDER_NOT_FOUND: There is no order 7")`; got != want {
		t.Errorf("%%#v is %s, want %s", got, want)
	}
}

// TestAs: a target is of the type of the data, or of an ancestor's, which then has the
// fields that both have.
func TestAs(t *testing.T) {
	type (
		base struct {
			ID    string
			Count int64
		}
		child struct {
			Count int32
			ID    string
			Extra bool
		}
		other struct{ ID string }
	)
	table := &Table{Hooks: shopHooks{}, Entries: []Entry{
		{Name: "Root", Traits: IsStatic},
		{Name: "Base", Parent: First, Data: (*base)(nil), Params: make([]Param, 2), Traits: IsStatic},
		{Name: "Child", Parent: First + 1, Data: (*child)(nil), Params: make([]Param, 3)},
		{Name: "Other", Preset: func() any { return &other{ID: "preset"} }, Traits: IsStatic, Params: make([]Param, 1)},
		{Name: "Grandchild", Parent: First + 3, Data: (*child)(nil)},
	}}
	occurrence := &Occurrence{Row: First + 2, Data: &child{Count: 3, ID: "a", Extra: true}}
	var asChild *child
	var asBase *base
	var asOther *other
	if !table.As(occurrence, &asChild) || asChild != occurrence.Data {
		t.Errorf("its own type is %v", asChild)
	}
	if !table.As(occurrence, &asBase) || *asBase != (base{ID: "a"}) {
		t.Errorf("its ancestor's is %v", asBase)
	}
	if table.As(occurrence, &asOther) || asOther != nil {
		t.Errorf("another's is %v", asOther)
	}
	if !table.As(&Occurrence{Row: First + 4, Data: &child{ID: "b"}}, &asOther) || asOther.ID != "b" {
		t.Errorf("that of an ancestor with presets is %v", asOther)
	}
	if !table.As(&Occurrence{Row: First + 1}, &asBase) || *asBase != (base{}) {
		t.Errorf("without data it is %v", asBase)
	}
	for _, target := range []any{nil, asBase, base{}, (**base)(nil), new(int), "x"} {
		if table.As(&Occurrence{Row: First, Data: nil}, target) || table.As(nil, target) || target != any(asBase) && table.As(occurrence, target) {
			t.Errorf("%T is a target", target)
		}
	}
}

func TestStatusCode(t *testing.T) {
	for name, c := range map[string]struct {
		o    *Occurrence
		want int
	}{
		"nil":               {nil, 500},
		"none":              {&Occurrence{}, 500},
		"unlisted":          {&Occurrence{Row: Unlisted}, 500},
		"its own":           {&Occurrence{Row: shop.RowOf("Limit")}, 429},
		"first":             {&Occurrence{Row: shop.RowOf("Proxy")}, 502},
		"chosen":            {&Occurrence{Row: shop.RowOf("Proxy"), Data: &proxyData{Status: 503}}, 503},
		"undocumented":      {&Occurrence{Row: shop.RowOf("Proxy"), Data: &proxyData{Status: 505}}, 502},
		"the last":          {&Occurrence{Row: shop.RowOf("Proxy"), Data: &proxyData{Status: 504}}, 504},
		"received":          {&Occurrence{Row: shop.RowOf("Limit"), Response: &Response{StatusCode: 420}}, 420},
		"received without":  {&Occurrence{Row: shop.RowOf("Limit"), Response: &Response{}}, 429},
		"without response":  {&Occurrence{Row: shop.RowOf("Closed")}, 500},
		"of the envelope's": {&Occurrence{Row: shop.RowOf("Cause")}, 500},
	} {
		if got := shop.StatusCode(c.o); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	teapot := &Table{Envelopes: []Envelope{{Status: Spans{{418, 420}}}, {Status: status(400, 599)}}, Entries: []Entry{
		{Reads: []Read{{}}}, {Reads: []Read{{Envelope: 1}}}, {Traits: HasStatus, Params: make([]Param, 1), Reads: []Read{{Envelope: 1}}},
	}}
	for i, want := range []int{418, 500, 500} {
		if got := teapot.StatusCode(&Occurrence{Row: First + Row(i)}); got != want {
			t.Errorf("entry %d without a status has %d, want %d", i, got, want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	at := time.Now().Add(time.Minute).UTC().Truncate(time.Second)
	received := func(lines ...string) *Occurrence {
		return &Occurrence{Row: Unexpected, Response: &Response{Header: header(lines...)}}
	}
	for name, c := range map[string]struct {
		o    *Occurrence
		want time.Duration
		ok   bool
	}{
		"nil":       {nil, 0, false},
		"raised":    {&Occurrence{Row: shop.RowOf("Limit"), Data: &limitData{Wait: 1500 * time.Millisecond}}, 2 * time.Second, true},
		"zero":      {&Occurrence{Row: shop.RowOf("Limit"), Data: &limitData{}}, 0, true},
		"none":      {&Occurrence{Row: shop.RowOf("NotFound")}, 0, false},
		"closed":    {&Occurrence{Row: shop.RowOf("Closed")}, 0, false},
		"received":  {received("Retry-After", "7"), 7 * time.Second, true},
		"date":      {received("Retry-After", at.Format(http.TimeFormat), "Date", at.Add(-5*time.Second).Format(http.TimeFormat)), 5 * time.Second, true},
		"negative":  {received("Retry-After", "-7"), 0, false},
		"fraction":  {received("Retry-After", "1.5"), 0, false},
		"very long": {received("Retry-After", "8589934592"), 8589934592 * time.Second, true},
		"too long":  {received("Retry-After", "8589934593"), 0, false},
		"absent":    {received(), 0, false},
	} {
		if got, ok := shop.RetryAfter(c.o); got != c.want || ok != c.ok {
			t.Errorf("%s: %v, %v, want %v", name, got, ok, c.want)
		}
	}
}

// TestAppendBody: what was received stays as it was, but for one of several in a
// response, which is written by itself.
func TestAppendBody(t *testing.T) {
	missing, field := shop.RowOf("Missing"), shop.RowOf("Field")
	whole := &Response{Body: `{"errors":[{"code":"MISSING"},{"code":"FIELD"}]}`}
	for name, c := range map[string]struct {
		o    *Occurrence
		want string
	}{
		"nil":      {nil, ""},
		"no entry": {&Occurrence{}, ""},
		"raised":   {&Occurrence{Row: missing}, `{"errors":[{"code":"MISSING","message":"Something is missing."}]}`},
		"received": {&Occurrence{Row: missing, Response: whole}, whole.Body},
		"one of":   {&Occurrence{Row: missing, Response: whole, several: true}, `{"errors":[{"code":"MISSING","message":"Something is missing."}]}`},
		"without":  {&Occurrence{Row: field, Response: whole, several: true}, whole.Body},
		"unlisted": {&Occurrence{Row: Unlisted, Response: whole, several: true}, whole.Body},
		"empty":    {&Occurrence{Row: shop.RowOf("Empty")}, ""},
	} {
		if got := string(shop.AppendBody([]byte("x"), c.o)); got != "x"+c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestJSON(t *testing.T) {
	proxy := &Occurrence{Row: shop.RowOf("Proxy"), Data: &proxyData{Status: 502, Host: "\"h\""}}
	for want, o := range map[string]*Occurrence{
		`""`: nil,
		`{"code":"NOT_FOUND","message":"There is no such thing."}`: {Row: shop.RowOf("NotFound")},
		`"Status 502: \"h\""`: proxy,
		`"<html>"`:            {Row: Unexpected, Response: &Response{Body: "<html>"}},
		`[1]`:                 {Row: Unexpected, Response: &Response{Body: "[1]"}},
		`"5"`:                 {Row: shop.RowOf("Proxy"), Response: &Response{Body: "5"}},
	} {
		if got := string(shop.JSON(o)); got != want {
			t.Errorf("it is %s, want %s", got, want)
		}
	}
}

// TestJSONHides: what is sensitive is not in the JSON, be it in an error within, or of one
// that the catalog does not list.
func TestJSONHides(t *testing.T) {
	login := raised("Login", &loginData{Password: "hunter2", Host: "h"})
	secret := shop
	secret.Envelopes = slices.Clone(shop.Envelopes)
	secret.Envelopes[problemEnvelope].Hides, secret.Envelopes[problemEnvelope].HidesCode = true, true
	unlisted := secret.Decode(0, 400, nil, []byte(`{"code":"hunter2","message":"m","note":"hunter2"}`)).(*shopError)
	for name, got := range map[string][]byte{
		"raised": shop.JSON(&login.o), "within": shop.JSON(&raised("Wrapped", &wrapData{Reason: login}).o), "unlisted": secret.JSON(&unlisted.o),
	} {
		if d, ok := Scan(string(got)); !ok || d.Kind(0) != '{' || strings.Contains(string(got), "hunter2") {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := secret.Error(&unlisted.o); strings.Contains(got, "hunter2") {
		t.Error(got)
	}
	if got := string(shop.JSON(&raised("Wrapped", &wrapData{Reason: raised("NotFound", nil)}).o)); !strings.HasPrefix(got, `{"code":"WRAPPED"`) {
		t.Errorf("what hides nothing is %s", got)
	}
}

func TestData(t *testing.T) {
	own := &orderData{ID: "7"}
	for name, c := range map[string]struct {
		o    *Occurrence
		want string
	}{
		"nil":      {nil, "<nil>"},
		"own":      {&Occurrence{Row: shop.RowOf("OrderNotFound"), Data: own}, fmt.Sprint(own)},
		"none":     {&Occurrence{Row: shop.RowOf("OrderNotFound")}, "<nil>"},
		"no type":  {&Occurrence{Row: shop.RowOf("NotFound")}, "<nil>"},
		"received": {&Occurrence{Row: shop.RowOf("Preset"), Response: &Response{}}, "<nil>"},
		"no entry": {&Occurrence{}, "<nil>"},
	} {
		if got := fmt.Sprint(shop.Data(c.o)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if preset := shop.Data(&Occurrence{Row: shop.RowOf("Preset")}).(*presetData); preset.Days != 30 {
		t.Errorf("raised without data it has %v", preset)
	}
	if !IsNil(nil) || !IsNil((*orderData)(nil)) || IsNil(own) {
		t.Error("a nil pointer is no data")
	}
	if (*Occurrence)(nil).Known() != nil || new(Occurrence).Known() != nil || (&Occurrence{Row: 1}).Known() == nil {
		t.Error("an occurrence of row 0 is none")
	}
}
