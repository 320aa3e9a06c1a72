package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// trees resolves a value of a field: one tree, or one for each wording of a
// field that it names.
func (s *scope) trees(v *load.Value, schema *model.Schema, env *envelope) ([]*model.Tree, bool) {
	if v == nil || v.Broken {
		return nil, false
	}
	switch v.Kind {
	case load.Sequence:
		return one(s.listTree(v, schema, env))
	case load.Mapping:
		return one(s.objectTree(v, schema, env))
	}
	return s.scalarTrees(v, schema, env)
}

func one(t *model.Tree, ok bool) ([]*model.Tree, bool) {
	if !ok {
		return nil, false
	}
	return []*model.Tree{t}, true
}

// tree resolves a value within a list or an object, which has no wordings.
func (s *scope) tree(v *load.Value, schema *model.Schema, env *envelope) (*model.Tree, bool) {
	ts, ok := s.trees(v, schema, env)
	if !ok {
		return &model.Tree{}, false
	}
	if len(ts) > 1 {
		s.report(v.Pos, diag.TooManyWordings, "name a field with one wording", "a field with several wordings cannot stand within a list or an object")
		return ts[0], false
	}
	return ts[0], true
}

func (s *scope) listTree(v *load.Value, schema *model.Schema, env *envelope) (*model.Tree, bool) {
	schema, good := s.r.AsList(v, schema)
	if !good {
		return nil, false
	}
	list := &model.Tree{Kind: model.ArrayValue}
	for _, item := range v.Items {
		t, ok := s.tree(item, values.Item(schema), env)
		list.Items, good = append(list.Items, t), good && ok
	}
	return list, good
}

func (s *scope) objectTree(v *load.Value, schema *model.Schema, env *envelope) (*model.Tree, bool) {
	schema, good := s.r.AsObject(v, schema)
	if !good {
		return nil, false
	}
	object := &model.Tree{Kind: model.ObjectValue}
	for _, m := range v.Members {
		member, known := s.r.Member(m.Key, schema)
		t, ok := s.tree(m.Value, member, env)
		object.Members, good = append(object.Members, model.TreeMember{Name: m.Key.S, Tree: t}), good && ok && known
	}
	return object, good
}

// scalarTrees resolves a scalar: a literal, a placeholder alone, or a text with
// placeholders in it.
func (s *scope) scalarTrees(v *load.Value, schema *model.Schema, env *envelope) ([]*model.Tree, bool) {
	t, problem := parseTemplate(v.Text)
	if problem != "" {
		s.badTemplate(v.Pos, v.Text, problem)
		return nil, false
	}
	if text, ok := t.literal(); ok {
		literal := *v
		literal.Text = text
		value, ok := s.r.Typed(&literal, schema)
		return one(constantTree(value), ok)
	}
	if name, ok := t.alone(); ok {
		b, ok := s.lookup(name, env, v.Pos)
		if !ok {
			return nil, false
		}
		return s.standAlone(b, schema, v.Pos)
	}
	if values.TypesOf(schema)&values.StringType == 0 {
		s.report(v.Pos, diag.TemplateType, "let one placeholder stand alone, or give a value of that type",
			"a text with placeholders stands where the schema wants %s", values.Describe(schema))
		return nil, false
	}
	wordings, ok := s.expand(t, env, v.Pos)
	return textTrees(wordings), ok
}

func textTrees(wordings [][]model.Part) []*model.Tree {
	var ts []*model.Tree
	for _, parts := range wordings {
		ts = append(ts, &model.Tree{Kind: model.StringValue, Template: &model.Template{Parts: parts}})
	}
	return ts
}

func (s *scope) badTemplate(pos diag.Pos, text, problem string) {
	s.report(pos, diag.BadTemplate, "write {name} for a placeholder, {{ and }} for braces", "the text %s %s", diag.Quote(text), problem)
}

// standAlone resolves a placeholder that is all there is: the value that it
// stands for, typed by the schema of its place.
func (s *scope) standAlone(b binding, schema *model.Schema, pos diag.Pos) ([]*model.Tree, bool) {
	switch {
	case b.param != nil:
		t, problem := s.paramTree(b.param, schema)
		if problem != "" {
			s.report(pos, diag.ParamType, "declare the param with a type that fits", "param %s %s", diag.Quote(b.param.Name), problem)
		}
		return one(t, problem == "")
	case b.field != nil:
		var ts []*model.Tree
		good := true
		for _, t := range b.field {
			fitted, ok := s.refit(t, schema, pos)
			if good = good && ok; ok {
				ts = append(ts, fitted)
			}
		}
		return ts, good
	}
	t, ok := s.partsTree(b, schema, pos)
	return one(t, ok)
}

