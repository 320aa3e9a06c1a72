package model

import (
	"slices"
	"strings"
)

// BodyKind is how a response body is written.
type BodyKind uint8

// The kinds of bodies.
const (
	NoBody   BodyKind = iota // empty
	JSONBody                 // one JSON value
	TextBody                 // text as it is
)

// Envelope is a response body with holes.
type Envelope struct {
	Name        string
	GoName      string
	Description string
	MediaType   string
	Kind        BodyKind
	Markup      bool      // the text is HTML or XML: params are escaped in it
	Status      StatusSet // statuses under which it occurs
	Body        *Node     // nil if Kind is NoBody
	Headers     []*Node   // leaves; Name is the header's canonical name
	Fields      []*Field  // all fields but status and code, in wire order: headers, then body
	Match       []*Field
	Part        bool  // only inside other envelopes
	Repeated    *Node // the array whose items are errors; nil if there is none

	HasCode     bool // somewhere stands the code
	CodeField   *Field
	StatusField *Field   // nil: the status stands nowhere
	Entries     []*Entry // that are read in this envelope, catalog order
	Nested      *Nested  // what samples show of it within another; nil: no entry, or it stands in none
}

// Nested is an error within another, as samples show it.
type Nested struct {
	Entry  *Entry
	Params []SampleParam // of package proof
}

// Holds reports whether a field stands at the node or within it. A nil node holds
// nothing.
func (n *Node) Holds(f *Field) bool {
	if n == nil {
		return false
	}
	return n.Field == f || n.Additional.Holds(f) || n.Item.Holds(f) || slices.ContainsFunc(n.Members, func(m *Node) bool { return m.Holds(f) })
}

// EachMember calls f for the members at the node and within it, that is for all that
// have a name.
func (n *Node) EachMember(f func(*Node)) {
	if n == nil {
		return
	}
	n.Item.EachMember(f)
	for _, m := range n.Members {
		f(m)
		m.EachMember(f)
	}
}

// HoldsList reports whether the repeated array stands at the node or within it.
func (n *Node) HoldsList() bool {
	return n.Kind == RepeatedNode || slices.ContainsFunc(n.Members, (*Node).HoldsList)
}

// NodeKind says what stands at a place of a body.
type NodeKind uint8

// The kinds of nodes.
const (
	ObjectNode   NodeKind = iota // Members, Additional
	RepeatedNode                 // an array of errors: Item
	ConstNode                    // Const
	FieldNode                    // a hole: Field
	StatusNode                   // the HTTP status, as number or digits
	CodeNode                     // the error's code
	ExchangeNode                 // supplied by the writer: Exchange
)

// Node is a place in a body: an object, a repeated array or a leaf.
type Node struct {
	Kind       NodeKind
	Name       string // the member's or header's name; "" at the root and for an item
	Spelling   string // of a header: its name as the catalog writes it
	Optional   bool
	Schema     *Schema // of a leaf; of an object its description
	Members    []*Node // ObjectNode, in wire order
	Additional *Node   // ObjectNode: the further members: a FieldNode whose field is a map, or nil
	Item       *Node   // RepeatedNode
	Const      *Value
	Field      *Field
	Exchange   *Exchange
	As         []AsForm // text forms, the one that is written first
	Alias      bool     // read if the field's other place is absent, never written
	Success    []Value  // of a leaf: scalars that mean that there is no error
	Sensitive  bool
}

// AsForm is a text form of a leaf: literals around the value. It is read most
// literal text first.
type AsForm struct {
	Parts []AsPart
}

// String is the form as the catalog language writes it (docs/spec.md#text-forms).
func (f AsForm) String() string {
	var b strings.Builder
	for _, p := range f.Parts {
		switch {
		case p.Value:
			b.WriteString("{}")
		case p.Any:
			b.WriteString("{_}")
		default:
			b.WriteString(p.Literal)
		}
	}
	return b.String()
}

// LiteralLen is the number of bytes of the form's literals.
func (f AsForm) LiteralLen() int {
	n := 0
	for _, p := range f.Parts {
		n += len(p.Literal)
	}
	return n
}

// AsPart is a literal, the value ({}) or anything ({_}).
type AsPart struct {
	Literal string
	Value   bool
	Any     bool
}

// Field is a hole of an envelope.
type Field struct {
	Name      string
	Envelope  *Envelope
	Schema    *Schema // of its first place
	Optional  bool    // every place of it may be absent
	Sensitive bool
	Header    bool // its first place is a header
	Map       bool // it holds the additional members
}

// Exchange is a value that the writer supplies: a request id, a timestamp.
// Places of one name, in whichever envelope, are one Exchange.
type Exchange struct {
	Name      string
	GoName    string // field of the Go struct Exchange
	Schema    *Schema
	Go        GoType // with a pointer: nil if the writer has none
	Required  bool   // somewhere it must be there: empty or zero if the writer has none
	Sensitive bool
}
