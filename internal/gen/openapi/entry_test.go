package openapi

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// bodyCase is an entry of one envelope and bodies that it writes or does not.
type bodyCase struct {
	name           string
	body           *model.Node
	entry          model.Entry
	accept, reject []string
}

// An entry's schema takes what the entry can write, and not what it cannot.
func TestEntryBodies(t *testing.T) {
	for _, test := range append(scalarCases(), treeCases()...) {
		t.Run(test.name, func(t *testing.T) {
			for _, o := range []Options{{}, {OpenAPI31: true}} {
				env := jsonEnvelope("E", test.body)
				e := test.entry
				e.Name, e.Reads = "Subject", []*model.Envelope{env}
				printed, doc := emit(t, catalog("bodies", []*model.Envelope{env}, &e), o)
				// check wraps values in an array.
				s := &openapi3.Schema{Type: &openapi3.Types{"array"}, Items: doc.Components.Schemas["BodiesSubjectError"]}
				check(t, o, s, test.accept, true, printed)
				check(t, o, s, test.reject, false, printed)
			}
		})
	}
}

func scalarCases() []bodyCase {
	text, also := fieldNode("text", str()), optional(fieldNode("also", str()))
	count := optional(fieldNode("count", integer()))
	name := &model.Param{Name: "name", Schema: str()}
	days := &model.Param{Name: "days", Schema: &model.Schema{Kind: model.IntegerKind, Minimum: "1"}}
	maybe := &model.Param{Name: "maybe", Schema: integer(), Optional: true}
	preset := &model.Param{Name: "preset", Schema: integer(), Optional: true, Default: numberValue("3")}
	kind := &model.Param{Name: "kind", Schema: &model.Schema{Kind: model.StringKind, Enum: values("a.b", "c|d")}}
	id := &model.Param{Name: "id", Schema: &model.Schema{Kind: model.StringKind, Pattern: "^[a-f]{2}$"}}
	bounded := fieldNode("text", &model.Schema{Kind: model.StringKind, MaxLength: ptr(3)})
	openBounded, openParam := open(bounded)
	digits := fieldNode("n", str())
	form := []model.AsForm{
		{Parts: []model.AsPart{{Literal: "urn:x:"}, {Value: true}}},
		{Parts: []model.AsPart{{Any: true}, {Literal: "#"}, {Value: true}}},
	}
	coded := codeLeaf("code", str())
	coded.As = form
	formed := fieldNode("days", integer())
	formed.As = form
	without := optional(codeLeaf("code", str()))
	without.Field = &model.Field{Name: "code"}
	union := &model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind}}

	return []bodyCase{
		{"constant text", object(text), model.Entry{Fills: []*model.Fill{fill(text, textTree("Gone."))}},
			[]string{`{"text":"Gone."}`, `{"text":"Gone.","unknown":1}`}, []string{`{"text":"gone."}`, `{}`}},
		{"template", object(text), model.Entry{Fills: []*model.Fill{fill(text, textTree("{name} (+{days}).", name, days))}},
			[]string{`{"text":"x (+5)."}`, `{"text":"a\nb (+-5)."}`, `{"text":" (+5)."}`}, []string{`{"text":"x (+05)."}`, `{"text":"x (+5)"}`, `{"text":"x (5)."}`}},
		{"template of enum and pattern", object(text), model.Entry{Fills: []*model.Fill{fill(text, textTree("<{kind}{id}>", kind, id))}},
			[]string{`{"text":"<a.bff>"}`, `{"text":"<c|dab>"}`}, []string{`{"text":"<axbff>"}`, `{"text":"<cff>"}`, `{"text":"<a.bf>"}`}},
		{"wordings", object(text), model.Entry{Fills: []*model.Fill{fill(text, textTree("Wait {maybe}.", maybe), textTree("Wait."))}},
			[]string{`{"text":"Wait 3."}`, `{"text":"Wait."}`}, []string{`{"text":"Wait x."}`, `{}`}},
		{"wordings without params", object(text), model.Entry{Fills: []*model.Fill{fill(text, textTree("A"), textTree("B"))}},
			[]string{`{"text":"A"}`, `{"text":"B"}`}, []string{`{"text":"AB"}`}},
		{"param", object(text), model.Entry{Fills: []*model.Fill{fill(text, &model.Tree{Param: kind})}},
			[]string{`{"text":"a.b"}`}, []string{`{"text":"x"}`}},
		{"second place of another type", object(text, digits), model.Entry{Fills: []*model.Fill{fill(text, &model.Tree{Param: days, AsText: true}), fill(digits, &model.Tree{Kind: model.NumberValue, Number: "7"})}},
			[]string{`{"text":"7","n":"7"}`}, []string{`{"text":"7","n":7}`}},
		{"number made of the status", object(count), model.Entry{Fills: []*model.Fill{fill(count, &model.Tree{Kind: model.NumberValue, Template: &model.Template{Parts: []model.Part{{Kind: model.StatusPart}}}})}},
			[]string{`{"count":404}`}, []string{`{"count":"404"}`, `{}`}},
		{"param as text", object(text), model.Entry{Fills: []*model.Fill{fill(text, &model.Tree{Param: days, AsText: true})}},
			[]string{`{"text":"7"}`}, []string{`{"text":7}`, `{"text":"x"}`}},
		{"open field keeps the leaf's bounds", object(bounded), model.Entry{Fills: []*model.Fill{openBounded}, Params: []*model.Param{openParam}},
			[]string{`{"text":"abc"}`}, []string{`{"text":"abcd"}`}},
		{"filled field has its own", object(bounded), model.Entry{Fills: []*model.Fill{fill(bounded, textTree("No {name}.", name))}},
			[]string{`{"text":"No milk."}`}, []string{`{"text":"abc"}`}},
		{"optional param", object(count), model.Entry{Fills: []*model.Fill{fill(count, &model.Tree{Param: maybe})}},
			[]string{`{}`, `{"count":1}`}, []string{`{"count":"1"}`}},
		{"optional param with a default", object(count), model.Entry{Fills: []*model.Fill{fill(count, &model.Tree{Param: preset})}},
			[]string{`{"count":1}`}, []string{`{}`}},
		{"optional leaf that is filled", object(also), model.Entry{Fills: []*model.Fill{fill(also, textTree("x"))}},
			[]string{`{"also":"x"}`}, []string{`{}`}},
		{"omitted", object(text, also), model.Entry{Fills: []*model.Fill{fill(text, textTree("x")), {Field: also.Field, Omit: true}}},
			[]string{`{"text":"x"}`}, []string{`{}`}},
		{"code of an integer leaf", object(codeLeaf("code", integer())), model.Entry{Code: code("-2000")},
			[]string{`{"code":-2000}`}, []string{`{"code":"-2000"}`, `{"code":1}`, `{}`}},
		{"code of digits", object(codeLeaf("code", str())), model.Entry{Code: code("0100")},
			[]string{`{"code":"0100"}`}, []string{`{"code":100}`, `{"code":"100"}`}},
		{"code of a union", object(codeLeaf("code", union)), model.Entry{Code: code("7")},
			[]string{`{"code":"7"}`}, []string{`{"code":7}`}},
		{"numeric code of a union", object(codeLeaf("code", union)), model.Entry{Code: &model.Code{Template: template("7"), Number: true}},
			[]string{`{"code":7}`}, []string{`{"code":"7"}`, `{"code":8}`}},
		{"numeric code where no number may stand", object(codeLeaf("code", &model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.BooleanKind}})),
			model.Entry{Code: &model.Code{Template: template("7"), Number: true}}, []string{`{"code":"7"}`}, []string{`{"code":7}`}},
		{"optional code", object(optional(codeLeaf("code", str()))), model.Entry{Code: code("X")}, []string{`{"code":"X"}`}, []string{`{}`}},
		{"no code", object(optional(codeLeaf("code", str()))), model.Entry{}, []string{`{}`}, []string{`{"code":1}`}},
		{"code omitted", object(without), model.Entry{Code: code("X"), Fills: []*model.Fill{{Field: without.Field, Omit: true}}}, []string{`{}`}, nil},
		{"code template", object(codeLeaf("code", str())), model.Entry{Code: code("RETRY_{days}", days)},
			[]string{`{"code":"RETRY_8"}`}, []string{`{"code":"RETRY_08"}`, `{"code":"RETRY_"}`}},
		{"numeric code template", object(codeLeaf("code", integer())), model.Entry{Code: code("40{days}", days)},
			[]string{`{"code":407}`}, []string{`{"code":"407"}`}},
		{"any code", object(codeLeaf("code", str())), model.Entry{Code: code("{kind}", kind)}, []string{`{"code":"a.b"}`}, []string{`{"code":"x"}`}},
		{"code in a form", object(coded), model.Entry{Code: code("X.1")}, []string{`{"code":"urn:x:X.1"}`}, []string{`{"code":"X.1"}`, `{"code":"a#X.1"}`}},
		{"number in a form", object(formed), model.Entry{Fills: []*model.Fill{fill(formed, &model.Tree{Param: days})}},
			[]string{`{"days":"urn:x:5"}`}, []string{`{"days":5}`, `{"days":"urn:x:x"}`}},
		{"one status", object(statusLeaf("status")), model.Entry{Status: statuses(404)}, []string{`{"status":404}`}, []string{`{"status":400}`, `{"status":"404"}`}},
		{"statuses", object(statusLeaf("status")), model.Entry{Status: statuses(429, 503)}, []string{`{"status":429}`, `{"status":503}`}, []string{`{"status":500}`}},
		{"status class", object(statusLeaf("status")), model.Entry{Status: class(4)}, []string{`{"status":499}`}, []string{`{"status":500}`}},
		{"status not documented", object(statusLeaf("status")), model.Entry{}, []string{`{"status":418}`}, []string{`{}`}},
		{"status as digits", object(named("status", &model.Node{Kind: model.StatusNode, Schema: str()})), model.Entry{Status: append(class(5), statuses(404)...)},
			[]string{`{"status":"404"}`, `{"status":"503"}`}, []string{`{"status":503}`, `{"status":"400"}`}},
	}
}

