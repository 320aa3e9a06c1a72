package errgen_test

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// replayed is a catalog that is run.
func replayed(t *testing.T, catalog string) *replay.Program {
	t.Helper()
	var l diag.List
	f := load.Bytes("test.yaml", []byte("errgen: 1\npackage: t\n"+catalog), &l)
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Fatalf("%s: %s: %s", d.Pos, d.Code, d.Message)
	}
	return replay.New(c)
}

// names are the names of errors, with those of the errors in them.
func names(all []replay.Decoded) string {
	var texts []string
	for _, d := range all {
		name := map[model.OutcomeKind]string{model.UnknownOutcome: "unlisted", model.UnexpectedOutcome: "unexpected"}[d.Outcome.Kind]
		if d.Outcome.Entry != nil {
			name = d.Outcome.Entry.Name
		}
		if len(d.Within) > 0 {
			name += "(" + names(d.Within) + ")"
		}
		texts = append(texts, name)
	}
	return strings.Join(texts, " ")
}

// TestWithin: what stands within an error is read whatever the outer one is.
func TestWithin(t *testing.T) {
	p := replayed(t, `
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, cause: {errorOf: Problem, optional: true}, details: {type: array, items: {errorOf: Detail}, optional: true}}}}
  List: {status: 422, body: {properties: {errors: {repeated: true, items: {properties: {id: {type: string, field: code}, why: {errorOf: Detail, optional: true}}}}}}}
  Detail: {part: true, body: {properties: {reason: {type: string, field: code}, at: {type: string}, in: {errorOf: Detail, optional: true}}}}
defaults: {envelope: Problem}
errors:
  Open: {status: 400, code: OPEN}
  Omits: {status: 400, code: OMITS, omit: [details, cause]}
  Part: {status: 400, code: PART, omit: [cause]}
  Fixed: {status: 400, code: FIXED, omit: [cause, details], fields: {message: It is so.}}
  Needs: {status: 400, code: NEEDS, params: {message: {minLength: 1}}}
  Item: {envelope: List, code: ITEM}
  Missing: {envelope: Detail, code: missing}
  Long: {envelope: Detail, code: long, fields: {at: '{n}'}, params: {n: {type: integer}}}
`)
	for body, want := range map[string]string{
		`{"code":"OPEN","message":"m","details":[{"reason":"missing","at":"a"}]}`:                     "Open(Missing)",
		`{"code":"NEW","message":"m","details":[{"reason":"missing","at":"a"}]}`:                      "unlisted(Missing)",
		`{"code":"NEW","details":[{"reason":"missing"}]}`:                                             "unlisted(Missing)",
		`{"code":"NEW","cause":{"code":"NEWER","details":[{"reason":"long","at":"7"}]}}`:              "unlisted(unlisted(Long))",
		`{"code":"OMITS","message":"m","cause":{"code":"OPEN"},"details":[{"reason":"missing"}]}`:     "Omits(Open Missing)",
		`{"code":"NEEDS","details":[{"reason":"missing"}]}`:                                           "Needs(Missing)",
		`{"code":"OPEN","message":"m","details":[{"reason":"missing","at":"a"},7]}`:                   "Open(Missing unlisted)",
		`{"code":"OPEN","message":"m","details":["x",null,{"reason":"long","at":"7"},[]]}`:            "Open(unlisted unlisted Long unlisted)",
		`{"code":"NEW","details":["x",null,{"reason":"long","at":"7"},[]]}`:                           "unlisted(unlisted unlisted Long unlisted)",
		`{"code":"PART","message":"m","details":[{"reason":"missing"}],"cause":{"code":"OPEN"}}`:      "Part(Open Missing)",
		`{"code":"PART","message":"m","details":[],"cause":{"code":"OPEN"}}`:                          "Part(Open)",
		`{"code":"PART","message":"m","details":[{"reason":"missing"}],"cause":null}`:                 "Part(Missing)",
		`{"code":"FIXED","message":"It is so.","cause":{"code":"FIXED","cause":{"code":"FIXED"}}}`:    "Fixed(Fixed(Fixed))",
		`{"code":"OPEN","message":"m","details":{"reason":"missing"}}`:                                "Open",
		`{"code":"OPEN","message":"m","details":[{"reason":"new","in":{"reason":"missing"}}]}`:        "Open(unlisted(Missing))",
		`{"code":"OPEN","message":"m","details":[{"reason":"long","at":"x","in":{"reason":"long"}}]}`: "Open(Long(Long))",
	} {
		if got := names(p.Decode(400, nil, body)); got != want {
			t.Errorf("%s is %s, want %s", body, got, want)
		}
	}
	const list = `{"errors":[{"id":"NEW","why":{"reason":"missing"}},{"id":"ITEM","why":{"reason":"long","at":"7"}},{"id":"ITEM"},8]}`
	if got, want := names(p.Decode(422, nil, list)), "unlisted(Missing) Item(Long) Item unlisted"; got != want {
		t.Errorf("items are %s, want %s", got, want)
	}
}
