package support

import "reflect"

// table is the catalog as the code of this package reads it.
type table struct {
	name      string // the package's, the prefix of Error's text
	fallback  ID     // written for an uncatalogued error; 0: a bare 500
	envelopes []envelope
	entries   []entry // of errFirst and up
	schemas   []schema
	exchange  []param // values that the writer supplies
}

// errFirst is the ID of entries[0].
const errFirst = ErrUnexpectedResponse + 1

// lookup returns an ID's row; nil for what is not an entry of the catalog.
func (t *table) lookup(id ID) *entry {
	if i := int(id) - int(errFirst); i >= 0 && i < len(t.entries) {
		return &t.entries[i]
	}
	return nil
}

// statusSpan is an inclusive range of status codes.
type statusSpan struct{ lo, hi uint16 }

// A spans is a status set; empty: not documented.
type spans []statusSpan

func (s spans) contain(status int) bool {
	for _, r := range s {
		if int(r.lo) <= status && status <= int(r.hi) {
			return true
		}
	}
	return false
}

// entry is one error of the catalog.
type entry struct {
	name    string
	code    string // constant; "" if none or a template
	parent  ID
	traits  traits
	status  spans
	body    program // of the wire body, in the envelope of reads[0]
	text    program // of Error's text
	headers []line  // besides Content-Type
	params  []param // as at counts them
	reads   []read  // envelopes in which it is recognised, the written one first
	docURL  string
	data    Data        // a nil pointer of the entry's Go type; nil if it has none
	preset  func() Data // makes its data instead, where constructors preset something
	close   uint16      // WebSocket close code; 0: none
	reason  program     // of the close reason
	causes  []fact      // what the close reason tells
}

// traits are an entry's yes-or-no properties.
type traits uint8

const (
	isStatic      traits = 1 << iota // needs no data: the bare ID is an occurrence
	isRetryable                      // the catalog says so
	hasStatus                        // its status varies: param 0 is the struct's field Status
	isUnreachable                    // has no HTTP response: close code or log only
)

func (e *entry) is(t traits) bool { return e.traits&t != 0 }

// hasData reports whether the entry has a Go type of its own.
func (e *entry) hasData() bool { return e.data != nil || e.preset != nil }

// newData makes data of the entry's Go type, with what constructors preset.
func (e *entry) newData() Data {
	if e.preset != nil {
		return e.preset()
	}
	return reflect.New(reflect.TypeOf(e.data).Elem()).Interface().(Data)
}

// param is a value given when an error is raised.
type param struct {
	name   string
	schema int // index of table.schemas
	flags  paramFlags
}

type paramFlags uint8

const (
	isOptional  paramFlags = 1 << iota
	isSensitive            // never in logs and texts
	isPrivate              // in logs only
	hasDefault             // need not be received: constructors preset it
)

// line is a header that is written.
type line struct {
	name  string // canonical
	value program
	fixed []string // the value where it is constant, shared by all responses
}

// read is one envelope in which an entry is recognised.
type read struct {
	envelope int
	code     program // of a code template; none for a constant code
	rank     uint8   // of that code: rankConstant and so on
	status   spans   // in which it is read there, if not the entry's
	facts    []fact  // what tells it from others with the same code, and gives its params
	match    []int   // slots that must agree always
}

// fact is what a response holds if it is an entry: a text, a value, a param.
type fact struct {
	slot   int    // of the envelope, or slotHeader
	header string // slotHeader: canonical name
	path   []step // inside the slot's value
	kind   factKind
	want   program // textFact
	value  string  // valueFact: canonical JSON; sizeFact: decimal
	param  int     // paramFact
	proof  bool    // it tells entries apart; false: it only gives params
}

// step leads from a JSON value to one in it.
type step struct {
	name  string
	index int // of an array's item, if name is ""
}

type factKind uint8

const (
	textFact  factKind = iota // a template over text
	valueFact                 // a constant that is no text
	paramFact                 // a param standing alone
	sizeFact                  // an array's length
)

// Slots with a meaning of their own; an envelope's fields follow.
const (
	slotStatus = iota
	slotCode
	slotField0
)

const (
	slotNone   = -1 - iota
	slotHeader // the header fact.header
)

// envelope is the shape of a response.
type envelope struct {
	name  string
	kind  bodyKind
	media string // media type without parameters, lower case

	contentType []string // as written, shared by all responses; nil without a body
	status      spans
	root        node
	headers     []node
	slots       int // slotStatus, slotCode and the fields
	part        bool
	list        bool      // it has a repeated array
	codes       []codeRow // entries with a constant code, sorted by it
	others      []ID      // entries with a template as code, or none, in catalog order
	texts       []textSlot
}

// textSlot names a text field for UnlistedError.
type textSlot struct {
	name string
	slot int
}

type bodyKind uint8

const (
	emptyBody bodyKind = iota
	jsonBody
	textBody
)

// codeRow is an entry with a constant code.
type codeRow struct {
	code string
	id   ID
}

// node is a place in a body or a header.
type node struct {
	kind     nodeKind
	name     string // member or header
	optional bool
	alias    bool
	types    jsonTypes // a leaf's, that are admissible
	items    jsonTypes // of the elements where it is an array; 0: any
	slot     int       // leafNode
	schema   int       // leafNode: index of table.schemas
	constant string    // constantNode: canonical JSON, or the text of a header or text body
	forms    []program // text forms, most literal text first; hole 0 is the value
	members  []node    // objectNode; listNode: the one item
	more     int       // objectNode: slot of the further members; 0: none
}

type nodeKind uint8

const (
	leafNode nodeKind = iota
	constantNode
	ignoredNode // an exchange value
	objectNode
	listNode // the repeated array
)

// jsonTypes is a set of JSON types.
type jsonTypes uint8

const (
	nullType jsonTypes = 1 << iota
	boolType
	integerType
	numberType
	stringType
	arrayType
	objectType

	anyType = nullType | boolType | integerType | numberType | stringType | arrayType | objectType
)

// schema describes a value.
type schema struct {
	kind    schemaKind
	null    bool
	types   jsonTypes // unionSchema
	items   int       // arraySchema, mapSchema, objectSchema: index of table.schemas
	members []member  // objectSchema; oneOfSchema: the alternatives
	open    bool      // objectSchema: it has further members, of schema items, after the others in at
	part    int       // errorSchema: envelope
	enum    []string  // texts, or canonical JSON
	min     string    // bounds as JSON numbers
	max     string
	above   string // exclusive
	below   string
	minLen  int
	maxLen  int // 0: no bound
	pattern string
	format  string
}

// member is a member of an object, or an alternative.
type member struct {
	name     string
	schema   int
	optional bool
}

type schemaKind uint8

const (
	anySchema schemaKind = iota
	stringSchema
	integerSchema
	numberSchema
	boolSchema
	nullSchema
	bytesSchema
	secondsSchema
	millisSchema
	unixSchema
	arraySchema
	objectSchema
	mapSchema
	unionSchema
	oneOfSchema
	errorSchema
)
