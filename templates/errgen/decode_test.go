package errgen

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestDecode(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		header http.Header
		body   string
		want   string
	}{
		"an entry":        {404, nil, `{"code":"NOT_FOUND","message":"There is no such thing."}`, "NotFound"},
		"byte order mark": {404, nil, "\ufeff" + `{"code":"NOT_FOUND","message":""}`, "NotFound"},
		"without status":  {0, nil, `{"code":"NOT_FOUND","message":""}`, "NotFound"},
		"no real status":  {99, nil, `{"code":"NOT_FOUND","message":""}`, "NotFound"},
		"another status":  {400, nil, `{"code":"NOT_FOUND","message":""}`, "NotFound"},
		"unlisted":        {400, nil, `{"code":"X","message":"m"}`, "Unlisted"},
		"another format":  {400, nil, `{"title":"m"}`, "UnexpectedResponse"},
		"no JSON":         {400, nil, `<html>`, "UnexpectedResponse"},
		"nothing":         {400, nil, ``, "UnexpectedResponse"},
		"no error":        {200, nil, `{"code":"NOT_FOUND","message":""}`, ""},
		"found":           {302, nil, ``, ""},
		"under 400":       {399, nil, `{"code":"NOT_FOUND","message":""}`, ""},
		"beyond all":      {600, nil, `{"code":"NOT_FOUND","message":""}`, "UnexpectedResponse"},
		"a text":          {502, nil, "Status 502: h", "Proxy"},
		"another text":    {502, nil, "Sorry", "Proxy"},
		"empty":           {410, header("X-Gone", "yes"), "", "Empty"},
		"not empty":       {410, header("X-Gone", "yes"), "x", "UnexpectedResponse"},
		"not gone":        {410, nil, "", "Empty"},
		"a list":          {422, nil, `{"errors":[{"code":"MISSING","message":""},{"code":"FIELD","message":"f is wrong."}]}`, "Missing Field "},
		"a list of one":   {422, nil, `{"errors":[{"code":"MISSING","message":""}]}`, "Missing"},
		"an empty list":   {422, nil, `{"errors":[]}`, "UnexpectedResponse"},
		"an unknown item": {422, nil, `{"errors":[{"code":"X","message":""},5]}`, "Unlisted Unlisted "},
	} {
		err := shop.Decode(0, c.status, c.header, []byte(c.body))
		if got := decodedName(err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if e := (*shopError)(nil); errors.As(err, &e) {
			if r := e.o.Response; r == nil || r.StatusCode != c.status || r.Body != c.body || !reflect.DeepEqual(r.Header, c.header) || r.Truncated {
				t.Errorf("%s is in %v", name, e.o.Response)
			}
		}
	}
}

func TestDecodeData(t *testing.T) {
	for name, c := range map[string]struct {
		status   int
		header   http.Header
		body     string
		want     any
		received string
	}{
		"params":      {404, nil, `{"code":"ORDER_NOT_FOUND","message":"There is no order 7.","note":"n"}`, &orderData{ID: "7", Note: ptr("n")}, "There is no order 7."},
		"absent":      {404, nil, `{"code":"ORDER_NOT_FOUND","message":"There is no order 7.","note":5}`, &orderData{ID: "7"}, "There is no order 7."},
		"other words": {404, nil, `{"code":"ORDER_NOT_FOUND","message":"Gone."}`, nil, "Gone."},
		"header":      {429, header("Retry-After", "7"), `{"code":"LIMIT","message":"","limit":3}`, &limitData{3, 7 * time.Second}, ""},
		"no header":   {429, nil, `{"code":"LIMIT","message":"m","limit":3}`, nil, "m"},
		"status":      {503, nil, "Status 503: h", &proxyData{503, "h"}, "Status 503: h"},
		"presets":     {402, nil, `{"code":"PRESET","message":"m"}`, &presetData{30, plan{"small", ptr[int64](1)}}, "m"},
		"not presets": {402, nil, `{"code":"PRESET","message":"m","limit":5,"note":{"name":"big"}}`, &presetData{5, plan{Name: "big"}}, "m"},
		"half":        {402, nil, `{"code":"PRESET","message":"m","limit":5,"note":{"size":2}}`, &presetData{5, plan{"small", ptr[int64](1)}}, "m"},
		"a member":    {402, nil, `{"code":"PRESET","message":"m","limit":5,"note":{"name":"big","size":"x"}}`, &presetData{5, plan{Name: "big"}}, "m"},
		"null preset": {402, nil, `{"code":"PRESET","message":"m","limit":5,"note":null}`, &presetData{5, plan{"small", ptr[int64](1)}}, "m"},
		"further":     {418, nil, `{"code":"OPEN","kind":"k","a":1,"b":[null]}`, &openData{"k", map[string]any{"a": 1.0, "b": []any{nil}}}, ""},
		"unlisted":    {400, nil, `{"code":"X","message":"m"}`, &shopUnlisted{"X", map[string]string{"message": "m"}}, "m"},
		"no text":     {400, nil, `{"code":"X"}`, &shopUnlisted{Code: "X"}, ""},
		"unexpected":  {400, nil, `x`, nil, ""},
		"no data":     {404, nil, `{"code":"NOT_FOUND","message":"m"}`, nil, "m"},
	} {
		err := shop.Decode(0, c.status, c.header, []byte(c.body)).(*shopError)
		if data := err.o.Data; !reflect.DeepEqual(data, c.want) && !(data == nil && c.want == nil) {
			t.Errorf("%s: %v, want %v", name, data, c.want)
		}
		if err.o.received != c.received {
			t.Errorf("%s: received %q, want %q", name, err.o.received, c.received)
		}
	}
}

