package breaking

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

const policyBase = `errgen: 1
package: shop
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  Denied: {status: 403, code: DENIED, fields: {message: You may not.}}
  Draft: {status: 400, code: DRAFT, stability: alpha, fields: {message: A draft.}}
  Old: {status: 410, code: OLD, deprecated: {sunset: 2026-06-30}, fields: {message: Old.}}
  Plain: {status: 418, code: PLAIN, fields: {message: Plain.}}
operations: {Get: [Denied]}
`

// replaced is the catalog with texts replaced, in turn.
func replaced(t *testing.T, edits ...string) string {
	t.Helper()
	text := policyBase
	for ; len(edits) > 0; edits = edits[2:] {
		if !strings.Contains(text, edits[0]) {
			t.Fatalf("%q is not in the catalog", edits[0])
		}
		text = strings.Replace(text, edits[0], edits[1], 1)
	}
	return text
}

const (
	newEntry = "  New: {status: 400, code: NEW, fields: {message: New.}}\noperations:"
	newChild = "  New: {parent: Denied, fields: {message: Not you.}}\noperations:"
	oldEntry = "  Old: {status: 410, code: OLD, deprecated: {sunset: 2026-06-30}, fields: {message: Old.}}\n"
	plain    = "  Plain: {status: 418, code: PLAIN, fields: {message: Plain.}}\n"
	accept   = "breaking: {accept: [{rule: status-changed, of: Denied, because: It was a mistake.%s}]}\n"
)

