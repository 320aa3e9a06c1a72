// Package load reads a catalog's YAML into a positioned syntax tree.
//
// It checks the form: YAML itself, known keys, the kind of node under each key,
// duplicate keys, names that must be identifiers. What things mean (inheritance,
// types of values, templates) is package resolve's. Values whose type the
// catalog's own schema decides are kept as Value, untyped.
package load

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Node is what every piece of syntax has: its place, and the place of each key
// that was given.
type Node struct {
	Pos  diag.Pos
	Keys map[string]diag.Pos // key -> place of the key

	broken bool            // it is no mapping, which was reported
	wrong  map[string]bool // keys whose value is of another kind than theirs, which was reported
}

// IsBroken reports whether a finding was reported for the form of the node itself or
// of one of some keys of it: what depends on them is not to be judged.
func (n Node) IsBroken(keys ...string) bool {
	return n.broken || slices.ContainsFunc(keys, func(k string) bool { return n.wrong[k] })
}

// At returns the place of a key, or the node's own if the key is not there.
func (n Node) At(key string) diag.Pos {
	if p, ok := n.Keys[key]; ok {
		return p
	}
	return n.Pos
}

// Has reports whether a key was given.
func (n Node) Has(key string) bool { _, ok := n.Keys[key]; return ok }

// Text is a piece of text with its place. The zero Text (no valid place) is absent.
type Text struct {
	Pos diag.Pos
	S   string
}

// Given reports whether the text was written at all.
func (t Text) Given() bool { return t.Pos.IsValid() }

// Or returns the text, or otherwise another one.
func (t Text) Or(otherwise string) string {
	if t.Given() {
		return t.S
	}
	return otherwise
}

// Int is an integer with its place; absent if the place is not valid.
type Int struct {
	Pos diag.Pos
	N   int64
}

// Given reports whether the integer was written at all.
func (i Int) Given() bool { return i.Pos.IsValid() }

// ValueKind is the kind of a Value's YAML node.
type ValueKind uint8

// The kinds of YAML nodes.
const (
	Scalar ValueKind = iota
	Sequence
	Mapping
)

// Value is a YAML node whose type the catalog's schema decides.
type Value struct {
	Pos     diag.Pos
	Kind    ValueKind
	Text    string // Scalar: its source text (plain; "" if nothing is written) or content (quoted, block)
	Quoted  bool   // Scalar: quoted or a block scalar: always text
	Items   []*Value
	Members []Member // Mapping, in file order
	Broken  bool     // a finding was reported for it: nothing more is to be said of it

	bare bool // Broken: what stands behind a key without a value in a flow mapping
}

// Member is one key of a Mapping.
type Member struct {
	Key   Text
	Value *Value
}

// File is one catalog file.
type File struct {
	Node
	Path        string // as shown to the user and in "generated from"; slash separated
	Version     Int
	Package     Text
	Include     []Text
	Included    []*File  // the files of Include, loaded, in order
	Incomplete  bool     // some of Include could not be read
	GoTypes     Text     // go.types: "all", "data"
	GoSides     Text     // go.sides: "both", "server", "client"
	OpenAPI     *OpenAPI // nil if absent
	Title       Text
	Description Text
	Docs        Text
	Sources     []*Source
	Types       []*Type
	Envelopes   []*Envelope
	Defaults    *Entry // Name not given; nil if absent
	Groups      []*Group
	Count       Int
	Operations  []*Operation
	Common      []Text // what every operation can return
	Errors      []*Entry
	Fallback    Text
	Allow       []Allowance
	Retired     []*Retired
	Breaking    *Breaking
	Examples    []*Example
}

// OpenAPI is the mapping "openapi".
type OpenAPI struct {
	Node
	Version, Prefix, Unions, Texts, Audience, Default Text

	License       *License
	Contact       *Contact
	Discriminator *Bool
}

// License is the mapping "license" of "openapi".
type License struct {
	Node
	Name, URL Text
}

// Contact is the mapping "contact" of "openapi".
type Contact struct {
	Node
	Name, URL, Email Text
}

// Source is an element of "sources".
type Source struct {
	Node
	ID, File, URL, Title, Date, Description Text
}

// Type is a member of "types".
type Type struct {
	Name   Text
	Schema *Schema
}

