package lint

import (
	"fmt"
	"os"
	"testing"
)

// TestSets: which rules a set has, and how bad they are, does not change once it is
// released. A new rule, or a new level, comes with a new set: it is added to the file by
// hand, and what stands there stays.
func TestSets(t *testing.T) {
	want, err := os.ReadFile("testdata/sets.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for set := 1; set <= NewestSet; set++ {
		for _, r := range rules {
			if r.set == set {
				got += fmt.Sprintf("%d %s %s %s\n", set, r.name, r.level, r.group)
			}
		}
	}
	if got != string(want) {
		t.Errorf("the sets are\n%s", got)
	}
}
