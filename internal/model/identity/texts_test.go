package identity

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// The schemas of params in the tables, by the first letter of a param's name.
var schemaOf = map[byte]*model.Schema{
	's': {Kind: model.StringKind},
	'i': {Kind: model.IntegerKind},
	'n': {Kind: model.NumberKind},
	'b': {Kind: model.BooleanKind},
	'u': {Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind}},
	'w': {Kind: model.StringKind, Pattern: "[a-z]+"},
	'f': {Kind: model.StringKind, Pattern: "[a-z]{4}"},
	'a': {Kind: model.StringKind, Pattern: ".+"},
	'e': {Kind: model.StringKind, Enum: []model.Value{{Kind: model.StringValue, Text: "x"}, {Kind: model.StringValue, Text: "y z"}}},
	'g': {Kind: model.StringKind, Enum: []model.Value{{Kind: model.StringValue, Text: "x"}, {Kind: model.StringValue, Text: "x y"}}},
	'h': {Kind: model.StringKind, Enum: []model.Value{{Kind: model.StringValue, Text: "y x"}, {Kind: model.StringValue, Text: "x"}}},
	'o': {Kind: model.StringKind, Enum: []model.Value{{Kind: model.StringValue, Text: "x y"}}},
	'l': {Kind: model.ArrayKind},
}

// parse makes a template of a text: "from {i} to {$status}". Params of one name are
// one; those in capitals are optional.
func parse(text string, params map[string]*model.Param) *model.Template {
	t := &model.Template{}
	for i, piece := range strings.FieldsFunc(text, func(r rune) bool { return r == '{' || r == '}' }) {
		isHole := (i%2 == 1) != strings.HasPrefix(text, "{")
		switch {
		case !isHole:
			t.Parts = append(t.Parts, model.Part{Literal: piece})
		case piece == "$status":
			t.Parts = append(t.Parts, model.Part{Kind: model.StatusPart})
		case piece == "$code":
			t.Parts = append(t.Parts, model.Part{Kind: model.CodePart})
		default:
			t.Parts = append(t.Parts, model.Part{Kind: model.ParamPart, Param: paramOf(piece, params)})
		}
	}
	return t
}

func paramOf(name string, params map[string]*model.Param) *model.Param {
	if params[name] == nil {
		params[name] = &model.Param{Name: name, Schema: schemaOf[strings.ToLower(name)[0]], Optional: strings.ToUpper(name) == name}
	}
	return params[name]
}