// Group is a member of "groups".
type Group struct {
	Node
	Name, Title, Description, Source Text
	Count                            Int
}

// Operation is a member of "operations".
type Operation struct {
	Node
	Name, Description, Method, Path, OperationID Text
	GoName                                       Text // go.name
	Errors                                       []Text
	Allow                                        []Allowance
}

// Retired is an element of "retired".
type Retired struct {
	Node
	Code, Name, Since, Replacement, Reason Text
}

// Policy is what "breaking" says of a catalog or of the configuration.
type Policy struct {
	Codes, Texts, Removal Text
	Unstable              []Text
}

// Breaking is the catalog's "breaking".
type Breaking struct {
	Node
	Policy
	Accept []*Acceptance
}

// Acceptance is an element of "accept".
type Acceptance struct {
	Node
	Rule, Of, Because, Until, Version Text
}

// Schema is a schema as written: of a body, a type, a header, a member or a
// param. A field that was not given is absent (nil, not Given, false).
type Schema struct {
	Node
	Type                               []Text // one, or the list
	Const                              *Value
	Enum                               []*Value
	EnumNames                          []EnumName
	Properties                         []Property
	AdditionalProperties               *Schema
	Items                              *Schema
	MinItems, MaxItems                 Int
	Ref                                Text
	OneOf                              []*Schema
	ErrorOf                            Text
	Minimum, Maximum                   *Value // number scalars
	ExclusiveMinimum, ExclusiveMaximum *Value
	MinLength, MaxLength               Int
	Pattern, Format                    Text
	Description                        Text
	Example                            *Value
	Optional                           bool
	Field                              Text
	Default                            *Value
	Exchange, Repeated                 bool
	As                                 []Text
	Success                            []*Value
	Alias, Sensitive                   bool
	GoName                             Text // go.name

	// Params only.
	Private, Markup bool
	In              Text
}

// EnumName is the Go name that a value of "enum" is given.
type EnumName struct {
	Node
	Value *Value
	Name  Text
}

// Property is a member of "properties".
type Property struct {
	Name   Text
	Schema *Schema
}

// Envelope is a member of "envelopes".
type Envelope struct {
	Node
	Name        Text
	Description Text
	Body        *Schema
	MediaType   Text
	Status      []StatusTerm // the status set as written; empty: absent
	Headers     []Property
	Match       []Text
	Text        Text
	Part        bool
	Allow       []Allowance
}

// StatusTerm is one member of a status set.
type StatusTerm struct {
	Pos    diag.Pos
	Any    bool // "any"
	Lo, Hi int  // both the same for one status; 400, 499 for 4XX
}

// Entry is a member of "errors", or "defaults".
type Entry struct {
	Node
	Name        Text
	Envelope    []Text // names, or the one name "none"; empty: absent
	Status      []StatusTerm
	Code        *Value // a scalar
	Parent      Text
	Fields      []Member
	Omit        []Text
	Headers     []Member
	Match       []Text
	Params      []Property
	Close       *Close
	Text        Text
	Group       Text
	Source      Text
	Retryable   *Bool
	Stability   Text
	Remedy      Text
	Tags        []Text
	Description Text
	Docs        Text
	Deprecated  *Deprecated
	GoName      Text
	Allow       []Allowance

	Refines  *Entry // of an included file, by the same name; nil if there is none
	Defaults *Entry // of the file it stands in; nil if there are none
}

// Allowance is a member of "allow": a rule of the linter that need not be kept, and
// why.
type Allowance struct {
	Rule, Because Text
}

// Bool is a boolean with its place.
type Bool struct {
	Pos diag.Pos
	B   bool
}

// Close is an entry's "close": a WebSocket close code.
type Close struct {
	Node
	Code   Int
	Reason Text
}

// Deprecated is an entry's "deprecated".
type Deprecated struct {
	Node
	Since, Replacement, Sunset Text
}

// Example is an element of "examples".
type Example struct {
	Node
	Name    Text
	Source  Text
	Error   []Text // one, or a list: entry names, "unknown", "unexpected", "none"
	List    bool   // Error was written as a list
	Status  Int
	Headers []Member
	Body    Text
	Close   Int
	Reason  Text
	Expect  []Member
	Decodes []Text
	Waive   []*Waiver
}

// Waiver is an element of an example's "waive".
type Waiver struct {
	Node
	At, Because Text
}
