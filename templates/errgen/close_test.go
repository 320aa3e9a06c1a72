package errgen

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCloseFrame(t *testing.T) {
	const internal = "1011 Internal error."
	closed := shop.RowOf("Closed")
	for name, c := range map[string]struct {
		o    *Occurrence
		want string
	}{
		"nil":           {nil, internal},
		"none":          {&Occurrence{}, internal},
		"its own":       {&Occurrence{Row: closed, Data: &roomData{"7"}}, "4001 The room 7 is closed."},
		"static":        {&Occurrence{Row: shop.RowOf("Full")}, "4001 The house is full."},
		"without data":  {&Occurrence{Row: closed}, "4001 The room  is closed."},
		"no close code": {&Occurrence{Row: shop.RowOf("NotFound")}, internal},
		"decoded":       {&Occurrence{Row: closed, Data: &roomData{"7"}, Response: &Response{}}, internal},
		"no UTF-8":      {&Occurrence{Row: closed, Data: &roomData{"\xff\xfe"}}, "4001 The room \ufffd is closed."},
	} {
		code, reason := shop.CloseFrame(c.o)
		if got := fmt.Sprint(code, " ", reason); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for _, table := range []*Table{{}, {Fallback: First, Entries: []Entry{{Name: "NoCode"}}}} {
		if code, reason := table.CloseFrame(nil); code != 1011 || reason != "" {
			t.Errorf("without a fallback's it is %d %q", code, reason)
		}
	}
}

// TestCutReason: a reason that was cut is still its entry's, among several of one code.
func TestCutReason(t *testing.T) {
	long, other := strings.Repeat("long ", 30), strings.Repeat("other ", 30)
	reason := func(text string) (Program, []Fact) {
		p := program(text)
		return p, []Fact{{Slot: messageSlot, Want: p, Proof: true}}
	}
	type data struct{ Text string }
	entry := func(name, text string, parent Row) Entry {
		p, causes := reason(text)
		return Entry{Name: name, Close: 4000, Reason: p, Causes: causes, Parent: parent, Params: make([]Param, 1), Data: (*data)(nil)}
	}
	table := &Table{Hooks: shopHooks{}, Schemas: []Schema{{Kind: StringSchema}}, Entries: []Entry{
		entry("Long", long, 0), entry("Other", other, 0), entry("Room", "The room <0> is closed: "+long, 0), entry("Kind", other+"and more", First+1),
	}}
	for i, text := range []string{long, other, "The room 7 is closed: " + long, "The room " + long} {
		name := table.Entries[min(i, 2)].Name
		_, cut := table.CloseFrame(&Occurrence{Row: First + Row(min(i, 2)), Data: &data{strings.TrimPrefix(strings.Split(text, " is")[0], "The room ")}})
		if len(cut) < minCut || len(cut) > maxReason {
			t.Fatalf("%q has %d bytes", cut, len(cut))
		}
		if got := foundIn(table, table.DecodeClose(4000, cut)); got != name {
			t.Errorf("%q is %q, want %q", cut, got, name)
		}
	}
	for _, text := range []string{long[:100], "None " + long[:118], long[:110] + "cut elsewhere"} {
		if got := foundIn(table, table.DecodeClose(4000, text)); got != "Unlisted" {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// TestCloseReason: a reason of 123 bytes is whole, a longer one cut, before a character
// that does not fit.
func TestCloseReason(t *testing.T) {
	type data struct{ Reason string }
	table := &Table{Schemas: []Schema{{}}, Entries: []Entry{{Close: 4000, Reason: program("<0>"), Params: make([]Param, 1)}}}
	a := func(n int) string { return strings.Repeat("a", n) }
	for text, want := range map[string]string{
		"":                 "",
		a(122):             a(122),
		a(123):             a(123),
		a(124):             a(123),
		a(121) + "é":       a(121) + "é",
		a(122) + "é":       a(122),
		a(121) + "€":       a(121),
		a(120) + "€x":      a(120) + "€",
		a(120) + "😀":       a(120),
		a(119) + "😀x":      a(119) + "😀",
		a(120) + "\ufffdx": a(120) + "\ufffd",
	} {
		_, got := table.CloseFrame(&Occurrence{Row: First, Data: &data{text}})
		if got != want || !utf8.ValidString(got) {
			t.Errorf("a reason of %d bytes is cut to %d, want %d", len(text), len(got), len(want))
		}
	}
}

func TestDecodeClose(t *testing.T) {
	for _, c := range []struct {
		code         int
		reason, want string
	}{
		{4001, "The house is full.", "Full"},
		{4001, "The room 7 is closed.", "Closed"},
		{4001, "", "Unlisted"},
		{4001, "Something else.", "Unlisted"},
		{1011, "Internal error.", "Internal"},
		{1011, "", "Internal"}, // the only entry of its code
		{4002, "The house is full.", "UnexpectedResponse"},
		{1000, "", ""},
		{1001, "bye", ""},
		{1005, "", ""},
		{1002, "", "UnexpectedResponse"},
		{1006, "", "UnexpectedResponse"},
		{0, "", "UnexpectedResponse"},
	} {
		err := shop.DecodeClose(c.code, c.reason)
		if got := decodedName(err); got != c.want {
			t.Errorf("%d %q is %s, want %s", c.code, c.reason, got, c.want)
			continue
		}
		if err == nil {
			continue
		}
		if r := err.(*shopError).o.Response; r == nil || r.CloseCode != c.code || r.CloseReason != c.reason {
			t.Errorf("%d %q is in %v", c.code, c.reason, r)
		}
	}
}

// TestDecodeCloseData: the params of a reason, or the reason itself.
func TestDecodeCloseData(t *testing.T) {
	closed := shop.DecodeClose(4001, "The room 7 is closed.").(*shopError)
	if data, ok := closed.o.Data.(*roomData); !ok || data.Room != "7" || closed.o.received != "" {
		t.Errorf("%v, %q", closed.o.Data, closed.o.received)
	}
	if got, want := closed.Error(), "shop: The room 7 is closed"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	internal := shop.DecodeClose(1011, "We are sorry.").(*shopError)
	if got, want := internal.Error(), "shop: INTERNAL: We are sorry"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	unlisted := shop.DecodeClose(4001, "x").(*shopError)
	if data, ok := unlisted.o.Data.(*shopUnlisted); !ok || data.Code != "4001" || unlisted.Error() != `shop: unlisted error 4001: "x"` {
		t.Errorf("%v, %q", unlisted.o.Data, unlisted.Error())
	}
	unexpected := shop.DecodeClose(4002, "x").(*shopError)
	if got, want := unexpected.Error(), "shop: unexpected response: close code 4002"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
