package identity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

const twinsHead = `errgen: 1
package: demo
envelopes:
  E:
    headers: {X-H: {type: string, optional: true}}
    body:
      properties:
        code: {type: string, optional: true}
        message: {type: string, optional: true}
        n: {type: integer, optional: true, minimum: 0}
        any: {optional: true}
        both: {type: string, optional: true, default: same}
        own: {type: string, optional: true, default: '{$name}'}
  F: {status: [4XX, 5XX], body: {properties: {message: {type: string, field: other, optional: true}}}}
defaults: {envelope: E, status: 400, omit: [X-H, message, n, any, own]}
errors:
`

// TestTwins: entries that no response tells apart, and entries that something does.
// Each line is an entry; several entries of a case are A, B, C.
func TestTwins(t *testing.T) {
	for name, tt := range map[string]struct {
		entries []string
		want    string // pairs, the first of each group before the other
	}{
		"equal":                             {[]string{"code: X", "code: X"}, "A B"},
		"three":                             {[]string{"code: X", "code: X", "code: X"}, "A B, A C"},
		"two groups":                        {[]string{"code: X", "code: Y", "code: Y", "code: X"}, "B C, A D"},
		"codes":                             {[]string{"code: X", "code: Y"}, ""},
		"no code":                           {[]string{"{}", "code: Y"}, ""},
		"codes that are not written":        {[]string{"code: X, omit: [X-H, message, n, any, own, code]", "code: Y, omit: [X-H, message, n, any, own, code]"}, "A B"},
		"statuses":                          {[]string{"status: 400", "status: 404"}, ""},
		"statuses in another order":         {[]string{"status: [404, 400]", "status: [400, 404]"}, "A B"},
		"statuses with one between":         {[]string{"status: [400, 402]", "status: [400, 401, 402]"}, ""},
		"a status at the end of a text":     {[]string{"status: [400, 404], fields: {message: 'x{$status}'}", "status: [400, 404], fields: {message: x}"}, ""},
		"fields narrowed otherwise":         {[]string{"fields: {n: '{n}'}, params: {n: {minimum: 1}}", "fields: {n: '{n}'}, params: {n: {minimum: 2}}"}, ""},
		"anything, or else a text":          {[]string{"fields: {message: ['{p}', a]}, params: {p: {type: string}}", "{}"}, ""},
		"texts in the first envelope":       {[]string{"envelope: [E, F], fields: {message: a}", "envelope: [E, F], fields: {message: b}"}, "A B"},
		"statuses beside each other":        {[]string{"status: [404, 4XX]", "status: 4XX"}, "A B"},
		"ranges beside each other":          {[]string{"status: [4XX, 5XX]", "status: [5XX, 499, 4XX]"}, "A B"},
		"statuses that are apart":           {[]string{"status: [400, 402]", "status: [400, 403]"}, ""},
		"a status more":                     {[]string{"status: [400, 401]", "status: [400, 401, 402]"}, ""},
		"a text":                            {[]string{"fields: {message: a}", "fields: {message: b}"}, ""},
		"a text and none":                   {[]string{"fields: {message: a}", "{}"}, ""},
		"the same text":                     {[]string{"fields: {message: a}", "fields: {message: a}"}, "A B"},
		"texts that match the same":         {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string}}", "fields: {message: 'a {q}'}, params: {q: {type: string}}"}, "A B"},
		"params of other types":             {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string}}", "fields: {message: 'a {q}'}, params: {q: {type: integer}}"}, ""},
		"params with other bounds":          {[]string{"fields: {message: 'a {p}'}, params: {p: {type: integer, minimum: 1}}", "fields: {message: 'a {p}'}, params: {p: {type: integer}}"}, ""},
		"params with other upper bounds":    {[]string{"fields: {message: 'a {p}'}, params: {p: {type: integer, exclusiveMaximum: 1}}", "fields: {message: 'a {p}'}, params: {p: {type: integer, maximum: 1}}"}, ""},
		"params of other lengths":           {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string, minLength: 1}}", "fields: {message: 'a {p}'}, params: {p: {type: string, maxLength: 1}}"}, ""},
		"params with other patterns":        {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string, pattern: a}}", "fields: {message: 'a {p}'}, params: {p: {type: string, pattern: b}}"}, ""},
		"params of other formats":           {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string, format: uuid}}", "fields: {message: 'a {p}'}, params: {p: {type: string}}"}, ""},
		"enums in another order":            {[]string{"fields: {message: 'a {p}'}, params: {p: {enum: [x, y]}}", "fields: {message: 'a {p}'}, params: {p: {enum: [y, x]}}"}, "A B"},
		"other enums":                       {[]string{"fields: {message: 'a {p}'}, params: {p: {enum: [x, y]}}", "fields: {message: 'a {p}'}, params: {p: {enum: [x, z]}}"}, ""},
		"a format":                          {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string, format: date}}", "fields: {message: 'a {p}'}, params: {p: {type: string}}"}, ""},
		"a format that is an annotation":    {[]string{"fields: {message: 'a {p}'}, params: {p: {type: string, format: time}}", "fields: {message: 'a {p}'}, params: {p: {type: string}}"}, "A B"},
		"one of numbers":                    {[]string{"fields: {message: 'a {p}'}, params: {p: {type: integer, format: int64}}", "fields: {message: 'a {p}'}, params: {p: {type: integer}}"}, "A B"},
		"one param twice":                   {[]string{"fields: {message: '{p} {p}'}, params: {p: {type: string}}", "fields: {message: '{p} {q}'}, params: {p: {type: string}, q: {type: string}}"}, ""},
		"one param twice in both":           {[]string{"fields: {message: '{p} {p}'}, params: {p: {type: string}}", "fields: {message: '{q} {q}'}, params: {q: {type: string}}"}, "A B"},
		"the status in a text":              {[]string{"status: [400, 404], fields: {message: '{$status}.'}", "status: [400, 404], fields: {message: '{p}.'}, params: {p: {type: integer}}"}, ""},
		"wordings in another order":         {[]string{"fields: {message: [a, b]}", "fields: {message: [b, a]}"}, "A B"},
		"a wording twice":                   {[]string{"fields: {message: [a, a]}", "fields: {message: a}"}, "A B"},
		"a wording more":                    {[]string{"fields: {message: [a, b]}", "fields: {message: a}"}, ""},
		"numbers":                           {[]string{"fields: {n: 1}", "fields: {n: 2}"}, ""},
		"lists":                             {[]string{"fields: {any: [1, x]}", "fields: {any: [1, x]}"}, "A B"},
		"lists in another order":            {[]string{"fields: {any: [1, x]}", "fields: {any: [x, 1]}"}, ""},
		"a list and its text":               {[]string{"fields: {any: [1]}", "fields: {any: '[1]'}"}, ""},
		"objects in another order":          {[]string{"fields: {any: {a: 1, b: true}}", "fields: {any: {b: true, a: 1}}"}, "A B"},
		"other members":                     {[]string{"fields: {any: {a: 1}}", "fields: {any: {b: 1}}"}, ""},
		"values of members":                 {[]string{"fields: {any: {a: null}}", "fields: {any: {a: false}}"}, ""},
		"open fields":                       {[]string{"fields: {message: '{message}'}", "{}"}, "A B"},
		"an open field that is narrowed":    {[]string{"fields: {message: '{message}'}, params: {message: {maxLength: 5}}", "{}"}, ""},
		"two that are narrowed alike":       {[]string{"fields: {n: '{n}'}, params: {n: {minimum: 1}}", "fields: {n: '{n}'}, params: {n: {minimum: 1}}"}, "A B"},
		"a field that can be anything":      {[]string{"fields: {n: '{p}'}, params: {p: {type: integer, minimum: 0}}", "{}"}, "A B"},
		"defaults that are the same in all": {[]string{"omit: [X-H, message, n, any, own, both]", "{}"}, "A B"},
		"a header":                          {[]string{"headers: {X-A: a}", "headers: {X-A: b}"}, ""},
		"a header of a param":               {[]string{"headers: {X-A: '{p}'}, params: {p: {type: integer}}", "{}"}, ""},
		"a header of an optional param":     {[]string{"headers: {X-A: '{p}'}, params: {p: {type: integer, optional: true}}", "{}"}, "A B"},
		"any, or one type":                  {[]string{"fields: {any: '{p}'}, params: {p: {type: integer}}", "fields: {any: '{p}'}, params: {p: {type: string}}"}, "A B"},
		"a header of its own":               {[]string{"headers: {X-A: a}", "{}"}, ""},
		"the same header":                   {[]string{"headers: {X-A: a}", "headers: {x-a: a}"}, "A B"},
		"a declared header":                 {[]string{"fields: {X-H: a}", "fields: {X-H: b}"}, ""},
		"a child":                           {[]string{"code: X", "parent: A"}, ""},
		"a child before its parent":         {[]string{"parent: B", "code: X"}, ""},
		"children alike":                    {[]string{"code: X", "parent: A", "parent: A"}, ""},
		"children that differ alike":        {[]string{"code: X", "parent: A, code: Y", "parent: A, code: Y"}, "B C"},
		"a grandchild":                      {[]string{"code: X", "parent: A, code: Y", "parent: B, code: X"}, ""},
		"a stranger among children":         {[]string{"code: X", "parent: A", "code: X"}, "A C"},
		"in a second envelope":              {[]string{"envelope: [E, F], code: X", "envelope: [E, F], code: Y"}, "A B"},
		"another status in the second":      {[]string{"envelope: [E, F], code: X, status: 400", "envelope: [E, F], code: Y, status: 404"}, ""},
		"another text in the second":        {[]string{"envelope: [E, F], code: X, fields: {other: a}, omit: []", "envelope: [E, F], code: Y, fields: {other: b}"}, ""},
		"close codes":                       {[]string{"envelope: none, close: {code: 4000, reason: a}", "envelope: none, close: {code: 4001, reason: a}"}, ""},
		"close reasons":                     {[]string{"envelope: none, close: {code: 4000, reason: a}", "envelope: none, close: {code: 4000, reason: b}"}, ""},
		"the same close":                    {[]string{"envelope: none, close: {code: 4000, reason: a}", "envelope: none, close: {code: 4000, reason: a}"}, "A B"},
		"the same close, other responses":   {[]string{"code: X, close: {code: 4000, reason: a}", "code: Y, close: {code: 4000, reason: a}"}, "A B"},
		"reasons in another order":          {[]string{"code: X, fields: {message: [a, b]}, close: {code: 4000}", "code: Y, fields: {message: [b, a]}, close: {code: 4000}"}, "A B"},
		"one without close":                 {[]string{"envelope: none, close: {code: 4000, reason: a}", "envelope: none"}, ""},
	} {
		text := twinsHead
		for i, e := range tt.entries {
			text += fmt.Sprintf("  %c: {%s}\n", 'A'+i, strings.TrimPrefix(e, "{}"))
		}
		var l diag.List
		resolve.Catalog(load.Bytes("catalog.yaml", []byte(text), &l), &l)
		var got []string
		for _, d := range l.Sorted() {
			if d.Code != diag.Indistinguishable {
				t.Errorf("%s: %s", name, d.Message)
			} else if p := strings.Split(d.Message, "`"); true {
				got = append(got, p[1]+" "+p[3])
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %s, want %s", name, strings.Join(got, ", "), tt.want)
		}
	}
}

// TestMistakenInLists: the status of items is that of the first, so that one without a
// status is read as any that has one.
func TestMistakenInLists(t *testing.T) {
	const head = `errgen: 1
package: demo
envelopes: {E: {body: {properties: {errors: {repeated: true, items: {properties: {text: {type: string}}}}}}}}
errors:
  A: {status: 401, fields: {text: a}}
`
	for entry, want := range map[string]int{"{}": 1, "{fields: {text: b}}": 0, "{parent: A, fields: {text: b}}": 0, "{status: 404}": 0} {
		var l diag.List
		resolve.Catalog(load.Bytes("catalog.yaml", []byte(head+"  B: "+entry+"\n"), &l), &l)
		if got := l.Sorted(); len(got) != want {
			t.Errorf("%s: %v", entry, got)
		}
	}
}
