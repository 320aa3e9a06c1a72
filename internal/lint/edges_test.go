package lint

import (
	"slices"
	"strings"
	"testing"
)

// TestEdges: where rules end. Each case is what follows the beginning of a catalog, with
// the rule that is found in it, or after a ! one that is not.
func TestEdges(t *testing.T) {
	const begin = "errgen: 1\npackage: shop\nenvelopes:\n" +
		"  Problem: {body: {properties: {code: {type: string, optional: true}, message: {type: string}, wait_seconds: {type: integer, optional: true}, request: {type: string, exchange: true, optional: true}}}}\n"
	const coded = ", code: X, fields: {message: It is so.}"
	for _, test := range []struct{ name, rule, catalog string }{
		{"a header of the envelope", "!www-authenticate-missing", "  H: {headers: {WWW-Authenticate: {type: string, optional: true, field: scheme}}, body: {properties: {code: {type: string}, message: {type: string}}}}\nerrors:\n  X: {envelope: H, status: 401" + coded + "}\n"},
		{"one that is omitted", "www-authenticate-missing", "  H: {headers: {WWW-Authenticate: {type: string, optional: true, field: scheme}}, body: {properties: {code: {type: string}, message: {type: string}}}}\nerrors:\n  X: {envelope: H, status: 401, omit: [scheme]" + coded + "}\n"},
		{"a class of statuses", "!www-authenticate-missing", "errors:\n  X: {status: 4XX" + coded + "}\n"},
		{"one of several statuses", "www-authenticate-missing", "errors:\n  X: {status: [400, 401]" + coded + "}\n"},
		{"an inherited status", "www-authenticate-missing", "errors:\n  X: {status: 401" + coded + ", headers: {WWW-Authenticate: Bearer}}\n  Y: {status: 401, code: Y, fields: {message: It is not so.}}\n"},
		{"an inherited header", "!www-authenticate-missing", "errors:\n  X: {status: 401" + coded + ", headers: {WWW-Authenticate: Bearer}}\n  Y: {parent: X, code: Y}\n"},
		{"a member that is a delay", "!retry-after-missing", "errors:\n  X: {status: 429" + coded + "}\n"},
		{"it is omitted", "retry-after-missing", "errors:\n  X: {status: 429" + coded + ", omit: [wait_seconds]}\n"},
		{"a param that is a duration", "!retry-after-missing", "errors:\n  X: {status: 429, code: X, omit: [wait_seconds], fields: {message: 'Come in {n} s.'}, params: {n: {type: integer, format: seconds}}}\n"},
		{"retryable: false", "!retryable-unsaid", "errors:\n  X: {status: 503, retryable: false" + coded + "}\n  Y: {status: 409, code: Y, retryable: true}\n"},
		{"nothing is retryable", "!retryable-unsaid", "errors:\n  X: {status: 503" + coded + "}\n"},
		{"one of the statuses passes", "!retryable-permanent", "errors:\n  X: {status: [400, 503], retryable: true" + coded + "}\n"},
		{"a conflict passes", "!retryable-permanent", "errors:\n  X: {status: 409, retryable: true" + coded + "}\n"},
		{"a kind of entries", "!status-missing", "errors:\n  X: {code: X}\n  Y: {parent: X, status: 404, code: Y}\n"},
		{"a kind of entries", "!code-missing", "errors:\n  X: {status: 404}\n  Y: {parent: X, code: Y}\n  Z: {parent: X, code: Z}\n"},
		{"few have codes", "!code-missing", "errors:\n  X: {status: 404, fields: {message: No order.}}\n  Y: {status: 409, fields: {message: No room.}}\n  Z: {status: 410, code: Z}\n"},
		{"siblings", "!text-only-identity", "errors:\n  X: {status: 404, code: X}\n  Y: {parent: X, fields: {message: No order.}}\n  Z: {parent: X, fields: {message: No room.}}\n"},
		{"siblings whose parent is elsewhere", "text-only-identity", "errors:\n  X: {status: 400, code: W}\n  Y: {parent: X, code: X, fields: {message: No order.}}\n  Z: {parent: X, code: X, fields: {message: No room.}}\n"},
		{"the reason of a close code", "text-only-identity", "errors:\n  X: {envelope: none, close: {code: 4001, reason: The end.}, text: x}\n  Y: {envelope: none, close: {code: 4001, reason: No more.}, text: y}\n"},
		{"the reason tells kin", "!text-only-identity", "errors:\n  X: {envelope: none, close: 4001, text: x}\n  Y: {envelope: none, parent: X, close: {code: 4001, reason: No more.}, text: y}\n"},
		{"one code, kin", "!shared-code", "errors:\n  X: {status: 404, code: X}\n  Y: {parent: X, status: 409, fields: {message: No order.}}\n"},
		{"a number beside a text", "!swapped-arguments", "errors:\n  X: {status: 404, code: X, headers: {X-A: '{a}', X-B: '{b}'}, params: {a: {type: string}, b: {type: integer}}, fields: {message: No.}}\n"},
		{"an optional one is no argument", "!swapped-arguments", "errors:\n  X: {status: 404, code: X, headers: {X-A: '{a}', X-B: '{b}'}, params: {a: {type: string}, b: {type: string, optional: true}}, fields: {message: No.}}\n"},
		{"an enum beside a text", "!swapped-arguments", "types: {A: {type: string, enum: [x]}}\nerrors:\n  X: {status: 404, code: X, headers: {X-A: '{a}', X-B: '{b}'}, params: {a: {$ref: A}, b: {type: string}}, fields: {message: No.}}\n"},
		{"much between two params", "!lost-param", "errors:\n  X: {status: 404, code: X, fields: {message: '{a} is not in {b}.'}, params: {a: {type: string}, b: {type: string}}}\n"},
		{"little, but they cannot hold it", "!lost-param", "errors:\n  X: {status: 404, code: X, fields: {message: '{a}/{b}'}, params: {a: {type: string, pattern: '[a-z]+'}, b: {type: string}}}\n"},
		{"it has a place of its own", "!text-only-param", "errors:\n  X: {status: 404, code: X, fields: {message: 'No {a}.'}, headers: {X-A: '{a}'}, params: {a: {type: string}}}\n"},
		{"it is private", "!text-only-param", "errors:\n  X: {status: 404, code: X, fields: {message: No.}, params: {a: {type: string, private: true}}}\n"},
		{"a private secret", "!sensitive-on-wire", "errors:\n  X: {status: 404, code: X, fields: {message: No.}, params: {a: {type: string, private: true, sensitive: true}}}\n"},
		{"a secret of a kind", "!sensitive-unmarked", "errors:\n  X: {status: 404, code: X, fields: {message: No.}, headers: {X-A: '{mail}'}, params: {mail: {type: string, enum: [sent, lost]}}}\n"},
		{"a fault with a fixed text", "!server-text", "errors:\n  X: {status: 500, code: X, fields: {message: It broke.}}\n"},
		{"a client's fault", "!server-text", "errors:\n  X: {status: 400, code: X}\n"},
		{"it may be a client's fault", "!server-text", "errors:\n  X: {status: [400, 500], code: X}\n"},
		{"one text for both", "!account-oracle", "errors:\n  X: {status: 404, code: X, fields: {message: Unknown user.}}\n  Y: {status: 403, code: Y, fields: {message: User name or password is wrong.}}\n"},
		{"money", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'It costs ${a}.'}, params: {a: {type: string}}}\n"},
		{"of C", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %s.'}}\n"},
		{"of C numbers", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %5.2f.'}}\n"},
		{"of C sizes", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %zu.'}}\n"},
		{"of C columns", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %-10s.'}}\n"},
		{"of C zeros", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %03d.'}}\n"},
		{"of Python", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %(order)s.'}}\n"},
		{"of C with places", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %1$d.'}}\n"},
		{"of Mustache", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No {{order}}.'}}\n"},
		{"of Jinja", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No {{ order.id }}.'}}\n"},
		{"of Symfony", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %order%.'}}\n"},
		{"of Go", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %[1]s.'}}\n"},
		{"of Go that failed", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %!s(int=5).'}}\n"},
		{"of ERB", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No <%= order %>.'}}\n"},
		{"of JavaScript that failed", "foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No [object Object].'}}\n"},
		{"of prose", "!foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'See /orders/:id, <id>.'}}\n"},
		{"per cent", "!foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'Only 5% of it, 100% sure, 7 %.'}}\n"},
		{"an encoded address", "!foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'See /a%20b%2Fd%d0%b0.'}}\n"},
		{"a param", "!foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No {a}.'}, params: {a: {type: string}}}\n"},
		{"an inherited text is its origin's", "!foreign-placeholder", "errors:\n  X: {status: 404, code: X, fields: {message: 'No %s.'}, allow: {foreign-placeholder: It is so.}}\n  Y: {parent: X, code: Y}\n"},
		{"a text body", "!text-space", "  T: {mediaType: text/plain, body: {type: string, field: text}}\nerrors:\n  X: {envelope: T, status: 404, fields: {text: \"a\\n\"}}\n"},
		{"a server fault may be general", "!code-generic", "errors:\n  X: {status: 500, code: UNKNOWN, fields: {message: It broke.}}\n"},
		{"too few codes for a style", "!code-style", "errors:\n  X: {status: 404, code: A_B, fields: {message: No.}}\n  Y: {status: 404, code: a-b, fields: {message: No no.}}\n"},
		{"a word of an operation", "!in-no-operation", "errors:\n  X: {status: 404" + coded + "}\n  Y: {parent: X, code: Y}\noperations: {Get: [X]}\n"},
		{"a kind of one that is listed", "!in-no-operation", "errors:\n  X: {status: 404" + coded + "}\n  Y: {parent: X, code: Y}\noperations: {Get: [Y]}\n"},
		{"a sibling of one that is listed", "in-no-operation", "errors:\n  X: {status: 404" + coded + "}\n  Y: {parent: X, code: Y}\n  Z: {parent: X, code: Z}\noperations: {Get: [Y]}\n"},
		{"a type of a type", "!unused", "types: {A: {items: {$ref: B}}, B: {type: string}}\nerrors:\n  X: {status: 404, code: X, fields: {message: No.}, headers: {X-A: x}, params: {a: {$ref: A, private: true}}}\n"},
	} {
		t.Run(test.rule+"/"+strings.ReplaceAll(test.name, " ", "_"), func(t *testing.T) {
			rule, absent := strings.CutPrefix(test.rule, "!")
			found := strings.Split(said([]Input{inputOf(t, "shop.yaml", begin+test.catalog, nil)}, Options{}), "; ")
			has := slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, rule+" ") })
			if _, known := Explain(Rule(rule)); !known || has == absent {
				t.Errorf("found %q", found)
			}
		})
	}
}
