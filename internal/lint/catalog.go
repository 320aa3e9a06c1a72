package lint

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// catalog is a catalog that is judged.
type catalog struct {
	*model.Catalog
	file       *load.File
	named      map[string]*model.Entry
	entries    map[string]*load.Entry
	envelopes  map[string]*load.Envelope
	operations map[string]*load.Operation
}

func newCatalog(in Input) *catalog {
	c := &catalog{
		Catalog: in.Catalog, file: in.File, named: map[string]*model.Entry{},
		entries: map[string]*load.Entry{}, envelopes: map[string]*load.Envelope{}, operations: map[string]*load.Operation{},
	}
	for _, e := range in.Catalog.Entries {
		c.named[e.Name] = e
	}
	for _, e := range in.File.AllErrors() {
		c.entries[e.Name.S] = e
	}
	for _, f := range in.File.Joined() {
		for _, e := range f.Envelopes {
			c.envelopes[e.Name.S] = e
		}
	}
	for _, o := range in.File.Operations {
		c.operations[o.Name.S] = o
	}
	return c
}

// place is where a rule is not kept, with what allows it there, the nearest first.
type place struct {
	subject string
	pos     diag.Pos
	allowed []load.Allowance
	home    home
}

// home is a mapping of a file that can have the key `allow`.
type home struct {
	file string
	path []string
}

// entry is an entry's place: the first of some keys that it has itself, else its name.
func (c *catalog) entry(e *model.Entry, keys ...string) place {
	n := c.entries[e.Name]
	at := place{subject: e.Name, pos: n.Name.Pos, home: home{n.Name.Pos.File, []string{"errors", e.Name}}}
	for _, k := range keys {
		if n.Has(k) {
			at.pos = n.At(k)
			break
		}
	}
	chain := c.chain(e)
	for _, link := range chain {
		at.allowed = append(at.allowed, link.Allow...)
	}
	at.allowed = append(at.allowed, c.file.Allow...)
	return at
}

// chain are an entry, its ancestors and the defaults of their files, each before what
// it refines.
func (c *catalog) chain(e *model.Entry) []*load.Entry {
	var links, defaults []*load.Entry
	for ; e != nil; e = e.Parent {
		for n := c.entries[e.Name]; n != nil; n = n.Refines {
			links = append(links, n)
			if n.Defaults != nil {
				defaults = append(defaults, n.Defaults)
			}
		}
	}
	return append(links, defaults...)
}

// says reports whether an entry, an ancestor or the defaults have a key.
func (c *catalog) says(e *model.Entry, key string) bool {
	for _, n := range c.chain(e) {
		if n.Has(key) {
			return true
		}
	}
	return false
}

// param is the place of a param of an entry: where it is declared there.
func (c *catalog) param(e *model.Entry, p *model.Param) place {
	at := c.entry(e)
	for _, n := range c.chain(e) {
		for _, declared := range n.Params {
			if declared.Name.S == p.Name && n.Name.Given() {
				at.pos = declared.Name.Pos
				return at
			}
		}
	}
	return at
}

// envelope is an envelope's place.
func (c *catalog) envelope(env *model.Envelope, keys ...string) place {
	n := c.envelopes[env.Name]
	at := place{subject: "envelope " + env.Name, pos: n.Name.Pos, home: home{n.Name.Pos.File, []string{"envelopes", env.Name}}}
	for _, k := range keys {
		if n.Has(k) {
			at.pos = n.At(k)
			break
		}
	}
	at.allowed = append(at.allowed, n.Allow...)
	at.allowed = append(at.allowed, c.file.Allow...)
	return at
}

// operation is an operation's place.
func (c *catalog) operation(o *model.Operation) place {
	n := c.operations[o.Name]
	at := place{subject: "operation " + o.Name, pos: n.Name.Pos, home: home{n.Name.Pos.File, []string{"operations", o.Name}}}
	if n.Keys == nil { // it is a list
		at.home.path = nil
	}
	at.allowed = append(at.allowed, n.Allow...)
	at.allowed = append(at.allowed, c.file.Allow...)
	return at
}

// whole is the place of what concerns the catalog as a whole: a key of it, else its
// beginning.
func (c *catalog) whole(key string) place {
	return place{subject: "package " + c.Package, pos: c.file.At(key), allowed: c.file.Allow, home: home{file: c.file.Path}}
}
