package breaking

import (
	"strings"
	"testing"
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
	if got := Version([]Change{{Rule: AcceptUnneeded, Level: Warning}}); got != Version(nil) {
		t.Errorf("an acceptance that is not needed: %s", got)
	}
	if got := Version(nil); !strings.Contains(got, "no version") {
		t.Error(got)
	}
}
