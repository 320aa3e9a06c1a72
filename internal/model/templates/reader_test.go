package templates

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// fixed is a Scope of names that stand for the same always.
type fixed struct {
	*diag.Reporter
	names map[string]Binding
}

func (s fixed) Lookup(name string, pos diag.Pos) (Binding, bool) {
	b, ok := s.names[name]
	if !ok {
		s.Reportf(pos, diag.UnknownPlaceholder, "", "%s", name)
	}
	return b, ok
}

var (
	text    = &model.Schema{Kind: model.StringKind}
	whole   = &model.Schema{Kind: model.IntegerKind}
	anyone  = &model.Schema{Kind: model.AnyKind}
	yesNo   = &model.Schema{Kind: model.BooleanKind}
	texts   = &model.Schema{Kind: model.ArrayKind, Items: text}
	natural = &model.Schema{Kind: model.IntegerKind, Minimum: "0"}
	choice  = &model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{whole, texts}}
)

func object(properties ...model.Property) *model.Schema {
	return &model.Schema{Kind: model.ObjectKind, Properties: properties}
}

func orNull(s *model.Schema) *model.Schema {
	clone := *s
	clone.Nullable = true
	return &clone
}

// constants are a field with wordings that are constant.
func constants(ws ...string) Binding {
	var b Binding
	for _, w := range ws {
		b.Field = append(b.Field, constantTree(values.Text(w)))
	}
	return b
}

func param(name string, s *model.Schema) *model.Param { return &model.Param{Name: name, Schema: s} }

// scope are the names that the tables use.
func scope() fixed {
	days, who, tags := param("days", whole), param("who", text), param("tags", texts)
	n, gone := param("n", natural), param("gone", orNull(text))
	long := strings.Repeat("x", growthLimit/2)
	parts := func(ps ...model.Part) Binding { return Binding{Parts: ps} }
	one := func(t *model.Tree) Binding { return Binding{Field: []*model.Tree{t}} }
	number := &model.Tree{Kind: model.NumberValue, Number: "7"}
	return fixed{&diag.Reporter{List: &diag.List{}}, map[string]Binding{
		"days": {Param: days}, "who": {Param: who}, "tags": {Param: tags}, "n": {Param: n}, "gone": {Param: gone},
		"$status": {Parts: []model.Part{{Kind: model.StatusPart}}, Plain: true}, "$code": {Parts: []model.Part{{Literal: "40"}}, Plain: true},
		"$name":  parts(model.Part{Literal: "7"}),
		"mixed":  parts(model.Part{Literal: "4"}, model.Part{Kind: model.ParamPart, Param: n}),
		"title":  constants("Gone."),
		"two":    constants("a", "b"),
		"three":  constants("1", "2", "3"),
		"eleven": constants(strings.Split("abcdefghijk", "")...),
		"none":   constants(""),
		"half":   constants(long),
		"full":   constants(long + long),
		"long":   constants(long, long),
		"seven":  one(number),
		"list":   one(&model.Tree{Kind: model.ArrayValue, Items: []*model.Tree{number}}),
		"for":    one(&model.Tree{Kind: model.StringValue, Template: &model.Template{Parts: []model.Part{{Literal: "for "}, {Kind: model.ParamPart, Param: who}}}}),
		"whose":  one(&model.Tree{Param: who}),
		"nobody": one(&model.Tree{Param: gone}),
		"null":   one(&model.Tree{}),
		"$null":  {Parts: []model.Part{{Literal: "null"}}, Plain: true},
		"word":   parts(model.Part{Literal: "x"}, model.Part{Kind: model.ParamPart, Param: n}),
		"yes":    one(&model.Tree{Kind: model.BoolValue, Bool: true}),
		"odd":    {Field: []*model.Tree{number, constantTree(values.Text("x"))}},
		"even":   {Field: []*model.Tree{constantTree(values.Text("x")), number}},
		"object": one(constantTree(model.Value{Kind: model.ObjectValue, Members: []model.Member{{Name: "m", Value: values.Text("x")}}})),
	}}
}

