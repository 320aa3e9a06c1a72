package errgen

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"
)

// responder is what a package's Responder does, with a hook that says what was written.
func responder(told *[]string, mapped func(error) error) Responder {
	outgoing := func(out *Outgoing, _ *http.Request, err error, late bool) {
		found := shop.find(err)
		shop.Outgoing(out, &found, true, err, mapped)
		out.SetExchange(&struct{ Request *string }{})
		if told != nil {
			*told = append(*told, fmt.Sprintf("%s %v %v", out.Name(), late, out.Incomplete))
		}
	}
	write := func(w http.ResponseWriter, r *http.Request, err error) {
		var out Outgoing
		if late := Begun(w); err != nil {
			if outgoing(&out, r, err, late); !late {
				shop.Write(w, &out)
			}
		}
	}
	return Responder{WriteError: write, Outgoing: outgoing}
}

// outgoing is what a responder without hooks makes of an error.
func outgoing(err error) *Outgoing {
	out := new(Outgoing)
	responder(nil, nil).Outgoing(out, nil, err, false)
	return out
}

// sent is a response of errors of a table.
func sent(t *Table, os ...Occurrence) *Outgoing {
	out := new(Outgoing)
	t.Send(out, os...)
	return out
}

// appended is a response's body, behind what stands there.
func appended(t *Table, b string, out *Outgoing) string {
	var w writer
	w.beginResponse(t, out)
	return string(w.response([]byte(b), out))
}

// encoded is what an error is written as, on one line.
func encoded(err error) string {
	return wire(shop.Encode(outgoing(err)))
}

// wire shows a response: status, header lines but X-Content-Type-Options, body.
func wire(status int, h http.Header, body []byte) string {
	var lines []string
	for name, values := range h {
		if name == "X-Content-Type-Options" && len(values) == 1 && values[0] == "nosniff" {
			continue
		}
		lines = append(lines, name+": "+strings.Join(values, "|"))
	}
	sort.Strings(lines)
	return strings.TrimSpace(fmt.Sprintf("%d [%s] %s", status, strings.Join(lines, "; "), body))
}

const (
	internal = `500 [Content-Type: application/json] {"code":"INTERNAL","message":"Internal error."}`
	notFound = `404 [Content-Type: application/json] {"code":"NOT_FOUND","message":"There is no such thing."}`
)

