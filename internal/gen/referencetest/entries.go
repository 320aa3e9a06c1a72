package referencetest

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entries are one with every kind of param, one without any, one in several
// envelopes, one in text, one without response and one inside others.
func entries(c *model.Catalog) []*model.Entry {
	group := &model.Group{Name: "Rich", Title: "Rich errors", Description: "Those with data.", Source: c.Sources[0]}
	c.Groups = []*model.Group{group, {Name: "bare"}}
	problem, inner := c.Envelopes[0], c.Envelopes[4]

	rich := &model.Entry{
		Name: "Rich", Const: "ErrRich", TypeName: "RichError", NewFunc: "NewRich",
		Reads: []*model.Envelope{problem, c.Envelopes[1]}, Status: model.StatusSet{{Lo: 429, Hi: 429}, {Lo: 500, Hi: 599}}, StatusParam: true,
		Code: &model.Code{Template: templateOf(literalPart("D-"))}, Params: richParams(c.Types, inner),
		Description: "The parcel is gone.\n\nFor good.", Remedy: "Send another one.", DocURL: "https://depot.example/errors#rich", Source: c.Sources[0],
		Retryable: true, Stability: "stable", Tags: []string{"slow", "parcel"}, Group: group,
		Close: &model.Close{Code: 4000, Reason: []*model.Template{templateOf(literalPart("gone: "))}},
	}
	text := rich.Params[0]
	rich.Text = []*model.Template{templateOf(literalPart("Parcel "), paramPart(text), literalPart(" is gone.")), templateOf(literalPart("Gone."))}
	members := problem.Body.Members
	rich.Fills = []*model.Fill{
		{Field: problem.Headers[0].Field, Own: true, Wordings: []*model.Tree{textTree(literalPart("north"))}},
		{Field: members[3].Field, Own: true, Wordings: []*model.Tree{textTree(literalPart("Parcel "), paramPart(text)), textTree(literalPart("Gone."))}},
		{Field: problem.Body.Additional.Field, Own: true, Wordings: []*model.Tree{{Kind: model.ObjectValue, Members: []model.TreeMember{
			{Name: "id", Tree: &model.Tree{Param: text}}, {Name: "list", Tree: &model.Tree{Kind: model.ArrayValue, Items: []*model.Tree{textTree(literalPart("x"))}}},
		}}}},
	}
	rich.Headers = []*model.HeaderFill{{Name: "Retry-After", Lines: []*model.Header{{Wordings: []*model.Tree{{Param: text}}}}}}
	rich.Samples = []*model.Sample{
		{
			Envelope: problem, Status: 429, Headers: []model.SampleHeader{{Name: "Content-Type", Value: "application/problem+json"}},
			Body: []byte("{\"kind\":\"error\",\"text\":\"Parcel 7 ``` \u202e\"}"), Params: []model.SampleParam{{Param: text, Value: *textOf("7")}},
		},
		{Envelope: c.Envelopes[1], Status: 400, Body: []byte(`{"errors":["x"]}`)},
	}
	kind := &model.Entry{
		Name: "RICH", Const: "ErrRICH", TypeName: "RICHError", NewFunc: "NewRICH", Parent: rich, Reads: []*model.Envelope{c.Envelopes[2]},
		Status: single(502), Static: true, Deprecated: &model.Deprecated{Since: "1.2", Sunset: "2030-01-01", Replacement: rich},
		Samples: []*model.Sample{{Envelope: c.Envelopes[2], Status: 502, Body: []byte("Gone.\n")}}, Group: c.Groups[1],
	}
	rich.Children = []*model.Entry{kind}
	silent := &model.Entry{Name: "Silent", Const: "ErrSilent", Static: true, Close: &model.Close{Code: 1008}, Description: "Closed."}
	nested := &model.Entry{
		Name: "Nested", Const: "ErrNested", NewFunc: "NewNested", TypeName: "NestedError", Reads: []*model.Envelope{inner},
		Params:  []*model.Param{{Name: "text", GoName: "Text", ArgName: "text", Implied: true, Schema: &model.Schema{Kind: model.StringKind}, Go: model.GoType{Kind: model.GoString}}},
		Samples: []*model.Sample{{Envelope: inner, Body: []byte(`"x"`)}},
	}
	group.Entries, c.Groups[1].Entries = []*model.Entry{rich}, []*model.Entry{kind}
	return []*model.Entry{rich, kind, silent, nested}
}

