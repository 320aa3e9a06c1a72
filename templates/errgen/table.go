package errgen

import "reflect"

// Table is a catalog as this package reads it.
type Table struct {
	Package   string // the package's, the prefix of Error's text
	Fallback  Row    // written for an uncatalogued error; 0: a bare 500
	Envelopes []Envelope
	Entries   []Entry // of First and up
	Schemas   []Schema
	Exchange  []Param  // values that the writer supplies, in the order of the fields of its struct
	Index     []uint16 // rows by the hash of their names, as Index lays them out
	Hooks     Hooks
	Compile   func(expr string) (Regexp, error) // nil where no text takes an expression to match
}

// lookup returns an entry; nil for what is none of the catalog.
func (t *Table) lookup(row Row) *Entry {
	if i := int(row) - int(First); i >= 0 && i < len(t.Entries) {
		return &t.Entries[i]
	}
	return nil
}

// StatusSpan is an inclusive range of status codes.
type StatusSpan struct{ Lo, Hi uint16 }

// A Spans is a status set; empty: not documented.
type Spans []StatusSpan

func (s Spans) contain(status int) bool {
	for _, r := range s {
		if int(r.Lo) <= status && status <= int(r.Hi) {
			return true
		}
	}
	return false
}

// Entry is one error of the catalog.
type Entry struct {
	Name    string
	Code    string // constant; "" if none or a template
	Parent  Row
	Traits  Traits
	Status  Spans
	Body    Program // of the wire body, in the envelope of reads[0]
	Fixed   []byte  // the wire body, instead of Body, where it is always the same
	Text    Program // of Error's text
	Headers []Line  // besides Content-Type
	Params  []Param // in the order of the fields of its Go type
	Reads   []Read  // envelopes in which it is recognised, the written one first
	DocURL  string
	Data    any        // a nil pointer to the entry's Go type; nil if it has none
	Preset  func() any // makes its data instead, where constructors preset something
	Close   uint16     // WebSocket close code; 0: none
	Reason  Program    // of the close reason
	Causes  []Fact     // what the close reason tells
}

// Traits are an entry's yes-or-no properties.
type Traits uint8

const (
	IsStatic      Traits = 1 << iota // needs no data: a bare ID is an occurrence
	IsRetryable                      // the catalog says so
	HasStatus                        // its status varies: param 0 is the struct's field Status
	IsUnreachable                    // has no HTTP response: close code or log only
	HoldsErrors                      // params of it are errors, or lists of them
)

func (e *Entry) is(t Traits) bool { return e.Traits&t != 0 }

// hasData reports whether the entry has a Go type of its own.
func (e *Entry) hasData() bool { return e.Data != nil || e.Preset != nil }

// holdsErrors reports whether params of an entry are errors; false for nil.
func (e *Entry) holdsErrors() bool { return e != nil && e.is(HoldsErrors) }

// newData makes data of the entry's Go type, with what constructors preset.
func (e *Entry) newData() any {
	if e.Preset != nil {
		return e.Preset()
	}
	return reflect.New(reflect.TypeOf(e.Data).Elem()).Interface()
}

// readIn is how the entry is read in an envelope, nil if it is not.
func (e *Entry) readIn(envelope int) *Read {
	for i := range e.Reads {
		if e.Reads[i].Envelope == envelope {
			return &e.Reads[i]
		}
	}
	return nil
}

// statusIn are the statuses under which the entry is read in one of its envelopes.
func (e *Entry) statusIn(r *Read) Spans {
	if len(r.Status) > 0 {
		return r.Status
	}
	return e.Status
}

// Param is a value given when an error is raised.
type Param struct {
	Name   string
	Schema int // index of Table.Schemas
	Flags  ParamFlags
}

// ParamFlags are a param's yes-or-no properties.
type ParamFlags uint8

const (
	IsOptional  ParamFlags = 1 << iota
	IsSensitive            // never in logs and texts
	IsPrivate              // in logs only
	HasDefault             // need not be received: constructors preset it
)

// Line is a header that is written.
type Line struct {
	Name  string // canonical
	Value Program
	Fixed []string // the value where it is constant, shared by all responses
}

// Read is one envelope in which an entry is recognised.
type Read struct {
	Envelope int
	Code     Program // of a code template; none for a constant code
	Rank     Rank    // of that code
	Status   Spans   // in which it is read there, if not the entry's
	Facts    []Fact  // what tells it from others with the same code, and gives its params
	Match    []int   // slots that must agree always
	ByText   bool    // it has no code, and texts that tell it from others of its status
	Text     int     // the slot that has the text of Error alone; 0: none
	Body     Program // of the body where it stands within another; nil: Entry.Body
}

