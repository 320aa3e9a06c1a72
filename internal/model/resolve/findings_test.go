package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// found are the findings of a catalog as text, one a line: the code, what is said,
// and what is said about another place.
func found(text string) string {
	var l diag.List
	if f := load.Bytes("catalog.yaml", []byte(text), &l); f != nil {
		Catalog(f, &l)
	}
	var lines []string
	for _, d := range l.Sorted() {
		line := string(d.Code) + ": " + d.Message
		for _, r := range d.Related {
			line += "; " + r.Message
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// TestEntries: what is found in entries, and that nothing is found that only follows
// from it: the params `p` of broken entries are used by nothing.
func TestEntries(t *testing.T) {
	const wait = "bad-header: header `Retry-After` says when to try again: digits, a date, or nothing but a param"
	const catalog = `errgen: 1
package: demo
envelopes:
  E:
    headers: {X-H: {type: string, optional: true}, X-Const: {const: a}, X-Trace: {type: string, exchange: true}}
    body:
      properties:
        kind: {const: k}
        code: {type: string, optional: true}
        text: {type: string, default: t}
        req: {type: string, default: r}
        n: {type: integer, optional: true}
        few: {type: integer, maximum: 2, optional: true}
      additionalProperties: {type: integer, field: more}
  F: {body: {properties: {text: {type: string, default: t}}}}
  G: {body: {properties: {code: {type: string}, text: {type: string}}}}
  H: {headers: {X-Code: {type: string, field: code}, X-Status: {type: integer, field: status}}}
  I: {body: {properties: {code: {type: string}, text: {type: string, optional: true}}}}
  J: {body: {properties: {code: {type: string}, v: {type: integer, field: v}, w: {type: integer, field: v, maximum: 5}}}}
  K: {body: {properties: {code: {type: string}, v: {type: integer}}}}
  L: {body: {properties: {code: {type: string}}, additionalProperties: {type: string, field: words}}}
  N: {body: {properties: {code: {type: string}, v: {type: boolean}}}}
  O: {body: {properties: {code: {type: string}}, additionalProperties: {type: integer, field: more}}}
  P: {headers: {X-Code: {type: string, field: code, as: ['c="{}"']}, X-F: {type: string, field: f, default: d, as: ['f={}']}}}
  M: {status: [2XX], body: {properties: {text: {type: string, default: t}}}}
  Q: {headers: {X-Code: {type: string, field: code}, X-Way: {type: string, field: way, optional: true}}, body: {properties: {kind: {enum: [' k', l], optional: true}}}}
defaults: {envelope: E, omit: [X-H, n, few, more, words]}
errors:
  %s`
	for _, tt := range []struct{ name, entries, want string }{
		{"a parent that is none", "X: {parent: Y, code: A, fields: {nope: 1}}", "unknown-entry: there is no entry `Y`"},
		{"itself as its parent", "X: {parent: X, code: A}", "parent-cycle: an entry is its own ancestor: `X` has the parent `X`"},
		{"a ring, and who comes from it", "A: {parent: B, code: A}\nB: {parent: C, fields: {nope: 1}}\nC: {parent: B}", "parent-cycle: an entry is its own ancestor: `B` has the parent `C` has the parent `B`"},
		{"two rings", "A: {parent: B}\nB: {parent: A}\nC: {parent: D}\nD: {parent: C}", "parent-cycle: an entry is its own ancestor: `A` has the parent `B` has the parent `A`\nparent-cycle: an entry is its own ancestor: `C` has the parent `D` has the parent `C`"},
		{"a child of what is broken", "A: {parent: Y, code: A}\nB: {parent: A, fields: {nope: 1}}\nC: {parent: B, fields: {nope: 1}}", "unknown-entry: there is no entry `Y`"},
		{"a child of two, the elder broken", "A: {parent: Y, code: A}\nB: {parent: A}\nC: {parent: B, envelope: Nope}", "unknown-entry: there is no entry `Y`\nunknown-envelope: there is no envelope `Nope`"},
		{"an envelope that is none", "X: {envelope: Nope, code: A, fields: {nope: 1}}", "unknown-envelope: there is no envelope `Nope`"},
		{"an envelope twice", "X: {envelope: [E, E], code: A}", "duplicate-name: envelope `E` is named twice"},
		{"several envelopes, twice each", "X: {envelope: [E, F, E, F], code: A}", "duplicate-name: envelope `E` is named twice\nduplicate-name: envelope `F` is named twice"},
		{"a field that is none", "X: {code: A, fields: {nope: 1}}", "unknown-field: the envelope has no field `nope`"},
		{"a constant as a field", "X: {code: A, fields: {kind: x}}", "unknown-field: `kind` is a constant of the envelope, not a field"},
		{"code as a field", "X: {code: A, fields: {code: B}}", "reserved-field: `code` is not a field that can be named here"},
		{"status as a field", "X: {code: A, fields: {status: 401}}", "reserved-field: `status` is not a field that can be named here"},
		{"an omitted field that is none", "X: {code: A, omit: [nope]}", "unknown-field: the envelope has no field `nope`"},
		{"a required field omitted", "X: {code: A, omit: [text]}", "omit-required: field `text` cannot be omitted: the envelope requires it"},
		{"an inherited name is the ancestor's to mend", "X: {parent: P}\nP: {code: A, fields: {nope: 1}}", "unknown-field: the envelope has no field `nope`"},
		{"an agreeing field that is none", "X: {code: A, match: [nope, text]}", "unknown-field: the envelope has no field `nope`"},
		{"an inherited one is the ancestor's", "X: {parent: P}\nP: {code: A, match: [nope]}", "unknown-field: the envelope has no field `nope`"},
		{"a code that is no template", "X: {code: '{', params: {p: {type: string}}}", "bad-template: the text `{` has a { without its }"},
		{"a code of an unknown name", "X: {code: '{nope}', params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a code of itself", "X: {code: 'A{$code}', params: {p: {type: string}}}", "template-cycle: the code is made of itself"},
		{"a code of two wordings", "X: {code: 'A{text}', fields: {text: [a, b]}}", "too-many-wordings: a code has one wording only"},
		{"a code of one wording", "X: {code: 'A{text}', fields: {text: [a]}}", ""},
		{"a code of several", "X: {code: [A, B], params: {p: {type: string}}}", "wrong-type: `code` is a list, not text or a number"},
		{"an empty code", "X: {code: ''}", "code-value: the code is empty"},
		{"a code of an optional param", "X: {code: 'A{p}', params: {p: {type: string, optional: true}}}", "optional-placement: param `p` of the code is optional, but a code cannot do without it"},
		{"a code of a param with a default", "X: {code: 'A{p}', params: {p: {type: string, default: x}}}", ""},
		{"the param code where no envelope has one", "X: {envelope: F, code: '{code}', params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `code`"},
		{"a code that is needed", "X: {envelope: G, fields: {text: t}}", "code-needed: entry `X` has no code, which envelope `G` requires; the code's place"},
		{"a code that an ancestor has", "X: {parent: P, envelope: G}\nP: {envelope: G, code: A}", ""},
		{"a code that only some need", "X: {envelope: [F, G]}", "code-needed: entry `X` has no code, which envelope `G` requires; the code's place"},
		{"no code where it is optional", "X: {fields: {text: t}}", ""},
		{"a constant header", "X: {code: A, headers: {X-Const: b}}", "bad-header: header `X-Const` is a constant of the envelope"},
		{"a header of the exchange", "X: {code: A, headers: {x-trace: b}}", "bad-header: header `X-Trace` is an exchange value of the envelope"},
		{"the header of the code", "X: {envelope: H, code: A, headers: {X-Code: b}}", "bad-header: header `X-Code` holds the code or the status"},
		{"the header of the status", "X: {envelope: H, code: A, headers: {X-Status: 400}}", "bad-header: header `X-Status` holds the code or the status"},
		{"no name of a header", "X: {code: A, headers: {'X A': b}}", "bad-header: `X A` is no name of a header"},
		{"a header with outer space", "X: {code: A, headers: {X-A: ' a'}}", "bad-header: the value of header `X-A` begins or ends with a space, which HTTP leaves out"},
		{"a header with outer space behind", `X: {code: A, headers: {X-A: 'a {p} ', X-B: "b\t"}, params: {p: {type: string}}}`, "bad-header: the value of header `X-A` begins or ends with a space, which HTTP leaves out\nbad-header: the value of header `X-B` begins or ends with a space, which HTTP leaves out"},
		{"a header with inner space", "X: {code: A, headers: {X-A: 'a {p} b'}, params: {p: {type: string}}}", ""},
		{"a header with a control character", `X: {code: A, headers: {X-A: "a{p}\x01{p}\x02"}, params: {p: {type: string}}}`, "bad-header: the value of header `X-A` cannot be sent: it has control characters"},
		{"a declared header with one", `X: {code: A, headers: {X-H: ["a\x01", ' a']}}`, "bad-header: the value of header `X-H` cannot be sent: it has control characters"},
		{"a field elsewhere with one", `X: {code: A, fields: {text: " a\x01"}}`, ""},
		{"a code with one in a text form", `X: {envelope: P, code: "A\n"}`, "bad-header: the value of header `X-Code` cannot be sent: it has control characters"},
		{"a code with outer space in a text form", `X: {envelope: P, code: ' A '}`, ""},
		{"a field with outer space in a text form", `X: {envelope: P, code: A, fields: {f: ' b'}}`, ""},
		{"at the end of a text form", `X: {envelope: P, code: A, fields: {f: 'b '}}`, "bad-header: the value of header `X-F` begins or ends with a space, which HTTP leaves out"},
		{"one of its lines with one", `X: {code: A, headers: {X-A: [a, "\x01", ' b']}}`, "bad-header: the value of header `X-A` cannot be sent: it has control characters\nbad-header: the value of header `X-A` begins or ends with a space, which HTTP leaves out"},
		{"a code of a param that can be a space", "X: {envelope: Q, code: '{code}', params: {code: {enum: [' ', x]}}}", "bad-header: if param `code` is ` `, the value of header `X-Code` begins or ends with a space, which HTTP leaves out"},
		{"a code that ends with such a param", "X: {envelope: Q, code: 'A{p}', params: {p: {enum: [' b', 'b ']}}}", "bad-header: if param `p` is `b `, the value of header `X-Code` begins or ends with a space, which HTTP leaves out"},
		{"such a code in a body", "X: {envelope: G, code: '{code}', fields: {text: t}, params: {code: {enum: [' ', x]}}}", ""},
		{"such a code in a text form", "X: {envelope: P, code: '{code}', params: {code: {enum: [' ', x]}}}", ""},
		{"a code that can have a control character", `X: {envelope: P, code: '{code}', params: {code: {enum: ["\n", x]}}}`, "bad-header: if param `code` is `\\n`, the value of header `X-Code` cannot be sent: it has control characters"},
		{"an open header that can be a space", "X: {envelope: Q, code: A, params: {way: {enum: [' ', x]}}}", "bad-header: if param `way` is ` `, the value of header `X-Way` begins or ends with a space, which HTTP leaves out"},
		{"a header with a constant param", `X: {envelope: Q, code: A, headers: {x-way: '{p}'}, params: {p: {const: "b\t"}}}`, "bad-header: if param `p` is `b\\t`, the value of header `X-Way` begins or ends with a space, which HTTP leaves out"},
		{"a header with a default that has outer space", "X: {code: A, headers: {X-A: 'a {p}', X-B: '{p}'}, params: {p: {type: string, default: ' b'}}}", "bad-header: if param `p` is ` b`, the value of header `X-B` begins or ends with a space, which HTTP leaves out"},
		{"a header with an inner param", "X: {code: A, headers: {X-A: 'a {p}.'}, params: {p: {enum: [' b ', c]}}}", ""},
		{"a header of a field of the body", "X: {envelope: Q, code: A, headers: {X-A: '{kind}'}}", "bad-header: if param `kind` is ` k`, the value of header `X-A` begins or ends with a space, which HTTP leaves out"},
		{"a value of a number and a text", "X: {code: A, headers: {X-A: '{p}'}, params: {p: {type: [integer, string], enum: [1, ' b']}}}", "bad-header: if param `p` is ` b`, the value of header `X-A` begins or ends with a space, which HTTP leaves out"},
		{"values that one inherits", "X: {parent: P}\nP: {code: A, headers: {X-A: '{p}'}, params: {p: {enum: [' b', c]}}}", "bad-header: if param `p` is ` b`, the value of header `X-A` begins or ends with a space, which HTTP leaves out; as it is for entry `X`"},
		{"a header of an unknown name", "X: {code: A, headers: {X-A: '{nope}'}, params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a header without value", "X: {code: A, headers: {X-A: }, params: {p: {type: string}}}", "key-without-value: key `X-A` without a value"},
		{"a header of an optional param", "X: {code: A, headers: {X-A: '{p}'}, params: {p: {type: string, optional: true}}}", ""},
		{"a header with an optional param in it", "X: {code: A, headers: {X-A: 'a{p}'}, params: {p: {type: string, optional: true}}}", "optional-placement: without the optional param `p` nothing can be written in header `X-A`"},
		{"a header of a mapping", "X: {code: A, headers: {X-A: {a: b}}, params: {p: {type: string}}}", "value-type: a mapping stands where the schema wants text"},
		{"headers without a response", "X: {envelope: none, close: 4000, headers: {X-A: '{nope}'}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"headers of an ancestor without a response", "X: {parent: P, envelope: none, close: 4000}\nP: {code: A, headers: {X-A: '{p}'}, params: {p: {type: string}}}", ""},
		{"a header that replaces its ancestor's", "X: {parent: P, headers: {X-A: b}}\nP: {code: A, headers: {X-A: '{text}'}}", ""},
		{"filled by field and header", "X: {code: A, headers: {X-H: a}, fields: {X-H: b}}", "filled-twice: field `X-H` gets two values here; the other value"},
		{"filled and omitted", "X: {code: A, fields: {n: 1}, omit: [n]}", "filled-twice: field `n` gets two values here; the other value"},
		{"a required one filled and omitted for others", "X: {envelope: [E, I], code: A, fields: {text: b}, omit: [text]}", "filled-twice: field `text` gets two values here; the other value"},
		{"omitted for other envelopes", "X: {envelope: [E, I], code: A, omit: [text]}", ""},
		{"a field filled with itself", "X: {code: A, fields: {text: 'a {text}'}, params: {p: {type: string}}}", "template-cycle: field `text` is filled with itself"},
		{"two fields filled with each other", "X: {code: A, fields: {text: '{req}', req: 'a{text}'}, params: {p: {type: string}}}", "template-cycle: field `text` is filled with itself"},
		{"a value of another type", "X: {code: A, fields: {n: x}, params: {p: {type: string}}}", "value-type: `x` stands where the schema wants an integer"},
		{"a value of another type, of an entry before", "Q: {parent: P, params: {v: {type: boolean}}}\nP: {code: A, fields: {n: '{v}'}, params: {v: {type: integer}}}\nX: {code: B}", "param-type: param `v` is true or false, where the schema wants an integer; as it is for entry `Q`"},
		{"a value of another type, of the entry itself", "P: {code: A}\nX: {parent: P, fields: {n: '{v}'}, params: {v: {type: boolean}}}\nQ: {code: B}", "param-type: param `v` is true or false, where the schema wants an integer"},
		{"a value of another type, inherited", "X: {parent: P}\nP: {code: A, fields: {n: '{v}'}, params: {v: {type: integer}}}\nQ: {parent: P, params: {v: {type: boolean}}}", "param-type: param `v` is true or false, where the schema wants an integer; as it is for entry `Q`"},
		{"no wordings", "X: {code: A, fields: {text: []}, params: {p: {type: string}}}", "value-type: a list of wordings is empty"},
		{"a bad wording among good ones", "X: {code: A, fields: {text: [a, '{nope}', b]}, params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"wordings for a number", "X: {code: A, fields: {n: [1, 2]}, params: {p: {type: string}}}", "value-type: a list stands where the schema wants an integer"},
		{"an optional param in a required field", "X: {code: A, fields: {text: '{p}'}, params: {p: {type: string, optional: true}}}", "optional-placement: without the optional param `p` nothing can be written in field `text`"},
		{"an optional param in an optional field", "X: {code: A, fields: {n: '{p}'}, params: {p: {type: integer, optional: true}}}", ""},
		{"a value that the schema does not allow", "X: {code: A, fields: {few: 3}}", "value-not-allowed: `3` is not at most 2"},
		{"a value that one of the places does not allow", "X: {envelope: J, code: A, fields: {v: 7}}", "value-not-allowed: `7` is not at most 5"},
		{"a further member that the object has", "X: {code: A, fields: {more: {n: 1, m: 2}}}", "bad-in: further member `n` has the name of a member that the object has itself"},
		{"an open field of several types", "X: {envelope: [K, N], code: A, params: {p: {type: string}}}", "param-type: field `v` of envelope `N` takes true or false, but param `v` is an integer"},
		{"a declared open field of several types", "X: {envelope: [K, N], code: A, params: {v: {maximum: 3}}}", "param-type: field `v` of envelope `N` takes true or false, but param `v` is an integer"},
		{"a declared open field of another type", "X: {envelope: K, code: A, params: {v: {type: string}}}", "not-narrower: what is declared here allows more than the field's schema: text"},
		{"a field omitted that an ancestor's param has the name of", "X: {parent: P, omit: [n]}\nP: {code: A, fields: {text: 'n {n}'}, params: {n: {type: integer}}}", "omitted-field: field `n` is never present in this entry; as it is for entry `X`"},
		{"an omitted field in a text", "X: {code: A, fields: {text: 'n {n}'}, params: {p: {type: string}}}", "omitted-field: field `n` is never present in this entry"},
		{"an omitted field in a field", "X: {code: A, fields: {few: '{n}'}, omit: [n], params: {p: {type: string}}}", "omitted-field: field `n` is never present in this entry"},
		{"a name that nothing has", "X: {code: A, fields: {text: '{nope}'}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a name nearly right", "X: {code: A, fields: {text: '{pp}'}, params: {ppp: {type: string, private: true}}}", "unknown-placeholder: there is no param and no field `pp`"},
		{"a special name nearly right", "X: {code: A, fields: {text: '{$nam}'}}", "unknown-placeholder: there is no param and no field `$nam`"},
		{"a constant's name in a text", "X: {code: A, fields: {text: '{kind}'}}", "unknown-placeholder: {kind} names a constant of the envelope, which cannot stand in a text"},
		{"an exchange value's name in a text", "X: {code: A, fields: {text: '{X-Trace}'}}", "unknown-placeholder: {X-Trace} names an exchange value of the envelope, which cannot stand in a text"},
		{"the code where there is none", "X: {fields: {text: 'a {$code}'}}", "unknown-placeholder: {$code} stands for nothing: the entry has no code"},
		{"the code's own name where there is none", "X: {fields: {text: 'a {code}'}}", "unknown-placeholder: {$code} stands for nothing: the entry has no code"},
		{"the code without envelope", "X: {envelope: none, close: 4000, text: '{code}'}", "unknown-placeholder: there is no param and no field `code`"},
		{"a param that only a wording has that is never written", "X: {code: A, fields: {text: [t, 'a {p}']}, params: {p: {type: string}}}", "unused-param: param `p` is never written: a wording before the one that names it always can be"},
		{"one behind an optional one", "X: {code: A, fields: {text: ['b {q}', 'a {p}']}, params: {p: {type: string}, q: {type: string, optional: true}}}", ""},
		{"an optional one that is only read", "X: {code: A, fields: {text: [t, 'a {p}']}, params: {p: {type: string, optional: true}}}", ""},
		{"one in a header that is never written", "X: {code: A, headers: {X-H: [t, 'a {p}']}, params: {p: {type: string}}}", "unused-param: param `p` is never written: a wording before the one that names it always can be"},
		{"one that another place writes", "X: {code: A, fields: {text: [t, 'a {p}']}, headers: {X-A: '{p}'}, params: {p: {type: string}}}", ""},
		{"a private one that is only read", "X: {code: A, fields: {text: [t, 'a {p}']}, params: {p: {type: string, private: true}}}", "unused-param: param `p` is never written: a wording before the one that names it always can be\nprivate-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a param that nothing uses", "X: {code: A, params: {p: {type: string}}}", "unused-param: nothing uses param `p`"},
		{"a private param that nothing uses", "X: {code: A, params: {p: {type: string, private: true}}}", ""},
		{"a private param on the wire", "X: {code: A, fields: {text: '{p}'}, params: {p: {type: string, private: true}}}", "private-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a private param in the text", "X: {code: A, text: '{p}', params: {p: {type: string, private: true}}}", ""},
		{"a private param in the close reason", "X: {code: A, close: {code: 4000, reason: '{p}'}, params: {p: {type: string, private: true}}}", "private-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a private param in the code", "X: {code: '{p}', params: {p: {type: string, private: true}}}", "private-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a private param in a header", "X: {code: A, headers: {X-A: '{p}'}, params: {p: {type: string, private: true}}}", "private-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a private param of another envelope", "X: {envelope: [E, K], code: A, fields: {v: '{p}'}, params: {p: {type: integer, private: true}}}", "private-on-wire: param `p` is for logs only, but the response would hold it"},
		{"a param without type", "X: {code: A, params: {p: {description: d}}}", "param-type: param `p` has no `type`, and no open field of its name to take one from"},
		{"a param of the code's name that is not the code", "X: {code: A, fields: {text: '{code}'}, params: {code: {description: d}}}", "param-type: param `code` has no `type`, and no open field of its name to take one from"},
		{"a param without type that is private", "X: {code: A, params: {p: {private: true}}}", "param-type: param `p` has no `type`, and no open field of its name to take one from"},
		{"an ancestor's param without use", "X: {parent: P, fields: {text: t}}\nP: {code: A, fields: {text: '{p}'}, params: {p: {type: string}}}", ""},
		{"an unused ancestor's param", "X: {parent: P}\nP: {code: A, params: {p: {type: string}}}", "unused-param: nothing uses param `p`"},
		{"a field's param made optional", "X: {code: A, fields: {req: '{req}'}, params: {req: {optional: true}}}", "not-narrower: field `req` is required: its param cannot be optional"},
		{"a field's param made optional that may be", "X: {code: A, fields: {n: '{n}'}, params: {n: {optional: true}}}", ""},
		{"a field's param widened", "X: {code: A, fields: {few: '{few}'}, params: {few: {maximum: 3}}}", "not-narrower: what is declared here allows more than the field's schema: numbers above 2"},
		{"a default of another type", "X: {code: A, fields: {text: '{p}'}, params: {p: {type: integer, default: x}}}", "value-type: `x` stands where the schema wants an integer"},
		{"a member of no field", "X: {code: A, params: {p: {type: integer, in: nope}}}", "unknown-field: the envelope has no field `nope`"},
		{"a member of a field without members", "X: {code: A, params: {p: {type: string, in: text}}}", "bad-in: field `text` does not hold further members of an object"},
		{"a member of another type", "X: {code: A, params: {p: {type: string, in: more}}}", "param-type: param `p` is text, and further members are an integer"},
		{"a member of another type in two envelopes", "X: {envelope: [E, O], code: A, params: {p: {type: string, in: more}}}", "param-type: param `p` is text, and further members are an integer"},
		{"a member without type", "X: {code: A, params: {p: {in: more}}}", "param-type: param `p` has no `type`, and no open field of its name to take one from"},
		{"a member that would be text", "X: {envelope: L, code: A, params: {p: {type: integer, in: words}, q: {type: string, in: words}}}", "param-type: param `p` is an integer, and further members are text"},
		{"a member that the object has", "X: {code: A, params: {few: {type: integer, in: more}}}", "bad-in: further member `few` has the name of a member that the object has itself"},
		{"a member of an ancestor's of no field here", "X: {parent: P, envelope: G}\nP: {code: A, params: {p: {type: integer, in: more}}}", ""},
		{"fields of one name", "X: {code: A, fields: {text: '{a} {b}'}, params: {a: {type: string, go: {name: Y}}, b: {type: string, go: {name: Y}}}}", "name-clash: param `b` would be `Y` in Go, and so would param `a`; param `a` takes the name here"},
		{"arguments of one name", "X: {code: A, fields: {text: '{a} {b}'}, params: {a: {type: string, go: {name: URL}}, b: {type: string, go: {name: Url}}}}", "name-clash: the argument for param `b` would be `urlValue` in Go, and so would the argument for param `a`; the argument for param `a` takes the name here"},
		{"of one name, but no arguments", "X: {code: A, fields: {text: ['{a} {b}', c]}, params: {a: {type: string, optional: true, go: {name: URL}}, b: {type: string, go: {name: Url}}}}", ""},
		{"an argument called status", "X: {status: [400, 401], code: A, fields: {text: '{state}'}, params: {state: {type: string, go: {name: Status}}}}", "name-clash: param `state` would be `Status` in Go, and so would the status of the occurrence; the status of the occurrence takes the name here"},
		{"an argument like the status", "X: {status: [400, 401], code: A, fields: {text: '{state}'}, params: {state: {type: string, go: {name: STATUS}}}}", "name-clash: the argument for param `state` would be `status` in Go, and so would the status of the occurrence; the status of the occurrence takes the name here"},
		{"a Go name given to two entries", "X: {code: A, go: {name: Y}}\nY: {code: B}", "name-clash: the constant of entry `Y` would be `ErrY` in Go, and so would the constant of entry `X`; the constant of entry `X` takes the name here\nname-clash: the type of entry `Y` would be `YError` in Go, and so would the type of entry `X`; the type of entry `X` takes the name here\nname-clash: the constructor of entry `Y` would be `NewY` in Go, and so would the constructor of entry `X`; the constructor of entry `X` takes the name here"},
		{"seconds to wait", "X: {code: A, headers: {Retry-After: 30}}", ""},
		{"a date to wait for", "X: {code: A, headers: {Retry-After: 'Wed, 21 Oct 2015 07:28:00 GMT'}}", ""},
		{"a param to wait for", "X: {code: A, headers: {retry-after: '{n}'}, params: {n: {type: integer}}}", ""},
		{"a negative wait", "X: {code: A, headers: {Retry-After: '-{n}'}, params: {n: {type: integer}}}", wait},
		{"words to wait for", "X: {code: A, headers: {Retry-After: soon}}", wait},
		{"a fraction of a second", "X: {code: A, headers: {Retry-After: 1.5}}", wait},
		{"a unit", "X: {code: A, headers: {Retry-After: '{n} s'}, params: {n: {type: integer}}}", wait},
		{"a status that the envelope has not", "X: {status: 200, code: A}", "status-excluded: envelope `E` does not occur under status 200"},
		{"a range that the envelope has not", "X: {status: 3XX, code: A}", "status-excluded: envelope `E` does not occur under status 3XX"},
		{"a range that one of the envelopes has", "X: {envelope: [E, M], status: 2XX, code: A}", ""},
		{"a status that no error has", "X: {status: [101, 404], code: A}", "bad-status: 101 is no status that an error can have"},
		{"a status without a body", "X: {envelope: M, status: 204, code: A}", "body-not-allowed: a response of status 204 has no body, but envelope `M` has one"},
		{"an inherited status is the ancestor's", "X: {parent: P}\nP: {status: 200, code: A}", "status-excluded: envelope `E` does not occur under status 200"},
		{"a status without a response", "X: {envelope: none, close: 4000, status: 400}", "status-excluded: an entry without an envelope has no HTTP response, and so no status"},
		{"an inherited status without a response", "X: {parent: P, envelope: none, close: 4000}\nP: {code: A, status: 401}", ""},
		{"any status and one that is none", "X: {status: [any, 200], code: A}", "status-excluded: envelope `E` does not occur under status 200"},
		{"a status of its own where an ancestor has no response", "X: {parent: P, status: 400}\nP: {envelope: none, close: 4000}", ""},
		{"a broken code beside a text", "X: {code: '{nope}', text: t, params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a broken code beside a reason", "X: {code: '{nope}', close: {code: 4000, reason: t}, params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a text of an unknown name", "X: {code: A, text: '{nope}', params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a close code that is none", "X: {code: A, close: 1004}", "bad-close-code: 1004 is no close code that can be sent"},
		{"a reason of an unknown name", "X: {code: A, close: {code: 4000, reason: '{nope}'}, params: {p: {type: string}}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"a group that is none", "X: {code: A, group: Nope}", "unknown-group: there is no group `Nope`"},
		{"a source that is none", "X: {code: A, source: nope}", "unknown-source: there is no source `nope`"},
		{"a replacement that is none", "X: {code: A, deprecated: {replacement: Nope}}", "unknown-entry: there is no entry `Nope`"},
		{"docs without a base", "X: {code: A, docs: a/b}", "bad-url: `a/b` is relative, but the catalog has no `docs` to resolve it against"},
		{"docs of another scheme", "X: {code: A, docs: 'ftp://x/y'}", "bad-url: `ftp://x/y` is no http or https address"},
		{"docs with a host alone", "X: {code: A, docs: '//host/x'}", "bad-url: `//host/x` is no http or https address"},
		{"docs that are none", "X: {code: A, docs: 'https://%zz'}", "bad-url: `https://%zz` is no http or https address"},
		{"docs that are whole", "X: {code: A, docs: 'http://x/y'}", ""},
		{"entries alike", "X: {code: A}\nY: {code: A}", "indistinguishable: entries `X` and `Y` have the same code, status and filled fields in envelope `E`; the other entry"},
		{"nothing that tells an entry", "X: {fields: {text: t}}\nY: {status: 500, fields: {text: u}}\nZ: {envelope: F}\nW: {envelope: F, status: 500}", "indistinguishable: entry `Z` has no code, no status and no filled field: its responses are read as `W`; the other entry"},
		{"nothing that tells the ancestor", "X: {envelope: F}\nY: {parent: X, status: 500}", "indistinguishable: entry `X` has no code, no status and no filled field: its responses are read as `Y`; the other entry"},
		{"nothing that tells a child", "X: {envelope: F, status: 500}\nY: {parent: X}", ""},
		{"nothing that tells it, and nothing else", "X: {envelope: F}\nY: {envelope: F, status: 404}", ""},
		{"entries alike, one broken", "X: {code: A}\nY: {code: A, text: '{nope}'}", "unknown-placeholder: there is no param and no field `nope`"},
		{"closes alike", "X: {envelope: none, close: 4000, text: a}\nY: {envelope: none, close: 4000, text: a}", "indistinguishable: entries `X` and `Y` have the same close code and reason; the other entry"},
	} {
		if got := found(fmt.Sprintf(catalog, indented(tt.entries))); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestHead: what is found in all that stands around the entries.
func TestHead(t *testing.T) {
	const catalog = `errgen: 1
envelopes: {E: {body: {properties: {code: {type: string, optional: true}, status: {type: integer, optional: true}, text: {type: string, default: t}, opt: {type: string, optional: true}}}}}
%s`
	for _, tt := range []struct{ name, head, want string }{
		{"nothing", "errors: {A: {}}", "missing-key: a catalog without `package`"},
		{"a keyword", "package: func\nerrors: {A: {}}", "bad-package-name: the package is called `func`, a keyword of Go"},
		{"predeclared", "package: error\nerrors: {A: {}}", "bad-package-name: the package is called `error`, a name that Go declares itself"},
		{"unusable", "package: internal\nerrors: {A: {}}", "bad-package-name: the package is called `internal`, a name that Go or its tools treat in a way of their own"},
		{"no identifier", "package: my-errors\nerrors: {A: {}}", "invalid-name: package name `my-errors` is not an identifier"},
		{"a test package", "package: my_test\nerrors: {A: {}}", "bad-package-name: the package is called `my_test`, the name of a test package"},
		{"a device", "package: Con\nerrors: {A: {}}", "bad-package-name: the package is called `Con`, the name of a device on Windows, where no folder can have it"},
		{"a device with a number", "package: lpt9\nerrors: {A: {}}", "bad-package-name: the package is called `lpt9`, the name of a device on Windows, where no folder can have it"},
		{"nearly a device", "package: com10\nerrors: {A: {}}", ""},
		{"letters beyond ASCII", "package: größe\nerrors: {A: {}}", "bad-package-name: the package is called `größe`, and an import path has ASCII letters only"},
		{"a folder that is passed over", "package: _shop\nerrors: {A: {}}", "bad-package-name: the package is called `_shop`, and Go's tools pass over folders whose name begins with _"},
		{"docs that are none", "package: demo\ndocs: here\nerrors: {A: {}}", "bad-url: `here` is no http or https address"},
		{"docs without host", "package: demo\ndocs: 'https:///x'\nerrors: {A: {}}", "bad-url: `https:///x` is no http or https address"},
		{"relative docs of an entry where the catalog's are none", "package: demo\ndocs: here\nerrors: {A: {docs: a}}", "bad-url: `here` is no http or https address"},
		{"a source's address", "package: demo\nsources: [{id: a, title: a, url: here}, {id: b, title: b, url: 'https://x'}]\nerrors: {A: {}}", "bad-url: `here` is no http or https address"},
		{"a source twice", "package: demo\nsources: [{id: a, title: a}, {id: a, title: b}, {id: b, title: c}]\nerrors: {A: {source: a}}", "duplicate-name: there are two sources `a`"},
		{"sources without id", "package: demo\nsources: [{title: a}, {title: b}]\nerrors: {A: {}}", "missing-key: a source without `id`\nmissing-key: a source without `id`"},
		{"a group of an unknown source", "package: demo\ngroups: {G: {source: nope}}\nerrors: {A: {}}", "unknown-source: there is no source `nope`"},
		{"counts", "package: demo\ncount: 3\ngroups: {G: {count: 2}, H: {count: 1}, I: {count: 0}}\nerrors: {A: {group: G, status: 400}, B: {group: H, status: 401}}", "count-mismatch: the catalog has 2 entries, not 3\ncount-mismatch: group `G` has 1 entry, not 2"},
		{"counts that agree", "package: demo\ncount: 2\ngroups: {G: {count: 2}}\nerrors: {A: {group: G, status: 400}, B: {group: G, status: 401}}", ""},
		{"an agreeing field that is none", "package: demo\ndefaults: {match: [nope, text]}\nerrors: {A: {}}", "unknown-field: the envelope has no field `nope`"},
		{"fields that are none", "package: demo\ndefaults: {fields: {nope: 1, text: x}}\nerrors: {A: {}}", "unknown-field: the envelope has no field `nope`"},
		{"omitted fields", "package: demo\ndefaults: {omit: [nope, text, opt, code, status]}\nerrors: {A: {}}", "unknown-field: the envelope has no field `nope`\nomit-required: field `text` cannot be omitted: the envelope requires it"},
		{"a param that no entry uses", "package: demo\ndefaults: {params: {p: {type: string}}}\nerrors: {A: {}, B: {status: 401}}", "unused-param: nothing uses param `p`"},
		{"a param that one entry uses", "package: demo\ndefaults: {params: {p: {type: string}}}\nerrors: {A: {fields: {text: '{p}'}}, B: {status: 401}}", ""},
		{"a param that another entry uses", "package: demo\ndefaults: {params: {p: {type: string}}}\nerrors: {B: {status: 401}, A: {fields: {text: '{p}'}}}", ""},
		{"a param of entries that are all broken", "package: demo\ndefaults: {params: {p: {type: string}}}\nerrors: {A: {parent: B}}", "unknown-entry: there is no entry `B`"},
		{"operations", "package: demo\noperations: {op: {errors: [A, B, A, C]}}\nerrors: {A: {}, C: {status: 401}}", "unknown-entry: there is no entry `B`\nduplicate-name: entry `A` is named twice"},
		{"what is common to operations", "package: demo\noperations: {op: [A]}\ncommon: [B, A, A]\nerrors: {A: {}}", "unknown-entry: there is no entry `B`\nduplicate-name: entry `A` is named twice"},
		{"common to no operations", "package: demo\ncommon: [A]\nerrors: {A: {}}", "misplaced-key: `common` says what every operation can return, and there are no operations"},
		{"operations of one Go name", "package: demo\noperations: {get-it: [A], get_it: [A], GetIt: {errors: [A], go: {name: Other}}}\nerrors: {A: {}}", "name-clash: the constant of operation `get_it` would be `OpGetIt` in Go, and so would the constant of operation `get-it`; the constant of operation `get-it` takes the name here"},
		{"a type called as what operations need", "package: demo\noperations: {op: [A]}\nerrors: {A: {fields: {text: '{p}'}, params: {p: {type: string}}, go: {name: Undocumented}}}", "name-clash: the type of entry `A` would be `UndocumentedError` in Go, which every generated package declares"},
		{"the same without operations", "package: demo\nerrors: {A: {fields: {text: '{p}'}, params: {p: {type: string}}, go: {name: Undocumented}}}", ""},
		{"retired names and codes", "package: demo\nretired: [{name: A}, {code: X}, {since: 2024-01-01}, {name: B, replacement: C}]\nerrors: {A: {code: Y, status: 401}, D: {code: X}, E: {parent: D, status: 402}}", "bad-retired: what is retired has neither `code` nor `name`\nunknown-entry: there is no entry `C`\nretired-in-use: the name `A` is retired and must not be used again; retired here\nretired-in-use: the code `X` is retired and must not be used again; retired here"},
		{"retired ones that are not used", "package: demo\nretired: [{name: B, code: Z, replacement: A}]\nerrors: {A: {code: X}, E: {status: 402}}", ""},
	} {
		if got := found(fmt.Sprintf(catalog, tt.head)); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestFallback: what an entry must be for errors that are in no catalog.
func TestFallback(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes:
  E: {body: {properties: {text: {type: string, default: t}, opt: {type: string, optional: true}}}}
  Part: {part: true, body: {properties: {text: {type: string, default: t}}}}
%s`
	for _, tt := range []struct{ name, catalog, want string }{
		{"unknown", "fallback: B\nerrors: {A: {}}", "unknown-entry: there is no entry `B`"},
		{"broken", "fallback: A\nerrors: {A: {parent: B}}", "unknown-entry: there is no entry `B`"},
		{"broken later", "fallback: A\nerrors: {A: {text: '{nope}', status: [400, 401]}}", "unknown-placeholder: there is no param and no field `nope`"},
		{"without response", "fallback: A\nerrors: {A: {envelope: none, close: 4000}}", "bad-fallback: the fallback `A` has no HTTP response; the entry"},
		{"of a part", "fallback: A\nerrors: {A: {envelope: Part, status: 400}}", "bad-fallback: the fallback `A` has no HTTP response; the entry"},
		{"of two statuses", "fallback: A\nerrors: {A: {status: [400, 401]}}", "bad-fallback: the fallback `A` does not have exactly one status; the entry"},
		{"without status", "fallback: A\nerrors: {A: {}}", "bad-fallback: the fallback `A` does not have exactly one status; the entry"},
		{"of a param", "fallback: A\nerrors: {A: {status: 400, fields: {text: '{text}'}}}", "bad-fallback: the fallback `A` takes params, which nobody would give; the entry"},
		{"of an optional param", "fallback: A\nerrors: {A: {status: 400, fields: {opt: '{opt}'}}}", ""},
		{"as it should be", "fallback: A\nerrors: {A: {status: 400}}", ""},
	} {
		if got := found(fmt.Sprintf(catalog, tt.catalog)); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestExamples: what an example must be before it can be tried.
func TestExamples(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes: {E: {body: {properties: {text: {type: string}}}}}
errors:
  A: {status: 400, close: 4000, fields: {text: 'a {p}'}, params: {p: {type: integer}}}
  B: {status: 401, fields: {text: 'b {p} {q}'}, params: {p: {type: string}, q: {type: integer}}}
examples:
  %s`
	for _, tt := range []struct{ name, examples, want string }{
		{"of one name", "- {name: a, error: A, status: 400}\n- {name: a, error: B, status: 400}\n- {name: b, error: A, status: 400}", "duplicate-name: there are two examples `a`"},
		{"without names", "- {error: A, status: 400}\n- {error: A, status: 400}", "missing-key: an example without `name`\nmissing-key: an example without `name`"},
		{"an entry that is none", "- {name: a, error: Nope, status: 400}", "unknown-entry: there is no entry `Nope`"},
		{"outcomes that are no entries", "- {name: a, error: [unknown, unexpected, none, A], status: 400}", ""},
		{"a response and a close", "- {name: a, error: A, status: 400, close: 4000}", "bad-example: an example is a response or a WebSocket close, not both"},
		{"a body and a close", "- {name: a, error: A, body: '', close: 4000}", "bad-example: an example is a response or a WebSocket close, not both"},
		{"headers and a close", "- {name: a, error: A, headers: {A: b}, close: 4000}", "bad-example: an example is a response or a WebSocket close, not both"},
		{"a reason without close", "- {name: a, error: A, status: 400, reason: r}", "bad-example: `reason` is that of a WebSocket close"},
		{"a reason with close", "- {name: a, error: A, close: 4000, reason: r}", ""},
		{"no status", "- {name: a, error: A, status: 99}\n- {name: b, error: A, status: 100}\n- {name: c, error: A, status: 999}\n- {name: d, error: A, status: 1000}", "bad-example: 99 is no HTTP status\nbad-example: 1000 is no HTTP status"},
		{"no close code", "- {name: a, error: A, close: 999}\n- {name: b, error: A, close: 1000}\n- {name: c, error: A, close: 4999}\n- {name: d, error: A, close: 5000}", "bad-example: 999 is no WebSocket close code\nbad-example: 5000 is no WebSocket close code"},
		{"decodes without waivers", "- {name: a, error: A, status: 400, decodes: B}", "bad-example: `decodes` is what an example gives without its waivers, and there are none"},
		{"decodes with waivers", "- {name: a, error: A, status: 400, decodes: B, waive: [{at: status, because: b}]}", ""},
		{"a waiver for no entry", "- {name: a, error: unknown, status: 400, waive: [{at: status, because: b}]}", "bad-example: a waived place is replaced by what an entry says, and no entry is named"},
		{"a waiver for some entry", "- {name: a, error: [A, unknown], status: 400, waive: [{at: status, because: b}]}", "bad-example: a waived place is replaced by what an entry says, and no entry is named"},
		{"no entry without waiver", "- {name: a, error: unknown, status: 400}", ""},
		{"no name of a header", "- {name: a, error: A, status: 400, headers: {'A B': c}}", "bad-header: `A B` is no name of a header"},
		{"a header that cannot be sent", `- {name: a, error: A, status: 400, headers: {A: ["b\x01", c, "d\x02"]}}`, "bad-header: the value of header `A` cannot be sent: it has control characters\nbad-header: the value of header `A` cannot be sent: it has control characters"},
		{"a header without value", "- {name: a, error: A, status: 400, headers: {A: }}", "key-without-value: key `A` without a value"},
		{"a header of a mapping", "- {name: a, error: A, status: 400, headers: {A: [b, {c: d}]}}", "value-type: a mapping stands where the schema wants text"},
		{"a param that is none", "- {name: a, error: [unknown, A, B], status: 400, expect: {nope: 1, pa: 2}}", "bad-example: the example's entry has no param `nope`\nbad-example: the example's entry has no param `pa`"},
		{"the param of the first that has it", "- {name: a, error: [A, B], status: 400, expect: {p: x, q: 1}}", "value-type: `x` stands where the schema wants an integer"},
		{"a value of another type", "- {name: a, error: A, status: 400, expect: {p: x}}", "value-type: `x` stands where the schema wants an integer"},
		{"no place of a response", "- {name: a, error: A, status: 400, waive: [{at: body, because: b}, {at: 'header:A B', because: b}, {at: 'header:', because: b}]}", "bad-waiver: `body` names no place of a response\nbad-waiver: `header:A B` names no place of a response\nbad-waiver: `header:` names no place of a response"},
		{"places of a response", "- {name: a, error: A, status: 400, waive: [{at: /body, because: b}, {at: 'header:A', because: b}, {at: status, because: b}]}", ""},
		{"a waiver of no place", "- {name: a, error: A, status: 400, waive: [{because: b}]}", "missing-key: a waiver without `at`"},
	} {
		if got := found(fmt.Sprintf(catalog, indented(tt.examples))); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestStatusesOfLeaves: which statuses an entry can have by their place.
func TestStatusesOfLeaves(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes: {E: {status: any, body: {properties: {code: {type: string}, status: %s}}}}
errors: {X: {status: %s, code: X}}`
	refused := func(why string) string {
		return "status-excluded: envelope `E` has no place for a status of entry `X`: " + why + "; the status's place"
	}
	for _, tt := range []struct{ name, leaf, status, want string }{
		{"as little as may be", "{type: integer, minimum: 404}", "404", ""},
		{"too little", "{type: integer, minimum: 405}", "404", refused("`404` is not at least 405")},
		{"as much as may be", "{type: integer, maximum: 404}", "404", ""},
		{"the last of a class", "{type: integer, maximum: 498}", "4XX", refused("`499` is not at most 498")},
		{"a second class", "{type: integer, minimum: 400, maximum: 499}", "[4XX, 5XX]", refused("`500` is not at most 499")},
		{"any", "{type: integer, minimum: 400}", "any", refused("`200` is not at least 400")},
		{"none of them", "{type: integer, enum: [400, 409]}", "404", refused("`404` is none of `400`, `409`")},
		{"one of them", "{type: integer, enum: [400, 404]}", "404", ""},
		{"digits of a pattern", "{type: string, pattern: '[45][0-9]{2}'}", "4XX", ""},
		{"a format of no digits", "{type: string, format: date-time}", "404", refused("`404` does not have the format `date-time`")},
		{"a number or a text of a format", "{type: [integer, string], format: date-time}", "404", refused("`404` does not have the format `date-time`")},
		{"too long", "{type: string, maxLength: 2}", "404", refused("`404` is longer than 2 characters")},
		{"a number or null", "{type: [integer, 'null'], minimum: 404}", "404", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(fmt.Sprintf(catalog, tt.leaf, tt.status)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	if got, want := found(`errgen: 1
package: demo
envelopes: {E: {body: {properties: {code: {type: string}, status: {type: integer, maximum: 499}}}}}
errors: {X: {code: X}}`), refused("`500` is not at most 499"); got != want {
		t.Errorf("without a status: got %s", got)
	}
}

// TestCodesOfLeaves: what a code can be by its place, at status 404.
func TestCodesOfLeaves(t *testing.T) {
	const catalog = `errgen: 1
package: demo
types: {T: {type: string, pattern: '[A-Z0-9]*'}}
envelopes:
  E: {body: {properties: {code: %s}}}
defaults: {params: {p: {type: string}, n: {type: integer, minimum: 0}, f: {type: number}}}
errors:
  X: {status: 404, code: %s}
  Y: {envelope: none, close: 4000, text: '{p} {n} {f}'}`
	for _, tt := range []struct{ name, leaf, code, want string }{
		{"string", "{type: string}", "A", ""},
		{"a quoted number in a string", "{type: string}", "'1'", ""},
		{"a text for a number", "{type: integer}", "A", "code-value: the code `A` stands where the schema wants an integer"},
		{"a number", "{type: integer}", "7", ""},
		{"a quoted number", "{type: integer}", "'7'", ""},
		{"a fraction", "{type: integer}", "7.5", "code-value: the code `7.5` stands where the schema wants an integer"},
		{"null for a number", "{type: [integer, 'null']}", "'null'", "code-value: the code `null` stands where the schema wants an integer or null"},
		{"null for a union", "{type: [integer, string, 'null']}", "'null'", ""},
		{"too much", "{type: integer, maximum: 9}", "10", "code-value: `10` is not at most 9"},
		{"as much as may be", "{type: integer, maximum: 9}", "9", ""},
		{"too long", "{type: string, maxLength: 2}", "ABC", "code-value: `ABC` is longer than 2 characters"},
		{"none of them", "{type: string, enum: [A, B]}", "C", "code-value: `C` is none of `A`, `B`"},
		{"one of them", "{type: string, enum: [A, B]}", "B", ""},
		{"none of the numbers", "{enum: [1, 2]}", "3", "code-value: `3` is none of `1`, `2`"},
		{"one of the numbers", "{enum: [1, 2]}", "2", ""},
		{"a text for a union", "{type: [integer, string]}", "A", ""},
		{"anything", "{}", "A", ""},
		{"any number", "{}", "7", ""},
		{"a union that has no text", "{type: [integer, number]}", "A", "code-value: the code `A` stands where the schema wants one of several scalar types"},
		{"a union by its bounds", "{type: [integer, string], maximum: 9}", "10", "code-value: `10` is not at most 9"},
		{"a pattern", "{type: string, pattern: 'E[0-9]'}", "E1", ""},
		{"another pattern", "{type: string, pattern: 'E[0-9]'}", "E12", "code-value: the code `E12` does not match `E[0-9]`"},
		{"a number's pattern", "{type: integer, pattern: '[0-9]{2}'}", "12", ""},
		{"a number of another pattern", "{type: integer, pattern: '[0-9]{2}'}", "123", "code-value: the code `123` does not match `[0-9]{2}`"},
		{"a bad pattern", "{type: string, pattern: '['}", "E12", "bad-pattern: the pattern is no regular expression: missing closing ]: `[`"},
		{"the status", "{type: string, pattern: 'E{$status}'}", "E404", ""},
		{"another status", "{type: string, pattern: 'E{$status}'}", "E405", "code-value: the code `E405` does not match `E404`"},
		{"a template", "{type: string}", "'A{p}'", ""},
		{"a template for a number", "{type: integer}", "'{p}'", "code-value: the code can be a text, where the schema wants an integer"},
		{"a template of digits", "{type: integer}", "'1{n}'", ""},
		{"a template that begins with a zero", "{type: integer}", "'0{n}'", "code-value: the code can be a text, where the schema wants an integer"},
		{"an integer", "{type: integer}", "'{n}'", ""},
		{"an integer for a number", "{type: number}", "'{n}'", ""},
		{"a number for an integer", "{type: integer}", "'{f}'", "code-value: the code can be a text, where the schema wants an integer"},
		{"digits for a boolean", "{type: boolean}", "'1{n}'", "code-value: the code can be a text, where the schema wants true or false"},
		{"an integer in a union", "{type: [integer, 'null']}", "'1{n}'", ""},
		{"a template for a union", "{type: [integer, string]}", "'{p}'", ""},
		{"a template that is anything", "{}", "'{p}'", ""},
		{"a text as a text", "{type: [integer, 'null']}", "'{p}'", "code-value: the code can be a text, where the schema wants an integer or null"},
		{"a list", "{type: array}", "A", "special-leaf: `code` is the error's code, a text or a number; this is a list"},
		{"a list for a template", "{type: array}", "'{p}'", "special-leaf: `code` is the error's code, a text or a number; this is a list"},
		{"a type's pattern", "{$ref: T}", "AB", ""},
		{"another than a type's pattern", "{$ref: T}", "ab", "code-value: the code `ab` does not match `[A-Z0-9]*`"},
		{"a pattern beside a type's", "{$ref: T, pattern: 'E{$status}'}", "E404", ""},
		{"a pattern beside a type's that is not matched", "{$ref: T, pattern: 'E{$status}'}", "E405", "code-value: the code `E405` does not match `E404`"},
		{"letters and digits", "{type: integer}", "'A{n}'", "code-value: the code can be a text, where the schema wants an integer"},
	} {
		if got := found(fmt.Sprintf(catalog, tt.leaf, tt.code)); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n  ") }

// TestAncestors: an entry has as many as are allowed.
func TestAncestors(t *testing.T) {
	line := func(n int) string {
		var b strings.Builder
		b.WriteString(problem + "  E0: {parent: E1, fields: {nope: 1}}\n")
		for i := range n {
			fmt.Fprintf(&b, "  E%d: {parent: E%d, code: C}\n", i+1, i+2)
		}
		return found(fmt.Sprintf("%s  E%d: {status: 500, code: C}\n", b.String(), n+1))
	}
	if got, want := line(depthLimit-1), "unknown-field: the envelope has no field `nope`"; !strings.HasPrefix(got, want) {
		t.Errorf("with 64 ancestors: %s", got)
	}
	if got, want := line(depthLimit), "parent-cycle: entry `E0` has more than 64 ancestors"; got != want {
		t.Errorf("with 65 ancestors: %s", got)
	}
}

// TestReasonLength: a close frame has room for 123 bytes.
func TestReasonLength(t *testing.T) {
	for n, want := range map[int]string{123: "", 124: "close-reason-length: the close reason has at least 124 bytes; a close frame has room for 123"} {
		long := strings.Repeat("a", n)
		if got := found(problem + "  A: {status: 400, code: A, close: {code: 4000, reason: '" + long + "'}}\n"); got != want {
			t.Errorf("a reason of %d bytes: %q", n, got)
		}
		if got := found(problem + "  A: {status: 400, code: A, close: 4000, text: '" + long + "'}\n"); got != "" {
			t.Errorf("a text of %d bytes: %q", n, got)
		}
	}
}
