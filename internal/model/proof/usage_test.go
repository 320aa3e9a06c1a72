package proof

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// usageOf proves a catalog of entries in an envelope {code, message, id}, id being an
// exchange value, and tells what examples show.
func usageOf(t *testing.T, rest string) *model.Usage {
	t.Helper()
	return mustProve(t, `errgen: 1
package: shop
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, id: {type: string, exchange: true, optional: true}}}}
  Note: {mediaType: text/plain, body: {type: string, field: message}}
  Several:
    body: {properties: {errors: {type: array, repeated: true, items: {properties: {code: {type: string}, message: {type: string}}}}}}
`+rest).Usage
}

func names(es ...*model.Entry) string {
	var all []string
	for _, e := range es {
		if e != nil {
			all = append(all, e.Name)
		}
	}
	return strings.Join(all, " ")
}

// TestLead has two entries each of which the second shows more, for one reason.
func TestLead(t *testing.T) {
	for reason, entries := range map[string]string{
		"its data can be looked at":             `A: {status: 400, code: A, fields: {message: a}}; B: {status: 400, code: B, fields: {message: 'b {n}'}, params: {n: {type: integer}}}`,
		"which outweighs that it is deprecated": `A: {status: 400, code: A, fields: {message: a}}; B: {status: 400, code: B, fields: {message: 'b {n}'}, params: {n: {type: integer}}, deprecated: {since: '1'}}`,
		"what is looked at is not sensitive":    `A: {status: 400, code: A, fields: {message: 'a {n}'}, params: {n: {type: integer, sensitive: true}}}; B: {status: 400, code: B, fields: {message: 'b {n}'}, params: {n: {type: integer}}}`,
		"what is looked at is always there":     `A: {status: 400, code: A, fields: {message: ['a {n}', a]}, params: {n: {type: integer, optional: true}}}; B: {status: 400, code: B, fields: {message: 'b {n}'}, params: {n: {type: integer}}}`,
		"it is not deprecated":                  `A: {status: 400, code: A, fields: {message: a}, deprecated: {since: '1'}}; B: {status: 400, code: B, fields: {message: b}}`,
		"its status is its own":                 `A: {status: [400, 401], code: A, fields: {message: a}}; B: {status: 400, code: B, fields: {message: b}}`,
		"its body is JSON":                      `A: {envelope: Note, status: 400, fields: {message: a}}; B: {status: 400, code: B, fields: {message: b}}`,
		"it has fewer params":                   `A: {status: 400, code: A, fields: {message: 'a {n} {m}'}, params: {n: {type: integer}, m: {type: integer}}}; B: {status: 400, code: B, fields: {message: 'b {n}'}, params: {n: {type: integer}}}`,
		"it has a parent":                       `A: {status: 400, code: A, fields: {message: a}}; B: {parent: A, fields: {message: b}}`,
		"its values are short":                  `A: {status: 400, code: A, fields: {message: 'a {n}'}, params: {n: {type: string, example: ` + strings.Repeat("x", 199) + `}}}; B: {status: 400, code: B, fields: {message: b}}`,
		"its response is short":                 `A: {status: 400, code: A, fields: {message: 'a {n}` + strings.Repeat("x", 1000) + `'}, params: {n: {type: integer}}}; B: {status: 400, code: B, fields: {message: b}}`,
		"it is read back with what was written": `A: {status: 400, code: A, fields: {message: 'a {n} {m}'}, params: {n: {type: string, example: x y}, m: {type: string}}}; B: {status: 400, code: B, fields: {message: b}, deprecated: {since: '1'}}`,
	} {
		t.Run(reason, func(t *testing.T) {
			u := usageOf(t, "defaults: {envelope: Problem}\nerrors:\n  "+strings.ReplaceAll(entries, "; ", "\n  ")+"\n")
			if u.Lead == nil || u.Lead.Entry.Name != "B" {
				t.Errorf("%+v leads", u.Lead)
			}
		})
	}
}