// codes are the codes of what was found, in the order in which it was.
func (s fixed) codes() string {
	var codes []string
	for _, d := range s.List.Sorted() {
		codes = append(codes, string(d.Code))
	}
	return strings.Join(codes, " ")
}

func plain(s string) *load.Value { return &load.Value{Text: s} }

func quoted(s string) *load.Value { return &load.Value{Text: s, Quoted: true} }

func sequence(items ...*load.Value) *load.Value {
	return &load.Value{Kind: load.Sequence, Items: items}
}

// mapping has keys and values that follow each other.
func mapping(of ...any) *load.Value {
	v := &load.Value{Kind: load.Mapping}
	for i := 0; i < len(of); i += 2 {
		v.Members = append(v.Members, load.Member{Key: load.Text{S: of[i].(string)}, Value: of[i+1].(*load.Value)})
	}
	return v
}

// TestTrees: what a value becomes at a place of a schema, or what is found.
func TestTrees(t *testing.T) {
	xy := object(model.Property{Name: "x", Schema: text}, model.Property{Name: "y", Schema: whole})
	for _, tt := range []struct {
		v      *load.Value
		schema *model.Schema
		want   string
	}{
		{plain("a"), text, `"a"`},
		{plain("{{a}}"), text, `"{a}"`},
		{plain("7"), whole, "7"},
		{quoted("7"), whole, "value-type"},
		{plain("{"), text, "bad-template"},
		{plain("{}"), text, "bad-template"},
		{plain("{other}"), text, "unknown-placeholder"},
		{plain("a {other} b {another}"), text, "unknown-placeholder unknown-placeholder"},
		{plain("{days}"), whole, "{days}"},
		{plain("{days}"), text, `"{days}"`},
		{plain("{who}"), text, "{who}"},
		{plain("{who}"), whole, "param-type"},
		{plain("{gone}"), text, "param-type"},
		{plain("{gone}"), orNull(text), "{gone}"},
		{plain("{tags}"), texts, "{tags}"},
		{plain("{tags}"), anyone, "{tags}"},
		{plain("in {days} d"), text, `"in {days} d"`},
		{plain("in {days} d"), whole, "template-type"},
		{plain("in {tags}"), text, "not-scalar"},
		{plain("in {gone}"), text, "not-scalar"},
		{plain("{days}{who}"), text, "adjacent-placeholders"},
		{plain("{days}-{who}"), text, `"{days}-{who}"`},
		{plain("{days}{none}{who}"), text, "adjacent-placeholders"},
		{plain("{title}"), text, `"Gone."`},
		{plain("{title}"), whole, "template-type"},
		{plain("{two}"), text, `"a"|"b"`},
		{plain("{for}"), text, `"for {who}"`},
		{plain("{for}"), whole, "template-type"},
		{plain("{whose}"), text, "{who}"},
		{plain("{seven}"), whole, "7"},
		{plain("{seven}"), text, `"7"`},
		{plain("{list}"), anyone, "[7]"},
		{plain("{list}"), text, "template-type"},
		{plain("{null}"), orNull(text), `"null"`},
		{plain("{null}"), orNull(texts), "null"},
		{plain("x {null}"), text, "not-scalar"},
		{plain("x {list}"), text, "not-scalar"},
		{plain("x {seven}"), text, `"x 7"`},
		{plain("x {whose}"), text, `"x {who}"`},
		{plain("x {nobody}"), text, "not-scalar"},
		{plain("x {for}!"), text, `"x for {who}!"`},
		{plain("{two} {two}"), text, `"a a"|"a b"|"b a"|"b b"`},
		{plain("{three} {eleven}"), text, "too-many-wordings"},
		{plain("{$status}"), text, `"{$status}"`},
		{plain("{$status}"), whole, "{$status}"},
		{plain("{$status}"), anyone, "{$status}"},
		{plain("{$status}"), yesNo, "template-type"},
		{plain("{$code}"), text, `"40"`},
		{plain("{$code}"), whole, "40"},
		{plain("{$name}"), text, `"7"`},
		{plain("{$name}"), whole, "value-type"},
		{plain("{mixed}"), whole, "4{n}"},
		{plain("{mixed}"), yesNo, "template-type"},
		{plain("a {other} b {days}"), text, "unknown-placeholder"},
		{plain("at {$status}"), text, `"at {$status}"`},
		{plain("x {yes}"), text, `"x true"`},
		{quoted(""), text, `""`},
		{quoted(""), whole, "value-type"},
		{plain("{odd}"), whole, "template-type"},
		{plain("{even}"), whole, "template-type"},
		{plain("{odd}"), text, `"7"|"x"`},
		{plain("{$null}"), text, `"null"`},
		{plain("{mixed}"), anyone, `"4{n}"`}, // a text, whatever its digits are,
		{plain("{word}"), anyone, `"x{n}"`},
		{plain("{mixed}"), &model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind}}, `"4{n}"`},
		{plain("{word}"), whole, "template-type"},
		{plain("{whose}"), whole, "param-type"},
		{plain("{object}"), anyone, `{m:"x"}`},
		{sequence(plain("{other}")), text, "value-type"},
		{sequence(plain("{other}"), plain("a")), texts, "unknown-placeholder"},
		{mapping("x", plain("{other}"), "y", plain("1")), xy, "unknown-placeholder"},
		{sequence(plain("a"), plain("{who}")), texts, `["a",{who}]`},
		{sequence(plain("{two}")), texts, "too-many-wordings"},
		{sequence(plain("a")), text, "value-type"},
		{sequence(plain("a"), plain("{")), texts, "bad-template"},
		{sequence(plain("1")), anyone, "[1]"},
		{sequence(plain("a")), choice, `["a"]`},
		{mapping("x", plain("{days}"), "y", plain("1")), xy, `{x:"{days}",y:1}`},
		{mapping("z", plain("1")), xy, "unknown-member"},
		{mapping("x", plain("{two}")), xy, "too-many-wordings"},
		{mapping("x", sequence()), xy, "value-type"},
		{mapping("x", plain("a")), texts, "value-type"},
		{mapping("x", plain("1")), anyone, "{x:1}"},
		{&load.Value{Broken: true}, text, ""},
		{nil, text, ""},
	} {
		s := scope()
		ts, ok := Reader{s, &schemas.Literals{Reporter: s.Reporter, Checker: values.NewChecker()}}.Trees(tt.v, tt.schema)
		got := s.codes()
		if ok {
			var all []string
			for _, tree := range ts {
				all = append(all, modeltest.Tree(tree))
			}
			got = strings.TrimSpace(got + " " + strings.Join(all, "|"))
			if len(all) == 0 {
				got += " nothing"
			}
		}
		for _, tree := range ts {
			if tree.Template != nil && slices.ContainsFunc(tree.Template.Parts, func(p model.Part) bool { return p == model.Part{} }) {
				t.Errorf("%v has an empty part", tt.v)
			}
		}
		if got != tt.want {
			t.Errorf("%v at %s: got %s, want %s", tt.v, values.Describe(tt.schema), got, tt.want)
		}
	}
}