// Fact is what a response holds if it is an entry: a text, a value, a param.
type Fact struct {
	Slot   int    // of the envelope, or SlotHeader
	Header string // SlotHeader: canonical name
	Path   []Step // inside the slot's value
	Kind   FactKind
	Want   Program // TextFact
	Value  string  // ValueFact: canonical JSON; SizeFact: decimal
	Param  int     // ParamFact
	Proof  bool    // it tells entries apart; false: it only gives params
	Markup bool    // of a text that is HTML or XML, where a param alone is escaped
}

// Step leads from a JSON value to one in it.
type Step struct {
	Name  string
	Index int // of an array's item, if name is ""
}

// FactKind says what a Fact is.
type FactKind uint8

const (
	TextFact  FactKind = iota // a template over text
	ValueFact                 // a constant that is no text
	ParamFact                 // a param standing alone
	SizeFact                  // an array's length
)

// Slots with a meaning of their own; an envelope's fields follow.
const (
	SlotStatus = iota
	SlotCode
	SlotField0
)

const (
	SlotNone   = -1 - iota
	SlotHeader // the header Fact.Header
)

// Envelope is the shape of a response.
type Envelope struct {
	Name  string
	Kind  BodyKind
	Media string // media type without parameters, lower case

	ContentType []string // as written, shared by all responses; nil without a body
	Status      Spans
	Root        Node
	Headers     []Node
	Slots       int // SlotStatus, SlotCode and the fields
	Part        bool
	List        bool      // it has a repeated array
	Nests       bool      // errors stand in it
	Hides       bool      // something in it is sensitive
	HidesCode   bool      // the code is
	Codes       []CodeRow // entries with a constant code, sorted by it
	Others      []Row     // entries with a template as code, or none, in catalog order
	Texts       []TextSlot
}

// TextSlot names a text field for UnlistedError.
type TextSlot struct {
	Name string
	Slot int
}

// BodyKind says what an envelope's body is.
type BodyKind uint8

const (
	EmptyBody BodyKind = iota
	JSONBody
	TextBody
)

// CodeRow is an entry with a constant code.
type CodeRow struct {
	Code string
	Row  Row
}

// Node is a place in a body or a header.
type Node struct {
	Kind     NodeKind
	Name     string // member or header
	Optional bool
	Alias    bool
	Types    JSONTypes // a leaf's, that are admissible
	Items    JSONTypes // of the elements where it is an array; 0: any
	Slot     int       // LeafNode
	Schema   int       // LeafNode: index of Table.Schemas
	Constant string    // ConstantNode: canonical JSON, or the text of a header or text body
	Success  []string  // LeafNode: values that mean success, canonical JSON
	Forms    []Program // text forms, most literal text first; hole 0 is the value
	Members  []Node    // ObjectNode; ListNode: the one item
	More     int       // ObjectNode: slot of the further members; 0: none
}

// NodeKind says what stands in a place.
type NodeKind uint8

const (
	LeafNode NodeKind = iota
	ConstantNode
	IgnoredNode // an exchange value
	ObjectNode
	ListNode // the repeated array
)

// JSONTypes is a set of JSON types.
type JSONTypes uint8

const (
	NullType JSONTypes = 1 << iota
	BoolType
	IntegerType
	NumberType
	StringType
	ArrayType
	ObjectType

	AnyType = NullType | BoolType | IntegerType | NumberType | StringType | ArrayType | ObjectType
)

// Schema describes a value.
type Schema struct {
	Kind    SchemaKind
	Null    bool
	Types   JSONTypes // UnionSchema
	Items   int       // ArraySchema, MapSchema, ObjectSchema: index of Table.Schemas
	Members []Member  // ObjectSchema; OneOfSchema: the alternatives
	Open    bool      // ObjectSchema: it has further members, of schema items, after the others in at
	Part    int       // ErrorSchema: envelope
	Enum    []string  // texts, or canonical JSON
	Min     string    // bounds as JSON numbers
	Max     string
	Above   string // exclusive
	Below   string
	MinLen  int
	MaxLen  int // 0: no bound
	Pattern string
	Format  string
}

// Member is a member of an object, or an alternative.
type Member struct {
	Name     string
	Schema   int
	Optional bool
}

// SchemaKind says what a schema describes.
type SchemaKind uint8

const (
	AnySchema SchemaKind = iota
	StringSchema
	IntegerSchema
	NumberSchema
	BoolSchema
	NullSchema
	BytesSchema
	SecondsSchema
	MillisSchema
	UnixSchema
	ArraySchema
	ObjectSchema
	MapSchema
	UnionSchema
	OneOfSchema
	ErrorSchema
)
