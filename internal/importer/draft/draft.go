// Package draft is a catalog while it is made of something else: what importers fill, and
// what becomes the text of a catalog that loads.
package draft

import "github.com/seed-1b9d9f04/errgen/internal/model"

// Catalog is a draft of one API's errors.
type Catalog struct {
	Package    string
	Title      string
	Docs       string // base of relative addresses
	File       string // that it is made of, its source
	SourceID   string // what that is called
	Envelopes  []*Envelope
	Groups     []*Group
	Operations []*Operation
	Entries    []*Entry
	Examples   []*Example
	Notes      []Note
}

// Note is something that does not fit into a catalog, or that had to be assumed.
type Note struct {
	Line int // of the source; 0: of it as a whole
	Text string
	Lost bool // something of the source is not in the catalog
}

// Lose notes that something has no place in the catalog.
func (c *Catalog) Lose(line int, text string) {
	c.Notes = append(c.Notes, Note{line, text, true})
}

// Assume notes something that the source does not say.
func (c *Catalog) Assume(line int, text string) {
	c.Notes = append(c.Notes, Note{Line: line, Text: text})
}

// Envelope is the shape of responses.
type Envelope struct {
	Name, Description, MediaType string
	Status                       []string // empty: all of errors
	Body                         *Node    // nil: none
	Headers                      []*Node
}

// Node is a place of a body, or a header.
type Node struct {
	Name        string
	Types       []string // none: any value
	Field       string   // if it is not the name
	Const       *model.Value
	Optional    bool
	Exchange    bool
	Repeated    bool // a list of errors, of which Members has one: the item
	Any         bool // an object or list that is one value
	Members     []*Node
	Enum        []model.Value
	Example     *model.Value
	Description string
}

// Group is a section of the source.
type Group struct {
	Name, Title string
	Line        int
}

// Operation is what an API does, and the entries that it can return.
type Operation struct {
	Name, Description, Method, Path string
	Errors                          []*Entry
}

// Entry is an error.
type Entry struct {
	Name        string
	Marked      bool   // the source says that Name is an entry of its own
	Hint        string // what a name can be made of where the code has no words
	Line        int
	Also        []int // other lines of which it is made
	Group       *Group
	Parent      *Entry // of which it is a kind
	Envelopes   []*Envelope
	Status      []string
	Code        string
	Close       string
	Fields      []Field
	Params      []Param
	Text        string
	Description string
	Remedy      string
	Docs        string
	Retryable   bool
	Deprecated  bool

	same *Entry // another one that says the same, and stands for it
}

// Field is what an entry puts into a field: wordings of templates, in the syntax of
// the catalog, or a value.
type Field struct {
	Name     string
	Wordings []string
}

// Param is a value in a template.
type Param struct {
	Name, Type string
}

// Example is a response that the source shows.
type Example struct {
	Name    string
	Line    int
	Entries []*Entry // none: unknown
	Status  int
	Headers []model.SampleHeader
	Body    string
	HasBody bool
	Shown   bool // the source documents it; false: it was observed
}