// TestTemplateRecovers: which params a text gives back: those whose values begin and
// end at one place only.
func TestTemplateRecovers(t *testing.T) {
	for text, want := range map[string]string{
		"{s}":                     "s",
		"a {s} b":                 "s",
		"{s} {i}":                 "s i",
		"{i} {s}":                 "i s",
		"{s} {s2}":                "",
		"{i} {s} {i2}":            "i s i2",
		"{s} {i} {s2}":            "",
		"{i} {i2} {i3}":           "i i2 i3",
		"{i}-{s}":                 "i s", // a hyphen begins an integer, and never ends one
		"{s}-{i}":                 "",
		"{i}0{s}":                 "",
		"{s}0{i}":                 "",
		"{i}9 {s}":                "",
		"{s} 9{i}":                "",
		"{n} {s}":                 "n s",
		"{n}.{s}":                 "",
		"{n}-{s}":                 "",
		"{n}e{s}":                 "",
		"{n}+{s}":                 "",
		"{n}:{s}":                 "n s",
		"{b}:{s}":                 "b s",
		"{b}e{s}":                 "b s",
		"{s}e{b}":                 "s b",
		"{s}r{b}":                 "s b",
		"{u}":                     "",
		"{u} {i}":                 "i",
		"{w} {s}":                 "w s",
		"{w}x{s}":                 "",
		"{f}x{s}":                 "f s",
		"{a} {s}":                 "",
		"{e} {s}":                 "e s",
		"{g} {s}":                 "",
		"{g}.{s}":                 "g s",
		"{s} {h}":                 "",
		"{s}.{h}":                 "s h",
		"{o} {s}":                 "o s",
		"{$status} {s}":           "s",
		"{s} {$status}":           "s",
		"{$status} {s} {$status}": "s",
		"{$code} {s}":             "",
		"{s} {i} is {s}":          "", // both ends of the integer are in doubt
		"{s} is {s}":              "",
		"{i} {s} {i2} {s2} {i3}":  "i i3",
		"{i}, {i2}; {s}":          "i i2 s",
		"{s}: {i}, {i2}":          "s i i2",
		"{s}: {s2}, {i}":          "i",
		"{i}: {s}, {s2}":          "i",
	} {
		params := map[string]*model.Param{}
		parsed := parse(text, params)
		var got []string
		for _, p := range parsed.Params() {
			if templateRecovers(parsed, p) {
				got = append(got, p.Name)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
		if templateRecovers(parsed, &model.Param{Schema: schemaOf['s']}) {
			t.Errorf("%s gives back a param that is not in it", text)
		}
	}
}

// TestUnmistakable: values of which none ends where another one goes on.
func TestUnmistakable(t *testing.T) {
	for _, tt := range []struct {
		values, literal string
		before, want    bool
	}{
		{"a b", "-", true, true},
		{"a a-b", "-", true, false},
		{"a-b a", "-", true, false},
		{"a a-", "-", true, false},
		{"a a-b", "-", false, true},
		{"a b-a", "-", false, false},
		{"b-a a", "-", false, false},
		{"a -a", "-", false, false},
		{"a b-a", "-", true, true},
		{"ab a", "b", true, false},
		{"ab a", "bb", true, false},
		{"a ab", "bb", true, false},
		{"a ba", "bb", false, false},
		{"ab a", "bc", true, true},
		{"abb a", "b", true, false},
		{"ba a", "b", false, false},
		{"a b c-b", "-", false, false},
	} {
		if got := unmistakable(strings.Fields(tt.values), tt.literal, tt.before); got != tt.want {
			t.Errorf("%s, %q, before %t: %t", tt.values, tt.literal, tt.before, got)
		}
	}
}

// TestWordingsRecover: the alternatives of a field, of which the first that can be is
// written and each is read.
func TestWordingsRecover(t *testing.T) {
	for wordings, want := range map[string]bool{
		"{i}":                           true,
		"{s} {i} {s2}":                  false,
		"wait {I} s|wait":               true,
		"wait {I} s|for {I} h|wait":     true,
		"wait {I} s|for {I} h":          true, // with it the first is always written
		"wait {i} s|for {s}{i2}":        true, // the first is written always
		"wait {I} {S} s|for {I} h":      true,
		"wait {I} {S} s|for {I} {S2} h": false, // neither may be written
		"wait {I} s {S}|wait {I} h":     false,
		"for {I} {S}.|after {I}!":       true,
		"for {I} h {I2}.|after {I} m":   true,
		"{I}|wait":                      false, // any text may be a number's
		"wait {I} s|wait {I} h":         true,  // their ends differ
		"wait {I}|wait {S} x":           false,
		"wait {I} s|wait s":             true, // too short
		"wait {I} {S} s":                true,
		"wait {I} s {i2}|gone":          true,
		"wait {I}|wait 5":               false,
		"{L}|wait":                      false,
		"wait|wait {I} s":               false,
	} {
		params := map[string]*model.Param{}
		var ts []*model.Tree
		for _, w := range strings.Split(wordings, "|") {
			ts = append(ts, &model.Tree{Kind: model.StringValue, Template: parse(w, params)})
		}
		p := params["i"]
		if p == nil {
			p = paramOf("I", params)
		}
		if got := wordingsRecover(ts, p); got != want {
			t.Errorf("%s: %t", wordings, got)
		}
	}
	list := &model.Tree{Kind: model.ArrayValue}
	if text := (&model.Tree{Kind: model.StringValue, Template: &model.Template{}}); disjoint([]*model.Tree{list, text}) || disjoint([]*model.Tree{text, list}) {
		t.Error("a list is told from a text")
	}
}

// TestTextsDiffer: what tells two texts apart whatever stands in them.
func TestTextsDiffer(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"a {s}", "b {s}", true},
		{"a {s}", "a {s}", false},
		{"a {s}", "ab{s}", true},
		{"a{s}", "ab{s}", false},
		{"{s} a", "{s} b", true},
		{"{s} a", "{s}a", false},
		{"{s}ba", "{s}ca", true},
		{"{s}", "a", false},
		{"{s} ab", "a", true},
		{"a", "{s} ab", true},
		{"a", "b{s}", true},
		{"ab", "a{s}b", false},
		{"ab", "ab", false},
		{"a", "b", true},
		{"", "a{s}", true},
		{"", "{s}", false},
		{"{s} a", "a", true},
		{"a", "{s} a", true},
		{"a", "{s}a", false},
		{"a", "aa", false},
		{"xa", "{s}b", true},
	} {
		params := map[string]*model.Param{}
		if got := textsDiffer(parse(tt.a, params), parse(tt.b, params)); got != tt.want {
			t.Errorf("%q and %q: %t", tt.a, tt.b, got)
		}
	}
}

// TestTreeRecovers: a param within lists and objects.
func TestTreeRecovers(t *testing.T) {
	params := map[string]*model.Param{}
	p, u := paramOf("i", params), paramOf("u", params)
	alone, text := &model.Tree{Param: p}, &model.Tree{Kind: model.StringValue, Template: parse("{s} {i} {s2}", params)}
	list := func(ts ...*model.Tree) *model.Tree { return &model.Tree{Kind: model.ArrayValue, Items: ts} }
	object := func(t *model.Tree) *model.Tree {
		return &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{{Name: "m", Tree: t}}}
	}
	for name, tt := range map[string]struct {
		t    *model.Tree
		p    *model.Param
		want bool
	}{
		"nothing":                {nil, p, false},
		"alone":                  {alone, p, true},
		"another":                {alone, u, false},
		"as text":                {&model.Tree{Param: p, AsText: true}, p, true},
		"a union":                {&model.Tree{Param: u}, u, true},
		"a union as text":        {&model.Tree{Param: u, AsText: true}, u, false},
		"in a text":              {text, p, false},
		"an item":                {list(text, alone), p, true},
		"in an item":             {list(text), p, false},
		"a member":               {object(alone), p, true},
		"in a member":            {object(text), p, false},
		"an item of a member":    {object(list(alone)), p, true},
		"a member of an item":    {list(object(alone)), p, true},
		"not in a list":          {list(alone), u, false},
		"a constant is no param": {&model.Tree{Kind: model.NumberValue, Number: "1"}, p, false},
	} {
		if got := treeRecovers(tt.t, tt.p); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
		isAlone := tt.want && tt.p == p || name == "a union" || name == "a union as text"
		if got := standsAlone(tt.t, tt.p); got != isAlone {
			t.Errorf("%s: stands alone: %t", name, got)
		}
	}
	inText := &model.Tree{Kind: model.StringValue, Template: parse("{i}", params)}
	if !standsAlone(inText, p) || standsAlone(inText, u) || standsAlone(&model.Tree{Kind: model.StringValue, Template: parse("{i}.", params)}, p) {
		t.Error("all that a text is")
	}
}
