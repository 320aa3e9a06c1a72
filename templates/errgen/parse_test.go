package errgen

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
	"time"
)

// TestParse: what is written is read as what it was, and a value is a schema's in the
// same way whether or not it is stored.
func TestParse(t *testing.T) {
	table := valueTable()
	for _, c := range values {
		d, _ := Scan(c.json)
		var v reflect.Value
		if c.schema == anyRow {
			v = reflect.ValueOf(new(any)).Elem()
		} else {
			v = reflect.New(reflect.TypeOf(c.value)).Elem()
		}
		if !table.parse(d, 0, c.schema, v) || !reflect.DeepEqual(v.Interface(), c.value) {
			t.Errorf("%s is read as %#v, want %#v", c.json, v, c.value)
		}
		if !table.parse(d, 0, c.schema, reflect.Value{}) {
			t.Errorf("%s is no value of schema %d", c.json, c.schema)
		}
	}
}

// zeroOf is the zero value of the Go type of a schema.
func zeroOf(schema int) reflect.Value {
	if schema == anyRow {
		return reflect.ValueOf(new(any)).Elem()
	}
	for _, c := range values {
		if c.schema == schema {
			return reflect.New(reflect.TypeOf(c.value)).Elem()
		}
	}
	panic("no Go type")
}

func TestParseOther(t *testing.T) {
	table := valueTable()
	for schema, texts := range map[int][]string{
		stringRow:    {"1", "null", "true", "{}", "[]"},
		integerRow:   {`"1"`, "1.5", "9223372036854775808", "null"},
		int32Row:     {"2147483648", "-2147483649", "1.5"},
		uint64Row:    {"-1", "18446744073709551616", "0.5"},
		numberRow:    {`"1"`, "1e400", "null"},
		boolRow:      {"1", `"true"`, "null"},
		bytesRow:     {`"?"`, "1", `"aGk%"`},
		secondsRow:   {`"1"`, "null", "1e999"},
		unixRow:      {`"1"`, "1e300", "1.5"},
		unionRow:     {"1.5", "true", "null", "[]", "12345678901234567890"},
		nullableRow:  {"1", "[]"},
		listRow:      {"null", "{}", "[1,2.5]", `["1"]`, "[null]", "1"},
		nullListRow:  {"1", `"null"`},
		pointRow:     {"{}", "[]", `{"x":"1"}`, "null", `{"X":1}`},
		openRow:      {`{"a":1}`, `{"kind":1}`},
		eitherRow:    {"1", "null", "{}", "[1.5]"},
		tagsRow:      {"[]", `{"a":{}}`, `{"a":1}`, "null"},
		nullMapRow:   {`{"a":"1"}`, "[]"},
		nullUnionRow: {`"a"`, "{}"},
	} {
		for _, text := range texts {
			d, _ := Scan(text)
			if v := zeroOf(schema); table.parse(d, 0, schema, v) {
				t.Errorf("schema %d: %s is read as %#v", schema, text, v)
			}
			if table.parse(d, 0, schema, reflect.Value{}) {
				t.Errorf("schema %d: %s is a value", schema, text)
			}
		}
	}
}

// TestParseForms: values have several texts, unknown members are ignored, and null is
// an absent optional member.
func TestParseForms(t *testing.T) {
	table := valueTable()
	for _, c := range []struct {
		schema int
		json   string
		want   any
	}{
		{integerRow, "5.0", int64(5)},
		{integerRow, "5e0", int64(5)},
		{int32Row, "-2147483648", int32(math.MinInt32)},
		{numberRow, "1e2", 100.0},
		{secondsRow, "1e300", time.Duration(math.MaxInt64)},
		{anyRow, "9007199254740993", json.Number("9007199254740993")},
		{pointRow, `{"z":[],"x":1,"y":null,"x":2}`, point{X: 2}},
		{pointRow, `{"x":1,"name":null}`, point{X: 1, Name: ptr[*string](nil)}},
		{pointRow, `{"x":1,"y":"2"}`, point{X: 1}},
		{pointRow, `{"x":1,"name":5}`, point{X: 1}},
		{openRow, `{"kind":"k","a":null,"kind":"l"}`, open{Kind: "l", Notes: map[string]any{"a": nil}}},
		{tagsRow, `{"a":{"x":1},"a":{"x":2}}`, tags{"a": {X: 2}}},
	} {
		d, _ := Scan(c.json)
		v := zeroOf(c.schema)
		if !table.parse(d, 0, c.schema, v) || !reflect.DeepEqual(v.Interface(), c.want) {
			t.Errorf("%s is read as %#v, want %#v", c.json, v, c.want)
		}
	}
}

// TestParseAny: any value is kept where Go has an interface, if it is of the schema.
func TestParseAny(t *testing.T) {
	table := valueTable()
	var kept any
	v := reflect.ValueOf(&kept).Elem()
	d, _ := Scan("[1,2]")
	if !table.parse(d, 0, listRow, v) || !reflect.DeepEqual(kept, []any{1.0, 2.0}) {
		t.Errorf("it is %#v", kept)
	}
	if d, _ := Scan("[true]"); table.parse(d, 0, listRow, v) || !reflect.DeepEqual(kept, []any{1.0, 2.0}) {
		t.Errorf("another type is read, or what was there is %#v", kept)
	}
	if d, _ := Scan("null"); !table.parse(d, 0, nullListRow, v) || kept != nil {
		t.Errorf("null is %#v", kept)
	}
}

