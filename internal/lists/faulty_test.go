package lists

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// faultyFile has what is said about a list with faults.
const faultyFile = "testdata/faulty.golden"

// A mistake is made in every row but the last of six by somebody who turns a list into a catalog in a
// hurry.
type mistake struct {
	code diag.Code // of the finding
	make func(n int) string
}

// mistakes are made with rows that are right but for them.
var mistakes = []mistake{
	{diag.InvalidName, func(n int) string {
		return fmt.Sprintf("  %d_FA_REQUIRED: {status: 401, code: %d_FA_REQUIRED, fields: {message: A second factor is needed.}}\n", n, n)
	}},
	{diag.UnknownPlaceholder, func(n int) string {
		name := []string{"amount", "0"}[n%2]
		return fmt.Sprintf("  Amount%d: {status: 402, code: AMOUNT_%d, fields: {message: 'The amount {%s} is too high.'}}\n", n, n, name)
	}},
	{diag.BadTemplate, func(n int) string {
		return fmt.Sprintf("  Smiling%d: {status: 400, code: SMILING_%d, fields: {message: 'No number :-}'}}\n", n, n)
	}},
	{diag.Indistinguishable, func(n int) string {
		return fmt.Sprintf("  Broken%d: {status: 400, code: SHAPE_%d}\n", n, n)
	}},
	{diag.UnknownGroup, func(n int) string {
		return fmt.Sprintf("  Grouped%d: {group: Payments, status: 409, code: GROUPED_%d, fields: {message: Try again.}}\n", n, n)
	}},
	{"", func(n int) string {
		return fmt.Sprintf("  Shape%d: {status: 400, code: SHAPE_%d}\n", n, n)
	}},
}

// faulty is a catalog of 900 rows, 150 of each mistake.
func faulty() string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: faulty\nenvelopes: {Error: {body: {properties: {code: {type: string}, message: {type: string}}}}}\nerrors:\n")
	for n := range 150 {
		for _, m := range mistakes {
			b.WriteString(m.make(n))
		}
	}
	return b.String()
}

// TestFaultyList: each mistake is found once, at its place, and nothing that only
// follows from another one is.
func TestFaultyList(t *testing.T) {
	_, found := resolved(faulty())
	count := map[diag.Code]int{}
	for _, f := range found {
		count[f.Code]++
	}
	total := 0
	for _, m := range mistakes {
		if m.code == "" {
			continue
		}
		if total += count[m.code]; count[m.code] != 150 {
			t.Errorf("%d findings %s of 150 mistakes", count[m.code], m.code)
		}
	}
	if total != len(found) {
		t.Errorf("%d findings for %d mistakes: %v", len(found), total, count)
	}
	var said strings.Builder
	if err := (report.Printer{}).Write(&said, report.Report{Findings: report.InCatalogs("", found)}); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(said.String(), "\n"); lines > 100 {
		t.Errorf("%d lines", lines)
	}
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(faultyFile, []byte(said.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(faultyFile)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff.Diff(faultyFile, want, "said", []byte(said.String())); d != nil {
		t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", d)
	}
}
