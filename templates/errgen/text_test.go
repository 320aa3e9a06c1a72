package errgen

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	order := shop.RowOf("OrderNotFound")
	login := &loginData{Password: "s3cret", Host: "a\nb"}
	proxy := &proxyData{Status: 502, Host: "h"}
	for name, c := range map[string]struct {
		o    *Occurrence
		want string
	}{
		"nil":            {nil, "shop: no error"},
		"none":           {&Occurrence{}, "shop: no error"},
		"static":         {&Occurrence{Row: shop.RowOf("NotFound")}, "shop: NOT_FOUND: There is no such thing"},
		"param":          {&Occurrence{Row: order, Data: &orderData{ID: "7"}}, "shop: ORDER_NOT_FOUND: There is no order 7"},
		"without data":   {&Occurrence{Row: order}, "shop: ORDER_NOT_FOUND: There is no order {id}"},
		"ellipsis":       {&Occurrence{Row: shop.RowOf("Limit"), Data: &limitData{Limit: 3}}, "shop: LIMIT: No more than 3..."},
		"sensitive":      {&Occurrence{Row: shop.RowOf("Login"), Data: login}, `shop: LOGIN: [redacted] is not the password at a\u000ab`},
		"no code":        {&Occurrence{Row: shop.RowOf("Proxy"), Data: proxy}, "shop: h does not answer"},
		"long":           {&Occurrence{Row: order, Data: &orderData{ID: strings.Repeat("x", 1025)}}, "shop: ORDER_NOT_FOUND: There is no order " + strings.Repeat("x", 1024) + "...."},
		"preset":         {&Occurrence{Row: shop.RowOf("Preset")}, "shop: PRESET: For 30 days"},
		"received":       {&Occurrence{Row: order, Data: &orderData{}, received: "Gone.\x1b"}, `shop: ORDER_NOT_FOUND: Gone.\u001b`},
		"received words": {&Occurrence{Row: order, Data: &orderData{}, received: "Gone."}, "shop: ORDER_NOT_FOUND: Gone"},
		"not shown":      {&Occurrence{Row: shop.RowOf("Login"), Data: login, received: "s3cret is wrong"}, `shop: LOGIN: [redacted] is not the password at a\u000ab`},
		"unexpected":     {&Occurrence{Row: Unexpected}, "shop: unexpected response"},
		"response":       {&Occurrence{Row: Unexpected, Response: &Response{StatusCode: 502, Body: "abc"}}, "shop: unexpected response: 502, 3 bytes"},
		"unlisted":       {&Occurrence{Row: Unlisted}, "shop: unlisted error"},
		"unlisted code":  {&Occurrence{Row: Unlisted, Data: &shopUnlisted{Code: "X\n"}}, `shop: unlisted error X\u000a`},
		"unlisted text":  {&Occurrence{Row: Unlisted, Data: &shopUnlisted{Code: "X"}, received: "a \"b\"."}, `shop: unlisted error X: "a \"b\"."`},
		"text alone":     {&Occurrence{Row: Unlisted, Data: &shopUnlisted{}, received: "a"}, `shop: unlisted error: "a"`},
	} {
		if got := shop.Text(c.o); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestCodeOf: a code with params is shown with them.
func TestCodeOf(t *testing.T) {
	type data struct{ Word string }
	table := &Table{Package: "p", Schemas: []Schema{{}}, Entries: []Entry{
		{Params: []Param{{Name: "word", Flags: IsSensitive}}, Reads: []Read{{Code: program("E-<0>")}}, Text: program("<0>?")},
		{Params: []Param{{Name: "word"}}, Reads: []Read{{Code: program("E-<0>")}}, Text: program("<0>?")},
		{Params: []Param{{Name: "word"}}, Text: program("<0>?")},
	}}
	for i, want := range []string{"p: E-[redacted]: [redacted]?", `p: E-a\u000a: a\u000a?`, `p: a\u000a?`} {
		if got := table.Text(&Occurrence{Row: First + Row(i), Data: &data{"a\n"}}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := table.Text(&Occurrence{Row: First + 1}), "p: {word}?"; got != want {
		t.Errorf("without data it is %q, want %q", got, want)
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " a  b\t": " a  b\t", "a\nb": "a b", "Gone.\r\n": "Gone.", " \n\ta \v\f\n  b\u2028\u2029c\u0085 \n": "a b c", "\n": "", "a \n \n b": "a b",
	} {
		if got := oneLine(text); got != want {
			t.Errorf("%q on one line is %q, want %q", text, got, want)
		}
	}
	lines := &Occurrence{Row: shop.RowOf("NotFound"), received: "There\n  is none.\n"}
	if got, want := shop.Text(lines), "shop: NOT_FOUND: There is none"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	long := &Occurrence{Row: shop.RowOf("NotFound"), received: strings.Repeat("\n", 5000) + "a"}
	if got, want := shop.Text(long), "shop: NOT_FOUND: "; got != want {
		t.Errorf("of a long text it says %q, want %q", got, want)
	}
}

func TestTrimPeriod(t *testing.T) {
	for text, want := range map[string]string{
		"": "", ".": ".", "..": "..", "...": "...", "a": "a", "a.": "a", "a..": "a..", "a...": "a...", "a. b.": "a. b", "a.\n": "a.\n",
	} {
		if got := trimPeriod(text); got != want {
			t.Errorf("trimPeriod(%q) = %q, want %q", text, got, want)
		}
	}
}

// logged is an occurrence as a text handler prints it.
func logged(o *Occurrence) string {
	var b strings.Builder
	h := slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
			return slog.Attr{}
		}
		return a
	}})
	slog.New(h).Info("", "e", shop.LogValue(o))
	return strings.TrimSpace(b.String())
}

