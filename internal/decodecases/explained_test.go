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
			var said []string
			for _, r := range reasons {
				steps[r.Step]++
				if r.Text == "" {
					t.Errorf("%s: step %d says nothing", name, r.Step)
				}
				if r.Decided && r.Entry != nil {
					said = append(said, r.Entry.Name)
				}
			}
			is := listed(want)
			for i := range want {
				is = append(is, within(&want[i])...)
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

// listed are the names of the entries that were found.
func listed(all []replay.Decoded) (names []string) {
	for _, d := range all {
		if d.Outcome.Kind == model.ListedOutcome {
			names = append(names, d.Outcome.Entry.Name)
		}
	}
	return names
}

// within are the names of the entries that stand in an error, each before what stands in it.
func within(d *replay.Decoded) (names []string) {
	for i := range d.Within {
		names = append(append(names, listed(d.Within[i:i+1])...), within(&d.Within[i])...)
	}
	return names
}
