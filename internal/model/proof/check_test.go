package proof

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// depot is the catalog of the examples below.
const depot = `errgen: 1
package: demo
sources: [{id: page, title: Page}]
envelopes:
  E:
    headers: {X-Depot: {type: string, optional: true}, X-Trace: {type: string, exchange: true, optional: true}}
    body:
      properties:
        kind: {const: error}
        code: {type: string}
        text: {type: string, field: text}
        days: {type: integer, optional: true}
        trace: {type: string, exchange: true, optional: true}
        meta: {properties: {at: {type: string, exchange: true, optional: true}}, optional: true}
        in: {properties: {hint: {type: string}}, optional: true}
        tags: {type: array, items: {type: string}, optional: true}
        old: {type: string, field: text, alias: true, optional: true}
      additionalProperties: {field: more}
  List: {status: [207, 4XX], body: {repeated: true, items: {properties: {id: {type: string, field: code}, note: {type: string}}}}}
  Flat: {mediaType: text/plain, status: 504, body: {type: string, field: flat}}
  Bare: {status: 401, headers: {X-Why: {type: string}}}
  Plain: {mediaType: text/plain; charset=utf-8, status: 503, body: {type: string, field: line}}
defaults: {envelope: E, status: 400, omit: [X-Depot, days, hint, tags, more]}
errors:
  Gone: {code: GONE, fields: {text: 'Gone for {n} days.'}, params: {n: {type: integer}}}
  Lost: {code: LOST, fields: {text: Lost., X-Depot: south}, omit: [days, hint, tags, more]}
  Late: {code: LATE, fields: {text: Late., days: 3, hint: Wait.}, omit: [X-Depot, tags, more]}
  Tagged: {code: TAGGED, fields: {text: Tagged., tags: [a, b], more: {x: {y: 1}}}, omit: [X-Depot, days, hint]}
  Two: {code: TWO, fields: {text: ['Two {a}.', Two.]}, params: {a: {type: integer, optional: true}, b: {type: integer, in: more}}}
  May: {code: MAY, fields: {text: ['May {a}.', May.]}, params: {a: {type: integer, optional: true}}}
  First: {envelope: List, code: first, fields: {note: One.}}
  Second: {envelope: List, code: second, fields: {note: '{n} of them.'}, params: {n: {type: integer}}}
  Down: {envelope: Plain, status: 503, match: [], fields: {line: 'Down for {n} h.'}, params: {n: {type: integer}}}
  Off: {envelope: Flat, status: 504, match: [], fields: {flat: Off.}}
  Who: {envelope: Bare, status: 401, match: [], fields: {X-Why: unknown}}
  Range: {status: [404, 409], code: RANGE, fields: {text: 'It is {$status}.'}}
  Near: {status: 404, code: SAME, fields: {text: Near.}}
  Far: {status: 409, code: SAME, fields: {text: Far.}}
  Both: {envelope: [E, List], code: BOTH, fields: {text: Both., note: Both!}}
  Bye: {envelope: none, close: {code: 4000, reason: 'Bye {n}'}, params: {n: {type: integer}}}
examples:
  - {name: x, %s}
`

// proved proves the depot with one example, and returns what was found.
func proved(t *testing.T, example string) (*model.Catalog, string) {
	t.Helper()
	c, _, found := prove(strings.Replace(depot, "%s", example, 1))
	var messages []string
	for _, d := range found {
		messages = append(messages, d.Message)
	}
	return c, strings.Join(messages, "; ")
}

