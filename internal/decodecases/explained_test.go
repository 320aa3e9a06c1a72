package decodecases

import (
	"reflect"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// TestExplained: explaining a response changes nothing of what it is read as, and what
// the explanation says it is, that it is.
func TestExplained(t *testing.T) {
	steps := map[int]int{}
	for _, c := range Catalogs(t) {
		p := replay.New(c)
		for _, x := range c.Examples {
			if x.Close != 0 {
				continue
			}
			name := c.File + ": " + x.Name
			want := p.Decode(x.Status, x.Headers, x.Body)
			got, reasons := p.Explain(x.Status, x.Headers, x.Body, false)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: explained as %v, read as %v", name, got, want)
			}
			var said, is []string
			for _, r := range reasons {
				steps[r.Step]++
				if r.Text == "" {
					t.Errorf("%s: step %d says nothing", name, r.Step)
				}
				if r.Decided && r.Entry != nil {
					said = append(said, r.Entry.Name)
				}
			}
			for _, d := range want {
				if d.Outcome.Kind == model.ListedOutcome {
					is = append(is, d.Outcome.Entry.Name)
				}
			}
			if !slices.Equal(said, is) {
				t.Errorf("%s: said to be %v, is %v", name, said, is)
			}
		}
	}
	for step := 1; step <= 10; step++ {
		if steps[step] == 0 {
			t.Errorf("step %d is never explained", step)
		}
	}
	t.Log("reasons by step:", steps)
}
