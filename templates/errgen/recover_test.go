package errgen

import (
	"fmt"
	"net/http"
	"reflect"
	"testing"
	"time"
)

// recoverTable reads entries with the params A, a text, B, a number, C, an optional
// text, D, a text that logs alone have, and W, seconds, from an envelope with a code, a
// message, a note of any type, a header and further members.
func recoverTable(entries ...Entry) *Table {
	table := &Table{
		Package: "recovered", Hooks: shopHooks{}, Entries: entries,
		Schemas: []Schema{{Kind: StringSchema}, {Kind: IntegerSchema, Min: "5"}, {Kind: SecondsSchema, Types: IntegerType}, {Kind: MapSchema, Items: 0}},
		Envelopes: []Envelope{{Kind: JSONBody, Slots: 6, Status: status(400, 599), Root: Node{Kind: ObjectNode, Members: []Node{
			{Name: "status", Types: AnyType, Slot: SlotStatus, Optional: true},
			{Name: "code", Types: StringType, Slot: SlotCode, Optional: true},
			{Name: "message", Types: StringType, Slot: messageSlot, Optional: true},
			{Name: "note", Types: AnyType, Slot: noteSlot, Optional: true},
			{Kind: ObjectNode, Name: "more", Optional: true, More: moreSlot},
		}}, Headers: []Node{{Name: "X-Hint", Slot: hintSlot, Types: StringType, Optional: true}}}},
	}
	for i := range table.Entries {
		e := &table.Entries[i]
		e.Params = []Param{{Name: "A"}, {Name: "B", Schema: 1}, {Name: "C", Flags: IsOptional}, {Name: "D", Flags: IsPrivate}, {Name: "W", Schema: 2, Flags: IsOptional}}
		e.Data = (*recoverData)(nil)
		table.Envelopes[0].Codes = append(table.Envelopes[0].Codes, CodeRow{e.Code, First + Row(i)})
	}
	return table
}

type recoverData struct {
	A string
	B int64
	C *string
	D string
	W *time.Duration
}

func (d *recoverData) String() string {
	s := fmt.Sprintf("A=%s B=%d", d.A, d.B)
	if d.C != nil {
		s += " C=" + *d.C
	}
	if d.W != nil {
		s += " W=" + d.W.String()
	}
	return s + d.D
}

const (
	moreSlot = SlotField0 + 2
	hintSlot = SlotField0 + 3
)

// told is a fact that a slot holds a text, alone that it holds a param.
func told(slot int, text string) Fact { return Fact{Slot: slot, Want: program(text)} }

func alone(slot, param int, path ...Step) Fact {
	return Fact{Slot: slot, Kind: ParamFact, Param: param, Path: path}
}