// paramTree lets a param stand alone at a place.
func (s *scope) paramTree(p *model.Param, schema *model.Schema) (t *model.Tree, problem string) {
	asText, ok := values.MayStand(p.Schema, schema)
	switch {
	case ok:
		return &model.Tree{Param: p, AsText: asText}, ""
	case values.IsNullable(p.Schema) && !values.IsNullable(schema):
		return nil, "can be null, which the place cannot"
	}
	return nil, "is " + values.Describe(p.Schema) + ", where the schema wants " + values.Describe(schema)
}

// partsTree types what {$status}, {$code} or {$name} stands for.
func (s *scope) partsTree(b binding, schema *model.Schema, pos diag.Pos) (*model.Tree, bool) {
	template := &model.Template{Parts: b.parts}
	if text, ok := template.Constant(); ok {
		if schema.Resolved().Kind == model.StringKind {
			return &model.Tree{Kind: model.StringValue, Template: template}, true
		}
		value, ok := s.r.Typed(&load.Value{Pos: pos, Text: text, Quoted: !b.plain}, schema)
		return constantTree(value), ok
	}
	types := values.TypesOf(schema)
	isStatus := len(b.parts) == 1 && b.parts[0].Kind == model.StatusPart
	switch {
	case types == values.AnyType && isStatus, types&values.StringType == 0 && types&values.NumberType != 0 && allDigitsParts(b.parts):
		return &model.Tree{Kind: model.NumberValue, Template: template}, true
	case types&values.StringType != 0:
		return &model.Tree{Kind: model.StringValue, Template: template}, true
	}
	s.report(pos, diag.TemplateType, "give a value of that type", "a text with placeholders stands where the schema wants %s", values.Describe(schema))
	return nil, false
}

// refit lets what a field holds stand at another place.
func (s *scope) refit(t *model.Tree, schema *model.Schema, pos diag.Pos) (*model.Tree, bool) {
	if t.Param != nil {
		ts, ok := s.standAlone(binding{param: t.Param}, schema, pos)
		if !ok {
			return nil, false
		}
		return ts[0], true
	}
	if value, ok := treeValue(t); ok {
		if value.Kind != model.StringValue && value.Kind < model.ArrayValue && schema.Resolved().Kind == model.StringKind {
			value = values.Text(values.TextOf(value))
		}
		if values.TypesOf(schema)&values.TypesOf(&model.Schema{Kind: values.KindOf(value)}) != 0 {
			return constantTree(value), true
		}
	} else if values.TypesOf(schema)&values.TypesOf(treeSchema(t)) != 0 {
		return t, true
	}
	s.report(pos, diag.TemplateType, "give a value of that type", "the field's value is %s, where the schema wants %s", values.Describe(treeSchema(t)), values.Describe(schema))
	return nil, false
}

// treeSchema is a schema of the JSON type of a tree that is no param.
func treeSchema(t *model.Tree) *model.Schema {
	return &model.Schema{Kind: values.KindOf(model.Value{Kind: t.Kind})}
}

// constantTree is the tree of a value without placeholders.
func constantTree(v model.Value) *model.Tree {
	t := &model.Tree{Kind: v.Kind, Bool: v.Bool}
	switch v.Kind {
	case model.NumberValue:
		t.Number = v.Text
	case model.StringValue:
		t.Template = literalTemplate(v.Text)
	}
	for _, item := range v.Items {
		t.Items = append(t.Items, constantTree(item))
	}
	for _, m := range v.Members {
		t.Members = append(t.Members, model.TreeMember{Name: m.Name, Tree: constantTree(m.Value)})
	}
	return t
}

func literalTemplate(text string) *model.Template {
	if text == "" {
		return &model.Template{}
	}
	return &model.Template{Parts: []model.Part{{Literal: text}}}
}

// treeValue is the value of a tree without placeholders.
func treeValue(t *model.Tree) (model.Value, bool) {
	v := model.Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number}
	if t.Param != nil {
		return v, false
	}
	if t.Template != nil {
		text, ok := t.Template.Constant()
		v.Text = text
		return v, ok
	}
	for _, item := range t.Items {
		value, ok := treeValue(item)
		if !ok {
			return v, false
		}
		v.Items = append(v.Items, value)
	}
	for _, m := range t.Members {
		value, ok := treeValue(m.Tree)
		if !ok {
			return v, false
		}
		v.Members = append(v.Members, model.Member{Name: m.Name, Value: value})
	}
	return v, true
}
