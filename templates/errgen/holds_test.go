package errgen

import (
	"strings"
	"testing"
)

// TestHolds checks facts of an entry whose params are a text, a number from 5 up, an
// optional text and an enum.
func TestHolds(t *testing.T) {
	table := &Table{
		Schemas: []Schema{
			{Kind: StringSchema}, {Kind: IntegerSchema, Min: "5"}, {Kind: StringSchema}, {Kind: StringSchema, Enum: []string{"a", "b"}},
		},
		Envelopes: []Envelope{{Kind: JSONBody, Slots: 4, Status: status(400, 599), Root: Node{Kind: ObjectNode, Members: []Node{
			{Name: "message", Types: AnyType, Slot: messageSlot, Optional: true}, {Name: "note", Types: AnyType, Slot: noteSlot, Optional: true},
		}}}},
	}
	e := &Entry{Params: []Param{{}, {Schema: 1}, {Schema: 2, Flags: IsOptional}, {Schema: 3}}}
	at := func(path ...Step) Fact { return Fact{Slot: noteSlot, Path: path} }
	with := func(f Fact, kind FactKind, value string, param int) Fact {
		f.Kind, f.Value, f.Param, f.Proof = kind, value, param, true
		return f
	}
	want := func(f Fact, text string) Fact {
		f.Want, f.Proof = program(text), true
		return f
	}
	name, item := Step{Name: ".a"}, Step{Index: 1}
	for _, c := range []struct {
		body string
		fact Fact
		want string // the params, "-" if it is not so
	}{
		{`{"note":"say x"}`, want(at(), "say <0>"), "0=x"},
		{`{"note":"x"}`, want(at(), "say <0>"), "-"},
		{`{"note":5}`, want(at(), "<0>"), "-"},
		{`{}`, want(at(), "<0>"), "-"},
		{`{"note":{"a":"x"}}`, want(at(name), "<0>"), "0=x"},
		{`{"note":["x","y"]}`, want(at(item), "<0>"), "0=y"},
		{`{"note":["x"]}`, want(at(item), "<0>"), "-"},
		{`{"note":["x"]}`, want(at(item), "<2>"), ""}, // an optional param may be absent
		{`{"note":["x"]}`, want(at(item), "a <2>"), "-"},
		{`{"note":{"1":"x"}}`, want(at(item), "<0>"), "-"},
		{`{"note":["x"]}`, want(at(name), "<0>"), "-"},
		{`{"note":[{"b":1},{"a":"x"}]}`, want(at(item, name), "<0>"), "0=x"},
		{`{"note":[{"a":"x"},{"b":1}]}`, want(at(item, name), "<0>"), "-"},
		{`{"note":{"":"x"}}`, want(at(Step{Name: "."}), "<0>"), "0=x"},
		{`{"note":[1,2]}`, with(at(), SizeFact, "2", 0), ""},
		{`{"note":[1]}`, with(at(), SizeFact, "2", 0), "-"},
		{`{"note":{"a":1,"b":2}}`, with(at(), SizeFact, "2", 0), "-"},
		{`{"note":{"b":1.0,"a":[]}}`, with(at(), ValueFact, `{"a":[],"b":1}`, 0), ""},
		{`{"note":2e0}`, with(at(), ValueFact, "2", 0), ""},
		{`{"note":"2"}`, with(at(), ValueFact, "2", 0), "-"},
		{`{"note":7}`, with(at(), ParamFact, "", 1), "1=7"},
		{`{"note":3}`, with(at(), ParamFact, "", 1), "-"},
		{`{"note":"7"}`, with(at(), ParamFact, "", 1), "-"},
		{`{"note":{"b":1}}`, with(at(name), ParamFact, "", 2), ""},
		{`{"note":{"b":1}}`, with(at(name), ParamFact, "", 0), "-"},
		{`{"note":"b"}`, with(at(), ParamFact, "", 3), "3=b"},
		{`{"note":"c"}`, with(at(), ParamFact, "", 3), "-"},
	} {
		r := table.newReading(400, nil, c.body)
		fits := r.fits()
		candidate := &candidate{entry: e, fit: &fits[0]}
		got := "-"
		caps := make([]capture, len(e.Params))
		if r.holds(candidate, &c.fact, nil) {
			if !r.holds(candidate, &c.fact, caps) {
				t.Errorf("%s: where params are noted, %v is not so", c.body, c.fact)
			}
			for i := range caps {
				if caps[i].token >= 0 && caps[i].given {
					caps[i].text = r.tokenText(caps[i].token)
				}
			}
			got = captured(caps)
		}
		if got != c.want {
			t.Errorf("%s: %v is %q, want %q", c.body, c.fact, got, c.want)
		}
		r.release()
	}
}

// TestHoldsUnproven: a param that stands alone is noted, in its bounds or not.
func TestHoldsUnproven(t *testing.T) {
	table := &Table{
		Schemas:   []Schema{{Kind: IntegerSchema, Min: "5"}},
		Envelopes: []Envelope{{Kind: JSONBody, Slots: 3, Status: status(400, 599), Root: Node{Types: AnyType, Slot: messageSlot}}},
	}
	e := &Entry{Params: make([]Param, 1)}
	for _, c := range []struct {
		body        string
		proof       bool
		holds, told bool
	}{
		{"3", true, false, true},
		{"3", false, true, true},
		{"7", true, true, true},
		{`"x"`, false, true, true},
	} {
		r := table.newReading(400, nil, c.body)
		fits := r.fits()
		f := &Fact{Slot: messageSlot, Kind: ParamFact, Proof: c.proof}
		caps := make([]capture, 1)
		holds, told := r.holds(&candidate{entry: e, fit: &fits[0]}, f, nil), r.holds(&candidate{entry: e, fit: &fits[0]}, f, caps)
		if holds != c.holds || told != c.told || caps[0].given != c.told {
			t.Errorf("%s, proof %v: %v, then %v with %v", c.body, c.proof, holds, told, caps)
		}
		r.release()
	}
}

