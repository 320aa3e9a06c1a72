package lint

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// TestEveryRuleIsExplained compares the constants of rules.go and the table there with
// the sections of rules.md, which have the same order.
func TestEveryRuleIsExplained(t *testing.T) {
	source, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared, explained, checked []string
	for _, m := range regexp.MustCompile(`(?m)^\t\w+ +Rule = "(.*)"$`).FindAllStringSubmatch(string(source), -1) {
		declared = append(declared, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^### (.*)$`).FindAllStringSubmatch(page, -1) {
		explained = append(explained, m[1])
	}
	for _, r := range Rules() {
		checked = append(checked, string(r))
		if x, ok := Explain(r); !ok || x.Sources == "" || !strings.HasSuffix(x.Sources, ".") {
			t.Errorf("%s has no sources", r)
		}
	}
	if !slices.Equal(declared, explained) || !slices.Equal(declared, checked) || len(declared) < 40 {
		t.Errorf("rules.go has\n%q\nits table\n%q\nrules.md\n%q", declared, checked, explained)
	}
}

// TestExamplesOfRules: the bad example of a rule has that finding and no other one, the
// good one has none.
func TestExamplesOfRules(t *testing.T) {
	for _, r := range Rules() {
		t.Run(string(r), func(t *testing.T) {
			x, _ := Explain(r)
			found := Check([]Input{inputOf(t, "shop.yaml", x.Bad, nil)}, Options{})
			if len(found) == 0 || slices.ContainsFunc(found, func(f report.Finding) bool { return f.Rule != string(r) || f.Remedy == "" || !f.Pos.IsValid() }) {
				t.Errorf("bad: %+v", found)
			}
			if found := Check([]Input{inputOf(t, "shop.yaml", x.Good, nil)}, Options{}); len(found) > 0 {
				t.Errorf("good: %+v", found)
			}
		})
	}
}