func TestLogValue(t *testing.T) {
	order, note := shop.RowOf("OrderNotFound"), "n"
	for name, c := range map[string]struct {
		o    *Occurrence
		want string
	}{
		"nil":    {nil, `e.name="" e.status=500 e.text="shop: no error"`},
		"static": {&Occurrence{Row: shop.RowOf("NotFound")}, `e.name=NotFound e.code=NOT_FOUND e.status=404 e.text="shop: NOT_FOUND: There is no such thing"`},
		"params": {
			&Occurrence{Row: order, Data: &orderData{ID: "a\n", Note: &note}, Cause: errors.New("why")},
			`e.name=OrderNotFound e.code=ORDER_NOT_FOUND e.status=404 e.text="shop: ORDER_NOT_FOUND: There is no order a\\u000a" e.params.id=a\u000a e.params.note=n e.cause=why`,
		},
		"absent":    {&Occurrence{Row: order, Data: &orderData{}}, `e.name=OrderNotFound e.code=ORDER_NOT_FOUND e.status=404 e.text="shop: ORDER_NOT_FOUND: There is no order " e.params.id=""`},
		"sensitive": {&Occurrence{Row: shop.RowOf("Login"), Data: &loginData{"s3cret", "h"}}, `e.name=Login e.code=LOGIN e.status=401 e.text="shop: LOGIN: [redacted] is not the password at h" e.params.password=[redacted] e.params.host=h`},
		"nested": {
			&Occurrence{Row: shop.RowOf("Wrapped"), Data: &wrapData{Reason: raised("Login", &loginData{"s3cret", "h"}), More: []error{errors.New("a"), nil, errors.New("b")}}},
			`e.name=Wrapped e.code=WRAPPED e.status=409 e.text="shop: WRAPPED: It is wrapped" e.params.reason="shop: LOGIN: [redacted] is not the password at h" e.params.more="a; b"`,
		},
		"unlisted": {&Occurrence{Row: Unlisted, Data: &shopUnlisted{Code: "X\x00"}, Response: &Response{StatusCode: 400}}, `e.name=Unlisted e.code=X\u0000 e.status=400 e.text="shop: unlisted error X\\u0000"`},
	} {
		if got := logged(c.o); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
}

func TestResponseString(t *testing.T) {
	for want, r := range map[string]*Response{
		"no response":             nil,
		"close code 4001":         {CloseCode: 4001, CloseReason: "secret"},
		"502 text/html, 3 bytes":  {StatusCode: 502, Header: header("Content-Type", "Text/HTML; charset=utf-8"), Body: "abc"},
		`404 a\u001b, 0 bytes`:    {StatusCode: 404, Header: header("Content-Type", "a\x1b")},
		"no status, 2 bytes, cut": {Body: "ab", Truncated: true},
		"200, 0 bytes":            {StatusCode: 200, Header: header("Content-Type", "")},
	} {
		if got := r.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestUnexpectedText: the beginning of what came is shown, if it is text and nothing in
// the catalog is sensitive.
func TestUnexpectedText(t *testing.T) {
	open, secret := &Table{Package: "t"}, &Table{Package: "t", Entries: []Entry{{Params: []Param{{Flags: IsSensitive}}}}}
	long := strings.Repeat("é", 500)
	for _, c := range []struct {
		table    *Table
		response *Response
		want     string
	}{
		{open, nil, ""},
		{open, &Response{StatusCode: 404, Body: `{"message":"No user: a."}`}, `: 404, 25 bytes: "{\"message\":\"No user: a.\"}"`},
		{open, &Response{StatusCode: 502, Header: header("Content-Type", "text/html"), Body: "<p>\n  Bad\tgateway\n"}, ": 502 text/html, 18 bytes"},
		{open, &Response{StatusCode: 502, Body: "Bad\n\tgateway\n"}, `: 502, 13 bytes: "Bad gateway"`},
		{open, &Response{StatusCode: 500, Body: long}, `: 500, 1000 bytes: "` + long[:200] + `..."`},
		{open, &Response{StatusCode: 500}, ": 500, 0 bytes"},
		{open, &Response{StatusCode: 500, Body: "\x1f\x8b\x08", Header: header("Content-Encoding", "gzip")}, ": 500 in gzip, 3 bytes"},
		{open, &Response{StatusCode: 500, Body: "x", Header: header("Content-Encoding", "identity")}, `: 500, 1 bytes: "x"`},
		{open, &Response{StatusCode: 500, Body: "\x1f\x8b\x08"}, ": 500, 3 bytes"},
		{open, &Response{CloseCode: 4999, CloseReason: "Bye."}, `: close code 4999: "Bye."`},
		{secret, &Response{StatusCode: 404, Body: "key 7"}, ": 404, 5 bytes"},
	} {
		if got, want := c.table.Text(&Occurrence{Row: Unexpected, Response: c.response}), "t: unexpected response"+c.want; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
