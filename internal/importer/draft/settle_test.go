package draft

import (
	"fmt"
	"testing"
)

// TestMerge: what says the same is one entry, with what each says of itself.
func TestMerge(t *testing.T) {
	for _, test := range []struct {
		name string
		all  []*Entry
		want string
	}{
		{"the same", []*Entry{{Code: "A", Status: []string{"400"}, Line: 1, Description: "a"}, {Code: "A", Status: []string{"400"}, Line: 2, Description: "b"}}, `A "a\nb" [2]`},
		{"said again without a status", []*Entry{{Code: "A", Status: []string{"400"}, Line: 1}, {Code: "A", Line: 9}}, `A "" [9]`},
		{"another status", []*Entry{{Code: "A", Status: []string{"400"}}, {Code: "A", Status: []string{"404"}}}, `A "" []; A "" []`},
		{"another text", []*Entry{{Code: "A", Fields: []Field{{"m", []string{"x"}}}}, {Code: "A", Fields: []Field{{"m", []string{"y"}}}}}, `A "" []; A "" []`},
		{"marked as two", []*Entry{{Code: "A", Name: "One", Marked: true}, {Code: "A", Name: "Two", Marked: true}}, `A "" []; A "" []`},
	} {
		c := &Catalog{Entries: test.all, Operations: []*Operation{{Name: "O", Errors: append([]*Entry{}, test.all...)}}}
		c.merge()
		got := ""
		for i, e := range c.Entries {
			if i > 0 {
				got += "; "
			}
			got += fmt.Sprintf("%s %q %v", e.Code, e.Description, e.Also)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if len(c.Operations[0].Errors) != len(c.Entries) {
			t.Errorf("%s: the operation has %d errors", test.name, len(c.Operations[0].Errors))
		}
	}
}

// TestSettle: an envelope admits what its entries need, and none is without entries.
func TestSettle(t *testing.T) {
	code := &Node{Name: "code", Types: []string{"string"}}
	used, unused := &Envelope{Name: "Used", Body: &Node{Members: []*Node{code}}}, &Envelope{Name: "Unused"}
	c := &Catalog{Envelopes: []*Envelope{used, unused}, Entries: []*Entry{
		{Status: []string{"200"}, Envelopes: []*Envelope{used}, Docs: "#more"}, {Code: "A", Status: []string{"404"}, Envelopes: []*Envelope{used}},
	}}
	c.Settle()
	if !code.Optional {
		t.Error("an entry without a code has to have one")
	}
	if got := fmt.Sprint(used.Status); got != "[200 4XX 5XX]" {
		t.Errorf("the envelope stands under %s", got)
	}
	if len(c.Envelopes) != 1 || len(c.Notes) != 1 {
		t.Errorf("%d envelopes, %v", len(c.Envelopes), c.Notes)
	}
	if e := c.Entries[0]; e.Docs != "" || e.Description != "See #more" {
		t.Errorf("a relative link: %q, %q", e.Docs, e.Description)
	}
}
