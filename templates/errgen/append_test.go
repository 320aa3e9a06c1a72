package errgen

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

// The Go types of the schemas below, as packages declare them.
type (
	color  string
	choice Scalar
	point  struct {
		X    int64
		Y    *int64
		Name **string
	}
	open struct {
		Kind  string
		Notes map[string]any
	}
	either struct {
		Text *string
		List []int64
	}
	tags map[string]*point
)

// Schemas of values, with the Go types that stand beside them.
const (
	stringRow = iota
	integerRow
	int32Row
	uint64Row
	numberRow
	boolRow
	bytesRow
	secondsRow
	unixRow
	anyRow
	unionRow
	nullableRow // a string or null
	listRow     // of integers
	nullListRow // of integers, or null
	pointRow
	openRow
	eitherRow
	tagsRow
	anyMapRow
	listsRow // of lists
	enumRow
	nullMapRow
	nullUnionRow
)

func valueTable() *Table {
	return &Table{Hooks: shopHooks{}, Schemas: []Schema{
		stringRow:    {Kind: StringSchema},
		integerRow:   {Kind: IntegerSchema},
		int32Row:     {Kind: IntegerSchema, Format: "int32"},
		uint64Row:    {Kind: IntegerSchema, Format: "uint64"},
		numberRow:    {Kind: NumberSchema},
		boolRow:      {Kind: BoolSchema},
		bytesRow:     {Kind: BytesSchema},
		secondsRow:   {Kind: SecondsSchema, Types: NumberType},
		unixRow:      {Kind: UnixSchema, Types: IntegerType},
		anyRow:       {Kind: AnySchema},
		unionRow:     {Kind: UnionSchema, Types: StringType | IntegerType},
		nullableRow:  {Kind: StringSchema, Null: true},
		listRow:      {Kind: ArraySchema, Items: integerRow},
		nullListRow:  {Kind: ArraySchema, Items: integerRow, Null: true},
		pointRow:     {Kind: ObjectSchema, Members: []Member{{"x", integerRow, false}, {"y", integerRow, true}, {"name", nullableRow, true}}},
		openRow:      {Kind: ObjectSchema, Members: []Member{{"kind", stringRow, false}}, Open: true, Items: anyRow},
		eitherRow:    {Kind: OneOfSchema, Members: []Member{{"", stringRow, true}, {"", listRow, true}}},
		tagsRow:      {Kind: MapSchema, Items: pointRow},
		anyMapRow:    {Kind: MapSchema, Items: anyRow},
		listsRow:     {Kind: ArraySchema, Items: listRow},
		enumRow:      {Kind: StringSchema, Enum: []string{"red"}},
		nullMapRow:   {Kind: MapSchema, Items: integerRow, Null: true},
		nullUnionRow: {Kind: UnionSchema, Types: NullType | BoolType | NumberType},
	}}
}

func ptr[T any](v T) *T { return &v }

// values are written as their JSON texts, and read from them.
var values = []struct {
	schema int
	value  any
	json   string
}{
	{stringRow, "a\"b", `"a\"b"`},
	{enumRow, color("red"), `"red"`},
	{integerRow, int64(-5), "-5"},
	{int32Row, int32(5), "5"},
	{uint64Row, uint64(math.MaxUint64), "18446744073709551615"},
	{numberRow, 1.5, "1.5"},
	{boolRow, true, "true"},
	{boolRow, false, "false"},
	{bytesRow, []byte("hi"), `"aGk="`},
	{secondsRow, 1500 * time.Millisecond, "1.5"},
	{unixRow, time.Unix(1700000000, 0).UTC(), "1700000000"},
	{anyRow, map[string]any{"a": []any{1.0, nil}}, `{"a":[1,null]}`},
	{unionRow, choice(String("x")), `"x"`},
	{unionRow, choice(Integer(0)), "0"},
	{nullUnionRow, choice(Boolean(false)), "false"},
	{nullableRow, ptr("a"), `"a"`},
	{nullableRow, (*string)(nil), "null"},
	{listRow, []int64{}, "[]"},
	{listRow, []int64{1, -2}, "[1,-2]"},
	{nullListRow, []int64(nil), "null"},
	{nullListRow, []int64{}, "[]"},
	{listsRow, [][]int64{{}, {1}}, "[[],[1]]"},
	{pointRow, point{X: 1}, `{"x":1}`},
	{pointRow, point{X: 1, Y: ptr[int64](0), Name: ptr(ptr("n"))}, `{"x":1,"y":0,"name":"n"}`},
	{openRow, open{Kind: "k"}, `{"kind":"k"}`},
	{openRow, open{Kind: "k", Notes: map[string]any{"z": 1.0, "a": "b"}}, `{"kind":"k","a":"b","z":1}`},
	{eitherRow, either{Text: ptr("")}, `""`},
	{eitherRow, either{List: []int64{1}}, "[1]"},
	{tagsRow, tags{}, "{}"},
	{tagsRow, tags{"b": {X: 1}, "a": {X: 2, Y: ptr[int64](3)}}, `{"a":{"x":2,"y":3},"b":{"x":1}}`},
	{anyMapRow, map[string]any{"a": nil}, `{"a":null}`},
	{nullMapRow, map[string]int64(nil), "null"},
	{nullMapRow, map[string]int64{}, "{}"},
}