// TestExamples: what is found in an example.
func TestExamples(t *testing.T) {
	const gone = `{"kind":"error","code":"GONE","text":"Gone for 7 days."}`
	for _, tt := range []struct{ example, want string }{
		// What it decodes to.
		{"error: Gone, status: 400, body: '" + gone + "'", ""},
		{"error: Lost, status: 400, body: '" + gone + "'", "example `x` is read as `Gone`, not as `Lost`"},
		{"error: unknown, status: 400, body: '" + gone + "'", "example `x` is read as `Gone`, not as an unknown error"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"OTHER","text":"x"}'`, "example `x` is read as an unknown error, not as `Gone`"},
		{`error: Gone, status: 400, body: '<html>'`, "example `x` is read as an unexpected response, not as `Gone`"},
		{"error: none, status: 200", ""},
		{"error: Gone, status: 200", "example `x` is read as no error, not as `Gone`: no envelope occurs under status 200"},
		{`error: First, status: 207, body: '{}'`, "example `x` is read as no error, not as `First`: nothing in it proves that it is an error, as it must under 400"},
		{`error: [First, Second], status: 400, body: '[{"id":"first","note":"One."},{"id":"second","note":"2 of them."}]'`, ""},
		{`error: First, status: 400, body: '[{"id":"first","note":"One."},{"id":"second","note":"2 of them."}]'`, "example `x` is read as `First`, then `Second`, not as `First`"},
		{"error: First, status: 400, body: '[" + strings.TrimSuffix(strings.Repeat(`{"id":"first","note":"One."},`, 8), ",") + "]'",
			"example `x` is read as " + strings.TrimSuffix(strings.Repeat("`First`, then ", 8), ", then ") + ", not as `First`"},
		{"error: First, status: 400, body: '[" + strings.TrimSuffix(strings.Repeat(`{"id":"first","note":"One."},`, 9), ",") + "]'",
			"example `x` is read as " + strings.Repeat("`First`, then ", 8) + "more, not as `First`"},
		{"error: Bye, close: 4000, reason: Bye 7, expect: {n: 7}", ""},
		{"error: Bye, close: 4000, reason: Bye 7, expect: {n: 8}", "param `n` is recovered as `7`, not as `8`"},
		{"error: Bye, close: 4001, reason: Bye 7, expect: {n: 8}", "example `x` is read as an unexpected response, not as `Bye`"},
		// Which params that gives.
		{"error: Gone, status: 400, body: '" + gone + "', expect: {n: 7}", ""},
		{"error: Gone, status: 400, body: '" + gone + "', expect: {n: 8}", "param `n` is recovered as `7`, not as `8`"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Reworded."}', expect: {n: 7}`, "param `n` is not recovered from the example"},
		{`error: Two, status: 400, body: '{"kind":"error","code":"TWO","text":"Two 1."}', expect: {a: 1}`,
			"param `a` is not recovered: the example lacks param `b`, which its entry requires"},
		{`error: Two, status: 400, body: '{"kind":"error","code":"TWO","text":"Two 1."}', expect: {b: 2}`, "param `b` is not recovered from the example"},
		{`error: May, status: 400, body: '{"kind":"error","code":"MAY","text":"Reworded."}', expect: {a: 1}`, "param `a` is not recovered from the example"},
		{`error: [First, Second], status: 400, body: '[{"id":"first","note":"One."},{"id":"second","note":"2 of them."}]', expect: {n: 2}`, ""},
		// What the entry would write. Without a source an example is none of the documentation's.
		{`error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","days":1}'`, ""},
		{"source: page, error: Gone, status: 400, body: '" + gone + "'", ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","days":1}'`,
			"example `x` differs from what its entry writes: the body at `/days` is `1`, not absent"},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","days":null}'`, ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","trace":"t","meta":{"at":"now"}}'`, ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","old":"x","unheard":"of"}'`, ""},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","in":{"hint":"Wait."}}'`,
			"example `x` differs from what its entry writes: the body at `/days` is absent, not `3`"},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3,"in":{"hint":"Go."}}'`,
			"example `x` differs from what its entry writes: the body at `/in/hint` is `Go.`, not `Wait.`"},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3,"in":"Wait."}'`,
			"example `x` differs from what its entry writes: the body at `/in` is `Wait.`, not `{\"hint\":\"Wait.\"}`"},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3.0,"in":{"hint":"Wait.","more":1}}'`, ""},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":4,"days":3,"in":{"hint":"Wait."}}'`, ""},
		{`source: page, error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1,"z":2}}'`, ""},
		{`source: page, error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a"],"x":{"y":1}}'`,
			"example `x` differs from what its entry writes: the body at `/tags` is `[\"a\"]`, not `[\"a\",\"b\"]`"},
		{`source: page, error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"]}'`,
			"example `x` differs from what its entry writes: the body at `/x` is absent, not `{\"y\":1}`"},
		{`source: page, error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"z":1}}'`,
			"example `x` differs from what its entry writes: the body at `/x` is `{\"z\":1}`, not `{\"y\":1}`"},
		{`source: page, error: [First, Second], status: 400, body: '[{"id":"first","note":"One."},{"id":"second","note":"2 of them."}]'`, ""},
		{`source: page, error: [First, Second], status: 400, body: '[{"id":"first","note":"1."},{"id":"second","note":"2 of them."}]'`,
			"example `x` differs from what its entry writes: the body at `/0/note` is `1.`, not `One.`"},
		{`source: page, error: [First, Second], status: 400, body: '[{"id":"first","note":"1."},{"id":"second","note":"Reworded."}]'`, ""},
		{`source: page, error: [First, unknown], status: 400, body: '[{"id":"first","note":"1."},{"id":"third","note":"x"}]'`, ""},
		{"source: page, error: Lost, status: 400", "example `x` is read as an unexpected response, not as `Lost`"},
		{`source: page, error: Lost, status: 400, headers: {x-depot: south, X-Trace: t, X-Other: o}, body: '{"kind":"error","code":"LOST","text":"Lost."}'`, ""},
		{`source: page, error: Lost, status: 400, headers: {X-Depot: north}, body: '{"kind":"error","code":"LOST","text":"Lost."}'`,
			"example `x` differs from what its entry writes: header:X-Depot is `north`, not `south`"},
		{`source: page, error: Lost, status: 400, body: '{"kind":"error","code":"LOST","text":"Lost."}'`, ""},
		{`source: page, error: Lost, status: 400, headers: {Content-Type: Application/JSON; charset=utf-8}, body: '{"kind":"error","code":"LOST","text":"Lost."}'`, ""},
		{`source: page, error: Lost, status: 400, headers: {Content-Type: application/problem+json}, body: '{"kind":"error","code":"LOST","text":"Lost."}'`,
			"example `x` differs from what its entry writes: header:Content-Type is `application/problem+json`, not `application/json`"},
		{`source: page, error: Down, status: 503, headers: {Content-Type: text/plain}, body: "Down for 7 h.\r\n"`, ""},
		{`source: page, error: Down, status: 503, headers: {Content-Type: text/plain}, body: Off.`, ""},
		{`source: page, error: Bye, close: 4000, reason: Bye 7`, ""},
		{`error: [Second, unknown], status: 400, body: '[{"id":"second","note":"Some."},{"id":"third","note":"x"}]', expect: {n: 2}`, "param `n` is not recovered from the example"},
		{`source: page, error: Lost, status: 400, headers: {X-Depot: south; x}, body: '{"kind":"error","code":"LOST","text":"Lost."}'`,
			"example `x` differs from what its entry writes: header:X-Depot is `south; x`, not `south`"},
		{"source: page, error: Off, status: 504, headers: {Content-Type: text/plain}, body: Away.", "example `x` differs from what its entry writes: the body is `Away.`, not `Off.`"},
		{"source: page, error: Off, status: 504, headers: {Content-Type: text/plain}, body: ' Off. '", ""},
		{"error: Off, status: 504, headers: {Content-Type: text/plain}, body: Away.", ""},
		{"source: page, error: Who, status: 401, headers: {X-Why: unknown}", ""},
		{"source: page, error: Who, status: 401, headers: {X-Why: known}", "example `x` differs from what its entry writes: header:X-Why is `known`, not `unknown`"},
		{"source: page, error: Who, status: 401", "example `x` is read as an unexpected response, not as `Who`"},
	} {
		if _, got := proved(t, tt.example); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.example, got, tt.want)
		}
	}
}

