package values

import (
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

var (
	null  = model.Value{}
	truth = model.Value{Kind: model.BoolValue, Bool: true}
)

func list(vs ...model.Value) model.Value { return model.Value{Kind: model.ArrayValue, Items: vs} }

// members is an object with values by names that follow each other.
func members(of ...any) model.Value {
	v := model.Value{Kind: model.ObjectValue}
	for i := 0; i < len(of); i += 2 {
		v.Members = append(v.Members, model.Member{Name: of[i].(string), Value: of[i+1].(model.Value)})
	}
	return v
}

// TestViolation: what is wrong with a value, at the bounds.
func TestViolation(t *testing.T) {
	n, m := number, numeral
	constant := model.Value{Kind: model.StringValue, Text: "x"}
	form := func(f string) *model.Schema { return &model.Schema{Kind: model.StringKind, Format: f} }
	sized := func(f string) *model.Schema { return &model.Schema{Kind: model.IntegerKind, Format: f} }
	fraction := func(f string) *model.Schema { return &model.Schema{Kind: model.NumberKind, Format: f} }
	oneOf := &model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{lengths(1, 2), items(1, 2)}}
	for name, tt := range map[string]struct {
		v    model.Value
		s    *model.Schema
		want string
	}{
		"null":                       {null, nullable(lengths(1, 2)), ""},
		"at least":                   {m("1"), n("1", "", "", ""), ""},
		"not at least":               {m("0.5"), n("1", "", "", ""), "`0.5` is not at least 1"},
		"above":                      {m("1.5"), n("", "1", "", ""), ""},
		"not above":                  {m("1"), n("", "1", "", ""), "`1` is not above 1"},
		"at most":                    {m("1"), n("", "", "1", ""), ""},
		"not at most":                {m("2"), n("", "", "1", ""), "`2` is not at most 1"},
		"below":                      {m("0"), n("", "", "", "1"), ""},
		"not below":                  {m("1"), n("", "", "", "1"), "`1` is not below 1"},
		"the stricter of two":        {m("1"), n("1", "1", "", ""), "`1` is not above 1"},
		"the stricter of two above":  {m("2"), n("", "", "2", "2"), "`2` is not below 2"},
		"the closed one is stricter": {m("3"), n("2", "1", "3", "4"), ""},
		"the open one is stricter":   {m("2"), n("1", "2", "", ""), "`2` is not above 2"},
		"the open one is too":        {m("2"), n("", "", "3", "2"), "`2` is not below 2"},
		"int64":                      {m("9223372036854775807"), whole, ""},
		"beyond int64":               {m("9223372036854775808"), whole, "`9223372036854775808` does not fit the Go type of its schema"},
		"int32":                      {m("2147483647"), sized("int32"), ""},
		"beyond int32":               {m("2147483648"), sized("int32"), "`2147483648` does not fit the Go type of its schema"},
		"uint64":                     {m("18446744073709551615"), sized("uint64"), ""},
		"beyond uint64":              {m("-1"), sized("uint64"), "`-1` does not fit the Go type of its schema"},
		"no integer":                 {m("1e+21"), numbers, ""},
		"beyond float64":             {m("1e309"), numbers, "`1e309` does not fit the Go type of its schema"},
		"seconds":                    {m("9223372036"), sized("seconds"), ""},
		"beyond seconds":             {m("-9223372037"), sized("seconds"), "`-9223372037` does not fit the Go type of its schema"},
		"nanoseconds":                {m("-0.000000001"), fraction("seconds"), ""},
		"less than nanoseconds":      {m("0.0000000015"), fraction("seconds"), "`0.0000000015` does not fit the Go type of its schema"},
		"milliseconds":               {m("9223372036854.775807"), fraction("milliseconds"), ""},
		"beyond milliseconds":        {m("9223372036855"), fraction("milliseconds"), "`9223372036855` does not fit the Go type of its schema"},
		"a time":                     {m("-1.000001"), fraction("unix-time"), ""},
		"less than microseconds":     {m("1.0000001"), fraction("unix-time"), "`1.0000001` does not fit the Go type of its schema"},
		"beyond times":               {m("1e12"), fraction("unix-time"), "`1e12` does not fit the Go type of its schema"},
		"a time without fractions":   {m("1000000000000"), sized("unix-time"), ""},
		"null beside an enum":        {null, nullable(enum(model.StringKind, Text("a"))), ""},
		"text where null may be":     {Text("abc"), nullable(lengths(1, 2)), "`abc` is longer than 2 characters"},
		"null where it may not be":   {null, enum(model.StringKind, Text("a")), "null is none of `a`"},
		"as long":                    {Text("é"), lengths(1, 1), ""},
		"shorter":                    {Text(""), lengths(1, 1), "`` is shorter than 1 characters"},
		"longer":                     {Text("éé"), lengths(1, 1), "`éé` is longer than 1 characters"},
		"a pattern":                  {Text("ab"), pattern("a|ab"), ""},
		"a part of a pattern":        {Text("abc"), pattern("a|ab"), "`abc` does not match the pattern `a|ab`"},
		"a format":                   {Text("2020-02-29"), form("date"), ""},
		"no format":                  {Text("2021-02-29"), form("date"), "`2021-02-29` does not have the format `date`"},
		"a constant":                 {Text("x"), &model.Schema{Kind: model.StringKind, Const: &constant}, ""},
		"another constant":           {Text("y"), &model.Schema{Kind: model.StringKind, Const: &constant}, "`y` is not `x`, the constant"},
		"an enum":                    {m("1"), enum(model.NumberKind, m("1.0")), ""},
		"none of an enum":            {m("2"), enum(model.NumberKind, m("1"), m("3")), "`2` is none of `1`, `3`"},
		"items":                      {list(Text("a")), items(1, 1), ""},
		"fewer items":                {list(), items(1, 1), "the list has fewer than 1 items"},
		"more items":                 {list(Text("a"), Text("b")), items(1, 1), "the list has more than 1 items"},
		"a wrong item":               {list(Text("a"), Text("")), listOf(lengths(1, 2)), "`` is shorter than 1 characters"},
		"members":                    {members("x", Text("a"), "y", null), object("x", lengths(1, 2), false), ""},
		"a wrong member":             {members("x", Text("")), object("x", lengths(1, 2), false), "`` is shorter than 1 characters"},
		"a member less":              {members("y", Text("a")), object("x", text, false), "the object has no member `x`, which is required"},
		"one that may be absent":     {members(), object("x", text, true), ""},
		"a further member":           {members("y", m("0")), mapOf(n("1", "", "", "")), "`0` is not at least 1"},
		"an alternative":             {Text("a"), oneOf, ""},
		"a wrong alternative":        {Text("abc"), oneOf, "`abc` is longer than 2 characters"},
		"another alternative":        {list(), oneOf, "the list has fewer than 1 items"},
		"no alternative":             {m("1"), oneOf, "`1` is of none of the alternatives' types"},
		"of a type":                  {Text("abc"), ref(lengths(1, 2)), "`abc` is longer than 2 characters"},
		"no bounds of texts":         {truth, n("1", "", "", ""), ""},
	} {
		if got := NewChecker().Violation(tt.v, tt.s); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestMatches: what is no pattern is matched by everything; it was reported.
func TestMatches(t *testing.T) {
	c := NewChecker()
	for range 2 { // compiled, and kept
		if !c.Matches("(", "x") || !c.Matches("x+", "xx") || c.Matches("x", "xx") {
			t.Error("patterns")
		}
	}
	for pattern, want := range map[string]string{"a+": "", "a)(b": "unexpected ): `a)(b`", "[": "missing closing ]: `[`"} {
		if got := PatternProblem(pattern); got != want {
			t.Errorf("%s: got %q, want %q", pattern, got, want)
		}
	}
}

func TestEqual(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b model.Value
		want bool
	}{
		"null":            {null, null, true},
		"kinds":           {Text("1"), numeral("1"), false},
		"booleans":        {truth, truth, true},
		"others":          {truth, model.Value{Kind: model.BoolValue}, false},
		"numbers":         {numeral("1e2"), numeral("100.0"), true},
		"other numbers":   {numeral("1"), numeral("2"), false},
		"texts":           {Text("a"), Text("a"), true},
		"other texts":     {Text("a"), Text("b"), false},
		"lists":           {list(Text("a")), list(Text("a")), true},
		"other items":     {list(Text("a")), list(Text("b")), false},
		"longer lists":    {list(Text("a")), list(), false},
		"in any order":    {members("a", null, "b", truth), members("b", truth, "a", null), true},
		"other members":   {members("a", null), members("b", null), false},
		"of other values": {members("a", null), members("a", truth), false},
		"fewer members":   {members(), members("a", null), false},
	} {
		if got := Equal(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestTexts: what a schema lists of texts.
func TestTexts(t *testing.T) {
	a := Text("a")
	for _, c := range []struct {
		schema *model.Schema
		want   []string
	}{
		{nil, nil},
		{&model.Schema{Kind: model.StringKind}, nil},
		{&model.Schema{Kind: model.StringKind, Const: &a}, []string{"a"}},
		{&model.Schema{Kind: model.UnionKind, Enum: []model.Value{numeral("1"), Text(" b"), a}}, []string{" b", "a"}},
		{&model.Schema{Kind: model.RefKind, Ref: &model.Type{Schema: &model.Schema{Kind: model.StringKind, Enum: []model.Value{a}}}}, []string{"a"}},
	} {
		if got := Texts(c.schema); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestShow(t *testing.T) {
	for want, v := range map[string]model.Value{"null": null, "`true`": truth, "`1`": numeral("1"), "`a`": Text("a"), "a list": list(), "an object": members()} {
		if got := Show(v); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	many := []model.Value{null, null, null, null, null, null, null, null}
	if got := showAll(many); got != "null, null, null, null, null, null, null, null" {
		t.Error(got)
	}
	if got := showAll(append(many, truth)); got != "null, null, null, null, null, null, null, null, ..." {
		t.Error(got)
	}
}

// TestTypes: the JSON types of a schema's values.
func TestTypes(t *testing.T) {
	oneOf := &model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{text, listOf(text)}}
	oneOf.OneOf = append(oneOf.OneOf, ref(oneOf)) // broken, and reported
	for name, tt := range map[string]struct {
		s    *model.Schema
		want Types
	}{
		"anything":           {of(model.AnyKind), AnyType},
		"in the making":      {&model.Schema{Kind: model.RefKind}, AnyType},
		"text":               {text, StringType},
		"an integer":         {whole, NumberType},
		"a number":           {numbers, NumberType},
		"true or false":      {yesNo, BoolType},
		"null":               {nothing, NullType},
		"a list":             {listOf(text), ArrayType},
		"an object":          {object("x", text, false), ObjectType},
		"a map":              {mapOf(text), ObjectType},
		"an error":           {of(model.ErrorKind), ObjectType},
		"a union":            {union(model.StringKind, model.IntegerKind), StringType | NumberType},
		"alternatives":       {oneOf, StringType | ArrayType},
		"or null":            {nullable(text), StringType | NullType},
		"of a type, or null": {ref(nullable(text)), StringType | NullType},
		"null or of a type":  {nullable(ref(text)), StringType | NullType},
	} {
		if got := TypesOf(tt.s); got != tt.want {
			t.Errorf("%s: %b, want %b", name, got, tt.want)
		}
	}
	if Alternative(oneOf, ArrayType|BoolType) != oneOf.OneOf[1] || Alternative(oneOf, BoolType) != oneOf || Alternative(text, BoolType) != text {
		t.Error("alternatives")
	}
	for k, want := range map[model.ValueKind]Types{
		model.NullValue: NullType, model.BoolValue: BoolType, model.NumberValue: NumberType,
		model.StringValue: StringType, model.ArrayValue: ArrayType, model.ObjectValue: ObjectType,
	} {
		if TypeOf(k) != want {
			t.Errorf("kind %d: %b", k, TypeOf(k))
		}
	}
}

func TestKinds(t *testing.T) {
	for want, v := range map[model.Kind]model.Value{
		model.NullKind: null, model.BooleanKind: truth, model.IntegerKind: numeral("1e2"), model.NumberKind: numeral("1.5"),
		model.StringKind: Text("1"), model.ArrayKind: list(), model.ObjectKind: members(),
	} {
		if got := KindOf(v); got != want {
			t.Errorf("%s: kind %d, want %d", Show(v), got, want)
		}
	}
	if Item(listOf(text)) != text || Item(of(model.ArrayKind)).Kind != model.AnyKind || Item(mapOf(text)).Kind != model.AnyKind {
		t.Error("items")
	}
	if got := AsKind(truth, text); got.Kind != model.StringValue || got.Text != "true" {
		t.Error(got)
	}
	if AsKind(numeral("1"), text).Kind != model.StringValue || AsKind(numeral("1"), whole).Kind != model.NumberValue || AsKind(null, text).Kind != model.NullValue {
		t.Error("values as text")
	}
	for want, s := range map[string]*model.Schema{"text": text, "text or null": nullable(text), "null": nullable(nothing), "an integer": ref(whole)} {
		if got := Describe(s); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
