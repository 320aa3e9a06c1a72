package errgen_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// TestAsText: what values are in a header or a text form, and what is read of that: null
// is an empty text, and no response says to come back before it was sent.
func TestAsText(t *testing.T) {
	p := replayed(t, `
envelopes:
  Problem:
    headers:
      X-Left: {type: [integer, 'null'], field: left}
      X-Kind: {type: [boolean, 'null'], optional: true, field: kind}
      X-Word: {type: [string, 'null'], field: word}
    body: {properties: {code: {type: string}, row: {type: [integer, 'null'], as: ['<{}>', '{}']}}}
errors:
  Late: {status: 429, code: LATE, headers: {Retry-After: '{wait}'}, params: {wait: {type: integer, format: seconds}, left: {}, word: {}, row: {}, kind: {}}}
`)
	late := p.Lowered().Catalog.Entries[0]
	for name, tt := range map[string]struct{ params, headers, body, read string }{
		"values": {`{"left":7,"kind":true,"word":"w","row":2,"wait":5}`, `Content-Type: application/json; X-Left: 7; X-Kind: true; X-Word: w; Retry-After: 5; `,
			`{"code":"LATE","row":"<2>"}`, `{"kind":true,"left":7,"row":2,"wait":5,"word":"w"}`},
		"null": {`{"left":null,"kind":null,"word":null,"row":null,"wait":0}`, `Content-Type: application/json; X-Left: ; X-Kind: ; X-Word: ; Retry-After: 0; `,
			`{"code":"LATE","row":"<>"}`, `{"kind":null,"left":null,"row":null,"wait":0,"word":""}`},
		"absent, and past": {`{"left":0,"word":"null","row":0,"wait":-5}`, `Content-Type: application/json; X-Left: 0; X-Word: null; Retry-After: 0; `,
			`{"code":"LATE","row":"<0>"}`, `{"left":0,"row":0,"wait":0,"word":"null"}`},
	} {
		params := map[*model.Param]model.Value{}
		given, _ := replay.ParseJSON(tt.params)
		for _, m := range given.Members {
			for _, param := range late.Params {
				if param.Name == m.Name {
					params[param] = m.Value
				}
			}
		}
		status, headers, body := p.Encode(late, late.Envelope, 0, params)
		lines := ""
		for _, h := range headers {
			lines += h.Name + ": " + h.Value + "; "
		}
		if lines != tt.headers || string(body) != tt.body {
			t.Errorf("%s: %s%s\nwant %s%s", name, lines, body, tt.headers, tt.body)
		}
		found := p.Decode(status, headers, string(body))[0]
		if got := members(found.Params); got != tt.read {
			t.Errorf("%s is read as %s, want %s", name, got, tt.read)
		}
	}
}

// members are params as a JSON object, in the order of their names.
func members(params map[string]model.Value) string {
	var v model.Value
	v.Kind = model.ObjectValue
	for _, name := range slices.Sorted(maps.Keys(params)) {
		v.Members = append(v.Members, model.Member{Name: name, Value: params[name]})
	}
	return string(v.AppendJSON(nil))
}
