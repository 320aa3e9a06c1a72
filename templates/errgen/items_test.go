package errgen

import (
	"fmt"
	"strings"
	"testing"
)

// listShape is an envelope with a title outside a list, in which items have a code, a
// message, a status and a title as well.
func listShape(inner ...Node) Envelope {
	members := []Node{
		{Name: "code", Types: StringType, Slot: SlotCode},
		{Name: "message", Types: StringType, Slot: messageSlot, Optional: true},
		{Name: "status", Types: AnyType, Slot: SlotStatus, Optional: true},
	}
	return Envelope{
		Name: "List", Kind: JSONBody, Status: status(400, 599), Slots: 5, List: true,
		Root: Node{Kind: ObjectNode, Members: []Node{
			{Name: "title", Types: StringType, Slot: noteSlot, Optional: true},
			{Kind: ObjectNode, Name: "data", Members: []Node{
				{Kind: ListNode, Name: "errors", Members: []Node{{Kind: ObjectNode, Members: append(members, inner...)}}},
			}},
		}},
	}
}

func inList(items string) string { return `{"title":"t","data":{"errors":[` + items + `]}}` }

// TestItems: each item is identified by itself, with the status that stands in it.
func TestItems(t *testing.T) {
	table := catalogOf([]Envelope{listShape()},
		Entry{Name: "A", Code: "A", Status: status(404, 404), Reads: []Read{coded(0)}},
		Entry{Name: "AtFour", Code: "B", Status: status(400, 400), Reads: []Read{coded(0)}},
		Entry{Name: "AtFive", Code: "B", Status: status(500, 500), Reads: []Read{coded(0)}},
		Entry{Name: "Any", Status: status(418, 418), Reads: []Read{{Rank: RankAny, Code: program("<0>")}}},
	)
	identify(t, table,
		response{404, inList(`{"code":"A"}`), "A"},
		response{404, inList(`{"code":"A"},{"code":"A"}`), "A A "},
		response{400, inList(`{"code":"B"},{"code":"B","status":500},{"code":"B","status":"400"},{"code":"B","status":"x"}`), "AtFour AtFive AtFour AtFour "},
		response{500, inList(`{"code":"B"},{"code":"B","status":400}`), "AtFive AtFour "},
		response{400, inList(`{"code":"X"},{"code":"X","status":418},5,{}`), "Unlisted Any Unlisted Unlisted "},
		response{400, inList(``), "UnexpectedResponse"},
		response{400, `{"data":{"errors":{}}}`, "UnexpectedResponse"},
		response{400, `{"data":[]}`, "UnexpectedResponse"},
		response{400, `{"code":"A"}`, "UnexpectedResponse"},
	)
}

// TestItemsBesideAnother: if another envelope fits best, the list is out.
func TestItemsBesideAnother(t *testing.T) {
	table := catalogOf([]Envelope{listShape(), problemShape()},
		Entry{Name: "Item", Code: "A", Reads: []Read{coded(0)}}, Entry{Name: "Alone", Code: "A", Reads: []Read{coded(1)}},
	)
	identify(t, table,
		response{400, inList(`{"code":"A"}`), "Item"},
		response{400, `{"code":"A","message":"m"}`, "Alone"},
		response{400, `{"code":"A","message":"m","data":{"errors":[{"code":"A"}]}}`, "Item"}, // of both sizes the list's comes first
		response{400, `{"code":"A","message":"m","note":1,"data":{"errors":[{"code":"A"}]}}`, "Alone"},
	)
}

// TestListRoot: the list itself may be the body.
func TestListRoot(t *testing.T) {
	env := listShape()
	env.Root = *env.Root.Members[1].Members[0].clone()
	env.Root.Name = ""
	table := catalogOf([]Envelope{env}, Entry{Name: "A", Code: "A", Reads: []Read{coded(0)}})
	identify(t, table,
		response{400, `[{"code":"A"},{"code":"A"}]`, "A A "},
		response{400, `[]`, "UnexpectedResponse"},
		response{400, `{"code":"A"}`, "UnexpectedResponse"},
	)
}

func (n *Node) clone() *Node {
	c := *n
	return &c
}

