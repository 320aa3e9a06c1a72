package draft

import (
	"strings"
	"testing"
)

// TestNames: names are made of codes, else of texts, else of statuses, and are Go names.
func TestNames(t *testing.T) {
	for _, test := range []struct {
		e    Entry
		want string
	}{
		{Entry{Code: "ORDER_NOT_FOUND"}, "OrderNotFound"},
		{Entry{Code: "invalidToken"}, "InvalidToken"},
		{Entry{Code: "https://example.com/probs/out-of-credit"}, "OutOfCredit"},
		{Entry{Code: "40401"}, "Code40401"},
		{Entry{Code: "40401", Hint: "Order not found: it was deleted"}, "OrderNotFound"},
		{Entry{Fields: []Field{{"message", []string{"The order {order} has been locked."}}}}, "OrderLocked"},
		{Entry{Status: []string{"503"}}, "Status503"},
		{Entry{}, "Failure"},
		{Entry{Code: "ORDER_NOT_FOUND", Name: "Gone"}, "Gone"},
		{Entry{Code: "über"}, "Über"},
	} {
		c := &Catalog{Entries: []*Entry{&test.e}}
		if c.takeNames(); c.Entries[0].Name != test.want {
			t.Errorf("%s: %s, want %s", test.e.Show(), c.Entries[0].Name, test.want)
		}
	}
}

// TestNamesDiffer: of entries that would have one name the later have another; nobody has
// a name that the package needs.
func TestNamesDiffer(t *testing.T) {
	c := &Catalog{Entries: []*Entry{
		{Code: "GONE", Status: []string{"404"}}, {Code: "gone", Status: []string{"410"}}, {Code: "Gone", Status: []string{"410"}}, {Code: "UNLISTED"},
	}}
	c.takeNames()
	var names []string
	for _, e := range c.Entries {
		names = append(names, e.Name)
	}
	if got := strings.Join(names, " "); got != "Gone Gone410 Gone2 CodeUNLISTED" {
		t.Error(got)
	}
}

// TestTakeField: letters of both cases are one in Go names.
func TestTakeField(t *testing.T) {
	taken := map[string]bool{}
	for _, test := range []struct{ name, want string }{{"message", "message"}, {"Message", "Message2"}, {"messageText", "messageText"}, {"message_text", "message_text2"}} {
		if got := TakeField(test.name, taken); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
