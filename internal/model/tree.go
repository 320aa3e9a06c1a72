package model

// Tree is a Value in which every string is a template. A leaf that is exactly
// one param has that param's typed value.
type Tree struct {
	Kind     ValueKind
	Bool     bool
	Number   string
	Template *Template // StringValue: text, interpolated; NumberValue: not nil if its digits are (status, code)
	Param    *Param    // not nil: the param's value stands here, whatever its type; Kind is not used
	AsText   bool      // with Param: written as a string, since the schema's leaf is one and the param is not
	Items    []*Tree
	Members  []TreeMember
}

// TreeMember is a member of an object Tree.
type TreeMember struct {
	Name string
	Tree *Tree
}

// EachParam calls f for every param in the tree.
func (t *Tree) EachParam(f func(*Param)) {
	if t == nil {
		return
	}
	if t.Param != nil {
		f(t.Param)
	}
	if t.Template != nil {
		for _, p := range t.Template.Params() {
			f(p)
		}
	}
	for _, item := range t.Items {
		item.EachParam(f)
	}
	for _, m := range t.Members {
		m.Tree.EachParam(f)
	}
}

// Holds reports whether a param is in the tree.
func (t *Tree) Holds(p *Param) bool {
	found := false
	t.EachParam(func(q *Param) { found = found || q == p })
	return found
}

// Value is the value of a tree without placeholders.
func (t *Tree) Value() (Value, bool) {
	v := Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number}
	if t.Param != nil {
		return v, false
	}
	if t.Template != nil {
		text, ok := t.Template.Constant()
		v.Text = text
		return v, ok
	}
	for _, item := range t.Items {
		value, ok := item.Value()
		if !ok {
			return v, false
		}
		v.Items = append(v.Items, value)
	}
	for _, m := range t.Members {
		value, ok := m.Tree.Value()
		if !ok {
			return v, false
		}
		v.Members = append(v.Members, Member{m.Name, value})
	}
	return v, true
}

// Text is a scalar tree as a template; nil for null and for what is no scalar.
func (t *Tree) Text() *Template {
	switch {
	case t == nil:
		return nil
	case t.Param != nil:
		if s := t.Param.Schema; !s.IsScalar() || s.AdmitsNull() {
			return nil
		}
		return &Template{Parts: []Part{{Kind: ParamPart, Param: t.Param}}}
	case t.Template != nil:
		return t.Template
	case t.Kind == NumberValue || t.Kind == BoolValue:
		return ConstantTemplate(Value{Kind: t.Kind, Bool: t.Bool, Text: t.Number}.Scalar())
	}
	return nil
}