func treeCases() []bodyCase {
	days := &model.Param{Name: "days", Schema: &model.Schema{Kind: model.IntegerKind, Minimum: "1"}}
	maybe := &model.Param{Name: "maybe", Schema: integer(), Optional: true}
	data := fieldNode("data", &model.Schema{Kind: model.MapKind, Additional: &model.Schema{}})
	list := fieldNode("list", &model.Schema{Kind: model.ArrayKind, Items: &model.Schema{}})
	flag := fieldNode("flag", &model.Schema{Kind: model.BooleanKind})
	none := fieldNode("none", &model.Schema{Kind: model.StringKind, Nullable: true})
	inner, deep := optional(fieldNode("inner", str())), fieldNode("deep", str())
	maybeObject := optional(named("o", object(inner)))
	text, textParam := open(deep)
	more := optional(fieldNode("more", &model.Schema{Kind: model.MapKind, Additional: integer()}))
	more.Field.Map = true
	withMore := object(fieldNode("a", str()))
	withMore.Additional = more
	parcel := &model.Param{Name: "parcel", Schema: str(), In: []*model.Field{more.Field}}
	openMore, moreParam := open(more)
	within := optional(named("o", object()))
	within.Additional = more
	withinToo := optional(named("o", object(deep)))
	withinToo.Additional = more
	trace := &model.Node{Kind: model.ExchangeNode, Name: "trace", Schema: &model.Schema{Kind: model.StringKind, Format: "uuid", MinLength: ptr(36)}}

	return []bodyCase{
		{"object", object(data), model.Entry{Fills: []*model.Fill{fill(data, &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{
			{Name: "days", Tree: &model.Tree{Param: days}}, {Name: "maybe", Tree: &model.Tree{Param: maybe}}, {Name: "t", Tree: textTree("after {days}", days)},
		}})}}, []string{`{"data":{"days":5,"t":"after 5"}}`, `{"data":{"days":5,"maybe":1,"t":"after 5"}}`}, []string{`{"data":{"days":0,"t":"after 5"}}`, `{"data":{"t":"after 5"}}`, `{"data":{"days":5,"t":"5"}}`}},
		{"empty object", object(data), model.Entry{Fills: []*model.Fill{fill(data, &model.Tree{Kind: model.ObjectValue})}}, []string{`{"data":{}}`}, []string{`{}`, `{"data":[]}`}},
		{"array", object(list), model.Entry{Fills: []*model.Fill{fill(list, &model.Tree{Kind: model.ArrayValue, Items: []*model.Tree{textTree("x"), {Kind: model.NumberValue, Number: "1"}, {Param: maybe}}})}},
			[]string{`{"list":["x",1,5]}`, `{"list":["x",1]}`}, []string{`{"list":["x"]}`, `{"list":["y",1]}`, `{"list":["x",1,2,3]}`}},
		{"empty array", object(list), model.Entry{Fills: []*model.Fill{fill(list, &model.Tree{Kind: model.ArrayValue})}}, []string{`{"list":[]}`}, []string{`{"list":[1]}`}},
		{"boolean and null", object(flag, none), model.Entry{Fills: []*model.Fill{fill(flag, &model.Tree{Kind: model.BoolValue}), fill(none, &model.Tree{})}},
			[]string{`{"flag":false,"none":null}`}, []string{`{"flag":true,"none":null}`, `{"flag":false,"none":""}`}},
		{"optional object, absent", object(maybeObject), model.Entry{Fills: []*model.Fill{{Field: inner.Field, Omit: true}}}, []string{`{}`, `{"o":{}}`}, []string{`{"o":1}`}},
		{"optional object with a text", object(optional(named("o", object(deep)))), model.Entry{Fills: []*model.Fill{text}, Params: []*model.Param{textParam}},
			[]string{`{"o":{"deep":""}}`}, []string{`{}`, `{"o":{}}`}},
		{"member of a map field", withMore, model.Entry{Params: []*model.Param{parcel}, Fills: []*model.Fill{fill(withMore.Members[0], textTree("x"))}},
			[]string{`{"a":"x","parcel":"7"}`}, []string{`{"a":"x"}`, `{"a":"x","parcel":7}`}},
		{"open map field with a member", withMore, model.Entry{Params: []*model.Param{moreParam, parcel}, Fills: []*model.Fill{openMore}},
			[]string{`{"a":"x","parcel":"7","n":1}`}, []string{`{"a":"x","parcel":"7","n":"1"}`}},
		{"map field spelt out", withMore, model.Entry{Fills: []*model.Fill{fill(more, &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{{Name: "n", Tree: &model.Tree{Kind: model.NumberValue, Number: "1"}}}})}},
			[]string{`{"a":"x","n":1,"unknown":"y"}`}, []string{`{"a":"x"}`, `{"a":"x","n":2}`}},
		{"optional object with a member of a map field", object(within), model.Entry{Params: []*model.Param{parcel}}, []string{`{"o":{"parcel":"7"}}`}, []string{`{}`, `{"o":{}}`}},
		{"optional object with a map field spelt out", object(within), model.Entry{Fills: []*model.Fill{fill(more, &model.Tree{Kind: model.ObjectValue, Members: []model.TreeMember{
			{Name: "maybe", Tree: &model.Tree{Param: maybe}}, {Name: "n", Tree: &model.Tree{Kind: model.NumberValue, Number: "1"}}, {Name: "last", Tree: &model.Tree{Param: maybe}},
		}})}}, []string{`{"o":{"n":1}}`}, []string{`{}`, `{"o":{}}`}},
		{"optional object with a map field that may be empty", object(within), model.Entry{Fills: []*model.Fill{openMore}, Params: []*model.Param{moreParam}}, []string{`{}`, `{"o":{"n":1}}`}, []string{`{"o":{"n":"1"}}`}},
		{"optional object with a text and an empty map field", object(withinToo), model.Entry{Fills: []*model.Fill{text}, Params: []*model.Param{textParam}}, []string{`{"o":{"deep":""}}`}, []string{`{}`}},
		{"exchange value that the writer lacks", object(trace), model.Entry{}, []string{`{"trace":""}`, `{"trace":"x"}`}, []string{`{}`, `{"trace":1}`}},
		{"array body", &model.Node{Kind: model.FieldNode, Schema: list.Schema, Field: list.Field}, model.Entry{Fills: []*model.Fill{fill(list, &model.Tree{Param: &model.Param{Schema: list.Schema}})}},
			[]string{`[]`, `[1]`}, []string{`{}`}},
	}
}
