package breaking

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// base is a catalog of which TestMutations changes one thing at a time.
const base = `errgen: 1
package: shop
docs: https://shop.example/errors/
types:
  Level: {type: string, enum: [low, high]}
envelopes:
  Problem:
    headers: {X-Trace: {type: string, exchange: true, optional: true, field: trace}}
    body:
      properties:
        ok: {const: false}
        code: {type: string}
        message: {type: string}
        hint: {type: string, optional: true}
        place: {type: string, optional: true}
        level: {$ref: Level, optional: true}
        cause: {errorOf: Cause, optional: true}
        issues: {type: array, items: {errorOf: Cause}, optional: true}
      additionalProperties: {field: extra}
  Old: {body: {properties: {error: {type: string, field: code}, text: {type: string, field: message}}}}
  List: {status: 422, body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}, at: {type: string}}}}}}}
  Plain: {mediaType: text/plain, status: 503, body: {type: string, field: sentence}}
  Cause: {part: true, body: {properties: {reason: {type: string, field: code}, detail: {type: string}}}}
defaults: {envelope: Problem, omit: [hint, place, level, cause, issues, extra]}
fallback: Internal
errors:
  Internal: {status: 500, code: INTERNAL, fields: {message: It broke.}, close: 1011}
  NotFound: {status: 404, code: NOT_FOUND, fields: {message: Not found.}}
  OrderNotFound:
    parent: NotFound
    code: ORDER_NOT_FOUND
    fields: {message: 'There is no order {order}.'}
    params: {order: {type: string, pattern: '[0-9]+'}}
  Denied: {status: 403, code: DENIED}
  Expired: {parent: Denied, fields: {message: The token has expired.}}
  Moved:
    status: [409, 410]
    code: MOVED
    fields: {message: 'Moved from {from} to {to}.', level: '{level}'}
    params: {from: {type: string}, to: {type: string}, level: {optional: false}}
  Busy:
    status: 429
    code: BUSY
    retryable: true
    fields: {message: ['Wait {n} s.', Busy.]}
    headers: {Retry-After: '{wait}'}
    params:
      n: {type: integer, minimum: 1, maximum: 60, optional: true}
      wait: {type: integer, format: seconds, default: 30}
      node: {type: string, private: true, optional: true}
  Failed: {status: 502, code: FAILED, fields: {message: It failed., cause: '{cause}'}, params: {cause: {optional: false}}}
  Tagged:
    status: 400
    code: TAGGED
    fields: {message: Odd tag., extra: '{extra}'}
    params: {tag: {type: string, in: extra}}
  Missing: {envelope: List, code: missing}
  TooLong: {envelope: List, code: too_long}
  Down: {envelope: Plain, fields: {sentence: We are down.}}
  Refused: {envelope: Cause, code: refused, fields: {detail: The bank refuses.}}
  TimedOut: {envelope: Cause, code: timed_out, fields: {detail: The bank is silent.}}
  Ended: {envelope: none, close: {code: 4001, reason: 'Ended after {n} minutes.'}, text: Ended., params: {n: {type: integer}}}
operations: {GetOrder: [OrderNotFound, Denied]}
retired: [{code: LOST}]
`

