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
		"a format may exclude it":           {"fields: {message: 'no {a}'}, params: {a: {type: string, format: date}}", "fields: {message: '{a} no'}" + s, false},
		"an annotation does not":            {"fields: {message: 'no {a}'}, params: {a: {type: string, format: x}}", "fields: {message: '{a} no'}" + s, true},
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

// TestHidden: which entries an earlier one takes.
func TestHidden(t *testing.T) {
	for name, test := range map[string]struct {
		one, other string // texts and params
		want       bool
	}{
		"less":                       {"'{n} left'; n: {type: integer}", "'{n} left'; n: {type: integer, minimum: 6}", true},
		"more":                       {"'{n} left'; n: {type: integer, minimum: 6}", "'{n} left'; n: {type: integer}", false},
		"some in common":             {"'{n} left'; n: {type: integer, maximum: 6}", "'{n} left'; n: {type: integer, minimum: 6}", false},
		"equal":                      {"'{n} left'; n: {type: integer}", "'{n} left'; n: {type: integer}", false}, // that is another finding
		"another name":               {"'{n} left'; n: {type: integer}", "'{m} left'; m: {type: integer, minimum: 6}", true},
		"other words":                {"'{n} left'; n: {type: integer}", "'{n} gone'; n: {type: integer, minimum: 6}", false},
		"a text is less specific":    {"'{n} left'; n: {type: string}", "'{n} left'; n: {type: string, maxLength: 6}", false},
		"as is one of numbers":       {"'{n} left'; n: {type: string}", "'{n} left'; n: {type: integer}", false},
		"less of an enum":            {"'{n} left'; n: {enum: [a, b]}", "'{n} left'; n: {enum: [a]}", true},
		"more of an enum":            {"'{n} left'; n: {enum: [a]}", "'{n} left'; n: {enum: [a, b]}", false},
		"a pattern beside the same":  {"'{n} left'; n: {type: string, pattern: 'a+'}", "'{n} left'; n: {type: string, pattern: 'a+', maxLength: 3}", true},
		"patterns are not compared":  {"'{n} left'; n: {type: string, pattern: '[a-z]+'}", "'{n} left'; n: {type: string, pattern: 'a+'}", false},
		"a format beside none":       {"'{n} left'; n: {type: string, maxLength: 20}", "'{n} left'; n: {type: string, maxLength: 20, format: date}", true},
		"none beside a format":       {"'{n} left'; n: {type: string, maxLength: 20, format: date}", "'{n} left'; n: {type: string, maxLength: 20}", false},
		"none beside an annotation":  {"'{n} left'; n: {type: string, maxLength: 20, format: x}", "'{n} left'; n: {type: string, maxLength: 9}", true},
		"a pattern of that length":   {"'{n} left'; n: {type: string, minLength: 2}", "'{n} left'; n: {type: string, pattern: '[a-z]+-[0-9]{3}'}", true},
		"a pattern that is shorter":  {"'{n} left'; n: {type: string, minLength: 2}", "'{n} left'; n: {type: string, pattern: '[a-z]+'}", false},
		"a format of that length":    {"'{n} left'; n: {type: string, minLength: 2}", "'{n} left'; n: {type: string, format: date}", true},
		"more bits without a sign":   {"'{n} left'; n: {type: integer}", "'{n} left'; n: {type: integer, format: uint64}", false},
		"fewer bits":                 {"'{n} left'; n: {type: integer}", "'{n} left'; n: {type: integer, format: int32}", true},
		"a length that says nothing": {"'{n} left'; n: {type: string}", "'{n} left'; n: {type: string, minLength: 0}", true},
		"a param twice":              {"'{n} of {n}'; n: {type: integer}", "'{n} of {m}'; n: {type: integer, minimum: 6}, m: {type: integer, minimum: 6}", false},
		"the second of two":          {"'{n} of {m}'; n: {type: integer}, m: {type: integer}", "'{n} of {m}'; n: {type: integer}, m: {type: integer, minimum: 6}", true},
		"one more, the other less":   {"'{n} of {m}'; n: {type: integer, minimum: 6}, m: {type: integer}", "'{n} of {m}'; n: {type: integer}, m: {type: integer, minimum: 6}", false},
		"it has a place of its own":  {"'{n} left'; n: {type: integer, in: more}", "'{n} left'; n: {type: integer, minimum: 6}", false},
		"the other has one":          {"'{n} left'; n: {type: integer}", "'{n} left'; n: {type: integer, minimum: 6, in: more}", false},
		"words without a param":      {"'6 left'; ", "'{n} left'; n: {type: integer, minimum: 6}", false},
		"a param where words are it": {"'{n} left'; n: {type: integer}", "'6 left'; ", false},
	} {
		t.Run(name, func(t *testing.T) {
			entry := func(s string) string {
				message, params, _ := strings.Cut(s, "; ")
				return "{code: LEFT, fields: {message: " + message + "}, params: {" + params + "}}"
			}
			text := "errgen: 1\npackage: shop\nenvelopes: {P: {body: {properties: {code: {type: string}, message: {type: string}}, additionalProperties: {field: more}}}}\n" +
				"defaults: {status: 400, omit: [more]}\nerrors:\n  One: " + entry(test.one) + "\n  Other: " + entry(test.other) + "\n"
			var l diag.List
			resolve.Catalog(load.Bytes("shop.yaml", []byte(text), &l), &l)
			var got []string
			for _, d := range l.Sorted() {
				got = append(got, d.Message)
			}
			is := strings.Contains(strings.Join(got, ";"), "each text of entry `Other` is one of entry `One`")
			if is != test.want || len(got) > 1 || len(got) == 1 && !is && name != "equal" {
				t.Errorf("found %q", got)
			}
		})
	}
}

