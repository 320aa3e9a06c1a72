package model

import (
	"fmt"
	"slices"
)

// Entry is one error of the catalog.
type Entry struct {
	Name     string
	Const    string      // Go: ErrX
	TypeName string      // Go: XError; "" if it has no type of its own
	NewFunc  string      // Go: NewX; "" if it has no type of its own
	Envelope *Envelope   // that is written; nil: none
	Reads    []*Envelope // those that are read, the written one first
	Status   StatusSet   // as written, in Envelope; empty: not documented
	// ReadStatus are the statuses under which it occurs in each of Reads; an
	// empty one: not documented.
	ReadStatus []StatusSet
	Code       *Code // nil: none
	Parent     *Entry
	Children   []*Entry
	Fills      []*Fill // in the wire order of Envelope, then of the other envelopes
	Headers    []*HeaderFill
	Match      []string // fields that must agree always
	// MatchGiven: it was said which fields must agree, be it none; otherwise an entry
	// without a code is known by its texts.
	MatchGiven bool
	Params     []*Param // in constructor order: StatusParam not among them
	Close      *Close
	Text       []*Template // of Error(): wordings

	// StatusParam: the status is a range or several: the constructor's first
	// argument and the first struct field, Status int.
	StatusParam bool
	// Static: needs no data at all; the bare ID is an occurrence.
	Static bool

	Group       *Group
	Source      *Source
	Retryable   bool
	Stability   string
	Tags        []string
	Description string
	Remedy      string // what its reader can do
	DocURL      string // resolved
	Deprecated  *Deprecated
	Samples     []*Sample // of package proof: an occurrence in each of Reads
	// StatusSamples are occurrences under further statuses, of package proof, where the
	// body says the status.
	StatusSamples []*Sample
}

// WriteStatus is the status with which the entry is written if the occurrence
// says nothing else: its first, else 500, or the first of its envelope where that
// does not occur under 500.
func (e *Entry) WriteStatus() int { return e.WriteStatusIn(e.Envelope) }

// WriteStatusIn is WriteStatus in one of the entry's envelopes.
func (e *Entry) WriteStatusIn(env *Envelope) int {
	set := e.Status
	if i := slices.Index(e.Reads, env); i > 0 {
		set = e.ReadStatus[i]
	}
	if s := set.First(); s != 0 {
		return s
	}
	if env != nil && len(env.Status) > 0 && !env.Status.Contains(500) {
		return env.Status.First()
	}
	return 500
}

// Omits reports whether the entry leaves a field, the status or the code out of
// the body.
func (e *Entry) Omits(f *Field) bool {
	fill := e.fill(f)
	return f != nil && fill != nil && fill.Omit
}

// Needs reports whether the entry cannot be written in an envelope without a param: it
// is required, or a required field of the envelope cannot do without it.
func (e *Entry) Needs(p *Param, env *Envelope) bool {
	isIn := func(t *Tree) bool { return t.Holds(p) }
	return p.Required() || env != e.Envelope && slices.ContainsFunc(e.Fills, func(f *Fill) bool {
		return f.Field.Envelope == env && !f.Field.Optional && !f.Omit && slices.ContainsFunc(f.Wordings, isIn)
	})
}

// IsA reports whether e is a or descends from it.
func (e *Entry) IsA(a *Entry) bool {
	for ; e != nil; e = e.Parent {
		if e == a {
			return true
		}
	}
	return false
}

// HeaderSpelling is a header's name as the catalog writes it, by its canonical one.
func (e *Entry) HeaderSpelling(name string) string {
	for _, h := range e.Headers {
		if h.Name == name {
			return h.Spelling
		}
	}
	for _, env := range e.Reads {
		for _, h := range env.Headers {
			if h.Name == name {
				return h.Spelling
			}
		}
	}
	return name
}

// Code is an entry's code: a constant, or a template over params.
type Code struct {
	Template *Template
	Any      bool // '{code}' of a param without bounds: takes any code
	Number   bool // a number where the leaf takes both texts and numbers
}

// Text returns a constant code.
func (c *Code) Text() string {
	if c == nil {
		return ""
	}
	s, _ := c.Template.Constant()
	return s
}

