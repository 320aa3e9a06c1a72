package errgen

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// catalogOf is a table of some envelopes and entries, which hold the params text, of a
// text, count, of an integer, and short, of a text of one or two letters.
func catalogOf(envelopes []Envelope, entries ...Entry) *Table {
	t := &Table{
		Package: "ident", Hooks: shopHooks{}, Envelopes: envelopes, Entries: entries,
		Schemas: []Schema{{Kind: StringSchema}, {Kind: IntegerSchema}, {Kind: StringSchema, MinLen: 1, MaxLen: 2}},
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		e.Params = []Param{{Name: "text"}, {Name: "count", Schema: 1}, {Name: "short", Schema: 2}, {Name: "note", Flags: IsOptional}}
		e.Data = (*identData)(nil)
		for k := range e.Reads {
			r, row := &e.Reads[k], First+Row(i)
			env := &t.Envelopes[r.Envelope]
			if e.Code != "" && r.Rank == RankConstant {
				env.Codes = append(env.Codes, CodeRow{e.Code, row})
			} else {
				env.Others = append(env.Others, row)
			}
		}
	}
	for i := range t.Envelopes {
		slices.SortStableFunc(t.Envelopes[i].Codes, func(a, b CodeRow) int { return strings.Compare(a.Code, b.Code) })
	}
	return t
}

type identData struct {
	Text  string
	Count int64
	Short string
	Note  *string
}

// problemShape is an envelope with a code, a message and a note, at 400 and up.
func problemShape() Envelope {
	return Envelope{Name: "Problem", Kind: JSONBody, Status: status(400, 599), Slots: 4, Root: Node{Kind: ObjectNode, Members: []Node{
		{Name: "code", Types: StringType, Slot: SlotCode},
		{Name: "message", Types: StringType, Slot: messageSlot},
		{Name: "note", Types: AnyType, Slot: noteSlot, Optional: true},
	}}}
}

// coded is how an entry with a constant code is read in an envelope.
func coded(envelope int, facts ...Fact) Read {
	return Read{Envelope: envelope, Rank: RankConstant, Facts: facts}
}

// says is the fact that the message is a text.
func says(text string) Fact { return Fact{Slot: messageSlot, Want: program(text), Proof: true} }

// notes is the fact that the note is a value.
func notes(value string) Fact {
	return Fact{Slot: noteSlot, Kind: ValueFact, Value: value, Proof: true}
}

func identified(t *testing.T, table *Table, status int, h http.Header, body string) string {
	t.Helper()
	return foundIn(table, table.Decode(0, status, h, []byte(body)))
}

// foundIn are the names of the entries of a decoded error.
func foundIn(table *Table, err error) string {
	name := func(err error) string { return table.Name(err.(*shopError).o.Row) }
	switch e := any(err).(type) {
	case nil:
		return ""
	case interface{ Unwrap() []error }:
		all := ""
		for _, one := range e.Unwrap() {
			all += name(one) + " "
		}
		return all
	}
	return name(err)
}

type response struct {
	status int
	body   string
	want   string
}

func identify(t *testing.T, table *Table, responses ...response) {
	t.Helper()
	for _, c := range responses {
		if got := identified(t, table, c.status, nil, c.body); got != c.want {
			t.Errorf("%d %s is %q, want %q", c.status, c.body, got, c.want)
		}
	}
}

// Step 3: the best fit is a strict one, then the largest.
func TestBestFit(t *testing.T) {
	small := problemShape()
	small.Root.Members = small.Root.Members[:1]
	table := catalogOf([]Envelope{small, problemShape()},
		Entry{Name: "Small", Code: "A", Reads: []Read{coded(0)}}, Entry{Name: "Large", Code: "A", Reads: []Read{coded(1)}},
	)
	identify(t, table,
		response{400, `{"code":"A","message":""}`, "Large"},
		response{400, `{"code":"A","message":5}`, "Small"},
		response{400, `{"code":"A"}`, "Small"},
	)
}