func TestParseOptional(t *testing.T) {
	table := valueTable()
	null, _ := Scan("null")
	text := "old"
	if !table.parseOptional(null, 0, stringRow, reflect.ValueOf(&text).Elem()) || text != "old" {
		t.Errorf("null is %q where it is absence", text)
	}
	kept := any("old")
	if !table.parseOptional(null, 0, anyRow, reflect.ValueOf(&kept).Elem()) || kept != nil {
		t.Errorf("null is %v where any value may stand", kept)
	}
	var outer **string
	if !table.parseOptional(null, 0, nullableRow, reflect.ValueOf(&outer).Elem()) || outer == nil || *outer != nil {
		t.Errorf("null is %v where it is a value", outer)
	}
	list := []int64{1}
	if !table.parseOptional(null, 0, nullListRow, reflect.ValueOf(&list).Elem()) || list != nil {
		t.Errorf("null is %v where it is a list's value", list)
	}
	other, _ := Scan("5")
	if table.parseOptional(other, 0, stringRow, reflect.ValueOf(&text).Elem()) || table.parseOptional(other, 0, nullableRow, reflect.ValueOf(&outer).Elem()) {
		t.Error("a value of another type is read")
	}
}

func TestParseText(t *testing.T) {
	table := valueTable()
	for _, c := range []struct {
		schema int
		text   string
		want   any // nil: it is none
	}{
		{stringRow, "a b", "a b"},
		{enumRow, "red", color("red")},
		{anyRow, "5", "5"},
		{nullableRow, "null", ptr("null")},
		{bytesRow, "aGk=", []byte("hi")},
		{bytesRow, "?", nil},
		{boolRow, "true", true},
		{boolRow, "false", false},
		{boolRow, "True", nil},
		{boolRow, " true", nil},
		{integerRow, "5", int64(5)},
		{integerRow, "5.0", nil},
		{integerRow, " 5", nil},
		{integerRow, "", nil},
		{numberRow, "1.5", 1.5},
		{numberRow, "1.", nil},
		{numberRow, "", nil},
		{numberRow, " 1", nil},
		{secondsRow, "1.5", 1500 * time.Millisecond},
		{unixRow, "5", time.Unix(5, 0).UTC()},
		{unionRow, "5", choice(String("5"))},
		{nullUnionRow, "true", choice(Boolean(true))},
		{nullUnionRow, "x", nil},
		{listRow, "[1,2]", []int64{1, 2}},
		{listRow, "1,2", nil},
		{nullListRow, "null", []int64(nil)},
		{pointRow, `{"x":1}`, point{X: 1}},
		{pointRow, `{"x":`, nil},
	} {
		v := zeroOf(c.schema)
		if ok := table.parseText(c.text, c.schema, v); ok != (c.want != nil) || ok && !reflect.DeepEqual(v.Interface(), c.want) {
			t.Errorf("schema %d: %q is read as %#v, %v, want %#v", c.schema, c.text, v, ok, c.want)
		}
		if ok := table.parseText(c.text, c.schema, reflect.Value{}); ok != (c.want != nil) {
			t.Errorf("schema %d: %q is a value: %v", c.schema, c.text, ok)
		}
	}
}

func TestTypesOf(t *testing.T) {
	table := valueTable()
	for schema, want := range map[int]JSONTypes{
		stringRow: StringType, integerRow: IntegerType, uint64Row: IntegerType, numberRow: NumberType, boolRow: BoolType, bytesRow: StringType,
		secondsRow: NumberType, unixRow: IntegerType, anyRow: AnyType, unionRow: StringType | IntegerType, nullableRow: StringType | NullType,
		listRow: ArrayType, nullListRow: ArrayType | NullType, pointRow: ObjectType, tagsRow: ObjectType, eitherRow: StringType | ArrayType,
	} {
		if got := table.TypesOf(schema); got != want {
			t.Errorf("schema %d has types %b, want %b", schema, got, want)
		}
	}
	rest := &Table{Schemas: []Schema{{Kind: NullSchema}, {Kind: ErrorSchema}, {Kind: MillisSchema, Types: IntegerType, Null: true}}}
	if rest.TypesOf(0) != NullType || rest.TypesOf(1) != ObjectType || rest.TypesOf(2) != IntegerType|NullType {
		t.Error(rest.TypesOf(0), rest.TypesOf(1), rest.TypesOf(2))
	}
}

// TestParams: what the generator sets and shows of a param's value.
func TestParams(t *testing.T) {
	table := valueTable()
	type data struct {
		Count int64
		Note  *string
		Null  **string
	}
	var d data
	fields := reflect.ValueOf(&d).Elem()
	for _, c := range []struct {
		param      Param
		field      int
		json, want string
		ok         bool
	}{
		{Param{Schema: integerRow}, 0, "5", "5", true},
		{Param{Schema: integerRow}, 0, "x", "5", false},
		{Param{Schema: integerRow}, 0, `"x"`, "5", false},
		{Param{Schema: stringRow, Flags: IsOptional}, 1, "null", "", true},
		{Param{Schema: stringRow, Flags: IsOptional}, 1, `"a"`, `"a"`, true},
		{Param{Schema: nullableRow, Flags: IsOptional}, 2, "null", "null", true},
		{Param{Schema: nullableRow, Flags: IsOptional}, 2, `"b"`, `"b"`, true},
	} {
		if ok := table.SetParam(&c.param, fields.Field(c.field), c.json); ok != c.ok {
			t.Errorf("%s is set: %v", c.json, ok)
		}
		if got := table.ParamJSON(&c.param, fields.Field(c.field)); got != c.want {
			t.Errorf("after %s it is %s, want %s", c.json, got, c.want)
		}
	}
}