// TestDecodeEnvelope: an error knows in which envelope it came.
func TestDecodeEnvelope(t *testing.T) {
	for body, want := range map[string]uint16{
		`{"code":"NOT_FOUND","message":""}`: problemEnvelope + 1, `{"code":"X","message":""}`: problemEnvelope + 1, "x": 0,
	} {
		if got := shop.Decode(0, 404, nil, []byte(body)).(*shopError).o.Envelope; got != want {
			t.Errorf("%s came in %d, want %d", body, got, want)
		}
	}
}

// TestDecodeLimit: a body is looked at up to the limit, and one that is longer is no
// error that the catalog knows.
func TestDecodeLimit(t *testing.T) {
	body := []byte(`{"code":"NOT_FOUND","message":""}`)
	mebi := bytes.Repeat([]byte(" "), defaultMaxBody-len(body))
	long := append(bytes.Clone(mebi), body...)
	for _, c := range []struct {
		limit int64
		body  []byte
		want  string
		cut   int
	}{
		{int64(len(body)), body, "NotFound", 0},
		{int64(len(body)) - 1, body, "UnexpectedResponse", len(body) - 1},
		{1, body, "UnexpectedResponse", 1},
		{math.MaxInt64, body, "NotFound", 0},
		{0, long, "NotFound", 0},
		{-1, long, "NotFound", 0},
		{0, append(bytes.Clone(long), ' '), "NotFound", defaultMaxBody},
		{0, append([]byte(" "), long...), "UnexpectedResponse", defaultMaxBody},
	} {
		for how, err := range map[string]error{
			"at once": shop.Decode(c.limit, 404, nil, c.body),
			"read":    shop.DecodeResponse(c.limit, &http.Response{StatusCode: 404, Body: io.NopCloser(bytes.NewReader(c.body))}),
		} {
			r := err.(*shopError).o.Response
			if got := decodedName(err); got != c.want || r.Truncated != (c.cut > 0) || c.cut > 0 && len(r.Body) != c.cut {
				t.Errorf("%d bytes, limit %d, %s: %s, cut %v to %d", len(c.body), c.limit, how, got, r.Truncated, len(r.Body))
			}
		}
	}
	if got := maxBody(math.MaxInt64); got != math.MaxInt64-1 {
		t.Errorf("the largest limit is %d", got)
	}
}

// stream is a body that fails after its text.
type stream struct {
	io.Reader
	closed bool
}

func (s *stream) Close() error {
	s.closed = true
	return nil
}

// failing reads a text, then fails, once.
func failing(text string, err error) io.Reader {
	return io.MultiReader(strings.NewReader(text), readerFunc(func() error {
		defer func() { err = errors.New("asked again") }()
		return err
	}))
}

type readerFunc func() error

func (f readerFunc) Read([]byte) (int, error) { return 0, f() }

