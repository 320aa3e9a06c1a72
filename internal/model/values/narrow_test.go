package values

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// number is a schema of numbers with bounds, "" for none: minimum, exclusiveMinimum,
// maximum, exclusiveMaximum.
func number(low, above, high, below string) *model.Schema {
	return &model.Schema{Kind: model.NumberKind, Minimum: low, ExclMinimum: above, Maximum: high, ExclMaximum: below}
}

// of is a schema of a kind.
func of(k model.Kind) *model.Schema { return &model.Schema{Kind: k} }

// like is a schema with some of it changed.
func like(s *model.Schema, change func(*model.Schema)) *model.Schema {
	clone := *s
	change(&clone)
	return &clone
}

func listOf(s *model.Schema) *model.Schema { return &model.Schema{Kind: model.ArrayKind, Items: s} }

func union(kinds ...model.Kind) *model.Schema {
	return &model.Schema{Kind: model.UnionKind, Union: kinds}
}

func enum(k model.Kind, vs ...model.Value) *model.Schema { return &model.Schema{Kind: k, Enum: vs} }

func numeral(n string) model.Value { return model.Value{Kind: model.NumberValue, Text: n} }

// object is a schema of an object with one member.
func object(name string, s *model.Schema, optional bool) *model.Schema {
	return &model.Schema{Kind: model.ObjectKind, Properties: []model.Property{{Name: name, Schema: s, Optional: optional}}}
}

var (
	text    = of(model.StringKind)
	whole   = of(model.IntegerKind)
	numbers = of(model.NumberKind)
	nothing = of(model.NullKind)
	yesNo   = of(model.BooleanKind)
	mapOf   = func(s *model.Schema) *model.Schema { return &model.Schema{Kind: model.MapKind, Additional: s} }
)

func nullable(s *model.Schema) *model.Schema {
	return like(s, func(s *model.Schema) { s.Nullable = true })
}

func ref(s *model.Schema) *model.Schema {
	return &model.Schema{Kind: model.RefKind, Ref: &model.Type{Schema: s}}
}

func pattern(p string) *model.Schema {
	return &model.Schema{Kind: model.StringKind, Pattern: p}
}

func format(name string) *model.Schema {
	return &model.Schema{Kind: model.StringKind, Format: name}
}

func lengths(low, high int) *model.Schema {
	return &model.Schema{Kind: model.StringKind, MinLength: &low, MaxLength: &high}
}

func items(low, high int) *model.Schema {
	return &model.Schema{Kind: model.ArrayKind, Items: text, MinItems: &low, MaxItems: &high}
}