// Step 4: the ranks of codes.
func TestRanks(t *testing.T) {
	table := catalogOf([]Envelope{problemShape()},
		Entry{Name: "NoCode", Status: status(400, 400), Reads: []Read{{Rank: RankNone}}},
		Entry{Name: "Any", Reads: []Read{{Rank: RankAny, Code: program("<0>")}}},
		Entry{Name: "Template", Reads: []Read{{Rank: RankTemplate, Code: program("A-<1>")}}},
		Entry{Name: "Longer", Reads: []Read{{Rank: RankTemplate, Code: program("A-1<0>")}}},
		Entry{Name: "Constant", Code: "A-15", Reads: []Read{coded(0)}},
		Entry{Name: "Short", Reads: []Read{{Rank: RankTemplate, Code: program("<2>")}}},
	)
	identify(t, table,
		response{400, `{"code":"A-15","message":""}`, "Constant"},
		response{400, `{"code":"A-14","message":""}`, "Longer"},
		response{400, `{"code":"A-24","message":""}`, "Template"},
		response{400, `{"code":"A-x","message":""}`, "Any"},
		response{400, `{"code":"AB","message":""}`, "Short"},
		response{400, `{"code":"","message":""}`, "Any"},
	)
	bare := problemShape()
	bare.Root.Members = bare.Root.Members[1:]
	table = catalogOf([]Envelope{bare},
		Entry{Name: "NoCode", Status: status(400, 400), Reads: []Read{{Rank: RankNone}}},
		Entry{Name: "Any", Reads: []Read{{Rank: RankAny, Code: program("<0>")}}},
	)
	identify(t, table, response{400, `{"message":""}`, "NoCode"}, response{401, `{"message":""}`, "UnexpectedResponse"}, response{0, `{"message":""}`, "NoCode"})
}

// Step 4: the status of a candidate, which only a constant code makes forgive.
func TestStatusAgrees(t *testing.T) {
	table := catalogOf([]Envelope{problemShape()},
		Entry{Name: "Constant", Code: "A", Status: status(404, 404), Reads: []Read{coded(0)}},
		Entry{Name: "Template", Status: status(410, 412), Reads: []Read{{Rank: RankTemplate, Code: program("B<1>")}}},
		Entry{Name: "Elsewhere", Code: "C", Status: status(400, 400), Reads: []Read{{Rank: RankConstant, Status: status(409, 409)}}},
		Entry{Name: "There", Code: "C", Status: status(400, 400), Reads: []Read{coded(0)}},
	)
	identify(t, table,
		response{404, `{"code":"A","message":""}`, "Constant"},
		response{500, `{"code":"A","message":""}`, "Constant"},
		response{410, `{"code":"B1","message":""}`, "Template"},
		response{412, `{"code":"B1","message":""}`, "Template"},
		response{413, `{"code":"B1","message":""}`, "Unlisted"},
		response{409, `{"code":"B1","message":""}`, "Unlisted"},
		response{0, `{"code":"B1","message":""}`, "Template"},
		response{409, `{"code":"C","message":""}`, "Elsewhere"},
		response{400, `{"code":"C","message":""}`, "There"},
	)
}

// Step 5: at rank 0 an entry without a status, and up to rank 1 one whose envelope fits
// loosely, stays only if all its facts match.
func TestProof(t *testing.T) {
	bare := problemShape()
	bare.Root.Members = bare.Root.Members[1:]
	bare.Root.Members = append(bare.Root.Members, Node{Kind: ConstantNode, Name: "kind", Constant: `"x"`})
	table := catalogOf([]Envelope{bare},
		Entry{Name: "Said", Reads: []Read{{Facts: []Fact{says("It is said."), {Slot: noteSlot, Kind: ParamFact}}}}},
		Entry{Name: "Silent", Reads: []Read{{Facts: []Fact{{Slot: noteSlot, Kind: ParamFact}}}}},
		Entry{Name: "Status", Status: status(400, 400), Reads: []Read{{Facts: []Fact{says("Other."), notes("5")}}}},
	)
	identify(t, table,
		response{404, `{"message":"It is said.","kind":"x"}`, "Said"},
		response{404, `{"message":"It is not.","kind":"x"}`, "UnexpectedResponse"},
		response{400, `{"message":"It is not.","kind":"x"}`, "Status"},
		response{400, `{"message":"It is not.","kind":"y"}`, "UnexpectedResponse"},
		response{400, `{"message":5,"kind":"x"}`, "UnexpectedResponse"},
		response{400, `{"message":"Other.","note":4,"kind":"x"}`, "Status"},
	)
	loose := problemShape()
	loose.Root.Members = append(loose.Root.Members, Node{Name: "more", Types: StringType, Slot: SlotStatus})
	table = catalogOf([]Envelope{loose},
		Entry{Name: "Any", Reads: []Read{{Rank: RankAny, Code: program("<0>"), Facts: []Fact{says("Any."), notes("5")}}}},
		Entry{Name: "Template", Reads: []Read{{Rank: RankTemplate, Code: program("T<1>"), Facts: []Fact{says("Any.")}}}},
	)
	identify(t, table,
		response{400, `{"code":"x","message":"m","more":""}`, "Any"},
		response{400, `{"code":"x","message":"m"}`, "Unlisted"},
		response{400, `{"code":"x","message":"Any."}`, "Unlisted"},
		response{400, `{"code":"x","message":"Any.","note":5}`, "Any"},
		response{400, `{"code":"T1","message":"m"}`, "Template"},
	)
}