func TestUsage(t *testing.T) {
	u := usageOf(t, `
defaults: {envelope: Problem}
errors:
  Gone: {status: 410, code: GONE, fields: {message: Gone.}}
  Late: {parent: Gone, status: 410, code: LATE, fields: {message: '{days} days late.'}, params: {days: {type: integer, minimum: 2}, note: {type: string, optional: true, private: true}}}
  First: {envelope: Several, status: 400, code: FIRST, fields: {message: first}}
  Second: {envelope: Several, status: 400, code: SECOND, fields: {message: second}}
  Closed: {envelope: none, close: 4001, text: closed}
examples:
  - {name: gone, error: Gone, status: 410, body: '{"code":"GONE","message":"Gone."}'}
  - {name: late, error: Late, status: 410, body: '{"code":"LATE","message":"12 days late."}', expect: {days: 12}}
`)
	lead := u.Lead
	if lead == nil || lead.Entry.Name != "Late" || lead.Status != 410 || string(lead.Body) != `{"code":"LATE","message":"2 days late."}` || !lead.Settled {
		t.Fatalf("lead %+v", lead)
	}
	if lead.Text != "shop: LATE: 2 days late" || lead.Read != lead.Text || lead.Telling.Name != "days" || lead.Printed != "2" {
		t.Errorf("lead %q, %q, %+v %q", lead.Text, lead.Read, lead.Telling, lead.Printed)
	}
	if r := u.Received; r.Entry.Name != "Late" || r.Printed != "12" || r.Headers != nil || r.Read != "shop: LATE: 12 days late" {
		t.Errorf("received %+v", r)
	}
	if got, want := names(u.Kind, u.Told[0], u.Told[1], u.Together[0], u.Together[1], u.Full, u.Closing), "Late Late Gone First Second Late Closed"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if u.FullText != "shop: LATE: 2 days late" || u.Reason != "closed" || u.Page == nil || u.Supplied == nil || u.Supplied.GoName != "ID" {
		t.Errorf("%q, %q, %+v, %+v", u.FullText, u.Reason, u.Page, u.Supplied)
	}
}

// TestUsageOfLittle has a catalog of which little can be shown.
func TestUsageOfLittle(t *testing.T) {
	u := mustProve(t, `errgen: 1
package: shop
envelopes: {Page: {mediaType: text/html, body: {type: string, field: page}}}
errors: {Down: {status: 502, fields: {page: '{what}'}, params: {what: {type: string, markup: true}}}}
`).Usage
	if u.Page != nil || u.Kind != nil || u.Told != nil || u.Together != nil || u.Full != nil || u.Closing != nil || u.Supplied != nil {
		t.Errorf("%+v", u)
	}
	if u.Received == nil || u.Received.Entry != u.Lead.Entry {
		t.Errorf("%+v instead of what is written", u.Received)
	}
}

func TestWhatIsPrinted(t *testing.T) {
	number := func(s string) model.Value { return model.Value{Kind: model.NumberValue, Text: s} }
	text := func(s string) model.Value { return model.Value{Kind: model.StringValue, Text: s} }
	of := func(k model.Kind) *model.Schema { return &model.Schema{Kind: k} }
	named := model.GoType{Kind: model.GoNamed}
	for _, c := range []struct {
		v    model.Value
		kind model.GoType
		s    *model.Schema
		want string // "": says nothing
	}{
		{text("a b"), model.GoType{Kind: model.GoString}, of(model.StringKind), "a b"},
		{text(""), model.GoType{Kind: model.GoString}, of(model.StringKind), ""},
		{text("a"), model.GoType{Kind: model.GoString, Pointers: 1}, of(model.StringKind), ""},
		{text("a"), named, of(model.StringKind), "a"},
		{text("a"), named, of(model.UnionKind), ""},
		{text("2024-01-01T00:00:00Z"), model.GoType{Kind: model.GoTime}, of(model.StringKind), ""},
		{model.Value{Kind: model.BoolValue, Bool: true}, model.GoType{Kind: model.GoBool}, of(model.BooleanKind), "true"},
		{number("1e2"), model.GoType{Kind: model.GoInt64}, of(model.IntegerKind), ""},
		{number("-7"), model.GoType{Kind: model.GoInt32}, of(model.IntegerKind), "-7"},
		{number("18446744073709551615"), model.GoType{Kind: model.GoUint64}, of(model.IntegerKind), "18446744073709551615"},
		{number("1.50"), model.GoType{Kind: model.GoFloat64}, of(model.NumberKind), "1.5"},
		{number("90"), model.GoType{Kind: model.GoDuration}, &model.Schema{Kind: model.IntegerKind, Format: "seconds"}, "1m30s"},
		{number("90"), model.GoType{Kind: model.GoDuration}, &model.Schema{Kind: model.IntegerKind, Format: "milliseconds"}, "90ms"},
		{model.Value{Kind: model.ArrayValue}, model.GoType{Kind: model.GoSlice}, of(model.ArrayKind), ""},
	} {
		if got, ok := printed(c.v, c.kind, c.s); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%+v of %+v: %q, %v", c.v, c.kind, got, ok)
		}
	}
}
