package templates

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Trees resolves a value of a field: one tree, or one for each wording of a
// field that it names.
func (r Reader) Trees(v *load.Value, schema *model.Schema) ([]*model.Tree, bool) {
	if v == nil || v.Broken {
		return nil, false
	}
	switch v.Kind {
	case load.Sequence:
		return one(r.listTree(v, schema))
	case load.Mapping:
		return one(r.objectTree(v, schema))
	}
	return r.scalarTrees(v, schema)
}

func one(t *model.Tree, ok bool) ([]*model.Tree, bool) {
	if !ok {
		return nil, false
	}
	return []*model.Tree{t}, true
}

// tree resolves a value within a list or an object, which has no wordings.
func (r Reader) tree(v *load.Value, schema *model.Schema) (*model.Tree, bool) {
	ts, ok := r.Trees(v, schema)
	if !ok {
		return &model.Tree{}, false
	}
	if len(ts) > 1 {
		r.Reportf(v.Pos, diag.TooManyWordings, "name a field with one wording", "a field with several wordings cannot stand within a list or an object")
		return ts[0], false
	}
	return ts[0], true
}

func (r Reader) listTree(v *load.Value, schema *model.Schema) (*model.Tree, bool) {
	schema, good := r.Literals.AsList(v, schema)
	if !good {
		return nil, false
	}
	list := &model.Tree{Kind: model.ArrayValue}
	for _, item := range v.Items {
		t, ok := r.tree(item, values.Item(schema))
		list.Items, good = append(list.Items, t), good && ok
	}
	return list, good
}

func (r Reader) objectTree(v *load.Value, schema *model.Schema) (*model.Tree, bool) {
	schema, good := r.Literals.AsObject(v, schema)
	if !good {
		return nil, false
	}
	object := &model.Tree{Kind: model.ObjectValue}
	for _, m := range v.Members {
		member, known := r.Literals.Member(m.Key, schema)
		t, ok := r.tree(m.Value, member)
		object.Members, good = append(object.Members, model.TreeMember{Name: m.Key.S, Tree: t}), good && ok && known
	}
	return object, good
}

// scalarTrees resolves a scalar: a literal, a placeholder alone, or a text with
// placeholders in it.
func (r Reader) scalarTrees(v *load.Value, schema *model.Schema) ([]*model.Tree, bool) {
	t, ok := r.Parse(v.Text, v.Pos)
	if !ok {
		return nil, false
	}
	if text, ok := t.literal(); ok {
		literal := *v
		literal.Text = text
		value, ok := r.Literals.Typed(&literal, schema)
		return one(constantTree(value), ok)
	}
	if name, ok := t.Alone(); ok {
		b, ok := r.Lookup(name, v.Pos)
		if !ok {
			return nil, false
		}
		return r.standAlone(b, schema, v.Pos)
	}
	if values.TypesOf(schema)&values.StringType == 0 {
		r.Reportf(v.Pos, diag.TemplateType, "let one placeholder stand alone, or give a value of that type",
			"a text with placeholders stands where the schema wants %s", values.Describe(schema))
		return nil, false
	}
	wordings, ok := r.Expand(t, v.Pos)
	return textTrees(wordings), ok
}

func textTrees(wordings [][]model.Part) []*model.Tree {
	var ts []*model.Tree
	for _, parts := range wordings {
		ts = append(ts, &model.Tree{Kind: model.StringValue, Template: &model.Template{Parts: parts}})
	}
	return ts
}

