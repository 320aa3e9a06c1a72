package openapi

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Small helpers that make models by hand.

func str() *model.Schema     { return &model.Schema{Kind: model.StringKind} }
func integer() *model.Schema { return &model.Schema{Kind: model.IntegerKind} }

func textValue(s string) *model.Value {
	return &model.Value{Kind: model.StringValue, Text: s}
}

func numberValue(s string) *model.Value {
	return &model.Value{Kind: model.NumberValue, Text: s}
}

// object makes an object node and, for its leaves, the fields of env.
func object(members ...*model.Node) *model.Node {
	return &model.Node{Kind: model.ObjectNode, Members: members}
}

func named(name string, n *model.Node) *model.Node {
	n.Name = name
	return n
}

func optional(n *model.Node) *model.Node {
	n.Optional = true
	return n
}

func constNode(name, text string) *model.Node {
	return &model.Node{Kind: model.ConstNode, Name: name, Schema: str(), Const: textValue(text)}
}

func codeLeaf(name string, s *model.Schema) *model.Node {
	return &model.Node{Kind: model.CodeNode, Name: name, Schema: s}
}

func statusLeaf(name string) *model.Node {
	return &model.Node{Kind: model.StatusNode, Name: name, Schema: integer()}
}

func fieldNode(name string, s *model.Schema) *model.Node {
	return &model.Node{Kind: model.FieldNode, Name: name, Schema: s, Field: &model.Field{Name: name, Schema: s}}
}

// template parses "{name}" holes over the params.
func template(text string, params ...*model.Param) *model.Template {
	t := &model.Template{}
	for text != "" {
		before, rest, found := strings.Cut(text, "{")
		if before != "" {
			t.Parts = append(t.Parts, model.Part{Literal: before})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		for _, p := range params {
			if p.Name == name {
				t.Parts = append(t.Parts, model.Part{Kind: model.ParamPart, Param: p})
			}
		}
		text = after
	}
	return t
}

func textTree(text string, params ...*model.Param) *model.Tree {
	return &model.Tree{Kind: model.StringValue, Template: template(text, params...)}
}

func fill(f *model.Node, trees ...*model.Tree) *model.Fill {
	return &model.Fill{Field: f.Field, Wordings: trees, Own: true}
}

// open makes an open field: its own param.
func open(n *model.Node) (*model.Fill, *model.Param) {
	p := &model.Param{Name: n.Name, Schema: n.Schema, Implied: true, Optional: n.Optional}
	return &model.Fill{Field: n.Field, Wordings: []*model.Tree{{Param: p}}, Open: true}, p
}

func code(text string, params ...*model.Param) *model.Code {
	return &model.Code{Template: template(text, params...)}
}

func statuses(list ...int) model.StatusSet {
	var s model.StatusSet
	for _, n := range list {
		s = append(s, model.StatusRange{Lo: n, Hi: n})
	}
	return s
}

func class(n int) model.StatusSet {
	return model.StatusSet{{Lo: n * 100, Hi: n*100 + 99}}
}

// jsonEnvelope makes an envelope; in every entry added to it is read.
func jsonEnvelope(name string, body *model.Node) *model.Envelope {
	return &model.Envelope{
		Name: name, GoName: name, MediaType: "application/json", Kind: model.JSONBody,
		Status: append(class(4), class(5)...), Body: body, HasCode: codeWithin(body) != nil,
	}
}

// catalog makes a catalog of the entries and links them with their envelopes.
func catalog(pkg string, envelopes []*model.Envelope, entries ...*model.Entry) *model.Catalog {
	c := &model.Catalog{File: "spec/" + pkg + ".yaml", Package: pkg, Envelopes: envelopes, Entries: entries}
	for _, e := range entries {
		if len(e.Reads) > 0 {
			e.Envelope = e.Reads[0]
		}
		for _, env := range e.Reads {
			env.Entries = append(env.Entries, e)
		}
	}
	return c
}

func sample(env *model.Envelope, status int, body string) *model.Sample {
	return &model.Sample{Envelope: env, Status: status, Body: []byte(body)}
}