// TestPolicy: what a rule is under a policy, by level, rule and subject.
func TestPolicy(t *testing.T) {
	status := []string{"status: 403", "status: 402"}
	for _, c := range []struct {
		name   string
		edits  []string
		policy string // at the end of the later catalog; before a bar, of the earlier one
		terms  Terms
		want   string // "" for none of the rule
		rule   Rule
	}{
		{"codes are open", []string{"operations:", newEntry}, "", Terms{}, "info New", ErrorAdded},
		{"codes are closed", []string{"operations:", newEntry}, "breaking: {codes: closed}\n", Terms{}, "error New", ErrorAdded},
		{"closed in the configuration", []string{"operations:", newEntry}, "", Terms{Policy: model.Policy{Codes: closed}}, "error New", ErrorAdded},
		{"the catalog is stronger", []string{"operations:", newEntry}, "breaking: {codes: open}\n|breaking: {codes: open}\n", Terms{Policy: model.Policy{Codes: closed}}, "info New", ErrorAdded},
		{"closed to those before", []string{"operations:", newEntry}, "breaking: {codes: closed}\n|breaking: {codes: open}\n", Terms{}, "error New", ErrorAdded},
		{"a refinement of a closed code", []string{"operations:", newChild}, "breaking: {codes: closed}\n", Terms{}, "info New", ErrorAdded},
		{"an operation under closed codes", []string{"[Denied]", "[Denied, Old]"}, "breaking: {codes: closed}\n", Terms{}, "error operation Get", OperationError},
		{"texts are free", []string{"You may not.", "No."}, "", Terms{}, "info Denied", TextChanged},
		{"texts are stable", []string{"You may not.", "No."}, "breaking: {texts: stable}\n", Terms{}, "error Denied", TextChanged},
		{"texts were stable", []string{"You may not.", "No."}, "breaking: {texts: stable}\n|", Terms{}, "error Denied", TextChanged},
		{"a draft", []string{"code: DRAFT", "code: SKETCH"}, "", Terms{}, "error Draft", CodeChanged},
		{"a draft may break", []string{"code: DRAFT", "code: SKETCH"}, "breaking: {unstable: [alpha]}\n", Terms{}, "info Draft", CodeChanged},
		{"what becomes a draft may not", []string{"status: 403, code", "status: 402, stability: alpha, code"}, "breaking: {unstable: [alpha]}\n", Terms{}, "error Denied", StatusChanged},
		{"gone", []string{plain, ""}, "", Terms{}, "error Plain", ErrorRemoved},
		{"gone and retired", []string{plain, ""}, "retired: [{name: Plain}]\n", Terms{}, "warning Plain", ErrorRemoved},
		{"gone and retired where a sunset is asked for", []string{plain, ""}, "retired: [{name: Plain}]\nbreaking: {removal: sunset}\n", Terms{Today: "2026-07-01"}, "error Plain", ErrorRemoved},
		{"gone and retired where a sunset was asked for", []string{plain, ""}, "breaking: {removal: sunset}\n|retired: [{name: Plain}]\n", Terms{Today: "2026-07-01"}, "error Plain", ErrorRemoved},
		{"gone after its day", []string{oldEntry, ""}, "breaking: {removal: sunset}\n", Terms{Today: "2026-07-01"}, "warning Old", ErrorRemoved},
		{"gone on its day", []string{oldEntry, ""}, "breaking: {removal: sunset}\n", Terms{Today: "2026-06-30"}, "error Old", ErrorRemoved},
		{"gone after its day and retired", []string{oldEntry, ""}, "retired: [{name: Old}]\n", Terms{Today: "2026-07-01"}, "info Old", ErrorRemoved},
		{"a level", status, "", Terms{Levels: map[string]string{"status-changed": "warning"}}, "warning Denied", StatusChanged},
		{"off", status, "", Terms{Levels: map[string]string{"status-changed": "off"}}, "", StatusChanged},
		{"accepted", status, fmt.Sprintf(accept, ""), Terms{}, "info Denied", StatusChanged},
		{"accepted and needed", status, fmt.Sprintf(accept, ""), Terms{}, "", AcceptUnneeded},
		{"accepted to today", status, fmt.Sprintf(accept, ", until: 2026-07-01"), Terms{Today: "2026-07-01"}, "info Denied", StatusChanged},
		{"accepted to yesterday", status, fmt.Sprintf(accept, ", until: 2026-06-30"), Terms{Today: "2026-07-01"}, "error Denied", StatusChanged},
		{"an acceptance that is over", status, fmt.Sprintf(accept, ", until: 2026-06-30"), Terms{Today: "2026-07-01"}, "warning Denied", AcceptUnneeded},
		{"accepted for the next version", status, fmt.Sprintf(accept, ", version: 2.0.0"), Terms{Against: "v1.9.0"}, "info Denied", StatusChanged},
		{"accepted for this version", status, fmt.Sprintf(accept, ", version: 2.0.0"), Terms{Against: "v2.0.0"}, "error Denied", StatusChanged},
		{"accepted for this version, in a folder of this tag", status, fmt.Sprintf(accept, ", version: 2.0.0"), Terms{Against: "refs/tags/sub/v2.0.0:spec"}, "error Denied", StatusChanged},
		{"accepted for a version, against a branch", status, fmt.Sprintf(accept, ", version: 2.0.0"), Terms{Against: "origin/main"}, "info Denied", StatusChanged},
		{"accepted of another", status, strings.Replace(fmt.Sprintf(accept, ""), "of: Denied", "of: Old", 1), Terms{}, "error Denied", StatusChanged},
		{"an acceptance of nothing", nil, fmt.Sprintf(accept, ""), Terms{}, "warning Denied", AcceptUnneeded},
		{"an acceptance of an unknown rule", status, strings.Replace(fmt.Sprintf(accept, ""), "status-changed", "status-change", 1), Terms{}, "warning Denied", AcceptUnneeded},
	} {
		earlier, later, both := strings.Cut(c.policy, "|")
		if !both {
			earlier, later = "", c.policy
		}
		changes, err := Compare([]Side{side(t, policyBase+earlier)}, []Side{side(t, replaced(t, c.edits...)+later)}, c.terms)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if i := slices.IndexFunc(changes, func(x Change) bool { return x.Rule == c.rule }); i >= 0 {
			got = changes[i].Level.String() + " " + changes[i].Subject
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if strings.HasPrefix(c.name, "accepted") && strings.HasPrefix(got, "info") && !strings.Contains(Version(changes), "major") {
			t.Errorf("%s: %s", c.name, Version(changes))
		}
	}
}

// TestMergedAcceptance: an acceptance whose change is made stays as long as it says.
func TestMergedAcceptance(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		terms               Terms
		unneeded            bool
	}{
		{"of a version", ", version: 2.0.0", ", version: 2.0.0", Terms{Against: "origin/main"}, false},
		{"of a version that is released", ", version: 2.0.0", ", version: 2.0.0", Terms{Against: "v2.0.0"}, true},
		{"of today", ", until: 2026-07-01", ", until: 2026-07-01", Terms{Today: "2026-07-01"}, false},
		{"of yesterday", ", until: 2026-06-30", ", until: 2026-06-30", Terms{Today: "2026-07-01"}, true},
		{"another reason", "", " Really., version: 2.0.0", Terms{}, false},
		{"for ever", "", "", Terms{}, true},
	} {
		of := func(more string) Side { return side(t, policyBase+fmt.Sprintf(accept, more)) }
		changes, err := Compare([]Side{of(c.before)}, []Side{of(c.after)}, c.terms)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(changes, func(x Change) bool { return x.Rule == AcceptUnneeded }); got != c.unneeded {
			t.Errorf("%s: unneeded: %v", c.name, got)
		}
	}
}

// TestAccept: what a repository accepts is accepted of whatever catalog it is.
func TestAccept(t *testing.T) {
	changes, err := Compare([]Side{side(t, policyBase)}, nil, Terms{})
	if err != nil {
		t.Fatal(err)
	}
	changes = Accept(changes, []model.Acceptance{{Rule: "catalog-removed", Of: "package shop", Because: "It is over."}, {Rule: "catalog-removed", Of: "package ship"}}, Terms{})
	if len(changes) != 2 || changes[0].Level != Info || changes[0].Accepted != "It is over." || changes[1].Rule != AcceptUnneeded || changes[1].Catalog != nil {
		t.Errorf("%+v", changes)
	}
}