// TestWaivers: an example with waived places is held to the rest, and corrected.
func TestWaivers(t *testing.T) {
	waive := func(places ...string) string {
		var all []string
		for _, p := range places {
			all = append(all, "{at: '"+p+"', because: It is wrong.}")
		}
		return ", waive: [" + strings.Join(all, ", ") + "]"
	}
	for _, tt := range []struct{ example, corrected, want string }{
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late!","days":3,"in":{"hint":"Wait."}}'` + waive("/text"),
			`{"kind":"error","code":"LATE","text":"Late.","days":3,"in":{"hint":"Wait."}}`, ""},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late!","days":4,"in":{"hint":"Wait."}}'` + waive("/text"),
			"", "example `x` differs from what its entry writes: the body at `/days` is `4`, not `3`"},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late!","in":{"hint":"Go."}}'` + waive("/text", "/days", "/in/hint"),
			`{"kind":"error","code":"LATE","text":"Late.","in":{"hint":"Wait."},"days":3}`, ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days.","days":1}'` + waive("/days"),
			`{"kind":"error","code":"GONE","text":"Gone for 7 days."}`, ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"LOST","text":"Gone for 7 days."}', decodes: Lost` + waive("/code"),
			`{"kind":"error","code":"GONE","text":"Gone for 7 days."}`, ""},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"LOST","text":"Gone for 7 days."}'` + waive("/code"),
			"", "example `x` as printed is read as `Lost`, not as `Gone`"},
		{`source: page, error: Gone, status: 400, body: '{"kind":"error","code":"LOST","text":"Gone for 7 days."}', decodes: unknown` + waive("/code"),
			"", "example `x` as printed is read as `Lost`, not as an unknown error"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone!"}', expect: {n: 8}` + waive("/text"),
			`{"kind":"error","code":"GONE","text":"Gone for 8 days."}`, ""},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone!"}'` + waive("/text"),
			`{"kind":"error","code":"GONE","text":"Gone for 1 days."}`, ""},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","c"],"x":{"y":2}}'` + waive("/tags/1", "/x/y"),
			`{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}`, ""},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["c","b"],"x":{"y":1}}'` + waive("/tags/0"),
			`{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}`, ""},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}'` + waive("/tags/2"),
			"", "there is no `/tags/2` in the response, nor in what the entry says"},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}'` + waive("/tags/x"),
			"", "there is no `/tags/x` in the response, nor in what the entry says"},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}'` + waive("/tags/-1"),
			"", "there is no `/tags/-1` in the response, nor in what the entry says"},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b","c"],"x":{"y":1}}'` + waive("/tags/2"),
			"", "nothing needs this waiver: `/tags/2` is what the entry says"},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a"],"x":{"y":1}}'` + waive("/tags"),
			`{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a","b"],"x":{"y":1}}`, ""},
		{`error: Tagged, status: 400, body: '{"kind":"error","code":"TAGGED","text":"Tagged.","tags":["a"],"x":{"y":1}}'` + waive("/tags/1/z"),
			"", "there is no `/tags/1/z` in the response, nor in what the entry says"},
		{`error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3}'` + waive("/in/hint"),
			"", "nothing needs this waiver: `/in/hint` is what the entry says"},
		{`error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3,"in":{"hint":"Wait."}}'` + waive("/text"),
			"", "nothing needs this waiver: `/text` is what the entry says"},
		{`error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3}'` + waive("/nowhere"),
			"", "there is no `/nowhere` in the response, nor in what the entry says"},
		{`error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late.","days":3}'` + waive("/nowhere", "/gone"),
			"", "there is no `/nowhere` in the response, nor in what the entry says; there is no `/gone` in the response, nor in what the entry says"},
		{`source: page, error: Lost, status: 404, body: '{"kind":"error","code":"LOST","text":"Lost."}'` + waive("status"),
			`{"kind":"error","code":"LOST","text":"Lost."}`, ""},
		{`source: page, error: Lost, status: 400, body: '{"kind":"error","code":"LOST","text":"Lost."}'` + waive("status"),
			"", "nothing needs this waiver: `status` is what the entry says"},
		{`source: page, error: Lost, status: 400, headers: {X-Depot: north, X-Other: o}, body: '{"kind":"error","code":"LOST","text":"Lost."}'` + waive("header:x-depot"),
			`{"kind":"error","code":"LOST","text":"Lost."}`, ""},
		{`source: page, error: Lost, status: 400, headers: {X-Depot: south}, body: '{"kind":"error","code":"LOST","text":"Lost."}'` + waive("header:X-Depot"),
			"", "nothing needs this waiver: `header:X-Depot` is what the entry says"},
		{`error: Lost, status: 400, body: '{"kind":"error","code":"LOST","text":"Lost."}'` + waive("header:X-Gone"),
			"", "there is no `header:X-Gone` in the response, nor in what the entry says"},
		{`source: page, error: Down, status: 503, headers: {Content-Type: text/plain}, body: Off., expect: {n: 2}` + waive(""),
			"Down for 2 h.", ""},
		{`error: Down, status: 503, headers: {Content-Type: text/plain}, body: Down for 7 h.` + waive(""),
			"", "nothing needs this waiver: the body is what the entry says"},
		{`source: page, error: Lost, status: 400, body: '{"kind":"error","code":"LOST","text":"Found."}'` + waive(""),
			`{"kind":"error","code":"LOST","text":"Lost."}`, ""},
		{`source: page, error: [First, Second], status: 400, body: '[{"id":"first","note":"1."},{"id":"second","note":"2 of them."}]'` + waive("/0/note"),
			`[{"id":"first","note":"One."},{"id":"second","note":"2 of them."}]`, ""},
		{`error: Range, status: 409, body: '{"kind":"error","code":"RANGE","text":"It is."}'` + waive("/text"),
			`{"kind":"error","code":"RANGE","text":"It is 409."}`, ""},
		{`error: Near, status: 409, body: '{"kind":"error","code":"SAME","text":"Near."}', decodes: Far` + waive("status"),
			`{"kind":"error","code":"SAME","text":"Near."}`, ""},
		{`error: Both, status: 400, body: '[{"id":"BOTH","note":"Both."}]'` + waive("/0/note"),
			`[{"id":"BOTH","note":"Both!"}]`, ""},
		{`source: page, error: Late, status: 400, body: 'Late.', decodes: unexpected` + waive(""),
			`{"kind":"error","code":"LATE","text":"Late.","days":3,"in":{"hint":"Wait."}}`, ""},
	} {
		c, got := proved(t, tt.example)
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.example, got, tt.want)
		} else if c != nil && string(c.Examples[0].Corrected) != tt.corrected {
			t.Errorf("%s:\n got %s\nwant %s", tt.example, c.Examples[0].Corrected, tt.corrected)
		}
	}
}

