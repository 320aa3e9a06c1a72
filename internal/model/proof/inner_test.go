package proof

import "testing"

// TestNestedSamples: an error within another is whole, and holds no errors but those
// that it must hold.
func TestNestedSamples(t *testing.T) {
	for name, tt := range map[string]struct{ envelopes, errors, want string }{
		"in itself": {"E: {body: {properties: {code: {type: string}, c: {errorOf: E, optional: true}}}}", "A: {status: 400, code: A}",
			`{"code":"A"}`},
		"in a list of itself": {"E: {body: {properties: {code: {type: string}, c: {type: array, items: {errorOf: E}}}}}", "A: {status: 400, code: A}",
			`{"code":"A","c":[{"code":"A","c":[]}]}`},
		"null at the second place": {"E: {body: {properties: {code: {type: string}, c: {oneOf: [{errorOf: E}, {type: 'null'}]}}}}", "A: {status: 400, code: A}",
			`{"code":"A","c":{"code":"A","c":null}}`},
		"in a line": {"E: {body: {properties: {code: {type: string}, f: {errorOf: F}}}}\n  F: {part: true, body: {properties: {g: {errorOf: G}}}}\n" +
			"  G: {part: true, body: {properties: {h: {errorOf: H}}}}\n  H: {part: true, body: {properties: {code: {type: string}}}}",
			"A: {envelope: E, status: 400, code: A}\n  B: {envelope: F}\n  C: {envelope: G}\n  D: {envelope: H, code: D}",
			`{"code":"A","f":{"g":{"h":{"code":"D"}}}}`},
		"the first that holds none": {"E: {body: {properties: {code: {type: string}, c: {errorOf: E, optional: true}}}}",
			"A: {status: 400, code: A, params: {c: {optional: false}}}\n  B: {status: 400, code: B}",
			`{"code":"A","c":{"code":"B"}}`},
	} {
		t.Run(name, func(t *testing.T) {
			c := mustProve(t, "errgen: 1\npackage: demo\nenvelopes:\n  "+tt.envelopes+"\nerrors:\n  "+tt.errors+"\n")
			if got := string(c.Entries[0].Samples[0].Body); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
