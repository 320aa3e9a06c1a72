// Package model is a catalog, resolved: everything that an emitter needs to
// know, decided. It is plain data, ordered as the catalog is written. It knows no
// YAML, no jennifer, no OpenAPI and no engine.
//
// Two stages make it. Package resolve makes all of it but what only running the
// engine over it can show: Entry.Samples and StatusSamples, Example.Corrected and Catalog.Usage, which package
// proof adds. From then on it does not change.
package model

import "cmp"

// Catalog is one API's errors.
type Catalog struct {
	File        string // slash-separated path, as it was given
	Package     string // Go package name
	Title       string
	Description string
	Docs        string // base URL of the entries' documentation
	DataTypes   bool   // go.types: data: only entries with params have a Go type
	Sources     []*Source
	Types       []*Type // those with a Go type of their own: declared ones first, then the ones made for inline schemas
	Envelopes   []*Envelope
	Groups      []*Group
	Operations  []*Operation
	Common      []*Entry // what every operation can return: what the catalog says, then the fallback
	Entries     []*Entry
	Fallback    *Entry // nil: none
	Retired     []Retired
	Policy      Policy
	Accepted    []Acceptance
	Examples    []*Example

	OpenAPI  OpenAPI
	Sides    Sides // who uses the package
	HasClose bool  // some entry has a close code

	Usage *Usage // of package proof: what examples of the package's use show
}

// Source says where facts come from.
type Source struct {
	ID, File, URL, Title, Date, Description string
}

// Group is a section of the catalog.
type Group struct {
	Name, Title, Description string
	Source                   *Source
	Entries                  []*Entry
}

// Heading is what the group is called for readers: its title, else its name.
func (g *Group) Heading() string {
	if g.Title == "" {
		return g.Name
	}
	return g.Title
}

// Operation is a thing the API does and the errors it can return.
type Operation struct {
	Name, Description, Method, Path string

	ID     string   // its operationId in OpenAPI documents: its name if none is given
	Const  string   // the name of its Go constant
	Own    []*Entry // those that not every operation returns
	Errors []*Entry // all: its own, then the catalog's Common
}

// Retired is a code or name that is never used again.
type Retired struct {
	Code, Name, Since, Replacement, Reason string
}

// Policy is what changes of the catalog may do to those who rely on it. What it does not
// say is "" or nil.
type Policy struct {
	Codes    string   // "open" if new codes break nobody, "closed" if they do
	Texts    string   // "free" if a text may be reworded, "stable" if not
	Removal  string   // what the removal of an entry asks for: "retired", "sunset"
	Unstable []string // the stabilities of entries that may break
}

// Or is the policy, with what it does not say as another one says it.
func (p Policy) Or(other Policy) Policy {
	p.Codes, p.Texts, p.Removal = cmp.Or(p.Codes, other.Codes), cmp.Or(p.Texts, other.Texts), cmp.Or(p.Removal, other.Removal)
	if p.Unstable == nil {
		p.Unstable = other.Unstable
	}
	return p
}

// Acceptance is a break that is intended.
type Acceptance struct {
	Rule, Of string // of "errgen breaking", and what it is about there
	Because  string
	Until    string // the last day that it holds, "" if none is said
	Version  string // with which it is released, "" if none is said
}