func TestRecover(t *testing.T) {
	a, b := Step{Name: ".a"}, Step{Name: ".b"}
	line := func(name, text string) Fact { return Fact{Slot: SlotHeader, Header: name, Want: program(text)} }
	for name, c := range map[string]struct {
		facts  []Fact
		header http.Header
		body   string
		want   string // "" for no data
	}{
		"texts":             {[]Fact{told(messageSlot, "<0> has <1>.")}, nil, `"message":"x has 7."`, "A=x B=7"},
		"out of bounds":     {[]Fact{told(messageSlot, "<0> has <1>.")}, nil, `"message":"x has 3."`, ""},
		"required":          {[]Fact{told(messageSlot, "<0>")}, nil, `"message":"x"`, ""},
		"alone":             {[]Fact{alone(messageSlot, 0), alone(noteSlot, 1)}, nil, `"message":"x","note":7`, "A=x B=7"},
		"alone, any bounds": {[]Fact{alone(messageSlot, 0), alone(noteSlot, 1)}, nil, `"message":"x","note":3`, "A=x B=3"},
		"alone, other type": {[]Fact{alone(messageSlot, 0), alone(noteSlot, 1)}, nil, `"message":"x","note":"7"`, ""},
		"in a tree":         {[]Fact{alone(noteSlot, 0, a), alone(noteSlot, 1, b)}, nil, `"note":{"a":"x","b":7}`, "A=x B=7"},
		"optional":          {[]Fact{alone(noteSlot, 0, a), alone(noteSlot, 1, b), alone(messageSlot, 2)}, nil, `"note":{"a":"x","b":7},"message":"y"`, "A=x B=7 C=y"},
		"optional, other":   {[]Fact{alone(noteSlot, 0, a), told(messageSlot, "<1>"), alone(noteSlot, 2, b)}, nil, `"note":{"a":"x","b":7},"message":"9"`, "A=x B=9"},
		"alone before text": {[]Fact{alone(noteSlot, 0), told(messageSlot, "<0> has <1>.")}, nil, `"note":"x has 5","message":"x has 5 has 6."`, "A=x has 5 B=6"},
		"escaped":           {[]Fact{alone(noteSlot, 0), told(messageSlot, "<0> <1>")}, nil, `"note":"\u0061","message":"a 7"`, "A=a B=7"},
		"one before two":    {[]Fact{told(messageSlot, "<0> has <1>."), told(noteSlot, "is <0>")}, nil, `"message":"x has 8 has 7.","note":"is x has 8"`, "A=x has 8 B=7"},
		"the code's":        {[]Fact{told(messageSlot, "<0> <1>")}, nil, `"message":"x y 7","code":"OPEN-x y"`, "A=x y B=7"},
		"a header":          {[]Fact{line("X-A", "a=<0>"), line("X-A", "b=<1>")}, header("X-A", "b=7", "X-A", "a=x"), ``, "A=x B=7"},
		"a constant line":   {[]Fact{line("X-A", "a"), line("X-A", "<0>"), told(messageSlot, "<1>")}, header("X-A", "a", "X-A", "x"), `"message":"7"`, "A=x B=7"},
		"header, losses":    {[]Fact{line("X-A", "<0>"), told(messageSlot, "<0>"), alone(noteSlot, 1)}, header("X-A", "x  y"), `"message":"x\r\ny","note":7`, "A=x\r\ny B=7"},
		"header of fields":  {[]Fact{alone(hintSlot, 0), alone(noteSlot, 1)}, header("X-Hint", "x"), `"note":7,"code":"ALONE"`, "A=x B=7"},
		"seconds":           {[]Fact{alone(messageSlot, 0), alone(noteSlot, 1), line("Retry-After", "<4>")}, header("Retry-After", "9"), `"message":"x","note":7`, "A=x B=7 W=9s"},
		"a date": {
			[]Fact{alone(messageSlot, 0), alone(noteSlot, 1), {Slot: SlotHeader, Header: "Retry-After", Kind: ParamFact, Param: 4}},
			header("Retry-After", "Mon, 06 May 2024 07:08:39 GMT", "Date", "Mon, 06 May 2024 07:08:09 GMT"), `"message":"x","note":7`, "A=x B=7 W=30s",
		},
		"a wording":         {[]Fact{alone(noteSlot, 1), told(messageSlot, "<pick><0> for <2><or><0><end>")}, nil, `"message":"x for y","note":7`, "A=x B=7 C=y"},
		"the other wording": {[]Fact{alone(noteSlot, 1), told(messageSlot, "<pick><0> for <2><or><0><end>")}, nil, `"message":"x","note":7`, "A=x B=7"},
		"absent alone":      {[]Fact{alone(noteSlot, 2, a), alone(noteSlot, 1, b), told(messageSlot, "<pick><0> for <2><or><0><end>")}, nil, `"message":"x for y","note":{"b":7}`, "A=x for y B=7"},
		"absent in a text":  {[]Fact{told(noteSlot, "<pick>with <2> and <1><or>without, <1><end>"), told(messageSlot, "<pick><0> for <2><or><0><end>")}, nil, `"message":"x for y","note":"without, 7"`, "A=x for y B=7"},
		"wordings of none":  {[]Fact{told(noteSlot, "<pick>with <2><or>without<end>"), alone(messageSlot, 0), line("X-B", "<1>")}, header("X-B", "7"), `"message":"x","note":"other"`, "A=x B=7"},
		"null":              {[]Fact{alone(messageSlot, 0), told(hintSlot, "<1>"), alone(noteSlot, 2)}, header("X-Hint", "7"), `"message":"x","note":null,"code":"ALONE"`, "A=x B=7"},
	} {
		table := recoverTable(Entry{Code: "ALONE", Reads: []Read{{Rank: RankConstant, Facts: c.facts}}})
		table.Entries[0].Reads[0].Code = program("OPEN-<0>")
		body := c.body
		if body == "" {
			body = `"x":1`
		}
		r := table.newReading(400, c.header, "{"+body+"}")
		fits := r.fits()
		if len(fits) == 0 {
			t.Errorf("%s: nothing fits", name)
			continue
		}
		row := &candidate{row: First, entry: &table.Entries[0], read: &table.Entries[0].Reads[0], fit: &fits[0]}
		got := ""
		if data := r.data(row); data != nil {
			got = data.(*recoverData).String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		r.release()
	}
}

// TestRecoverDate: where seconds are expected, an HTTP date may stand.
func TestRecoverDate(t *testing.T) {
	table := recoverTable()
	h := header("Date", "Mon, 06 May 2024 07:08:09 GMT")
	r := &reading{t: table, header: h}
	var wait *time.Duration
	v := reflect.ValueOf(&wait).Elem()
	if !r.parseText("Mon, 06 May 2024 07:08:39 GMT", 2, v) || *wait != 30*time.Second {
		t.Errorf("it is %v", wait)
	}
	if r.parseText("soon", 2, v) || r.parseText("Mon, 06 May 2024 07:08:39 GMT", 1, v) {
		t.Error("other texts and other numbers are none")
	}
}

// TestRecoverStatus: the status is that in the body, if the entry documents it, else
// the response's, else the entry's first.
func TestRecoverStatus(t *testing.T) {
	type data struct{ Status int }
	table := recoverTable(Entry{Code: "A", Status: Spans{{429, 429}, {503, 504}}, Reads: []Read{{Rank: RankConstant}}})
	table.Entries[0].Params, table.Entries[0].Data, table.Entries[0].Traits = make([]Param, 1), (*data)(nil), HasStatus
	for _, c := range []struct {
		status int
		body   string
		want   int
	}{
		{503, `{"code":"A"}`, 503},
		{500, `{"code":"A"}`, 500},
		{0, `{"code":"A"}`, 429},
		{503, `{"code":"A","status":504}`, 504},
		{503, `{"code":"A","status":"504"}`, 504},
		{503, `{"code":"A","status":505}`, 503},
		{503, `{"code":"A","status":"x"}`, 503},
		{0, `{"code":"A","status":503.0}`, 503},
	} {
		err := table.Decode(0, c.status, nil, []byte(c.body)).(*shopError)
		if got := err.o.Data.(*data).Status; got != c.want {
			t.Errorf("%d %s has the status %d, want %d", c.status, c.body, got, c.want)
		}
		if err.o.Response.StatusCode != c.status {
			t.Errorf("%d %s was received with %d", c.status, c.body, err.o.Response.StatusCode)
		}
	}
}

// TestRecoverMore: the further members of an object but for those that are params by
// themselves.
func TestRecoverMore(t *testing.T) {
	type data struct {
		Own  string
		More map[string]string
	}
	table := recoverTable(Entry{Code: "A", Reads: []Read{{Rank: RankConstant, Facts: []Fact{
		{Slot: moreSlot, Path: []Step{{Name: ".own"}}, Kind: ParamFact}, {Slot: moreSlot, Kind: ParamFact, Param: 1},
	}}}})
	e := &table.Entries[0]
	e.Data = (*data)(nil)
	for _, c := range []struct {
		body  string
		flags ParamFlags
		want  *data
	}{
		{`{"code":"A","more":{"own":"o","b":"c"}}`, 0, &data{"o", map[string]string{"b": "c"}}},
		{`{"code":"A","more":{"own":"o"}}`, 0, &data{Own: "o"}},
		{`{"code":"A","more":{"own":"o","b":1}}`, 0, nil},
		{`{"code":"A","more":{"own":"o","b":1}}`, IsOptional, &data{Own: "o"}},
		{`{"code":"A"}`, IsOptional, nil},
	} {
		e.Params = []Param{{}, {Schema: 3, Flags: c.flags}}
		got, _ := table.Decode(0, 400, nil, []byte(c.body)).(*shopError).o.Data.(*data)
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s is %v, want %v", c.body, got, c.want)
		}
	}
}

