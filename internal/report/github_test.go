package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// TestGitHub: of a step GitHub shows ten errors and ten warnings. The worst come first,
// whatever their order was, and all are in the summary.
func TestGitHub(t *testing.T) {
	var findings []Finding
	for i := range 15 {
		for _, level := range []Level{Info, Warning, Error} {
			findings = append(findings, Finding{Rule: "r", Level: level, Category: "wire", Package: "shop", Subject: fmt.Sprintf("%s%d", level, i), Message: "m",
				Before: fmt.Sprint(i), Pos: diag.Pos{File: "x/a.yaml", Line: i + 1, Column: 2}})
		}
	}
	var summary strings.Builder
	p := Printer{Format: GitHub, Summary: &summary, InRepository: func(file string) string { return "api/" + file }}
	got := strings.Split(strings.TrimSuffix(written(t, p, Report{Command: "breaking", Findings: findings}), "\n"), "\n")
	if len(got) != 21 {
		t.Fatalf("%d lines", len(got))
	}
	for i, prefix := range map[int]string{
		0: "::error file=api/x/a.yaml,line=1,col=2,title=error0 [r]::m%0Awas: 0", 9: "::error ", 10: "::warning ", 19: "::warning ",
		20: "::notice title=errgen breaking::25 more, in the summary of this step",
	} {
		if !strings.HasPrefix(got[i], prefix) {
			t.Errorf("line %d: %s", i, got[i])
		}
	}
	for _, f := range findings {
		if !strings.Contains(summary.String(), "**"+f.Subject+"**") {
			t.Errorf("%s is not in the summary", f.Subject)
		}
	}
}

// TestGitHubEscapes: nothing of a finding ends its annotation or begins another.
func TestGitHubEscapes(t *testing.T) {
	f := Finding{Rule: "r", Level: Error, Category: InCatalog, Pos: diag.Pos{File: "a,title=x::b\n::warning::.yaml", Line: 1, Column: 1}, Message: "50%\n::error::forged"}
	got := written(t, Printer{Format: GitHub}, Report{Findings: []Finding{f}})
	const want = `::error file=a%2Ctitle=x%3A%3Ab\n%3A%3Awarning%3A%3A.yaml,line=1,col=1,title=[r]::50%25\n::error::forged` + "\n"
	if got != want {
		t.Errorf("%q", got)
	}
	failed := written(t, Printer{Format: GitHub}, Report{Command: "breaking", Failure: "no\n::x"})
	if failed != `::error title=errgen breaking::no\n::x`+"\n" {
		t.Errorf("%q", failed)
	}
}