func TestDecodeResponse(t *testing.T) {
	const body = `{"code":"NOT_FOUND","message":""}`
	broken := errors.New("broken")
	get, head := &http.Request{Method: http.MethodGet}, &http.Request{Method: http.MethodHead}
	for name, c := range map[string]struct {
		response *http.Response
		want     string
		cause    error
		rest     string // what can be read afterwards
		err      error
	}{
		"nil":                    {nil, "", nil, "", nil},
		"an error":               {&http.Response{StatusCode: 404, Body: &stream{Reader: strings.NewReader(body)}, Request: get}, "NotFound", nil, body, nil},
		"no body":                {&http.Response{StatusCode: 404}, "UnexpectedResponse", nil, "", nil},
		"no error":               {&http.Response{StatusCode: 200, Body: &stream{Reader: strings.NewReader(body)}}, "", nil, body, nil},
		"status 0":               {&http.Response{Body: &stream{Reader: strings.NewReader(body)}}, "NotFound", nil, body, nil},
		"a failure":              {&http.Response{StatusCode: 404, Body: &stream{Reader: failing("{", broken)}}, "UnexpectedResponse", broken, "{", broken},
		"at the end":             {&http.Response{StatusCode: 404, Body: &stream{Reader: failing(body, broken)}}, "NotFound", broken, body, broken},
		"head":                   {&http.Response{StatusCode: 401, Body: &stream{Reader: strings.NewReader(body)}, Request: head}, "Login", nil, body, nil},
		"head, two":              {&http.Response{StatusCode: 404, Request: head}, "UnexpectedResponse", nil, "", nil},
		"head, none":             {&http.Response{StatusCode: 499, Request: head}, "UnexpectedResponse", nil, "", nil},
		"head, no error":         {&http.Response{StatusCode: 200, Request: head}, "", nil, "", nil},
		"head, several statuses": {&http.Response{StatusCode: 503, Request: head}, "Proxy", nil, "", nil},
	} {
		err := shop.DecodeResponse(0, c.response)
		if got := decodedName(err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if e := (*shopError)(nil); errors.As(err, &e) && e.o.Cause != c.cause {
			t.Errorf("%s: the cause is %v", name, e.o.Cause)
		}
		if c.response == nil || c.response.Body == nil {
			continue
		}
		rest, readErr := io.ReadAll(c.response.Body)
		if string(rest) != c.rest || readErr != c.err {
			t.Errorf("%s: what is left is %q, %v", name, rest, readErr)
		}
		_ = c.response.Body.Close()
	}
}

// TestDecodeResponseBody: the body that is left is read in any pieces and closed as it
// was, and nothing behind the limit is read before it is asked for.
func TestDecodeResponseBody(t *testing.T) {
	source := &stream{Reader: strings.NewReader("0123456789")}
	resp := &http.Response{StatusCode: 404, Body: source}
	err := shop.DecodeResponse(4, resp)
	if r := err.(*shopError).o.Response; r.Body != "0123" || !r.Truncated {
		t.Errorf("of the body %q was seen", r.Body)
	}
	left, _ := io.ReadAll(source.Reader)
	if string(left) != "56789" {
		t.Errorf("behind the limit is %q", left)
	}
	source.Reader = strings.NewReader("56789")
	var got []byte
	for b := make([]byte, 3); ; {
		n, err := resp.Body.Read(b)
		got = append(got, b[:n]...)
		if err != nil {
			break
		}
	}
	if string(got) != "0123456789" || source.closed {
		t.Errorf("the body is %q, closed %v", got, source.closed)
	}
	if resp.Body.Close(); !source.closed {
		t.Error("it is not closed")
	}
}

// TestDecodeFailedRead: a read that fails is an error where the response would be none.
func TestDecodeFailedRead(t *testing.T) {
	table := shop
	table.Envelopes = []Envelope{{Kind: JSONBody, Status: status(200, 599), Slots: 2, Root: Node{Kind: ObjectNode}}}
	broken := errors.New("broken")
	err := table.DecodeResponse(0, &http.Response{StatusCode: 200, Body: &stream{Reader: failing("", broken)}})
	if decodedName(err) != "UnexpectedResponse" || !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if err := table.DecodeResponse(0, &http.Response{StatusCode: 200, Body: &stream{Reader: strings.NewReader("")}}); err != nil {
		t.Errorf("%v", err)
	}
}

// TestSeveral: errors of one response know it, and each has its own body.
func TestSeveral(t *testing.T) {
	const body = `{"errors":[{"code":"MISSING","message":"Something is missing."},{"code":"FIELD","message":"f is wrong.","index":2}]}`
	err := shop.Decode(0, 422, nil, []byte(body))
	all := err.(interface{ Unwrap() []error }).Unwrap()
	first, second := all[0].(*shopError), all[1].(*shopError)
	if first.o.Response != second.o.Response || first.o.Response.Body != body {
		t.Error("they are of one response")
	}
	if got, want := string(shop.AppendBody(nil, &second.o)), `{"errors":[{"code":"FIELD","message":"f is wrong.","index":2}]}`; got != want {
		t.Errorf("the second is %s, want %s", got, want)
	}
	one := shop.Decode(0, 422, nil, []byte(`{"errors":[{"code":"MISSING","message":"x"}]}`)).(*shopError)
	if one.o.several {
		t.Error("one alone is several")
	}
}

// TestDecodeKeepsNothing: what a reading used serves the next, and nothing of it is in
// an error.
func TestDecodeKeepsNothing(t *testing.T) {
	for range 3 {
		for i := range 5 {
			body := fmt.Sprintf(`{"code":"ORDER_NOT_FOUND","message":"There is no order %d.","note":"n%d"}`, i, i)
			want := &orderData{ID: fmt.Sprint(i), Note: ptr(fmt.Sprint("n", i))}
			err := shop.Decode(0, 404, nil, []byte(body))
			shop.Decode(0, 422, nil, []byte(`{"errors":[{"code":"FIELD","message":"x is wrong."},{"code":"FIELD","message":"y is wrong."}]}`))
			shop.Decode(0, 502, header("Content-Type", "text/plain"), []byte("Status 502: z"))
			if got := dataOf(err); !reflect.DeepEqual(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
		}
	}
	wide := `{"code":"NOT_FOUND","message":"","x":[` + strings.Repeat("1,", 2*maxSpare) + `1]}`
	if got := decodedName(shop.Decode(0, 404, nil, []byte(wide))); got != "NotFound" {
		t.Errorf("among many tokens it is %s", got)
	}
}

// FuzzDecode reads foreign bytes with the table of the shop. It never panics, says the
// same twice, loses no response of 400 and up, and keeps what was received.
func FuzzDecode(f *testing.F) {
	for _, body := range []string{
		`{"code":"ORDER_NOT_FOUND","message":"There is no order 7.","note":null}`, `{"code":"LIMIT","message":"","limit":1e0}`, "Status 502: h",
		`{"errors":[{"code":"FIELD","message":"f is wrong.","index":2},5,{"code":"MISSING"}]}`, `{"code":"OPEN","kind":"k","a":{}}`, "",
		`{"code":"WRAPPED","message":"","note":{"code":"CAUSE","message":"a!"},"reasons":[]}`, `{"code":"PRESET","limit":1,"note":{"name":"a","size":2}}`,
	} {
		for _, status := range []int{0, 200, 404, 418, 422, 502} {
			f.Add(status, "7", body)
		}
	}
	f.Fuzz(func(t *testing.T, status int, retry, body string) {
		if status < 0 || status > 999 {
			t.Skip()
		}
		h := http.Header{"Retry-After": {retry}, "X-Gone": {retry}}
		err := shop.Decode(int64(len(body))+1, status, h, []byte(body))
		again := shop.Decode(int64(len(body))+1, status, h, []byte(body))
		if fmt.Sprint(err) != fmt.Sprint(again) || decodedName(err) != decodedName(again) || !reflect.DeepEqual(dataOf(err), dataOf(again)) {
			t.Errorf("%v, then %v", err, again)
		}
		if err == nil && status >= 400 {
			t.Error("no error")
		}
		if e := (*shopError)(nil); errors.As(err, &e) {
			if e.o.Response.Body != body {
				t.Errorf("the body is %q", e.o.Response.Body)
			}
			if _, ok := Scan(string(shop.JSON(&e.o))); !ok {
				t.Errorf("%s is no JSON", shop.JSON(&e.o))
			}
			logged(&e.o)
		}
		shop.DecodeClose(status, body)
	})
}
