package model

import "slices"

// Leaves reports whether an entry leaves an optional object out although
// constants stand in it: all its fields are required in it, and the entry omits
// them, and has nothing in the objects in it. If all but one of its fields have a constant, and that one is an optional
// param of the entry, the object is there if that param is: it is returned as
// unless.
func (e *Entry) Leaves(n *Node) (omitted bool, unless *Param) {
	var missing, fields, filled int
	var only *Fill
	constant := n.Additional == nil
	for _, m := range n.Members {
		switch {
		case m.Kind == ConstNode:
		case m.Kind == FieldNode && !m.Alias && e.fill(m.Field).isConstant():
			filled++
		case m.Kind != FieldNode || m.Alias || m.Optional:
			constant = false
			if m.Kind == FieldNode && !m.Alias || m.Kind != FieldNode && e.Has(m) {
				fields++
			}
		default:
			fields++
			if f := e.fill(m.Field); f == nil || f.Omit {
				missing++
			} else {
				only = f
			}
		}
	}
	if fields > 0 && missing == fields && filled == 0 {
		return true, nil
	}
	if p := only.Alone(); constant && fields == 1 && p.MayBeAbsent() {
		return false, p
	}
	return false, nil
}

// Has reports whether an entry has something at a place of its own: a field, a status or
// a code that it does not omit.
func (e *Entry) Has(n *Node) bool {
	switch n.Kind {
	case FieldNode, CodeNode, StatusNode:
		return !n.Alias && !e.Omits(n.Field) && !(n.Kind == CodeNode && n.Optional && e.Code == nil)
	case ObjectNode:
		return slices.ContainsFunc(n.Members, e.Has) || n.Additional != nil && e.Has(n.Additional)
	}
	return false
}

// fill is what the entry puts into a field, nil if it says nothing of it.
func (e *Entry) fill(f *Field) *Fill {
	for _, fill := range e.Fills {
		if fill.Field == f {
			return fill
		}
	}
	return nil
}

// isConstant reports whether a field holds one text, number or boolean.
func (f *Fill) isConstant() bool {
	if f == nil || f.Omit || len(f.Wordings) != 1 || f.Wordings[0].Param != nil {
		return false
	}
	t := f.Wordings[0]
	_, constant := t.Template.Constant()
	return t.Kind == BoolValue || t.Kind == NumberValue && t.Template == nil || t.Kind == StringValue && constant
}

// Alone is the param that is all that a field holds, as itself or as text; nil if
// none is.
func (f *Fill) Alone() *Param {
	if f == nil || len(f.Wordings) != 1 {
		return nil
	}
	t := f.Wordings[0]
	if t.Param != nil {
		return t.Param
	}
	if t.Kind == StringValue && t.Template != nil && len(t.Template.Parts) == 1 && t.Template.Parts[0].Kind == ParamPart {
		return t.Template.Parts[0].Param
	}
	return nil
}