// Step 5: fields that have to match whatever the rank.
func TestMatchFields(t *testing.T) {
	table := catalogOf([]Envelope{problemShape()},
		Entry{Name: "Matched", Code: "A", Reads: []Read{{Rank: RankConstant, Match: []int{messageSlot}, Facts: []Fact{says("Go <1>."), notes("1")}}}},
		Entry{Name: "Both", Code: "B", Reads: []Read{{Rank: RankConstant, Match: []int{messageSlot, noteSlot}, Facts: []Fact{
			{Slot: messageSlot, Want: program("Stop.")}, notes("1"),
		}}}},
		Entry{Name: "Param", Code: "C", Reads: []Read{{Rank: RankConstant, Match: []int{messageSlot}, Facts: []Fact{{Slot: messageSlot, Kind: ParamFact, Param: 2}}}}},
		Entry{Name: "Narrow", Code: "D", Reads: []Read{{Rank: RankConstant, Match: []int{messageSlot}, Facts: []Fact{{Slot: messageSlot, Kind: ParamFact, Param: 2, Proof: true}}}}},
	)
	identify(t, table,
		response{400, `{"code":"A","message":"Go 5.","note":2}`, "Matched"},
		response{400, `{"code":"A","message":"Go away.","note":1}`, "Unlisted"},
		response{400, `{"code":"B","message":"Stop.","note":1}`, "Both"},
		response{400, `{"code":"B","message":"Stop.","note":2}`, "Unlisted"},
		response{400, `{"code":"B","message":"Stop"}`, "Unlisted"},
		response{400, `{"code":"C","message":"long"}`, "Param"},
		response{400, `{"code":"D","message":"long"}`, "Unlisted"},
		response{400, `{"code":"D","message":"ab"}`, "Narrow"},
	)
}

// Step 6: rank, status, strictness and size, in this order.
func TestHighest(t *testing.T) {
	reduced := problemShape()
	reduced.Root.Members = reduced.Root.Members[:2]
	wide := problemShape()
	wide.Root.Members = append(wide.Root.Members, Node{Name: "needed", Types: StringType, Slot: SlotStatus})
	table := catalogOf([]Envelope{problemShape(), reduced, wide},
		Entry{Name: "Status", Code: "A", Status: status(404, 404), Reads: []Read{coded(1)}},
		Entry{Name: "Other", Code: "A", Status: status(400, 400), Reads: []Read{coded(0)}},
		Entry{Name: "Loose", Code: "B", Status: status(400, 404), Reads: []Read{coded(2)}},
		Entry{Name: "Strict", Code: "B", Status: status(400, 404), Reads: []Read{coded(1)}},
		Entry{Name: "Reduced", Code: "C", Reads: []Read{coded(1)}},
		Entry{Name: "Whole", Code: "C", Reads: []Read{coded(0)}},
		Entry{Name: "Template", Status: status(404, 404), Reads: []Read{{Rank: RankTemplate, Code: program("<2>")}}},
	)
	identify(t, table,
		response{404, `{"code":"A","message":"","note":1}`, "Status"},
		response{400, `{"code":"A","message":"","note":1}`, "Other"},
		response{402, `{"code":"A","message":"","note":1}`, "Other"},
		response{404, `{"code":"B","message":"","note":1}`, "Strict"},
		response{404, `{"code":"B","message":"","note":1,"needed":""}`, "Loose"},
		response{404, `{"code":"C","message":"","note":1}`, "Whole"},
		response{404, `{"code":"D","message":"","note":1}`, "Template"},
	)
}