// TestWidens: what the first schema allows that the second does not.
func TestWidens(t *testing.T) {
	n, m, two := number, numeral, 2
	bounded := union(model.NumberKind, model.StringKind, model.BooleanKind)
	bounded.Minimum, bounded.MaxLength = "1", &two
	a, b := of(model.ErrorKind), of(model.ErrorKind)
	a.ErrorOf, b.ErrorOf = &model.Envelope{}, &model.Envelope{}
	for name, tt := range map[string]struct {
		narrow, wide *model.Schema
		want         string
	}{
		"no bounds":                      {n("", "", "", ""), n("", "", "", ""), ""},
		"the same bounds":                {n("1", "", "2", ""), n("1", "", "2", ""), ""},
		"the same bounds, both open":     {n("", "1", "", "2"), n("", "1", "", "2"), ""},
		"within":                         {n("1.5", "", "1.75", ""), n("1", "", "2", ""), ""},
		"no lower bound":                 {n("", "", "2", ""), n("1", "", "2", ""), "numbers below 1"},
		"no upper bound":                 {n("1", "", "", ""), n("1", "", "2", ""), "numbers above 2"},
		"a lower lower bound":            {n("0", "", "2", ""), n("1", "", "2", ""), "numbers below 1"},
		"a higher upper bound":           {n("1", "", "3", ""), n("1", "", "2", ""), "numbers above 2"},
		"closed where it is open below":  {n("1", "", "", ""), n("", "1", "", ""), "the number 1"},
		"closed where it is open above":  {n("", "", "2", ""), n("", "", "", "2"), "the number 2"},
		"closed within an open one":      {n("2", "", "3", ""), n("", "1", "", "4"), ""},
		"an integer below":               {whole, n("1", "", "", ""), "numbers below 1"},
		"open where it is closed":        {n("", "1", "", "2"), n("1", "", "2", ""), ""},
		"lengths within":                 {lengths(1, 2), lengths(1, 2), ""},
		"shorter":                        {lengths(0, 2), lengths(1, 2), "texts shorter than 1 characters"},
		"longer":                         {lengths(1, 3), lengths(1, 2), "texts longer than 2 characters"},
		"no lengths":                     {text, lengths(1, 2), "texts shorter than 1 characters"},
		"no length at most":              {text, lengths(0, 2), "texts longer than 2 characters"},
		"a pattern of some length":       {pattern("[a-z]+-[0-9]{3}"), lengths(5, 1000), "texts longer than 1000 characters"},
		"a pattern that is long enough":  {pattern("[a-z]+-[0-9]{3}"), like(text, func(s *model.Schema) { s.MinLength = &two }), ""},
		"a pattern that is too short":    {pattern("[a-z]|[0-9]{3}"), lengths(2, 3), "texts shorter than 2 characters"},
		"a pattern that is short enough": {pattern("[a-z]?[0-9]{1,2}"), lengths(1, 3), ""},
		"a pattern and lengths":          {like(pattern("[a-z]*"), func(s *model.Schema) { s.MinLength, s.MaxLength = &two, &two }), lengths(1, 2), ""},
		"a format of one length":         {format("uuid"), lengths(36, 36), ""},
		"a format that is longer":        {format("date-time"), lengths(10, 20), "texts longer than 20 characters"},
		"a format that is shorter":       {format("hostname"), lengths(2, 253), "texts shorter than 2 characters"},
		"a format of no length":          {format("time"), lengths(1, 100), "texts shorter than 1 characters"},
		"items within":                   {items(1, 2), items(1, 2), ""},
		"fewer items":                    {items(0, 2), items(1, 2), "lists of fewer than 1 items"},
		"more items":                     {items(1, 3), items(1, 2), "lists of more than 2 items"},
		"any number of items":            {listOf(text), items(0, 2), "lists of more than 2 items"},
		"other items":                    {listOf(whole), listOf(text), "an integer"},
		"the same pattern":               {pattern("a+"), pattern("a+"), ""},
		"no pattern":                     {text, pattern("a+"), "texts that do not match the pattern `a+`"},
		"a pattern where none is":        {pattern("a+"), text, ""},
		"a pattern within":               {pattern("aa"), pattern("a+"), ""},
		"a pattern beside":               {pattern("ab?"), pattern("a+"), "`ab`, which does not match the pattern `a+`"},
		"an enum within":                 {enum(model.StringKind, Text("a")), enum(model.StringKind, Text("a"), Text("b")), ""},
		"an enum with more":              {enum(model.StringKind, Text("c")), enum(model.StringKind, Text("a"), Text("b")), "`c` is none of `a`, `b`"},
		"no enum":                        {text, enum(model.StringKind, Text("a")), "values that are none of `a`"},
		"an enum within bounds":          {enum(model.NumberKind, m("1")), n("1", "", "", ""), ""},
		"an enum out of bounds":          {enum(model.NumberKind, m("0")), n("1", "", "", ""), "`0` is not at least 1"},
		"an enum of numbers as texts":    {enum(model.IntegerKind, m("1")), pattern("[0-9]"), ""},
		"an enum of booleans as texts":   {enum(model.BooleanKind, model.Value{Kind: model.BoolValue, Bool: true}), pattern("true"), ""},
		"an integer is a number":         {whole, numbers, ""},
		"a number is no integer":         {numbers, whole, "a number"},
		"an integer is a text":           {whole, text, ""},
		"bounds do not matter to a text": {whole, lengths(5, 6), ""},
		"a text is no integer":           {text, whole, "text"},
		"a list is no text":              {listOf(text), text, "a list"},
		"anything":                       {listOf(whole), of(model.AnyKind), ""},
		"anything where text is":         {of(model.AnyKind), text, "null"},
		"null":                           {nullable(text), text, "null"},
		"null in both":                   {nullable(text), nullable(text), ""},
		"null of a type":                 {ref(nullable(text)), text, "null"},
		"null alone":                     {nothing, nullable(text), "null"},
		"a reference":                    {ref(text), text, ""},
		"a union as text":                {union(model.IntegerKind, model.BooleanKind), lengths(1, 2), ""},
		"a union without bounds":         {union(model.IntegerKind, model.StringKind), bounded, "numbers below 1"},
		"an integer of a union":          {n("1", "", "", ""), bounded, ""},
		"a lower integer of a union":     {n("0", "", "", ""), bounded, "numbers below 1"},
		"a text of a union":              {lengths(0, 2), bounded, ""},
		"a longer text of a union":       {lengths(0, 3), bounded, "texts longer than 2 characters"},
		"another kind of a union":        {yesNo, bounded, ""},
		"a union as bounded":             {like(bounded, func(*model.Schema) {}), bounded, ""},
		"an integer in a union":          {whole, union(model.NumberKind, model.BooleanKind), ""},
		"a kind that a union lacks":      {yesNo, union(model.NumberKind, model.IntegerKind), "true or false"},
		"a scalar as text of a union":    {yesNo, union(model.StringKind, model.IntegerKind), ""},
		"a union in a union":             {union(model.IntegerKind, model.BooleanKind), union(model.BooleanKind, model.NumberKind), ""},
		"a list in a union":              {listOf(text), union(model.StringKind, model.IntegerKind), "a list"},
		"an object as a map":             {object("x", text, false), mapOf(text), ""},
		"an object's member in a map":    {object("x", listOf(text), false), mapOf(text), "a list for `x`"},
		"a map as an object":             {mapOf(text), object("x", text, true), "an object"},
		"a map's members":                {mapOf(listOf(text)), mapOf(text), "a list"},
		"a member more":                  {object("y", text, false), object("x", text, true), ""},
		"a member less":                  {object("y", text, false), object("x", text, false), "an object without `x`"},
		"a member that may be absent":    {object("x", text, true), object("x", text, false), "an object without `x`"},
		"a member that must be there":    {object("x", text, false), object("x", text, true), ""},
		"another member":                 {object("x", listOf(text), false), object("x", text, false), "a list for `x`"},
		"a member that both may lack":    {object("x", text, true), object("x", text, true), ""},
		"no scalar as text in a member":  {object("x", whole, false), object("x", text, false), "an integer for `x`"},
		"nor in a further one":           {object("x", whole, false), mapOf(text), "an integer for `x`"},
		"nor in a map":                   {mapOf(whole), mapOf(text), "an integer"},
		"null for an unknown member":     {object("y", nullable(text), false), object("x", text, true), ""},
		"errors of one envelope":         {a, like(a, func(*model.Schema) {}), ""},
		"errors of another envelope":     {a, b, "an error"},
	} {
		if got := NewChecker().Widens(tt.narrow, tt.wide); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestWidensMembers: members that the wide object does not name are held to its
// further ones.
func TestWidensMembers(t *testing.T) {
	more := func(s, further *model.Schema) *model.Schema {
		return like(s, func(s *model.Schema) { s.Additional = further })
	}
	wide := more(object("x", text, false), whole)
	for name, tt := range map[string]struct {
		narrow *model.Schema
		want   string
	}{
		"no others":      {object("x", text, false), ""},
		"others":         {more(object("x", text, false), whole), ""},
		"other others":   {more(object("x", text, false), yesNo), "true or false"},
		"one that fits":  {like(wide, func(s *model.Schema) { s.Properties = append(object("y", whole, true).Properties, s.Properties...) }), ""},
		"one that is no": {like(wide, func(s *model.Schema) { s.Properties = append(object("y", yesNo, true).Properties, s.Properties...) }), "true or false for `y`"},
	} {
		if got := NewChecker().Widens(tt.narrow, wide); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestWidensChoice: each alternative must fit one of the wide schema's.
func TestWidensChoice(t *testing.T) {
	choice := func(ss ...*model.Schema) *model.Schema { return &model.Schema{Kind: model.OneOfKind, OneOf: ss} }
	wide := choice(lengths(1, 2), listOf(whole))
	for name, tt := range map[string]struct {
		narrow *model.Schema
		want   string
	}{
		"one alternative":        {listOf(whole), ""},
		"another one":            {listOf(text), "a list, as declared"},
		"a scalar as text":       {whole, ""},
		"a text that is longer":  {lengths(1, 3), "text, as declared"},
		"alternatives":           {choice(listOf(whole), lengths(2, 2)), ""},
		"one alternative more":   {choice(listOf(whole), object("x", text, false)), "an object, as declared"},
		"alternatives of others": {choice(listOf(text), lengths(1, 1)), "a list, as declared"},
	} {
		if got := NewChecker().Widens(tt.narrow, wide); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
	inList := listOf(choice(text, union(model.IntegerKind, model.BooleanKind)))
	for narrow, want := range map[*model.Schema]string{
		listOf(choice(text)):        "",
		listOf(choice(numbers)):     "a number, as declared",
		listOf(choice(text, yesNo)): "true or false, as declared",
	} {
		if got := NewChecker().Widens(narrow, like(inList, func(s *model.Schema) { s.Items = nullable(s.Items) })); got != want {
			t.Errorf("in a list: %q, want %q", got, want)
		}
	}
	if got := NewChecker().Widens(wide, text); got != "one of several alternatives" {
		t.Errorf("alternatives where text is wanted: %q", got)
	}
}

// TestWidensRecursive: types that hold themselves are compared as well.
func TestWidensRecursive(t *testing.T) {
	tree := func(leaf *model.Schema) *model.Schema {
		s := &model.Schema{Kind: model.ObjectKind}
		s.Properties = []model.Property{{Name: "more", Schema: listOf(s)}, {Name: "leaf", Schema: leaf}}
		return s
	}
	if got := NewChecker().Widens(tree(text), tree(text)); got != "" {
		t.Error(got)
	}
	if got := NewChecker().Widens(tree(yesNo), tree(whole)); got != "true or false for `leaf` for `more`" {
		t.Error(got)
	}
}

// TestMayStand: types alone count, and scalars may stand as text.
func TestMayStand(t *testing.T) {
	for name, tt := range map[string]struct {
		param, place *model.Schema
		asText, ok   bool
	}{
		"a text":                   {text, text, false, true},
		"whatever the bounds":      {text, lengths(1, 2), false, true},
		"whatever the enum":        {numbers, enum(model.NumberKind, numeral("1")), false, true},
		"an integer as a number":   {whole, numbers, false, true},
		"an integer as a text":     {whole, text, true, true},
		"an integer in a union":    {whole, union(model.StringKind, model.IntegerKind), false, true},
		"a boolean in a union":     {yesNo, union(model.StringKind, model.IntegerKind), true, true},
		"a number as an integer":   {numbers, whole, true, false},
		"null where it is not":     {nullable(text), text, true, false},
		"a list of texts":          {listOf(text), listOf(text), false, true},
		"a list of others as text": {listOf(whole), listOf(text), true, false},
		"anything":                 {text, of(model.AnyKind), false, true},
	} {
		if asText, ok := MayStand(tt.param, tt.place); asText != tt.asText || ok != tt.ok {
			t.Errorf("%s: %t, %t", name, asText, ok)
		}
	}
}
