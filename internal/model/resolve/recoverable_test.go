package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// recoverableHead is the catalog whose one entry the cases describe.
const recoverableHead = `errgen: 1
package: demo
envelopes:
  E:
    headers: {X-H: {type: string, optional: true}}
    body:
      properties:
        code: {type: string}
        message: {type: string}
        data: {optional: true}
        id: {type: string, optional: true, as: 'urn:{}'}
        ids: {type: string, optional: true, as: ['{}', 'urn:{}']}
        u: {type: [string, integer], optional: true}
      additionalProperties: {field: more}
  T: {mediaType: text/plain, body: {type: string, field: text}}
defaults: {envelope: E, status: 400, omit: [X-H, data, id, ids, u, more]}
errors:
  A: {code: A, %s}
`

// recoverableCatalog is the catalog of a case.
func recoverableCatalog(entry string) string {
	text := fmt.Sprintf(recoverableHead, entry)
	if strings.Contains(entry, "code: ") {
		text = strings.Replace(text, "code: A, ", "", 1)
	}
	return text
}

// recoverableCases are entries, and their params that decoding gives back
// whatever they are.
var recoverableCases = []struct{ name, entry, want string }{
	{"one string in a text", "fields: {message: 'a {a} b'}, params: {a: {type: string}}", "a"},
	{"two strings: neither", "fields: {message: 'from {a} to {b}.'}, params: {a: {type: string}, b: {type: string}}", ""},
	{"a string and an integer: both, from the right", "fields: {message: 'from {a} to {b}.'}, params: {a: {type: string}, b: {type: integer}}", "a b"},
	{"an integer and a string: both, from the left", "fields: {message: 'from {b} to {a}.'}, params: {a: {type: string}, b: {type: integer}}", "b a"},
	{"integers between two strings", "fields: {message: '{a} {b} {c}'}, params: {a: {type: string}, b: {type: integer}, c: {type: string}}", ""},
	{"an integer beside a digit", "fields: {message: '{b}0 {a}'}, params: {a: {type: string}, b: {type: integer}}", ""},
	{"a negative integer behind a hyphen", "fields: {message: '{a}-{b}'}, params: {a: {type: string}, b: {type: integer}}", ""},
	{"an integer behind a colon", "fields: {message: '{a}:{b}'}, params: {a: {type: string}, b: {type: integer}}", "a b"},
	{"a pattern without the literal's first letter", "fields: {message: '{a} {b}'}, params: {a: {type: string, pattern: '[a-z]+'}, b: {type: string}}", "a b"},
	{"a pattern with it", "fields: {message: '{a}x{b}'}, params: {a: {type: string, pattern: '[a-z]+'}, b: {type: string}}", ""},
	{"a pattern of one length", "fields: {message: '{a}x{b}'}, params: {a: {type: string, pattern: '[a-z]{4}'}, b: {type: string}}", "a b"},
	{"an enum", "fields: {message: '{a} {b}'}, params: {a: {enum: [x, y z]}, b: {type: string}}", "a b"},
	{"an enum whose values begin alike", "fields: {message: '{a} {b}'}, params: {a: {enum: [x, x y]}, b: {type: string}}", ""},
	{"a boolean", "fields: {message: '{a}e{b}'}, params: {a: {type: boolean}, b: {type: string}}", "a b"},
	{"a union in a text", "fields: {message: 'a {a}'}, params: {a: {type: [string, integer]}}", ""},
	{"a union as text", "fields: {message: '{a}'}, params: {a: {type: [string, integer]}}", ""},
	{"a union alone in a union", "fields: {message: m, u: '{u}'}", "u"},
	{"alone elsewhere, it is taken from there", "fields: {message: '{a} {b}', data: {a: '{a}'}}, params: {a: {type: string}, b: {type: string}}", "a"},
	{"as a further member", "fields: {message: '{a} {b}'}, params: {a: {type: string, in: more}, b: {type: integer}}", "a b"},
	{"open", "omit: [X-H]", "message"},
	{"open further members: their names may be taken", "fields: {message: m, more: '{more}'}", ""},
	{"a text in a header loses its ends", "fields: {message: m, X-H: '{a}'}, params: {a: {type: string}}", ""},
	{"a word in a header", "fields: {message: m, X-H: '{a}'}, params: {a: {type: string, pattern: '[a-z]+'}}", "a"},
	{"a number in an added header", "fields: {message: m}, headers: {X-N: 'n {a}'}, params: {a: {type: integer}}", "a"},
	{"in several lines of a header", "fields: {message: m}, headers: {X-N: ['{a}', x]}, params: {a: {type: integer}}", ""},
	{"only in the text of Error", "fields: {message: m}, text: 'n {a}', params: {a: {type: integer}}", ""},
	{"private", "fields: {message: m}, params: {a: {type: integer, private: true}}", ""},
	{"a text body loses its ends", "envelope: T, fields: {text: 'a {a}'}, params: {a: {type: string}}", ""},
	{"a number in a text body", "envelope: T, fields: {text: 'a {a}'}, params: {a: {type: integer}}", "a"},
	{"the only text form", "fields: {message: m, id: '{id}'}", "id"},
	{"a text form that looks like another", "fields: {message: m, ids: '{ids}'}", ""},
	{"wordings that differ", "fields: {message: ['Wait {a} s.', Wait.]}, params: {a: {type: integer, optional: true}}", "a"},
	{"wordings that can be alike", "fields: {message: ['{a}', Wait.]}, params: {a: {type: string, optional: true}}", ""},
	{"a wording that is always written", "fields: {message: ['Wait {a} s.', 'For {b} h.']}, params: {a: {type: integer}, b: {type: integer}}", "a"},
	{"in the code", "code: 'A{a}', fields: {message: m}, params: {a: {type: integer}}", "a"},
	{"twice in a text", "fields: {message: '{a} is not {a}'}, params: {a: {type: string}}", ""},
}

func TestRecoverable(t *testing.T) {
	for _, tt := range recoverableCases {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range entryOf(mustResolve(t, recoverableCatalog(tt.entry)), "A").Params {
				if p.Recoverable {
					got = append(got, p.Name)
				}
			}
			want := strings.Fields(tt.want)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

// TestRecoverableReason: an entry without HTTP response gives its params back by
// its close reason, if that is never cut.
func TestRecoverableReason(t *testing.T) {
	c := mustResolve(t, problem+`
  A: {envelope: none, close: {code: 4000, reason: 'n {n}'}, params: {n: {type: integer}}}
  B: {envelope: none, close: {code: 4001, reason: 's {s}'}, params: {s: {type: string}}}
`)
	if !entryOf(c, "A").Params[0].Recoverable || entryOf(c, "B").Params[0].Recoverable {
		t.Error("close reasons")
	}
}