// Steps 7 to 9: what is left alone is it, several are compared by the facts on which
// they differ, and if none matches it is the ancestor of all.
func TestMostSpecific(t *testing.T) {
	table := catalogOf([]Envelope{problemShape()},
		Entry{Name: "Alone", Code: "A", Reads: []Read{coded(0, says("Alone."))}},
		Entry{Name: "Parent", Code: "B", Reads: []Read{coded(0)}},
		Entry{Name: "Child", Code: "B", Parent: First + 1, Reads: []Read{coded(0, says("Child <0>."))}},
		Entry{Name: "Grandchild", Code: "B", Parent: First + 2, Reads: []Read{coded(0, says("Child <0>."), notes("1"))}},
		Entry{Name: "One", Code: "C", Reads: []Read{coded(0, says("One."))}},
		Entry{Name: "Two", Code: "C", Reads: []Read{coded(0, says("Two."))}},
		Entry{Name: "Open", Code: "D", Reads: []Read{coded(0, says("<0>"))}},
		Entry{Name: "Literal", Code: "D", Reads: []Read{coded(0, says("It <0>"))}},
		Entry{Name: "Typed", Code: "E", Reads: []Read{coded(0, says("No <1>"))}},
		Entry{Name: "Plain", Code: "E", Reads: []Read{coded(0, says("No <0>"))}},
		Entry{Name: "Wide", Code: "F", Status: status(400, 410), Reads: []Read{coded(0)}},
		Entry{Name: "Narrow", Code: "F", Status: status(400, 404), Reads: []Read{coded(0)}},
		Entry{Name: "First", Code: "G", Reads: []Read{coded(0)}},
		Entry{Name: "Second", Code: "G", Reads: []Read{coded(0)}},
		Entry{Name: "Known", Code: "H", Status: status(400, 599), Reads: []Read{coded(0)}},
		Entry{Name: "Unknown", Code: "H", Reads: []Read{coded(0)}},
	)
	identify(t, table,
		response{400, `{"code":"A","message":"Not alone."}`, "Alone"},
		response{400, `{"code":"B","message":"Parent."}`, "Parent"},
		response{400, `{"code":"B","message":"Child x."}`, "Child"},
		response{400, `{"code":"B","message":"Child x.","note":1}`, "Grandchild"},
		response{400, `{"code":"B","message":"","note":1}`, "Parent"},
		response{400, `{"code":"C","message":"One."}`, "One"},
		response{400, `{"code":"C","message":"Two."}`, "Two"},
		response{400, `{"code":"C","message":"Three."}`, "Unlisted"},
		response{400, `{"code":"D","message":"It is."}`, "Literal"},
		response{400, `{"code":"D","message":"Is it?"}`, "Open"},
		response{400, `{"code":"E","message":"No 5"}`, "Typed"},
		response{400, `{"code":"E","message":"No five"}`, "Plain"},
		response{400, `{"code":"F","message":""}`, "Narrow"},
		response{405, `{"code":"F","message":""}`, "Wide"},
		response{400, `{"code":"G","message":""}`, "First"},
		response{400, `{"code":"H","message":""}`, "Known"},
	)
	orphans := catalogOf([]Envelope{problemShape()},
		Entry{Name: "Base", Code: "OTHER", Reads: []Read{coded(0)}},
		Entry{Name: "One", Code: "A", Parent: First, Reads: []Read{coded(0, says("One."))}},
		Entry{Name: "Two", Code: "A", Parent: First, Reads: []Read{coded(0, says("Two."))}},
	)
	identify(t, orphans, response{400, `{"code":"A","message":"x"}`, "Unlisted"}) // the ancestor is no candidate
}

// Step 8: what counts of facts. A tree is one fact of its place, a header another.
func TestScore(t *testing.T) {
	tree := func(path string, value string) Fact {
		return Fact{Slot: noteSlot, Path: []Step{{Name: "." + path}}, Kind: ValueFact, Value: value, Proof: true}
	}
	line := func(name, text string) Fact {
		return Fact{Slot: SlotHeader, Header: name, Want: program(text), Proof: true}
	}
	table := catalogOf([]Envelope{problemShape()},
		Entry{Name: "Tree", Code: "A", Reads: []Read{coded(0, tree("a", "1"), tree("b", "1"), tree("c", "1"))}},
		Entry{Name: "Two", Code: "A", Reads: []Read{coded(0, says("<0>"), line("X-A", "1"))}},
		Entry{Name: "Lines", Code: "B", Reads: []Read{coded(0, line("X-A", "1"), line("X-B", "2"))}},
		Entry{Name: "Line", Code: "B", Reads: []Read{coded(0, line("X-A", "long and"), line("X-A", "wide"))}},
		Entry{Name: "Same", Code: "C", Reads: []Read{coded(0, says("Same <0>"), notes("1"))}},
		Entry{Name: "Similar", Code: "C", Reads: []Read{coded(0, says("Same <0>"), notes("2"))}},
		Entry{Name: "Other", Code: "C", Reads: []Read{coded(0, says("Same <2>"), notes("3"))}},
	)
	identify(t, table,
		response{400, `{"code":"C","message":"reworded","note":1}`, "Unlisted"}, // one of the candidates differs in the text
		response{400, `{"code":"C","message":"Same x","note":1}`, "Same"},
		response{400, `{"code":"C","message":"Same x","note":2}`, "Similar"},
		response{400, `{"code":"C","message":"Same x","note":3}`, "Other"},
		response{400, `{"code":"C","message":"Same xyz","note":3}`, "Unlisted"},
	)
	h := header("X-A", "1", "X-A", "long and", "X-A", "wide", "X-B", "2")
	for body, want := range map[string]string{`{"code":"A","message":"m","note":{"a":1,"b":1,"c":1}}`: "Two", `{"code":"B","message":""}`: "Lines"} {
		if got := identified(t, table, 400, h, body); got != want {
			t.Errorf("%s is %s, want %s", body, got, want)
		}
	}
}

