package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// TestIncludedEntries: what entries of an included file are in the catalog, and what
// those are that refine them; docs/spec.md#shared-files.
func TestIncludedEntries(t *testing.T) {
	const shared = `errgen: 1
sources: [{id: rules, title: Rules}]
defaults: {status: 503, group: Platform, source: rules, tags: [platform], retryable: true}
groups: {Platform: {title: Of all, description: D, count: 2}}
envelopes: {E: {body: {properties: {code: {type: string}, a: {type: string}, b: {type: string, optional: true}}}}}
errors:
  One: {code: ONE, fields: {a: one, b: 'of {who}'}, params: {who: {type: string}}, description: First., docs: one, close: 4001, text: t}
  Two: {parent: One, code: TWO, status: 404, fields: {a: two}, deprecated: {since: '1'}}
  Three: {code: THREE, fields: {a: three}}
`
	const catalog = `errgen: 1
package: demo
include: [shared.yaml]
docs: https://x.example/
defaults: {status: 400, tags: [own], omit: [b]}
groups: {Platform: {title: Ours}, Own: {}}
errors:
  Own: {code: OWN, group: Own, fields: {a: own}}
  Child: {parent: Three, fields: {a: child}}
  Two: {retryable: false, fields: {a: 'two {n}'}, params: {n: {type: integer}}}
  One: {group: Own, fields: {b: 'for {whom}'}, params: {whom: {type: string}}}
`
	var l diag.List
	f := load.BytesWith("catalog.yaml", []byte(catalog), func(string) ([]byte, error) { return []byte(shared), nil }, &l)
	c := Catalog(f, &l)
	for _, d := range l.Sorted() {
		t.Error(d)
	}
	if c == nil {
		return
	}
	var got []string
	for _, e := range c.Entries {
		got = append(got, about(e))
	}
	want := `One 503 ONE Own rules [platform] true "First." https://x.example/one 4001 false (whom)
Two 404 TWO Own rules [platform] false "" - - true (whom n)
Three 503 THREE Platform rules [platform] true "" - - false (b)
Own 400 OWN Own - [own] false "" - - false ()
Child 503 THREE Platform rules [platform] true "" - - false ()`
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if g := c.Groups[0]; len(c.Groups) != 2 || g.Title != "Ours" || g.Description != "D" {
		t.Errorf("%+v", g)
	}
}

func about(e *model.Entry) string {
	status, _ := e.Status.Only()
	source, docs, code := "-", "-", "-"
	if e.Source != nil {
		source = e.Source.ID
	}
	if e.DocURL != "" {
		docs = e.DocURL
	}
	if e.Close != nil {
		code = fmt.Sprint(e.Close.Code)
	}
	var params []string
	for _, p := range e.Params {
		params = append(params, p.Name)
	}
	return fmt.Sprintf("%s %d %s %s %s %s %t %q %s %s %t (%s)", e.Name, status, e.Code.Text(), e.Group.Name, source, e.Tags,
		e.Retryable, e.Description, docs, code, e.Deprecated != nil, strings.Join(params, " "))
}
