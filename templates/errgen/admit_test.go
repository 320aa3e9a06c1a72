package errgen

import (
	"regexp"
	"testing"
)

func compile(expr string) (Regexp, error) { return regexp.Compile(expr) }

func TestAdmits(t *testing.T) {
	table := &Table{Compile: compile}
	for name, c := range map[string]struct {
		schema    Schema
		good, bad []string
	}{
		"string":      {Schema{Kind: StringSchema}, []string{"", "x", "1"}, nil},
		"lengths":     {Schema{Kind: StringSchema, MinLen: 2, MaxLen: 3}, []string{"ab", "abc", "äöü"}, []string{"", "a", "ä", "abcd"}},
		"min length":  {Schema{Kind: StringSchema, MinLen: 2}, []string{"ab", "abcdefgh"}, []string{"", "a"}},
		"max length":  {Schema{Kind: StringSchema, MaxLen: 2}, []string{"", "ab"}, []string{"abc"}},
		"pattern":     {Schema{Kind: StringSchema, Pattern: "a+|b"}, []string{"a", "aa", "b"}, []string{"", "ab", "xa", "bb"}},
		"bad pattern": {Schema{Kind: StringSchema, Pattern: "("}, nil, []string{"", "("}},
		"format":      {Schema{Kind: StringSchema, Format: "date"}, []string{"2024-01-01"}, []string{"x"}},
		"both":        {Schema{Kind: StringSchema, Format: "date", Pattern: "2.*", MaxLen: 10}, []string{"2024-01-01"}, []string{"1999-01-01", "2"}},
		"enum":        {Schema{Kind: StringSchema, Enum: []string{"a", "b c"}}, []string{"a", "b c"}, []string{"", "c", "A"}},
		"bool":        {Schema{Kind: BoolSchema}, []string{"true", "false"}, []string{"", "True", "1"}},
		"bytes":       {Schema{Kind: BytesSchema}, []string{"", "aGk=", "aGk", "-_8", "+/8="}, []string{"aGk%", "?", "-/8", "a", "aGk=="}},
		"integer":     {Schema{Kind: IntegerSchema}, []string{"0", "-5", "5.0", "9223372036854775807", "-9223372036854775808"}, []string{"", "x", "5.5", "9223372036854775808", "01"}},
		"int32":       {Schema{Kind: IntegerSchema, Format: "int32"}, []string{"2147483647", "-2147483648"}, []string{"2147483648", "-2147483649"}},
		"uint64":      {Schema{Kind: IntegerSchema, Format: "uint64"}, []string{"0", "18446744073709551615"}, []string{"-1", "18446744073709551616"}},
		"bounds":      {Schema{Kind: IntegerSchema, Min: "1", Max: "10"}, []string{"1", "10", "1.0"}, []string{"0", "11", "-5"}},
		"exclusive":   {Schema{Kind: NumberSchema, Above: "0", Below: "1"}, []string{"0.1", "1e-300", "0.9999"}, []string{"0", "1", "-0.1", "1.0", "x", ""}},
		"one bound":   {Schema{Kind: NumberSchema, Min: "0.5"}, []string{"0.5", "1e300"}, []string{"0.49"}},
		"numbers":     {Schema{Kind: NumberSchema, Enum: []string{"1", "2.5"}}, []string{"1", "1.0", "25e-1"}, []string{"2", "x"}},
		"seconds":     {Schema{Kind: SecondsSchema, Types: IntegerType, Min: "0"}, []string{"0", "5"}, []string{"5.5", "-1"}},
		"fractions":   {Schema{Kind: MillisSchema, Types: NumberType}, []string{"5.5"}, []string{"x"}},
		"unix":        {Schema{Kind: UnixSchema, Types: IntegerType}, []string{"5"}, []string{"5.5"}},
	} {
		for _, text := range c.good {
			if !table.admits(&c.schema, text) {
				t.Errorf("%s: %q is not admitted", name, text)
			}
		}
		for _, text := range c.bad {
			if table.admits(&c.schema, text) {
				t.Errorf("%s: %q is admitted", name, text)
			}
		}
	}
}

// TestAdmitsToken: scalars are looked at, lists and objects by their type alone.
func TestAdmitsToken(t *testing.T) {
	table := &Table{Schemas: []Schema{
		{Kind: StringSchema, MinLen: 2},
		{Kind: IntegerSchema, Min: "5", Null: true},
		{Kind: ArraySchema, Items: 0},
		{Kind: UnionSchema, Types: StringType | IntegerType},
		{Kind: AnySchema},
		{Kind: OneOfSchema, Members: []Member{{Schema: 1}, {Schema: 2}}},
		{Kind: BoolSchema, Enum: []string{"true"}},
		{Kind: SecondsSchema, Types: StringType},
		{Kind: ObjectSchema},
	}}
	for s, c := range map[int]struct{ good, bad []string }{
		0: {[]string{`"ab"`}, []string{`"a"`, "12", "null", "[]"}},
		1: {[]string{"5", "null", "7.0"}, []string{"4", `"5"`, "5.5", "true"}},
		2: {[]string{"[]", "[1]"}, []string{"{}", "null"}},
		3: {[]string{`"a"`, "1"}, []string{"1.5", "true"}},
		4: {[]string{"1", "null", "{}", "true"}, nil},
		5: {[]string{"1", "null", "[]"}, []string{"{}", `"a"`, "true"}},
		6: {[]string{"true"}, []string{"false", "1"}},
		7: {nil, []string{`"5"`, "5"}},
		8: {[]string{"{}"}, []string{"[]"}},
	} {
		for _, text := range c.good {
			if d, _ := Scan(text); !table.admitsToken(s, d, 0) {
				t.Errorf("%d: %s is not admitted", s, text)
			}
		}
		for _, text := range c.bad {
			if d, _ := Scan(text); table.admitsToken(s, d, 0) {
				t.Errorf("%d: %s is admitted", s, text)
			}
		}
	}
}