func TestEncode(t *testing.T) {
	limit := &limitData{Limit: 3, Wait: time.Second}
	note := `"`
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"static":      {raised("NotFound", nil), notFound},
		"bare ID":     {shopID("NotFound"), notFound},
		"wrapped":     {fmt.Errorf("a: %w", raised("NotFound", nil)), notFound},
		"none":        {errors.New("x"), internal},
		"nil":         {nil, internal},
		"panic":       {PanicError{raised("NotFound", nil)}, internal},
		"no response": {raised("Closed", &roomData{}), internal},
		"a part":      {raised("Cause", &causeData{}), internal},
		"decoded":     {&shopError{Occurrence{Row: First + 1, Response: &Response{}}}, internal},
		"params":      {raised("OrderNotFound", &orderData{ID: "<\"7\">", Note: &note}), `404 [Content-Type: application/json] {"code":"ORDER_NOT_FOUND","message":"There is no order <\"7\">.","note":"\""}`},
		"absent":      {raised("OrderNotFound", &orderData{ID: "7"}), `404 [Content-Type: application/json] {"code":"ORDER_NOT_FOUND","message":"There is no order 7."}`},
		"headers":     {raised("Limit", limit), `429 [Content-Type: application/json; Retry-After: 1; X-Limit: on|a="3"] {"code":"LIMIT","message":"No more than 3...","limit":3}`},
		"without":     {raised("OrderNotFound", nil), `404 [Content-Type: application/json] {"code":"ORDER_NOT_FOUND","message":"There is no order ."}`},
		"status":      {raised("Proxy", &proxyData{Status: 504, Host: "h \r\n"}), `504 [Content-Type: text/plain; charset=utf-8] Status 504: h`},
		"empty":       {raised("Empty", nil), `410 [X-Gone: yes]`},
		"preset":      {raised("Preset", nil), `402 [Content-Type: application/json] {"code":"PRESET","message":"For 30 days.","limit":30,"note":{"name":"small","size":1}}`},
		"open":        {raised("Open", &openData{Kind: "k", More: map[string]any{"kind": "x", "code": 1, "b": 1, "a": nil, "kin": 2, "": 3}}), `418 [Content-Type: application/json] {"code":"OPEN","kind":"k","":3,"a":null,"b":1,"kin":2}`},
		"item":        {raised("Missing", nil), `422 [Content-Type: application/json] {"errors":[{"code":"MISSING","message":"Something is missing."}]}`},
		"several": {
			errors.Join(errors.New("x"), raised("Missing", nil), fmt.Errorf("a: %w", raised("Field", &fieldData{Field: "f", Index: ptr[int64](1)})), raised("NotFound", nil)),
			`422 [Content-Type: application/json] {"errors":[{"code":"MISSING","message":"Something is missing."},{"code":"FIELD","message":"f is wrong.","index":1}]}`,
		},
		"one alone": {errors.Join(raised("NotFound", nil), raised("Missing", nil)), notFound},
	} {
		if got := encoded(c.err); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestOutgoing: an error that cannot go out may be mapped, but not a panic.
func TestOutgoing(t *testing.T) {
	toOrder := func(error) error { return fmt.Errorf("m: %w", raised("OrderNotFound", nil)) }
	other, closed := errors.New("x"), raised("Closed", nil)
	for name, c := range map[string]struct {
		err    error
		mapped func(error) error
		want   string
	}{
		"mapped":          {other, toOrder, "OrderNotFound true"},
		"not mapped":      {raised("NotFound", nil), toOrder, "NotFound false"},
		"no response":     {closed, toOrder, "OrderNotFound true"},
		"decoded":         {&shopError{Occurrence{Row: First + 1, Response: &Response{}}}, toOrder, "OrderNotFound true"},
		"a panic":         {PanicError{other}, toOrder, "Internal false"},
		"nil":             {nil, toOrder, "Internal false"},
		"to nothing":      {other, func(error) error { return nil }, "Internal false"},
		"to another":      {other, func(error) error { return closed }, "Internal false"},
		"incomplete":      {raised("OrderNotFound", nil), nil, "OrderNotFound true"},
		"complete":        {raised("OrderNotFound", &orderData{}), nil, "OrderNotFound false"},
		"without presets": {raised("Preset", nil), nil, "Preset false"},
	} {
		found := shop.find(c.err)
		var out Outgoing
		shop.Outgoing(&out, &found, false, c.err, c.mapped)
		if got := fmt.Sprint(out.Name(), " ", out.Incomplete); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	var out, none Outgoing
	if shop.Outgoing(&out, nil, false, other, nil); out.Name() != "Internal" {
		t.Errorf("nothing found is written as %s", out.Name())
	}
	bare := Table{Hooks: shopHooks{}}
	bare.Outgoing(&none, nil, false, other, nil)
	if got := wire(bare.Encode(&none)); got != "500 []" || none.Name() != "" {
		t.Errorf("without a fallback it is %s", got)
	}
}

func TestSend(t *testing.T) {
	missing := Occurrence{Row: shop.RowOf("Missing")}
	one, two := sent(&shop, missing), sent(&shop, missing, Occurrence{Row: shop.RowOf("Field"), Data: &fieldData{Field: "f"}})
	if one.Name() != "Missing" || two.Name() != "Missing" {
		t.Error("the first is what is written")
	}
	if got := fmt.Sprint(one.Names(), two.Names(), new(Outgoing).Names(), sent(&shop, Occurrence{Row: shop.Fallback}).Names()); got != "[Missing] [Missing Field] [] [Internal]" {
		t.Errorf("names %s", got)
	}
	request := "r"
	two.SetExchange(&struct{ Request *string }{&request})
	for want, out := range map[string]*Outgoing{
		`422 [Content-Type: application/json] {"errors":[{"code":"MISSING","message":"Something is missing."}]}`:                                          one,
		`422 [Content-Type: application/json] {"errors":[{"code":"MISSING","message":"Something is missing."},{"code":"FIELD","message":"f is wrong."}]}`: two,
	} {
		if got := wire(shop.Encode(out)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	request = "\x00"
	internal := sent(&shop, Occurrence{Row: shop.Fallback})
	internal.SetExchange(&struct{ Request *string }{&request})
	if got, want := wire(shop.Encode(internal)), `500 [Content-Type: application/json] {"code":"INTERNAL","message":"Internal error.","request":"\u0000"}`; got != want {
		t.Errorf("with exchange values it is %s, want %s", got, want)
	}
}

// TestWrite: headers of the catalog replace those that stand there, others stay, and
// what net/http would add or compute is not in the way.
func TestWrite(t *testing.T) {
	for name, c := range map[string]struct {
		err    error
		before http.Header
		want   string
	}{
		"replaced":       {raised("NotFound", nil), header("Content-Type", "text/html", "Content-Length", "7", "X-Content-Type-Options", "x"), notFound},
		"kept":           {raised("NotFound", nil), header("X-Own", "1", "Content-Encoding", "gzip"), strings.Replace(notFound, "[Content-Type: application/json]", "[Content-Encoding: gzip; Content-Type: application/json; X-Own: 1]", 1)},
		"its own header": {raised("Limit", &limitData{}), header("X-Limit", "old", "Retry-After", "9"), `429 [Content-Type: application/json; Retry-After: 0; X-Limit: on|a="0"] {"code":"LIMIT","message":"No more than 0...","limit":0}`},
		"without a body": {raised("Empty", nil), header("Content-Type", "text/html"), "410 [X-Gone: yes]"},
	} {
		rec := httptest.NewRecorder()
		for name, values := range c.before {
			rec.Header()[name] = values
		}
		shop.Write(rec, outgoing(c.err))
		result := rec.Result()
		if result.Header["Content-Type"] == nil {
			delete(result.Header, "Content-Type")
		}
		if got := wire(result.StatusCode, result.Header, rec.Body.Bytes()); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	bare := Table{}
	rec := httptest.NewRecorder()
	rec.Header().Set("Content-Type", "text/html")
	bare.Write(rec, &Outgoing{})
	if got := wire(rec.Code, rec.Result().Header, rec.Body.Bytes()); got != "500 []" {
		t.Errorf("a bare 500 is %s", got)
	}
}

// TestWriteNotModified: statuses that have no body get none.
func TestWriteNotModified(t *testing.T) {
	for status, want := range map[uint16]string{199: "", 200: "x", 204: "", 304: "", 303: "x", 205: "x", 400: "x"} {
		table := Table{Envelopes: []Envelope{{Kind: TextBody}}, Entries: []Entry{{Status: Spans{{status, status}}, Body: program("x"), Reads: []Read{{}}}}}
		w := &recorder{header: http.Header{}}
		table.Write(w, sent(&table, Occurrence{Row: First}))
		if w.body != want || w.status != int(status) {
			t.Errorf("%d is written as %d with %q", status, w.status, w.body)
		}
	}
}

// recorder notes what is written.
type recorder struct {
	header http.Header
	status int
	body   string
	writes int
}

func (r *recorder) Header() http.Header { return r.header }
func (r *recorder) WriteHeader(s int)   { r.status = s }
func (r *recorder) Write(b []byte) (int, error) {
	r.body += string(b)
	r.writes++
	return len(b), nil
}

// TestSetHeaders: a line of which a param is not there is left out, with what stood
// there before, and a line is cleaned of what a header cannot hold.
func TestSetHeaders(t *testing.T) {
	type data struct{ A, B *string }
	table := Table{
		Schemas:   []Schema{{Kind: StringSchema}},
		Envelopes: []Envelope{{}},
		Entries: []Entry{{
			Params: []Param{{Flags: IsOptional}, {Flags: IsOptional}}, Data: (*data)(nil), Reads: []Read{{}},
			Headers: []Line{
				{Name: "A", Value: program("<0>")}, {Name: "A", Value: program("<pick><1>, <0><or><1><end>")}, {Name: "A", Fixed: []string{"fixed"}}, {Name: "B", Value: program("<1>")},
			},
		}},
	}
	for _, c := range []struct {
		data data
		want string
	}{
		{data{}, "500 [A: fixed]"},
		{data{A: ptr("a")}, "500 [A: a|fixed]"},
		{data{B: ptr("\tb\r\nc\x00d\x7f ")}, "500 [A: b c d|fixed; B: b c d]"},
		{data{A: ptr("a\tb"), B: ptr("é")}, "500 [A: a\tb|é, a\tb|fixed; B: é]"},
	} {
		h := http.Header{"A": {"old"}, "B": {"old"}}
		var w writer
		w.beginResponse(&table, sent(&table, Occurrence{Row: First, Data: &c.data}))
		status := w.setHeaders(h)
		delete(h, "Content-Type")
		if got := wire(status, h, nil); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if !reflect.DeepEqual(noSniff, []string{"nosniff"}) || cap(noSniff) != 1 {
		t.Error("what all responses share has changed")
	}
}