// mutations are changes of the catalog: what is replaced, and by what.
var mutations = []struct {
	name  string
	edits []string // what is replaced, and by what, in turn
}{
	{"nothing", nil},
	{"an entry with a code of its own", []string{"operations:", "  New: {status: 400, code: NEW, fields: {message: New.}}\noperations:"}},
	{"an entry that is a kind of one with its code", []string{"operations:", "  New: {parent: Denied, fields: {message: Not you.}}\noperations:"}},
	{"an entry with the code of another", []string{"operations:", "  New: {status: 404, code: NOT_FOUND, fields: {message: Nothing.}}\noperations:"}},
	{"an entry with the code of another and another status", []string{"operations:", "  New: {status: 410, code: NOT_FOUND, fields: {message: Nothing.}}\noperations:"}},
	{"an entry that takes any code", []string{"operations:", "  New: {status: 4XX, code: '{code}'}\noperations:"}},
	{"an entry gone", []string{"  Down: {envelope: Plain, fields: {sentence: We are down.}}\n", ""}},
	{"an entry gone that is retired", []string{"  Down: {envelope: Plain, fields: {sentence: We are down.}}\n", "", "[{code: LOST}]", "[{code: LOST}, {name: Down}]"}},
	{"an entry renamed", []string{"  Tagged:", "  Labelled:"}},
	{"an entry renamed that keeps its names in Go", []string{"  Tagged:", "  Labelled:\n    go: {name: Tagged}"}},
	{"another name in Go", []string{"  Tagged:", "  Tagged:\n    go: {name: Labelled}"}},
	{"the order of entries", []string{"  Denied: {status: 403, code: DENIED}\n", "", "  Missing:", "  Denied: {status: 403, code: DENIED}\n  Missing:"}},
	{"a parent gone", []string{"    parent: NotFound\n", "    status: 404\n"}},
	{"a parent more", []string{"  Tagged:", "  Tagged:\n    parent: Denied"}},
	{"another fallback", []string{"fallback: Internal", "fallback: NotFound"}},
	{"no fallback", []string{"fallback: Internal\n", ""}},
	{"another envelope", []string{"Tagged:\n    status: 400\n    code: TAGGED\n    fields: {message: Odd tag., extra: '{extra}'}\n    params: {tag: {type: string, in: extra}}", "Tagged:\n    envelope: Old\n    status: 400\n    code: TAGGED\n    fields: {message: Odd tag.}"}},
	{"an envelope more that is read", []string{"NotFound: {status: 404", "NotFound: {envelope: [Problem, Old], status: 404"}},
	{"no response any more", []string{"  Down: {envelope: Plain, fields: {sentence: We are down.}}", "  Down: {envelope: none, close: 4004, text: We are down.}"}},
	{"another status", []string{"NotFound: {status: 404", "NotFound: {status: 400"}},
	{"a text of an entry without a code", []string{"We are down.", "We are down for long."}},
	{"another status of an entry without a code", []string{"text/plain, status: 503", "text/plain, status: [503, 504]", "  Down: {", "  Down: {status: 504, "}},
	{"several statuses for one", []string{"NotFound: {status: 404", "NotFound: {status: [404, 410]"}},
	{"one status for several", []string{"status: [409, 410]", "status: 409"}},
	{"another first status", []string{"status: [409, 410]", "status: [410, 409]"}},
	{"no status", []string{"  Denied: {status: 403, code", "  Denied: {code"}},
	{"another code", []string{"code: TAGGED", "code: Tagged"}},
	{"a code with a param", []string{"code: TAGGED", "code: 'TAGGED_{tag}'"}},
	{"a number for a code", []string{"        code: {type: string}\n        message", "        code: {type: [string, integer]}\n        message"}},
	{"a code in a header", []string{"    headers: {X-Trace", "    headers: {X-Code: {type: string, field: code}, X-Trace", "        code: {type: string}\n        message: {type: string}\n", "        message: {type: string}\n"}},
	{"an optional member more", []string{"hint: {type: string, optional: true}", "hint: {type: string, optional: true}\n        more: {type: string, optional: true}"}},
	{"a constant more", []string{"ok: {const: false}", "ok: {const: false}\n        v: {const: 2}"}},
	{"another constant", []string{"ok: {const: false}", "ok: {const: true}"}},
	{"a constant less", []string{"        ok: {const: false}\n", ""}},
	{"a required member more", []string{"hint: {type: string, optional: true}", "hint: {type: string, optional: true}\n        more: {type: string, default: x}"}},
	{"a member renamed", []string{"        message: {type: string}\n        hint", "        text: {type: string, field: message}\n        hint"}},
	{"a member renamed with an alias", []string{"        message: {type: string}\n        hint", "        text: {type: string, field: message}\n        message: {type: string, field: message, alias: true}\n        hint"}},
	{"the code renamed", []string{"        code: {type: string}\n        message", "        id: {type: string, field: code}\n        message"}},
	{"a member that may be absent", []string{"        message: {type: string}\n        hint", "        message: {type: string, optional: true}\n        hint"}},
	{"a member of another type", []string{"level: {$ref: Level, optional: true}", "level: {type: integer, optional: true}"}},
	{"a member that may be null", []string{"        message: {type: string}\n        hint", "        message: {type: [string, 'null']}\n        hint"}},
	{"a form", []string{"        code: {type: string}\n        message", "        code: {type: string, as: 'urn:{}'}\n        message"}},
	{"another media type of JSON", []string{"  Problem:\n    headers", "  Problem:\n    mediaType: application/problem+json\n    headers"}},
	{"text instead of JSON", []string{"Plain: {mediaType: text/plain, status: 503, body: {type: string, field: sentence}}", "Plain: {status: 503, body: {properties: {sentence: {type: string}}}}"}},
	{"a list for one error", []string{"List: {status: 422, body: {properties: {errors: {repeated: true, items: {properties: {code: {type: string}, at: {type: string}}}}}}}", "List: {status: 422, body: {properties: {code: {type: string}, at: {type: string}}}}"}},
	{"more statuses of an envelope", []string{"Plain: {mediaType: text/plain, status: 503", "Plain: {mediaType: text/plain, status: [503, 504]"}},
	{"what must agree", []string{"NotFound: {status: 404", "NotFound: {match: [message], status: 404"}},
	{"an exchange value less", []string{"    headers: {X-Trace: {type: string, exchange: true, optional: true, field: trace}}\n", ""}},
	{"an exchange value more", []string{"X-Trace: {type: string, exchange: true, optional: true, field: trace}", "X-Trace: {type: string, exchange: true, optional: true, field: trace}, X-Span: {type: string, exchange: true, optional: true}"}},
	{"an error within an error less", []string{"TimedOut: {envelope: Cause, code: timed_out, fields: {detail: The bank is silent.}}", "TimedOut: {envelope: Cause, code: timeout, fields: {detail: The bank is silent.}}"}},
	{"an error within an error moved", []string{"Cause: {part: true, body: {properties: {reason: {type: string, field: code}", "Cause: {part: true, body: {properties: {why: {type: string, field: code}"}},
	{"a text", []string{"message: Not found.", "message: Nothing here."}},
	{"a text that alone holds a param", []string{"There is no order {order}.", "No order {order}."}},
	{"a text that alone tells the entry", []string{"The token has expired.", "Your token is too old."}},
	{"another wording first", []string{"['Wait {n} s.', Busy.]", "['Try again in {n} s.', 'Wait {n} s.', Busy.]"}},
	{"a wording less", []string{"['Wait {n} s.', Busy.]", "[Busy.]", "      n: {type: integer, minimum: 1, maximum: 60, optional: true}\n", ""}},
	{"an optional param more", []string{"node: {type: string, private: true, optional: true}", "node: {type: string, private: true, optional: true}\n      more: {type: string, private: true, optional: true}"}},
	{"a required param more", []string{"tag: {type: string, in: extra}", "tag: {type: string, in: extra}, more: {type: string, in: extra}"}},
	{"a param less", []string{"    fields: {message: 'There is no order {order}.'}\n    params: {order: {type: string, pattern: '[0-9]+'}}", "    fields: {message: There is no such order.}"}},
	{"a param renamed", []string{"order {order}.'}\n    params: {order:", "order {number}.'}\n    params: {number:"}},
	{"a param renamed that is a member", []string{"tag: {type: string, in: extra}", "label: {type: string, in: extra}"}},
	{"params in another order", []string{"{from: {type: string}, to: {type: string}", "{to: {type: string}, from: {type: string}"}},
	{"a param optional", []string{"tag: {type: string, in: extra}", "tag: {type: string, in: extra, optional: true}"}},
	{"another default", []string{"default: 30", "default: 60"}},
	{"no default", []string{"wait: {type: integer, format: seconds, default: 30}", "wait: {type: integer, format: seconds}"}},
	{"wider bounds", []string{"maximum: 60", "maximum: 600"}},
	{"narrower bounds", []string{"maximum: 60", "maximum: 10"}},
	{"a looser pattern", []string{"pattern: '[0-9]+'", "pattern: '[0-9a-z]+'"}},
	{"an enum's value more", []string{"enum: [low, high]", "enum: [low, high, max]"}},
	{"an enum's value less", []string{"enum: [low, high]", "enum: [low]"}},
	{"another format", []string{"format: seconds", "format: milliseconds"}},
	{"not private any more", []string{"node: {type: string, private: true, optional: true}", "node: {type: string, optional: true, in: extra}"}},
	{"sensitive", []string{"params: {order: {type: string,", "params: {order: {type: string, sensitive: true,"}},
	{"not retryable", []string{"    retryable: true\n", ""}},
	{"a header less", []string{"    headers: {Retry-After: '{wait}'}\n", "", "      wait: {type: integer, format: seconds, default: 30}\n", ""}},
	{"another close code", []string{"close: {code: 4001", "close: {code: 4002"}},
	{"a close code less", []string{"fields: {message: It broke.}, close: 1011}", "fields: {message: It broke.}}"}},
	{"another close reason", []string{"Ended after {n} minutes.", "It took {n} minutes."}},
	{"an operation with an error more", []string{"[OrderNotFound, Denied]", "[OrderNotFound, Denied, Busy]"}},
	{"an operation with an error less", []string{"[OrderNotFound, Denied]", "[OrderNotFound]"}},
	{"an operation gone", []string{"operations: {GetOrder: [OrderNotFound, Denied]}\n", ""}},
	{"deprecated", []string{"  Tagged:", "  Tagged:\n    deprecated: {since: '2'}"}},
	{"retired no more", []string{"retired: [{code: LOST}]\n", ""}},
	{"documentation", []string{"docs: https://shop.example/errors/", "docs: https://shop.example/e/"}},
	{"only types for data", []string{"docs: https", "go: {types: data}\ndocs: https"}},
	{"a client alone", []string{"docs: https", "go: {sides: client}\ndocs: https"}},
	{"moved to the defaults", []string{"defaults: {envelope: Problem,", "defaults: {status: 400, envelope: Problem,"}},
}

// mutated is the catalog with changes.
func mutated(t *testing.T, edits []string) string {
	t.Helper()
	text := base
	for len(edits) > 0 {
		from, to := edits[0], edits[1]
		edits = edits[2:]
		if n := strings.Count(text, from); n != 1 {
			t.Errorf("%q stands in the catalog %d times", from, n)
		}
		text = strings.Replace(text, from, to, 1)
	}
	return text
}

// TestMutations changes a catalog in many ways, and compares who is said to break with
// testdata/mutations.txt. ERRGEN_UPDATE=1 writes it anew: each line of it is a claim.
func TestMutations(t *testing.T) {
	const golden = "testdata/mutations.txt"
	var b strings.Builder
	before := side(t, base)
	for _, m := range mutations {
		fmt.Fprintf(&b, "%s\n", m.name)
		changes, err := Compare([]Side{before}, []Side{side(t, mutated(t, m.edits))}, Terms{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			fmt.Fprintf(&b, "    %s %s %s %s: %s -> %s\n", c.Level, c.Category, c.Rule, c.Subject, c.Before, c.After)
		}
	}
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