// TestGrowth: the bounds of what a text can become.
func TestGrowth(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("{two}-", 5):                      "32",
		strings.Repeat("{two}-", 6):                      "too-many-wordings",
		strings.Repeat("{days}-", partLimit/2):           "1",
		strings.Repeat("{days}-", partLimit/2) + "x":     "1",
		strings.Repeat("{days}-", partLimit/2) + "{who}": "too-many-wordings",
		"{half}":             "1",
		"{half}{half}":       "1",
		"{half}{half}x":      "1",
		"{half}{half}x{who}": "too-many-wordings",
		"{full}{who}":        "1",
		"{other}":            "unknown-placeholder",
		"{":                  "bad-template",
		"x{full}{who}":       "too-many-wordings",
		"{two}{full}":        "too-many-wordings",
		"{long}":             "2",
		"{long}{half}":       "2",
		"{long}x{half}":      "too-many-wordings",
		strings.Repeat("y", growthLimit) + strings.Repeat("y", partLimit): "1",
	} {
		s := scope()
		r := Reader{s, &schemas.Literals{Reporter: s.Reporter, Checker: values.NewChecker()}}
		ts, ok := r.Texts(load.Text{S: text})
		got := s.codes()
		if ok {
			got = strings.TrimSpace(got + " " + fmt.Sprint(len(ts)))
		}
		if got != want {
			t.Errorf("%.60s: got %s, want %s", text, got, want)
		}
	}
}