// TestHoldsHeader: some line is as the fact says, and where params are noted each line
// is one fact's.
func TestHoldsHeader(t *testing.T) {
	table := &Table{Schemas: []Schema{{Kind: StringSchema}, {Kind: IntegerSchema, Max: "9"}}}
	e := &Entry{Params: []Param{{}, {Schema: 1}, {}}}
	line := func(text string) *Fact {
		return &Fact{Slot: SlotHeader, Header: "X-A", Want: program(text), Proof: true}
	}
	param := &Fact{Slot: SlotHeader, Header: "X-A", Kind: ParamFact, Param: 1, Proof: true}
	for _, c := range []struct {
		lines []string
		facts []*Fact
		want  string // the params, "-" where one is not so
	}{
		{[]string{"a=1"}, []*Fact{line("a=<0>")}, "0=1"},
		{[]string{"b=1", "a=2"}, []*Fact{line("a=<0>")}, "0=2"},
		{[]string{"b=1"}, []*Fact{line("a=<0>")}, "-"},
		{nil, []*Fact{line("a=<0>")}, "-"},
		{[]string{"a=1", "a=2"}, []*Fact{line("a=<0>"), line("a=<2>")}, "0=1 2=2"},
		{[]string{"a=1"}, []*Fact{line("a=<0>"), line("a=<2>")}, "-"},
		{[]string{"5"}, []*Fact{param}, "1=5"},
		{[]string{"x"}, []*Fact{param}, "-"},
		{[]string{"x", "7"}, []*Fact{param}, "1=7"},
		{[]string{"constant"}, []*Fact{line("constant")}, ""},
		{[]string{"words:"}, []*Fact{line("words: ")}, ""},
		{[]string{"words"}, []*Fact{line("  words  ")}, "-"},
		{[]string{"words"}, []*Fact{line(" words ")}, ""},
		{[]string{"is:"}, []*Fact{line("is: <0>")}, "0="},
		{[]string{"is it"}, []*Fact{line("<0> is it")}, "0="},
		{[]string{"is"}, []*Fact{line("<0> is <2>")}, "0= 2="},
	} {
		h := header()
		for _, l := range c.lines {
			h.Add("X-A", l)
		}
		r := &reading{t: table, header: h}
		caps := make([]capture, len(e.Params))
		got := ""
		for _, f := range c.facts {
			if !r.holds(&candidate{entry: e, fit: new(fitting)}, f, caps) {
				got = "-"
			}
		}
		if got == "" {
			got = captured(caps)
		}
		if got != c.want {
			t.Errorf("%v is %q, want %q", c.lines, got, c.want)
		}
		if len(c.facts) == 1 && r.holds(&candidate{entry: e, fit: new(fitting)}, c.facts[0], nil) != (c.want != "-") {
			t.Errorf("%v is another if nothing is noted", c.lines)
		}
	}
	r := &reading{t: table, header: header("X-A", "12")}
	if r.holds(&candidate{entry: e, fit: new(fitting)}, param, nil) || !r.holds(&candidate{entry: e, fit: new(fitting)}, &Fact{Slot: SlotHeader, Header: "X-A", Kind: ParamFact, Param: 1}, nil) {
		t.Error("bounds count for a fact that proves")
	}
}

// TestHoldsCleaned: a param that is known stands in a header, or in a text of several
// lines, without what these cannot hold.
func TestHoldsCleaned(t *testing.T) {
	table := &Table{Schemas: []Schema{{Kind: StringSchema}}}
	e := &Entry{Params: make([]Param, 2)}
	for _, c := range []struct {
		known, text string
		want        bool
	}{
		{"a\r\nb", "a  b and c", false},
		{"a\nb", "a b and c", true},
		{"a\r\nb", "a b and c", true},
		{"a\r\nb", "a\nb and c", true},
		{"a\tb", "a\tb and c", true},
		{"x", "y and c", false},
	} {
		caps := []capture{{given: true, token: -1, text: c.known}, {}}
		r := &reading{t: table}
		f := &Fact{Want: program("<0> and <1>")}
		if !r.matchTrimmed(e, f.Want, c.text, caps) {
			t.Errorf("%q is no text of the fact", c.text)
		}
		if got := caps[1].text == "c" && caps[0].text == c.known; !got {
			t.Errorf("%q with %q: %s", c.text, c.known, captured(caps))
		}
		cleaned := cleanedFor(c.text, caps[:1])
		if got := strings.HasPrefix(c.text, cleaned[0].text+" and"); got != c.want {
			t.Errorf("%q with %q is cleaned to %q", c.text, c.known, cleaned[0].text)
		}
	}
}

func TestAlone(t *testing.T) {
	for i, f := range []Fact{
		{Kind: ParamFact, Param: 3}, {Want: program("<3>")}, {Want: program("a<3>")}, {Want: program("<3><3>")}, {Want: program("<status>")}, {}, {Kind: ValueFact, Value: "1"},
	} {
		want := -1
		if i < 2 {
			want = 3
		}
		if got := f.Alone(); got != want {
			t.Errorf("fact %d is of param %d, want %d", i, got, want)
		}
	}
}
