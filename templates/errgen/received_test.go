package errgen

import "testing"

// TestAppendReceived: of what was received goes out what the envelope knows, of its
// types, in one form; nothing is copied.
func TestAppendReceived(t *testing.T) {
	table := &Table{
		Schemas: []Schema{
			{Kind: StringSchema},
			{Kind: IntegerSchema},
			{Kind: ArraySchema, Items: 1},
			{Kind: ObjectSchema, Members: []Member{{"a", 1, false}, {"b", 0, true}}},
			{Kind: MapSchema, Items: 1},
			{Kind: OneOfSchema, Members: []Member{{Schema: 3}, {Schema: 2}}},
			{Kind: ErrorSchema},
			{Kind: ObjectSchema, Members: []Member{{"a", 1, false}}, Open: true, Items: 0},
			{Kind: AnySchema},
			{Kind: ArraySchema, Items: 3},
		},
		Envelopes: []Envelope{{Root: Node{Kind: ObjectNode, Members: []Node{{Name: "code", Types: StringType, Slot: SlotCode}}}}},
	}
	leaf := func(name string, schema int) Node {
		return Node{Name: name, Types: table.TypesOf(schema), Schema: schema, Slot: SlotField0}
	}
	root := &Node{Kind: ObjectNode, Members: []Node{
		{Name: "code", Types: IntegerType, Slot: SlotCode},
		leaf("text", 0), leaf("list", 2), leaf("object", 3), leaf("map", 4), leaf("one", 5), leaf("error", 6), leaf("open", 7), leaf("any", 8), leaf("objects", 9),
		{Kind: ConstantNode, Name: "fixed", Constant: `"yes"`},
		{Kind: ObjectNode, Name: "inner", Members: []Node{leaf("text", 0)}},
		{Kind: IgnoredNode, Name: "request"},
		{Kind: ListNode, Name: "items"},
	}}
	for body, want := range map[string]string{
		`{}`:                                          `{}`,
		` { "text" : "a\u0022\/" , "x" : 1 } `:        `{"text":"a\"/"}`,
		`{"text":1}`:                                  `{}`,
		`{"text":"a","text":"b"}`:                     `{"text":"b"}`,
		`{"code":"X"}`:                                `{"code":"X"}`,
		`{"code":true}`:                               `{}`,
		`{"list":[1,"a",2.5,2,null]}`:                 `{"list":[1,2]}`,
		`{"list":{}}`:                                 `{}`,
		`{"object":{"b":"x","c":1,"a":1,"a":2}}`:      `{"object":{"b":"x","a":2}}`,
		`{"object":{"a":"1"}}`:                        `{"object":{}}`,
		`{"object":{"a":1,"\u0061":"x"}}`:             `{"object":{}}`,
		`{"map":{"z":1,"y":"x","":2}}`:                `{"map":{"z":1,"":2}}`,
		`{"one":[1,"x",{"secret":1}]}`:                `{"one":[1]}`,
		`{"one":{"a":"x","secret":1}}`:                `{"one":{}}`,
		`{"one":"x"}`:                                 `{}`,
		`{"one":[1]}`:                                 `{"one":[1]}`,
		`{"one":{"a":1,"z":2}}`:                       `{"one":{"a":1}}`,
		`{"error":{"code":"E","secret":1}}`:           `{"error":{"code":"E"}}`,
		`{"error":5}`:                                 `{}`,
		`{"open":{"a":1,"x":"y","z":5}}`:              `{"open":{"a":1,"x":"y"}}`,
		`{"any":{"b":[1.0,{"c":null}],"a":1}}`:        `{"any":{"a":1,"b":[1,{"c":null}]}}`,
		`{"objects":[{"a":1,"x":2},5,{"b":"c"}]}`:     `{"objects":[{"a":1},{"b":"c"}]}`,
		`{"fixed":"no"}`:                              `{"fixed":"yes"}`,
		`{"inner":{"text":"a","x":1}}`:                `{"inner":{"text":"a"}}`,
		`{"inner":"text"}`:                            `{}`,
		`{"request":"r","items":[{}]}`:                `{}`,
		`{"text\u0022:1,\u0022":"a","map":{"\"}":1}}`: `{"map":{"\"}":1}}`,
	} {
		d, ok := Scan(body)
		if !ok {
			t.Fatalf("%s is no JSON", body)
		}
		if got := string(table.appendKnown([]byte(","), d, 0, root)); got != ","+want {
			t.Errorf("%s goes out as %s, want %s", body, got, want)
		}
	}
}

// TestAppendKnownRoots: what stands for the whole body.
func TestAppendKnownRoots(t *testing.T) {
	table := &Table{Schemas: []Schema{{Kind: StringSchema}}}
	for _, c := range []struct {
		root       Node
		body, want string
	}{
		{Node{Types: StringType}, `"\u0061"`, `"a"`},
		{Node{Kind: ConstantNode, Constant: "5"}, "6", "5"},
		{Node{Kind: ListNode}, "[1.0]", "[1]"},
	} {
		d, _ := Scan(c.body)
		if got := string(table.appendKnown(nil, d, 0, &c.root)); got != c.want {
			t.Errorf("%s goes out as %s, want %s", c.body, got, c.want)
		}
	}
}
