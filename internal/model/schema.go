package model

// Kind is what a Schema describes.
type Kind uint8

// The kinds of schemas.
const (
	AnyKind     Kind = iota // any JSON value
	StringKind              // text
	IntegerKind             // a number without fraction
	NumberKind              // a number
	BooleanKind             // true or false
	NullKind                // null alone
	ArrayKind               // Items
	ObjectKind              // Properties, Additional
	MapKind                 // no Properties: an object of Additional members
	UnionKind               // one of several scalar kinds: Union
	OneOfKind               // alternatives of different JSON types: OneOf
	RefKind                 // a named type: Ref
	ErrorKind               // an error of another envelope: ErrorOf
)

// Schema is a resolved schema: of a leaf, a param, a named type or a member.
type Schema struct {
	Kind        Kind
	Nullable    bool   // null is admitted as well
	Union       []Kind // UnionKind: the scalar kinds, in order
	Const       *Value
	Enum        []Value
	Properties  []Property
	Additional  *Schema // nil: further members are ignored
	Items       *Schema
	Ref         *Type
	OneOf       []*Schema
	ErrorOf     *Envelope
	MinItems    *int
	MaxItems    *int
	MinLength   *int // in code points
	MaxLength   *int
	Minimum     string // JSON numbers; "" if there is none
	Maximum     string
	ExclMinimum string
	ExclMaximum string
	Pattern     string // RE2, anchored
	Format      string
	Description string
	Example     *Value
	Sensitive   bool
	Go          GoType
	Broken      bool // what the values are was not understood, and reported: nothing is said of them
}

// Resolved is the schema that a reference stands for, never nil; the reference
// itself while its type is in the making.
func (s *Schema) Resolved() *Schema {
	if s == nil {
		return &Schema{}
	}
	for s.Kind == RefKind && s.Ref != nil && s.Ref.Schema != nil {
		s = s.Ref.Schema
	}
	return s
}

// IsScalar reports whether the values are scalars, which can stand in a text.
func (s *Schema) IsScalar() bool {
	if s.Resolved().Broken {
		return true
	}
	switch s.Resolved().Kind {
	case StringKind, IntegerKind, NumberKind, BooleanKind, UnionKind:
		return true
	}
	return false
}

// AdmitsNull reports whether null is one of the values.
func (s *Schema) AdmitsNull() bool {
	u := s.Resolved()
	return !u.Broken && (s.Nullable || u.Nullable || u.Kind == AnyKind || u.Kind == NullKind)
}

// HoldsErrors reports whether errors of an envelope are the values. They stand at a
// leaf or in its items, never in an object.
func (s *Schema) HoldsErrors() bool {
	return s.Kind == ErrorKind || s.Kind == ArrayKind && s.Items != nil && s.Items.HoldsErrors()
}

// Property is a member of an object schema.
type Property struct {
	Name     string
	GoName   string
	Schema   *Schema
	Optional bool
	Go       GoType // of the struct field: Schema.Go, with a pointer where absence needs one
}

// Type is a Go type of the package that a schema has: a struct for an object, a
// string type for an enum, a union, a one-of, a named slice or map.
type Type struct {
	Name        string // in the catalog; "" for one made for an inline schema
	GoName      string
	Description string
	Schema      *Schema     // never RefKind
	Constants   []EnumConst // of a string type with enum

	// Alternatives are the kinds of a union or the schemas of a one-of, in the
	// order of Schema.Union or Schema.OneOf.
	Alternatives []Alternative
	// More is the Go struct field of an object's further members, a map; "" if
	// Schema.Additional is nil.
	More string
}

// Alternative is one of the kinds of a union or one of the schemas of a one-of.
type Alternative struct {
	GoName  string // of a one-of: the struct field; of a union: the accessor (AsString)
	NewFunc string // of a union: the constructor (LocString)
	Go      GoType // of a one-of: the field's, nil for another alternative; of a union: the plain value's
}

// EnumConst is the Go constant of an enum's value.
type EnumConst struct {
	GoName, Value string
}

// GoKind is the kind of a GoType.
type GoKind uint8

// The kinds of Go types.
const (
	GoAny      GoKind = iota // any
	GoString                 // string
	GoInt64                  // int64
	GoInt32                  // int32
	GoUint64                 // uint64
	GoFloat64                // float64
	GoBool                   // bool
	GoDuration               // time.Duration; format seconds, milliseconds
	GoTime                   // time.Time; format unix-time
	GoBytes                  // []byte; format byte
	GoNamed                  // Type.GoName
	GoSlice                  // []Elem
	GoMap                    // map[string]Elem
	GoError                  // error; errorOf
)

// GoType is the Go type of a schema's values.
type GoType struct {
	Kind     GoKind
	Named    *Type   // GoNamed
	Elem     *GoType // GoSlice, GoMap
	Pointers int     // how many * stand in front: 1 for an optional scalar, 2 for an optional nullable one
}

// IsNilable reports whether nil is a value of the type itself, its pointers not
// counted.
func (t GoType) IsNilable() bool {
	switch t.Kind {
	case GoAny, GoBytes, GoSlice, GoMap, GoError:
		return true
	case GoNamed:
		kind := t.Named.Schema.Kind
		return kind == ArrayKind || kind == MapKind
	}
	return false
}
