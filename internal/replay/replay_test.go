package replay

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

const catalog = `errgen: 1
package: shop
envelopes:
  Problem:
    headers: {X-Id: {type: string, exchange: true, field: id, optional: true, example: '7'}}
    body: {properties: {code: {type: string}, message: {type: string}, size: {type: integer, optional: true}}}
  Old: {body: {properties: {error: {type: string, field: code}}}}
  Several: {body: {properties: {errors: {type: array, repeated: true, items: {properties: {code: {type: string}, message: {type: string}}}}}}}
  Outer: {body: {properties: {code: {type: string}, cause: {errorOf: Problem, optional: true}, details: {type: array, items: {errorOf: Problem}}}}}
  Note: {mediaType: text/plain, body: {type: string, field: message}}
defaults: {envelope: Problem}
errors:
  Gone: {envelope: [Problem, Old], status: 410, code: GONE, fields: {message: Gone.}, headers: {X-Gone: ['yes', 'no']}}
  Late: {status: [408, 504], code: LATE, fields: {message: '{days} days late.'}, params: {days: {type: integer}, size: {type: integer, optional: true}}}
  Slow: {status: 503, code: SLOW, fields: {message: 'Wait {wait}.'}, params: {wait: {type: integer, default: 30}}}
  First: {envelope: Several, status: 400, code: FIRST, fields: {message: 'first {n}'}, params: {n: {type: integer}}}
  Second: {envelope: Several, status: 400, code: SECOND, fields: {message: second}}
  Down: {envelope: Note, status: 502, fields: {message: 'Down: {why}'}, params: {why: {type: string}}}
  Failed: {envelope: Outer, status: 500, code: FAILED}
  Closed: {envelope: none, close: 4001, text: 'closed: {why}', params: {why: {type: string}}}
`

func program(t *testing.T) (*Program, *model.Catalog) {
	t.Helper()
	var l diag.List
	f := load.Bytes("shop.yaml", []byte(catalog), &l)
	c := resolve.Catalog(f, &l)
	for _, d := range l.Sorted() {
		t.Fatalf("%s: %s: %s", d.Pos, d.Code, d.Message)
	}
	return New(c), c
}

// values are params of an entry by their names: numbers and texts.
func values(e *model.Entry, by map[string]any) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		switch v := by[p.Name].(type) {
		case int:
			params[p] = model.Value{Kind: model.NumberValue, Text: fmt.Sprint(v)}
		case string:
			params[p] = model.Value{Kind: model.StringValue, Text: v}
		}
	}
	return params
}

func envelope(c *model.Catalog, name string) *model.Envelope {
	for _, e := range c.Envelopes {
		if e.Name == name {
			return e
		}
	}
	return nil
}

func TestEncode(t *testing.T) {
	p, c := program(t)
	for _, test := range []struct {
		entry, envelope string
		status          int
		params          map[string]any
		want            string
	}{
		{"Gone", "Problem", 0, nil, `410 Content-Type: application/json, X-Id: 7, X-Gone: yes, X-Gone: no; {"code":"GONE","message":"Gone."}`},
		{"Gone", "Old", 0, nil, `410 Content-Type: application/json, X-Gone: yes, X-Gone: no; {"error":"GONE"}`},
		{"Gone", "Several", 0, nil, `0 ; `},
		{"Late", "Problem", 504, map[string]any{"days": 2}, `504 Content-Type: application/json, X-Id: 7; {"code":"LATE","message":"2 days late."}`},
		{"Late", "Problem", 200, map[string]any{"days": 2, "size": 3}, `408 Content-Type: application/json, X-Id: 7; {"code":"LATE","message":"2 days late.","size":3}`},
		{"Slow", "Problem", 0, map[string]any{"wait": 5}, `503 Content-Type: application/json, X-Id: 7; {"code":"SLOW","message":"Wait 5."}`},
		{"First", "Several", 0, map[string]any{"n": 1}, `400 Content-Type: application/json; {"errors":[{"code":"FIRST","message":"first 1"}]}`},
		{"Down", "Note", 0, map[string]any{"why": "a <b>"}, `502 Content-Type: text/plain; Down: a <b>`},
	} {
		e := modeltest.Entry(c, test.entry)
		status, headers, body := p.Encode(e, envelope(c, test.envelope), test.status, values(e, test.params))
		var lines []string
		for _, h := range headers {
			lines = append(lines, h.Name+": "+h.Value)
		}
		if got := fmt.Sprintf("%d %s; %s", status, strings.Join(lines, ", "), body); got != test.want {
			t.Errorf("%s in %s:\n got %s\nwant %s", test.entry, test.envelope, got, test.want)
		}
	}
}

