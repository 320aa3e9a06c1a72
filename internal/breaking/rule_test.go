package breaking

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestEveryRuleIsExplained compares the constants of rules.go with the sections of
// rules.md, which have the same order.
func TestEveryRuleIsExplained(t *testing.T) {
	source, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared, explained []string
	for _, m := range regexp.MustCompile(`(?m)^\t\w+ +Rule = "(.*)"$`).FindAllStringSubmatch(string(source), -1) {
		declared = append(declared, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^### (.*)$`).FindAllStringSubmatch(page, -1) {
		explained = append(explained, m[1])
	}
	if !slices.Equal(declared, explained) || len(declared) != len(Rules()) || len(declared) < 40 {
		t.Errorf("rules.go has\n%q\nrules.md\n%q", declared, explained)
	}
}
