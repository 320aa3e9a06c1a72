package identity

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func form(parts ...string) model.AsForm {
	var f model.AsForm
	for _, p := range parts {
		f.Parts = append(f.Parts, model.AsPart{Literal: p, Value: p == ""})
	}
	return f
}

// TestFormsAreExact: what the first form writes is read by it if it has more literal
// text than the others.
func TestFormsAreExact(t *testing.T) {
	for name, tt := range map[string]struct {
		forms []model.AsForm
		want  bool
	}{
		"no form":         {nil, true},
		"one":             {[]model.AsForm{form("urn:", "")}, true},
		"a shorter one":   {[]model.AsForm{form("urn:", ""), form("u:", "")}, true},
		"one as long":     {[]model.AsForm{form("ab", ""), form("", "cd")}, false},
		"a longer one":    {[]model.AsForm{form("a", ""), form("b", "", "c")}, false},
		"a longer third":  {[]model.AsForm{form("ab", ""), form("a", ""), form("abc", "")}, false},
		"the bare value":  {[]model.AsForm{form("a", ""), form("")}, true},
		"the value first": {[]model.AsForm{form(""), form("")}, false},
	} {
		if got := formsAreExact(tt.forms); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestPlainInHeader: values that a header gives back as they are.
func TestPlainInHeader(t *testing.T) {
	enum := func(vs ...string) model.Schema {
		s := model.Schema{Kind: model.StringKind}
		for _, v := range vs {
			s.Enum = append(s.Enum, model.Value{Kind: model.StringValue, Text: v})
		}
		return s
	}
	pattern := func(p string) model.Schema { return model.Schema{Kind: model.StringKind, Pattern: p} }
	for name, tt := range map[string]struct {
		s    model.Schema
		want bool
	}{
		"an integer":                 {model.Schema{Kind: model.IntegerKind}, true},
		"a boolean":                  {model.Schema{Kind: model.BooleanKind}, true},
		"an integer or null":         {model.Schema{Kind: model.IntegerKind, Nullable: true}, true},
		"a word or null":             {model.Schema{Kind: model.StringKind, Nullable: true, Enum: enum("a").Enum}, false},
		"a union":                    {*schemaOf['u'], false},
		"a list":                     {model.Schema{Kind: model.ArrayKind}, false},
		"a text":                     {model.Schema{Kind: model.StringKind}, false},
		"a word":                     {pattern("[a-z]+"), true},
		"a word or nothing":          {pattern("[a-z]*"), false},
		"all that can be seen":       {pattern("[!-~]"), true},
		"a space":                    {pattern("[ -~]"), false},
		"a control character":        {pattern("[!-\\x7f]"), false},
		"anything":                   {pattern(".+"), false},
		"an enum":                    {enum("a", "b c", "é"), true},
		"an enum of one":             {enum("a"), true},
		"an enum with nothing":       {enum("a", ""), false},
		"an enum with a space ahead": {enum("a", " b"), false},
		"an enum with a tab behind":  {enum("a", "b\t"), false},
		"an enum with a line end":    {enum("a\nb"), false},
		"a pattern beside an enum":   {model.Schema{Kind: model.StringKind, Pattern: "[a-z]+", Enum: enum(" ").Enum}, false},
	} {
		if got := plainInHeader(&model.Param{Schema: &tt.s}); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestReasonRecovers: a close reason is never cut if it is bounded.
func TestReasonRecovers(t *testing.T) {
	const longest = len("-9223372036854775808")
	for name, tt := range map[string]struct {
		texts string
		want  bool
	}{
		"short":                         {"n {i}", true},
		"as long as a frame has room":   {strings.Repeat("x", model.MaxReason-longest) + "{i}", true},
		"longer":                        {strings.Repeat("x", model.MaxReason-longest+1) + "{i}", false},
		"with a status":                 {strings.Repeat("x", model.MaxReason-longest-4) + "{$status} {i}", true},
		"longer with a status":          {strings.Repeat("x", model.MaxReason-longest-3) + "{$status} {i}", false},
		"two integers":                  {strings.Repeat("x", model.MaxReason-2*longest-1) + "{i} {i2}", true},
		"longer with two integers":      {strings.Repeat("x", model.MaxReason-2*longest) + "{i} {i2}", false},
		"a text of any length":          {"n {i} {w}", false},
		"the code":                      {"{i} {$code}", false},
		"two wordings":                  {"n {i}|n", false},
		"what can be taken in two ways": {"{i} {s} {s2}", false},
		"without it":                    {"n", false},
	} {
		params := map[string]*model.Param{}
		p := paramOf("i", params)
		var texts []*model.Template
		for _, text := range strings.Split(tt.texts, "|") {
			texts = append(texts, parse(text, params))
		}
		if got := reasonRecovers(texts, p); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
		e := &model.Entry{Params: []*model.Param{p}, Close: &model.Close{Reason: texts}}
		if MarkRecoverable(&model.Catalog{Entries: []*model.Entry{e}}); p.Recoverable != tt.want {
			t.Errorf("%s: of an entry: %t", name, p.Recoverable)
		}
	}
	if p := paramOf("i", map[string]*model.Param{}); (carriers{}).recovers(&model.Entry{}, p) {
		t.Error("an entry of which nothing is written")
	}
}

// An envelope with a field in the body, one in a header and one in an item, for the
// tests of what a place does to a param.
type places3 struct {
	env                            *model.Envelope
	body, header, item, more, code *model.Field
	bodyNode, headerNode, moreNode *model.Node
	itemNode, codeNode             *model.Node
}

func newPlaces() *places3 {
	x := &places3{env: &model.Envelope{Kind: model.JSONBody, HasCode: true}}
	at := func(name string, isHeader bool) (*model.Field, *model.Node) {
		f := &model.Field{Name: name, Envelope: x.env, Header: isHeader}
		return f, &model.Node{Kind: model.FieldNode, Name: name, Field: f}
	}
	x.body, x.bodyNode = at("body", false)
	x.header, x.headerNode = at("header", true)
	x.item, x.itemNode = at("item", false)
	x.more, x.moreNode = at("more", false)
	x.code, x.codeNode = at("code", false)
	x.more.Map = true
	x.env.CodeField = x.code
	x.env.Headers = []*model.Node{x.headerNode}
	x.env.Body = &model.Node{Members: []*model.Node{x.bodyNode, x.codeNode, {Kind: model.RepeatedNode, Item: x.itemNode}}, Additional: x.moreNode}
	return x
}

// marked is whether a param of an entry of the envelope is recoverable.
func (x *places3) marked(e *model.Entry, p *model.Param) bool {
	e.Envelope, e.Params = x.env, []*model.Param{p}
	p.Recoverable = true
	MarkRecoverable(&model.Catalog{Envelopes: []*model.Envelope{x.env}, Entries: []*model.Entry{e}})
	return p.Recoverable
}

// TestMarkRecoverable: what the places of a param do to it.
func TestMarkRecoverable(t *testing.T) {
	two := []model.AsForm{form(""), form("u:", "")}
	fill := func(f *model.Field, ts ...*model.Tree) *model.Fill { return &model.Fill{Field: f, Wordings: ts} }
	for name, tt := range map[string]struct {
		of   func(x *places3, p *model.Param) *model.Entry
		want string // params of the table that are recoverable
	}{
		"nowhere": {func(*places3, *model.Param) *model.Entry { return &model.Entry{} }, ""},
		"alone in the body": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, "s i w l"},
		"in a text": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.body, inText(p))}}
		}, "s i w l"},
		"in a text of another envelope": {func(x *places3, p *model.Param) *model.Entry {
			other := &model.Field{Envelope: &model.Envelope{}}
			return &model.Entry{Fills: []*model.Fill{fill(other, inText(p))}}
		}, ""},
		"alone, but in two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.bodyNode.As = two
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, ""},
		"one of its places has two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.itemNode.Field, x.itemNode.As = x.body, two
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, ""},
		"the first of its places has two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.bodyNode.As, x.itemNode.Field = two, x.body
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, ""},
		"in a header": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.header, &model.Tree{Param: p})}}
		}, "i w"},
		"a header is one of its places": {func(x *places3, p *model.Param) *model.Entry {
			x.headerNode.Field = x.body
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, "i w"},
		"alone in the body, whatever the header does": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.header, &model.Tree{Param: p}), fill(x.body, &model.Tree{Param: p})}}
		}, "s i w l"},
		"in a header, whatever the text does": {func(x *places3, p *model.Param) *model.Entry {
			x.bodyNode.As = two
			return &model.Entry{Fills: []*model.Fill{fill(x.header, &model.Tree{Param: p}), fill(x.body, inText(p))}}
		}, "i w"},
		"twice in texts, once in two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.bodyNode.As = two
			return &model.Entry{Fills: []*model.Fill{fill(x.body, inText(p)), fill(x.item, inText(p))}}
		}, ""},
		"in a text body": {func(x *places3, p *model.Param) *model.Entry {
			x.env.Kind = model.TextBody
			return &model.Entry{Fills: []*model.Fill{fill(x.item, inText(p))}}
		}, "i w"},
		"a further member": {func(x *places3, p *model.Param) *model.Entry {
			p.In = []*model.Field{x.more}
			return &model.Entry{}
		}, "s i w l"},
		"a further member of another envelope": {func(x *places3, p *model.Param) *model.Entry {
			p.In = []*model.Field{{Envelope: &model.Envelope{}}}
			return &model.Entry{}
		}, ""},
		"all further members": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.more, &model.Tree{Param: p})}}
		}, ""},
		"within further members": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Fills: []*model.Fill{fill(x.more, &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{{Name: "m", Tree: &model.Tree{Param: p}}}})}}
		}, "s i w l"},
		"within further members that have two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.moreNode.As = two
			return &model.Entry{Fills: []*model.Fill{fill(x.more, &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{{Name: "m", Tree: &model.Tree{Param: p}}}})}}
		}, ""},
		"the code": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Code: &model.Code{Template: inText(p).Template}}
		}, "s i w l"},
		"the code in two ways": {func(x *places3, p *model.Param) *model.Entry {
			x.codeNode.As = two
			return &model.Entry{Code: &model.Code{Template: inText(p).Template}}
		}, ""},
		"a code that can be taken in two ways": {func(x *places3, p *model.Param) *model.Entry {
			t := inText(p).Template
			t.Parts = append(t.Parts, model.Part{Literal: "7"}, model.Part{Kind: model.CodePart})
			return &model.Entry{Code: &model.Code{Template: t}}
		}, "w"},
		"a code that is not written": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Code: &model.Code{Template: inText(p).Template}, Fills: []*model.Fill{{Field: x.code, Omit: true}}}
		}, ""},
		"a code without a place": {func(x *places3, p *model.Param) *model.Entry {
			x.env.HasCode = false
			return &model.Entry{Code: &model.Code{Template: inText(p).Template}}
		}, ""},
		"a code in a header": {func(x *places3, p *model.Param) *model.Entry {
			x.code.Header = true
			x.env.Headers, x.codeNode.Field = []*model.Node{{Field: x.code}}, nil
			return &model.Entry{Code: &model.Code{Template: inText(p).Template}}
		}, "i w"},
		"an added header": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Headers: []*model.HeaderFill{{Lines: []*model.Header{{Wordings: []*model.Tree{inText(p)}}}}}}
		}, "i w"},
		"an added header of two lines": {func(x *places3, p *model.Param) *model.Entry {
			return &model.Entry{Headers: []*model.HeaderFill{{Lines: []*model.Header{{Wordings: []*model.Tree{inText(p)}}, {}}}}}
		}, ""},
		"an added header in two ways": {func(x *places3, p *model.Param) *model.Entry {
			t := &model.Tree{Kind: model.StringValue, Template: parse("{s2} {x} {s3}", map[string]*model.Param{"x": p, "s2": {Schema: schemaOf['s']}, "s3": {Schema: schemaOf['s']}})}
			return &model.Entry{Headers: []*model.HeaderFill{{Lines: []*model.Header{{Wordings: []*model.Tree{t}}}}}}
		}, ""},
		"private": {func(x *places3, p *model.Param) *model.Entry {
			p.Private = true
			return &model.Entry{Fills: []*model.Fill{fill(x.body, &model.Tree{Param: p})}}
		}, ""},
	} {
		got := ""
		for _, letter := range "siwl" {
			x, p := newPlaces(), &model.Param{Name: string(letter), Schema: schemaOf[byte(letter)]}
			if x.marked(tt.of(x, p), p) {
				got += " " + p.Name
			}
		}
		if strings.TrimSpace(got) != tt.want {
			t.Errorf("%s: got%s, want %s", name, got, tt.want)
		}
	}
}

// inText is a text with a param between literals.
func inText(p *model.Param) *model.Tree {
	return &model.Tree{Kind: model.StringValue, Template: &model.Template{Parts: []model.Part{{Literal: "a "}, {Kind: model.ParamPart, Param: p}}}}
}

// TestErrorsAreNotRecovered: errors of another envelope, alone or in a list.
func TestErrorsAreNotRecovered(t *testing.T) {
	nested := &model.Schema{Kind: model.ErrorKind}
	for _, tt := range []struct {
		s    *model.Schema
		want bool
	}{
		{nested, true}, {&model.Schema{Kind: model.ArrayKind, Items: nested}, true},
		{&model.Schema{Kind: model.ArrayKind, Items: schemaOf['s']}, false}, {schemaOf['l'], false}, {schemaOf['s'], false},
	} {
		x, p := newPlaces(), &model.Param{Schema: tt.s}
		e := &model.Entry{Fills: []*model.Fill{{Field: x.body, Wordings: []*model.Tree{{Param: p}}}}}
		if tt.s.HoldsErrors() != tt.want || x.marked(e, p) == tt.want {
			t.Errorf("%+v holds errors: %t", tt.s, !tt.want)
		}
	}
}