func TestTexts(t *testing.T) {
	p, c := program(t)
	late, closed, gone := modeltest.Entry(c, "Late"), modeltest.Entry(c, "Closed"), modeltest.Entry(c, "Gone")
	if got := p.EncodeText(late, values(late, map[string]any{"days": 2})); got != "shop: LATE: 2 days late" {
		t.Error(got)
	}
	if got := p.EncodeText(gone, nil); got != "shop: GONE: Gone" {
		t.Error(got)
	}
	if got := p.EncodeClose(closed, values(closed, map[string]any{"why": "late"})); got != "closed: late" {
		t.Error(got)
	}
}

func TestEncodeList(t *testing.T) {
	p, c := program(t)
	first, second := modeltest.Entry(c, "First"), modeltest.Entry(c, "Second")
	body := string(p.EncodeList([]*model.Entry{second, first}, second.Envelope, []map[*model.Param]model.Value{nil, values(first, map[string]any{"n": 3})}))
	if want := `{"errors":[{"code":"SECOND","message":"second"},{"code":"FIRST","message":"first 3"}]}`; body != want {
		t.Errorf("%s, want %s", body, want)
	}
	found := p.Decode(400, nil, body)
	if len(found) != 2 || found[0].Outcome.Entry != second || found[1].Outcome.Entry != first || found[1].Params["n"].Text != "3" {
		t.Errorf("%+v", found)
	}
}

func TestDecode(t *testing.T) {
	p, c := program(t)
	for _, test := range []struct {
		status int
		body   string
		want   string
	}{
		{408, `{"code":"LATE","message":"2 days late.","size":9}`, `Late Problem true days=2 size=9`},
		{0, `{"code":"LATE","message":"2 days late."}`, `Late Problem true days=2`},
		{408, `{"code":"LATE","message":"late."}`, `Late Problem false`},
		{410, `{"error":"GONE"}`, `Gone Old true`},
		{503, `{"code":"SLOW","message":"?"}`, `Slow Problem true wait=30`},
		{500, `{"code":"FAILED","cause":{"code":"GONE","message":"Gone."},"details":[{"code":"LATE","message":"2 days late."},{"code":"NEW","message":"new"}]}`,
			`Failed Outer true [Gone Problem true] [Late Problem true days=2] [unlisted Problem NEW]`},
		{400, `{"code":"NEW","message":"new"}`, `unlisted Problem NEW`},
		{502, ``, `unexpected`},
		{200, `{}`, `none`},
	} {
		found := p.Decode(test.status, nil, test.body)
		got := "none"
		if len(found) == 1 {
			got = shown(found[0])
		}
		if len(found) > 1 || got != test.want {
			t.Errorf("%d %s: %s, want %s", test.status, test.body, got, test.want)
		}
	}
	if c.Entries[0].Name != "Gone" || p.Lowered().Catalog != c {
		t.Error("it is another catalog's")
	}
}

// shown is what was decoded in short.
func shown(d Decoded) string {
	switch d.Outcome.Kind {
	case model.UnknownOutcome:
		return "unlisted " + d.Envelope.Name + " " + d.Code
	case model.UnexpectedOutcome:
		return "unexpected"
	case model.NoneOutcome:
		return "none"
	}
	s := d.Outcome.Entry.Name
	if d.Envelope != nil {
		s += " " + d.Envelope.Name
	}
	s += fmt.Sprint(" ", d.Complete)
	for _, p := range d.Outcome.Entry.Params {
		if v, ok := d.Params[p.Name]; ok && !p.Schema.HoldsErrors() {
			s += " " + p.Name + "=" + string(v.AppendJSON(nil))
		}
	}
	for _, inner := range d.Within {
		s += " [" + shown(inner) + "]"
	}
	return s
}

func TestDecodeClose(t *testing.T) {
	p, _ := program(t)
	for _, test := range []struct {
		code         int
		reason, want string
	}{
		{4001, "closed: now", `Closed true why="now"`},
		{4001, "closed", "Closed false"},
		{1000, "", "none"},
		{1011, "x", "unexpected"},
	} {
		if got := shown(p.DecodeClose(test.code, test.reason)); got != test.want {
			t.Errorf("%d %q: %s, want %s", test.code, test.reason, got, test.want)
		}
	}
}
