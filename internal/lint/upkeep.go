package lint

import (
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// unused reports what the catalog declares for nothing. What is in shared files may be
// for other catalogs.
func unused(c *catalog, f found) {
	is := c.uses()
	say := func(name load.Text, what string, used map[string]bool) {
		if !used[name.S] {
			at := c.whole("")
			at.pos, at.subject = name.Pos, what+" "+name.S
			f(at, "nothing uses "+what+" "+diag.Quote(name.S), "remove it")
		}
	}
	for _, t := range c.file.Types {
		say(t.Name, "type", is.types)
	}
	for _, env := range c.file.Envelopes {
		say(env.Name, "envelope", is.envelopes)
	}
	for _, g := range c.file.Groups {
		say(g.Name, "group", is.groups)
	}
}

// uses are the names that something refers to, by what they name.
type uses struct{ types, envelopes, groups map[string]bool }

// uses are the names that the catalog's files use. Entries are asked as they are
// resolved.
func (c *catalog) uses() uses {
	is := uses{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, env := range c.Envelopes {
		is.envelopes[env.Name] = len(env.Entries) > 0
	}
	for _, e := range c.Entries {
		if e.Group != nil {
			is.groups[e.Group.Name] = true
		}
	}
	for _, f := range c.file.Joined() {
		is.file(f)
	}
	return is
}

// file notes what the schemas of a file refer to.
func (is uses) file(f *load.File) {
	for _, t := range f.Types {
		is.schema(t.Schema)
	}
	for _, env := range f.Envelopes {
		is.schema(env.Body)
		is.properties(env.Headers)
	}
	for _, e := range f.Errors {
		is.properties(e.Params)
	}
	if f.Defaults != nil {
		is.properties(f.Defaults.Params)
	}
}

// schema notes what a schema refers to.
func (is uses) schema(s *load.Schema) {
	if s == nil {
		return
	}
	is.types[s.Ref.S] = true
	if s.ErrorOf.Given() {
		is.envelopes[s.ErrorOf.S] = true
	}
	is.properties(s.Properties)
	for _, one := range append(s.OneOf[:len(s.OneOf):len(s.OneOf)], s.Items, s.AdditionalProperties) {
		is.schema(one)
	}
}

// properties notes what members refer to.
func (is uses) properties(all []load.Property) {
	for _, p := range all {
		is.schema(p.Schema)
	}
}
