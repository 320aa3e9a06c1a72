package errgen

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// received is an error that was decoded from the body of another.
func received(row Row, data any, body string) *shopError {
	return &shopError{Occurrence{Row: row, Data: data, Response: &Response{Body: body}}}
}

// receivedIn is one without data that was read in an envelope.
func receivedIn(envelope int, row Row, body string) *shopError {
	return &shopError{Occurrence{Row: row, Envelope: uint16(envelope + 1), Response: &Response{Body: body}}}
}

// TestNestedInSecondEnvelope: an error is written in the envelope that stands there, be it
// not its first.
func TestNestedInSecondEnvelope(t *testing.T) {
	type outer struct{ More []error }
	type both struct{ Word string }
	table := &Table{
		Hooks: shopHooks{}, Envelopes: []Envelope{{Kind: JSONBody}, {Kind: JSONBody, Part: true}},
		Schemas: []Schema{{Kind: ErrorSchema, Part: 1}, {Kind: ArraySchema}, {Kind: StringSchema}},
		Entries: []Entry{
			{Body: program(`{"all":<v0>}`), Params: []Param{{Schema: 1}}, Data: (*outer)(nil), Reads: []Read{{}}},
			{Body: program(`{"big":<v0>}`), Params: []Param{{Schema: 2}}, Data: (*both)(nil), Reads: []Read{{}, {Envelope: 1, Body: program(`{"small":<v0>}`)}}},
		},
	}
	data := &outer{[]error{&shopError{Occurrence{Row: First + 1, Data: &both{"w"}}}}}
	if got, want := appended(table, "", sent(table, Occurrence{Row: First, Data: data})), `{"all":[{"small":"w"}]}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestAppendNested: only errors of the part stand in the body of another, in a list no
// others.
func TestAppendNested(t *testing.T) {
	cause, row := raised("Cause", &causeData{"w"}), shop.RowOf("Cause")
	const itself = `{"code":"CAUSE","message":"w!"}`
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"nil":             {nil, ""},
		"it":              {cause, itself},
		"wrapped":         {fmt.Errorf("a: %w", cause), itself},
		"of none":         {errors.New("x"), ""},
		"of another form": {raised("NotFound", nil), ""},
		"no response":     {raised("Closed", &roomData{}), ""},
		"without data":    {raised("Cause", nil), `{"code":"CAUSE","message":"!"}`},
		"received":        {received(row, &causeData{"v"}, `{"code":"CAUSE","message":"v!","x":1}`), `{"code":"CAUSE","message":"v!"}`},
		"incomplete":      {received(row, nil, `{"code":"CAUSE","message":"?"}`), `{"code":"CAUSE","message":"?"}`},
		"lacking":         {receivedIn(partEnvelope, row, `{"message":"?","x":1}`), `{"message":"?"}`},
		"unlisted, here":  {receivedIn(partEnvelope, Unlisted, `{"message":"?"}`), `{"message":"?"}`},
		"another kind":    {receivedIn(partEnvelope, Unlisted, `7`), ""},
		"of a list":       {&shopError{Occurrence{Row: Unlisted, several: true, Response: &Response{Body: `{"code":"X"}`}}}, ""},
		"unlisted":        {received(Unlisted, &shopUnlisted{}, `{"code":"X","message":"m","more":{"secret":1}}`), `{"code":"X","message":"m"}`},
		"by its code":     {received(Unlisted, &shopUnlisted{}, `{"code":"X","message":5}`), `{"code":"X"}`},
		"unlisted, other": {received(Unlisted, &shopUnlisted{}, `{"title":"m"}`), ""},
		"no object":       {received(Unlisted, &shopUnlisted{}, `["code"]`), ""},
		"no JSON":         {received(Unlisted, &shopUnlisted{}, `<html>`), ""},
		"of no response":  {&shopError{Occurrence{Row: Unlisted, Data: &shopUnlisted{}}}, ""},
		"unexpected":      {received(Unexpected, nil, itself), ""},
	} {
		alone, listed := c.want, c.want
		if alone == "" {
			alone = "{}"
		}
		for _, data := range []struct {
			data *wrapData
			want string
		}{
			{&wrapData{Reason: c.err}, `"note":` + alone + "}"},
			{&wrapData{Reason: cause, More: []error{c.err}}, `"note":` + itself + `,"reasons":[` + listed + "]}"},
			{&wrapData{Reason: cause, More: []error{cause, c.err, cause}}, `"note":` + itself + `,"reasons":[` + strings.ReplaceAll(itself+","+listed+","+itself, ",,", ",") + "]}"},
		} {
			got := string(shop.AppendBody(nil, &raised("Wrapped", data.data).o))
			if want := `{"code":"WRAPPED","message":"It is wrapped.",` + data.want; got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
	}
}

// TestNestedWithin: an error that stands within itself ends.
func TestNestedWithin(t *testing.T) {
	type data struct{ Reason error }
	table := &Table{
		Hooks: shopHooks{}, Schemas: []Schema{{Kind: ErrorSchema}}, Envelopes: []Envelope{{Kind: JSONBody, Part: true}},
		Entries: []Entry{{Body: program(`{"r":<v0>}`), Params: make([]Param, 1), Data: (*data)(nil), Reads: []Read{{}}}},
	}
	outer, inner := &data{}, &data{}
	outer.Reason = &shopError{Occurrence{Row: First, Data: inner}}
	inner.Reason = &shopError{Occurrence{Row: First, Data: outer}}
	if got, want := appended(table, "", sent(table, Occurrence{Row: First, Data: outer})), `{"r":{"r":{}}}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestParseNested: an error in the body of another is identified by itself, and is
// unlisted if it is nothing else.
func TestParseNested(t *testing.T) {
	for body, want := range map[string]string{
		`{"code":"CAUSE","message":"w!"}`:         "Cause w",
		`{"code":"CAUSE","message":"w"}`:          "Cause <nil>",
		`{"message":"v!","code":"CAUSE","x":[1]}`: "Cause v",
		`{"code":"OTHER","message":"m"}`:          "Unlisted OTHER map[message:m]",
		`{"message":"m"}`:                         "Unlisted  map[message:m]",
		`{"code":"OTHER"}`:                        "Unlisted OTHER map[]",
		`{}`:                                      "Unlisted  map[]",
		`"x"`:                                     "Unlisted  map[]",
	} {
		response := `{"code":"WRAPPED","message":"It is wrapped.","note": ` + body + ` }`
		err := shop.Decode(0, 409, nil, []byte(response))
		data, ok := dataOf(err).(*wrapData)
		if !ok {
			t.Errorf("%s is decoded as %v", body, err)
			continue
		}
		inner := data.Reason.(*shopError)
		got := shop.Name(inner.o.Row) + " "
		switch d := inner.o.Data.(type) {
		case *causeData:
			got += d.Word
		case *shopUnlisted:
			got += fmt.Sprint(d.Code, " ", d.Texts)
		default:
			got += fmt.Sprint(d)
		}
		if got != want {
			t.Errorf("%s is %s, want %s", body, got, want)
		}
		if inner.o.Response == nil || inner.o.Response.Body != body || inner.o.Response.StatusCode != 0 {
			t.Errorf("%s is in %v", body, inner.o.Response)
		}
	}
}

func TestParseNestedList(t *testing.T) {
	err := shop.Decode(0, 409, nil, []byte(`{"code":"WRAPPED","message":"","note":{"code":"A","message":""},"reasons":[{"code":"CAUSE","message":"a!"},{"code":"B","message":"b"}]}`))
	data, ok := dataOf(err).(*wrapData)
	if !ok || len(data.More) != 2 || decodedName(data.More[0]) != "Cause" || decodedName(data.More[1]) != "Unlisted" {
		t.Errorf("%v holds %v", err, data)
	}
	if !errors.Is(err, data.More[1]) {
		t.Error("errors in the data are in the tree")
	}
}

// FuzzNested reads what is no error of the part, and writes it as it knows it: JSON, in
// which nothing stands that no envelope knows.
func FuzzNested(f *testing.F) {
	for _, seed := range []string{`{"code":"CAUSE","message":"w!"}`, `{"code":"\u0022","message":{},"x":[]}`, `[]`, `{"code":1,"code":"X"}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if _, ok := Scan(body); !ok {
			t.Skip()
		}
		err := shop.Decode(1<<20, 409, nil, []byte(`{"code":"WRAPPED","message":"It is wrapped.","note":`+body+`}`))
		data, ok := dataOf(err).(*wrapData)
		if !ok || data.Reason == nil {
			t.Fatalf("%s is decoded as %v", body, err)
		}
		written := shop.AppendBody(nil, &raised("Wrapped", &wrapData{Reason: data.Reason}).o)
		d, ok := Scan(string(written))
		if !ok {
			t.Fatalf("%s is written as %s", body, written)
		}
		note := d.member(0, "note")
		for k := note + 1; k < d.Next(note); k = d.Next(k + 1) {
			if name := d.String(k); name != "code" && name != "message" {
				t.Errorf("%s is written as %s", body, written)
			}
		}
	})
}

// TestNullErrors: null is written where it may be an item, and lists of lists are looked
// into.
func TestNullErrors(t *testing.T) {
	type data struct {
		All  []error
		Deep [][]error
	}
	table := &Table{
		Hooks: shopHooks{}, Envelopes: []Envelope{{Kind: JSONBody, Part: true}},
		Schemas: []Schema{{Kind: ErrorSchema, Null: true}, {Kind: ArraySchema}, {Kind: ErrorSchema}, {Kind: ArraySchema, Items: 2}, {Kind: ArraySchema, Items: 3}},
		Entries: []Entry{
			{Traits: HoldsErrors, Body: program(`{"all":<v0>,"deep":<v1>}`), Params: []Param{{Schema: 1}, {Schema: 4}}, Data: (*data)(nil), Reads: []Read{{}}},
			{Traits: IsStatic, Body: program(`{}`), Reads: []Read{{}}},
		},
	}
	inner := &shopError{Occurrence{Row: First + 1}}
	o := Occurrence{Row: First, Data: &data{All: []error{nil, inner, nil}, Deep: [][]error{{inner, nil}, nil, {inner}}}}
	if got, want := appended(table, "", sent(table, o)), `{"all":[null,{},null],"deep":[[{}],[],[{}]]}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := len(table.nestedIn(&o)); got != 3 {
		t.Errorf("%d errors are in it", got)
	}
}

// TestNests: lists of errors nest, a list that is its own item does not.
func TestNests(t *testing.T) {
	table := &Table{Schemas: []Schema{
		{Kind: ErrorSchema}, {Kind: ArraySchema, Items: 0}, {Kind: ArraySchema, Items: 1}, {Kind: StringSchema}, {Kind: ArraySchema, Items: 3},
		{Kind: ArraySchema, Items: 5}, {Kind: ArraySchema, Items: 7}, {Kind: ArraySchema, Items: 6},
	}}
	for s, want := range []bool{true, true, true, false, false, false, false, false} {
		if got := table.Nests(s); got != want {
			t.Errorf("schema %d: %t", s, got)
		}
	}
}
