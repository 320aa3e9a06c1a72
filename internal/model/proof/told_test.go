package proof_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// TestTakenFor: entries of two envelopes are told by these, unless all bodies of the
// second fit the first as well.
func TestTakenFor(t *testing.T) {
	const first = "{body: {properties: {code: {type: string}, message: {type: string}}}}"
	const list = "{body: {properties: {story: {}, parts: {repeated: true, items: {properties: {part: {}}}}}}}"
	for name, tt := range map[string]struct {
		e, f    string
		entries []string
		want    bool
	}{
		"the same body":                        {first, first, []string{"envelope: E, code: X", "envelope: F, code: X"}, true},
		"another code":                         {first, first, []string{"envelope: E, code: X", "envelope: F, code: Y"}, false},
		"another status":                       {first, first, []string{"envelope: E, code: X", "envelope: F, code: X, status: 404"}, false},
		"any status":                           {first, first, []string{"envelope: E, code: X", "envelope: F, code: X, status: any"}, false},
		"a child":                              {first, first, []string{"envelope: E, code: X", "parent: A, envelope: F"}, false},
		"read in both":                         {first, first, []string{"envelope: E, code: X", "envelope: [F, E], code: Y"}, false},
		"a member more in the first, optional": {"{body: {properties: {code: {type: string}, message: {type: string}, n: {type: integer, optional: true}}}}", first, []string{"envelope: E, code: X", "envelope: F, code: X"}, true},
		"a member more in the first, required": {"{body: {properties: {code: {type: string}, message: {type: string}, n: {type: integer}}}}", first, []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"a member more in the second":          {first, "{body: {properties: {code: {type: string}, message: {type: string}, n: {type: integer, optional: true}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"a wider type in the first":            {"{body: {properties: {code: {type: string}, message: {}}}}", first, []string{"envelope: E, code: X", "envelope: F, code: X"}, true},
		"a wider type in the second":           {first, "{body: {properties: {code: {type: string}, message: {}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"optional in the second":               {first, "{body: {properties: {code: {type: string}, message: {type: string, optional: true}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"a constant":                           {"{body: {properties: {v: {const: 1}, code: {type: string}}}}", "{body: {properties: {v: {const: 1}, code: {type: string}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, true},
		"constants":                            {"{body: {properties: {v: {const: 1}, code: {type: string}}}}", "{body: {properties: {v: {const: 2}, code: {type: string}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"media types":                          {first, "{mediaType: application/problem+json, body: {properties: {code: {type: string}, message: {type: string}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"lists":                                {"{body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}}}}}}}", "{body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}}}}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, true},
		"a header more in the second":          {first, "{headers: {X-A: {type: string}}, body: {properties: {code: {type: string}, message: {type: string}}}}", []string{"envelope: E, code: X", "envelope: F, code: X"}, false},
		"texts":                                {"{body: {type: string, field: page}}", "{body: {type: string, field: page}}", []string{"envelope: E, fields: {page: a}", "envelope: F, fields: {page: a}"}, true},
		"lists, of texts of which one is told": {list, list, []string{"envelope: E, status: 400", "envelope: F, fields: {part: a}"}, true},
		"lists, the other way round":           {list, list, []string{"envelope: F, status: 400", "envelope: E, fields: {part: a}"}, true},
		"lists, of no entry of that status":    {list, list, []string{"envelope: E, status: 404", "envelope: F, fields: {part: a}"}, true},
		"lists, a child":                       {list, list, []string{"envelope: E", "parent: A, envelope: F, fields: {part: a}"}, false},
		"lists, read in both":                  {list, list, []string{"envelope: E", "envelope: [F, E], fields: {part: a}"}, false},
		"lists of other statuses":              {"{status: 409, " + list[1:], list, []string{"envelope: E, status: 409", "envelope: F, fields: {part: a}"}, false},
		"lists of some statuses":               {"{status: 409, " + list[1:], list, []string{"envelope: E, status: 409", "envelope: F, status: [409, 400], fields: {part: a}"}, false},
		"lists of any status":                  {list, list, []string{"envelope: E", "envelope: F, status: any, fields: {part: a}"}, true},
		"a list and what is none":              {strings.Replace(list, "repeated: true", "type: array", 1), list, []string{"envelope: E", "envelope: F, fields: {part: a}"}, false},
	} {
		text := "errgen: 1\npackage: demo\nenvelopes:\n  E: " + tt.e + "\n  F: " + tt.f + "\ndefaults: {status: 400}\nerrors:\n"
		for i, e := range tt.entries {
			text += fmt.Sprintf("  %c: {%s}\n", 'A'+i, e)
		}
		var l diag.List
		f := load.Bytes("catalog.yaml", []byte(text), &l)
		proof.Catalog(resolve.Catalog(f, &l), f, &l)
		found := l.Sorted()
		if len(found) > 1 || len(found) == 1 && found[0].Code != diag.Indistinguishable {
			t.Errorf("%s: %v", name, found)
		}
		if got := len(found) == 1; got != tt.want {
			t.Errorf("%s: found %v, want %v", name, got, tt.want)
		}
	}
}
