package errgen

import (
	"fmt"
	"testing"
)

// TestKnownCodeAsksNoTexts: a body of a known code is read as fast where its entries have a
// text envelope as well.
func TestKnownCodeAsksNoTexts(t *testing.T) {
	line := Envelope{Name: "Line", Kind: TextBody, Media: "text/plain", Status: status(400, 599), Slots: 3, Root: Node{Types: StringType, Slot: messageSlot}}
	var entries []Entry
	for i := range 500 {
		text := Fact{Slot: messageSlot, Want: program(fmt.Sprintf("Error %d of <0>.", i)), Proof: true}
		entries = append(entries, Entry{Name: fmt.Sprint("E", i), Code: fmt.Sprint("C", i), Reads: []Read{coded(0), {Envelope: 1, Facts: []Fact{text}}}})
	}
	table := catalogOf([]Envelope{problemShape(), line}, entries...)
	identify(t, table, response{400, `{"code":"C321","message":"m"}`, "E321"}, response{400, "Error 321 of x.", "E321"})
	body := []byte(`{"code":"C321","message":"m"}`)
	if n := testing.AllocsPerRun(50, func() { _ = table.Decode(0, 400, nil, body) }); n > 20 {
		t.Errorf("%.0f allocations", n)
	}
}
