package lower

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

const shop = `
docs: 'https://shop.example/'
envelopes:
  P: {body: {properties: {code: {type: string}, text: {type: string}, hint: {type: integer, optional: true}}}}
  Part: {part: true, body: {properties: {code: {type: string}, word: {type: string}}}}
  T: {mediaType: 'Text/Plain; charset=utf-8', status: 5XX, body: {type: string, field: text}}
defaults: {envelope: P, omit: [hint]}
fallback: Other
errors:
  Base: {status: [400, 5XX], code: BASE, retryable: true, fields: {text: 'At {$status}.'}}
  Child:
    parent: Base
    status: 502
    docs: child
    text: "On\n  {a}\u2028lines."
    params: {a: {type: string}, c: {type: integer, default: 5}, d: {type: string, sensitive: true}, e: {type: string, private: true, optional: true}}
    fields: {text: '{a} {c} {d}'}
  Other: {status: 500, code: OTHER, fields: {text: x}}
  Any: {status: 400, code: '{code}', match: [text], fields: {text: '{code}'}, params: {code: {type: string}}}
  Some: {status: 400, code: 'A{n}', fields: {text: 'No {n}.', hint: 5}, params: {n: {type: integer}}}
  Cause: {envelope: Part, code: C, fields: {word: w}}
  Plain: {envelope: T, status: 503, fields: {text: Down.}}
  Close: {envelope: none, close: {code: 4000, reason: 'Go {who}'}, params: {who: {type: string}}}
`

// showEntry is an entry's row but for its body and facts.
func showEntry(t *testing.T, table *errgen.Table, e *errgen.Entry) string {
	t.Helper()
	parts := []string{e.Name, e.Code, show(e.Text)}
	for _, p := range []errgen.Program{e.Text, e.Body, e.Reason} {
		checkSkips(t, p)
	}
	if e.Parent != 0 {
		parts = append(parts, "of "+table.Name(e.Parent))
	}
	for trait, name := range map[errgen.Traits]string{errgen.IsRetryable: "retryable"} {
		if e.Traits&trait != 0 {
			parts = append(parts, name)
		}
	}
	for _, trait := range []struct {
		trait errgen.Traits
		name  string
	}{{errgen.IsStatic, "static"}, {errgen.HasStatus, "status"}, {errgen.IsUnreachable, "unreachable"}} {
		if e.Traits&trait.trait != 0 {
			parts = append(parts, trait.name)
		}
	}
	parts = append(parts, fmt.Sprint(e.Status))
	for _, p := range e.Params {
		parts = append(parts, fmt.Sprintf("%s:%d:%d", p.Name, table.Schemas[p.Schema].Kind, p.Flags))
	}
	for _, r := range e.Reads {
		parts = append(parts, fmt.Sprintf("in %d rank %d code %s match %v by text %t text %d", r.Envelope, r.Rank, show(r.Code), r.Match, r.ByText, r.Text))
	}
	if e.Close != 0 {
		parts = append(parts, fmt.Sprintf("close %d %s %s", e.Close, show(e.Reason), showFacts(e.Causes)))
	}
	return strings.Join(append(parts, e.DocURL), " | ")
}

func TestEntries(t *testing.T) {
	p := lowered(t, shop)
	want := []string{
		"Base | BASE | At <status>. | retryable | status | [{400 400} {500 599}] | status:2:0 | in 0 rank 3 code  match [] by text false text 2 | ",
		"Child | BASE | On <0> lines. | of Base | retryable | [{502 502}] | a:1:0 | c:2:8 | d:1:2 | e:1:5 | in 0 rank 3 code  match [] by text false text 0 | https://shop.example/child",
		"Other | OTHER | x | static | [{500 500}] | in 0 rank 3 code  match [] by text false text 2 | ",
		"Any |  | <0> | [{400 400}] | code:1:0 | in 0 rank 1 code <0> match [2] by text false text 2 | ",
		"Some |  | No <0>. | [{400 400}] | n:2:0 | in 0 rank 2 code A<0> match [] by text false text 2 | ",
		"Cause | C | w | static | unreachable | [] | in 1 rank 3 code  match [] by text false text 2 | ",
		"Plain |  | Down. | static | [{503 503}] | in 2 rank 0 code  match [] by text true text 2 | ",
		"Close |  | Go <0> | unreachable | [] | who:1:0 | close 4000 Go <0> 2=Go <0>! | ",
	}
	for i := range p.Table.Entries {
		if got := showEntry(t, p.Table, &p.Table.Entries[i]); got != want[i] {
			t.Errorf("entry %d is\n%s, want\n%s", i, got, want[i])
		}
	}
	if p.Table.Package != "low" || p.Table.Name(p.Table.Fallback) != "Other" || p.Table.RowOf("Close") != errgen.First+7 || p.Table.RowOf("Unlisted") != errgen.Unlisted {
		t.Error(p.Table.Package, p.Table.Fallback, p.Table.RowOf("Close"))
	}
	for i, e := range p.Catalog.Entries {
		if p.Rows[e] != errgen.First+errgen.Row(i) {
			t.Errorf("%s is in row %d", e.Name, p.Rows[e])
		}
	}
}

// TestReadStatus: an entry is read in the statuses that its envelope has of its own.
func TestReadStatus(t *testing.T) {
	p := lowered(t, `
envelopes:
  P: {status: 4XX, body: {properties: {code: {type: string}}}}
  Q: {status: [409, 5XX], body: {properties: {code: {type: string}}}}
errors: {E: {envelope: [P, Q], status: [404, 409, 503], code: A}}
`)
	e := p.Table.Entries[0]
	if got, want := fmt.Sprint(e.Status, e.Reads[0].Status, e.Reads[1].Status), "[{404 404} {409 409}] [] [{409 409} {503 503}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
