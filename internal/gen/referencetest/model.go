// Package referencetest has the catalog, made by hand, and the texts to which everything is
// held that shows a catalog to readers.
package referencetest

import "github.com/seed-1b9d9f04/errgen/internal/model"

// The catalog is one of everything that a document can show, made by hand so that every
// text of it can be replaced by a hostile one.

func ref[T any](v T) *T { return &v }

func textOf(s string) *model.Value { return &model.Value{Kind: model.StringValue, Text: s} }
func numberOf(s string) *model.Value {
	return &model.Value{Kind: model.NumberValue, Text: s}
}

func literalPart(s string) model.Part { return model.Part{Literal: s} }
func paramPart(p *model.Param) model.Part {
	return model.Part{Kind: model.ParamPart, Param: p}
}

func templateOf(parts ...model.Part) *model.Template { return &model.Template{Parts: parts} }

func textTree(parts ...model.Part) *model.Tree {
	return &model.Tree{Kind: model.StringValue, Template: templateOf(parts...)}
}

func single(status int) model.StatusSet { return model.StatusSet{{Lo: status, Hi: status}} }

// Everything is a catalog that has each kind of thing at least once.
func Everything() *model.Catalog {
	c := &model.Catalog{
		File: "spec/depot.yaml", Package: "depot", Title: "Depot errors",
		Description: "What can go wrong.\n\nIn two paragraphs:\n- a list\n- of two", Docs: "https://depot.example/errors",
		Sources: []*model.Source{
			{ID: "page", Title: "Errors", URL: "https://depot.example/docs?a=1&b=(2)", Date: "2024-05-01", Description: "The page."},
			{ID: "mail", File: "mail.txt"},
		},
		HasClose: true,
	}
	c.Types = namedTypes()
	c.Envelopes = envelopes(c.Types)
	c.Entries = entries(c)
	connect(c)
	return c
}

// namedTypes are an object, an enum, a union, a one-of, an array and a map.
func namedTypes() []*model.Type {
	str := &model.Schema{Kind: model.StringKind, Description: "A text."}
	reason := &model.Type{
		Name: "reason", GoName: "Reason", Description: "Why.",
		Schema:    &model.Schema{Kind: model.StringKind, Enum: []model.Value{*textOf("late"), *textOf("lost")}},
		Constants: []model.EnumConst{{GoName: "ReasonLate", Value: "late"}, {GoName: "ReasonLost", Value: "lost"}},
	}
	step := &model.Type{
		Name: "Step", GoName: "Step",
		Schema: &model.Schema{Kind: model.UnionKind, Union: []model.Kind{model.StringKind, model.IntegerKind}, Nullable: true},
		Alternatives: []model.Alternative{
			{GoName: "AsString", NewFunc: "StepString", Go: model.GoType{Kind: model.GoString}},
			{GoName: "AsInteger", NewFunc: "StepInteger", Go: model.GoType{Kind: model.GoInt64}},
		},
	}
	path := &model.Type{Name: "Path", GoName: "Path", Schema: &model.Schema{
		Kind: model.ArrayKind, MinItems: ref(1), MaxItems: ref(9), Items: namedSchema(step),
	}}
	labels := &model.Type{Name: "Labels", GoName: "Labels", Schema: &model.Schema{Kind: model.MapKind, Additional: str}}
	issue := &model.Type{Name: "Issue", GoName: "Issue", Description: "What is wrong.", More: "More", Schema: &model.Schema{
		Kind: model.ObjectKind, Additional: str,
		Properties: []model.Property{
			{Name: "path", GoName: "Path", Schema: namedSchema(path), Go: named(path)},
			{Name: "why", GoName: "Why", Schema: namedSchema(reason), Go: named(reason)},
			{
				Name: "size", GoName: "Size", Optional: true, Go: model.GoType{Kind: model.GoInt64, Pointers: 1},
				Schema: &model.Schema{
					Kind: model.IntegerKind, Minimum: "1", ExclMaximum: "100", Sensitive: true,
					Description: "How large.", Example: numberOf("7"), Go: model.GoType{Kind: model.GoInt64},
				},
			},
		},
	}}
	detail := &model.Type{GoName: "Detail", Schema: &model.Schema{
		Kind: model.OneOfKind, OneOf: []*model.Schema{str, {Kind: model.RefKind, Ref: issue, Go: named(issue)}},
	}, Alternatives: []model.Alternative{
		{GoName: "String", Go: model.GoType{Kind: model.GoString, Pointers: 1}},
		{GoName: "Issue", Go: model.GoType{Kind: model.GoNamed, Named: issue, Pointers: 1}},
	}}
	return []*model.Type{reason, step, path, labels, issue, detail}
}