// TestReadAsAncestor: which children are read as their ancestor.
func TestReadAsAncestor(t *testing.T) {
	const head = "errgen: 1\npackage: shop\nenvelopes: {P: {body: {properties: {code: {type: string}, message: {type: string}, n: {type: integer, optional: true}}}}}\n" +
		"errors:\n  One: {status: 400, code: ONE, fields: {message: It is one.}}\n"
	for name, test := range map[string]struct {
		entries, want string
	}{
		"nothing":              {"  Other: {parent: One}\n", "One Other"},
		"a description":        {"  Other: {parent: One, description: D}\n", "One Other"},
		"a code":               {"  Other: {parent: One, code: OTHER}\n", ""},
		"a status":             {"  Other: {parent: One, status: 401}\n", ""},
		"a text":               {"  Other: {parent: One, fields: {message: It is not.}}\n", ""},
		"a number":             {"  Other: {parent: One, fields: {n: 7}}\n", ""},
		"a header":             {"  Other: {parent: One, headers: {X-A: b}}\n", ""},
		"a param in a header":  {"  Other: {parent: One, headers: {X-A: '{a}'}, params: {a: {type: string}}}\n", ""},
		"a private param":      {"  Other: {parent: One, params: {a: {type: string, private: true}}}\n", "One Other"},
		"a grandchild":         {"  Other: {parent: One, code: OTHER}\n  Third: {parent: Other}\n", "Other Third"},
		"the grandparent's":    {"  Other: {parent: One, code: OTHER}\n  Third: {parent: Other, code: ONE}\n", "One Third"},
		"no kin, another code": {"  Other: {status: 400, code: OTHER, fields: {message: It is one.}}\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var l diag.List
			c := resolve.Catalog(load.Bytes("shop.yaml", []byte(head+test.entries), &l), &l)
			if c == nil {
				t.Fatal(l.Sorted())
			}
			var got []string
			for _, p := range identity.ReadAsAncestor(c.Envelopes[0]) {
				got = append(got, p.First.Name+" "+p.Other.Name)
			}
			if strings.Join(got, ";") != test.want {
				t.Errorf("got %q", got)
			}
		})
	}
}
