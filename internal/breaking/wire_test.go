package breaking

import (
	"strings"
	"testing"
)

// TestUntold: what clients of the writer's own generation cannot tell breaks those who
// could tell it of their own servers, and nobody else.
func TestUntold(t *testing.T) {
	const texts = `
errgen: 1
package: shop
envelopes:
  Errors: {body: {properties: {errors: {repeated: true, items: {type: string, field: text}}}}}
errors:
  Denied: {status: 403, fields: {text: Permission denied.}}
  Sealed: {status: 503, fields: {text: It is sealed.}}
`
	const untold = `
errgen: 1
package: shop
envelopes:
  Plain: {status: STATUS, body: {properties: {message: {type: string}}}}
errors:
  Invalid: {}
`
	told := strings.Replace(untold, "STATUS", "422", 1)
	nowhere := strings.Replace(untold, "status: STATUS, ", "", 1)
	for name, x := range map[string]struct {
		before, after string
		want          string // category and rule of errors of the wire
	}{
		"in a list of other statuses":       {texts, texts + "docs: https://shop.example/errors/\n", ""},
		"since the change":                  {told, nowhere, "wire error-unexpected, wire-back error-unexpected"},
		"until the change, and by no later": {nowhere, told, "wire error-unexpected"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, c := range compare(t, x.before, x.after) {
				if c.Level == Error && (c.Category == Wire || c.Category == WireBack) {
					got = append(got, string(c.Category)+" "+string(c.Rule))
				}
			}
			if strings.Join(got, ", ") != x.want {
				t.Errorf("%v, want %q", got, x.want)
			}
		})
	}
}