// TestOuterFields: what stands outside the list is the first item's; a field that has a
// place in the item is the item's own.
func TestOuterFields(t *testing.T) {
	facts := []Fact{{Slot: messageSlot, Want: program("<0>")}, {Slot: noteSlot, Want: program("title <2>"), Proof: true}}
	decode := func(env Envelope, body string) string {
		table := catalogOf([]Envelope{env},
			Entry{Name: "Titled", Code: "A", Reads: []Read{coded(0, facts...)}},
			Entry{Name: "Bare", Code: "A", Reads: []Read{coded(0, facts[0])}},
		)
		for i := range table.Entries {
			table.Entries[i].Params[1].Flags = IsOptional | HasDefault
			table.Entries[i].Params[2].Flags = HasDefault
		}
		all := []error{table.Decode(0, 400, nil, []byte(body))}
		if several, ok := all[0].(interface{ Unwrap() []error }); ok {
			all = several.Unwrap()
		}
		var got []string
		for _, err := range all {
			e := err.(*shopError)
			data, _ := e.o.Data.(*identData)
			if data == nil {
				data = &identData{}
			}
			got = append(got, fmt.Sprint(table.Name(e.o.Row), " ", data.Text, " ", data.Short))
		}
		return strings.Join(got, ", ")
	}
	outside := func(title string) string {
		return `{"title":"` + title + `","data":{"errors":[{"code":"A","message":"a"},{"code":"A","message":"b"}]}}`
	}
	title := Node{Name: "title", Types: StringType, Slot: noteSlot, Optional: true, Alias: true}
	for _, c := range []struct {
		env        Envelope
		body, want string
	}{
		{listShape(), outside("title xy"), "Titled a xy, Titled b xy"},
		{listShape(), outside("other"), "Bare a , Bare b "}, // the title is that of all
		{listShape(title), outside("title xy"), "Titled a xy, Titled b xy"},
		{listShape(title), inList(`{"code":"A","message":"a","title":"title x"},{"code":"A","message":"b","title":"title y"}`), "Bare a , Titled b y"},
		{listShape(title), `{"data":{"errors":[{"code":"A","message":"a","title":"title x"},{"code":"A","message":"b"}]}}`, "Titled a x, Bare b "},
	} {
		if got := decode(c.env, c.body); got != c.want {
			t.Errorf("%s is %s, want %s", c.body, got, c.want)
		}
	}
}

// TestOuterParams: a param that stands in the item as well is not taken from outside.
func TestOuterParams(t *testing.T) {
	table := catalogOf([]Envelope{listShape()}, Entry{Name: "A", Code: "A", Reads: []Read{coded(0,
		Fact{Slot: messageSlot, Want: program("<0>")}, Fact{Slot: noteSlot, Want: program("<0> of <3>")},
	)}})
	table.Entries[0].Params[1].Flags, table.Entries[0].Params[2].Flags = HasDefault, HasDefault
	err := table.Decode(0, 400, nil, []byte(`{"title":"a of n","data":{"errors":[{"code":"A","message":"a"},{"code":"A","message":"b"},{"code":"A"}]}}`))
	var got []string
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		data, _ := one.(*shopError).o.Data.(*identData)
		switch {
		case data == nil:
			got = append(got, "-")
		case data.Note == nil:
			got = append(got, data.Text)
		default:
			got = append(got, data.Text+" "+*data.Note)
		}
	}
	if want := "[a n b -]"; fmt.Sprint(got) != want {
		t.Errorf("the items hold %v, want %s", got, want)
	}
}

// TestHeaderParams: a header of the entry is the first item's: of the others it tells the
// params that do not stand in the item as well.
func TestHeaderParams(t *testing.T) {
	table := catalogOf([]Envelope{listShape()}, Entry{Name: "A", Code: "A", Reads: []Read{coded(0,
		Fact{Slot: messageSlot, Want: program("<0>")},
		Fact{Slot: SlotHeader, Header: "X-A", Want: program("<0>")}, Fact{Slot: SlotHeader, Header: "X-B", Want: program("<3>")},
	)}})
	table.Entries[0].Params[1].Flags, table.Entries[0].Params[2].Flags = HasDefault, HasDefault
	header := map[string][]string{"X-A": {"a"}, "X-B": {"n"}}
	err := table.Decode(0, 400, header, []byte(inList(`{"code":"A","message":"a"},{"code":"A","message":"b"},{"code":"A"}`)))
	var got []string
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		data, _ := one.(*shopError).o.Data.(*identData)
		if data == nil {
			got = append(got, "-")
			continue
		}
		got = append(got, data.Text+" "+*data.Note)
	}
	if want := "[a n b n -]"; fmt.Sprint(got) != want {
		t.Errorf("the items hold %v, want %s", got, want)
	}
}
