package breaking

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// TestVersion: what the examples of rules ask for.
func TestVersion(t *testing.T) {
	for r, want := range map[Rule]string{
		CodeChanged: "major", ErrorRemoved: "major", ErrorMisread: "major", GoArguments: "major",
		ErrorAdded: "minor", GoAdded: "minor", MemberAdded: "minor", CatalogAdded: "minor", RetiredRemoved: "minor", OperationError: "minor",
		TextChanged: "patch", DocChanged: "patch", OperationLess: "patch",
	} {
		x, _ := Explain(r)
		if got := Version(compare(t, x.Before, x.After)); !strings.Contains(got, "**"+want+"**") {
			t.Errorf("%s: %s", r, got)
		}
	}
	for level, want := range map[Level]string{Error: "major", Warning: "minor"} {
		changes := []Change{{Rule: TextChanged, Level: level}}
		Terms{}.accept(changes, []model.Acceptance{{Rule: string(TextChanged), Because: "So."}, {Rule: string(TextChanged), Because: "Again."}}, nil)
		if got := Version(changes); changes[0].Level != Info || !strings.Contains(got, "**"+want+"**") {
			t.Errorf("accepted %s: %s", level, got)
		}
	}
	if got := Version([]Change{{Rule: AcceptUnneeded, Level: Warning}}); got != Version(nil) {
		t.Errorf("an acceptance that is not needed: %s", got)
	}
	if got := Version(nil); !strings.Contains(got, "no version") {
		t.Error(got)
	}
}