// TestAsForms: text forms of a scalar (docs/spec.md#envelopes).
func TestAsForms(t *testing.T) {
	for _, tt := range []struct {
		forms  string
		schema *model.Schema
		want   string
	}{
		{"urn:{}", text, "urn: {}"},
		{"{}", whole, "{}"},
		{"{}|{_} {}", text, "bad-as {}|{_} ' ' {}"},
		{"{{{}}}", text, "'{' {} '}'"},
		{"{}", texts, "bad-as"},
		{"{_} {}", text, "bad-as"},
		{"{}|x", text, "bad-as {}"},
		{"{}|{} {}", text, "bad-as {}"},
		{"{}|{_}{}", text, "bad-as {}"},
		{"{}|{_}-{_}-{}", text, "bad-as {}|{_} - {_} - {}"},
		{"{}|{_}:{}", text, "bad-as {}|{_} : {}"},
		{"{}|{}:{_}", whole, "{}|{} : {_}"},
		{"{}-|-{}", whole, "bad-as {} -|- {}"},
		{"a {}|{}b", text, "'a ' {}|{} b"},
		{"{x}", text, "bad-as"},
		{"{", text, "bad-as"},
		{"", text, ""},
		{"", texts, ""},
	} {
		n := &load.Schema{}
		for _, form := range strings.FieldsFunc(tt.forms, func(r rune) bool { return r == '|' }) {
			n.As = append(n.As, load.Text{S: form})
		}
		s := scope()
		var all []string
		forms := AsForms(s.Reporter, n, tt.schema)
		CheckExact(s.Reporter, n, tt.schema, forms)
		for _, f := range forms {
			var parts []string
			for _, p := range f.Parts {
				switch {
				case p.Value:
					parts = append(parts, "{}")
				case p.Any:
					parts = append(parts, "{_}")
				case strings.ContainsAny(p.Literal, " {}"):
					parts = append(parts, "'"+p.Literal+"'")
				default:
					parts = append(parts, p.Literal)
				}
			}
			all = append(all, strings.Join(parts, " "))
		}
		if got := strings.TrimSpace(s.codes() + " " + strings.Join(all, "|")); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.forms, got, tt.want)
		}
	}
}

// TestReadBack: what the forms read in what the first of them writes.
func TestReadBack(t *testing.T) {
	for _, tt := range []struct {
		forms      []string
		text, want string
	}{
		{nil, "a:b", "a:b"},
		{[]string{"{}"}, "a\n b", "a\n b"},
		{[]string{"{}", "{}:{_}"}, "a:b", "a"},
		{[]string{"{}", "{_}:{}"}, "ab", "ab"},
		{[]string{"urn:{}", "{}"}, "urn:a", "urn:a"},
		{[]string{"({})", "{_}.{}"}, "a.b", "a.b"},
	} {
		n := &load.Schema{}
		for _, form := range tt.forms {
			n.As = append(n.As, load.Text{S: form})
		}
		forms := AsForms(scope().Reporter, n, &model.Schema{Kind: model.StringKind})
		if got, ok := ReadBack(forms, tt.text); got != tt.want || !ok {
			t.Errorf("%s in %v: %s, want %s", tt.text, tt.forms, got, tt.want)
		}
	}
}