// TestCatalog: what does not hold gives no catalog, and no catalog gives none.
func TestCatalog(t *testing.T) {
	if c, p := Catalog(nil, nil, nil); c != nil || p != nil {
		t.Error("a catalog of nothing")
	}
	if c, _, found := prove(strings.Replace(depot, "%s", "error: Gone, status: 200", 1)); c != nil || len(found) != 1 {
		t.Error(c, found)
	}
	c, p, _ := prove(strings.Replace(depot, "%s", "error: none, status: 200", 1))
	if c == nil || p == nil {
		t.Fatal("no catalog")
	}
	if got := string(c.Examples[0].Corrected); got != "" {
		t.Errorf("an example without body is corrected to %s", got)
	}
}

// TestPlaces: where findings are, and what to do about them.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ example, at, remedy string }{
		{"error: Gone, status: 200", "Gone,", "correct the example or the catalog; waive a place that the documentation has wrong"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"LOST","text":"Gone for 7 days."}', waive: [{at: /code, because: x}]`, "Gone,",
			"say under `decodes` what the response as printed is read as"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"LOST","text":"Gone for 7 days."}', decodes: Late, waive: [{at: /code, because: x}]`, "Late,",
			"say under `decodes` what the response as printed is read as"},
		{`error: Gone, status: 400, body: '{"kind":"error","code":"GONE","text":"Gone for 7 days."}', expect: {n: 8}`, "n: 8", "correct the value"},
		{`source: page, error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"Late."}'`, "'{", "correct the catalog, or waive the place if the documentation has it wrong"},
		{"source: page, error: Who, status: 401, headers: {X-Why: known}", "x, source", "correct the catalog, or waive the place if the documentation has it wrong"},
		{`error: Late, status: 400, body: '{"kind":"error","code":"LATE","text":"!"}', waive: [{at: /text, because: x}, {at: /kind, because: y}]`, "/kind", "take the waiver out"},
	} {
		text := strings.Replace(depot, "%s", tt.example, 1)
		_, _, found := prove(text)
		if len(found) == 0 {
			t.Errorf("%s: nothing is found", tt.example)
			continue
		}
		line := strings.Split(text, "\n")[found[0].Pos.Line-1]
		if at := line[found[0].Pos.Column-1:]; !strings.HasPrefix(at, tt.at) || found[0].Remedy != tt.remedy {
			t.Errorf("%s: %s; %s", tt.example, at, found[0].Remedy)
		}
	}
}
