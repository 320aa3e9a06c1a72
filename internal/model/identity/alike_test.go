package identity_test

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// TestInFileOrder: of which pairs one response can be both, and equally so.
func TestInFileOrder(t *testing.T) {
	const s = ", params: {a: {type: string}}"
	for name, test := range map[string]struct {
		one, other string
		want       bool
	}{
		"one text is both":                  {"fields: {message: 'no {a}'}" + s, "fields: {message: '{a} no'}" + s, true},
		"one is more specific":              {"fields: {message: 'no {a}'}" + s, "fields: {message: '{a} none'}" + s, false},
		"they begin otherwise":              {"fields: {message: 'no {a}'}" + s, "fields: {message: 'on {a}'}" + s, false},
		"they end otherwise":                {"fields: {message: '{a} no'}" + s, "fields: {message: '{a} on'}" + s, false},
		"a number is no text":               {"fields: {message: 'no {a}'}, params: {a: {type: integer}}", "fields: {message: '{a} no'}" + s, false},
		"a pattern may exclude it":          {"fields: {message: 'no {a}'}, params: {a: {type: string, pattern: '[a-z]+'}}", "fields: {message: '{a} no'}" + s, false},
		"the status tells":                  {"status: 401, fields: {message: 'no {a}'}" + s, "status: 402, fields: {message: '{a} no'}" + s, false},
		"the code tells":                    {"code: A, fields: {message: 'no {a}'}" + s, "code: B, fields: {message: '{a} no'}" + s, false},
		"another field tells":               {"fields: {kind: x, message: 'no {a}'}" + s, "fields: {kind: y, message: '{a} no'}" + s, false},
		"another field can be both as well": {"fields: {kind: 'x {a}', message: 'no {a}'}" + s, "fields: {kind: '{a} x', message: '{a} no'}" + s, true},
		"another field cannot":              {"fields: {kind: 'x {a}', message: 'no {a}'}" + s, "fields: {kind: 'y {a}', message: '{a} no'}" + s, false},
		"a param twice may exclude it":      {"fields: {message: 'a {a}{{{a}'}" + s, "fields: {message: '{a}{{{a} a'}" + s, false},
		"a param has its own place":         {"fields: {message: 'no {a}', kind: '{a}'}" + s, "fields: {message: '{a} no', kind: '{a}'}" + s, false},
	} {
		t.Run(name, func(t *testing.T) {
			text := "errgen: 1\npackage: shop\nenvelopes: {P: {body: {properties: {code: {type: string, optional: true}, kind: {type: string, optional: true}, message: {type: string}}}}}\n" +
				"defaults: {status: 400}\nerrors:\n  One: {" + test.one + "}\n  Other: {" + test.other + "}\n"
			var l diag.List
			c := resolve.Catalog(load.Bytes("shop.yaml", []byte(text), &l), &l)
			if c == nil {
				t.Fatal(l.Sorted())
			}
			var got []string
			for _, p := range identity.InFileOrder(c.Envelopes[0]) {
				got = append(got, p.First.Name+" "+p.Other.Name)
			}
			if strings.Join(got, ";") != map[bool]string{true: "One Other", false: ""}[test.want] {
				t.Errorf("got %q", got)
			}
		})
	}
}
