package model

import "strconv"

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

// Scalar is a scalar as it stands in a text.
func (v Value) Scalar() string {
	switch v.Kind {
	case NullValue:
		return "null"
	case BoolValue:
		return strconv.FormatBool(v.Bool)
	}
	return v.Text
}

// Member is a member of an object.
type Member struct {
	Name  string
	Value Value
}
