package errgen

import (
	"fmt"
	"testing"
)

// TestRowOf: names are found whatever their hashes are, and others are not.
func TestRowOf(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 8, 9, 500} {
		names := []string{"Unlisted", "UnexpectedResponse"}
		table := &Table{}
		for i := range n {
			table.Entries = append(table.Entries, Entry{Name: fmt.Sprint("Name", i)})
			names = append(names, table.Entries[i].Name)
		}
		table.Index = Index(names)
		if size := len(table.Index); size&(size-1) != 0 || size < 2*len(names) || size >= 4*len(names) {
			t.Errorf("%d names have %d places", len(names), size)
		}
		for i, name := range names {
			if got := table.RowOf(name); got != Row(i+1) || table.Name(got) != name {
				t.Errorf("%s of %d is in row %d", name, n, got)
			}
		}
		for i := range 100 {
			if name := fmt.Sprint("Other", i); table.RowOf(name) != 0 {
				t.Errorf("%s of %d is in row %d", name, n, table.RowOf(name))
			}
		}
		if table.RowOf("") != 0 {
			t.Error("no name has a row")
		}
	}
	if (&Table{}).RowOf("Unlisted") != 0 {
		t.Error("no table has a row")
	}
}

// TestRowOfColliding: names whose hashes fall into one place, the last of all, follow
// each other from the beginning.
func TestRowOfColliding(t *testing.T) {
	var colliding []string
	for i := 0; len(colliding) < 4; i++ {
		if name := fmt.Sprint("N", i); hashOf(name)%8 == 7 {
			colliding = append(colliding, name)
		}
	}
	index := Index(colliding[:3])
	if want := []uint16{2, 3, 0, 0, 0, 0, 0, 1}; fmt.Sprint(index) != fmt.Sprint(want) {
		t.Fatalf("they stand in %v, want %v", index, want)
	}
	table := &Table{Index: []uint16{4, 5, 0, 0, 0, 0, 0, 3}, Entries: []Entry{{Name: colliding[0]}, {Name: colliding[1]}, {Name: colliding[2]}}}
	for i, name := range colliding[:3] {
		if got := table.RowOf(name); got != First+Row(i) {
			t.Errorf("%s is in row %d", name, got)
		}
	}
	if got := table.RowOf(colliding[3]); got != 0 {
		t.Errorf("another name is in row %d", got)
	}
}

// TestIndexSpreads: names that differ in one place, wherever it is, spread over the index.
func TestIndexSpreads(t *testing.T) {
	for _, form := range []string{"Entry%05d", "%05dEntry", "E%d", "ResourceOfTheAccount%05dIsNotAvailable", "Customer%05dNotFound"} {
		var names []string
		for i := range 5000 {
			names = append(names, fmt.Sprintf(form, i))
		}
		index := Index(names)
		mask := uint32(len(index) - 1)
		probes := 0
		for i, name := range names {
			probes++
			for h := hashOf(name); int(index[h&mask]) != i+1; h++ {
				probes++
			}
		}
		if probes > 2*len(names) {
			t.Errorf("%s: %d names take %d probes", form, len(names), probes)
		}
	}
}
