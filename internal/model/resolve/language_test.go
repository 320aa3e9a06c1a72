package resolve

import (
	"os"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// parcels is the complete catalog of docs/spec.md#a-complete-catalog.
const parcels = `errgen: 1
package: parcelerr
envelopes:
  Problem:
    status: [4XX, 5XX]
    body:
      properties:
        kind:   {const: error}
        code:   {type: string}
        text:   {type: string}
        trace:  {type: string, exchange: true}
        help:   {type: string, default: 'https://parcels.example/errors/{$name}'}
        hint:   {type: string, optional: true}
      additionalProperties: {field: extra}
  Plain: {mediaType: text/plain, body: {type: string, field: text}}
defaults: {envelope: Problem, omit: [hint, extra]}
fallback: Internal
errors:
  NotFound: {status: 404, code: NOT_FOUND}                    # NewNotFound(text string)
  ParcelGone:                                                 # NewParcelGone(parcel string, days int64)
    parent: NotFound
    fields: {text: 'Parcel {parcel} was returned after {days} days.'}
    params: {parcel: {type: string, in: extra}, days: {type: integer, minimum: 1}}
  Busy:                                                       # NewBusy(status int); e.Wait = &d
    status: [429, 503]
    code: BUSY
    retryable: true
    fields: {text: ['Busy. Try again in {wait} seconds.', Busy.]}
    headers: {Retry-After: '{wait}'}
    params: {wait: {type: integer, format: seconds, optional: true}}
  Internal: {status: 500, code: INTERNAL, fields: {text: An unexpected error occurred.}}
  DepotClosed: {envelope: Plain, status: 503, fields: {text: Depot closed.}}
examples:
  - {name: returned, error: ParcelGone, status: 404, body: '{"kind":"error","code":"NOT_FOUND","text":"Parcel 7 was returned after 14 days.","trace":"t1","help":"https://parcels.example/errors/ParcelGone","parcel":"7"}'}
`

func TestCompleteCatalog(t *testing.T) {
	c := mustResolve(t, parcels)
	for name, want := range map[string][4]string{
		"NotFound":    {"NewNotFound(text string)", "404", "{text}", `text=? help="https://parcels.example/errors/NotFound" hint=- extra=-`},
		"ParcelGone":  {"NewParcelGone(parcel string, days int64)", "404", "Parcel {parcel} was returned after {days} days.", `text="Parcel {parcel} was returned after {days} days." help="https://parcels.example/errors/ParcelGone" hint=- extra=-`},
		"Busy":        {"NewBusy(status int) [Wait *time.Duration]", "429,503", "Busy. Try again in {wait} seconds. | Busy.", `text="Busy. Try again in {wait} seconds."|"Busy." help="https://parcels.example/errors/Busy" hint=- extra=-`},
		"Internal":    {"NewInternal()", "500", "An unexpected error occurred.", `text="An unexpected error occurred." help="https://parcels.example/errors/Internal" hint=- extra=-`},
		"DepotClosed": {"NewDepotClosed()", "503", "Depot closed.", `text="Depot closed."`},
	} {
		e := modeltest.Entry(c, name)
		got := [4]string{modeltest.Signature(e), modeltest.Statuses(e.Status), modeltest.Templates(e.Text), modeltest.Fills(e)}
		if got != want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
	for _, e := range c.Entries {
		if want := e.Name == "Internal" || e.Name == "DepotClosed"; e.Static != want {
			t.Errorf("%s is static: %t", e.Name, e.Static)
		}
		for _, p := range e.Params {
			if !p.Recoverable {
				t.Errorf("param %s of %s is not recoverable", p.Name, e.Name)
			}
		}
	}
	if c.Fallback != modeltest.Entry(c, "Internal") {
		t.Error("wrong fallback")
	}
	if got := string(modeltest.Entry(c, "ParcelGone").Samples[0].Body); got !=
		`{"kind":"error","code":"NOT_FOUND","text":"Parcel parcel was returned after 1 days.","trace":"","help":"https://parcels.example/errors/ParcelGone","parcel":"parcel"}` {
		t.Errorf("sample: %s", got)
	}
	busy := modeltest.Entry(c, "Busy").Samples[0]
	if busy.Status != 429 || string(busy.Body) != `{"kind":"error","code":"BUSY","text":"Busy.","trace":"","help":"https://parcels.example/errors/Busy"}` {
		t.Errorf("sample: %d %s", busy.Status, busy.Body)
	}
}

// TestSurface resolves the params of docs/spec.md's and the founding catalogs'
// entries that the documentation of the Go surface shows.
func TestSurface(t *testing.T) {
	data, err := os.ReadFile("../../../spec/axway.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := mustResolve(t, string(data))
	for name, want := range map[string]string{
		"AccessDenied":            "NewAccessDenied(message string)",
		"CaseClosed":              "NewCaseClosed(days int64)",
		"PortalConnectionFailure": "NewPortalConnectionFailure() [Delay *time.Duration]",
		"ServerError":             "NewServerError(message string)",
		"Internal":                "NewInternal()",
	} {
		if got := modeltest.Signature(modeltest.Entry(c, name)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	server := modeltest.Entry(c, "ServerError")
	if got := [3]string{server.Const, server.TypeName, server.NewFunc}; got != [3]string{"ErrServerError", "ServerError", "NewServerError"} {
		t.Error(got)
	}
	if !modeltest.Entry(c, "CaseClosed").IsA(modeltest.Entry(c, "AccessDenied")) || len(modeltest.Entry(c, "AccessDenied").Children) != 1 {
		t.Error("CaseClosed is no AccessDenied")
	}
}

// TestDataTypes: with types: data only entries with params have Go types.
func TestDataTypes(t *testing.T) {
	c := mustResolve(t, `errgen: 1
package: demo
go: {types: data}
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}
errors:
  Static: {status: 404, code: A, fields: {message: m}}
  Open: {status: 405, code: B}
  Ranged: {status: [500, 501], code: C, fields: {message: m}}
`)
	for name, want := range map[string]string{"Static": "", "Open": "OpenError", "Ranged": "RangedError"} {
		e := modeltest.Entry(c, name)
		if e.TypeName != want || (e.NewFunc == "") != (want == "") {
			t.Errorf("%s: type %q, constructor %q", name, e.TypeName, e.NewFunc)
		}
	}
}

// TestNothingOfABrokenFile: a file with findings of any kind gives no model.
func TestNothingOfABrokenFile(t *testing.T) {
	for _, text := range []string{
		"errgen: 1\npackage: demo\nenvelopes: {E: {}}\nerrors: {A: {statsu: 404}}\n",
		"errgen: 1\npackage: demo\nenvelopes: {E: {}}\nerrors: {A: {parent: B}}\n",
	} {
		if c, found := resolveText(text); c != nil || len(found) == 0 {
			t.Errorf("%s gives %v, %v", text, c, found)
		}
	}
}

// TestRoleNames: members whose names are also words of the language are what the catalog
// says of them, and change nothing of what tells an entry.
func TestRoleNames(t *testing.T) {
	mustResolve(t, `errgen: 1
package: rolenamecases
envelopes:
  E:
    body:
      properties:
        error: {properties: {reason: {type: string, field: code}, text: {type: string}}}
        code: {type: string, optional: true, field: second}
        status: {type: string, optional: true, field: state}
        message: {type: string, optional: true}
        detail: {optional: true}
        errors: {type: array, items: {type: string}, optional: true}
        global: {type: boolean, optional: true}
        sources: {type: object, properties: {errors: {type: integer, field: count, optional: true}}, optional: true}
        name: {type: string, optional: true}
        envelope: {type: string, optional: true}
        params: {type: object, additionalProperties: {type: string}, optional: true}
defaults: {envelope: E, omit: [second, state, message, detail, errors, global, count, name, envelope, params]}
errors:
  A: {status: 400, code: A, fields: {text: No room., second: '{second}', state: '{state}', message: '{message}', detail: '{detail}', errors: '{errors}', global: '{global}', count: '{count}', name: '{name}', envelope: '{envelope}', params: '{params}'}}
  B: {status: 404, code: B, fields: {text: 'No {item}.'}, params: {item: {type: string}}}
examples:
  - {name: none of them, error: A, status: 400, body: '{"error":{"reason":"A","text":"No room."}}', expect: {}}
  - name: all of them
    error: A
    status: 400
    body: '{"error":{"reason":"A","text":"No room."},"code":"B","status":"404","message":"No x.","detail":{"code":"B"},"errors":["B"],"global":true,"sources":{"errors":2},"name":"B","envelope":"F","params":{"item":"x"}}'
    expect: {second: B, state: '404', message: No x., detail: {code: B}, errors: [B], global: true, count: 2, name: B, envelope: F, params: {item: x}}
  - {name: empty ones, error: A, status: 400, body: '{"error":{"reason":"A","text":"No room."},"code":"","status":"","message":"","errors":[],"name":""}', expect: {second: '', state: '', message: '', errors: [], name: ''}}
  - {name: of an error that omits them, error: B, status: 404, body: '{"error":{"reason":"B","text":"No order."},"code":"A","message":"No room.","params":{"item":"x"}}', expect: {item: order}}
  - {name: without a code in its place, error: unexpected, status: 400, body: '{"code":"A","status":"A","message":"No room.","errors":["A"]}'}
`)
}
