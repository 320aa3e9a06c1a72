package resolve

import (
	"fmt"
	"strings"
	"testing"
)

// TestUsedTypes: no type is exported that nothing of the package has.
func TestUsedTypes(t *testing.T) {
	const catalog = `errgen: 1
package: demo
types: {Mine: {properties: {a: {type: string}}}}
envelopes:
  A: {body: {properties: {code: {type: string}, %[1]s}}}
  B: {body: {properties: {code: {type: string}, x: {const: b}, %[1]s}}}
defaults: {status: 400}
errors:
  X: {envelope: A, code: X%[2]s}
  Y: {envelope: B, code: Y%[2]s}
`
	for _, tt := range []struct{ name, member, entry, want string }{
		{"an exchange value", "id: {type: [string, integer], exchange: true}", "", "Mine AID"},
		{"in a list", "ids: {type: array, exchange: true, items: {oneOf: [{type: string}, {type: array, items: {properties: {n: {type: integer}}}}]}}", "", "Mine AIDsItem AIDsItemItem"},
		{"a field at two places", "a: {type: [string, integer], field: f}, b: {type: [string, integer], field: f}", ", envelope: [A, B]", "Mine AF"},
		{"a field of two envelopes", "f: {field: f, type: object, properties: {a: {type: integer}}}", "", "Mine AF BF"},
		{"a field that all fill", "f: {field: f, type: object, properties: {a: {type: integer}}}", ", fields: {f: {a: 1}}", "Mine"},
		{"what is within", "f: {field: f, additionalProperties: {properties: {a: {type: [string, integer]}}}}", ", envelope: [A, B]", "Mine AFValue AFValueA"},
		{"a param's own", "f: {type: string}", ", fields: {f: x}, params: {p: {private: true, properties: {a: {type: integer}}}}", "Mine XP YP"},
	} {
		entry := tt.entry
		text := fmt.Sprintf(catalog, tt.member, entry)
		text = strings.ReplaceAll(text, "envelope: A, code: X, envelope:", "code: X, envelope:")
		text = strings.ReplaceAll(text, "envelope: B, code: Y, envelope:", "code: Y, envelope:")
		var got []string
		for _, ty := range mustResolve(t, text).Types {
			got = append(got, ty.GoName)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
