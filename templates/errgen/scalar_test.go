package errgen

import "testing"

const anyScalar = NullType | BoolType | IntegerType | NumberType | StringType

func TestScalar(t *testing.T) {
	for _, c := range []struct {
		value      Scalar
		json, text string
	}{
		{String("a\"b"), `"a\"b"`, `a"b`},
		{String(""), `""`, ""},
		{Integer(-5), "-5", "-5"},
		{Number(1.5), "1.5", "1.5"},
		{Boolean(true), "true", "true"},
		{Boolean(false), "false", "false"},
		{Scalar{}, "null", "null"},
		{Scalar{kind: NullType}, "null", "null"},
	} {
		if got := string(c.value.appendJSON([]byte("x"))); got != "x"+c.json {
			t.Errorf("%v is %s, want %s", c.value, got, c.json)
		}
		if got := string(c.value.appendText([]byte("x"))); got != "x"+c.text {
			t.Errorf("%v is the text %s, want %s", c.value, got, c.text)
		}
	}
}

// TestScalarIsOne: a value is of one type alone.
func TestScalarIsOne(t *testing.T) {
	is := func(s Scalar) (all [4]bool) {
		_, all[0] = s.AsString()
		_, all[1] = s.AsInteger()
		_, all[2] = s.AsNumber()
		_, all[3] = s.AsBoolean()
		return all
	}
	for i, s := range []Scalar{String("a"), Integer(1), Number(1), Boolean(true), {}, {kind: NullType}} {
		var want [4]bool
		if i < 4 {
			want[i] = true
		}
		if got := is(s); got != want {
			t.Errorf("%v is %v, want %v", s, got, want)
		}
	}
	text, _ := String("a").AsString()
	whole, _ := Integer(7).AsInteger()
	real, _ := Number(1.5).AsNumber()
	yes, _ := Boolean(true).AsBoolean()
	no, _ := Boolean(false).AsBoolean()
	if text != "a" || whole != 7 || real != 1.5 || !yes || no {
		t.Error(text, whole, real, yes, no)
	}
}

func TestParseScalar(t *testing.T) {
	for _, c := range []struct {
		text  string
		types JSONTypes
		want  Scalar
		ok    bool
	}{
		{`"5"`, anyScalar, String("5"), true},
		{`"5"`, anyScalar &^ StringType, Scalar{}, false},
		{"true", anyScalar, Boolean(true), true},
		{"false", anyScalar, Boolean(false), true},
		{"true", StringType, Scalar{}, false},
		{"null", anyScalar, Scalar{kind: NullType}, true},
		{"null", StringType, Scalar{}, false},
		{"5", anyScalar, Integer(5), true},
		{"5.0", anyScalar, Integer(5), true},
		{"5", NumberType, Number(5), true},
		{"5.5", anyScalar, Number(5.5), true},
		{"5.5", IntegerType | StringType, Scalar{}, false},
		{"12345678901234567890", IntegerType, Integer(0), false},
		{"12345678901234567890", IntegerType | NumberType, Number(12345678901234567890), true},
		{"1e400", NumberType, Number(0), false},
		{"1e400", IntegerType | NumberType, Number(0), false},
		{"{}", anyScalar, Scalar{}, false},
		{"[]", anyScalar, Scalar{}, false},
	} {
		d, _ := Scan(c.text)
		got, ok := parseScalar(d, 0, c.types)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s of %b is %v, %v, want %v", c.text, c.types, got, ok, c.want)
		}
	}
}

func TestScalarOfText(t *testing.T) {
	for _, c := range []struct {
		text  string
		types JSONTypes
		want  Scalar
		ok    bool
	}{
		{"5", anyScalar, String("5"), true},
		{"5", anyScalar &^ StringType, Integer(5), true},
		{"true", BoolType | NumberType, Boolean(true), true},
		{"x", BoolType | NumberType, Scalar{}, false},
		{"x y", StringType, String("x y"), true},
	} {
		got, ok := scalarOfText(c.text, c.types)
		if ok != c.ok || got != c.want {
			t.Errorf("%q of %b is %v, %v, want %v", c.text, c.types, got, ok, c.want)
		}
	}
}