// TestRecoverPrivate: what logs alone have is not received.
func TestRecoverPrivate(t *testing.T) {
	table := recoverTable(Entry{Code: "A", Reads: []Read{{Rank: RankConstant, Facts: []Fact{alone(messageSlot, 3), told(noteSlot, "<0> <1>")}}}})
	err := table.Decode(0, 400, nil, []byte(`{"code":"A","message":"secret","note":"x 7"}`)).(*shopError)
	if got := fmt.Sprint(err.o.Data); got != "A=x B=7" {
		t.Errorf("it is %s", got)
	}
}

// TestWithoutParams: data that has none is there in any case.
func TestWithoutParams(t *testing.T) {
	type data struct{}
	table := recoverTable(Entry{Code: "A", Reads: []Read{{Rank: RankConstant}}}, Entry{Code: "B", Reads: []Read{{Rank: RankConstant}}})
	for i := range table.Entries {
		table.Entries[i].Params, table.Entries[i].Data = nil, nil
	}
	table.Entries[0].Data = (*data)(nil)
	a, b := table.Decode(0, 400, nil, []byte(`{"code":"A"}`)).(*shopError), table.Decode(0, 400, nil, []byte(`{"code":"B"}`)).(*shopError)
	if _, ok := a.o.Data.(*data); !ok || b.o.Data != nil {
		t.Errorf("%v, %v", a.o.Data, b.o.Data)
	}
}

func TestOpenAt(t *testing.T) {
	n := Node{Kind: ObjectNode, Members: []Node{{Name: "a"}, {Kind: ObjectNode, Name: "b", Members: []Node{{Kind: ObjectNode, Name: "c", More: 5}}}}, More: 4}
	if n.openAt(4) != &n || n.openAt(5) != &n.Members[1].Members[0] || n.openAt(6) != nil {
		t.Error("the object of a slot")
	}
}
