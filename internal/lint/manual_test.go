package lint

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestManual holds the rules of the manual's page to rules.md and the table of rules.go.
// ERRGEN_UPDATE=1 writes them anew.
func TestManual(t *testing.T) {
	const name = "../../docs/lint.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(data), "\n### ")
	if !ok {
		head = strings.TrimRight(head, "\n") + "\n"
	}
	want := head + "\n" + manual()
	if string(data) == want {
		return
	}
	if os.Getenv("ERRGEN_UPDATE") != "1" {
		t.Fatalf("%s is not what rules.md and rules.go make; ERRGEN_UPDATE=1 writes it anew", name)
	}
	if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
		t.Fatal(err)
	}
}

// manual are the sections of the rules, those of each group behind a table of them.
func manual() string {
	var b strings.Builder
	for i, section := range strings.Split(page, "\n## ")[1:] {
		title, _, _ := strings.Cut(section, "\n")
		group := Groups()[i]
		fmt.Fprintf(&b, "### %s\n\nGroup `%s`.\n\n| rule | level | |\n| --- | --- | --- |\n", title, group)
		var sections strings.Builder
		for _, r := range rules {
			x, _ := Explain(r.name)
			if r.group != group {
				continue
			}
			fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", r.name, r.name, x.Level, x.Summary)
			fmt.Fprintf(&sections, "#### %s\n\n*%s, from set %d on.* %s\n\nSources: %s\n\n", r.name, x.Level, x.Set, x.Cause, x.Sources)
			fmt.Fprintf(&sections, "```yaml\n%s```\n\nMended:\n\n```yaml\n%s```\n\n", x.Bad, x.Good)
		}
		b.WriteString("\n" + sections.String())
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// TestSchema: editors know the rules as keys of `allow`, and what they mean.
func TestSchema(t *testing.T) {
	var schema struct {
		Defs struct {
			Allow struct {
				Properties map[string]struct{ Description string }
			}
		} `json:"$defs"`
	}
	data, err := os.ReadFile("../../spec/errgen.schema.json")
	if err == nil {
		err = json.Unmarshal(data, &schema)
	}
	if err != nil {
		t.Fatal(err)
	}
	known := schema.Defs.Allow.Properties
	for _, r := range Rules() {
		if x, _ := Explain(r); known[string(r)].Description != x.Summary {
			t.Errorf("%s is %q in the schema, and %q in rules.md", r, known[string(r)].Description, x.Summary)
		}
	}
	if len(known) != len(Rules()) {
		t.Errorf("the schema has %d rules, there are %d", len(known), len(Rules()))
	}
}