func named(t *model.Type) model.GoType { return model.GoType{Kind: model.GoNamed, Named: t} }

func namedSchema(t *model.Type) *model.Schema {
	return &model.Schema{Kind: model.RefKind, Ref: t, Go: named(t), Description: "Of type " + t.GoName + "."}
}

// envelopes are one of JSON with all kinds of nodes, one repeated, one of text,
// and one within others.
func envelopes(types []*model.Type) []*model.Envelope {
	field := func(name string, s *model.Schema) *model.Node {
		return &model.Node{Kind: model.FieldNode, Name: name, Schema: s, Field: &model.Field{Name: name, Schema: s}}
	}
	str := func(description string) *model.Schema {
		return &model.Schema{Kind: model.StringKind, Description: description, MinLength: ref(1), MaxLength: ref(80), Pattern: "[a-z|]+"}
	}
	extra := field("", &model.Schema{Kind: model.MapKind, Additional: &model.Schema{}})
	extra.Field.Map, extra.Field.Name = true, "extra"
	request := &model.Exchange{Name: "request", GoName: "Request", Schema: str("")}
	header := field("X-Depot", str("Which depot."))
	header.Field.Header = true
	inner := &model.Envelope{Name: "Inner", Kind: model.JSONBody, MediaType: "application/json", Part: true, Body: field("text", str(""))}
	problem := &model.Envelope{
		Name: "Problem", Description: "The usual.", MediaType: "application/problem+json", Kind: model.JSONBody,
		Status:  model.StatusSet{{Lo: 400, Hi: 499}, {Lo: 500, Hi: 503}},
		Headers: []*model.Node{header, {Kind: model.ExchangeNode, Name: "X-Request", Exchange: request, Schema: request.Schema, Optional: true}},
		Body: &model.Node{Kind: model.ObjectNode, Schema: &model.Schema{Description: "The body."}, Additional: extra, Members: []*model.Node{
			{Kind: model.ConstNode, Name: "kind", Schema: str("Says what it is."), Const: textOf("error")},
			{Kind: model.CodeNode, Name: "a/b~c", Schema: str("The code."), As: []model.AsForm{
				{Parts: []model.AsPart{{Literal: "urn:depot:"}, {Value: true}}}, {Parts: []model.AsPart{{Any: true}, {Literal: "#"}, {Value: true}}},
			}},
			{Kind: model.StatusNode, Name: "status", Schema: &model.Schema{Kind: model.IntegerKind}},
			field("text", str("What happened.")),
			{Kind: model.ObjectNode, Name: "meta", Optional: true, Members: []*model.Node{
				field("detail", &model.Schema{Kind: model.OneOfKind, Go: named(types[5])}),
				field("cause", &model.Schema{Kind: model.ErrorKind, ErrorOf: inner}),
				{Kind: model.ExchangeNode, Name: "trace", Exchange: request, Schema: request.Schema, Sensitive: true, Alias: true},
			}},
		}},
	}
	listed := &model.Envelope{
		Name: "List", Kind: model.JSONBody, MediaType: "application/json", Status: single(400),
		Body: &model.Node{Kind: model.ObjectNode, Members: []*model.Node{{Kind: model.RepeatedNode, Name: "errors", Item: field("text", str(""))}}},
	}
	listed.Repeated = listed.Body.Members[0]
	plain := &model.Envelope{Name: "Plain", Kind: model.TextBody, MediaType: "text/plain", Status: single(502), Body: field("text", str(""))}
	plain.Body.Name = ""
	empty := &model.Envelope{Name: "Empty", Status: single(410)}
	return []*model.Envelope{problem, listed, plain, empty, inner}
}