func addressed(v any) reflect.Value {
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	return p.Elem()
}

func TestAppendValue(t *testing.T) {
	w := writer{t: valueTable()}
	check := func(schema int, value any, want string) {
		t.Helper()
		v := addressed(value)
		if schema == anyRow {
			v = reflect.ValueOf(&value).Elem()
		}
		if got := string(w.appendValue([]byte(","), schema, v, 0)); got != ","+want {
			t.Errorf("%#v is written as %s, want %s", value, got, want)
		}
	}
	for _, c := range values {
		check(c.schema, c.value, c.json)
	}
	// What no package makes, but a struct of it can have.
	check(listRow, []int64(nil), "[]")
	check(tagsRow, tags(nil), "{}")
	check(tagsRow, tags{"a": nil}, `{"a":null}`)
	check(unionRow, choice{}, `""`)
	check(nullUnionRow, choice{}, "null")
	check(eitherRow, either{}, `""`)
	check(openRow, open{Notes: map[string]any{"kind": "other", "a": 1}}, `{"kind":"","a":1}`)
	check(anyRow, struct{ A any }{}, `{"A":null}`)
}

// TestAppendOuterPointer: of an optional value that may be null, the outer pointer says
// that it is there.
func TestAppendOuterPointer(t *testing.T) {
	table := &Table{Schemas: []Schema{
		{Kind: StringSchema, Null: true},
		{Kind: ObjectSchema, Members: []Member{{"a", 0, true}}},
	}}
	type holder struct{ A **string }
	w := writer{t: table}
	for _, c := range []struct {
		value holder
		want  string
	}{
		{holder{}, "{}"},
		{holder{ptr[*string](nil)}, `{"a":null}`},
		{holder{ptr(ptr("b"))}, `{"a":"b"}`},
	} {
		if got := string(w.appendValue(nil, 1, addressed(c.value), 0)); got != c.want {
			t.Errorf("it is written as %s, want %s", got, c.want)
		}
		var back holder
		d, _ := Scan(c.want)
		if !table.parse(d, 0, 1, reflect.ValueOf(&back).Elem()) || !reflect.DeepEqual(back, c.value) {
			t.Errorf("%s is read as %v", c.want, back)
		}
	}
}

// TestAppendEnds: a value that contains itself ends.
func TestAppendEnds(t *testing.T) {
	type list []list
	table := &Table{Schemas: []Schema{{Kind: ArraySchema}}}
	w := writer{t: table}
	loop := list{nil}
	loop[0] = loop
	depth := maxNesting + 1
	want := strings.Repeat("[", depth) + "null" + strings.Repeat("]", depth)
	if got := string(w.appendValue(nil, 0, reflect.ValueOf(loop), 0)); got != want {
		t.Errorf("a loop is written as %d bytes, want %d", len(got), len(want))
	}
}

func TestAppendPlain(t *testing.T) {
	w := writer{t: valueTable()}
	for _, c := range []struct {
		schema int
		value  any
		want   string
	}{
		{stringRow, "a\"b\n", "a\"b\n"},
		{enumRow, color("red"), "red"},
		{integerRow, int64(5), "5"},
		{uint64Row, uint64(5), "5"},
		{numberRow, 0.25, "0.25"},
		{boolRow, true, "true"},
		{bytesRow, []byte("hi"), "aGk="},
		{secondsRow, time.Second, "1"},
		{nullableRow, ptr("a"), "a"},
		{nullableRow, (*string)(nil), ""},
		{unionRow, choice(String(`"`)), `"`},
		{unionRow, choice(Integer(3)), "3"},
		{unionRow, choice{}, "null"},
		{listRow, []int64{1, 2}, "[1,2]"},
		{pointRow, point{X: 1}, `{"x":1}`},
	} {
		if got := string(w.appendPlain([]byte(","), c.schema, addressed(c.value))); got != ","+c.want {
			t.Errorf("%#v is the text %s, want %s", c.value, got, c.want)
		}
	}
	anything := []any{"a\"", 5, nil}
	for i, want := range []string{`a"`, "5", "null"} {
		if got := string(w.appendPlain(nil, anyRow, reflect.ValueOf(anything).Index(i))); got != want {
			t.Errorf("%v is the text %s, want %s", anything[i], got, want)
		}
	}
}
