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
			expectChanges(t, x.before, x.after, x.want, func(c Change) string {
				if c.Level == Error && (c.Category == Wire || c.Category == WireBack) {
					return string(c.Category) + " " + string(c.Rule)
				}
				return ""
			})
		})
	}
}

// expectChanges holds the changes that have a name to those that are wanted.
func expectChanges(t *testing.T, before, after, want string, name func(Change) string) {
	t.Helper()
	var got []string
	for _, c := range compare(t, before, after) {
		if s := name(c); s != "" {
			got = append(got, s)
		}
	}
	if strings.Join(got, ", ") != want {
		t.Errorf("%v, want %q", got, want)
	}
}

// TestWithin: an error that stands within others is looked for at each place, and is
// gone where one of them is.
func TestWithin(t *testing.T) {
	const both = `
errgen: 1
package: shop
envelopes:
  One: {body: {properties: {code: {type: string}, cause: {errorOf: Cause, optional: true}}}}
  Other: {body: {properties: {code: {type: string}, causes: {type: array, items: {errorOf: Cause}, optional: true}}}}
  Cause: {part: true, body: {properties: {reason: {type: string, field: code}}}}
errors:
  Denied: {envelope: One, code: denied, status: 403}
  Sealed: {envelope: Other, code: sealed, status: 503}
  Late: {envelope: Cause, code: late}
  Early: {envelope: Cause, code: early}
`
	one := strings.Replace(both, ", causes: {type: array, items: {errorOf: Cause}, optional: true}", "", 1)
	other := strings.Replace(both, ", cause: {errorOf: Cause, optional: true}", "", 1)
	renamed := strings.Replace(both, "cause: {errorOf", "reason: {errorOf", 1)
	for name, x := range map[string]struct{ before, after, want string }{
		"nowhere":        {both, both, ""},
		"at the first":   {both, other, "wire-back Late, wire-back Early"},
		"at the second":  {both, one, "wire-back Late"},
		"new at another": {one, both, ""},
		"new at all":     {strings.Replace(one, ", cause: {errorOf: Cause, optional: true}", "", 1), both, ""},
		"moved":          {both, renamed, "wire Late, wire Early, wire-back Late, wire-back Early"},
	} {
		t.Run(name, func(t *testing.T) {
			expectChanges(t, x.before, x.after, x.want, ofRule(ErrorIgnored))
		})
	}
}

// TestLostBeside: a param is lost that only shows beside a value of another one, which
// makes the error what it is.
func TestLostBeside(t *testing.T) {
	const scoped = `
errgen: 1
package: shop
envelopes:
  Limit:
    status: 429
    headers: {X-Scope: {type: string, enum: [user, shared], optional: true, field: scope}}
    body: {properties: {message: {type: string}, global: {type: boolean}}}
errors:
  RateLimited: {fields: {message: You are being rate limited.}}
  RateLimitedGlobally: {parent: RateLimited, fields: {global: true}}
`
	var got []string
	for _, c := range compare(t, scoped, strings.Replace(scoped, "type: string, enum: [user, shared]", "type: integer", 1)) {
		if c.Rule == DataLost && c.Category == Wire {
			got = append(got, c.Subject)
		}
	}
	if want := "RateLimited, RateLimitedGlobally"; strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestWithheld: earlier clients miss a param that is private since, whatever it holds.
func TestWithheld(t *testing.T) {
	const shown = `
errgen: 1
package: shop
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  NotFound: {status: 404, code: not_found, fields: {message: There is no KIND.}, params: {kind: {type: string, enum: [app, dyno]}}}
`
	of := func(kind, private string) string {
		return strings.Replace(strings.Replace(shown, "There is no KIND.", "'There is no "+kind+".'", 1), "type: string, enum", private+"type: string, enum", 1)
	}
	expectChanges(t, of("{kind}", ""), of("thing", "private: true, "), "wire NotFound", ofRule(DataLost))
}

// TestLostWithin: of an error within another its data is lost where a param is required
// since that cannot stand there.
func TestLostWithin(t *testing.T) {
	const before = `
errgen: 1
package: shop
envelopes:
  Problem: {body: {properties: {code: {type: string}, note: {type: string}, request: {type: string, exchange: true}, cause: {errorOf: Cause, optional: true}}}}
  Cause: {part: true, body: {properties: {code: {type: string}, note: {type: string}}}}
errors:
  Denied: {envelope: [Problem, Cause], code: denied, status: 403, fields: {note: '{reason}'}, params: {reason: {type: string}}, omit: [cause]}
  NotReady: {envelope: Problem, code: not_ready, status: 409}
`
	expectChanges(t, before, strings.Replace(before, ", exchange: true", "", 1), "wire-back Denied", ofRule(DataLost))
}

// ofRule names the changes of one rule.
func ofRule(rule Rule) func(Change) string {
	return func(c Change) string {
		if c.Rule == rule {
			return string(c.Category) + " " + c.Subject
		}
		return ""
	}
}
