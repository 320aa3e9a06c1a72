package apidoc

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// orders is the catalog of rules.md.
const orders = `errgen: 1
package: shop
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}
operations:
  getOrder: {method: GET, path: '/orders/{order}', errors: [NoOrder, Busy]}
errors:
  NoOrder: {status: 404, code: NO_ORDER, fields: {message: There is no such order.}}
  Busy: {status: 503, code: BUSY, fields: {message: Come back later.}, headers: {Retry-After: '5'}}
  Taken: {status: 404, code: TAKEN, fields: {message: It is not for you.}}
`

func catalogOf(t *testing.T, name string, text []byte) *Catalog {
	t.Helper()
	var l diag.List
	name = filepath.ToSlash(filepath.Join(t.TempDir(), name))
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
	files, _ := load.Paths([]string{name}, &l)
	if len(files) != 1 {
		t.Fatalf("no catalog: %v", l.Sorted())
	}
	c, program := proof.Catalog(resolve.Catalog(files[0], &l), files[0], &l)
	if c == nil || len(l.Sorted()) > 0 {
		t.Fatalf("the catalog is not usable: %v", l.Sorted())
	}
	return &Catalog{c, program, func(*model.Operation) diag.Pos { return diag.Pos{File: name, Line: 6, Column: 3} }}
}

func documentOf(t *testing.T, dir, name, text string) *Document {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	d, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return d[0]
}

// TestExamplesOfRules: the bad example of a rule has that finding and no other one, the
// good one has none; rules.md and rule.go have the same rules.
func TestExamplesOfRules(t *testing.T) {
	if n := strings.Count(page, "\n### "); n != len(Rules()) || n != len(levels) {
		t.Errorf("rules.md has %d rules, Rules %d, levels %d", n, len(Rules()), len(levels))
	}
	catalog := catalogOf(t, "shop.yaml", []byte(orders))
	for _, r := range Rules() {
		t.Run(string(r), func(t *testing.T) {
			x := Explain(r)
			for _, version := range []string{"3.0.3", "3.1.0"} {
				bad, good := strings.Replace(x.Bad, "3.0.3", version, 1), strings.Replace(x.Good, "3.0.3", version, 1)
				found := Check([]*Document{documentOf(t, t.TempDir(), "api.yaml", bad)}, []*Catalog{catalog}, Options{})
				if len(found) == 0 || slices.ContainsFunc(found, func(f report.Finding) bool { return f.Rule != string(r) || f.Remedy == "" || !f.Pos.IsValid() }) {
					t.Errorf("bad: %+v", found)
				}
				if found := Check([]*Document{documentOf(t, t.TempDir(), "api.yaml", good)}, []*Catalog{catalog}, Options{}); len(found) > 0 {
					t.Errorf("good: %+v", found)
				}
			}
		})
	}
}