// standAlone resolves a placeholder that is all there is: the value that it
// stands for, typed by the schema of its place.
func (r Reader) standAlone(b Binding, schema *model.Schema, pos diag.Pos) ([]*model.Tree, bool) {
	switch {
	case b.Param != nil:
		t, problem := r.Alone(b.Param, schema)
		if problem != "" {
			r.Reportf(pos, diag.ParamType, "declare the param with a type that fits", "param %s %s", diag.Quote(b.Param.Name), problem)
		}
		return one(t, problem == "")
	case b.Field != nil:
		var ts []*model.Tree
		good := true
		for _, t := range b.Field {
			fitted, ok := r.refit(t, schema, pos)
			if good = good && ok; ok {
				ts = append(ts, fitted)
			}
		}
		return ts, good
	}
	t, ok := r.partsTree(b, schema, pos)
	return one(t, ok)
}

// Alone lets a param stand alone at a place.
func (r Reader) Alone(p *model.Param, schema *model.Schema) (t *model.Tree, problem string) {
	asText, ok := values.MayStand(p.Schema, schema)
	switch {
	case ok:
		return &model.Tree{Param: p, AsText: asText}, ""
	case p.Schema.AdmitsNull() && !schema.AdmitsNull():
		return nil, "can be null, which the place cannot"
	}
	return nil, "is " + values.Describe(p.Schema) + ", where the schema wants " + values.Describe(schema)
}

// partsTree types what {$status}, {$code} or {$name} stands for.
func (r Reader) partsTree(b Binding, schema *model.Schema, pos diag.Pos) (*model.Tree, bool) {
	template := &model.Template{Parts: b.Parts}
	if text, ok := template.Constant(); ok {
		if schema.Resolved().Kind == model.StringKind {
			return &model.Tree{Kind: model.StringValue, Template: template}, true
		}
		value, ok := r.Literals.Typed(&load.Value{Pos: pos, Text: text, Quoted: !b.Plain}, schema)
		return constantTree(value), ok
	}
	types := values.TypesOf(schema)
	isStatus := len(b.Parts) == 1 && b.Parts[0].Kind == model.StatusPart
	switch {
	case types == values.AnyType && isStatus, types&values.StringType == 0 && types&values.NumberType != 0 && AllDigits(b.Parts):
		return &model.Tree{Kind: model.NumberValue, Template: template}, true
	case types&values.StringType != 0:
		return &model.Tree{Kind: model.StringValue, Template: template}, true
	}
	r.Reportf(pos, diag.TemplateType, "give a value of that type", "a text with placeholders stands where the schema wants %s", values.Describe(schema))
	return nil, false
}

// refit lets what a field holds stand at another place.
func (r Reader) refit(t *model.Tree, schema *model.Schema, pos diag.Pos) (*model.Tree, bool) {
	if t.Param != nil {
		ts, ok := r.standAlone(Binding{Param: t.Param}, schema, pos)
		if !ok {
			return nil, false
		}
		return ts[0], true
	}
	if value, ok := t.Value(); ok {
		if value.Kind < model.ArrayValue && schema.Resolved().Kind == model.StringKind {
			value = values.Text(value.Scalar())
		}
		if values.TypesOf(schema)&values.TypeOf(value.Kind) != 0 {
			return constantTree(value), true
		}
	} else if values.TypesOf(schema)&values.TypeOf(t.Kind) != 0 {
		return t, true
	}
	is := &model.Schema{Kind: values.KindOf(model.Value{Kind: t.Kind})}
	r.Reportf(pos, diag.TemplateType, "give a value of that type", "the field's value is %s, where the schema wants %s", values.Describe(is), values.Describe(schema))
	return nil, false
}

// constantTree is the tree of a value without placeholders.
func constantTree(v model.Value) *model.Tree {
	t := &model.Tree{Kind: v.Kind, Bool: v.Bool}
	switch v.Kind {
	case model.NumberValue:
		t.Number = v.Text
	case model.StringValue:
		t.Template = model.ConstantTemplate(v.Text)
	}
	for _, item := range v.Items {
		t.Items = append(t.Items, constantTree(item))
	}
	for _, m := range v.Members {
		t.Members = append(t.Members, model.TreeMember{Name: m.Name, Tree: constantTree(m.Value)})
	}
	return t
}
