package model

// ValueKind is the JSON type of a Value or a Tree.
type ValueKind uint8

// The JSON types.
const (
	NullValue ValueKind = iota
	BoolValue
	NumberValue
	StringValue
	ArrayValue
	ObjectValue
)

// Value is a JSON value, its members in the order of the catalog.
type Value struct {
	Kind    ValueKind
	Bool    bool
	Text    string // NumberValue: as JSON writes it, shortest; StringValue: the string
	Items   []Value
	Members []Member
}

// Member is a member of an object.
type Member struct {
	Name  string
	Value Value
}

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
