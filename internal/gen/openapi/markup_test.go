package openapi_test

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
)

// TestMarkup: what is escaped in HTML can be any text, also where the catalog bounds
// the param; numbers and words are as they are.
func TestMarkup(t *testing.T) {
	c := resolved(t, "catalog.yaml", []byte(`errgen: 1
package: demo
envelopes:
  Page: {mediaType: text/html, body: {type: [string, 'null'], field: page}}
errors:
  Bounded: {envelope: Page, status: 400, fields: {page: '<p>{a} {n}</p>'}, params: {a: {type: string, pattern: '[<>]+'}, n: {type: integer}}}
  Raw: {envelope: Page, status: 401, fields: {page: '<p>{a}</p>'}, params: {a: {type: string, pattern: '[<>]+', markup: true}}}
  Open: {envelope: Page, status: 402}
`))
	files, err := openapi.With(openapi.Options{}).Emit(c, gen.Target{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`pattern: "^<p>[\\s\\S]* -?(?:0|[1-9][0-9]*)</p>$"`, `pattern: "^<p>[<>]+</p>$"`} {
		if !strings.Contains(string(files[0].Content), want) {
			t.Errorf("no %s in\n%s", want, files[0].Content)
		}
	}
}
