package errgen

import "testing"

func TestDocument(t *testing.T) {
	d, ok := Scan(`{"a":1,"list":[true,"x",{"b":null}],"a":{"c":"d"},"\u0065":2.50,"1":1e2}`)
	if !ok {
		t.Fatal("it is JSON")
	}
	for _, c := range []struct {
		in     int
		name   string
		source string
	}{
		{0, "a", `{"c":"d"}`},
		{0, "list", `[true,"x",{"b":null}]`},
		{0, "e", "2.50"},
		{0, "A", ""},
		{0, "", ""},
		{0, "b", ""},
	} {
		got := ""
		if i := d.member(c.in, c.name); i >= 0 {
			got = d.Source(i)
		}
		if got != c.source {
			t.Errorf("member %q is %s, want %s", c.name, got, c.source)
		}
	}
	list := d.member(0, "list")
	if n := d.len(list); n != 3 {
		t.Errorf("the list has %d items", n)
	}
	for n, want := range []string{"true", `"x"`, `{"b":null}`} {
		if got := d.Source(d.item(list, n)); got != want {
			t.Errorf("item %d is %s, want %s", n, got, want)
		}
	}
	for _, n := range []int{3, 4, -1} {
		if i := d.item(list, n); i != -1 {
			t.Errorf("item %d is token %d", n, i)
		}
	}
}

func TestJSONType(t *testing.T) {
	for text, want := range map[string]JSONTypes{
		"{}": ObjectType, "[]": ArrayType, `"1"`: StringType, "true": BoolType, "false": BoolType, "null": NullType,
		"1": IntegerType | NumberType, "-1.0": IntegerType | NumberType, "1e2": IntegerType | NumberType,
		"1.5": NumberType, "1e300": NumberType, "12345678901234567890": IntegerType | NumberType,
	} {
		if d, _ := Scan(text); d.jsonType(0) != want {
			t.Errorf("%s has the types %b, want %b", text, d.jsonType(0), want)
		}
	}
}
