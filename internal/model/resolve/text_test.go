package resolve

import (
	"fmt"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

// TestDefaultText: the text of Error where the catalog says none; docs/spec.md#text.
func TestDefaultText(t *testing.T) {
	const catalog = `errgen: 1
package: demo
envelopes: {E: {headers: %s, body: {properties: {code: {type: string, optional: true}, %s}}}}
errors:
  X: {status: 400, %s}
`
	const s = ": {type: string}"
	for _, tt := range []struct{ name, headers, members, entry, want string }{
		{"a target first", "{}", "target" + s + ", message" + s, "", "{message}"},
		{"a type, a field and a text within", "{}", "error: {properties: {type" + s + ", param" + s + ", Message" + s + "}}", "", "{Message}"},
		{"a severity called error", "{}", "error" + s + ", reason" + s, "", "{reason}"},
		{"a title and a detail", "{}", "title" + s + ", status: {type: integer}, detail" + s, "", "{detail}"},
		{"OAuth", "{}", "error" + s + ", error_description" + s, "", "{error_description}"},
		{"letter case and separators", "{}", "state" + s + ", Error-Description" + s, "", "{Error-Description}"},
		{"msg", "{}", "state" + s + ", MSG" + s, "", "{MSG}"},
		{"none of them", "{}", "state" + s + ", path" + s, "", "{state}"},
		{"not a string", "{}", "message: {type: integer}, state" + s, "", "{state}"},
		{"sensitive", "{}", "message: {type: string, sensitive: true}, state" + s, "", "{state}"},
		{"by the field's name", "{}", "state" + s + ", text: {type: string, field: detail}", "", "{detail}"},
		{"what may be absent gives way", "{}", "state" + s + ", message: {type: string, optional: true}, title" + s, "", "{message} | {title}"},
		{"what is omitted does not count", "{}", "state" + s + ", message: {type: string, optional: true}", "omit: [message]", "{state}"},
		{"a header after all of the body", "{Message" + s + "}", "state" + s, "", "{state}"},
		{"a header alone", "{Message" + s + "}", "n: {type: integer}", "", "{Message}"},
		{"a type of its own", "{}", "state" + s + ", message: {$ref: Text}", "", "{message}"},
	} {
		text := fmt.Sprintf(catalog, tt.headers, tt.members, tt.entry) + "types: {Text: {type: string, minLength: 1}}\n"
		if got := modeltest.Templates(modeltest.Entry(mustResolve(t, text), "X").Text); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