// TestAllDigits: texts that are always integers without leading zero.
func TestAllDigits(t *testing.T) {
	lit := func(s string) model.Part { return model.Part{Literal: s} }
	of := func(s model.Schema) model.Part {
		return model.Part{Kind: model.ParamPart, Param: param("p", &s)}
	}
	digits := func(pattern string) model.Part { return of(model.Schema{Kind: model.StringKind, Pattern: pattern}) }
	from := func(low string) model.Part { return of(model.Schema{Kind: model.IntegerKind, Minimum: low}) }
	enum := func(vs ...string) model.Part {
		s := model.Schema{Kind: model.StringKind}
		for _, v := range vs {
			s.Enum = append(s.Enum, values.Text(v))
		}
		return of(s)
	}
	for name, tt := range map[string]struct {
		parts []model.Part
		want  bool
	}{
		"digits":                    {[]model.Part{lit("40")}, true},
		"a negative number":         {[]model.Part{lit("-40")}, true},
		"a leading zero":            {[]model.Part{lit("040")}, false},
		"a letter":                  {[]model.Part{lit("4x")}, false},
		"a hyphen within":           {[]model.Part{lit("4"), from("0"), lit("-")}, false},
		"an integer from 1":         {[]model.Part{from("1")}, true},
		"an integer from 0":         {[]model.Part{from("0")}, false},
		"one from 0 behind":         {[]model.Part{lit("4"), from("0")}, true},
		"one from -1 behind":        {[]model.Part{lit("4"), from("-1")}, false},
		"one from anywhere":         {[]model.Part{lit("4"), from("")}, false},
		"the status":                {[]model.Part{{Kind: model.StatusPart}, lit("01")}, true},
		"digits by pattern":         {[]model.Part{digits("[1-9]+")}, true},
		"a zero first":              {[]model.Part{digits("[0-9]+")}, false},
		"a zero behind":             {[]model.Part{lit("4"), digits("[0-9]+")}, true},
		"nothing at all by pattern": {[]model.Part{lit("4"), digits("[0-9]*")}, false},
		"a zero behind the sign":    {[]model.Part{lit("-"), digits("[0-9]+")}, false},
		"none behind the sign":      {[]model.Part{lit("-"), digits("[1-9]+")}, true},
		"from 0 behind the sign":    {[]model.Part{lit("-"), from("0")}, true},
		"a zero behind a digit":     {[]model.Part{lit("-4"), digits("[0-9]+")}, true},
		"a zero further on":         {[]model.Part{lit("-"), from("1"), lit("0"), digits("[0-9]+")}, true},
		"letters by pattern":        {[]model.Part{lit("4"), digits("[0-9a]")}, false},
		"below digits by pattern":   {[]model.Part{lit("4"), digits("[/-9]")}, false},
		"anything by pattern":       {[]model.Part{lit("4"), digits(".")}, false},
		"no pattern":                {[]model.Part{lit("4"), digits("")}, false},
		"one value":                 {[]model.Part{lit("4"), enum("7")}, true},
		"an enum":                   {[]model.Part{enum("10", "7")}, true},
		"a zero in an enum":         {[]model.Part{enum("7", "01")}, false},
		"a zero in one behind":      {[]model.Part{lit("4"), enum("7", "01")}, true},
		"a text in an enum":         {[]model.Part{lit("4"), enum("7", "x")}, false},
		"nothing in an enum":        {[]model.Part{lit("4"), enum("7", "")}, false},
		"a number":                  {[]model.Part{lit("4"), of(model.Schema{Kind: model.NumberKind, Minimum: "1"})}, false},
	} {
		if got := AllDigits(tt.parts); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestPlacement: where optional params may stand.
func TestPlacement(t *testing.T) {
	given, lacking, other := param("given", text), param("lacking", text), param("other", text)
	lacking.Optional, other.Optional = true, true
	preset := param("preset", text)
	preset.Optional, preset.Default = true, &model.Value{Kind: model.StringValue}
	alone := func(p *model.Param) *model.Tree { return &model.Tree{Param: p} }
	with := func(ps ...*model.Param) *model.Tree {
		t := &model.Template{Parts: []model.Part{{Literal: "x"}}}
		for _, p := range ps {
			t.Parts = append(t.Parts, model.Part{Kind: model.ParamPart, Param: p})
		}
		return &model.Tree{Kind: model.StringValue, Template: t}
	}
	items := func(ts ...*model.Tree) *model.Tree { return &model.Tree{Kind: model.ArrayValue, Items: ts} }
	member := func(t *model.Tree) *model.Tree {
		return &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{{Name: "m", Tree: t}}}
	}
	for name, tt := range map[string]struct {
		wordings    []*model.Tree
		mayBeAbsent bool
		want        string
	}{
		"nothing":                       {nil, true, ""},
		"one that is there":             {[]*model.Tree{with(given)}, false, ""},
		"one that is preset":            {[]*model.Tree{with(preset)}, false, ""},
		"in the only wording":           {[]*model.Tree{with(lacking)}, true, "without the optional param `lacking` nothing can be written in it"},
		"alone, and it must be there":   {[]*model.Tree{alone(lacking)}, false, "without the optional param `lacking` nothing can be written in it"},
		"alone, and it may be absent":   {[]*model.Tree{alone(lacking)}, true, ""},
		"in one wording of two":         {[]*model.Tree{with(lacking), with(given)}, false, ""},
		"in both":                       {[]*model.Tree{with(lacking), with(lacking, given)}, true, "without the optional param `lacking` nothing can be written in it"},
		"another in each":               {[]*model.Tree{with(lacking), with(other)}, true, "without the optional params `lacking` and `other` nothing can be written in it"},
		"one of two in both":            {[]*model.Tree{with(lacking, other), with(other)}, true, "without the optional param `other` nothing can be written in it"},
		"an item":                       {[]*model.Tree{items(alone(lacking))}, true, "without the optional param `lacking` nothing can be written in it"},
		"in a member":                   {[]*model.Tree{member(with(lacking))}, true, "without the optional param `lacking` nothing can be written in it"},
		"a member":                      {[]*model.Tree{member(alone(lacking))}, true, ""},
		"a member of an item":           {[]*model.Tree{items(member(with(lacking)))}, true, "without the optional param `lacking` nothing can be written in it"},
		"an item of a member":           {[]*model.Tree{member(items(with(lacking)))}, true, "without the optional param `lacking` nothing can be written in it"},
		"nothing that was not reported": {[]*model.Tree{nil}, true, ""},
	} {
		s := scope()
		Reader{Scope: s}.CheckPlacement(tt.wordings, tt.mayBeAbsent, diag.Pos{}, "it", "")
		if got := messages(s); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func messages(s fixed) string {
	var all []string
	for _, d := range s.List.Sorted() {
		all = append(all, d.Message)
	}
	return strings.Join(all, "; ")
}

// TestCheckTree: what is constant in a tree keeps to the schema of its place.
func TestCheckTree(t *testing.T) {
	low := 2
	short := &model.Schema{Kind: model.StringKind, MaxLength: &low}
	schema := object(model.Property{Name: "s", Schema: short}, model.Property{Name: "o", Schema: short, Optional: true})
	schema.Additional = &model.Schema{Kind: model.StringKind, MinLength: &low}
	lacking := param("lacking", text)
	lacking.Optional = true
	hole := &model.Tree{Param: param("p", text)}
	of := func(s string) *model.Tree { return constantTree(values.Text(s)) }
	tree := func(of ...any) *model.Tree {
		t := &model.Tree{Kind: model.ObjectValue}
		for i := 0; i < len(of); i += 2 {
			t.Members = append(t.Members, model.TreeMember{Name: of[i].(string), Tree: of[i+1].(*model.Tree)})
		}
		return t
	}
	items := func(ts ...*model.Tree) *model.Tree { return &model.Tree{Kind: model.ArrayValue, Items: ts} }
	for name, tt := range map[string]struct {
		t    *model.Tree
		s    *model.Schema
		want string
	}{
		"a constant":                      {of("ab"), short, ""},
		"a long one":                      {of("abc"), short, "`abc` is longer than 2 characters"},
		"a number as text":                {&model.Tree{Kind: model.NumberValue, Number: "100"}, short, "`100` is longer than 2 characters"},
		"a param":                         {hole, short, ""},
		"an item beside a param":          {items(hole, of("abc")), &model.Schema{Kind: model.ArrayKind, Items: short}, "`abc` is longer than 2 characters"},
		"items of an alternative":         {items(hole, of("abc")), &model.Schema{Kind: model.OneOfKind, OneOf: []*model.Schema{whole, {Kind: model.ArrayKind, Items: short}}}, "`abc` is longer than 2 characters"},
		"members":                         {tree("s", hole, "o", of("ab"), "z", of("abc")), schema, ""},
		"a member beside a param":         {tree("s", hole, "o", of("abc")), schema, "`abc` is longer than 2 characters"},
		"a further member":                {tree("s", hole, "z", of("a")), schema, "`a` is shorter than 2 characters"},
		"a required member":               {tree("o", hole), schema, "the object has no member `s`, which is required"},
		"a required one that may lack":    {tree("s", &model.Tree{Param: lacking}), schema, "without the optional param `lacking` nothing can be written in the required member `s`"},
		"an optional one that may lack":   {tree("s", hole, "o", &model.Tree{Param: lacking}), schema, ""},
		"members that the schema ignores": {tree("s", hole, "z", of("abc")), object(schema.Properties[0]), ""},
		"nothing":                         {nil, short, ""},
	} {
		s := scope()
		r := Reader{s, &schemas.Literals{Reporter: s.Reporter, Checker: values.NewChecker()}}
		r.CheckTree(tt.t, tt.s, diag.Pos{})
		if got := messages(s); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestProblems: what is said of a value that cannot be used.
func TestProblems(t *testing.T) {
	for _, tt := range []struct {
		text   string
		schema *model.Schema
		want   string
	}{
		{"a } b", text, "the text `a } b` has a } without its {"},
		{"a { b", text, "the text `a { b` has a { without its }"},
		{"{}", text, "the text `{}` has {} without a name"},
		{"{gone}", text, "param `gone` can be null, which the place cannot"},
		{"{gone}", orNull(whole), "param `gone` is text or null, where the schema wants an integer or null"},
		{"{who}", whole, "param `who` is text, where the schema wants an integer"},
		{"{title}", whole, "the field's value is text, where the schema wants an integer"},
		{"x {gone}", text, "param `gone` can be null, which cannot stand in a text"},
		{"x {tags}", text, "param `tags` is a list, and only scalars can stand in a text"},
	} {
		s := scope()
		Reader{s, &schemas.Literals{Reporter: s.Reporter, Checker: values.NewChecker()}}.Trees(plain(tt.text), tt.schema)
		if got := messages(s); got != tt.want {
			t.Errorf("%s: %s", tt.text, got)
		}
	}
	s := scope()
	AsForms(s.Reporter, &load.Schema{As: []load.Text{{S: "{"}, {S: "{_}{}"}}}, text)
	if got, want := messages(s), "the form `{` has a { without its }; the form `{_}{}` has two placeholders with nothing between them"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNames: what a text names, and whether a name is all of it.
func TestNames(t *testing.T) {
	for text, want := range map[string][]string{"": nil, "a": nil, "{a}": {"a"}, "{a} {b}{a}": {"a", "b", "a"}} {
		parsed, _ := Parse(text)
		if !slices.Equal(parsed.Names(), want) {
			t.Errorf("%s: %v", text, parsed.Names())
		}
		if name, ok := parsed.Alone(); ok != (text == "{a}") || ok && name != "a" {
			t.Errorf("%s: alone %q, %t", text, name, ok)
		}
	}
}