// Fill is what an entry puts into a field of one of its envelopes.
type Fill struct {
	Field *Field
	// Wordings are the alternatives: one for all but lists of wordings. The
	// first of which all params are present is written, each is read. Empty if
	// the field is omitted. Params that are members of it (Param.In) are laid
	// over it and not among its trees.
	Wordings []*Tree
	Omit     bool
	// Own: from the entry or an ancestor (a fact), or a leaf's default that
	// differs from entry to entry; false for one that is the same in all, and for
	// an open field, which is its own param.
	Own  bool
	Open bool
}

// HeaderFill is a header that an entry adds beyond those of its envelope.
type HeaderFill struct {
	Name     string // canonical
	Spelling string // as the catalog writes it
	Lines    []*Header
}

// Header is one line of an added header: wordings like a field's.
type Header struct {
	Wordings []*Tree
}

// Close is a WebSocket close code and reason (RFC 6455 section 7.4).
type Close struct {
	Code   int
	Reason []*Template // wordings
}

// MaxReason is how many bytes of a reason a close frame has room for: 125 less the
// code (RFC 6455 section 5.5).
const MaxReason = 123

// Deprecated says since when an entry is, and what to use instead.
type Deprecated struct {
	Since       string
	Replacement *Entry
	Sunset      string
}

// Facts are what tells an error, and what it is a kind of, in a word or two each, for
// comments: named is how its parent is called there.
func (e *Entry) Facts(named func(*Entry) string) []string {
	var facts []string
	add := func(format string, args ...any) { facts = append(facts, fmt.Sprintf(format, args...)) }
	if len(e.Status) > 0 {
		add("status %s", e.Status)
	}
	if e.Code != nil {
		add("code %s", e.Code.Template)
	}
	if e.Close != nil {
		add("WebSocket close code %d", e.Close.Code)
	}
	if e.Parent != nil {
		add("a kind of %s", named(e.Parent))
	}
	if e.Retryable {
		add("may be tried again")
	}
	return facts
}

// Sentences say of what is deprecated since when it is, when it will be gone and
// what to use instead, as far as that is known:
//
//	Deprecated since 2.0, gone on 2027-01-31. Use Stuck instead.
//
// The first word is given, and so is how the catalog's texts and the entry that
// replaces it are shown.
func Sentences[T ~string](d *Deprecated, first T, text func(string) T, entry func(*Entry) T) T {
	var since, sunset, instead T
	if d.Since != "" {
		since = "since " + text(d.Since)
	}
	if d.Sunset != "" {
		sunset = "gone on " + text(d.Sunset)
	}
	if d.Replacement != nil {
		instead = "Use " + entry(d.Replacement) + " instead."
	}
	said := joined(first, " ", joined(since, ", ", sunset))
	if said != "" {
		said += "."
	}
	return joined(said, " ", instead)
}

// joined is a and b with something between them, if there are both.
func joined[T ~string](a, between, b T) T {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
}

// IsSensitive reports whether logs must not show some of the entry's params.
func (e *Entry) IsSensitive() bool {
	return slices.ContainsFunc(e.Params, func(p *Param) bool { return p.Sensitive })
}

// Param is a value given when the error is raised.
type Param struct {
	Name      string
	GoName    string // struct field
	ArgName   string // constructor argument
	Schema    *Schema
	Go        GoType // of the struct field
	Optional  bool
	Default   *Value // optional; this value if not set: Go is then no pointer
	Example   *Value
	Sensitive bool
	Private   bool     // logs only
	Markup    bool     // HTML or XML itself: not escaped where it stands in such
	Implied   bool     // an open field
	In        []*Field // member of these additional-properties fields, one of an envelope
	// Recoverable: decoding gives back the value that was written, whatever it
	// is (within its schema).
	Recoverable bool
	Description string
}

// IsMember reports whether the param is a member of a field of further members.
func (p *Param) IsMember(f *Field) bool { return slices.Contains(p.In, f) }

// Required reports whether the constructor takes the param.
func (p *Param) Required() bool { return !p.Optional }

// MayBeAbsent reports whether there are occurrences without the param.
func (p *Param) MayBeAbsent() bool { return p != nil && p.Optional && p.Default == nil }

// Sample is an occurrence as it is written.
type Sample struct {
	Envelope *Envelope
	Status   int
	Headers  []SampleHeader // the catalog's, Content-Type first
	Body     []byte
	Params   []SampleParam
}

// SampleHeader is one header line.
type SampleHeader struct{ Name, Value string }

// SampleParam is a param's value in a sample.
type SampleParam struct {
	Param *Param
	Value Value
}
