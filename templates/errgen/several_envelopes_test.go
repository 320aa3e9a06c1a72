package errgen

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// manyTexts is a catalog whose entries have a code in JSON and a text in a line.
func manyTexts(n int) *Table {
	line := Envelope{Name: "Line", Kind: TextBody, Media: "text/plain", Status: status(400, 599), Slots: 3, Root: Node{Types: StringType, Slot: messageSlot}}
	var entries []Entry
	for i := range n {
		text := Fact{Slot: messageSlot, Want: program(fmt.Sprintf("Error %d of <0> in <1>.", i)), Proof: true}
		entries = append(entries, Entry{Name: fmt.Sprint("E", i), Code: fmt.Sprint("C", i), Params: make([]Param, 2), Reads: []Read{coded(0), {Envelope: 1, Facts: []Fact{text}}}})
	}
	table := catalogOf([]Envelope{problemShape(), line}, entries...)
	table.Schemas = append(table.Schemas, Schema{Kind: StringSchema})
	for i := range table.Entries {
		for k := range table.Entries[i].Params {
			table.Entries[i].Params[k].Schema = len(table.Schemas) - 1
		}
	}
	return table
}

// TestKnownCodeAsksNoTexts: a body of a known code is read as fast where its entries have a
// text envelope as well.
func TestKnownCodeAsksNoTexts(t *testing.T) {
	table := manyTexts(500)
	identify(t, table, response{400, `{"code":"C321","message":"m"}`, "E321"}, response{400, "Error 321 of x in y.", "E321"})
	body := []byte(`{"code":"C321","message":"m"}`)
	if n := testing.AllocsPerRun(50, func() { _ = table.Decode(0, 400, nil, body) }); n > 20 {
		t.Errorf("%.0f allocations", n)
	}
}

// TestForeignPage: a page that is no entry's is compared with the beginnings of the texts
// and ends of the texts alone, so that 900 entries do not take 100 times as long as 9.
func TestForeignPage(t *testing.T) {
	page := []byte("<html>" + strings.Repeat("<p>Bad gateway.</p>\n", 1000))
	header := http.Header{"Content-Type": {"text/html"}}
	few, many := manyTexts(9), manyTexts(900)
	least := func(table *Table) time.Duration { // what others do on the machine is in all that are above it
		best := time.Hour
		for range 50 {
			began := time.Now()
			_ = table.Decode(0, 502, header, page)
			best = min(best, time.Since(began))
		}
		return best
	}
	if a, b := least(few), least(many); b > 80*a {
		t.Errorf("%v with 9 texts, %v with 900", a, b)
	}
	if n := testing.AllocsPerRun(20, func() { _ = many.Decode(0, 502, header, page) }); n > 40 {
		t.Errorf("%.0f allocations", n)
	}
}
