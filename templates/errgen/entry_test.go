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
	if hashOf("a") != 0xe40c292c || hashOf("foobar") != 0xbf9cf968 { // the algorithm's published values
		t.Error("it is not FNV-1a")
	}
}

func TestEntryFacts(t *testing.T) {
	order, limit, closed := shop.RowOf("OrderNotFound"), shop.RowOf("Limit"), shop.RowOf("Closed")
	for name, ok := range map[string]bool{
		"code":        shop.Code(order) == "ORDER_NOT_FOUND" && shop.Code(closed) == "" && shop.Code(0) == "" && shop.Code(Unlisted) == "",
		"close code":  shop.CloseCode(closed) == 4001 && shop.CloseCode(order) == 0 && shop.CloseCode(99) == 0,
		"parent":      shop.Name(shop.Parent(order)) == "NotFound" && shop.Parent(limit) == 0 && shop.Parent(Unexpected) == 0,
		"address":     shop.DocURL(shop.RowOf("NotFound")) == "https://shop.example/NotFound" && shop.DocURL(order) == "" && shop.DocURL(0) == "",
		"retryable":   shop.Retryable(limit) && !shop.Retryable(order) && !shop.Retryable(0),
		"names":       shop.Name(Unlisted) == "Unlisted" && shop.Name(Unexpected) == "UnexpectedResponse" && shop.Name(0) == "" && shop.Name(99) == "" && shop.Name(-1) == "",
		"error types": shop.ErrorType(order) == "OrderNotFound" && shop.ErrorType(Unlisted) == "Unlisted" && shop.ErrorType(0) == "_OTHER",
	} {
		if !ok {
			t.Error(name)
		}
	}
}

func TestIsA(t *testing.T) {
	for _, c := range []struct {
		row  Row
		name string
		want bool
	}{
		{shop.RowOf("OrderNotFound"), "OrderNotFound", true},
		{shop.RowOf("OrderNotFound"), "NotFound", true},
		{shop.RowOf("NotFound"), "OrderNotFound", false},
		{shop.RowOf("Limit"), "NotFound", false},
		{Unlisted, "Unlisted", true},
		{Unlisted, "NotFound", false},
		{0, "", false},
		{0, "NotFound", false},
	} {
		if got := shop.IsA(c.row, c.name); got != c.want {
			t.Errorf("%s is a %s: %v", shop.Name(c.row), c.name, got)
		}
	}
	if first := First + 1; !shop.descends(First+2, first) || !shop.descends(first, first) || shop.descends(First+3, first) || shop.descends(first, First+2) {
		t.Error("descent")
	}
}
