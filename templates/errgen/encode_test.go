package errgen

import (
	"reflect"
	"testing"
)

// TestRun runs programs with params 0 (a text), 1 (an optional text), 2 (a number), 3 (a
// list), and an exchange value.
func TestRun(t *testing.T) {
	type data struct {
		Text   string
		Note   *string
		Number float64
		List   []string
	}
	table := &Table{
		Schemas:  []Schema{{Kind: StringSchema}, {Kind: NumberSchema}, {Kind: ArraySchema}, {Kind: IntegerSchema}},
		Exchange: []Param{{Schema: 3}, {Flags: IsOptional}},
		Entries: []Entry{{
			Status: status(400, 499),
			Params: []Param{{Name: "text"}, {Name: "note", Flags: IsOptional}, {Name: "number", Schema: 1}, {Name: "list", Schema: 2}},
		}},
	}
	type exchange struct {
		ID   int64
		Note *string
	}
	full := &data{Text: "a\"\n", Note: ptr("n"), Number: 1.5, List: []string{"x\""}}
	sparse := &data{}
	for _, c := range []struct {
		program, full, sparse string
	}{
		{"", "", ""},
		{"a<0>b", "aa\"\nb", "ab"},
		{"<s0>", `a\"\n`, ""},
		{"<v0>", `"a\"\n"`, `""`},
		{"<q0>", "a\\\"\n", ""},
		{"<v1>", `"n"`, `""`},
		{"<1>", "n", ""},
		{"<s2> <2> <v2>", "1.5 1.5 1.5", "0 0 0"},
		{"<s3> <v3>", `[\"x\\\"\"] ["x\""]`, "[] []"},
		{"<status>", "400", "400"},
		{"<if1>note <1>,<end>.", "note n,.", "."},
		{"<if0>is<end>", "is", "is"},
		{"<pick><0> <1><or><1><or>none<end>!", "a\"\n n!", "none!"},
		{"<pick>a<or>b<end>", "a", "a"},
		{"<pick><1><or><0><end>", "n", ""},
		{"{<if1>\"a\":1,<end><close>", `{"a":1}`, "{}"},
		{"{\"b\":2,<if1>\"a\":1,<end><close>", `{"b":2,"a":1}`, `{"b":2}`},
		{"x,\"o\":{<if1>\"a\":1,<end><drop5>", `x,"o":{"a":1},`, "x,"},
		{"<number>1<2><end>", "11.5", "10"},
		{"<number>0<2><end>", `"01.5"`, `"00"`},
		{"<number><1><end>", `"n"`, `""`},
		{"<vx0> <x0>", "7 7", "0 "},
		{"<ifx1>a<vx1><end>", `a"e"`, ""},
		{"<vx1><x1>", `"e"e`, `""`},
	} {
		for _, run := range []struct {
			data     any
			exchange reflect.Value
			want     string
		}{
			{full, reflect.ValueOf(exchange{7, ptr("e")}), c.full},
			{sparse, reflect.Value{}, c.sparse},
		} {
			w := writer{exchange: run.exchange}
			w.begin(table, written{&table.Entries[0], run.data})
			if got := string(w.run([]byte(","), program(c.program))); got != ","+run.want {
				t.Errorf("%s writes %s, want %s", c.program, got[1:], run.want)
			}
		}
	}
}

// TestZero: what stands for a value that is not there is of its type.
func TestZero(t *testing.T) {
	table := &Table{Schemas: []Schema{
		{Kind: AnySchema}, {Kind: StringSchema}, {Kind: NumberSchema}, {Kind: IntegerSchema}, {Kind: BoolSchema}, {Kind: ArraySchema}, {Kind: ObjectSchema},
		{Kind: StringSchema, Null: true}, {Kind: UnionSchema, Types: StringType | BoolType}, {Kind: UnionSchema, Types: IntegerType | BoolType},
		{Kind: OneOfSchema, Members: []Member{{Schema: 5}, {Schema: 4}}}, {Kind: OneOfSchema, Members: []Member{{Schema: 5}, {Schema: 6}}},
	}}
	for s, want := range []string{"null", `""`, "0", "0", "false", "[]", "{}", "null", `""`, "0", "false", "[]"} {
		if got := string(table.appendZero([]byte(","), s)); got != ","+want {
			t.Errorf("schema %d: %s, want %s", s, got, want)
		}
	}
}

// TestPage: a text body holds no white space at its ends that a param put there, no
// carriage returns before the ends of lines, and nothing that is no UTF-8.
func TestPage(t *testing.T) {
	type data struct{ A, B string }
	table := &Table{
		Schemas: []Schema{{Kind: StringSchema}}, Envelopes: []Envelope{{Kind: TextBody}},
		Entries: []Entry{{Params: make([]Param, 2), Reads: []Read{{}}}},
	}
	for _, c := range []struct{ program, a, b, want string }{
		{"<0>", " a\r\nb\t\n", "", "a\nb"},
		{" <0> ", " a ", "", "  a  "},
		{" <0>", " a ", "", "  a"},
		{"<0> ", " a ", "", "a  "},
		{"<0><1>", " ", "\u00a0b\u2003", "b"},
		{"x <0><1>", "", "  ", "x"},
		{"<0>", "\xffa\xff\xff", "", "\ufffda\ufffd\ufffd"},
		{"a\r\n<0>", "", "", "a"},
		{"a\r\nb", "", "", "a\r\nb"},
		{"<s0>", "\n", "", `\n`},
	} {
		e := &table.Entries[0]
		e.Body = program(c.program)
		if got := appended(table, " x ", sent(table, Occurrence{Row: First, Data: &data{c.a, c.b}})); got != " x "+c.want {
			t.Errorf("%q with %q, %q is %q, want %q", c.program, c.a, c.b, got, c.want)
		}
	}
}