// Of a response that no error needs that is all that is said, whatever it documents. Of a
// class in small letters, which is none to OpenAPI, it is said how it is written.
func TestNeedless(t *testing.T) {
	const taken = "{description: Taken., content: {application/json: {example: {code: TAKEN, message: It is not for you.}}}}"
	d := documentOf(t, t.TempDir(), "api.yaml", "openapi: 3.0.3\ninfo: {title: Shop, version: 1.0.0}\npaths:\n  /orders/{id}: {get: {responses: {'409': "+taken+", 4xx: "+taken+"}}}\n")
	var got []string
	for _, f := range Check([]*Document{d}, []*Catalog{catalogOf(t, "shop.yaml", []byte(orders))}, Options{}) {
		if f.Rule != string(StatusUndocumented) {
			got = append(got, f.Rule+": "+f.Remedy)
		}
	}
	want := []string{"status-unraised: remove the response, or add the error to the operation in the catalog", "status-unraised: write `4XX`: OpenAPI knows classes by capitals alone"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestAllowances: an allowance holds up to its last day, which may be without quotes.
func TestAllowances(t *testing.T) {
	const document = `openapi: 3.0.3
info: {title: Shop, version: 1.0.0}
paths:
  /orders/{id}: {get: {operationId: getOrder, x-errgen-allow: {status-undocumented: ALLOWANCE}, responses: {default: {description: More.}, '404': {description: None.}}}}
`
	catalog := catalogOf(t, "shop.yaml", []byte(orders))
	for _, test := range []struct {
		allowance, today string
		want             string // what is found beside media-type-undocumented
	}{
		{"It will be.", "2026-11-28", ""},
		{"{because: It will be., until: '2026-11-28'}", "2026-11-28", ""},
		{"{because: It will be., until: 2026-11-28}", "2026-11-28", ""},
		{"{because: It will be., until: 2026-11-27}", "2026-11-28", "status-undocumented"},
		{"{because: It will be.}", "2026-11-28", ""},
	} {
		text := strings.Replace(strings.Replace(document, "default: {description: More.}, ", "", 1), "ALLOWANCE", test.allowance, 1)
		var got []string
		for _, f := range Check([]*Document{documentOf(t, t.TempDir(), "api.yaml", text)}, []*Catalog{catalog}, Options{Today: test.today}) {
			if f.Rule != string(MediaTypeUndocumented) {
				got = append(got, f.Rule)
				if !strings.HasSuffix(f.Message, ", which was allowed until 2026-11-27") {
					t.Error(f.Message)
				}
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s on %s: %v", test.allowance, test.today, got)
		}
	}
}

// TestLevels: rules have the levels that they are given, and are not reported when off.
func TestLevels(t *testing.T) {
	catalog := catalogOf(t, "shop.yaml", []byte(orders))
	x := Explain(StatusUndocumented)
	for word, want := range map[string]string{"": "error", "warning": "warning", "info": "info", "off": ""} {
		got := ""
		for _, f := range Check([]*Document{documentOf(t, t.TempDir(), "api.yaml", x.Bad)}, []*Catalog{catalog}, Options{Levels: map[string]string{string(StatusUndocumented): word}}) {
			got += f.Level.String()
		}
		if got != want {
			t.Errorf("%q: %s", word, got)
		}
	}
}

// TestManual holds the rules of the manual's page to rules.md. ERRGEN_UPDATE=1 writes
// them anew.
func TestManual(t *testing.T) {
	const name = "../../docs/openapi-check.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(data), "\n## Rules\n")
	want := strings.TrimRight(head, "\n") + "\n\n## Rules\n\n" + manual()
	if string(data) == want {
		return
	}
	if os.Getenv("ERRGEN_UPDATE") != "1" {
		t.Fatalf("%s is not what rules.md makes; ERRGEN_UPDATE=1 writes it anew", name)
	}
	if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
		t.Fatal(err)
	}
}

// manual are the sections of the rules, behind a table of them.
func manual() string {
	var b, sections strings.Builder
	b.WriteString("| rule | level | |\n| --- | --- | --- |\n")
	for _, r := range Rules() {
		x := Explain(r)
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", r, r, x.Level, x.Summary)
		fmt.Fprintf(&sections, "\n### %s\n\n*%s.* %s\n\n```yaml\n%s```\n\nMended:\n\n```yaml\n%s```\n", r, x.Level, x.Cause, inner(x.Bad), inner(x.Good))
	}
	return b.String() + sections.String()
}

// inner is an example without the beginning that all have.
func inner(document string) string { return document[strings.Index(document, "\npaths:")+1:] }

// shop is the shop's catalog with its generated document in a folder, and the text of its
// service document.
func shop(t *testing.T, dir string, o openapi.Options) (*Catalog, string) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/openapi/shop.yaml")
	if err != nil {
		t.Fatal(err)
	}
	service, err := os.ReadFile("../../testdata/openapi/service.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := catalogOf(t, "shop.yaml", text)
	files, err := openapi.With(o).Emit(c.Catalog, gen.Target{Catalog: "shop.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, files[0].Path)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, files[0].Content, 0o666); err != nil {
		t.Fatal(err)
	}
	return c, string(service)
}

// TestShop: of the responses of operations there is nothing to say, of those of the
// whole catalog each error that an operation cannot give.
func TestShop(t *testing.T) {
	for _, o := range []openapi.Options{{}, {OpenAPI31: true}, {OpenAPI: model.OpenAPI{Unions: "envelope"}}} {
		dir := t.TempDir()
		c, service := shop(t, dir, o)
		if found := Check([]*Document{documentOf(t, dir, "api/exact.yaml", service)}, []*Catalog{c}, Options{}); len(found) > 0 {
			t.Errorf("%+v: %+v", o, found)
		}
		wide := regexp.MustCompile(`Shoperr[A-Z]\w*?(\d{3})'`).ReplaceAllString(service, "ShoperrStatus$1'")
		var got []string
		for _, f := range Check([]*Document{documentOf(t, dir, "api/wide.yaml", wide)}, []*Catalog{c}, Options{}) {
			got = append(got, f.Rule+" "+f.Subject+": "+f.Message)
		}
		want := cannotOccur(c.Catalog)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) != 38 {
			t.Errorf("%+v: got %d\n%s\nwant %d\n%s", o, len(got), strings.Join(got, "\n"), len(want), strings.Join(want, "\n"))
		}
	}
}

// cannotOccur are the findings for (operation, status, error) of which the status is one
// of the operation, and the error is none.
func cannotOccur(c *model.Catalog) []string {
	var all []string
	for _, o := range c.Operations {
		has := map[string]bool{}
		for _, e := range o.Errors {
			for _, key := range keys(e.Status) {
				has[key] = o.Path != ""
			}
		}
		for _, e := range c.Entries {
			for _, key := range keys(e.Status) {
				if has[key] && e.Envelope != nil && !slices.Contains(o.Errors, e) {
					all = append(all, fmt.Sprintf("error-unraised %s: `%s` documents `%s`, which it cannot give", o.ID, key, e.Name))
				}
			}
		}
	}
	return all
}

// TestMerge: merging into a document without the responses makes the one that has them;
// to merge twice is to merge once; then there is nothing to say.
func TestMerge(t *testing.T) {
	dir := t.TempDir()
	c, service := shop(t, dir, openapi.Options{})
	f := Fragment{Operations: c.Operations, Responses: map[*model.Operation][]Response{}, File: filepath.Join(dir, "shoperr/openapi.yaml")}
	for o, responses := range openapi.OperationResponses(c.Catalog) {
		for _, r := range responses {
			f.Responses[o] = append(f.Responses[o], Response(r))
		}
	}
	ours := regexp.MustCompile(`(?m)^        '[45]\d\d': .*\n`)
	own := "        '418': {description: Tea.} # for fun\n"
	stale := "        '499': {$ref: '../shoperr/openapi.yaml#/components/responses/ShoperrListOrders499'}\n"
	first := "        '200': {description: A page of them.,"
	bare := strings.Replace(ours.ReplaceAllString(service, ""), first, own+stale+first, 1)
	m := merged(t, documentOf(t, dir, "api/bare.yaml", strings.Replace(bare, stale, "", 1)), f)
	for _, line := range strings.Split(strings.TrimSpace(ours.ReplaceAllString(service, "")), "\n") {
		if !strings.Contains(m, line+"\n") {
			t.Errorf("the line %q is gone", line)
		}
	}
	if !strings.Contains(m, own) {
		t.Error("the service's own response is gone")
	}
	again := documentOf(t, dir, "api/merged.yaml", m)
	if twice := merged(t, again, f); twice != m {
		t.Errorf("merged twice it is\n%s", twice)
	}
	found := Check([]*Document{again}, []*Catalog{c}, Options{})
	if len(found) != 1 || found[0].Rule != string(StatusUnraised) || !strings.Contains(found[0].Message, "`418`") {
		t.Errorf("%+v", found)
	}

	name := filepath.Join(dir, "api/stale.yaml")
	if err := os.WriteFile(name, []byte(bare), 0o666); err != nil {
		t.Fatal(err)
	}
	d, err := ReadText(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(merged(t, d[0], f), "'499'") {
		t.Error("a response that is no more stays")
	}
	if merged(t, documentOf(t, dir, "api/service.yaml", service), f) != service {
		t.Error("what is there already is changed")
	}
}

// merged is a document with a fragment, of which all is merged into its own file.
func merged(t *testing.T, d *Document, f Fragment) string {
	t.Helper()
	files, left := Merge([]*Document{d}, []Fragment{f})
	if len(left) > 0 || len(files) > 1 {
		t.Fatal(files, left)
	}
	if len(files) == 0 {
		return string(d.root.in.text)
	}
	return string(files[0].New)
}