// TestSameFact: facts are the same if they say the same of the same place, about params
// of one schema.
func TestSameFact(t *testing.T) {
	table := catalogOf(nil, Entry{})
	e := &table.Entries[0]
	base := Fact{Slot: noteSlot, Path: []Step{{Name: ".a"}}, Want: program("x <0>")}
	if !table.sameFact(e, &base, e, &Fact{Slot: noteSlot, Path: []Step{{Name: ".a"}}, Want: program("x <0>"), Proof: true}) {
		t.Error("proof does not count")
	}
	other := &Entry{Params: []Param{{Schema: 1}, {Schema: 1}, {Schema: 1}}}
	for name, f := range map[string]Fact{
		"slot":   {Slot: messageSlot, Path: base.Path, Want: base.Want},
		"path":   {Slot: noteSlot, Want: base.Want},
		"index":  {Slot: noteSlot, Path: []Step{{Index: 1}}, Want: base.Want},
		"want":   {Slot: noteSlot, Path: base.Path, Want: program("x <1>")},
		"kind":   {Slot: noteSlot, Path: base.Path, Want: base.Want, Kind: ValueFact},
		"value":  {Slot: noteSlot, Path: base.Path, Want: base.Want, Value: "1"},
		"header": {Slot: noteSlot, Path: base.Path, Want: base.Want, Header: "X"},
	} {
		if table.sameFact(e, &base, e, &f) {
			t.Errorf("another %s is the same fact", name)
		}
	}
	if table.sameFact(e, &base, other, &base) {
		t.Error("a param of another schema is the same")
	}
	param := Fact{Slot: noteSlot, Kind: ParamFact}
	count := Fact{Slot: noteSlot, Kind: ParamFact, Param: 1}
	if !table.sameFact(e, &param, e, &param) || table.sameFact(e, &param, e, &count) || !table.sameFact(e, &count, other, &param) {
		t.Error("params alone are compared by their schemas")
	}
}

// TestTypedHoles: placeholders that are not plain strings.
func TestTypedHoles(t *testing.T) {
	table := &Table{Schemas: []Schema{
		{Kind: StringSchema}, {Kind: IntegerSchema}, {Kind: StringSchema, Enum: []string{"a"}}, {Kind: StringSchema, Pattern: "a"},
		{Kind: StringSchema, MinLen: 1}, {Kind: StringSchema, MaxLen: 1}, {Kind: StringSchema, Format: "date"}, {Kind: AnySchema},
	}}
	e := &Entry{}
	for i := range table.Schemas {
		e.Params = append(e.Params, Param{Schema: i})
		want := 1
		if i == 0 {
			want = 0
		}
		if got := table.typedHoles(e, &Fact{Kind: ParamFact, Param: i}); got != want {
			t.Errorf("param %d counts %d", i, got)
		}
	}
	for text, want := range map[string]int{"": 0, "<0>": 0, "<1> <0> <2>": 2, "a": 0, "<q1> <1>": 2} {
		if got := table.typedHoles(e, &Fact{Want: program(text)}); got != want {
			t.Errorf("%q counts %d, want %d", text, got, want)
		}
	}
	for want, s := range map[int]Spans{1000: nil, 1: {{404, 404}}, 101: {{400, 499}, {503, 503}}} {
		if got := spanSize(s); got != want {
			t.Errorf("%v counts %d", s, got)
		}
	}
}