// richParams are params of every Go type.
func richParams(types []*model.Type, inner *model.Envelope) []*model.Param {
	param := func(name, goName string, s *model.Schema, t model.GoType) *model.Param {
		return &model.Param{Name: name, GoName: goName, ArgName: strings.ToLower(goName[:1]) + goName[1:], Schema: s, Go: t, Description: "The " + name + ".", Example: s.Example}
	}
	object := model.Value{Kind: model.ObjectValue, Members: []model.Member{
		{Name: "path", Value: model.Value{Kind: model.ArrayValue, Items: []model.Value{*textOf("body"), *numberOf("3")}}},
		{Name: "why", Value: *textOf("late")}, {Name: "size", Value: *numberOf("7")}, {Name: "other", Value: *textOf("more")},
	}}
	ps := []*model.Param{
		param("parcel", "Parcel", &model.Schema{Kind: model.StringKind, Example: textOf("7")}, model.GoType{Kind: model.GoString}),
		param("count", "Count", &model.Schema{Kind: model.IntegerKind, Format: "int32", Enum: []model.Value{*numberOf("1"), *numberOf("2")}}, model.GoType{Kind: model.GoInt32}),
		param("ratio", "Ratio", &model.Schema{Kind: model.NumberKind, ExclMinimum: "0", Maximum: "1", Example: numberOf("0.5")}, model.GoType{Kind: model.GoFloat64}),
		param("due", "Due", &model.Schema{Kind: model.IntegerKind, Format: "unix-time", Example: numberOf("1700000000")}, model.GoType{Kind: model.GoTime}),
		param("data", "Data", &model.Schema{Kind: model.StringKind, Format: "byte", Example: textOf("aGk=")}, model.GoType{Kind: model.GoBytes}),
		param("any", "Any", &model.Schema{Example: &object}, model.GoType{Kind: model.GoAny}),
		param("issue", "Issue", &model.Schema{Kind: model.RefKind, Ref: types[4], Go: named(types[4]), Example: &object}, named(types[4])),
		param("detail", "Detail", &model.Schema{Kind: model.RefKind, Ref: types[5], Go: named(types[5]), Example: &object}, named(types[5])),
		param("cause", "Cause", &model.Schema{Kind: model.ErrorKind, ErrorOf: inner}, model.GoType{Kind: model.GoError}),
		param("wait", "Wait", &model.Schema{Kind: model.IntegerKind, Format: "seconds", Example: numberOf("30")}, model.GoType{Kind: model.GoDuration, Pointers: 1}),
		param("flag", "Flag", &model.Schema{Kind: model.BooleanKind, Nullable: true}, model.GoType{Kind: model.GoBool, Pointers: 2}),
		param("size", "Size", &model.Schema{Kind: model.IntegerKind}, model.GoType{Kind: model.GoInt64}),
		param("secret", "Secret", &model.Schema{Kind: model.StringKind}, model.GoType{Kind: model.GoString}),
	}
	for _, p := range ps[9:12] {
		p.Optional = true
	}
	ps[11].Default = numberOf("10")
	ps[12].Sensitive, ps[12].Private = true, true
	return ps
}

// connect fills in what follows from the rest, and what refers to entries.
func connect(c *model.Catalog) {
	for _, e := range c.Entries {
		for i, env := range e.Reads {
			if i == 0 {
				e.Envelope = env
			}
			env.Entries = append(env.Entries, e)
		}
	}
	rich, kind := c.Entries[0], c.Entries[1]
	for _, f := range rich.Fills {
		f.Field.Envelope = rich.Envelope
	}
	c.Fallback = kind
	c.Operations = []*model.Operation{{Name: "Send", Description: "Sends.", Method: "POST", Path: "/parcels/{id}|x", Errors: []*model.Entry{rich, kind}}}
	c.Retired = []model.Retired{{Code: "D-1", Name: "Old", Since: "1.0", Replacement: "Rich", Reason: "Renamed."}, {Code: "D-2", Replacement: "D-3"}}
	listed := func(e *model.Entry) model.Outcome { return model.Outcome{Entry: e} }
	c.Examples = []*model.Example{
		{
			Name: "both", Source: c.Sources[0], Outcomes: []model.Outcome{listed(rich), listed(kind)}, Status: 404,
			Headers: []model.SampleHeader{{Name: "X-Depot", Value: "south"}}, HasBody: true, Body: `{"a":{"b":[1,"x"]}}`,
			Corrected: []byte(`{"a":{"b":[1,"y"]}}`), Decodes: []model.Outcome{{Kind: model.UnknownOutcome}},
			Expect: []model.ExpectedParam{{Name: "parcel", Value: *textOf("7")}},
			Waivers: []model.Waiver{
				{At: "/a/b/1", Because: "It is y."}, {At: "status", Because: "It is 429."},
				{At: "header:X-Depot", Because: "It is north."}, {At: "/a/c", Because: "It is not there."},
			},
		},
		{Name: "closed", Outcomes: []model.Outcome{listed(c.Entries[2])}, Close: 1008, Reason: "bye"},
		{Name: "proxy", Outcomes: []model.Outcome{{Kind: model.UnexpectedOutcome}}, Status: 502, HasBody: true, Body: "<html>\n"},
		{Name: "fine", Outcomes: []model.Outcome{{Kind: model.NoneOutcome}}, Status: 200},
	}
}
