package breaking

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// side makes a generation of a catalog.
func side(t *testing.T, text string) Side {
	t.Helper()
	var l diag.List
	f := load.Bytes("shop.yaml", []byte(text), &l)
	c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Errorf("%s %s", d.Pos, d.Message)
	}
	if c == nil {
		t.Errorf("no catalog:\n%s", text)
		t.SkipNow()
	}
	return Side{c, program}
}

// compare compares two generations.
func compare(t *testing.T, before, after string) []Change {
	t.Helper()
	sides := func(text string) []Side {
		if text == "" {
			return nil
		}
		return []Side{side(t, text)}
	}
	changes, err := Compare(sides(before), sides(after), Terms{})
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// TestExamplesOfRules: the example of a rule has the rule.
func TestExamplesOfRules(t *testing.T) {
	for _, r := range Rules() {
		t.Run(string(r), func(t *testing.T) {
			x, _ := Explain(r)
			changes := compare(t, x.Before, x.After)
			if !slices.ContainsFunc(changes, func(c Change) bool { return c.Rule == r }) {
				t.Errorf("not found")
			}
			for _, c := range changes {
				t.Logf("%s %s %s %s: %s\n\t%q -> %q %s\n\t%s", c.Level, c.Category, c.Rule, c.Subject, c.Message, c.Before, c.After, c.Response, c.Remedy)
			}
		})
	}
}

// TestManual: the page has all rules, in order.
func TestManual(t *testing.T) {
	page, err := os.ReadFile("../../docs/breaking.md")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, r := range Rules() {
		x, _ := Explain(r)
		fmt.Fprintf(&want, "| `%s` | %s |\n", r, x.Summary)
	}
	if !strings.HasSuffix(string(page), "| --- | --- |\n"+want.String()) {
		t.Errorf("docs/breaking.md does not end with\n%s", want.String())
	}
}

// TestRules: no rule has the name of a finding, of which errgen explain tells as well.
func TestRules(t *testing.T) {
	for _, r := range Rules() {
		x, _ := Explain(r)
		if _, taken := diag.Explain(diag.Code(r)); taken || x.Summary == "" || x.Cause == "" {
			t.Errorf("%s: %+v", r, x)
		}
	}
}
